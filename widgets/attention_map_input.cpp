// What the map says of its cells, and what mouse, wheel and keys do to it.
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <limits>

#include "widgets/attention_map.h"
#include "widgets/attention_map_cache.h"
#include "widgets/map_geometry.h"

namespace mica {

AttentionMapView::Cell AttentionMapView::cellAt(const QPointF& lane) const {
    const QRectF area = plotArea();
    Cell cell;
    if (!hasMap() || lane.y() < area.top() || lane.y() >= area.bottom() || lane.x() > area.right()) return cell;
    cell.row = std::clamp(static_cast<int>(std::floor(rowOfLaneY(rows_, area.top(), area.height(), lane.y()))), 0,
                          rowCount() - 1);
    if (lane.x() >= area.left()) cell.column = columnAtTime(columns_, timeOfX(lane.x()));
    return cell;
}

QRectF AttentionMapView::cellRect(int row, int column) const {
    if (row < 0 || row >= rowCount() || column < 0 || column >= columnCount()) return {};
    const QRectF area = plotArea();
    const Interval& span = columns_[static_cast<std::size_t>(column)];
    return {QPointF(xOfTime(span.begin), laneYOfRow(rows_, area.top(), area.height(), row)),
            QPointF(xOfTime(span.end), laneYOfRow(rows_, area.top(), area.height(), row + 1))};
}

QString AttentionMapView::cellText(int row, int column) const {
    if (row < 0 || row >= rowCount()) return {};
    const QString target = stepText(shown_->target, row);
    if (column < 0 || column >= columnCount()) return target;
    const auto cell =
        static_cast<std::size_t>(row) * static_cast<std::size_t>(columnCount()) + static_cast<std::size_t>(column);
    const QString source = stepText(shown_->source, column);
    if (picture_.shades.shade[cell] == 0) return tr("%1\nmay not see %2 (masked)").arg(target, source);
    const double weight = static_cast<double>(picture_.shades.weight[cell]);
    QString text;
    if (isDifference())
        text = (weight < 0 ? tr("%1\nattends to %2\nby %3 less in the first map than in the second")
                           : tr("%1\nattends to %2\nby %3 more in the first map than in the second"))
                   .arg(target, source)
                   .arg(std::abs(weight), 0, 'f', 4);
    else
        text = tr("%1\nattends to %2\nweight %3").arg(target, source).arg(weight, 0, 'f', 4);
    text += shown_->shading.head < 0 ? tr(" (mean of all heads)") : tr(" (head %1)").arg(shown_->shading.head + 1);
    QStringList marks;
    if (!picture_.selected.empty() && picture_.selected[cell]) marks << tr("selected by gamma (W)");
    if (!picture_.propagated.empty() && picture_.propagated[cell]) marks << tr("propagated (V)");
    if (!picture_.truth.empty() && picture_.truth[cell]) marks << tr("truly belong together");
    if (!picture_.kept.empty())
        marks << (picture_.kept[cell] ? tr("among the cells that hold %1 % of the row").arg(100 * shown_->kept_mass)
                                      : tr("outside the cells that hold %1 % of the row").arg(100 * shown_->kept_mass));
    if (!marks.isEmpty()) text += QLatin1Char('\n') + marks.join(tr(", "));
    return text;
}

void AttentionMapView::mousePressEvent(QMouseEvent* event) {
    const Cell cell = cellAt(event->position());
    const bool plain = event->button() == Qt::LeftButton && !(event->modifiers() & Qt::ShiftModifier);
    const bool again = plain && cell.row >= 0 && cell.row == frozen_row_ && view() &&
                       (cell.column < 0 || cell.column == columnAtTime(columns_, view()->position()));
    // columns without times cannot say when; the row may
    if (columnsHaveTimes() && event->position().x() >= plotArea().left())
        TimeLane::mousePressEvent(event);
    else if (plain && cell.row >= 0 && !shown_->target.times.empty() && view())
        view()->setPosition(shown_->target.times[static_cast<std::size_t>(cell.row)].begin);
    if (!plain || cell.row < 0) return;
    freezeRow(again ? -1 : cell.row);
    if (cell.column >= 0) Q_EMIT cellClicked(cell.row, cell.column, columnTime(cell.column));
}

void AttentionMapView::mouseMoveEvent(QMouseEvent* event) {
    TimeLane::mouseMoveEvent(event);
    const Cell cell = cellAt(event->position());
    if (cell.row == hovered_row_ && cell.column == hovered_column_) return;
    hovered_row_ = cell.row;
    hovered_column_ = cell.column;
    relight();
    update();
    Q_EMIT cellHovered(cell.row, cell.column, columnTime(cell.column));
}

void AttentionMapView::leaveEvent(QEvent* event) {
    if (hovered_row_ >= 0 || hovered_column_ >= 0) {
        hovered_row_ = hovered_column_ = -1;
        relight();
        update();
        Q_EMIT cellHovered(-1, -1, std::numeric_limits<double>::quiet_NaN());
    }
    TimeLane::leaveEvent(event);
}

void AttentionMapView::wheelEvent(QWheelEvent* event) {
    if (!(event->modifiers() & Qt::ShiftModifier) || !hasMap()) {
        TimeLane::wheelEvent(event);
        return;
    }
    // some platforms turn the wheel sideways while Shift is held
    const QPoint delta = event->angleDelta();
    const double notches = (delta.y() != 0 ? delta.y() : delta.x()) / 120.0;
    const QRectF area = plotArea();
    if (event->modifiers() & Qt::ControlModifier)
        zoomRowsAbout(rowOfLaneY(rows_, area.top(), area.height(), event->position().y()), std::pow(1.25, notches));
    else
        setVisibleRows({rows_.begin - 0.1 * notches * rows_.duration(), rows_.end - 0.1 * notches * rows_.duration()});
    event->accept();
}

void AttentionMapView::keyPressEvent(QKeyEvent* event) {
    if (!hasMap()) {
        TimeLane::keyPressEvent(event);
        return;
    }
    const bool zoom = event->modifiers() & Qt::ControlModifier;
    const int row = litRow();
    const double page = 0.8 * rows_.duration();
    switch (event->key()) {
        case Qt::Key_Up:
            if (zoom)
                zoomRowsAbout(row >= 0 ? row + 0.5 : rows_.middle(), 1.25);
            else
                freezeRow(row < 0 ? rowCount() - 1 : std::max(0, row - 1));
            break;
        case Qt::Key_Down:
            if (zoom)
                zoomRowsAbout(row >= 0 ? row + 0.5 : rows_.middle(), 0.8);
            else
                freezeRow(std::min(rowCount() - 1, row + 1));
            break;
        case Qt::Key_PageUp:
            setVisibleRows({rows_.begin - page, rows_.end - page});
            break;
        case Qt::Key_PageDown:
            setVisibleRows({rows_.begin + page, rows_.end + page});
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            freezeRow(row);
            break;
        case Qt::Key_Escape:
            thaw();
            break;
        default:
            TimeLane::keyPressEvent(event);
            return;
    }
    event->accept();
}

void AttentionMapView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange && cache_) ++cache_->generation;
    TimeLane::changeEvent(event);
}

bool AttentionMapView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const Cell cell = cellAt(help->pos());
        if (cell.row >= 0)
            QToolTip::showText(help->globalPos(), cellText(cell.row, cell.column), this);
        else
            QToolTip::hideText();
        return true;
    }
    return TimeLane::event(event);
}

}  // namespace mica
