#include "datasets/views/statistics.h"

#include <algorithm>
#include <cmath>

#include "datasets/types/error.h"

namespace mica {

FeatureStatistics measure_features(const Dataset& set, const ClipReader& read, const std::array<bool, 3>& streams,
                                   const Progress& progress, const std::stop_token& stop) {
    const std::vector<std::size_t> train = set.split(Split::train);
    if (train.empty()) throw Error("has no training clips", set.path().string());
    std::array<std::vector<double>, 3> sum, square;
    std::array<double, 3> count{};
    for (std::size_t done = 0; done < train.size(); ++done) {
        if (stop.stop_requested()) throw Cancelled();
        if (done % 64 == 0)
            progress(static_cast<std::int64_t>(done), static_cast<std::int64_t>(train.size()),
                     "measuring the training split's features");
        const std::shared_ptr<const Clip> clip = read(train[done]);
        for (std::size_t m = 0; m < 3; ++m) {
            if (!streams[m]) continue;
            const Stream& s = clip->streams[m];
            sum[m].resize(std::max(sum[m].size(), s.features));
            square[m].resize(sum[m].size());
            for (std::size_t t = 0; t < s.steps; ++t) {
                if (!s.valid.empty() && !s.valid[t]) continue;
                const float* row = s.row(t);
                for (std::size_t f = 0; f < s.features; ++f)
                    sum[m][f] += row[f], square[m][f] += static_cast<double>(row[f]) * row[f];
                ++count[m];
            }
        }
    }
    FeatureStatistics statistics;
    for (std::size_t m = 0; m < 3; ++m) {
        if (count[m] == 0) continue;
        for (std::size_t f = 0; f < sum[m].size(); ++f) {
            const double mean = sum[m][f] / count[m];
            const double variance = square[m][f] / count[m] - mean * mean;
            // what is left of a constant after rounding is no deviation
            const double deviation = variance > 1e-10 * (1 + mean * mean) ? std::sqrt(variance) : 0;
            statistics.mean[m].push_back(static_cast<float>(mean));
            statistics.deviation[m].push_back(static_cast<float>(deviation));
        }
    }
    return statistics;
}

}  // namespace mica
