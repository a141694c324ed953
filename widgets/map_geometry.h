// Where the cells of a map lie. Columns are on the shared time axis, rows on the map's own axis of steps.
#pragma once

#include <vector>

#include "datasets/types/interval.h"

namespace mica {

/// Spans of the columns in seconds: the source's own times, or, where they are unknown, equal parts of
/// [0, duration] (the map says so and draws no time cursor there).
[[nodiscard]] std::vector<Interval> columnSpans(const std::vector<Interval>& times, int columns, double duration);
/// Spans of the rows in row units: row i is [i, i + 1).
[[nodiscard]] std::vector<Interval> rowSpans(int rows);
/// Column at a time, or -1 (a gap). The latest begun where spans overlap.
[[nodiscard]] int columnAtTime(const std::vector<Interval>& spans, double seconds);
/// Visible rows clamped into [0, rows], a row long at least.
[[nodiscard]] Interval clampedRows(Interval visible, int rows);
/// Lane pixel of a row position, and back, where `visible` rows fill [top, top + height].
[[nodiscard]] double laneYOfRow(const Interval& visible, double top, double height, double row);
[[nodiscard]] double rowOfLaneY(const Interval& visible, double top, double height, double laneY);

}  // namespace mica
