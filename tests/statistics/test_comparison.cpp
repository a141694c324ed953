// Two runs on the same clips: which clips are paired, and who gets which right.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/statistics/comparison.h"

using namespace mica;

namespace {

Outcome outcome(std::uint32_t clip, double truth, double prediction, Split split = Split::test) {
    return {clip, split, truth, prediction, prediction, prediction - truth, std::nan("")};
}

}  // namespace

TEST(Comparison, PairsClipsByTheirPlaceAndCountsWhatIsLeftOut) {
    const double none = std::numeric_limits<double>::quiet_NaN();
    const std::vector<Outcome> a{outcome(0, 1, 0.5),
                                 outcome(1, -1, 1),
                                 outcome(2, 0, 1),
                                 outcome(4, 2, 2),
                                 outcome(5, -2, 2),
                                 outcome(6, none, 1),
                                 outcome(7, 1, -1, Split::valid)};
    const std::vector<Outcome> b{
        outcome(0, 1, -0.5), outcome(1, -1, -1), outcome(2, 0, -1),   outcome(3, 1, 1),
        outcome(4, 2, 1),    outcome(5, -2, 1),  outcome(6, none, 1), outcome(7, 1, 1, Split::valid)};
    const Comparison c = compare_outcomes(a, b, Measure::sign_non0, Split::test, {.resamples = 50});
    EXPECT_EQ(c.unpaired, 1U);    // clip 3
    EXPECT_EQ(c.unlabelled, 1U);  // clip 6
    EXPECT_EQ(c.uncounted, 1U);   // clip 2, y = 0
    EXPECT_EQ(c.right.both, 1U);
    EXPECT_EQ(c.right.only_a, 1U);
    EXPECT_EQ(c.right.only_b, 1U);
    EXPECT_EQ(c.right.none, 1U);
    EXPECT_EQ(c.error.n, 5U);
    EXPECT_NEAR(c.error.mean_a, (0.5 + 2 + 1 + 0 + 4) / 5, 1e-12);
    EXPECT_NEAR(c.error.mean_b, (1.5 + 0 + 1 + 1 + 3) / 5, 1e-12);
    const Comparison all = compare_outcomes(a, b, Measure::sign_non0, std::nullopt, {.resamples = 50});
    EXPECT_EQ(all.right.only_b, 2U);
}

TEST(Comparison, OfNothingAndOfItself) {
    EXPECT_EQ(compare_outcomes({}, {}, Measure::acc7, std::nullopt).right.n(), 0U);
    const std::vector<Outcome> a{outcome(0, 1, 1), outcome(1, 2, -2)};
    const Comparison c = compare_outcomes(a, a, Measure::acc7, std::nullopt);
    EXPECT_EQ(c.right.p, 1);
    EXPECT_EQ(c.error.wilcoxon_p, 1);
    EXPECT_EQ(c.error.difference, 0);
}

TEST(Comparison, CellsOfThePair) {
    EXPECT_EQ(pair_cell(Verdict::right, Verdict::wrong), PairCell::only_a);
    EXPECT_EQ(pair_cell(Verdict::wrong, Verdict::right), PairCell::only_b);
    EXPECT_EQ(pair_cell(Verdict::wrong, Verdict::wrong), PairCell::none);
    EXPECT_EQ(pair_cell(Verdict::uncounted, Verdict::right), PairCell::uncounted);
}
