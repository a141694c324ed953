#include "widgets/time_geometry.h"

#include <algorithm>

namespace mica {

double pixelsPerSecond(const TimeScale& scale) {
    const double shown = scale.visible.duration();
    return shown > 0 ? scale.width / shown : 0;
}

double laneXOfTime(const TimeScale& scale, double seconds) {
    return scale.left + (seconds - scale.visible.begin) * pixelsPerSecond(scale);
}

double timeOfLaneX(const TimeScale& scale, double laneX) {
    const double perSecond = pixelsPerSecond(scale);
    return perSecond > 0 ? scale.visible.begin + (laneX - scale.left) / perSecond : scale.visible.begin;
}

Interval clampedRange(Interval range, double duration, double shortest) {
    const double length = std::clamp(range.duration(), std::min(shortest, duration), duration);
    // grown about its middle when too short, so that zooming stops without drifting
    double begin = range.begin + 0.5 * (range.duration() - length);
    begin = std::clamp(begin, 0.0, duration - length);
    return {begin, begin + length};
}

Interval zoomedRange(const Interval& range, double anchor, double factor) {
    return {anchor - (anchor - range.begin) / factor, anchor + (range.end - anchor) / factor};
}

}  // namespace mica
