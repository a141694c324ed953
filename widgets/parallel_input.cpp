// Parallel coordinates by mouse and by key.
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/parallel_coordinates.h"

namespace mica {
namespace {

constexpr double kAxisReach = 9;  // pixels beside an axis that belong to it
constexpr double kDrag = 4;       // pixels from which a press is a drag
constexpr int kParts = 20;        // of an axis that keys step by

}  // namespace

void ParallelCoordinates::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !list_) return;
    drag_ = {};
    drag_.from = drag_.now = event->position();
    anchor_.reset();
    for (int s = 0; s < axes(); ++s)
        if (nameRect(s).contains(event->position())) {
            drag_.what = Drag::What::axis;
            drag_.slot = s;
            goToAxis(s);
            return;
        }
    const ParallelGeometry g = geometryNow();
    drag_.slot = g.slotAt(event->position(), kAxisReach);
    if (drag_.slot < 0) return;
    goToAxis(drag_.slot);
    mark_ = g.share(event->position().y());
    drag_.what = Drag::What::brush;
    if (const auto brush = brushAt(drag_.slot, mark_, drag_.what)) drag_.brush = *brush;
    before_ = brushes_;
    if (drag_.what != Drag::What::brush) std::erase(before_, drag_.brush);
    update();
}

void ParallelCoordinates::mouseMoveEvent(QMouseEvent* event) {
    if (drag_.what == Drag::What::nothing || !(event->buttons() & Qt::LeftButton)) {
        const ParallelGeometry g = geometryNow();
        bool name = false;
        for (int s = 0; list_ && s < axes(); ++s) name = name || nameRect(s).contains(event->position());
        const int slot = list_ ? g.slotAt(event->position(), kAxisReach) : -1;
        setCursor(name ? Qt::SizeHorCursor : slot >= 0 ? Qt::SizeVerCursor : Qt::ArrowCursor);
        return;
    }
    if ((event->position() - drag_.from).manhattanLength() >= kDrag) drag_.moved = true;
    drag_.now = event->position();
    if (drag_.moved) dragTo(event->position());
}

void ParallelCoordinates::dragTo(const QPointF& place) {
    const ParallelGeometry g = geometryNow();
    if (drag_.what == Drag::What::axis) {
        if (const int to = g.nearestSlot(place.x()); to != drag_.slot) {
            moveAxis(drag_.slot, to);
            drag_.slot = slot_ = to;
        }
        return update();
    }
    const SweepAxis& axis = axisIn(drag_.slot);
    const double from = g.share(drag_.from.y()), to = g.share(place.y());
    SweepBrush brush{axis.key, axis.numberAt(std::min(from, to)), axis.numberAt(std::max(from, to))};
    if (drag_.what != Drag::What::brush) {
        double low = axis.share(drag_.brush.low), high = axis.share(drag_.brush.high);
        if (drag_.what == Drag::What::low)
            low = to;
        else if (drag_.what == Drag::What::high)
            high = to;
        else {
            const double by = std::clamp(to - from, -low, 1 - high);  // it keeps its size at the ends
            low += by;
            high += by;
        }
        brush = {axis.key, axis.numberAt(std::min(low, high)), axis.numberAt(std::max(low, high))};
    }
    brushes_ = before_;
    addBrush(brushes_, brush);
    send();
}

void ParallelCoordinates::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const Drag drag = std::exchange(drag_, {});
    if (drag.moved) redraw();
    update();
    if (drag.moved || !list_ || drag.what == Drag::What::axis) return;
    if (drag.what == Drag::What::move || drag.what == Drag::What::low || drag.what == Drag::What::high) {
        brushes_ = before_;  // a click lifts it
        return send();
    }
    if (const int trial = trialAt(event->position()); trial >= 0) {
        setCurrent(trial);
        Q_EMIT trialChosen(trial);
    }
}

void ParallelCoordinates::mouseDoubleClickEvent(QMouseEvent* event) {
    const int trial = event->button() == Qt::LeftButton ? trialAt(event->position()) : -1;
    if (trial >= 0) Q_EMIT trialActivated(trial);
}

void ParallelCoordinates::goToAxis(int slot) {
    if (slot == slot_) return;
    slot_ = slot;
    anchor_.reset();
    setAccessibleDescription(tr("Axis %1").arg(axisIn(slot).title));
    update();
}

// From name to name, else by a twentieth of the axis.
double ParallelCoordinates::stepOn(const SweepAxis& axis, double share, int by) const {
    if (axis.kind == SweepAxis::Kind::named) {
        const double at = std::round(axis.numberAt(share)) + by, last = static_cast<double>(axis.names.size()) - 1;
        return axis.share(std::clamp(at, 0.0, std::max(0.0, last)));
    }
    return std::clamp(share + static_cast<double>(by) / kParts, 0.0, 1.0);
}

void ParallelCoordinates::brushBy(int key) {
    const SweepAxis& axis = axisIn(slot_);
    if (!anchor_) {
        anchor_ = mark_ = axis.kind == SweepAxis::Kind::named ? stepOn(axis, mark_, 0) : mark_;
        before_ = brushes_;
    }
    mark_ = stepOn(axis, mark_, key == Qt::Key_Up ? 1 : -1);
    // a name is brushed whole, half a step beyond it
    const double beyond = axis.kind == SweepAxis::Kind::named ? 0.4 / static_cast<double>(axis.names.size()) : 0;
    brushes_ = before_;
    addBrush(brushes_, {axis.key, axis.numberAt(std::min(*anchor_, mark_) - beyond),
                        axis.numberAt(std::max(*anchor_, mark_) + beyond)});
    send();
}

// Through the trials that fit, the best first.
void ParallelCoordinates::step(int by) {
    std::vector<int> way;
    for (auto it = list_->rising.rbegin(); it != list_->rising.rend(); ++it)
        if (fit_[static_cast<std::size_t>(*it)]) way.push_back(*it);
    if (way.empty()) return;
    const auto found = std::find(way.begin(), way.end(), current_);
    const auto last = static_cast<std::ptrdiff_t>(way.size()) - 1;
    const std::ptrdiff_t at =
        found == way.end() ? (by > 0 ? 0 : last) : std::clamp(found - way.begin() + by, std::ptrdiff_t{0}, last);
    setCurrent(way[static_cast<std::size_t>(at)]);
    Q_EMIT trialChosen(current_);
}

void ParallelCoordinates::keyPressEvent(QKeyEvent* event) {
    if (!list_ || axes() == 0) return QWidget::keyPressEvent(event);
    const bool shift = event->modifiers() & Qt::ShiftModifier, control = event->modifiers() & Qt::ControlModifier;
    const int slot = std::max(0, slot_), to = event->key() == Qt::Key_Left ? slot - 1 : slot + 1;
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
            if (control) {
                moveAxis(slot, to);
                if (to >= 0 && to < axes()) slot_ = to;
            } else {
                goToAxis(std::clamp(slot_ < 0 ? 0 : to, 0, axes() - 1));
            }
            return;
        case Qt::Key_Home:
            return goToAxis(0);
        case Qt::Key_End:
            return goToAxis(axes() - 1);
        case Qt::Key_Up:
        case Qt::Key_Down:
            goToAxis(slot);
            if (shift) return brushBy(event->key());
            anchor_.reset();
            mark_ = stepOn(axisIn(slot_), mark_, event->key() == Qt::Key_Up ? 1 : -1);
            return update();
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            if (slot_ < 0) return;
            anchor_.reset();
            liftBrushes(brushes_, axisIn(slot_).key);
            return send();
        case Qt::Key_Escape:
            anchor_.reset();
            brushes_.clear();
            return send();
        case Qt::Key_PageDown:
            return step(1);
        case Qt::Key_PageUp:
            return step(-1);
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            if (current_ >= 0) Q_EMIT trialActivated(current_);
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

void ParallelCoordinates::focusInEvent(QFocusEvent* event) {
    if (slot_ < 0 && axes() > 0) goToAxis(0);
    QWidget::focusInEvent(event);
}

bool ParallelCoordinates::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || !list_) return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const QPointF place(help->pos());
    QString text = tr("Drag along an axis to choose trials; drag a name to move its axis; Escape lifts all brushes");
    const int slot = geometryNow().slotAt(place, kAxisReach), trial = trialAt(place);
    for (int s = 0; s < axes(); ++s)
        if (nameRect(s).contains(place)) {
            const SweepAxis& axis = axisIn(s);
            text = axis.kind == SweepAxis::Kind::named
                       ? tr("%1\nDrag the name to move the axis").arg(axis.title)
                       : tr("%1, %2 to %3\nDrag the name to move the axis")
                             .arg(axis.title, sweepNumber(axis.low), sweepNumber(axis.high));
        }
    if (slot >= 0) {
        const SweepAxis& axis = axisIn(slot);
        text = tr("%1: %2\nDrag to choose trials, click a brush to lift it")
                   .arg(axis.title, axis.text(axis.numberAt(geometryNow().share(place.y()))));
    } else if (trial >= 0) {
        text = tr("%1\nDouble click to open its run").arg(trialText(*list_, static_cast<std::size_t>(trial)));
    }
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

}  // namespace mica
