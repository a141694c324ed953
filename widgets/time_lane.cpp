#include "widgets/time_lane.h"

#include <QApplication>
#include <QEvent>
#include <QFontMetricsF>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "widgets/palette.h"

namespace mica {

TimeLane::TimeLane(TimeView* view, const QString& title, QWidget* parent)
    : QWidget(parent), view_(view), title_(title) {
    setMouseTracking(true);
    setFocusPolicy(Qt::ClickFocus);  // a click on the time line takes the keys there
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(title);
    painted_position_ = view->position();
    connect(view, &TimeView::positionChanged, this, [this](double now) { updateCursor(painted_position_, now); });
    connect(view, &TimeView::rangeChanged, this, qOverload<>(&QWidget::update));
    connect(view, &TimeView::selectionChanged, this, qOverload<>(&QWidget::update));
    connect(view, &TimeView::durationChanged, this, qOverload<>(&QWidget::update));
}

void TimeLane::setTitle(const QString& title) {
    title_ = title;
    setAccessibleName(title);
    update();
}

int TimeLane::headerWidth() const {
    if (header_width_ >= 0) return header_width_;
    // sixteen digits hold the usual word and feature names; never most of a small window
    return std::min(16 * fontMetrics().horizontalAdvance(QLatin1Char('0')), std::max(width() / 3, 40));
}

void TimeLane::setPrinted(double pixels) {
    printed_ = pixels;
    update();
}

void TimeLane::setHeaderWidth(int pixels) {
    header_width_ = pixels;
    update();
}

void TimeLane::setHidden(std::vector<HiddenSpan> spans) {
    if (spans == hidden_) return;
    hidden_ = std::move(spans);
    QStringList texts;
    for (const HiddenSpan& span : hidden_)
        texts << tr("%1 to %2 s: %3")
                     .arg(QString::number(span.time.begin, 'f', 2), QString::number(span.time.end, 'f', 2), span.text);
    setAccessibleDescription(texts.join(QStringLiteral("; ")));
    update();
}

QRectF TimeLane::plotArea() const {
    const double left = headerWidth();
    return {left, 0, std::max(1.0, width() - left - 1), static_cast<double>(height())};
}

TimeScale TimeLane::timeScale() const {
    const QRectF area = plotArea();
    return {view_ ? view_->visibleRange() : Interval{0, 1}, area.left(), area.width()};
}

void TimeLane::paintHeader(QPainter& painter, const QRectF& area) {
    const QRectF inner = area.adjusted(6, 2, -6, -2);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(font()).elidedText(title_, Qt::ElideRight, inner.width()));
}

void TimeLane::paintCursor(QPainter& painter, const QRectF& area) {
    if (!view_) return;
    if (view_->hasSelection()) {
        const double left = xOfTime(view_->selection().begin), right = xOfTime(view_->selection().end);
        QColor fill = accentColour(palette());
        fill.setAlphaF(selectionOpacity());
        painter.fillRect(QRectF(QPointF(left, area.top()), QPointF(right, area.bottom())), fill);
        painter.setPen(QPen(accentColour(palette()), 1, Qt::DashLine));
        painter.drawLine(QPointF(left, area.top()), QPointF(left, area.bottom()));
        painter.drawLine(QPointF(right, area.top()), QPointF(right, area.bottom()));
    }
    const double x = xOfTime(view_->position());
    painter.setPen(QPen(accentColour(palette()), 1.5));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
}

void TimeLane::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = plotArea();
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.fillRect(area, palette().color(QPalette::Base));
    painter.save();
    painter.setClipRect(area);
    paintPlot(painter, area);
    painter.restore();
    if (!hidden_.empty()) paintHidden(painter, area);
    if (printed_ == 0) {
        painter.save();
        painter.setClipRect(area);
        paintCursor(painter, area);
        painter.restore();
    }
    const QRectF header(0, area.top(), area.left(), area.height());
    painter.save();
    painter.setClipRect(header);
    paintHeader(painter, header);
    painter.restore();
    painter.setPen(gridColour(palette()));
    painter.drawLine(QPointF(0, area.bottom() - 0.5), QPointF(area.right(), area.bottom() - 0.5));
    painter.drawLine(QPointF(area.left() - 0.5, area.top()), QPointF(area.left() - 0.5, area.bottom()));
    if (hasFocus() && printed_ == 0)  // who has the keys
        painter.fillRect(QRectF(0, area.top(), 3, area.height() - 1), accentColour(palette()));
    if (view_) painted_position_ = view_->position();
}

// The ground shows through, so that what is hidden can still be read; the hatch and its frame are no colour alone. A
// lane of one line of text keeps it free.
void TimeLane::paintHidden(QPainter& painter, const QRectF& area) {
    painter.save();
    painter.setClipRect(area);
    const QFontMetricsF metrics(font());
    const bool low = area.height() < 2.5 * metrics.height();
    QColor ground = palette().color(QPalette::Base), hatch = quietText(palette());
    const QColor line = hatch;
    ground.setAlphaF(low ? 0.2F : 0.6F);
    hatch.setAlphaF(low ? 0.6F : 1.0F);
    for (const HiddenSpan& span : hidden_) {
        const QRectF box =
            QRectF(QPointF(xOfTime(span.time.begin), area.top()), QPointF(xOfTime(span.time.end), area.bottom() - 1))
                .intersected(area.adjusted(-2, 0, 2, 0));
        if (box.width() <= 0) continue;
        painter.fillRect(box, ground);
        painter.fillRect(box, QBrush(hatch, Qt::BDiagPattern));
        painter.setPen(QPen(line, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box);
        const double wide = metrics.horizontalAdvance(span.text) + 8;
        if (low || box.width() < wide) continue;
        const QRectF label(box.right() - wide, box.top() + 1, wide, metrics.height());
        painter.fillRect(label, palette().color(QPalette::Base));
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(label, Qt::AlignCenter, span.text);
    }
    painter.restore();
}

void TimeLane::updateCursor(double from, double to) {
    // only the two thin stripes change while the clip plays
    const auto stripe = [this](double seconds) {
        const double x = std::clamp(xOfTime(seconds), -10.0, width() + 10.0);
        return QRect(static_cast<int>(std::floor(x)) - 2, 0, 5, height());
    };
    update(stripe(from));
    update(stripe(to));
}

void TimeLane::mousePressEvent(QMouseEvent* event) {
    if (!view_ || event->button() != Qt::LeftButton || event->position().x() < plotArea().left()) {
        QWidget::mousePressEvent(event);
        return;
    }
    const double time = timeOfX(event->position().x());
    view_->setHeld(true);
    press_x_ = event->position().x();
    if (event->modifiers() & Qt::ShiftModifier) {
        drag_ = Drag::extension;
        view_->extendSelection(time);
        // the end that stays while the drag goes on
        drag_begin_ = time > view_->selection().middle() ? view_->selection().begin : view_->selection().end;
    } else {
        drag_ = dragMovesCursor() ? Drag::cursor : Drag::pressed;
        drag_begin_ = time;
        view_->setPosition(time);
    }
    event->accept();
}

void TimeLane::drag(double x) {
    const QRectF area = plotArea();
    if (drag_ == Drag::pressed && std::abs(x - press_x_) >= QApplication::startDragDistance()) drag_ = Drag::selection;
    if (drag_ == Drag::pressed) return;
    if (const double past = x < area.left() ? x - area.left() : std::max(0.0, x - area.right()); past != 0)
        view_->scrollBy(0.2 * past / pixelsPerSecond(timeScale()));
    const double time = timeOfX(std::clamp(x, area.left(), area.right()));
    if (drag_ != Drag::cursor) view_->setSelection(drag_begin_, time);
    if (drag_ != Drag::extension) view_->setPosition(time);  // the frame at the moving end is on screen
}

void TimeLane::mouseMoveEvent(QMouseEvent* event) {
    const QRectF area = plotArea();
    const double x = event->position().x();
    if (view_ && drag_ != Drag::none) drag(x);
    Q_EMIT timeHovered(x >= area.left() && x <= area.right() ? timeOfX(x) : std::numeric_limits<double>::quiet_NaN());
}

void TimeLane::mouseReleaseEvent(QMouseEvent*) {
    if (drag_ == Drag::none) return;
    const bool selected = drag_ == Drag::selection;
    drag_ = Drag::none;
    if (!view_) return;
    if (selected && view_->hasSelection()) view_->setPosition(view_->selection().begin);  // where playing begins
    view_->setHeld(false);
}

void TimeLane::mouseDoubleClickEvent(QMouseEvent* event) {
    if (view_ && event->button() == Qt::LeftButton && event->position().x() >= plotArea().left())
        view_->clearSelection();
}

void TimeLane::wheelEvent(QWheelEvent* event) {
    if (!view_) return;
    const QPoint delta = event->angleDelta();
    const double notches = (delta.y() != 0 ? delta.y() : delta.x()) / 120.0;
    if (notches == 0) return;
    if (event->modifiers() & Qt::ControlModifier)
        view_->zoomAbout(timeOfX(std::max(event->position().x(), plotArea().left())), std::pow(1.25, notches));
    else
        view_->scrollBy(-notches * 0.1 * view_->visibleRange().duration());
    event->accept();
}

void TimeLane::leaveEvent(QEvent* event) {
    Q_EMIT timeHovered(std::numeric_limits<double>::quiet_NaN());
    QWidget::leaveEvent(event);
}

void TimeLane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) updateGeometry();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) update();
    QWidget::changeEvent(event);
}

}  // namespace mica
