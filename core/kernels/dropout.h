// Dropout from a counter: whether a cell of a matrix is kept is a function of a seed and of where the cell stands, so
// that the backward pass, a rerun, any number of threads and the plain version draw the same without storing anything.
// Matrices are attention weights (a plane for each sample and head) and activations (rows of a batch x features).
#pragma once

#include <cmath>
#include <cstdint>

namespace mica {

struct Dropout {
    double p = 0;            // share of cells that become 0; the others are divided by 1 - p
    std::uint64_t seed = 0;  // of the block
};

namespace dropout {

/// splitmix64, whose output for consecutive numbers passes the usual batteries.
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15U;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31);
}

/// A line of cells (a row, or a column) of one sample and head; `rank` as in Steps.
[[nodiscard]] constexpr std::uint32_t line(std::uint64_t seed, std::int64_t job, bool column, std::int64_t rank) {
    const std::uint64_t plane = mixed(seed ^ mixed(2 * static_cast<std::uint64_t>(job) + (column ? 1U : 0U)));
    return static_cast<std::uint32_t>(mixed(plane + static_cast<std::uint64_t>(rank)) >> 32);
}

constexpr std::uint32_t kFirst = 0x7feb352dU, kSecond = 0x846ca68bU;  // multipliers of a 32-bit finaliser

/// A cell is kept where draw(row, column) >= limit(p). Uniform over all 32-bit numbers.
[[nodiscard]] constexpr std::int32_t draw(std::uint32_t row, std::uint32_t column) {
    std::uint32_t x = (row ^ column) * kFirst;
    x = (x ^ (x >> 15)) * kSecond;
    return static_cast<std::int32_t>(x);
}

[[nodiscard]] inline std::int32_t limit(double p) {
    return static_cast<std::int32_t>(std::llround(p * 4294967296.0) - 2147483648LL);
}

}  // namespace dropout
}  // namespace mica
