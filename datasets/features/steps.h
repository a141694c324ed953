// Steady steps on a clip's time line, and slopes along them.
#pragma once

#include <string>
#include <vector>

#include "datasets/types/clip.h"

namespace mica {

/// ceil(duration * rate) steps [i, i + 1) / rate, the last one ending with the clip.
[[nodiscard]] std::vector<Interval> steady_times(double duration, double rate);

/// Appends to every row the slope of each value over five steps (least squares; fewer at the ends), per step.
[[nodiscard]] Stream with_changes(const Stream& stream);

/// The names with "d_NAME" appended for each.
[[nodiscard]] std::vector<std::string> with_changes(std::vector<std::string> names);

}  // namespace mica
