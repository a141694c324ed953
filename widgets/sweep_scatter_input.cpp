// A sweep's scatter by mouse and by key.
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <utility>

#include "widgets/sweep_scatter.h"

namespace mica {
namespace {

constexpr double kDrag = 4;     // pixels from which a press is a drag
constexpr double kRegion = 20;  // parts of an axis by which a key widens a region

}  // namespace

void SweepScatter::choose(QRectF s) {
    s = s.normalized();
    Q_EMIT regionChosen({{across().key, across().numberAt(s.left()), across().numberAt(s.right())},
                         {up().key, up().numberAt(s.top()), up().numberAt(s.bottom())}});
}

void SweepScatter::lift() { Q_EMIT regionChosen({}); }

void SweepScatter::widen(int key) {
    if (std::find(drawn_.begin(), drawn_.end(), current_) == drawn_.end()) return;
    const QPointF at = shares(current_);
    const double step = 1 / kRegion;
    QRectF r(at.x() - step / 2, at.y() - step / 2, step, step);
    if (const QRectF there = region(); !there.isEmpty()) r = there;
    if (key == Qt::Key_Left) r.setLeft(r.left() - step);
    if (key == Qt::Key_Right) r.setRight(r.right() + step);
    if (key == Qt::Key_Up) r.setBottom(r.bottom() + step);  // shares grow upwards
    if (key == Qt::Key_Down) r.setTop(r.top() - step);
    choose(r);
}

void SweepScatter::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !list_) return;
    pressed_ = dragged_ = event->position();
}

void SweepScatter::mouseMoveEvent(QMouseEvent* event) {
    if (!pressed_) return;
    dragged_ = event->position();
    showDrag((dragged_ - *pressed_).manhattanLength() >= kDrag);
}

void SweepScatter::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !pressed_) return;
    const QPointF from = *std::exchange(pressed_, std::nullopt);
    showDrag(false);
    if ((event->position() - from).manhattanLength() >= kDrag)
        return choose(QRectF(sharesAt(from), sharesAt(event->position())));
    if (const int trial = trialAt(from); trial >= 0) {
        setCurrent(trial);
        Q_EMIT trialChosen(trial);
    } else if (!regions_.empty()) {
        lift();
    }
}

void SweepScatter::mouseDoubleClickEvent(QMouseEvent* event) {
    const int trial = event->button() == Qt::LeftButton && list_ ? trialAt(event->position()) : -1;
    if (trial >= 0) Q_EMIT trialActivated(trial);
}

void SweepScatter::keyPressEvent(QKeyEvent* event) {
    if (drawn_.empty()) return QWidget::keyPressEvent(event);
    const bool arrow = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right || event->key() == Qt::Key_Up ||
                       event->key() == Qt::Key_Down;
    if (arrow && event->modifiers() & Qt::ShiftModifier) return widen(event->key());
    const auto go = [this](std::ptrdiff_t to) {
        setCurrent(drawn_[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(to, 0, std::ssize(drawn_) - 1))]);
        Q_EMIT trialChosen(current_);
    };
    const auto found = std::find(drawn_.begin(), drawn_.end(), current_);
    const std::ptrdiff_t at = found == drawn_.end() ? -1 : found - drawn_.begin();
    switch (event->key()) {
        case Qt::Key_Left:
            return go(at < 0 ? std::ssize(drawn_) : at - 1);
        case Qt::Key_Right:
            return go(at + 1);
        case Qt::Key_Home:
            return go(0);
        case Qt::Key_End:
            return go(std::ssize(drawn_));
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            if (at >= 0) Q_EMIT trialActivated(current_);
            return;
        case Qt::Key_Escape:
            return lift();
        default:
            QWidget::keyPressEvent(event);
    }
}

bool SweepScatter::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || !list_) return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const int trial = trialAt(QPointF(help->pos()));
    QToolTip::showText(
        help->globalPos(),
        trial < 0 ? tr("Drag to choose the trials of a region; Escape lifts it")
                  : tr("%1\nDouble click to open its run").arg(trialText(*list_, static_cast<std::size_t>(trial))),
        this);
    return true;
}

}  // namespace mica
