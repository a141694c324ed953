// Two fields for a range of numbers: from and to, each may stay empty.
#pragma once

#include <QWidget>

#include "widgets/clip_list.h"

class QLineEdit;

namespace mica {

class RangeField : public QWidget {
    Q_OBJECT
public:
    /// name: what the numbers are ("Length in seconds"), for tooltips and screen readers.
    explicit RangeField(const QString& name, QWidget* parent = nullptr);

    void setRange(const NumberRange& range);
    [[nodiscard]] const NumberRange& range() const { return range_; }
    /// The smallest and largest number there is, shown where nothing is typed.
    void setExtent(double low, double high);
    [[nodiscard]] QLineEdit* lowField() const { return low_; }
    [[nodiscard]] QLineEdit* highField() const { return high_; }

Q_SIGNALS:
    /// By typing; not by setRange. A text that is no number counts as empty and is marked.
    void edited();

private:
    void read();
    QLineEdit *low_, *high_;
    NumberRange range_;
};

}  // namespace mica
