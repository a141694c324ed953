// The pictures of a report, painted by the window's own views.
#pragma once

#include <QImage>

#include <memory>
#include <vector>

#include "core/training/session.h"
#include "datasets/types/dataset.h"

namespace mica::report {

/// Loss parts per epoch, train and validation.
[[nodiscard]] QImage losses(const RunSummary& run);
/// Losses of each step; null where there are none.
[[nodiscard]] QImage step_losses(const std::vector<StepReport>& steps);
/// One small plot per validation metric, best epoch marked; null where there are no epochs.
[[nodiscard]] QImage metrics(const RunSummary& run);
/// Mean over layers per pair and epoch; null where it was never measured while training.
[[nodiscard]] QImage a_distance(const RunSummary& run);
/// One pair and layer of one clip over its words and frames; null where the snapshot lacks that map.
[[nodiscard]] QImage attention(const Dataset& set, std::size_t clip, const AttentionSnapshot& snapshot, Pair pair,
                               int layer);

struct Prediction {
    std::size_t clip = 0;
    std::vector<float> predicted, truth;
};
/// Regression: truth against prediction. Classification: confusion matrix.
[[nodiscard]] QImage predictions(const Task& task, const std::vector<Prediction>& all);

}  // namespace mica::report
