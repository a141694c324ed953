// A new sweep: which file, on the set on screen, under which name; with a look at the plan before it starts.
#pragma once

#include <QDialog>

#include <filesystem>
#include <optional>
#include <vector>

#include "app/workbench/latest_worker.h"
#include "app/workbench/sweep_job.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProcess;
class QPushButton;
class QSpinBox;

namespace mica {

class SweepDialog : public QDialog {
    Q_OBJECT
public:
    /// data: the set's file; runs: where the sweep's folder is made.
    SweepDialog(std::filesystem::path data, std::filesystem::path runs, QWidget* parent = nullptr);
    ~SweepDialog() override;

    /// A sweep file of a person's, chosen beside the ready ones.
    void addFile(const std::filesystem::path& file);
    [[nodiscard]] SweepWish wish() const;
    [[nodiscard]] QComboBox* files() const { return files_; }
    [[nodiscard]] QComboBox* presets() const { return presets_; }
    [[nodiscard]] QLineEdit* name() const { return name_; }
    [[nodiscard]] QSpinBox* trials() const { return trials_; }
    [[nodiscard]] QPushButton* planButton() const { return plan_; }
    [[nodiscard]] QPushButton* startButton() const { return start_; }
    [[nodiscard]] QPlainTextEdit* planText() const { return text_; }

Q_SIGNALS:
    void chosen(const mica::SweepWish& wish);
    void filled();

private:
    struct Ready {
        QString name, note;
        std::filesystem::path file;
    };
    void build();
    void fill(const std::vector<Ready>& sweeps, const QStringList& presets);
    void browse();
    void showNote();
    void showPlan();
    void check();

    std::filesystem::path data_, runs_;
    QComboBox *files_, *presets_;
    QLineEdit* name_;
    QSpinBox *trials_, *parallel_, *cores_;
    QLabel* note_;
    QPlainTextEdit* text_;
    QPushButton *browse_, *plan_, *start_ = nullptr;
    QProcess* process_ = nullptr;  // that plans
    bool named_ = false;           // by a person
    std::optional<LatestWorker> worker_;
};

}  // namespace mica
