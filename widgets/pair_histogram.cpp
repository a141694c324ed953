#include "widgets/pair_histogram.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

#include "widgets/palette.h"
#include "widgets/ruler_ticks.h"

namespace mica {

namespace {

std::vector<float> finite(const std::vector<float>& values) {
    std::vector<float> kept;
    std::copy_if(values.begin(), values.end(), std::back_inserter(kept), [](float v) { return std::isfinite(v); });
    std::sort(kept.begin(), kept.end());
    return kept;
}

}  // namespace

PairHistogram::PairHistogram(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Two distributions"));
}

void PairHistogram::setValues(const std::vector<float>& first, const std::vector<float>& second,
                              const QString& firstName, const QString& secondName, const QString& unit) {
    const std::array<std::vector<float>, 2> sorted{finite(first), finite(second)};
    names_ = {firstName, secondName};
    unit_ = unit;
    lit_ = -1;
    share_ = {};
    if (!sorted[0].empty() && !sorted[1].empty()) {
        low_ = std::min(static_cast<double>(sorted[0].front()), static_cast<double>(sorted[1].front()));
        high_ = std::max(static_cast<double>(sorted[0].back()), static_cast<double>(sorted[1].back()));
        if (!(high_ > low_)) high_ = low_ + std::max(1e-6, std::abs(low_) * 1e-3);
        const auto n = static_cast<double>(std::min(sorted[0].size(), sorted[1].size()));
        const auto bins = static_cast<std::size_t>(std::clamp(2 * std::cbrt(n), 8.0, 40.0));
        for (std::size_t side = 0; side < 2; ++side) {
            share_[side].assign(bins, 0);
            for (const float v : sorted[side]) {
                const double place = (static_cast<double>(v) - low_) / (high_ - low_) * static_cast<double>(bins);
                share_[side][std::min(bins - 1, static_cast<std::size_t>(place))] +=
                    1 / static_cast<double>(sorted[side].size());
            }
            medians_[side] = static_cast<double>(sorted[side][sorted[side].size() / 2]);
        }
    }
    update();
}

QRectF PairHistogram::area() const {
    const double line = fontMetrics().height();
    return QRectF(rect()).adjusted(8 + fontMetrics().horizontalAdvance(QStringLiteral("00 %")), line * 1.6, -8,
                                   -line * 2.4);
}

int PairHistogram::binAt(const QPointF& place) const {
    const QRectF a = area();
    if (bins() == 0 || place.x() < a.left() || place.x() >= a.right()) return -1;
    return std::min(bins() - 1, static_cast<int>((place.x() - a.left()) / a.width() * bins()));
}

QString PairHistogram::binText(int bin) const {
    const double width = (high_ - low_) / bins();
    return tr("%1 to %2: %3 %4 %, %5 %6 %")
        .arg(low_ + width * bin, 0, 'g', 3)
        .arg(low_ + width * (bin + 1), 0, 'g', 3)
        .arg(names_[0])
        .arg(100 * share(0, bin), 0, 'f', 1)
        .arg(names_[1])
        .arg(100 * share(1, bin), 0, 'f', 1);
}

void PairHistogram::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF a = area();
    if (bins() == 0) {
        painter.setPen(quietText(palette()));
        painter.drawText(rect().adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap, tr("Nothing to count"));
        return;
    }
    double top = 0;
    for (const auto& side : share_) top = std::max(top, *std::max_element(side.begin(), side.end()));
    top *= 1.05;
    const double column = a.width() / bins(), line = fontMetrics().height();
    for (const Tick& tick : ticks({0, 100 * top}, 100 * top * 2.5 * line / std::max(1.0, a.height()))) {
        if (!tick.major) continue;
        const double y = a.bottom() - a.height() * tick.value / (100 * top);
        painter.setPen(gridColour(palette()));
        painter.drawLine(QPointF(a.left(), y), QPointF(a.right(), y));
        painter.setPen(quietText(palette()));
        painter.drawText(QRectF(0, y - line / 2, a.left() - 4, line), Qt::AlignRight | Qt::AlignVCenter,
                         tr("%1 %").arg(tick.value));
    }
    if (lit_ >= 0) {
        QColor band = accentColour(palette());
        band.setAlphaF(0.14F);
        painter.fillRect(QRectF(a.left() + column * lit_, a.top(), column, a.height()), band);
    }
    const std::array<QPen, 2> pens{seriesPen(0, palette()), seriesPen(1, palette())};
    for (std::size_t side = 0; side < 2; ++side) {
        QColor fill = pens[side].color();
        fill.setAlphaF(side == 0 ? 0.35F : 0.9F);
        painter.setBrush(side == 0 ? QBrush(fill) : QBrush(fill, Qt::BDiagPattern));
        painter.setPen(QPen(pens[side].color(), 1.2));
        for (int b = 0; b < bins(); ++b) {
            const double h = a.height() * share(static_cast<int>(side), b) / top;
            if (h > 0) painter.drawRect(QRectF(a.left() + column * b, a.bottom() - h, column, h));
        }
        const double x = a.left() + a.width() * (medians_[side] - low_) / (high_ - low_);
        painter.setPen(pens[side]);
        painter.drawLine(QPointF(x, a.top() - 4), QPointF(x, a.bottom()));
    }
    painter.setPen(palette().color(QPalette::WindowText));
    for (const Tick& tick : ticks({low_, high_}, (high_ - low_) * 60 / std::max(60.0, a.width()))) {
        if (!tick.major) continue;
        const double x = a.left() + a.width() * (tick.value - low_) / (high_ - low_);
        painter.drawText(QRectF(x - 40, a.bottom() + 2, 80, line), Qt::AlignHCenter | Qt::AlignTop,
                         QString::number(tick.value, 'g', 4));
    }
    painter.setPen(quietText(palette()));
    painter.drawText(QRectF(0, a.bottom() + 2 + line, width(), line * 1.3), Qt::AlignHCenter | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(unit_, Qt::ElideRight, width()));
    double x = a.left();
    for (std::size_t side = 0; side < 2; ++side) {
        QColor fill = pens[side].color();
        fill.setAlphaF(side == 0 ? 0.35F : 0.9F);
        painter.setBrush(side == 0 ? QBrush(fill) : QBrush(fill, Qt::BDiagPattern));
        painter.setPen(QPen(pens[side].color(), 1.2));
        painter.drawRect(QRectF(x, 3, 12, line - 4));
        painter.setPen(palette().color(QPalette::WindowText));
        const QString text = tr("%1 (median %2)").arg(names_[side], QString::number(medians_[side], 'g', 3));
        painter.drawText(QPointF(x + 16, line - 3), text);
        x += 28 + painter.fontMetrics().horizontalAdvance(text);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(accentColour(palette()), 1, Qt::DotLine));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -1, -1));
    }
}

void PairHistogram::light(int bin) {
    if (bin == lit_) return;
    lit_ = bin;
    setAccessibleDescription(bin >= 0 ? binText(bin) : QString());
    update();
}

void PairHistogram::mouseMoveEvent(QMouseEvent* event) { light(binAt(event->position())); }
void PairHistogram::leaveEvent(QEvent*) { light(-1); }

void PairHistogram::keyPressEvent(QKeyEvent* event) {
    if (bins() == 0) return QWidget::keyPressEvent(event);
    if (event->key() == Qt::Key_Left) return light(lit_ <= 0 ? bins() - 1 : lit_ - 1);
    if (event->key() == Qt::Key_Right) return light((lit_ + 1) % bins());
    QWidget::keyPressEvent(event);
}

bool PairHistogram::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const int bin = binAt(QPointF(help->pos()));
    if (bin < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), binText(bin), this);
    return true;
}

}  // namespace mica
