#include "widgets/spectrogram_lane.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

#include "widgets/palette.h"

namespace mica {

SpectrogramLane::SpectrogramLane(TimeView* view, QWidget* parent)
    : TimeLane(view, tr("Spectrum"), parent), empty_text_(tr("No sound in this clip")) {
    setObjectName(QStringLiteral("spectrogramLane"));
}

void SpectrogramLane::setSpectrogram(std::shared_ptr<const Spectrogram> sound) {
    sound_ = std::move(sound);
    image_ = {};
    if (std::exchange(missing_, missing_ && !hasSound())) updateGeometry();
    update();
}

void SpectrogramLane::setEmptyText(const QString& text) {
    empty_text_ = text;
    if (std::exchange(missing_, false)) updateGeometry();
    update();
}

void SpectrogramLane::setMissing(const QString& why) {
    empty_text_ = why;
    if (!std::exchange(missing_, true)) updateGeometry();
    update();
}

void SpectrogramLane::setLook(const SpectrogramLook& look) {
    if (look == look_) return;
    look_ = look;
    image_ = {};
    update();
}

QSize SpectrogramLane::sizeHint() const {
    return {400, qRound((missing_ ? 1.5 : 3.8) * QFontMetricsF(font()).height())};
}
QSize SpectrogramLane::minimumSizeHint() const {
    return {160, qRound((missing_ ? 1.5 : 2.4) * QFontMetricsF(font()).height())};
}

void SpectrogramLane::paintPlot(QPainter& painter, const QRectF& area) {
    if (!hasSound()) {
        painter.setPen(quietText(palette()));
        painter.drawText(area.adjusted(8, 0, -8, 0), Qt::AlignVCenter | Qt::AlignLeft, empty_text_);
        return;
    }
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QSize pixels((area.size() * ratio).toSize());
    const Interval range = timeScale().visible;
    if (image_.size() != pixels || range != image_range_) {
        image_ = spectrogramImage(*sound_, range, pixels, look_, colourTable(look_.colours, isDark(palette())));
        image_range_ = range;
    }
    painter.drawImage(area, image_);
}

void SpectrogramLane::paintHeader(QPainter& painter, const QRectF& area) {
    TimeLane::paintHeader(painter, area);
    if (!hasSound()) return;
    QFont small = font();
    small.setPointSizeF(0.8 * font().pointSizeF());
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    painter.setPen(quietText(palette()));
    const double highest = sound_->highest_hz();
    for (const double hertz : frequencyTicks(look_.scale, highest, metrics.height() / area.height())) {
        const double y = area.bottom() - area.height() * partOfHertz(look_.scale, hertz, highest);
        const QString text = hertz < 1000 ? QString::number(hertz) : tr("%1k").arg(hertz / 1000);
        painter.drawLine(QPointF(area.right() - 4, y), QPointF(area.right() - 1, y));
        painter.drawText(QRectF(area.left(), y - metrics.height() / 2, area.width() - 7, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, text);
    }
}

QString SpectrogramLane::textAt(const QPointF& lane) const {
    const QRectF area = plotArea();
    if (!hasSound() || !area.contains(lane)) return {};
    const double seconds = timeOfX(lane.x());
    const double hertz = hertzOfPart(look_.scale, (area.bottom() - lane.y()) / area.height(), sound_->highest_hz());
    return tr("%1 s, %2 Hz: %3 dB")
        .arg(seconds, 0, 'f', 3)
        .arg(hertz, 0, 'f', 0)
        .arg(decibelsAt(*sound_, seconds, hertz), 0, 'f', 0);
}

void SpectrogramLane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) image_ = {};
    TimeLane::changeEvent(event);
}

bool SpectrogramLane::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return TimeLane::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const QString text = textAt(help->pos());
    QToolTip::showText(help->globalPos(),
                       !text.isEmpty() ? text
                       : isDark(palette())
                           ? tr("Spectrum of the clip's sound: bright is loud, a full-scale tone is 0 dB")
                           : tr("Spectrum of the clip's sound: dark is loud, a full-scale tone is 0 dB"),
                       this);
    return true;
}

}  // namespace mica
