#include "core/statistics/spread.h"

#include <algorithm>
#include <cmath>

namespace mica {

SampleSpread deviation_of(std::span<const double> values) {
    SampleSpread d;
    double sum = 0, squares = 0;
    for (const double v : values) {
        if (!std::isfinite(v)) continue;
        d.minimum = d.n ? std::min(d.minimum, v) : v;
        d.maximum = d.n ? std::max(d.maximum, v) : v;
        ++d.n;
        sum += v;
    }
    if (!d.n) return d;
    d.mean = sum / static_cast<double>(d.n);
    for (const double v : values)
        if (std::isfinite(v)) squares += (v - d.mean) * (v - d.mean);
    if (d.n > 1) d.deviation = std::sqrt(squares / static_cast<double>(d.n - 1));
    return d;
}

std::vector<Spread> spread_of(const std::vector<Metrics>& runs) {
    std::vector<Spread> all;
    for (const Metrics& metrics : runs)
        for (const Metric& m : metrics)
            if (std::none_of(all.begin(), all.end(), [&](const Spread& s) { return s.metric == m.name; }))
                all.push_back({m.name, m.higher_is_better, 0, 0, 0, 0, 0});
    for (Spread& s : all) {
        std::vector<double> values;
        for (const Metrics& metrics : runs)
            for (const Metric& m : metrics)
                if (m.name == s.metric) values.push_back(m.value);
        const SampleSpread d = deviation_of(values);
        s.n = d.n;
        s.mean = d.mean;
        s.deviation = d.deviation;
        s.minimum = d.minimum;
        s.maximum = d.maximum;
    }
    return all;
}

}  // namespace mica
