// The fields by which a table of predictions is narrowed: search, split, label, wrong, sign flipped.
#pragma once

#include <QWidget>

#include "widgets/outcome_list.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace mica {

class RangeField;

class OutcomeFilters : public QWidget {
    Q_OBJECT
public:
    explicit OutcomeFilters(QWidget* parent = nullptr);

    /// Fields that suit the set's labels.
    void setList(const OutcomeList& list);
    /// Shows these; sends nothing.
    void setCriteria(const OutcomeCriteria& criteria);
    /// Writes what the fields say into `criteria`; what pictures chose stays.
    void apply(OutcomeCriteria& criteria) const;

    [[nodiscard]] QLineEdit* search() const { return search_; }
    [[nodiscard]] QComboBox* split() const { return split_; }
    [[nodiscard]] QComboBox* labelClass() const { return label_class_; }
    [[nodiscard]] RangeField* label() const { return label_; }
    [[nodiscard]] QCheckBox* wrong() const { return wrong_; }
    [[nodiscard]] QCheckBox* flipped() const { return flipped_; }

Q_SIGNALS:
    void edited();

private:
    QLineEdit* search_;
    QComboBox *split_, *label_class_;
    RangeField* label_;
    QWidget* label_row_;
    QCheckBox *wrong_, *flipped_;
};

}  // namespace mica
