// Colour tables for maps: lightness rises (or falls) evenly, blue to yellow, safe for colour-blind eyes.
#pragma once

#include <QRgb>

#include <array>

namespace mica {

enum class MapColours { blue_yellow, grey };

/// 256 opaque colours from weak to strong. In a light window weak is light and strong is dark, in a dark
/// window the other way round, so that weak cells recede. Computed in CIELAB: equal steps in the table are
/// equal steps in perceived difference.
using ColourTable = std::array<QRgb, 256>;
[[nodiscard]] ColourTable colourTable(MapColours colours, bool dark);
/// For differences: blue below, neutral at the middle (index 128), orange above.
[[nodiscard]] ColourTable divergingTable(bool dark);

/// CIE lightness L* (0 to 100) of a colour.
[[nodiscard]] double lightness(QRgb colour);
/// CIE76 distance of two colours.
[[nodiscard]] double colourDistance(QRgb one, QRgb other);

}  // namespace mica
