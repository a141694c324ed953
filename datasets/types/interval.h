// A piece of a clip's time line, in seconds.
#pragma once

#include <algorithm>

namespace mica {

struct Interval {
    double begin = 0;  // seconds from the start of the clip
    double end = 0;    // seconds; begin <= end

    [[nodiscard]] double duration() const { return end - begin; }
    [[nodiscard]] double middle() const { return 0.5 * (begin + end); }
    [[nodiscard]] bool contains(double t) const { return t >= begin && t < end; }
    /// Length in seconds of what both share; 0 where they only touch.
    [[nodiscard]] double overlap(const Interval& o) const {
        return std::max(0.0, std::min(end, o.end) - std::max(begin, o.begin));
    }
    [[nodiscard]] bool overlaps(const Interval& o) const { return overlap(o) > 0; }
    bool operator==(const Interval&) const = default;
};

}  // namespace mica
