#include "datasets/features/steps.h"

#include <algorithm>
#include <cmath>

namespace mica {

std::vector<Interval> steady_times(double duration, double rate) {
    const auto steps = static_cast<std::size_t>(std::max(0.0, std::ceil(duration * rate - 1e-6)));
    std::vector<Interval> times(steps);
    for (std::size_t i = 0; i < steps; ++i)
        times[i] = {static_cast<double>(i) / rate, std::min(duration, static_cast<double>(i + 1) / rate)};
    if (!times.empty()) times.back().end = std::max(times.back().end, times.back().begin);
    return times;
}

Stream with_changes(const Stream& stream) {
    Stream out;
    out.steps = stream.steps;
    out.features = 2 * stream.features;
    out.times = stream.times;
    out.valid = stream.valid;
    out.values.resize(out.steps * out.features);
    const auto last = static_cast<std::ptrdiff_t>(stream.steps) - 1;
    for (std::ptrdiff_t i = 0; i <= last; ++i) {
        float* to = out.values.data() + static_cast<std::size_t>(i) * out.features;
        std::copy_n(stream.row(static_cast<std::size_t>(i)), stream.features, to);
        for (std::size_t f = 0; f < stream.features; ++f) {
            double sum = 0;
            for (std::ptrdiff_t n = 1; n <= 2; ++n) {
                const float after = stream.row(static_cast<std::size_t>(std::min(last, i + n)))[f];
                const float before = stream.row(static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, i - n)))[f];
                sum += static_cast<double>(n) * (static_cast<double>(after) - static_cast<double>(before));
            }
            to[stream.features + f] = static_cast<float>(sum / 10);
        }
    }
    return out;
}

std::vector<std::string> with_changes(std::vector<std::string> names) {
    const std::size_t n = names.size();
    for (std::size_t i = 0; i < n; ++i) names.push_back("d_" + names[i]);
    return names;
}

}  // namespace mica
