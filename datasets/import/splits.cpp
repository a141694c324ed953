#include <algorithm>
#include <map>
#include <numeric>

#include "datasets/import/import.h"

namespace mica {
namespace {

std::uint64_t scatter(const std::string& text, std::uint64_t seed) {
    std::uint64_t h = 0xcbf29ce484222325ULL ^ (seed * 0x9e3779b97f4a7c15ULL);
    for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    h = (h ^ (h >> 30)) * 0xbf58476d1ce4e5b9ULL;
    h = (h ^ (h >> 27)) * 0x94d049bb133111ebULL;
    return h ^ (h >> 31);
}

// Deals along a line of items: every fifth to test, 15 of the other 80 to validation, evenly spaced.
std::vector<Split> deal(std::size_t n) {
    std::vector<Split> splits(n, Split::train);
    std::size_t rest = 0;
    for (std::size_t i = 0; i < n; ++i) {
        if ((2 * i + 11) / 10 > (2 * i + 9) / 10) {
            splits[i] = Split::test;
            continue;
        }
        if (((rest + 1) * 15 + 40) / 80 > (rest * 15 + 40) / 80) splits[i] = Split::valid;
        ++rest;
    }
    return splits;
}

}  // namespace

std::vector<Split> stratified_splits(const std::vector<std::string>& ids, const std::vector<std::string>& strata,
                                     std::uint64_t seed) {
    std::vector<std::size_t> order(ids.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (strata[a] != strata[b]) return strata[a] < strata[b];
        const auto x = scatter(ids[a], seed), y = scatter(ids[b], seed);
        return x != y ? x < y : ids[a] < ids[b];
    });
    const std::vector<Split> dealt = deal(ids.size());
    std::vector<Split> splits(ids.size());
    for (std::size_t i = 0; i < order.size(); ++i) splits[order[i]] = dealt[i];
    return splits;
}

std::vector<Split> grouped_splits(const std::vector<std::string>& groups, std::uint64_t seed) {
    std::map<std::string, Split> of;
    for (const auto& g : groups) of.emplace(g, Split::train);
    std::vector<std::string> names, one;
    for (const auto& [g, s] : of) names.push_back(g);
    one.assign(names.size(), "");
    const std::vector<Split> dealt = stratified_splits(names, one, seed);
    for (std::size_t i = 0; i < names.size(); ++i) of[names[i]] = dealt[i];
    std::vector<Split> splits;
    for (const auto& g : groups) splits.push_back(of[g]);
    return splits;
}

}  // namespace mica
