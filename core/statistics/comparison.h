// Two runs on the same clips of one set.
#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "core/statistics/outcomes.h"
#include "core/statistics/paired.h"

namespace mica {

/// Who gets a clip right.
enum class PairCell : std::uint8_t { both, only_a, only_b, none, uncounted };
[[nodiscard]] PairCell pair_cell(Verdict a, Verdict b);

struct Comparison {
    Measure measure = Measure::classes;
    std::optional<Split> split;  // none: all
    std::size_t unpaired = 0;    // clips of it that only one of them has predicted
    std::size_t unlabelled = 0;  // clips that both have predicted and that have no label
    std::size_t uncounted = 0;   // clips that the measure leaves out (y = 0 in sign_non0)
    RightWrongTest right;
    ErrorTest error;
};

/// Both in ascending order of their clips, as outcomes_of gives them. Throws Cancelled.
[[nodiscard]] Comparison compare_outcomes(const std::vector<Outcome>& a, const std::vector<Outcome>& b, Measure measure,
                                          std::optional<Split> split, const PairedWish& wish = {},
                                          const std::stop_token& stop = {});

}  // namespace mica
