#include "app/workbench/map_deck.h"

#include <QApplication>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

#include "app/workbench/figure_panel.h"
#include "app/workbench/key_page.h"
#include "app/workbench/what_if_change.h"
#include "app/workbench/words.h"
#include "datasets/types/error.h"
#include "widgets/figure_view.h"
#include "widgets/map_grid.h"
#include "widgets/palette.h"

namespace mica {

namespace {

constexpr int kMapLines = 13;  // height of the map in lines: a short sentence keeps its words beside the rows
constexpr int kComparedLines = 8;

std::shared_ptr<const AttentionMap> shared(const std::shared_ptr<const AttentionSnapshot>& all,
                                           const AttentionMap& map) {
    return {all, &map};
}

}  // namespace

MapDeck::MapDeck(Selection* selection, AttentionSource* attention, QWidget* parent)
    : QWidget(parent), selection_(selection), attention_(attention) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    for (std::size_t i = 0; i < kMaps; ++i) {
        captions_[i] = new QLabel;
        captions_[i]->setContentsMargins(6, 0, 6, 0);
        captions_[i]->setTextFormat(Qt::PlainText);
        captions_[i]->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        maps_[i] = new AttentionMapView(selection->time());
        column->addWidget(captions_[i]);
        column->addWidget(maps_[i], 1);
        if (i == 0) continue;
        maps_[i]->setObjectName(QStringLiteral("comparedMap%1").arg(i));
        auto* source = new AttentionSource(selection, static_cast<int>(i) - 1, this);
        compared_.push_back(source);
        connect(source, &AttentionSource::changed, this, &MapDeck::refresh);
    }
    grid_ = new MapGrid(selection->time());
    figure_ = new FigurePanel;
    column->addWidget(grid_, 1);
    column->addWidget(figure_, 1);
    describeKeys(map(), tr("Attention map, while it has the focus"),
                 {tr("Up, Down\tfreezes the row above or below"), tr("Enter\tfreezes the row that is lit"),
                  tr("Escape\tlets the row go"), tr("Page up, Page down\tscrolls rows"),
                  tr("Ctrl+Up, Ctrl+Down\tzooms rows"), tr("Shift+wheel, Ctrl+Shift+wheel\tscrolls and zooms rows")});
    describeKeys(grid_, tr("All heads and layers, while they have the focus"),
                 {tr("Arrow keys\tgo from one small map to the next"), tr("Enter, click\tshows it large")});
    describeKeys(
        figure_->view(), tr("Figure, while it has the focus"),
        {tr("Up, Down\tlights the word before or after"), tr("Click\ton a word lights it, on a picture goes there")});
    linkMaps();
    applyLook();
    connect(selection_, &Selection::mapChanged, this, &MapDeck::refresh);
    connect(selection_, &Selection::comparedChanged, this, &MapDeck::refresh);
    connect(attention_, &AttentionSource::changed, this, &MapDeck::refresh);
    connect(grid_, &MapGrid::chosen, this, [this](int layer, int head) {
        selection_->setLayer(layer);
        selection_->setHead(head);
        setView(View::map);
        map()->setFocus();
    });
    connect(figure_->view(), &FigureView::targetHovered, this, &MapDeck::lightRow);
    connect(figure_->view(), &FigureView::targetClicked, map(), &AttentionMapView::freezeRow);
    connect(figure_->view(), &FigureView::sourceClicked, this, [this](int, double time) {
        if (std::isfinite(time)) selection_->time()->setPosition(time);
    });
    connect(figure_->view(), &FigureView::sourceHovered, this, [this](int step, double time) {
        lightColumn(step);
        Q_EMIT cellHovered(map(), step < 0 ? -1 : map()->litRow(), step, time);
    });
    connect(figure_, &FigurePanel::picturesWanted, this, &MapDeck::picturesWanted);
    refresh();
}

void MapDeck::linkMaps() {
    for (AttentionMapView* from : maps_) {
        const auto others = [this, from](auto&& act) {
            for (AttentionMapView* to : maps_)
                if (to != from) act(to);
        };
        connect(from, &AttentionMapView::visibleRowsChanged, this, [from, others](const Interval& rows) {
            others([&](AttentionMapView* to) {
                if (to->map().rows == from->map().rows) to->setVisibleRows(rows);
            });
        });
        connect(from, &AttentionMapView::cellHovered, this, [this, from, others](int row, int column, double time) {
            others([&](AttentionMapView* to) {
                to->setHighlightedRow(row);
                to->setHighlightedColumn(column);
            });
            Q_EMIT cellHovered(from, row, column, time);
        });
        connect(from, &AttentionMapView::frozen, this,
                [others](int row) { others([&](AttentionMapView* to) { to->freezeRow(row); }); });
        connect(from, &AttentionMapView::drawn, this, &MapDeck::fillFigure);
        connect(from, &AttentionMapView::strongestChanged, this, &MapDeck::fillFigure);
    }
    connect(map(), &AttentionMapView::rowLit, grid_, &MapGrid::setLitRow);
}

void MapDeck::setChanged(const SnapshotSource* changed) {
    changed_ = changed;
    connect(changed_, &SnapshotSource::changed, this, [this] {
        const auto& with = selection_->compared();
        if (std::any_of(with.begin(), with.end(), [](const ComparedMap& m) { return m.changed; })) refresh();
    });
}

void MapDeck::setClip(std::shared_ptr<const Clip> clip) {
    clip_ = std::move(clip);
    figure_->clearPictures();
    if (!clip_) {
        for (AttentionMapView* map : maps_) map->clear();
        grid_->clear();
        figure_->setFigures({});
    }
    refresh();
}

void MapDeck::setLook(const MapLook& look) {
    if (look == look_) return;
    look_ = look;
    applyLook();
}

void MapDeck::applyLook() {
    const MapLook& look = look_;
    for (AttentionMapView* map : maps_) {
        map->setScale(look.scale);
        map->setNormalisation(look.normalisation);
        map->setColours(look.colours);
        map->setTruth(look.truth);
        map->setShowSelected(look.show_w);
        map->setShowPropagated(look.show_v);
        map->setKeptMass(look.kept_mass);
    }
    grid_->setLook(look);
}

void MapDeck::setView(View view) {
    if (view == view_) return;
    view_ = view;
    refresh();
    Q_EMIT viewChanged();
}

void MapDeck::setHasVideo(bool has) {
    has_video_ = has;
    fillFigure();
}

void MapDeck::lightRow(int row) {
    for (AttentionMapView* map : maps_) map->setHighlightedRow(row);
}

void MapDeck::lightColumn(int column) {
    for (AttentionMapView* map : maps_) map->setHighlightedColumn(column);
}

const SnapshotSource& MapDeck::compared(int i) const {
    const auto at = static_cast<std::size_t>(i);
    const auto& all = selection_->compared();
    if (at < all.size() && all[at].changed && changed_) return *changed_;
    const bool same = at < all.size() && all[at].state == selection_->state();
    return same ? *attention_ : *compared_[at];
}

QString MapDeck::caption(int i) const {
    const bool first = i == 0;
    const SnapshotSource& from = first ? *attention_ : compared(i - 1);
    const int own = first ? -1 : selection_->compared()[static_cast<std::size_t>(i) - 1].layer;
    const int layer = 1 + (own < 0 ? selection_->layer() : own);
    if (!from.snapshot()) return from.text();
    return (&from == changed_ ? tr("%1, epoch %2, layer %3, changed") : tr("%1, epoch %2, layer %3"))
        .arg(text_of(from.snapshot()->run), QString::number(from.snapshot()->epoch), QString::number(layer));
}

MapDeck::Found MapDeck::find(const SnapshotSource& from, int layer) const {
    const auto& snapshot = from.snapshot();
    if (!snapshot || snapshot->clip != clip_->info.id) return {{}, from.text()};
    const auto found = std::find_if(snapshot->maps.begin(), snapshot->maps.end(), [&](const AttentionMap& map) {
        return map.pair == selection_->pair() && map.layer == layer;
    });
    if (snapshot->maps.empty())
        return {{}, tr("This run has no crossmodal attention: it was trained on one stream alone.")};
    if (found == snapshot->maps.end())
        return {{},
                tr("This run has no attention %1 in layer %2.")
                    .arg(text_of(selection_->pair().name()), QString::number(layer + 1))};
    if (found->rows == 0 || found->columns == 0)
        return {
            {},
            tr("Between %1 and %2 there is nothing to attend to. %3")
                .arg(modalityTitle(found->pair.source), modalityTitle(found->pair.target), text_of(snapshot->note))};
    // a view, or a change, may have shown it other steps
    const Clip& seen = snapshot->seen ? *snapshot->seen : *clip_;
    const auto count = [](int n) { return static_cast<std::size_t>(std::max(0, n)); };
    Found out;
    out.content.map = shared(snapshot, *found);
    out.content.source = mapAxis(seen, found->pair.source, count(found->columns));
    out.content.target = mapAxis(seen, found->pair.target, count(found->rows));
    out.content.links = seen.links;
    return out;
}

Inspected MapDeck::inspected() const {
    if (!clip_ || !selection_->set()) throw Error("there is no attention to write", "", "Choose a clip first");
    const auto& own = attention_->snapshot();
    if (!own || own->clip != clip_->info.id)
        throw Error("there is no attention to write", clip_->info.id, attention_->text().toStdString());
    Inspected all{selection_->set(), static_cast<std::size_t>(selection_->clip()), clip_, {}};
    all.runs.push_back({own, selection_->keptEpoch() >= 0, {}, {}});
    if (selection_->comparing() == Comparing::none) return all;
    for (std::size_t i = 0; i < selection_->compared().size(); ++i) {
        const ComparedMap& other = selection_->compared()[i];
        const auto& snapshot = compared(static_cast<int>(i)).snapshot();
        if (!snapshot || snapshot->clip != own->clip) continue;
        all.runs.push_back({snapshot, other.state.kept >= 0, {}, other.changed ? "changed" : ""});
        if (other.layer >= 0) all.runs.back().layer = other.layer;
    }
    return all;
}

// Which parts are seen: one of the three views; compared maps only beside the map.
void MapDeck::showParts() {
    const QWidget* focus = QApplication::focusWidget();
    const bool had_keys = focus && isAncestorOf(focus);
    const bool compare = selection_->comparing() != Comparing::none && view_ == View::map;
    const std::size_t last = selection_->comparing() == Comparing::side ? selection_->compared().size() : 0;
    for (std::size_t i = 0; i < kMaps; ++i) {
        const bool side = compare && selection_->comparing() == Comparing::side;
        const bool shown = view_ == View::map && (i == 0 || (side && i - 1 < selection_->compared().size()));
        maps_[i]->setLegendShown(i == last);  // they share it
        maps_[i]->setMinimumHeight(fontMetrics().height() * (side ? kComparedLines : kMapLines) -
                                   (i == last ? 0 : maps_[i]->legendRoom()));
        maps_[i]->setVisible(shown);
        // the small maps are of the first alone, or of the first less the second
        captions_[i]->setVisible((shown && compare) ||
                                 (i == 0 && view_ == View::grid && selection_->comparing() != Comparing::none));
    }
    grid_->setVisible(view_ == View::grid);
    figure_->setVisible(view_ == View::figure);
    shareHeight();
    // whoever is hidden loses the keys to the next field of the window, and letters would be typed there
    if (had_keys && !focus->isVisible())
        (view_ == View::map    ? static_cast<QWidget*>(map())
         : view_ == View::grid ? static_cast<QWidget*>(grid_)
                               : static_cast<QWidget*>(figure_->view()))
            ->setFocus();
}

// Rows are equally high in all maps, though only the last has the legend below it.
void MapDeck::shareHeight() {
    const int legend = maps_.front()->legendRoom(), maps = 1 + static_cast<int>(selection_->compared().size());
    const int each = std::max(1, (height() - legend - maps * captions_.front()->height()) / maps);
    for (AttentionMapView* map : maps_)
        static_cast<QVBoxLayout*>(layout())->setStretchFactor(map, each + (map->isLegendShown() ? legend : 0));
}

void MapDeck::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    shareHeight();
}

void MapDeck::refresh() {
    showParts();
    if (!clip_) return;
    const bool difference = selection_->comparing() == Comparing::difference;
    std::vector<Found> found{find(*attention_, selection_->layer())};
    for (std::size_t i = 0; i < selection_->compared().size(); ++i) {
        const int layer = selection_->compared()[i].layer;
        found.push_back(find(compared(static_cast<int>(i)), layer < 0 ? selection_->layer() : layer));
    }
    figure_->view()->setEmptyText(found[0].why);
    captions_[0]->setText(caption(0));
    if (view_ == View::grid && !difference) captions_[0]->setText(tr("Small maps of the first: %1").arg(caption(0)));
    if (difference) {
        captions_[0]->setText(tr("First: %1   less second: %2").arg(caption(0), caption(1)));
        found[0].content.less = found[1].content.map;
        if (found[0].content.map && !found[0].content.less) found[0] = std::move(found[1]);
    }
    for (std::size_t i = 0; i < kMaps; ++i) {
        maps_[i]->setHead(selection_->head());
        if (i >= found.size() || (difference && i > 0)) {
            maps_[i]->clear();
            continue;
        }
        if (i > 0) captions_[i]->setText(caption(static_cast<int>(i)));
        MapContent content = found[i].content;
        if (!content.map) {
            maps_[i]->clear();
            maps_[i]->setEmptyText(found[i].why);
            continue;
        }
        if (!difference)
            for (std::size_t k = 0; k < found.size(); ++k)
                if (k != i && found[k].content.map) content.beside.push_back(found[k].content.map);
        maps_[i]->setContent(std::move(content));
    }
    for (std::size_t i = 1; i < kMaps; ++i)
        if (maps_[i]->map().rows == map()->map().rows) maps_[i]->setVisibleRows(map()->visibleRows());
    fillGrid();
    fillFigure();
}

void MapDeck::fillGrid() {
    if (view_ != View::grid) return grid_->clear();
    grid_->setChosen(selection_->layer(), selection_->head());
    const auto& snapshot = attention_->snapshot();
    const Found chosen = find(*attention_, selection_->layer());
    if (!chosen.content.map) {
        grid_->clear();
        grid_->setEmptyText(chosen.why);
        return;
    }
    std::vector<std::shared_ptr<const AttentionMap>> layers, less;
    for (const AttentionMap& map : snapshot->maps)
        if (map.pair == selection_->pair()) layers.push_back(shared(snapshot, map));
    std::sort(layers.begin(), layers.end(), [](const auto& a, const auto& b) { return a->layer < b->layer; });
    if (selection_->comparing() == Comparing::difference) {
        const int fixed = selection_->compared().front().layer;
        for (const auto& map : layers) less.push_back(find(compared(0), fixed < 0 ? map->layer : fixed).content.map);
        grid_->setEmptyText(tr("The two runs have no small maps of the same steps and heads to subtract."));
    }
    grid_->setMaps(std::move(layers), chosen.content.source, chosen.content.target, std::move(less));
    grid_->setChosen(selection_->layer(), selection_->head());
}

void MapDeck::fillFigure() {
    if (view_ != View::figure || !clip_) return;
    std::vector<AttentionFigure> figures;
    for (std::size_t i = 0; i < kMaps; ++i) {
        const AttentionMapView* from = maps_[i];
        if (!from->hasMap()) continue;
        FigureWish wish;
        wish.row = from->litRow();
        AttentionFigure figure = figureOf(from->shades(), from->sourceAxis(), from->targetAxis(), wish);
        figure.title = selection_->comparing() == Comparing::none ? from->title() : captions_[i]->text();
        const QString head =
            selection_->head() < 0 ? tr("mean of all heads") : tr("head %1").arg(selection_->head() + 1);
        figure.caption =
            QStringList{captions_[i]->text(), tr("clip %1").arg(text_of(clip_->info.id)), from->title(), head,
                        tr("lines: the %1 strongest sources of each target, by weight").arg(wish.strongest)};
        figures.push_back(std::move(figure));
    }
    figure_->setFigures(std::move(figures), has_video_ && selection_->pair().source != Modality::text);
}

}  // namespace mica
