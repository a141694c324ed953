// Which cells of a map hold most of what their row gives away.
#pragma once

#include <cstdint>
#include <vector>

#include "widgets/map_shades.h"

namespace mica {

/// rows x columns, 1: among the fewest cells of the row that together hold at least `share` (0 to 1) of the sum of
/// its visible weights, the strongest first (ties: the earlier column). A row without weight keeps none; share >= 1
/// keeps every cell that has weight.
[[nodiscard]] std::vector<std::uint8_t> cellsHoldingMass(const Shades& shades, double share);

}  // namespace mica
