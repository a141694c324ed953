#include "widgets/range_field.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <cmath>

#include "widgets/palette.h"

namespace mica {
namespace {

// Both "2.5" and "2,5"; empty where it is no number.
std::optional<double> numberIn(QString text) {
    bool ok = false;
    const double v = text.trimmed().replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&ok);
    return ok && std::isfinite(v) ? std::optional(v) : std::nullopt;
}

void mark(QLineEdit* field, bool wrong) {
    QPalette colours;
    if (wrong) colours.setColor(QPalette::Text, failureColour(field->palette()));
    field->setPalette(colours);
}

}  // namespace

RangeField::RangeField(const QString& name, QWidget* parent)
    : QWidget(parent), low_(new QLineEdit), high_(new QLineEdit) {
    low_->setAccessibleName(tr("%1, from").arg(name));
    low_->setToolTip(tr("%1: the smallest that is shown; empty: any").arg(name));
    high_->setAccessibleName(tr("%1, to").arg(name));
    high_->setToolTip(tr("%1: the largest that is shown; empty: any. \"<2\" leaves 2 itself out").arg(name));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(low_, 1);
    row->addWidget(new QLabel(tr("to")));
    row->addWidget(high_, 1);
    setFocusProxy(low_);
    for (QLineEdit* field : {low_, high_}) {
        field->setMinimumWidth(fontMetrics().averageCharWidth() * 5);
        connect(field, &QLineEdit::textEdited, this, [this] {
            read();
            Q_EMIT edited();
        });
    }
}

void RangeField::setExtent(double low, double high) {
    low_->setPlaceholderText(QString::number(low, 'g', 4));
    high_->setPlaceholderText(QString::number(high, 'g', 4));
    for (QLineEdit* field : {low_, high_}) {
        const int room =
            fontMetrics().horizontalAdvance(field->placeholderText()) + fontMetrics().averageCharWidth() * 2;
        field->setMinimumWidth(std::max(fontMetrics().averageCharWidth() * 5, room));
    }
}

void RangeField::setRange(const NumberRange& range) {
    if (range == range_) return;
    range_ = range;
    low_->setText(range.low ? QString::number(*range.low, 'g', 6) : QString());
    high_->setText(range.high ? (range.below ? QStringLiteral("<") : QString()) + QString::number(*range.high, 'g', 6)
                              : QString());
    for (QLineEdit* field : {low_, high_}) mark(field, false);
}

void RangeField::read() {
    QString high = high_->text().trimmed();
    const bool below = high.startsWith(QLatin1Char('<'));
    if (below) high.remove(0, 1);
    range_ = {numberIn(low_->text()), numberIn(high), false};
    range_.below = below && range_.high;
    mark(low_, !range_.low && !low_->text().trimmed().isEmpty());
    mark(high_, !range_.high && !high_->text().trimmed().isEmpty());
}

}  // namespace mica
