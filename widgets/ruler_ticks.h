// Where a ruler's ticks lie and what they say. Pure functions.
#pragma once

#include <QString>

#include <vector>

#include "datasets/types/interval.h"

namespace mica {

struct Tick {
    double value = 0;    // in the axis' unit
    bool major = false;  // labelled
};

/// The smallest step of the form 1, 2 or 5 times a power of ten that is not below `least` (> 0).
[[nodiscard]] double niceStep(double least);
/// Ticks inside `visible`: major ones `leastMajor` apart at least, four or five minor parts between them.
[[nodiscard]] std::vector<Tick> ticks(const Interval& visible, double leastMajor);
/// "0.5 s", "1:05.2" from a minute on; as many decimals as `step` needs.
[[nodiscard]] QString timeLabel(double seconds, double step);

}  // namespace mica
