// The settings that may change while a training runs: a slider and a number each. What is set acts from the next step on.
#pragma once

#include <QTimer>
#include <QWidget>

#include <memory>
#include <string>
#include <vector>

#include "app/workbench/training_job.h"
#include "core/training/options.h"

class QGridLayout;
class QLabel;
class QLineEdit;
class QSlider;
class QToolButton;

namespace mica {

/// Hidden while nothing trains. A drag is one change: it is sent when the slider has rested for a moment.
class LivePanel : public QWidget {
    Q_OBJECT
public:
    explicit LivePanel(TrainingJob* training, QWidget* parent = nullptr);
    ~LivePanel() override;

    [[nodiscard]] QSlider* slider(const std::string& key) const;
    [[nodiscard]] QLineEdit* number(const std::string& key) const;

private:
    struct Row;
    void build();
    void addRow(const OptionInfo& option, QGridLayout* grid);
    void showValues(const LiveSettings& live);
    void edit(Row& row, double value);
    void send();

    TrainingJob* training_;
    QWidget* rows_widget_ = nullptr;
    std::vector<std::unique_ptr<Row>> rows_;
    QTimer rest_;
};

/// How a slider's places stand for an option's values: evenly where it is a share, by powers where it is a size.
struct SliderScale {
    static constexpr int kPlaces = 1000;
    double low = 0, high = 1;  // low > 0 where it goes by powers
    bool powers = false;
    bool zero = false;  // by powers: the left end is 0
    [[nodiscard]] double value(int place) const;
    [[nodiscard]] int place(double value) const;
};
/// around: the value that it begins at; a scale by powers reaches a hundredth and a hundredfold of it.
[[nodiscard]] SliderScale scale_of(const OptionInfo& option, double around);

}  // namespace mica
