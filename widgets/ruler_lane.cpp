#include "widgets/ruler_lane.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

#include "widgets/palette.h"
#include "widgets/ruler_ticks.h"

namespace mica {

RulerLane::RulerLane(TimeView* view, QWidget* parent) : TimeLane(view, tr("Time"), parent) {
    setObjectName(QStringLiteral("rulerLane"));
    setToolTip(tr(
        "Drag here: move the cursor. Drag in a lane below: select. Shift+click: extend the selection. Wheel: scroll. "
        "Ctrl+wheel: zoom. Double click: no selection."));
    setFocusPolicy(Qt::StrongFocus);  // stands for the whole time line when Tab is used
    connect(view, &TimeView::positionChanged, this, qOverload<>(&QWidget::update));
}

QSize RulerLane::sizeHint() const { return {400, qRound(QFontMetricsF(font()).height()) + 12}; }

void RulerLane::paintPlot(QPainter& painter, const QRectF& area) {
    const TimeScale scale = timeScale();
    const QFontMetricsF metrics(font());
    const double perSecond = pixelsPerSecond(scale);
    if (perSecond <= 0) return;
    if (view()->duration() <= 0) {  // seconds that nobody knows are not drawn
        painter.setPen(quietText(palette()));
        painter.drawText(
            area.adjusted(8, 0, -8, 0), Qt::AlignVCenter | Qt::AlignLeft,
            metrics.elidedText(tr("Times are not known: steps lie evenly spread"), Qt::ElideRight, area.width() - 16));
        return;
    }
    const double least = (metrics.horizontalAdvance(QStringLiteral("0:00.000 s")) + 8) / perSecond;
    const double step = niceStep(least);
    for (const Tick& tick : ticks(scale.visible, least)) {
        const double x = laneXOfTime(scale, tick.value);
        painter.setPen(QPen(tick.major ? quietText(palette()) : gridColour(palette()), 1));
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() - (tick.major ? 9 : 5)));
        if (!tick.major) continue;
        const QString label = timeLabel(tick.value, step);
        const double width = metrics.horizontalAdvance(label);
        // labels at the ends move inwards: nothing is cut
        const double left =
            std::clamp(x - width / 2, area.left() + 2, std::max(area.left() + 2, area.right() - width - 2));
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QPointF(left, area.top() + 1 + metrics.ascent()), label);
    }
}

void RulerLane::paintHeader(QPainter& painter, const QRectF& area) {
    const QRectF inner = area.adjusted(6, 0, -6, 0);
    const QFontMetricsF metrics(font());
    painter.setPen(palette().color(QPalette::WindowText));
    const QString now = view()->duration() > 0 && printed() == 0 ? timeLabel(view()->position(), 0.001) : QString();
    painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter, now);
    painter.setPen(quietText(palette()));
    const double left = inner.width() - metrics.horizontalAdvance(now) - 6;
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(title(), Qt::ElideRight, left));
}

}  // namespace mica
