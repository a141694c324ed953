#include "widgets/attention_map.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "widgets/attention_map_cache.h"
#include "widgets/map_geometry.h"
#include "widgets/palette.h"

namespace mica {
namespace {

constexpr std::size_t kAtOnce = std::size_t{1} << 17;  // weights that are shaded within a frame

bool fits(const MapAxis& axis, int steps) {
    const auto ok = [steps](std::size_t n) { return n == 0 || n == static_cast<std::size_t>(steps); };
    return ok(axis.times.size()) && ok(axis.labels.size()) && ok(axis.masked.size()) && ok(axis.valid.size());
}

bool sameSteps(const std::shared_ptr<const AttentionMap>& a, const std::shared_ptr<const AttentionMap>& b) {
    return a && b && a->rows == b->rows && a->columns == b->columns && a->pair == b->pair;
}

}  // namespace

AttentionMapView::AttentionMapView(TimeView* view, QWidget* parent)
    : TimeLane(view, tr("Attention"), parent),
      shown_(std::make_shared<const MapWish>()),
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

bool AttentionMapView::hasMap() const { return rowCount() > 0; }

const AttentionMap& AttentionMapView::map() const {
    static const AttentionMap none;
    return shown_->map ? *shown_->map : none;
}

bool AttentionMapView::setMap(AttentionMap map, MapAxis source, MapAxis target, std::vector<Link> links) {
    return setContent(
        {std::make_shared<const AttentionMap>(std::move(map)), std::move(source), std::move(target), std::move(links)});
}

bool AttentionMapView::setContent(MapContent content) {
    const AttentionMap* map = content.map.get();
    const bool axes = map && isWhole(*map) && fits(content.source, map->columns) && fits(content.target, map->rows);
    if (!axes || (content.less && (!isWhole(*content.less) || !sameSteps(content.map, content.less)))) {
        clear();
        refused_ = map && axes ? tr("These two maps have other steps (%1 x %2 and %3 x %4) and cannot be subtracted.")
                                     .arg(map->rows)
                                     .arg(map->columns)
                                     .arg(content.less->rows)
                                     .arg(content.less->columns)
                               : tr("This attention (%1 x %2) does not fit the clip: was it made for another one?")
                                     .arg(map ? map->rows : 0)
                                     .arg(map ? map->columns : 0);
        return false;
    }
    refused_.clear();
    if (!sameSteps(content.map, shown_->map)) drop();
    wish_.map = std::move(content.map);
    wish_.less = std::move(content.less);
    wish_.beside = std::move(content.beside);
    wish_.source = std::move(content.source);
    wish_.target = std::move(content.target);
    wish_.links = std::move(content.links);
    reshade();
    return true;
}

// Forgets what is on screen.
void AttentionMapView::drop() {
    shown_ = std::make_shared<const MapWish>();
    picture_ = {};
    columns_.clear();
    frozen_row_ = outer_row_ = outer_column_ = hovered_row_ = hovered_column_ = -1;
    ++cache_->generation;
    relight();
    update();
}

void AttentionMapView::clear() {
    worker_.cancel();
    wish_.map = wish_.less = nullptr;
    wish_.beside.clear();
    refused_.clear();
    drop();
}

void AttentionMapView::setEmptyText(const QString& text) {
    empty_text_ = text;
    update();
}

void AttentionMapView::reshade() {
    if (!wish_.map) return;
    auto wish = std::make_shared<MapWish>(wish_);
    wish->shading.head = std::min(wish->shading.head, wish->map->heads - 1);
    if (effortOf(*wish) <= kAtOnce) {
        worker_.cancel();
        MapPicture picture = pictureOf(*wish);
        return present(std::move(wish), std::move(picture));
    }
    worker_.post([this, wish]() -> MapWorker::Answer {
        auto picture = std::make_shared<MapPicture>(pictureOf(*wish));
        return [this, wish, picture] { present(wish, std::move(*picture)); };
    });
    update();
}

void AttentionMapView::present(std::shared_ptr<const MapWish> wish, MapPicture picture) {
    if (!sameSteps(wish->map, shown_->map)) rows_ = {0, static_cast<double>(wish->map->rows)};
    shown_ = std::move(wish);
    picture_ = std::move(picture);
    setTitle(tr("%1 \u2192 %2").arg(modalityTitle(shown_->map->pair.source), modalityTitle(shown_->map->pair.target)));
    lit_row_ = -2;  // the strongest sources are told anew
    respan();
    relight();
    updateGeometry();
    Q_EMIT drawn();
}

void AttentionMapView::respan() {
    columns_ = columnSpans(shown_->source.times, columnCount(), view() ? view()->duration() : 0);
    ++cache_->generation;
    update();
}

void AttentionMapView::setHead(int head) {
    head = std::max(head, -1);
    if (wish_.map && head >= wish_.map->heads) head = wish_.map->heads - 1;
    if (std::exchange(wish_.shading.head, head) != head) reshade();
}
void AttentionMapView::setScale(MapScale scale) {
    if (std::exchange(wish_.shading.scale, scale) != scale) reshade();
}
void AttentionMapView::setNormalisation(MapNormalisation normalisation) {
    if (std::exchange(wish_.shading.normalisation, normalisation) != normalisation) reshade();
}
void AttentionMapView::setKeptMass(double share) {
    share = std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 1.0;
    if (std::exchange(wish_.kept_mass, share) != share) reshade();
}
void AttentionMapView::setShowSelected(bool w) {
    if (std::exchange(wish_.show_w, w) != w) reshade();
}
void AttentionMapView::setShowPropagated(bool v) {
    if (std::exchange(wish_.show_v, v) != v) reshade();
}
void AttentionMapView::setTruth(Truth truth) {
    if (std::exchange(wish_.truth, truth) != truth) reshade();
}
void AttentionMapView::setColours(MapColours colours) {
    colours_ = colours;
    ++cache_->generation;
    update();
}
void AttentionMapView::setLegendShown(bool shown) {
    if (std::exchange(legend_shown_, shown) == shown) return;
    updateGeometry();
    update();
}
void AttentionMapView::setStrongestCount(int k) {
    k = std::clamp(k, 0, 32);
    if (std::exchange(strongest_count_, k) == k) return;
    lit_row_ = -2;
    relight();
    update();
}

void AttentionMapView::setVisibleRows(Interval rows) {
    if (!std::isfinite(rows.begin) || !std::isfinite(rows.end)) return;
    rows = clampedRows(rows, rowCount());
    if (std::exchange(rows_, rows) == rows) return;
    update();
    Q_EMIT visibleRowsChanged(rows_);
}

void AttentionMapView::zoomRowsAbout(double row, double factor) {
    if (!(factor > 0) || !std::isfinite(factor)) return;
    const double length = std::clamp(rows_.duration() / factor, 1.0, static_cast<double>(std::max(1, rowCount())));
    setVisibleRows(zoomedRange(rows_, row, rows_.duration() / length));
}

double AttentionMapView::columnTime(int column) const {
    if (!columnsHaveTimes() || column < 0 || column >= columnCount()) return std::numeric_limits<double>::quiet_NaN();
    return shown_->source.times[static_cast<std::size_t>(column)].middle();
}

int AttentionMapView::columnAt(double seconds) const {
    return hasMap() && columnsHaveTimes() ? columnAtTime(columns_, seconds) : -1;
}

int AttentionMapView::currentRow() const {
    return hasMap() && view() ? stepAtTime(shown_->target, view()->position()) : -1;
}

int AttentionMapView::litRow() const { return std::max(lit_row_, -1); }

int AttentionMapView::markedRow() const { return printed() > 0 ? frozen_row_ : litRow(); }

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
    strongest_ = strongestSources(picture_.shades, row, strongest_count_);
    QString told = row >= 0 ? stepText(shown_->target, row) : QString();
    for (const StrongSource& s : strongest_)
        told += QStringLiteral("; %1: %2")
                    .arg(stepText(shown_->source, s.column))
                    .arg(static_cast<double>(s.weight), 0, 'f', 3);
    setAccessibleDescription(told);
    update();
    if (other) Q_EMIT rowLit(row);
    Q_EMIT strongestChanged(row, strongest_);
}

void AttentionMapView::setHighlightedRow(int row) {
    if (row >= rowCount()) row = -1;
    outer_row_ = row;
    relight();
}

void AttentionMapView::setHighlightedColumn(int column) {
    if (column >= columnCount()) column = -1;
    if (std::exchange(outer_column_, column) != column) update();
}

void AttentionMapView::freezeRow(int row) {
    const int before = std::exchange(frozen_row_, row >= 0 && row < rowCount() ? row : -1);
    if (frozen_row_ >= 0) {
        if (frozen_row_ < rows_.begin)
            setVisibleRows({static_cast<double>(frozen_row_), frozen_row_ + rows_.duration()});
        if (frozen_row_ + 1 > rows_.end) setVisibleRows({frozen_row_ + 1 - rows_.duration(), frozen_row_ + 1.0});
    }
    relight();
    update();
    if (before != frozen_row_) Q_EMIT frozen(frozen_row_);
}

void AttentionMapView::thaw() { freezeRow(-1); }

int AttentionMapView::legendRoom() const { return qRound(1.7 * QFontMetricsF(font()).height()) + 4; }
int AttentionMapView::legendHeight() const { return legend_shown_ ? legendRoom() : 0; }

int AttentionMapView::bandHeight() const {
    return hasMap() && !columnsHaveTimes() ? qRound(1.2 * QFontMetricsF(font()).height()) : 0;
}

QRectF AttentionMapView::plotArea() const {
    const QRectF lane = TimeLane::plotArea();
    return lane.adjusted(0, 0, 0, -std::min(legendHeight() + bandHeight(), height() / 2));
}

QSize AttentionMapView::sizeHint() const {
    const int rows = std::clamp(rowCount(), 8, 16);
    return {600, qRound(1.4 * rows * QFontMetricsF(font()).height()) + legendHeight() + bandHeight()};
}

QSize AttentionMapView::minimumSizeHint() const {
    return {240, qRound(4 * QFontMetricsF(font()).height()) + legendHeight() + bandHeight()};
}

}  // namespace mica
