// The map as pixels of the screen, kept until what it shows changes. Private to the attention map.
#pragma once

#include <QImage>

#include "widgets/attention_map.h"

namespace mica {

struct AttentionMapView::Cache {
    std::uint64_t generation = 1;  // goes up with every change of shades, outlines or colours
    std::uint64_t painted = 0;
    Interval visible{0, 0}, rows{0, 0};
    QSize pixels;
    double ratio = 0;
    QImage image;
    ColourTable table{};
};

}  // namespace mica
