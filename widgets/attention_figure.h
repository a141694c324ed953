// Figure 4 of the paper as values: the words above, the frames that they attend to below, lines by weight.
#pragma once

#include <QImage>
#include <QString>
#include <QStringList>

#include <vector>

#include "widgets/map_axis.h"
#include "widgets/map_shades.h"

namespace mica {

struct AttentionFigure {
    struct Target {
        int step = 0;
        QString text, under;  // the word; its time
        bool lit = false;
    };
    struct Source {
        int step = 0;
        double time = 0;  // seconds, NaN: unknown
        QString text;     // the word, or the time
        QImage image;     // null: no picture
    };
    struct Line {
        int target = 0, source = 0;  // positions in targets and sources
        float weight = 0;
        bool lit = false;
    };
    QString title;
    QString target_title, source_title;
    QStringList caption;  // what a reader must know: run, epoch, clip, layer, head
    std::vector<Target> targets;
    std::vector<Source> sources;  // in the order of time
    std::vector<Line> lines;      // weakest first, so that strong ones lie above
};

struct FigureWish {
    int row = -1;           // the lit target; -1: none
    bool only_row = false;  // only its lines; else those of all targets
    int strongest = 3;      // sources per target
    int most_sources = 14;  // in all: the strongest stay
    int most_targets = 24;  // where there are more, those around the lit one
};

/// Lines go to the strongest visible sources of each target. Titles, captions and pictures are left empty.
[[nodiscard]] AttentionFigure figureOf(const Shades& shades, const MapAxis& source, const MapAxis& target,
                                       const FigureWish& wish);

}  // namespace mica
