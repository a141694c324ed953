#include "widgets/effect_bars.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

#include "widgets/palette.h"

namespace mica {
namespace {

double nameWidth(const QFontMetricsF& metrics) {
    double names = 0;
    for (const Modality m : kModalities) names = std::max(names, metrics.horizontalAdvance(modalityTitle(m)));
    return names;
}
double figureWidth(const QFontMetricsF& metrics) { return metrics.horizontalAdvance(QStringLiteral("-00.0000")); }

}  // namespace

EffectBars::EffectBars(QWidget* parent) : QWidget(parent) {
    values_.fill(std::numeric_limits<double>::quiet_NaN());
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void EffectBars::setValues(const std::array<double, 3>& values, const QString& title, double largest) {
    values_ = values;
    title_ = title;
    largest_ = largest;
    QStringList said;
    for (const Modality m : kModalities)
        if (std::isfinite(values[index(m)]))
            said << tr("%1 %2").arg(modalityTitle(m), QString::number(values[index(m)], 'f', 3));
    setAccessibleName(title);
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize EffectBars::sizeHint() const { return {320, static_cast<int>(fontMetrics().height() * 5.6) + 4}; }

EffectBars::Scale EffectBars::scale() const {
    const QFontMetricsF metrics(font());
    double low = 0, high = largest_;
    for (const double v : values_)
        if (std::isfinite(v)) low = std::min(low, v), high = std::max(high, v);
    const double figure = figureWidth(metrics), left = nameWidth(metrics) + 10 + (low < 0 ? figure : 0);
    const double room = std::max(20.0, width() - left - figure), span = high > low ? high - low : 1;
    return {left + room * -low / span, room / span};
}

double EffectBars::length(Modality stream) const {
    const double v = values_[index(stream)];
    return std::isfinite(v) ? std::max(1.0, scale().each * std::abs(v)) : 0;
}

void EffectBars::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetricsF metrics(painter.font());
    const double line = metrics.height(), row = line * 1.4;
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(0, 0, width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(title_, Qt::ElideRight, width()));
    const Scale scale = this->scale();
    const double names = nameWidth(metrics), figure = figureWidth(metrics), zero = scale.zero;
    double y = line * 1.2;
    for (const Modality m : kModalities) {
        const double v = values_[index(m)];
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRectF(0, y, names, row), Qt::AlignLeft | Qt::AlignVCenter, modalityTitle(m));
        if (std::isfinite(v)) {
            const double end = zero + scale.each * v;
            painter.setPen(Qt::NoPen);
            painter.setBrush(modalityColour(m, palette()));
            painter.drawRect(QRectF(std::min(zero, end), y + row * 0.18, length(m), row * 0.64));
            painter.setPen(palette().color(QPalette::WindowText));
            const QString text = QString::number(v, 'f', 3);
            const QRectF place = v < 0 ? QRectF(end - figure - 4, y, figure, row) : QRectF(end + 5, y, figure, row);
            painter.drawText(place, (v < 0 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, text);
        } else {
            painter.setPen(quietText(palette()));
            painter.drawText(QRectF(zero + 5, y, width() - zero, row), Qt::AlignLeft | Qt::AlignVCenter,
                             tr("not used"));
        }
        y += row;
    }
    painter.setPen(QPen(quietText(palette()), 1));
    painter.drawLine(QPointF(zero, line * 1.2), QPointF(zero, y));
}

}  // namespace mica
