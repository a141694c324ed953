// Layers that work row by row (projections, gates, feed-forward parts): which rows of a padded batch they compute, and
// how those are shared out.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>

namespace mica {

/// Rows of numbers, `stride` numbers apart; those of one row are adjacent.
template <class Real>
struct Matrix {
    Real* data = nullptr;
    std::int64_t stride = 0;
    [[nodiscard]] Real* row(std::int64_t r) const { return data + r * stride; }
};

/// The rows to compute out of `total`, ascending. The others, which are padding, become 0 in what a layer writes.
struct RowList {
    const std::int32_t* place = nullptr;
    std::int64_t count = 0, total = 0;
};

/// Rows pass through a layer in tiles whose activations stay in the second cache.
constexpr std::int64_t kTileRows = 48;
[[nodiscard]] inline std::int64_t tiles_of(std::int64_t rows) { return (rows + kTileRows - 1) / kTileRows; }

/// Gradients of weights are summed over chunks of rows, then over chunks in their order. How many there are depends on
/// the number of rows and of weights (at most 64 MiB for all sums), not on threads: the same bits for any of those.
struct Chunks {
    std::int64_t rows = 0, count = 1;
    Chunks(std::int64_t n, std::int64_t weights)
        : rows(n),
          count(static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(std::clamp<std::int64_t>(
              std::min(n / 256, (std::int64_t{1} << 24) / std::max<std::int64_t>(weights, 1)), 1, 16))))) {}
    [[nodiscard]] std::int64_t first(std::int64_t chunk) const { return rows * chunk / count; }
};

}  // namespace mica
