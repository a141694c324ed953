#include "widgets/map_geometry.h"

#include <algorithm>
#include <cmath>

namespace mica {

std::vector<Interval> columnSpans(const std::vector<Interval>& times, int columns, double duration) {
    if (!times.empty()) return times;
    std::vector<Interval> spans;
    const double whole = duration > 0 ? duration : 1;
    for (int c = 0; c < columns; ++c) spans.push_back({whole * c / columns, whole * (c + 1) / columns});
    return spans;
}

std::vector<Interval> rowSpans(int rows) {
    std::vector<Interval> spans;
    for (int r = 0; r < rows; ++r) spans.push_back({static_cast<double>(r), static_cast<double>(r + 1)});
    return spans;
}

int columnAtTime(const std::vector<Interval>& spans, double seconds) {
    int found = -1;
    for (std::size_t i = 0; i < spans.size(); ++i)
        if (spans[i].contains(seconds)) found = static_cast<int>(i);
    return found;
}

Interval clampedRows(Interval visible, int rows) {
    const double all = std::max(1, rows);
    const double length = std::clamp(visible.duration(), 1.0, all);
    const double begin = std::clamp(visible.begin + 0.5 * (visible.duration() - length), 0.0, all - length);
    return {begin, begin + length};
}

double laneYOfRow(const Interval& visible, double top, double height, double row) {
    return visible.duration() > 0 ? top + height * (row - visible.begin) / visible.duration() : top;
}

double rowOfLaneY(const Interval& visible, double top, double height, double laneY) {
    return height > 0 ? visible.begin + visible.duration() * (laneY - top) / height : visible.begin;
}

}  // namespace mica
