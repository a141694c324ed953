// Mean and deviation of every feature over a training split, and values standardised by them. Training and derived
// sets share this one implementation.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

#include "datasets/types/dataset.h"
#include "datasets/types/progress.h"

namespace mica {

/// Mean and deviation of every feature over the real, unflagged steps of the training split; by modality.
/// Empty where the set lacks the stream or it was not measured.
struct FeatureStatistics {
    std::array<std::vector<float>, 3> mean, deviation;  // deviation 0: the feature never changes
    [[nodiscard]] bool empty() const { return mean[0].empty() && mean[1].empty() && mean[2].empty(); }
};

/// Gives clip i of the set: from a cache, or read.
using ClipReader = std::function<std::shared_ptr<const Clip>(std::size_t i)>;

/// Of the streams asked for, in one pass over the training split in the set's order. Throws Error where the training
/// split is empty, Cancelled when asked to stop.
[[nodiscard]] FeatureStatistics measure_features(const Dataset& set, const ClipReader& read,
                                                 const std::array<bool, 3>& streams, const Progress& progress,
                                                 const std::stop_token& stop);

/// One step in place: (value - mean) / deviation; 0 for a feature that never changes, and for all of a flagged step,
/// which says nothing: the mean. Both vectors have `row`'s features.
inline void standardise(float* row, bool flagged, const std::vector<float>& mean, const std::vector<float>& deviation) {
    for (std::size_t f = 0; f < mean.size(); ++f)
        row[f] = flagged || deviation[f] == 0 ? 0.0F : (row[f] - mean[f]) / deviation[f];
}

}  // namespace mica
