#include "widgets/curve_spread.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "widgets/min_max_pyramid.h"

namespace mica {

CurveSpread spread_of(const std::vector<PlainCurve>& curves) {
    CurveSpread all;
    const PlainCurve* longest = nullptr;
    for (const PlainCurve& c : curves)
        if (!longest || c.x.size() > longest->x.size()) longest = &c;
    if (!longest) return all;
    std::vector<std::size_t> at(curves.size(), 0);  // of each curve, its first point at or right of x
    for (const double x : longest->x) {
        double sum = 0;
        int n = 0;
        LowHigh range;
        for (std::size_t c = 0; c < curves.size(); ++c) {
            const auto& [xs, ys] = curves[c];
            while (at[c] < xs.size() && xs[at[c]] < x) ++at[c];
            const std::size_t i = at[c];
            if (i == xs.size() || (xs[i] > x && i == 0)) continue;  // it does not reach there
            const double value =
                xs[i] == x ? ys[i] : ys[i - 1] + (ys[i] - ys[i - 1]) * (x - xs[i - 1]) / (xs[i] - xs[i - 1]);
            if (!std::isfinite(value)) continue;
            sum += value;
            ++n;
            range.add(value);
        }
        all.x.push_back(x);
        all.mean.push_back(n ? sum / n : NAN);
        all.low.push_back(range.low);
        all.high.push_back(range.high);
    }
    return all;
}

}  // namespace mica
