// How figures of several runs lie about their mean.
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "core/reports/reports.h"

namespace mica {

struct SampleSpread {
    std::size_t n = 0;  // values that are finite
    double mean = std::numeric_limits<double>::quiet_NaN();
    /// Of the sample: the square root of sum (x - mean)^2 / (n - 1). It estimates how further values would differ; NaN
    /// for fewer than two.
    double deviation = std::numeric_limits<double>::quiet_NaN();
    double minimum = std::numeric_limits<double>::quiet_NaN(), maximum = minimum;
};

/// Values that are not finite are left out.
[[nodiscard]] SampleSpread deviation_of(std::span<const double> values);

/// One figure over runs.
struct Spread {
    std::string metric;
    bool higher_is_better = true;
    std::size_t n = 0;                                         // runs in which it is defined
    double mean = 0, deviation = 0, minimum = 0, maximum = 0;  // see SampleSpread; over seeds
};
/// In the order of the first run that has each metric.
[[nodiscard]] std::vector<Spread> spread_of(const std::vector<Metrics>& runs);

}  // namespace mica
