// From where to go on: a run and one of the epochs that it keeps.
#pragma once

#include <QDialog>

#include <filesystem>

#include "app/workbench/run_list.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace mica {

/// Stays open beside the window until it is answered; deletes itself.
class BranchDialog : public QDialog {
    Q_OBJECT
public:
    /// run, checkpoint: what it stands on at first, where the run has it.
    BranchDialog(const RunList& runs, const DatasetInfo& set, const std::filesystem::path& run,
                 const QString& checkpoint, QWidget* parent = nullptr);

    [[nodiscard]] QComboBox* runChooser() const { return run_; }
    [[nodiscard]] QComboBox* epochChooser() const { return epoch_; }

Q_SIGNALS:
    void chosen(const std::filesystem::path& run, const QString& checkpoint);

private:
    void fillEpochs();

    const RunList& runs_;
    QComboBox *run_, *epoch_;
    QLabel* note_;
    QPushButton* go_;
};

}  // namespace mica
