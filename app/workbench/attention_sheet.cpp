#include "app/workbench/attention_sheet.h"

#include <QApplication>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

#include "app/workbench/picture_image.h"
#include "app/workbench/print_page.h"
#include "app/workbench/what_if_change.h"
#include "app/workbench/words.h"
#include "datasets/media/media.h"
#include "datasets/sample/ensure_media.h"
#include "datasets/types/error.h"
#include "widgets/attention_map.h"
#include "widgets/map_grid.h"
#include "widgets/palette.h"
#include "widgets/ruler_lane.h"
#include "widgets/word_lane.h"

namespace mica {

namespace {

constexpr int kPictureWidth = 480, kPictureHeight = 270;  // pixels of a frame in the figure at most

MapAxis axis_of(const Clip& seen, Modality m, int count) {
    return mapAxis(seen, m, static_cast<std::size_t>(std::max(0, count)));
}

// Over one of several maps.
QString heading_text(const Inspected::Run& run, const QString& of) {
    const AttentionSnapshot& s = *run.snapshot;
    QString text = AttentionSheet::tr("%1, epoch %2").arg(text_of(s.run), QString::number(s.epoch));
    if (!of.isEmpty()) text = AttentionSheet::tr("%1, epoch %2, %3").arg(text_of(s.run), QString::number(s.epoch), of);
    return run.change.empty() ? text : AttentionSheet::tr("%1, changed: %2").arg(text, text_of(run.change));
}

QString layer_text(int layer) {
    return layer < 0 ? AttentionSheet::tr("mean of all layers") : AttentionSheet::tr("layer %1").arg(layer + 1);
}

std::shared_ptr<const AttentionMap> map_of(const Inspected& all, std::size_t run, const SheetWish& wish) {
    return std::make_shared<const AttentionMap>(
        chosen_maps(*all.runs[run].snapshot, all.choice(run, {wish.pair, wish.layer, wish.head})).front());
}

int layer_of(const Inspected& all, std::size_t run, const SheetWish& wish) {
    return *all.choice(run, {wish.pair, wish.layer, wish.head}).layer;
}

std::vector<std::shared_ptr<const AttentionMap>> maps_of(const Inspected& all, const SheetWish& wish) {
    std::vector<std::shared_ptr<const AttentionMap>> maps;
    for (std::size_t i = 0; i < all.runs.size(); ++i) maps.push_back(map_of(all, i, wish));
    return maps;
}

QLabel* heading(const QString& text) {
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    return label;
}

}  // namespace

SheetWish sheet_wish(const Inspected& all, const MapChoice& choice) {
    const std::vector<AttentionMap>& maps = all.runs.front().snapshot->maps;
    SheetWish wish;
    const auto has = [&](Pair pair) {
        return std::any_of(maps.begin(), maps.end(), [&](const AttentionMap& m) { return m.pair == pair; });
    };
    wish.pair = choice.pair ? *choice.pair : maps.empty() || has(wish.pair) ? wish.pair : maps.front().pair;
    int last = 0;
    for (const AttentionMap& m : maps) last = std::max(last, m.layer);
    wish.layer = choice.layer.value_or(last);
    wish.head = choice.head.value_or(-1);
    return wish;
}

QStringList attention_caption(const QString& set, const Inspected::Run& run, Pair pair, int layer, int head) {
    return {AttentionSheet::tr("Set %1").arg(set), AttentionSheet::tr("clip %1").arg(text_of(run.snapshot->clip)),
            heading_text(run, layer_text(layer)),
            QStringLiteral("%1 \u2192 %2").arg(modalityTitle(pair.source), modalityTitle(pair.target)),
            head < 0 ? AttentionSheet::tr("mean of all heads") : AttentionSheet::tr("head %1").arg(head + 1)};
}

std::vector<AttentionFigure> sheet_figures(const Inspected& all, const SheetWish& wish) {
    std::vector<AttentionFigure> figures;
    for (std::size_t i = 0; i < all.runs.size(); ++i) {
        const auto map = map_of(all, i, wish);
        ShadeOptions shading;
        shading.head = wish.head;
        const MapAxis target = axis_of(all.seen(i), wish.pair.target, map->rows);
        FigureWish form;
        form.strongest = wish.strongest;
        const auto masked = std::find(target.masked.begin(), target.masked.end(), 1);  // what the task asks for
        if (masked != target.masked.end()) form.row = static_cast<int>(masked - target.masked.begin());
        AttentionFigure figure =
            figureOf(shadesOf(*map, shading), axis_of(all.seen(i), wish.pair.source, map->columns), target, form);
        const AttentionSnapshot& s = *all.runs[i].snapshot;
        figure.caption =
            attention_caption(text_of(all.set->info().name), all.runs[i], wish.pair, layer_of(all, i, wish), wish.head);
        figure.title = QStringLiteral("%1   %2").arg(figure.caption[2], figure.caption[3]);
        figure.caption << AttentionSheet::tr("lines: the %n strongest sources of each target, by weight", nullptr,
                                             wish.strongest);
        if (static_cast<int>(figure.targets.size()) < map->rows)
            figure.caption << AttentionSheet::tr("%1 of %2 targets").arg(figure.targets.size()).arg(map->rows);
        if (!s.note.empty()) figure.caption << text_of(s.note);
        figures.push_back(std::move(figure));
    }
    return figures;
}

std::filesystem::path media_of(const Inspected& all) { return ensure_media(*all.set, all.index, no_progress, {}); }

void add_pictures(std::vector<AttentionFigure>& figures, const Inspected& all, const SheetWish& wish) {
    if (wish.pair.source == Modality::text) return;
    const auto say = [&](const QString& why) {
        for (AttentionFigure& figure : figures) figure.caption << why;
    };
    if (std::none_of(figures.begin(), figures.end(), [](const AttentionFigure& f) {
            return std::any_of(f.sources.begin(), f.sources.end(), [](const auto& s) { return std::isfinite(s.time); });
        }))
        return say(AttentionSheet::tr("no pictures: the times of the sources are not known"));
    try {
        VideoReader video(media_of(all));
        for (AttentionFigure& figure : figures)
            for (AttentionFigure::Source& source : figure.sources)
                if (std::isfinite(source.time))
                    source.image =
                        image_of(video.small_picture(video.decoded_at(source.time), kPictureWidth, kPictureHeight));
    } catch (const Error& e) {
        say(AttentionSheet::tr("no pictures: %1").arg(text_of(e.reason())));
    }
}

AttentionSheet::AttentionSheet(const Inspected& all, const SheetWish& wish, Kind kind, const QSize& size,
                               QWidget* parent)
    : QWidget(parent) {
    double end = all.clip->info.duration;
    for (std::size_t i = 0; i < all.runs.size(); ++i)
        for (const Stream& s : all.seen(i).streams)
            if (s.has_times()) end = std::max(end, s.times.back().end);
    time_.reset(end);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    if (kind == Kind::map)
        addMaps(all, wish);
    else
        addGrids(all, wish);
    setAttribute(Qt::WA_DontShowOnScreen);
    setPalette(paper_palette());
    resize(size);
    show();
    settle();
}

void AttentionSheet::addMaps(const Inspected& all, const SheetWish& wish) {
    auto* column = static_cast<QVBoxLayout*>(layout());
    const auto maps = maps_of(all, wish);
    const bool timed = !axis_of(all.seen(0), wish.pair.source, maps.front()->columns).times.empty();
    if (timed) column->addWidget(new RulerLane(&time_));
    const bool spoken = std::any_of(all.clip->words.begin(), all.clip->words.end(),
                                    [](const Word& w) { return w.time.end > w.time.begin; });
    if (timed && spoken) {
        auto* words = new WordLane(&time_);
        words->setWords(all.clip->words);
        column->addWidget(words);
    }
    for (std::size_t i = 0; i < maps.size(); ++i) {
        if (maps.size() > 1) column->addWidget(heading(heading_text(all.runs[i], layer_text(layer_of(all, i, wish)))));
        auto* map = new AttentionMapView(&time_);
        map->setNormalisation(MapNormalisation::row);
        map->setHead(wish.head);
        MapContent content;
        content.map = maps[i];
        content.source = axis_of(all.seen(i), wish.pair.source, maps[i]->columns);
        content.target = axis_of(all.seen(i), wish.pair.target, maps[i]->rows);
        content.links = all.seen(i).links;
        for (std::size_t k = 0; k < maps.size(); ++k)
            if (k != i) content.beside.push_back(maps[k]);
        map->setContent(std::move(content));
        column->addWidget(map, 1);
        maps_.push_back(map);
    }
}

void AttentionSheet::addGrids(const Inspected& all, const SheetWish& wish) {
    auto* column = static_cast<QVBoxLayout*>(layout());
    for (std::size_t i = 0; i < all.runs.size(); ++i) {
        const AttentionSnapshot& s = *all.runs[i].snapshot;
        std::vector<std::shared_ptr<const AttentionMap>> layers;
        for (AttentionMap& map : chosen_maps(s, {wish.pair, std::nullopt, std::nullopt}))
            layers.push_back(std::make_shared<const AttentionMap>(std::move(map)));
        std::sort(layers.begin(), layers.end(), [](const auto& a, const auto& b) { return a->layer < b->layer; });
        if (all.runs.size() > 1) column->addWidget(heading(heading_text(all.runs[i], {})));
        auto* grid = new MapGrid(&time_);
        const MapAxis source = axis_of(all.seen(i), wish.pair.source, layers.front()->columns),
                      target = axis_of(all.seen(i), wish.pair.target, layers.front()->rows);
        grid->setMaps(std::move(layers), source, target);
        grid->setChosen(-1, -1);
        column->addWidget(grid, 1);
    }
}

void AttentionSheet::settle() {
    const auto drawing = [this] {
        return std::any_of(maps_.begin(), maps_.end(), [](const AttentionMapView* m) { return m->isDrawing(); });
    };
    QApplication::sendPostedEvents();
    do QApplication::processEvents(QEventLoop::AllEvents, 40);
    while (drawing());
}

}  // namespace mica
