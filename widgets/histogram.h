// How the clips of each split are spread over a label or a length. Values and pure functions.
#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "widgets/clip_list.h"

namespace mica {

struct HistogramBin {
    QString name;                          // "-3", "blue", "2.5"
    NumberRange range;                     // the values that it counts (empty for classes)
    std::optional<int> label_class;        // the class, or the part that is "yes"
    std::array<std::uint64_t, 4> count{};  // by Split
};

struct Histogram {
    QString title, unit;                     // unit: what stands along the axis
    std::vector<HistogramBin> bins;          // in order
    std::array<std::uint64_t, 4> without{};  // clips that have no such value, by Split
    QString without_name;                    // "no label", "length unknown"
    bool overlapping = false;                // a clip may be in several bins (labels of several parts)

    [[nodiscard]] std::uint64_t total(Split split) const;
    [[nodiscard]] std::uint64_t most() const;
};

/// What the lengths of clips are counted in.
enum class LengthOf { seconds, text, vision, audio };
/// "Seconds", "Text steps", translated.
[[nodiscard]] QString lengthTitle(LengthOf what);

/// Regression: bins of equal width, their borders at whole steps of 1, 2 or 5 times a power of ten, at most
/// `most_bins`; classification: a bin for each class, or for each part.
[[nodiscard]] Histogram label_histogram(const ClipList& list, int most_bins = 24);
[[nodiscard]] Histogram length_histogram(const ClipList& list, LengthOf what, int most_bins = 24);

}  // namespace mica
