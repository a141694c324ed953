// Curves of several runs (the seeds of an experiment) as one: their mean, and the lowest and highest.
#pragma once

#include <vector>

namespace mica {

struct PlainCurve {
    std::vector<double> x, y;  // x ascending
};

struct CurveSpread {
    std::vector<double> x, mean, low, high;
};

/// At each x of the curve that has most points: over those curves that reach there, each read along the straight line
/// between its neighbouring points (exactly at its own points). Values that are not finite do not count.
[[nodiscard]] CurveSpread spread_of(const std::vector<PlainCurve>& curves);

}  // namespace mica
