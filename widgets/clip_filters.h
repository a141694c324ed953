// The fields by which a list of clips is narrowed: label, lengths, what is missing.
#pragma once

#include <QWidget>

#include <array>

#include "widgets/clip_list.h"

class QComboBox;
class QLabel;

namespace mica {

class RangeField;

class ClipFilters : public QWidget {
    Q_OBJECT
public:
    explicit ClipFilters(QWidget* parent = nullptr);

    /// Fields that suit the set's labels, with its smallest and largest values.
    void setList(const ClipList& list);
    /// Shows these; sends nothing.
    void setCriteria(const ClipCriteria& criteria);
    /// Writes what the fields say into `criteria`; the rest of it stays.
    void apply(ClipCriteria& criteria) const;

Q_SIGNALS:
    void edited();

private:
    RangeField* label_range_;
    QComboBox *label_class_, *missing_;
    QLabel *label_name_, *class_name_;
    RangeField* seconds_;
    std::array<RangeField*, 3> steps_{};
};

}  // namespace mica
