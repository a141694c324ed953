#include "widgets/map_codes.h"

#include <algorithm>

#include "widgets/map_difference.h"

namespace mica {
namespace {

constexpr int kFadedPart = 22;  // percent of its colour that a faded cell keeps

// Shade of a seven-bit code; the sign of a difference is its lowest bit.
int shadeOf(int seven, MapKind kind) {
    return kind == MapKind::weights ? std::min(255, 2 * seven + 1)
                                    : std::min(254, 1 + 2 * (seven - seven % 2) + seven % 2);
}

QRgb colourOf(int shade, MapKind kind, const ColourTable& table) {
    if (kind == MapKind::weights || shade == 0) return table[static_cast<std::size_t>(shade)];
    const auto code = static_cast<std::uint8_t>(shade);
    const int size = differenceSize(code);
    return table[static_cast<std::size_t>(differenceIsNegative(code) ? 127 - size : 128 + size)];
}

QRgb mixed(QRgb colour, QRgb ground) {
    const auto part = [](int a, int b) { return (kFadedPart * a + (100 - kFadedPart) * b) / 100; };
    return qRgb(part(qRed(colour), qRed(ground)), part(qGreen(colour), qGreen(ground)),
                part(qBlue(colour), qBlue(ground)));
}

}  // namespace

std::vector<std::uint8_t> codesOf(const Shades& shades, const std::vector<std::uint8_t>& kept, MapKind kind) {
    std::vector<std::uint8_t> codes = shades.shade;
    if (kept.size() != codes.size()) return codes;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const int shade = codes[i];
        if (shade == 0) continue;
        const int seven = kind == MapKind::weights
                              ? shade / 2
                              : (shade - 1) / 4 * 2 + (shade - 1) % 2;  // half the size, and the sign
        codes[i] = static_cast<std::uint8_t>(kept[i] ? 128 + seven : std::max(1, seven));
    }
    return codes;
}

ColourTable codeTable(MapKind kind, bool someFaded, MapColours colours, bool dark, const QColor& ground) {
    const ColourTable table = kind == MapKind::weights ? colourTable(colours, dark) : divergingTable(dark);
    ColourTable out{};
    for (int code = 0; code < 256; ++code) {
        const int shade = !someFaded ? code : shadeOf(code % 128, kind);
        const QRgb full = colourOf(shade, kind, table);
        out[static_cast<std::size_t>(code)] = someFaded && code < 128 ? mixed(full, ground.rgb()) : full;
    }
    return out;
}

}  // namespace mica
