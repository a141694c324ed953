// Which steps of a padded batch are real, for kernels that never touch the others.
#pragma once

#include <cstdint>

namespace mica {

/// The real steps of every sample, ascending: those of sample b are step[first[b]] to step[first[b + 1] - 1]. A step's
/// place in that list is its rank.
struct Steps {
    const std::int32_t* step = nullptr;
    const std::int64_t* first = nullptr;  // batch + 1 numbers
    [[nodiscard]] constexpr std::int64_t count(std::int64_t b) const { return first[b + 1] - first[b]; }
    [[nodiscard]] constexpr const std::int32_t* of(std::int64_t b) const { return step + first[b]; }
};

/// The cells of one block: real target steps x real source steps of every sample, less what the future mask hides.
struct Cells {
    Steps targets, sources;
    bool future = false;
    /// How many source ranks a target rank sees: all, or (future mask) those below rank + 1 + |Ts - Tt|.
    [[nodiscard]] static constexpr std::int64_t seen(bool future, std::int64_t rank, std::int64_t rows,
                                                     std::int64_t columns) {
        const std::int64_t reach = rank + 1 + (columns > rows ? columns - rows : rows - columns);
        return future && reach < columns ? reach : columns;
    }
};

}  // namespace mica
