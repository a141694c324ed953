#include "widgets/map_truth.h"

namespace mica {

std::vector<std::uint8_t> truthFromTimes(const std::vector<Interval>& target, const std::vector<Interval>& source) {
    std::vector<std::uint8_t> cells(target.size() * source.size());
    for (std::size_t r = 0; r < target.size(); ++r)
        for (std::size_t c = 0; c < source.size(); ++c)
            cells[r * source.size() + c] = target[r].overlaps(source[c]) ? 1 : 0;
    return cells;
}

std::vector<std::uint8_t> truthFromLinks(const std::vector<Link>& links, Pair pair, const std::vector<Interval>& target,
                                         const std::vector<Interval>& source) {
    std::vector<std::uint8_t> cells(target.size() * source.size());
    for (const Link& link : links) {
        const Interval& t = link.span[index(pair.target)];
        const Interval& s = link.span[index(pair.source)];
        if (t.duration() <= 0 || s.duration() <= 0) continue;  // no part in one of the streams
        for (std::size_t r = 0; r < target.size(); ++r) {
            if (!target[r].overlaps(t)) continue;
            for (std::size_t c = 0; c < source.size(); ++c)
                if (source[c].overlaps(s)) cells[r * source.size() + c] = 1;
        }
    }
    return cells;
}

}  // namespace mica
