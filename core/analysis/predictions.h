// What a run says of every clip of a set: kept by the run, computed before, or computed now from its checkpoint.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/reports/predictions.h"
#include "core/reports/reports.h"
#include "datasets/types/dataset.h"
#include "datasets/types/progress.h"

namespace mica {

struct PredictionWish {
    std::string checkpoint = "best";  // "best", "last" or "epoch-N"
    std::optional<Split> split;       // none: every clip
    bool compute = true;              // false: only what is kept or cached; the others are counted as missing
    std::filesystem::path cache;      // folder of what was computed before; empty: nothing is cached
};

/// Split by split: of a finished run's best epoch what run.db holds, else a file of the cache that is of this very
/// checkpoint and set, else computed (and cached; a cache that cannot be written costs only the next time). Throws
/// Error (see ModelSession; the checkpoint is of another set's features), Cancelled.
[[nodiscard]] RunPredictions predictions_of(const std::filesystem::path& run, const std::shared_ptr<const Dataset>& set,
                                            const PredictionWish& wish, const Progress& progress,
                                            const std::stop_token& stop);

/// Figures of merit of predictions by the formulas of core/metrics, over those clips that have a label. Throws Error
/// where the predictions do not fit the task.
[[nodiscard]] Metrics figures_of(const RunPredictions& predictions, const Task& task,
                                 const std::vector<ClipInfo>& clips);

/// ${XDG_CACHE_HOME:-~/.cache}/mica/predictions
[[nodiscard]] std::filesystem::path default_prediction_cache();

}  // namespace mica
