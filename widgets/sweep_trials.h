// The table of a sweep's trials with search and state filter; a trial is chosen, opened or stopped here.
#pragma once

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

#include "widgets/sweep_list.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace mica {

class SweepModel;

class SweepTrials : public QWidget {
    Q_OBJECT
public:
    explicit SweepTrials(QWidget* parent = nullptr);

    /// Order, scroll position and the chosen trial stay. Sends nothing, as all that sets.
    void setList(std::shared_ptr<const SweepList> list, std::vector<bool> fit);
    void setFitting(std::vector<bool> fit);
    /// Position; -1: none.
    void setCurrent(int trial);
    [[nodiscard]] int current() const { return current_; }
    /// Shows them in the fields.
    void setFilter(const QString& search, std::optional<SweepTrial::State> state);
    /// Whether a trial that runs can be stopped from here.
    void setStoppable(bool on);

    [[nodiscard]] SweepModel* model() const { return model_; }
    [[nodiscard]] QTableView* table() const { return table_; }
    [[nodiscard]] QLineEdit* search() const { return search_; }
    [[nodiscard]] QComboBox* stateBox() const { return state_; }
    [[nodiscard]] QPushButton* stopButton() const { return stop_; }
    [[nodiscard]] QPushButton* openButton() const { return open_; }
    [[nodiscard]] QLabel* count() const { return count_; }

Q_SIGNALS:
    void filterEdited(const QString& search, const std::optional<mica::SweepTrial::State>& state);
    /// Positions.
    void trialChosen(int trial);
    void trialActivated(int trial);
    void stopRequested(int trial);

private:
    void build();
    void link();
    void showCurrent();
    void tell();
    void sendFilter();
    void showMenu(const QPoint& at);
    [[nodiscard]] bool canStop(int trial) const;
    [[nodiscard]] bool canOpen(int trial) const;

    SweepModel* model_;
    QTableView* table_;
    QLineEdit* search_;
    QComboBox* state_;
    QPushButton *open_, *stop_;
    QLabel* count_;
    int current_ = -1;
    std::size_t shaped_ = 0;  // columns whose widths were set
    bool quiet_ = false, stoppable_ = false;
};

}  // namespace mica
