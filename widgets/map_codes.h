// What the pixels of a map are pooled from: one byte a cell that orders cells by what must stay visible, and the
// table that turns it into colours.
#pragma once

#include <QColor>

#include <cstdint>
#include <vector>

#include "widgets/color_scale.h"
#include "widgets/map_shades.h"

namespace mica {

enum class MapKind { weights, difference };

/// Without `kept`: the shades. With it (rows x columns): seven bits of the shade, above 127 where the cell is kept, so
/// that a pixel shows the strongest kept cell where it has one. 0: hidden, in both.
[[nodiscard]] std::vector<std::uint8_t> codesOf(const Shades& shades, const std::vector<std::uint8_t>& kept,
                                                MapKind kind);
/// Colours of codes; faded cells come close to `ground`.
[[nodiscard]] ColourTable codeTable(MapKind kind, bool someFaded, MapColours colours, bool dark, const QColor& ground);

}  // namespace mica
