// Asks what an import needs: folders, target, output.
#pragma once

#include <QDialog>

#include <filesystem>
#include <memory>
#include <string>

#include "app/workbench/job.h"
#include "datasets/import/import.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace mica {

struct ImportWish {
    enum class Kind { grid, clips } kind = Kind::grid;
    std::filesystem::path folder, words, labels, to;  // labels: only for clips
    std::string target;                               // only for grid
};

/// The import as a job. summary: filled when the work is done (read it after the job ended).
[[nodiscard]] Job::Work work_of(const ImportWish& wish, const std::shared_ptr<ImportSummary>& summary);
/// What an import made and left out, in a sentence or two.
[[nodiscard]] QString summary_words(const ImportSummary& summary);

class ImportDialog : public QDialog {
    Q_OBJECT
public:
    explicit ImportDialog(QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(const mica::ImportWish& wish);

private:
    QLineEdit* pathRow(QFormLayout* form, const QString& label, const QString& tip, bool folder, bool save);
    void check();
    [[nodiscard]] ImportWish wish() const;

    QComboBox *kind_ = nullptr, *target_ = nullptr;
    QLineEdit *folder_ = nullptr, *words_ = nullptr, *labels_ = nullptr, *to_ = nullptr;
    QLabel* state_ = nullptr;
    QPushButton* start_ = nullptr;
};

}  // namespace mica
