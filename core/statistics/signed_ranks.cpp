#include "core/statistics/signed_ranks.h"

#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>

namespace mica {
namespace {

// Of all 2^n signs, how many give a sum of positive ranks of at most `sum`? Ranks are whole or halves: counted twice.
double exact_p(const SignedRanks& r) {
    const auto most = static_cast<std::size_t>(std::llround(2 * r.total()));
    std::vector<double> ways(most + 1, 0.0);  // shares of 2^n, so that nothing overflows
    ways[0] = 1;
    for (const double rank : r.rank) {
        const auto step = static_cast<std::size_t>(std::llround(2 * rank));
        for (std::size_t s = most + 1; s-- > 0;) ways[s] = (ways[s] + (s >= step ? ways[s - step] : 0)) / 2;
    }
    const auto smaller = static_cast<std::size_t>(std::llround(2 * std::min(r.positive, r.total() - r.positive)));
    double share = 0;
    for (std::size_t s = 0; s <= smaller; ++s) share += ways[s];
    return std::min(1.0, 2 * share);
}

double normal_p(const SignedRanks& r) {
    double variance = 0;  // of the sum of positive ranks: a quarter of the sum of squares, which ties make smaller
    for (const double rank : r.rank) variance += rank * rank / 4;
    const double away = std::abs(r.positive - r.total() / 2);
    const double z = std::max(0.0, away - 0.5) / std::sqrt(variance);
    return std::min(1.0, 2 * boost::math::cdf(boost::math::complement(boost::math::normal(), z)));
}

}  // namespace

SignedRanks signed_ranks(const std::vector<double>& differences) {
    std::vector<double> d;
    for (const double x : differences)
        if (x != 0) d.push_back(x);
    std::sort(d.begin(), d.end(), [](double x, double y) { return std::abs(x) < std::abs(y); });
    SignedRanks r;
    r.rank.resize(d.size());
    for (std::size_t i = 0; i < d.size();) {
        std::size_t end = i;
        while (end < d.size() && std::abs(d[end]) == std::abs(d[i])) ++end;
        const double mean = static_cast<double>(i + 1 + end) / 2;
        for (; i < end; ++i) {
            r.rank[i] = mean;
            if (d[i] > 0) r.positive += mean;
        }
    }
    return r;
}

double signed_rank_p(const SignedRanks& ranks) {
    if (ranks.rank.empty()) return 1;
    return ranks.exact() ? exact_p(ranks) : normal_p(ranks);
}

}  // namespace mica
