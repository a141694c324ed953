// Two models on the same clips: is the one better, by how much, and could it be chance? Functions of two vectors of
// equal length, pair i being clip i. All draw from a seed, so that the same input gives the same figures.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace mica {

struct PairedWish {
    int resamples = 10000;  // of the bootstrap, and of a permutation test that does not count all signs
    double confidence = 0.95;
    std::uint64_t seed = 1;
};

struct BootstrapInterval {
    double low = 0, high = 0;  // NaN: no pairs
};

/// McNemar's exact test (two-sided, binomial, of the pairs where one is right): McNemar, Psychometrika 12 (1947).
struct RightWrongTest {
    std::size_t both = 0, only_a = 0, only_b = 0, none = 0;
    double p = 1;           // 1 where no pair differs
    double difference = 0;  // share right of A - share right of B; NaN: no pairs
    BootstrapInterval interval;
    [[nodiscard]] std::size_t n() const { return both + only_a + only_b + none; }
};
/// Throws Error where the lengths differ, Cancelled.
[[nodiscard]] RightWrongTest compare_right(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b,
                                           const PairedWish& wish = {}, const std::stop_token& stop = {});

/// Errors of A and B (absolute ones, or 1 - probability of the truth): their mean difference by a permutation test of
/// its signs (Fisher 1935; all signs up to 20 pairs, else drawn at random with p = (k + 1) / (resamples + 1)), and
/// Wilcoxon's signed ranks (zeros left out, ties at their mean rank; exact up to 50 pairs, else normal, corrected for
/// ties and continuity). Both two-sided.
struct ErrorTest {
    std::size_t n = 0;
    double mean_a = 0, mean_b = 0;
    double difference = 0;  // mean of A - B: negative where A is better; NaN: no pairs
    BootstrapInterval interval;
    double effect = 0;  // difference / deviation of the differences (Cohen's d_z); NaN: they are all alike
    double permutation_p = 1;
    bool permutation_exact = false;
    double wilcoxon_p = 1;
    double rank_sum = 0;  // of positive differences (V, W+)
    bool wilcoxon_exact = false;
    std::size_t unequal = 0;      // pairs that differ
    double rank_correlation = 0;  // matched pairs, in [-1, 1]: negative where A is better
};
/// Throws Error where the lengths differ or a value is not finite, Cancelled.
[[nodiscard]] ErrorTest compare_errors(std::span<const double> a, std::span<const double> b,
                                       const PairedWish& wish = {}, const std::stop_token& stop = {});

/// Two-sided p of k of n by a fair coin.
[[nodiscard]] double binomial_p(std::size_t k, std::size_t n);
/// p-values corrected for being several (Holm 1979), in the order they were given.
[[nodiscard]] std::vector<double> holm(const std::vector<double>& p);

}  // namespace mica
