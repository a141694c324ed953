// One map less another of the same steps.
#pragma once

#include "widgets/map_shades.h"

namespace mica {

/// weight: first less second (of the chosen head, or the means). shade: 0 where either hides the cell, else 1 + twice
/// the size of the difference (0 to 126) + 1 where it is negative, so that a larger shade is a larger difference of
/// either sign and pooling by the maximum keeps both. low and high: the differences at the ends of the scale (parts of
/// the row's largest where normalised by rows). Empty where the sizes disagree.
[[nodiscard]] Shades differenceOf(const AttentionMap& first, const AttentionMap& second, const ShadeOptions& options);

/// Size (0 to 126) and sign of a difference's shade.
[[nodiscard]] constexpr int differenceSize(std::uint8_t shade) { return shade == 0 ? 0 : (shade - 1) / 2; }
[[nodiscard]] constexpr bool differenceIsNegative(std::uint8_t shade) { return shade != 0 && (shade - 1) % 2 == 1; }

}  // namespace mica
