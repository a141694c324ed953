// How loud a sound is at each moment and frequency. Values only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace mica {

/// Levels in half decibels above -120 dB (a full-scale sine is 0 dB), so that one byte holds 0 dB to -120 dB.
[[nodiscard]] constexpr double decibels(std::uint8_t level) { return 0.5 * level - 120; }

/// Columns are moments, bins are frequencies from 0 Hz in equal steps.
struct Spectrogram {
    /// One resolution in time: columns x bins, column after column.
    struct Level {
        std::size_t columns = 0;
        std::vector<std::uint8_t> values;
    };
    double hop = 0;     // seconds between the columns of the finest level; column c is about c * hop
    double bin_hz = 0;  // hertz between bins
    std::size_t bins = 0;
    std::uint8_t loudest = 0;
    /// Finest first; each next one holds the larger of every two columns of the one before, down to one column.
    std::vector<Level> levels;

    [[nodiscard]] bool empty() const { return levels.empty(); }
    [[nodiscard]] double highest_hz() const { return bins > 0 ? bin_hz * static_cast<double>(bins - 1) : 0; }
};

}  // namespace mica
