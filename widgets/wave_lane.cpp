#include "widgets/wave_lane.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/palette.h"

namespace mica {

WaveLane::WaveLane(TimeView* view, QWidget* parent)
    : TimeLane(view, tr("Sound"), parent), empty_text_(tr("No sound in this clip")) {
    setObjectName(QStringLiteral("waveLane"));
    setToolTip(tr("Wave form of the clip's sound, scaled to its loudest sample"));
}

void WaveLane::setSamples(std::vector<float> samples, double rate, double start) {
    if (!(rate > 0)) samples.clear();
    envelope_ = WaveEnvelope(std::move(samples));
    rate_ = rate;
    start_ = start;
    if (std::exchange(missing_, missing_ && !hasSound())) updateGeometry();
    update();
}

void WaveLane::clear() { setSamples({}, 0); }

void WaveLane::setEmptyText(const QString& text) {
    empty_text_ = text;
    if (std::exchange(missing_, false)) updateGeometry();
    update();
}

void WaveLane::setHighlighted(const Interval& time) {
    if (std::exchange(highlighted_, time) != time) update();
}

void WaveLane::setMissing(const QString& why) {
    empty_text_ = why;
    if (!std::exchange(missing_, true)) updateGeometry();
    update();
}

QSize WaveLane::sizeHint() const { return {400, qRound((missing_ ? 1.5 : 2.6) * QFontMetricsF(font()).height())}; }
QSize WaveLane::minimumSizeHint() const {
    return {160, qRound((missing_ ? 1.5 : 1.8) * QFontMetricsF(font()).height())};
}

void WaveLane::paintPlot(QPainter& painter, const QRectF& area) {
    if (!hasSound()) {
        painter.setPen(quietText(palette()));
        painter.drawText(area.adjusted(8, 0, -8, 0), Qt::AlignVCenter | Qt::AlignLeft, empty_text_);
        return;
    }
    const TimeScale scale = timeScale();
    if (highlighted_.duration() > 0) {
        const double left = xOfTime(highlighted_.begin), right = std::max(left + 2, xOfTime(highlighted_.end));
        QColor fill = modalityColour(Modality::audio, palette());
        fill.setAlphaF(0.25F);
        painter.fillRect(QRectF(left, area.top(), right - left, area.height()), fill);
        painter.setPen(QPen(palette().color(QPalette::Text), 1));
        painter.drawLine(QPointF(left, area.top()), QPointF(left, area.bottom()));
        painter.drawLine(QPointF(right, area.top()), QPointF(right, area.bottom()));
    }
    const double middle = area.center().y(), half = area.height() / 2 - 3;
    const double gain = half / std::max(envelope_.peak(), 1e-4F);
    painter.setPen(gridColour(palette()));
    painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(modalityColour(Modality::audio, palette()), 0));
    const auto sampleOf = [&](double x) {
        const double s = (timeOfLaneX(scale, x) - start_) * rate_;
        return static_cast<std::size_t>(std::clamp(std::floor(s), 0.0, static_cast<double>(envelope_.size())));
    };
    // one line per device pixel
    const double step = 1.0 / painter.device()->devicePixelRatioF();
    std::vector<QLineF> lines;
    lines.reserve(static_cast<std::size_t>(area.width() / step) + 1);
    for (double x = area.left(); x < area.right(); x += step) {
        const double begin = (timeOfLaneX(scale, x) - start_) * rate_;
        if (begin >= static_cast<double>(envelope_.size()) || begin < -1) continue;
        const std::size_t first = sampleOf(x);
        const Envelope e = envelope_.over(first, std::max(first + 1, sampleOf(x + step) + 1));  // + 1: no hole between
        lines.emplace_back(x, middle - gain * e.high, x,
                           std::max(middle - gain * e.low, middle - gain * e.high + step));
    }
    painter.drawLines(lines.data(), static_cast<int>(lines.size()));
}

}  // namespace mica
