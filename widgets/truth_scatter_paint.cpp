// How the scatter of truth and prediction is painted.
#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

#include "widgets/palette.h"
#include "widgets/ruler_ticks.h"
#include "widgets/truth_scatter.h"

namespace mica {
namespace {

constexpr std::array<std::array<int, 5>, 5> kDisc{
    {{0, 1, 1, 1, 0}, {1, 1, 1, 1, 1}, {1, 1, 1, 1, 1}, {1, 1, 1, 1, 1}, {0, 1, 1, 1, 0}}};
constexpr std::array<std::array<int, 5>, 5> kCross{
    {{1, 0, 0, 0, 1}, {0, 1, 0, 1, 0}, {0, 0, 1, 0, 0}, {0, 1, 0, 1, 0}, {1, 0, 0, 0, 1}}};

QColor colourOf(bool wrong, const QPalette& palette) { return seriesPen(wrong ? 1 : 0, palette).color(); }

// The first point of a pixel is seen well, further ones make it denser.
int opacity(int points) { return std::min(255, 165 + 30 * points); }

}  // namespace

// Counts how often a mark covers each pixel, first of the right ones, then of the wrong ones over them.
void TruthScatter::stamp() {
    const qreal ratio = devicePixelRatioF();
    const QSize size = (QSizeF(this->size()) * ratio).toSize();
    stamped_ = QImage(size, QImage::Format_ARGB32_Premultiplied);
    stamped_.setDevicePixelRatio(ratio);
    stamped_.fill(Qt::transparent);
    const int w = size.width(), h = size.height(), each = std::max(1, qRound(ratio));
    const Scale scale = this->scale();  // once, not for each point
    std::vector<std::uint8_t> count(static_cast<std::size_t>(w) * static_cast<std::size_t>(h));
    for (const bool wrong : {false, true}) {
        std::fill(count.begin(), count.end(), std::uint8_t{0});
        const auto& mark = wrong ? kCross : kDisc;
        const int half = 5 * each / 2;
        for (const TruthPoint& p : points_) {
            if (p.wrong != wrong) continue;
            const QPointF at = scale.place(static_cast<double>(p.truth), static_cast<double>(p.prediction)) * ratio;
            const int left = qRound(at.x()) - half, top = qRound(at.y()) - half;
            for (int y = 0; y < 5 * each; ++y)
                for (int x = 0; x < 5 * each; ++x) {
                    const int px = left + x, py = top + y;
                    if (!mark[static_cast<std::size_t>(y / each)][static_cast<std::size_t>(x / each)] || px < 0 ||
                        py < 0 || px >= w || py >= h)
                        continue;
                    std::uint8_t& n = count[static_cast<std::size_t>(py) * static_cast<std::size_t>(w) +
                                            static_cast<std::size_t>(px)];
                    if (n < 255) ++n;
                }
        }
        const QColor colour = colourOf(wrong, palette());
        std::array<QRgb, 256> shades{};
        for (int n = 1; n < 256; ++n)
            shades[static_cast<std::size_t>(n)] =
                qPremultiply(qRgba(colour.red(), colour.green(), colour.blue(), opacity(n - 1)));
        for (int y = 0; y < h; ++y) {
            auto* line = reinterpret_cast<QRgb*>(stamped_.scanLine(y));
            for (int x = 0; x < w; ++x)
                if (const std::uint8_t n =
                        count[static_cast<std::size_t>(y) * static_cast<std::size_t>(w) + static_cast<std::size_t>(x)])
                    line[x] = shades[n];
        }
    }
}

void TruthScatter::resizeEvent(QResizeEvent*) { stamped_ = {}; }

void TruthScatter::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) stamped_ = {};
    QWidget::changeEvent(event);
}

void TruthScatter::paintAxes(QPainter& painter) const {
    const QRectF all = area();
    const QFontMetricsF metrics(painter.font());
    painter.fillRect(all, palette().color(QPalette::Base));
    const double least =
        (high_ - low_) * 1.4 * metrics.horizontalAdvance(QStringLiteral("-0.0")) / std::max(1.0, all.width());
    for (const Tick& tick : ticks({low_, high_}, least)) {
        if (!tick.major) continue;
        const QPointF at = placeOf(tick.value, tick.value);
        painter.setPen(gridColour(palette()));
        painter.drawLine(QPointF(at.x(), all.top()), QPointF(at.x(), all.bottom()));
        painter.drawLine(QPointF(all.left(), at.y()), QPointF(all.right(), at.y()));
        painter.setPen(quietText(palette()));
        const QString text = QString::number(std::abs(tick.value) < 1e-9 ? 0 : tick.value, 'g', 4);
        painter.drawText(QRectF(at.x() - 40, all.bottom() + 1, 80, metrics.height()), Qt::AlignHCenter, text);
        painter.drawText(QRectF(all.left() - 84, at.y() - metrics.height() / 2, 80, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, text);
    }
    painter.drawText(QRectF(all.left(), all.bottom() + metrics.height(), all.width(), metrics.height()),
                     Qt::AlignHCenter, tr("truth"));
    painter.save();
    painter.translate(all.left() - metrics.horizontalAdvance(QStringLiteral("-0.00")) - metrics.height(),
                      all.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-all.height() / 2, -2, all.height(), metrics.height()), Qt::AlignHCenter, tr("prediction"));
    painter.restore();
    painter.setPen(QPen(palette().color(QPalette::Text), 1.2, Qt::DashLine));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawLine(placeOf(low_, low_), placeOf(high_, high_));
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void TruthScatter::paintRegion(QPainter& painter) const {
    QRectF box;
    if (pressed_)
        box = QRectF(*pressed_, dragged_).normalized();
    else if (!truth_.empty() && !prediction_.empty())
        box = QRectF(placeOf(truth_.low.value_or(low_), prediction_.high.value_or(high_)),
                     placeOf(truth_.high.value_or(high_), prediction_.low.value_or(low_)));
    if (box.isEmpty()) return;
    QColor fill = accentColour(palette());
    painter.setPen(QPen(fill, 1.5));
    fill.setAlphaF(0.1F);
    painter.setBrush(fill);
    painter.drawRect(box);
    painter.setBrush(Qt::NoBrush);
}

void TruthScatter::paintLegend(QPainter& painter) const {
    const QFontMetricsF metrics(painter.font());
    double x = area().left();
    const double y = metrics.height() * 0.55;
    for (const bool wrong : {false, true}) {
        painter.setPen(QPen(colourOf(wrong, palette()), 1.6));
        if (wrong) {
            painter.drawLine(QPointF(x, y - 3), QPointF(x + 6, y + 3));
            painter.drawLine(QPointF(x, y + 3), QPointF(x + 6, y - 3));
        } else {
            painter.setBrush(colourOf(false, palette()));
            painter.drawEllipse(QPointF(x + 3, y), 2.5, 2.5);
            painter.setBrush(Qt::NoBrush);
        }
        const auto n =
            std::count_if(points_.begin(), points_.end(), [&](const TruthPoint& p) { return p.wrong == wrong; });
        const QString text = (wrong ? tr("wrong (%1)") : tr("right (%1)")).arg(n);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QPointF(x + 11, y + metrics.ascent() / 2 - 1), text);
        x += 11 + metrics.horizontalAdvance(text) + 14;
    }
}

void TruthScatter::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (points_.empty()) {
        painter.setPen(quietText(palette()));
        return painter.drawText(rect().adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap,
                                tr("None of these clips has a label and a prediction"));
    }
    QFont font = painter.font();
    font.setPointSizeF(0.85 * font.pointSizeF());
    painter.setFont(font);
    paintAxes(painter);
    if (stamped_.isNull()) stamp();
    painter.drawImage(QPointF(0, 0), stamped_);
    paintRegion(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto ring = [&](const TruthPoint& p, double radius) {
        painter.setPen(QPen(accentColour(palette()), 2));
        painter.drawEllipse(placeOf(static_cast<double>(p.truth), static_cast<double>(p.prediction)), radius, radius);
    };
    for (const TruthPoint& p : points_)
        if (p.clip == current_ && current_ >= 0) ring(p, 7);
    if (lit_ >= 0) ring(points_[static_cast<std::size_t>(lit_)], 5);
    paintLegend(painter);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(accentColour(palette()), 1, Qt::DotLine));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -1, -1));
    }
}

}  // namespace mica
