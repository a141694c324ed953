// Paired tests against figures of the literature, and what must hold of any two models.
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "core/statistics/paired.h"
#include "core/statistics/signed_ranks.h"
#include "datasets/types/error.h"

using namespace mica;

namespace {

/// both, only a, only b, none
std::pair<std::vector<std::uint8_t>, std::vector<std::uint8_t>> table(int both, int a, int b, int none) {
    std::vector<std::uint8_t> one, other;
    const auto add = [&](int n, std::uint8_t x, std::uint8_t y) {
        for (int i = 0; i < n; ++i) one.push_back(x), other.push_back(y);
    };
    add(both, 1, 1), add(a, 1, 0), add(b, 0, 1), add(none, 0, 0);
    return {one, other};
}

// Differences in height of Darwin's 15 pairs of maize, in eighths of an inch (Fisher, The Design of Experiments, 1935).
const std::vector<double> kMaize{49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};
// Hamilton's scale IV before and after a tranquillizer (Hollander and Wolfe 1973, table 3.1).
const std::vector<double> kBefore{1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
const std::vector<double> kAfter{0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};

std::vector<double> zeros(std::size_t n) { return std::vector<double>(n, 0.0); }

}  // namespace

// Agresti, Categorical Data Analysis, table 10.1: approval of a prime minister at two surveys.
TEST(McNemar, Agresti) {
    const auto [a, b] = table(794, 150, 86, 570);
    const RightWrongTest t = compare_right(a, b);
    EXPECT_EQ(t.both, 794U);
    EXPECT_EQ(t.only_a, 150U);
    EXPECT_EQ(t.only_b, 86U);
    EXPECT_EQ(t.none, 570U);
    EXPECT_NEAR(t.p, 3.715936e-05, 1e-10);
    EXPECT_NEAR(t.difference, 0.04, 1e-12);
    // Agresti's Wald interval of the difference: (0.021, 0.059)
    EXPECT_NEAR(t.interval.low, 0.021, 0.0015);
    EXPECT_NEAR(t.interval.high, 0.059, 0.0015);
}

TEST(McNemar, SmallTablesByHand) {
    const auto p = [](int b, int c) {
        const auto [x, y] = table(3, b, c, 2);
        return compare_right(x, y, {.resamples = 10}).p;
    };
    EXPECT_DOUBLE_EQ(p(1, 5), 2 * 7.0 / 64);
    EXPECT_DOUBLE_EQ(p(5, 1), 2 * 7.0 / 64);
    EXPECT_DOUBLE_EQ(p(0, 8), 2 / 256.0);
    EXPECT_DOUBLE_EQ(p(4, 4), 1);
    EXPECT_DOUBLE_EQ(p(0, 0), 1);
    EXPECT_NEAR(p(5, 15), 0.04138946533203125, 1e-15);
}

TEST(Permutation, DarwinsMaize) {
    const ErrorTest t = compare_errors(kMaize, zeros(15));
    EXPECT_TRUE(t.permutation_exact);
    // Fisher counts 863 of 32,768 sums as large; as far on either side: twice as many
    EXPECT_DOUBLE_EQ(t.permutation_p, 2 * 863 / 32768.0);
    EXPECT_NEAR(t.difference, 314 / 15.0, 1e-12);
    EXPECT_NEAR(t.effect * std::sqrt(15.0), 2.148, 5e-4);  // Student's t, as Fisher gives it
}

TEST(Permutation, DrawnSignsComeNearAllSigns) {
    // the same 15 differences and as many zeros more: the sums are the same, but more pairs than are counted
    std::vector<double> d = kMaize;
    d.resize(30, 0.0);
    const ErrorTest t = compare_errors(d, zeros(30), {.resamples = 20000});
    EXPECT_FALSE(t.permutation_exact);
    EXPECT_NEAR(t.permutation_p, 2 * 863 / 32768.0, 4 * std::sqrt(0.0527 * 0.9473 / 20000));
    EXPECT_GT(compare_errors(std::vector<double>(30, 1.0), zeros(30), {.resamples = 99}).permutation_p, 0.0);
}

TEST(Wilcoxon, HollanderAndWolfe) {
    const ErrorTest t = compare_errors(kBefore, kAfter);
    EXPECT_TRUE(t.wilcoxon_exact);
    EXPECT_DOUBLE_EQ(t.rank_sum, 40);
    EXPECT_DOUBLE_EQ(t.wilcoxon_p, 2 * 10 / 512.0);  // one-sided 0.01953, as the book and R give it
    EXPECT_NEAR(t.rank_correlation, 2 * 40 / 45.0 - 1, 1e-12);
}

TEST(Wilcoxon, TiesAndZeros) {
    // ranks 1.5 1.5 3 4, one difference of 0 left out; V = 4: sums of at most 4 are 0, 1.5, 1.5, 3, 3, 4 of 16
    const std::vector<double> d{1, -1, 0, -2, 3};
    SignedRanks r = signed_ranks(d);
    EXPECT_EQ(r.rank, (std::vector<double>{1.5, 1.5, 3, 4}));
    EXPECT_DOUBLE_EQ(r.positive, 5.5);
    EXPECT_DOUBLE_EQ(signed_rank_p(r), 1.0);  // 4.5 or less on the smaller side: 0 1.5 1.5 3 3 4 4.5 4.5 of 16
    const ErrorTest none = compare_errors(zeros(5), zeros(5));
    EXPECT_DOUBLE_EQ(none.wilcoxon_p, 1);
    EXPECT_DOUBLE_EQ(none.permutation_p, 1);
    EXPECT_EQ(none.unequal, 0U);
    EXPECT_TRUE(std::isnan(none.effect));
}

TEST(Wilcoxon, NormalFromFiftyOneOnAgreesWithExact) {
    std::mt19937_64 random(3);
    std::normal_distribution<double> normal(0.25, 1);
    std::vector<double> d;
    for (int i = 0; i < 50; ++i) d.push_back(normal(random));
    const double exact = signed_rank_p(signed_ranks(d));
    d.push_back(1e-6);  // the least rank: changes little
    const SignedRanks more = signed_ranks(d);
    EXPECT_FALSE(more.exact());
    EXPECT_NEAR(signed_rank_p(more), exact, 0.01);
}

TEST(Bootstrap, IsTheNormalIntervalForManyPairsAndRepeats) {
    std::mt19937_64 random(11);
    std::normal_distribution<double> normal(0.1, 1);
    std::vector<double> d;
    for (int i = 0; i < 2000; ++i) d.push_back(normal(random));
    const ErrorTest t = compare_errors(d, zeros(d.size()));
    const double half = 1.96 * t.difference / t.effect / std::sqrt(2000.0);
    EXPECT_NEAR(t.interval.low, t.difference - half, 0.1 * half);
    EXPECT_NEAR(t.interval.high, t.difference + half, 0.1 * half);
    const ErrorTest again = compare_errors(d, zeros(d.size()));
    EXPECT_EQ(t.interval.low, again.interval.low);
    EXPECT_EQ(t.permutation_p, again.permutation_p);
    EXPECT_NE(t.interval.low, compare_errors(d, zeros(d.size()), {.seed = 2}).interval.low);
}

TEST(Paired, TheOtherWayRound) {
    const ErrorTest ab = compare_errors(kBefore, kAfter), ba = compare_errors(kAfter, kBefore);
    EXPECT_DOUBLE_EQ(ab.wilcoxon_p, ba.wilcoxon_p);
    EXPECT_DOUBLE_EQ(ab.permutation_p, ba.permutation_p);
    EXPECT_DOUBLE_EQ(ab.difference, -ba.difference);
    EXPECT_DOUBLE_EQ(ab.rank_correlation, -ba.rank_correlation);
}

TEST(Paired, Refusals) {
    EXPECT_THROW((void)compare_errors(kBefore, kMaize), Error);
    EXPECT_THROW((void)compare_errors(std::vector<double>{NAN}, std::vector<double>{1}), Error);
    EXPECT_THROW((void)compare_right(std::vector<std::uint8_t>{1}, {}), Error);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW((void)compare_errors(kBefore, kAfter, {}, stop.get_token()), Cancelled);
    EXPECT_TRUE(std::isnan(compare_right({}, {}).difference));
    EXPECT_TRUE(std::isnan(compare_errors({}, {}).difference));
}

// Holm's own example: .01, .02, .03, .005 of four tests.
TEST(Holm, StepsDown) {
    const auto p = holm({0.01, 0.02, 0.03, 0.005});
    EXPECT_DOUBLE_EQ(p[3], 0.02);
    EXPECT_DOUBLE_EQ(p[0], 0.03);
    EXPECT_DOUBLE_EQ(p[1], 0.04);
    EXPECT_DOUBLE_EQ(p[2], 0.04);
    EXPECT_TRUE(holm({}).empty());
    EXPECT_DOUBLE_EQ(holm({0.9, 0.8})[0], 1);
}
