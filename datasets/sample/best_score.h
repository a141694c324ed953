// How well the label of the sample set can be known from what some of its streams hold.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace mica {

struct BestScore {
    std::string streams;  // letters, e.g. "LV"
    double mae = 0, corr = 0, acc2 = 0;
};

/// For each of L, V, A, LV, LA, VA, LVA: the conditional mean of the label given what a perfect reader gets
/// from these streams, over `scripts` scripts of the seed, each left out of its own mean. Text tells which
/// words bear worth; vision (audio) tells the expressions (tones), and together with text or each other also
/// which word, or which of each other, they belong to.
[[nodiscard]] std::vector<BestScore> best_scores(std::uint64_t seed, std::size_t scripts);

}  // namespace mica
