// Asks what an import needs; the fields are those of the chosen kind.
#pragma once

#include <QDialog>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/workbench/import_kinds.h"
#include "app/workbench/job.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace mica {

struct ImportWish {
    std::string kind;  // an import_kind
    ImportValues values;
    std::filesystem::path to;
};

/// The import as a job. summary: filled when the work is done (read it after the job ended).
[[nodiscard]] Job::Work work_of(const ImportWish& wish, const std::shared_ptr<ImportSummary>& summary);

class ImportDialog : public QDialog {
    Q_OBJECT
public:
    explicit ImportDialog(QWidget* parent = nullptr);

    /// Shows the kind that fits these best, with its fields filled in as far as they follow from them.
    void setSource(const std::vector<std::filesystem::path>& sources);
    /// As it was filled in before.
    void setWish(const ImportWish& wish);
    [[nodiscard]] ImportWish wish() const;
    [[nodiscard]] QComboBox* kindChooser() const { return kind_; }
    [[nodiscard]] QLineEdit* target() const { return to_; }
    [[nodiscard]] QPushButton* startButton() const { return start_; }
    /// What is missing, or what will happen.
    [[nodiscard]] QLabel* sentence() const { return state_; }
    /// The field of a key: a QLineEdit or a QComboBox; null where the kind has none.
    [[nodiscard]] QWidget* field(const std::string& key) const;
    void setValue(const std::string& key, const QString& value);

Q_SIGNALS:
    void chosen(const mica::ImportWish& wish);

private:
    [[nodiscard]] const ImportKind& kind() const;
    void showKind();
    void addField(const ImportField& field, QFormLayout* form);
    QWidget* pathRow(QLineEdit* line, const ImportField& field);
    void browse(QLineEdit* line, const ImportField& field, bool folder);
    void sourceChanged();
    void check();
    [[nodiscard]] QString missing() const;

    QComboBox* kind_;
    QLabel *about_, *state_;
    QWidget* form_ = nullptr;  // the kind's fields; made anew for another kind
    std::map<std::string, QWidget*> fields_;
    QLineEdit* to_;
    QPushButton* start_;
    QVBoxLayout* column_;
    ImportValues kept_;                       // of kinds seen before, by key
    QString suggested_;                       // for `to_`, while a person has typed no other
    std::map<std::string, QString> guessed_;  // what was filled in for a person; may be replaced by the next guess
};

}  // namespace mica
