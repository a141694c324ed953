// A paired test of a figure that is no mean over clips: F1.
#pragma once

#include <cstddef>
#include <span>
#include <stop_token>
#include <vector>

#include "core/statistics/paired.h"

namespace mica {

/// What a class counts for in F1: how often it is true, how often it is predicted (the public MulT code), or all alike.
enum class F1Weight { truth, prediction, equal };

/// Approximate randomisation (Noreen 1989; Yeh, COLING 2000): the predictions of A and B for a clip change places by a
/// coin, and F1 is taken anew; p = (k + 1) / (resamples + 1) for k differences at least as large, two-sided.
struct F1Test {
    std::size_t n = 0, unequal = 0;  // clips; of them those on which some prediction differs
    double f1_a = 0, f1_b = 0;       // means over the runs of each side
    double p = 1;                    // 1 where nothing differs
};

/// a, b: as many runs, each with a class in [0, classes) for every clip; run i of A changes places with run i of B.
/// Throws Error where sizes or classes do not fit, Cancelled.
[[nodiscard]] F1Test compare_f1(const std::vector<std::vector<int>>& a, const std::vector<std::vector<int>>& b,
                                std::span<const int> truth, int classes, F1Weight weight, const PairedWish& wish = {},
                                const std::stop_token& stop = {});

}  // namespace mica
