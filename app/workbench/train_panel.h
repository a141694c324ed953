// Settings, and one button to start; what a start will do, in a sentence.
#pragma once

#include <QWidget>

#include "app/workbench/run_list.h"
#include "app/workbench/selection.h"
#include "app/workbench/training_job.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace mica {

class SettingsForm;

class TrainPanel : public QWidget {
    Q_OBJECT
public:
    TrainPanel(Selection* selection, RunList* runs, TrainingJob* training, QWidget* parent = nullptr);

    [[nodiscard]] SettingsForm* form() const { return form_; }
    [[nodiscard]] QPushButton* startButton() const { return start_; }
    [[nodiscard]] QPushButton* pauseButton() const { return pause_; }
    [[nodiscard]] QPushButton* stopButton() const { return stop_; }
    [[nodiscard]] QComboBox* presetChooser() const { return preset_; }
    [[nodiscard]] QLabel* sentence() const { return sentence_; }

public Q_SLOTS:
    /// Starts a new run with the form's settings on the open set.
    void start();
    /// Goes on with a stopped run, with its own settings.
    void resume(const std::filesystem::path& run);

Q_SIGNALS:
    void troubled(const QString& text);

private:
    void presetChanged();
    void describe();
    void showState();
    void fillResumable();

    Selection* selection_;
    RunList* runs_;
    TrainingJob* training_;
    QComboBox* preset_;
    QSpinBox* seed_;
    QLineEdit* name_;
    SettingsForm* form_;
    QLabel* sentence_;
    QPushButton *start_, *pause_, *stop_, *resume_, *reset_;
    QComboBox* resumable_;
};

}  // namespace mica
