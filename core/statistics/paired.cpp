#include "core/statistics/paired.h"

#include <boost/math/distributions/binomial.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <string>

#include "core/statistics/signed_ranks.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kAllSigns = 20;  // pairs up to which every choice of signs is counted

void same_length(std::size_t a, std::size_t b) {
    if (a != b)
        throw Error(std::to_string(a) + " values of the one and " + std::to_string(b) + " of the other",
                    "paired comparison");
}

void go_on(const std::stop_token& stop) {
    if (stop.stop_requested()) throw Cancelled();
}

// The standard fixes this generator's bits, and a product and a shift the place drawn: the same on every machine.
std::size_t place(std::mt19937_64& random, std::size_t n) {
    return static_cast<std::size_t>(((random() >> 32) * static_cast<std::uint64_t>(n)) >> 32);
}

/// Percentile interval of the mean.
BootstrapInterval interval_of_mean(const std::vector<double>& values, const PairedWish& wish,
                                   const std::stop_token& stop) {
    if (values.empty()) return {kUnknown, kUnknown};
    std::mt19937_64 random(wish.seed);
    std::vector<double> means(static_cast<std::size_t>(std::max(1, wish.resamples)));
    for (double& mean : means) {
        go_on(stop);
        double sum = 0;
        for (std::size_t i = 0; i < values.size(); ++i) sum += values[place(random, values.size())];
        mean = sum / static_cast<double>(values.size());
    }
    std::sort(means.begin(), means.end());
    const auto at = [&](double share) {  // linear between the neighbours
        const double x = share * static_cast<double>(means.size() - 1);
        const auto i = static_cast<std::size_t>(x);
        const std::size_t next = std::min(i + 1, means.size() - 1);
        return means[i] + (x - static_cast<double>(i)) * (means[next] - means[i]);
    };
    return {at((1 - wish.confidence) / 2), at((1 + wish.confidence) / 2)};
}

// What rounding may take from sums that are equal must not decide.
double slack(const std::vector<double>& d) {
    double sum = 0;
    for (const double x : d) sum += std::abs(x);
    return 1e-12 * sum;
}

double all_signs_p(const std::vector<double>& d, const std::stop_token& stop) {
    const double observed = std::abs(std::accumulate(d.begin(), d.end(), 0.0)) - slack(d);
    const std::uint64_t choices = std::uint64_t{1} << d.size();
    std::uint64_t as_far = 0;
    for (std::uint64_t signs = 0; signs < choices; ++signs) {
        if (signs % 65536 == 0) go_on(stop);
        double sum = 0;
        for (std::size_t i = 0; i < d.size(); ++i) sum += signs >> i & 1 ? d[i] : -d[i];
        as_far += std::abs(sum) >= observed;
    }
    return static_cast<double>(as_far) / static_cast<double>(choices);
}

double drawn_signs_p(const std::vector<double>& d, const PairedWish& wish, const std::stop_token& stop) {
    const double observed = std::abs(std::accumulate(d.begin(), d.end(), 0.0)) - slack(d);
    std::mt19937_64 random(wish.seed ^ 0x9E3779B97F4A7C15ULL);  // other bits than the bootstrap's
    int as_far = 0;
    for (int k = 0; k < wish.resamples; ++k) {
        go_on(stop);
        double sum = 0;
        std::uint64_t signs = 0;
        for (std::size_t i = 0; i < d.size(); ++i) {
            if (i % 64 == 0) signs = random();
            sum += signs & 1 ? d[i] : -d[i];
            signs >>= 1;
        }
        as_far += std::abs(sum) >= observed;
    }
    return (as_far + 1.0) / (wish.resamples + 1.0);
}

}  // namespace

double binomial_p(std::size_t k, std::size_t n) {
    if (n == 0) return 1;
    const boost::math::binomial coin(static_cast<double>(n), 0.5);
    const auto smaller = static_cast<double>(std::min(k, n - k));
    return std::min(1.0, 2 * boost::math::cdf(coin, smaller));
}

RightWrongTest compare_right(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b, const PairedWish& wish,
                             const std::stop_token& stop) {
    same_length(a.size(), b.size());
    RightWrongTest t;
    std::vector<double> difference;
    difference.reserve(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        ++(a[i] ? (b[i] ? t.both : t.only_a) : (b[i] ? t.only_b : t.none));
        difference.push_back((a[i] ? 1.0 : 0.0) - (b[i] ? 1.0 : 0.0));
    }
    t.p = binomial_p(t.only_a, t.only_a + t.only_b);
    t.difference =
        a.empty() ? kUnknown
                  : (static_cast<double>(t.only_a) - static_cast<double>(t.only_b)) / static_cast<double>(a.size());
    t.interval = interval_of_mean(difference, wish, stop);
    return t;
}

ErrorTest compare_errors(std::span<const double> a, std::span<const double> b, const PairedWish& wish,
                         const std::stop_token& stop) {
    same_length(a.size(), b.size());
    ErrorTest t;
    t.n = a.size();
    std::vector<double> d;
    d.reserve(t.n);
    for (std::size_t i = 0; i < t.n; ++i) {
        if (!std::isfinite(a[i]) || !std::isfinite(b[i]))
            throw Error("error " + std::to_string(i + 1) + " is not finite", "paired comparison");
        t.mean_a += a[i] / static_cast<double>(t.n);
        t.mean_b += b[i] / static_cast<double>(t.n);
        d.push_back(a[i] - b[i]);
    }
    t.interval = interval_of_mean(d, wish, stop);
    if (d.empty()) {
        t.mean_a = t.mean_b = t.difference = t.effect = t.rank_correlation = kUnknown;
        return t;
    }
    const auto n = static_cast<double>(t.n);
    t.difference = std::accumulate(d.begin(), d.end(), 0.0) / n;
    double squares = 0;
    for (const double x : d) squares += (x - t.difference) * (x - t.difference);
    t.effect = t.n > 1 && squares > 0 ? t.difference / std::sqrt(squares / (n - 1)) : kUnknown;
    t.permutation_exact = t.n <= kAllSigns;
    t.permutation_p = t.permutation_exact ? all_signs_p(d, stop) : drawn_signs_p(d, wish, stop);
    const SignedRanks ranks = signed_ranks(d);
    t.unequal = ranks.rank.size();
    t.rank_sum = ranks.positive;
    t.rank_correlation = ranks.total() > 0 ? 2 * ranks.positive / ranks.total() - 1 : 0;
    t.wilcoxon_exact = ranks.exact();
    t.wilcoxon_p = signed_rank_p(ranks);
    return t;
}

std::vector<double> holm(const std::vector<double>& p) {
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) { return p[x] < p[y]; });
    std::vector<double> corrected(p.size());
    double least = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        least = std::max(least, std::min(1.0, static_cast<double>(p.size() - i) * p[order[i]]));
        corrected[order[i]] = least;
    }
    return corrected;
}

}  // namespace mica
