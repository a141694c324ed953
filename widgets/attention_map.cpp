#include "widgets/attention_map.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "widgets/attention_map_cache.h"
#include "widgets/map_geometry.h"
#include "widgets/map_truth.h"
#include "widgets/palette.h"

namespace mica {
namespace {

bool fits(const MapAxis& axis, int steps) {
    const auto ok = [steps](std::size_t n) { return n == 0 || n == static_cast<std::size_t>(steps); };
    return ok(axis.times.size()) && ok(axis.labels.size()) && ok(axis.masked.size()) && ok(axis.valid.size());
}

}  // namespace

AttentionMapView::AttentionMapView(TimeView* view, QWidget* parent)
    : TimeLane(view, tr("Attention"), parent),
      empty_text_(tr("No attention yet: train a model or open a run")),
      cache_(std::make_unique<Cache>()) {
    setObjectName(QStringLiteral("attentionMap"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setFocusPolicy(Qt::StrongFocus);
    // the cursor's row may change with the time
    connect(view, &TimeView::positionChanged, this, [this] {
        relight();
        update();
    });
    connect(view, &TimeView::durationChanged, this, [this] { respan(); });
}

AttentionMapView::~AttentionMapView() = default;

bool AttentionMapView::hasMap() const { return shades_.rows > 0; }

bool AttentionMapView::setMap(AttentionMap map, MapAxis source, MapAxis target, std::vector<Link> links) {
    const bool same = map.rows == map_.rows && map.columns == map_.columns && map.pair == map_.pair;
    if (options_.head >= map.heads) options_.head = -1;
    Shades shades = shadesOf(map, options_);
    if (shades.rows == 0 || !fits(source, map.columns) || !fits(target, map.rows)) {
        const QString sizes = QStringLiteral("%1 x %2").arg(map.rows).arg(map.columns);
        clear();
        refused_ = tr("This attention (%1) does not fit the clip: was it made for another one?").arg(sizes);
        return false;
    }
    refused_.clear();
    map_ = std::move(map);
    source_ = std::move(source);
    target_ = std::move(target);
    links_ = std::move(links);
    shades_ = std::move(shades);
    if (!same) {
        rows_ = {0, static_cast<double>(map_.rows)};
        frozen_row_ = outer_row_ = hovered_row_ = hovered_column_ = -1;
    }
    setTitle(tr("%1 \u2192 %2").arg(modalityTitle(map_.pair.source), modalityTitle(map_.pair.target)));
    retell();
    respan();
    updateGeometry();
    return true;
}

void AttentionMapView::clear() {
    map_ = {};
    source_ = target_ = {};
    shades_ = {};
    columns_.clear();
    refused_.clear();
    frozen_row_ = outer_row_ = hovered_row_ = hovered_column_ = -1;
    ++cache_->generation;
    relight();
    update();
}

void AttentionMapView::setEmptyText(const QString& text) {
    empty_text_ = text;
    update();
}

void AttentionMapView::reshade() {
    shades_ = shadesOf(map_, options_);
    retell();
}

// All that follows from the shades and from what is outlined.
void AttentionMapView::retell() {
    selected_ = show_w_ ? selectionOf(map_.w, map_, options_.head) : std::vector<std::uint8_t>{};
    propagated_ = show_v_ ? selectionOf(map_.v, map_, options_.head) : std::vector<std::uint8_t>{};
    truth_cells_.clear();
    if (columnsHaveTimes() && !target_.times.empty()) {
        if (truth_ == Truth::times) truth_cells_ = truthFromTimes(target_.times, source_.times);
        if (truth_ == Truth::links) truth_cells_ = truthFromLinks(links_, map_.pair, target_.times, source_.times);
    }
    ++cache_->generation;
    lit_row_ = -2;  // the strongest sources are told anew
    relight();
    update();
}

void AttentionMapView::respan() {
    columns_ = columnSpans(source_.times, map_.columns, view() ? view()->duration() : 0);
    ++cache_->generation;
    update();
}

void AttentionMapView::setHead(int head) {
    head = head < 0 ? -1 : std::min(head, std::max(0, map_.heads - 1));
    if (std::exchange(options_.head, head) != head) reshade();
}
void AttentionMapView::setScale(MapScale scale) {
    if (std::exchange(options_.scale, scale) != scale) reshade();
}
void AttentionMapView::setNormalisation(MapNormalisation normalisation) {
    if (std::exchange(options_.normalisation, normalisation) != normalisation) reshade();
}
void AttentionMapView::setShowSelected(bool w) {
    if (std::exchange(show_w_, w) != w) retell();
}
void AttentionMapView::setShowPropagated(bool v) {
    if (std::exchange(show_v_, v) != v) retell();
}
void AttentionMapView::setTruth(Truth truth) {
    if (std::exchange(truth_, truth) != truth) retell();
}
void AttentionMapView::setColours(MapColours colours) {
    colours_ = colours;
    ++cache_->generation;
    update();
}
void AttentionMapView::setStrongestCount(int k) {
    k = std::clamp(k, 0, 32);
    if (std::exchange(strongest_count_, k) != k) retell();
}

void AttentionMapView::setVisibleRows(Interval rows) {
    if (!std::isfinite(rows.begin) || !std::isfinite(rows.end)) return;
    rows_ = clampedRows(rows, map_.rows);
    update();
}

void AttentionMapView::zoomRowsAbout(double row, double factor) {
    if (!(factor > 0) || !std::isfinite(factor)) return;
    const double length = std::clamp(rows_.duration() / factor, 1.0, static_cast<double>(std::max(1, map_.rows)));
    setVisibleRows(zoomedRange(rows_, row, rows_.duration() / length));
}

double AttentionMapView::columnTime(int column) const {
    if (!columnsHaveTimes() || column < 0 || column >= map_.columns) return std::numeric_limits<double>::quiet_NaN();
    return source_.times[static_cast<std::size_t>(column)].middle();
}

int AttentionMapView::currentRow() const { return hasMap() && view() ? stepAtTime(target_, view()->position()) : -1; }

int AttentionMapView::litRow() const { return std::max(lit_row_, -1); }

void AttentionMapView::relight() {
    int row = -1;
    if (hasMap())
        row = outer_row_ >= 0     ? outer_row_
              : frozen_row_ >= 0  ? frozen_row_
              : hovered_row_ >= 0 ? hovered_row_
                                  : currentRow();
    if (row == lit_row_) return;
    const bool other = row != litRow();
    lit_row_ = row;
    strongest_ = strongestSources(shades_, row, strongest_count_);
    QString told = row >= 0 ? stepText(target_, row) : QString();
    for (const StrongSource& s : strongest_)
        told +=
            QStringLiteral("; %1: %2").arg(stepText(source_, s.column)).arg(static_cast<double>(s.weight), 0, 'f', 3);
    setAccessibleDescription(told);
    update();
    if (other) Q_EMIT rowLit(row);
    Q_EMIT strongestChanged(row, strongest_);
}

void AttentionMapView::setHighlightedRow(int row) {
    if (row >= map_.rows) row = -1;
    outer_row_ = row;
    relight();
}

void AttentionMapView::freezeRow(int row) {
    frozen_row_ = row >= 0 && row < map_.rows ? row : -1;
    if (frozen_row_ >= 0) {
        if (frozen_row_ < rows_.begin)
            setVisibleRows({static_cast<double>(frozen_row_), frozen_row_ + rows_.duration()});
        if (frozen_row_ + 1 > rows_.end) setVisibleRows({frozen_row_ + 1 - rows_.duration(), frozen_row_ + 1.0});
    }
    relight();
    update();
}

void AttentionMapView::thaw() { freezeRow(-1); }

int AttentionMapView::legendHeight() const { return qRound(1.7 * QFontMetricsF(font()).height()) + 4; }

int AttentionMapView::bandHeight() const {
    return hasMap() && !columnsHaveTimes() ? qRound(1.2 * QFontMetricsF(font()).height()) : 0;
}

QRectF AttentionMapView::plotArea() const {
    const QRectF lane = TimeLane::plotArea();
    return lane.adjusted(0, 0, 0, -std::min(legendHeight() + bandHeight(), height() / 2));
}

QSize AttentionMapView::sizeHint() const {
    const int rows = std::clamp(map_.rows, 8, 16);
    return {600, qRound(1.4 * rows * QFontMetricsF(font()).height()) + legendHeight() + bandHeight()};
}

QSize AttentionMapView::minimumSizeHint() const {
    return {240, qRound(4 * QFontMetricsF(font()).height()) + legendHeight() + bandHeight()};
}

AttentionMapView::Cell AttentionMapView::cellAt(const QPointF& lane) const {
    const QRectF area = plotArea();
    Cell cell;
    if (!hasMap() || lane.y() < area.top() || lane.y() >= area.bottom() || lane.x() > area.right()) return cell;
    cell.row = std::clamp(static_cast<int>(std::floor(rowOfLaneY(rows_, area.top(), area.height(), lane.y()))), 0,
                          map_.rows - 1);
    if (lane.x() >= area.left()) cell.column = columnAtTime(columns_, timeOfX(lane.x()));
    return cell;
}

QRectF AttentionMapView::cellRect(int row, int column) const {
    if (row < 0 || row >= map_.rows || column < 0 || column >= map_.columns) return {};
    const QRectF area = plotArea();
    const Interval& span = columns_[static_cast<std::size_t>(column)];
    return {QPointF(xOfTime(span.begin), laneYOfRow(rows_, area.top(), area.height(), row)),
            QPointF(xOfTime(span.end), laneYOfRow(rows_, area.top(), area.height(), row + 1))};
}

QString AttentionMapView::cellText(int row, int column) const {
    if (row < 0 || row >= map_.rows) return {};
    const QString target = stepText(target_, row);
    if (column < 0 || column >= map_.columns) return target;
    const auto cell =
        static_cast<std::size_t>(row) * static_cast<std::size_t>(map_.columns) + static_cast<std::size_t>(column);
    const QString source = stepText(source_, column);
    if (shades_.shade[cell] == 0) return tr("%1\nmay not see %2 (masked)").arg(target, source);
    QString text = tr("%1\nattends to %2\nweight %3")
                       .arg(target, source)
                       .arg(static_cast<double>(shades_.weight[cell]), 0, 'f', 4);
    text += options_.head < 0 ? tr(" (mean of all heads)") : tr(" (head %1)").arg(options_.head + 1);
    QStringList marks;
    if (!selected_.empty() && selected_[cell]) marks << tr("selected by gamma (W)");
    if (!propagated_.empty() && propagated_[cell]) marks << tr("propagated (V)");
    if (!truth_cells_.empty() && truth_cells_[cell]) marks << tr("truly belong together");
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
    else if (plain && cell.row >= 0 && !target_.times.empty() && view())
        view()->setPosition(target_.times[static_cast<std::size_t>(cell.row)].begin);
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
                freezeRow(row < 0 ? map_.rows - 1 : std::max(0, row - 1));
            break;
        case Qt::Key_Down:
            if (zoom)
                zoomRowsAbout(row >= 0 ? row + 0.5 : rows_.middle(), 0.8);
            else
                freezeRow(std::min(map_.rows - 1, row + 1));
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
