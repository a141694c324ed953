#include "widgets/min_max_pyramid.h"

#include <algorithm>

namespace mica {

void MinMaxPyramid::add(double value) {
    values_.push_back(value);
    // a level's block is complete when kFan of the level below are
    for (std::size_t level = 0, below = values_.size(); below % kFan == 0; ++level) {
        if (level == levels_.size()) levels_.emplace_back();
        LowHigh block;
        for (std::size_t i = below - kFan; i < below; ++i)
            level == 0 ? block.add(values_[i]) : block.add(levels_[level - 1][i]);
        levels_[level].push_back(block);
        below = levels_[level].size();
    }
}

void MinMaxPyramid::clear() {
    values_.clear();
    levels_.clear();
}

LowHigh MinMaxPyramid::over(std::size_t first, std::size_t last) const {
    LowHigh found;
    last = std::min(last, values_.size());
    if (first >= last) return found;
    const auto take = [&](std::size_t level, std::size_t i) {
        level == 0 ? found.add(values_[i]) : found.add(levels_[level - 1][i]);
    };
    // up: the ends that do not fill a block are taken as they are, the blocks between are asked one level above
    for (std::size_t level = 0;; ++level) {
        const std::size_t begin = (first + kFan - 1) / kFan * kFan, end = last / kFan * kFan;
        if (level == levels_.size() || begin >= end) {
            for (; first < last; ++first) take(level, first);
            return found;
        }
        for (; first < begin; ++first) take(level, first);
        for (; last > end; --last) take(level, last - 1);
        first /= kFan;
        last /= kFan;
    }
}

std::vector<CurvePoint> reduced(const std::vector<double>& x, const MinMaxPyramid& y,
                                const std::vector<double>& edges) {
    constexpr std::size_t kBeyond = 2, kFew = 4;
    std::vector<CurvePoint> out;
    const std::size_t count = std::min(x.size(), y.size());
    if (count == 0 || edges.size() < 2) return out;
    const auto end = x.begin() + static_cast<std::ptrdiff_t>(count);
    const auto place = [&](double edge, std::size_t from) {
        return static_cast<std::size_t>(std::lower_bound(x.begin() + static_cast<std::ptrdiff_t>(from), end, edge) -
                                        x.begin());
    };
    const auto as_they_are = [&](std::size_t first, std::size_t last) {
        for (; first < last; ++first) out.push_back({x[first], y.at(first)});
    };
    std::size_t at = place(edges.front(), 0);
    as_they_are(at - std::min(at, kBeyond), at);
    for (std::size_t column = 1; column < edges.size(); ++column) {
        const std::size_t next = place(edges[column], at);
        if (next - at <= kFew) {
            as_they_are(at, next);
        } else {
            const LowHigh range = y.over(at, next);
            const double middle = x[at + (next - at) / 2];
            out.push_back({x[at], y.at(at)});
            out.push_back({middle, range.low});
            out.push_back({middle, range.high});
            out.push_back({x[next - 1], y.at(next - 1)});
        }
        at = next;
    }
    as_they_are(at, std::min(at + kBeyond, count));
    return out;
}

}  // namespace mica
