// The sizes of the benchmark sets that a step is measured at.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace mica::bench {

/// One set of the paper with its preset (Table 1); arrays are by modality (text, vision, audio).
struct Sizes {
    std::string preset;                   // "mosi", "mosei", "iemocap": a file of resources/presets
    std::array<std::int64_t, 3> dims{};   // features of a step
    std::array<std::int64_t, 3> steps{};  // of the longest clip
    std::array<double, 3> rates{};        // steps per second; text: 0
    std::int64_t training = 0;            // clips of the training split
    std::int64_t labels = 1;              // values of a clip's label
    bool emotions = false;                // labels are yes or no (IEMOCAP)
};

[[nodiscard]] const std::vector<Sizes>& all_sizes();
/// Throws Error naming those that there are.
[[nodiscard]] const Sizes& sizes_of(const std::string& preset);

}  // namespace mica::bench
