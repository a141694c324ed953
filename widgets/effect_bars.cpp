#include "widgets/effect_bars.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

#include "widgets/palette.h"

namespace mica {

EffectBars::EffectBars(QWidget* parent) : QWidget(parent) {
    values_.fill(std::numeric_limits<double>::quiet_NaN());
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void EffectBars::setValues(const std::array<double, 3>& values, const QString& title, int digits) {
    values_ = values;
    title_ = title;
    digits_ = digits;
    QStringList said;
    for (const Modality m : kModalities)
        if (std::isfinite(values[index(m)]))
            said << tr("%1 %2").arg(modalityTitle(m), QString::number(values[index(m)], 'f', digits));
    setAccessibleName(title);
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize EffectBars::sizeHint() const { return {320, static_cast<int>(fontMetrics().height() * 5.6) + 4}; }

void EffectBars::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetricsF metrics(painter.font());
    const double line = metrics.height(), row = line * 1.4;
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(0, 0, width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(title_, Qt::ElideRight, width()));
    double low = 0, high = 0, names = 0;
    for (const Modality m : kModalities) {
        names = std::max(names, metrics.horizontalAdvance(modalityTitle(m)));
        if (const double v = values_[index(m)]; std::isfinite(v)) low = std::min(low, v), high = std::max(high, v);
    }
    const double figure = metrics.horizontalAdvance(QStringLiteral("-00.0000")),
                 left = names + 10 + (low < 0 ? figure : 0);
    const double room = std::max(20.0, width() - left - figure), span = high > low ? high - low : 1;
    const double zero = left + room * -low / span;
    double y = line * 1.2;
    for (const Modality m : kModalities) {
        const double v = values_[index(m)];
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRectF(0, y, names, row), Qt::AlignLeft | Qt::AlignVCenter, modalityTitle(m));
        if (std::isfinite(v)) {
            const double end = zero + room * v / span;
            painter.setPen(Qt::NoPen);
            painter.setBrush(modalityColour(m, palette()));
            painter.drawRect(
                QRectF(std::min(zero, end), y + row * 0.18, std::max(1.0, std::abs(end - zero)), row * 0.64));
            painter.setPen(palette().color(QPalette::WindowText));
            const QString text = QString::number(v, 'f', digits_);
            const QRectF place = v < 0 ? QRectF(end - figure - 4, y, figure, row) : QRectF(end + 5, y, figure, row);
            painter.drawText(place, (v < 0 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, text);
        } else {
            painter.setPen(quietText(palette()));
            painter.drawText(QRectF(left, y, room, row), Qt::AlignLeft | Qt::AlignVCenter, tr("not used"));
        }
        y += row;
    }
    painter.setPen(QPen(quietText(palette()), 1));
    painter.drawLine(QPointF(zero, line * 1.2), QPointF(zero, y));
}

}  // namespace mica
