// Pure geometry between seconds on a clip's time line and logical pixels inside a lane.
#pragma once

#include "datasets/types/interval.h"

namespace mica {

/// The plot area of a lane: `left` and `width` in lane pixels, showing `visible` seconds.
struct TimeScale {
    Interval visible{0, 1};
    double left = 0;
    double width = 1;
};

/// Lane pixel at which a time lies (may be outside of the plot area).
[[nodiscard]] double laneXOfTime(const TimeScale& scale, double seconds);
/// Time that lies at a lane pixel (may be outside of the visible range).
[[nodiscard]] double timeOfLaneX(const TimeScale& scale, double laneX);
/// Logical pixels one second takes.
[[nodiscard]] double pixelsPerSecond(const TimeScale& scale);

/// `range` moved and shrunk until it lies inside [0, duration] and is `shortest` seconds long at least
/// (or all of the duration where that is shorter).
[[nodiscard]] Interval clampedRange(Interval range, double duration, double shortest);
/// `range` scaled by 1 / factor so that `anchor` keeps its relative place (factor > 1 zooms in); not clamped.
[[nodiscard]] Interval zoomedRange(const Interval& range, double anchor, double factor);

}  // namespace mica
