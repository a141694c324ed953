// Settings, and one button to start; what a start will do, in a sentence.
#pragma once

#include <QWidget>

#include "app/workbench/run_list.h"
#include "app/workbench/seed_series.h"
#include "app/workbench/selection.h"
#include "app/workbench/training_job.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace mica {

class LivePanel;
class SettingsForm;

class TrainPanel : public QWidget {
    Q_OBJECT
public:
    TrainPanel(Selection* selection, RunList* runs, TrainingJob* training, QWidget* parent = nullptr);

    [[nodiscard]] SettingsForm* form() const { return form_; }
    [[nodiscard]] LivePanel* live() const { return live_; }
    [[nodiscard]] SeedSeries* series() { return &series_; }
    [[nodiscard]] QPushButton* startButton() const { return start_; }
    [[nodiscard]] QPushButton* pauseButton() const { return pause_; }
    [[nodiscard]] QPushButton* stopButton() const { return stop_; }
    [[nodiscard]] QComboBox* modelChooser() const { return model_; }
    [[nodiscard]] QComboBox* presetChooser() const { return preset_; }
    [[nodiscard]] QLineEdit* seeds() const { return seeds_; }
    [[nodiscard]] QLineEdit* runName() const { return name_; }
    [[nodiscard]] QLabel* sentence() const { return sentence_; }

public Q_SLOTS:
    /// Starts what the sentence says: a run, one for every seed, or a branch.
    void start();
    /// Goes on with a stopped run, with its own settings; of an experiment, with the seeds after it too. changes: live
    /// settings to change first, "key=value".
    void resume(const std::filesystem::path& run, const std::vector<std::string>& changes = {});
    /// The form shows that run's settings; start() then goes on from that checkpoint in a new run.
    void branchFrom(const std::filesystem::path& run, const QString& checkpoint);
    /// A new run again.
    void leaveBranch();
    /// Trains that run once more, with every change that was made while it trained.
    void repeat(const std::filesystem::path& run);

Q_SIGNALS:
    void troubled(const QString& text);
    /// The button that asks for a run and an epoch to go on from.
    void branchAsked();

private:
    // train_panel.cpp
    void build();
    void link();
    void modelChanged();
    void presetChanged();
    void describe();
    void describeBranch();
    void showState();
    void fillResumable();
    // train_start.cpp
    [[nodiscard]] std::string model() const;
    [[nodiscard]] std::vector<std::uint64_t> wantedSeeds() const;
    [[nodiscard]] QString stem() const;
    [[nodiscard]] QString wantedName() const;
    void startBranch();
    void startSeries(TrainingOptions options, const std::filesystem::path& folder,
                     const std::vector<std::uint64_t>& seeds);

    Selection* selection_;
    RunList* runs_;
    TrainingJob* training_;
    SeedSeries series_;
    struct Origin {
        std::filesystem::path run;
        QString checkpoint;
        TrainingOptions options;  // that run's
        int epoch = 0;
    };
    std::optional<Origin> origin_;
    QComboBox *model_, *preset_, *resumable_;
    QLineEdit *seeds_, *name_, *filter_;
    SettingsForm* form_;
    LivePanel* live_;
    QWidget* scroll_;
    QLabel* sentence_;
    QPushButton *start_, *branch_, *pause_, *stop_, *resume_, *reset_;
};

}  // namespace mica
