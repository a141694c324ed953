// The attention of a clip in one run or several as it goes on paper: what `mica inspect` draws.
#pragma once

#include <QWidget>

#include <filesystem>
#include <vector>

#include "core/analysis/inspection.h"
#include "widgets/attention_figure.h"
#include "widgets/time_view.h"

namespace mica {

class AttentionMapView;

/// One map of a run: pair, layer (from 0, -1: the mean) and head (the same) are chosen.
struct SheetWish {
    Pair pair;
    int layer = 0, head = -1;
    int strongest = 3;  // lines from each target
};

/// What is not chosen: vision to text or the first pair there is, the last layer, the mean over heads.
[[nodiscard]] SheetWish sheet_wish(const Inspected& all, const MapChoice& choice);

/// "Set S", "clip C", "run, epoch 3, layer 2", the pair, the head.
[[nodiscard]] QStringList attention_caption(const QString& set, const Inspected::Run& run, Pair pair, int layer,
                                            int head);

/// One per run, without pictures. Throws Error as chosen_maps().
[[nodiscard]] std::vector<AttentionFigure> sheet_figures(const Inspected& all, const SheetWish& wish);
/// Puts the frames of the clip's media into the sources. Where there are none the captions say why.
void add_pictures(std::vector<AttentionFigure>& figures, const Inspected& all, const SheetWish& wish);
/// The clip's media file, rendered first where a sample set lacks it. Throws Error.
[[nodiscard]] std::filesystem::path media_of(const Inspected& all);

/// Ruler, words and the map of each run, or all heads and layers of each, under each other.
class AttentionSheet : public QWidget {
    Q_OBJECT
public:
    enum class Kind { map, grid };
    /// size: of the whole, in pixels. Throws Error as chosen_maps().
    AttentionSheet(const Inspected& all, const SheetWish& wish, Kind kind, const QSize& size,
                   QWidget* parent = nullptr);

    [[nodiscard]] TimeView* time() { return &time_; }
    [[nodiscard]] const std::vector<AttentionMapView*>& maps() const { return maps_; }
    /// Waits until large maps are drawn, which a worker does.
    void settle();

private:
    void addMaps(const Inspected& all, const SheetWish& wish);
    void addGrids(const Inspected& all, const SheetWish& wish);

    TimeView time_;
    std::vector<AttentionMapView*> maps_;
};

}  // namespace mica
