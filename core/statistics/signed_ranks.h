// Wilcoxon's signed ranks of paired differences.
#pragma once

#include <vector>

namespace mica {

struct SignedRanks {
    std::vector<double> rank;  // of |d|, ascending, ties at their mean; differences of 0 are left out
    double positive = 0;       // sum of the ranks of positive differences
    [[nodiscard]] double total() const {
        const auto n = static_cast<double>(rank.size());
        return n * (n + 1) / 2;
    }
    /// Whether the p-value counts all signs of these very ranks, ties and all.
    [[nodiscard]] bool exact() const { return rank.size() <= 50; }
};

[[nodiscard]] SignedRanks signed_ranks(const std::vector<double>& differences);
/// Two-sided; 1 where no difference is left.
[[nodiscard]] double signed_rank_p(const SignedRanks& ranks);

}  // namespace mica
