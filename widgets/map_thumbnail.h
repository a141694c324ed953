// A whole map in few pixels.
#pragma once

#include <QColor>
#include <QImage>

#include <vector>

#include "widgets/map_picture.h"

namespace mica {

struct ThumbnailStyle {
    QSize pixels;
    Interval visible;               // seconds
    std::vector<Interval> columns;  // spans of the columns in seconds
    MapColours colours = MapColours::blue_yellow;
    bool dark = false;
    QColor ground, gap;  // behind hidden cells and faded ones; where there is no column
};

/// All rows of the wish's map over the visible time; the largest cell of each pixel is seen. Hidden cells are hatched.
[[nodiscard]] QImage thumbnailOf(const MapWish& wish, const ThumbnailStyle& style);

}  // namespace mica
