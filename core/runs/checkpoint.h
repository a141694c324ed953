// A checkpoint: weights, what the optimiser remembers, where training stands, and how features are standardised.
#pragma once

#include <torch/torch.h>

#include <filesystem>
#include <map>
#include <string>

#include "core/reports/reports.h"
#include "core/training/batches.h"
#include "core/training/optimiser.h"

namespace mica {

/// Where training stands, between two steps.
struct TrainingState {
    std::int64_t step = 0;            // steps done since the start
    int epoch = 0;                    // epochs whose validation is done
    int step_in_epoch = 0;            // steps done in the epoch after those
    std::int64_t clips_in_epoch = 0;  // clips seen in them, and the sums of losses times clips
    LossParts sums;
    double best_score = 0;  // meaningful where best_epoch > 0
    int best_epoch = 0;
    double plateau_best = 0;  // the scheduler's memory; meaningful where epoch > 0
    int plateau_bad = 0;
    double factor = 1;  // what the plateau scheduler has made of the learning rate
    LiveSettings live;
    bool partial_live = false;  // of a checkpoint of earlier versions: clip and dropouts are those of the run's options
    double seconds = 0;         // spent so far, over all sessions
    double epoch_seconds = 0;   // of them in the steps of the unfinished epoch
    double epoch_wait = 0;      // of these, waiting for batches
};

/// Which model, on features of which sizes, a checkpoint belongs to.
struct CheckpointIdentity {
    std::string model;        // "mica"
    std::string fingerprint;  // of the set it was trained on
};

void save_checkpoint(const std::filesystem::path& file, const CheckpointIdentity& identity,
                     const torch::nn::Module& model, const Optimiser& optimiser, const TrainingState& state,
                     const FeatureStatistics& statistics);

struct LoadedCheckpoint {
    CheckpointIdentity identity;
    TrainingState state;
    FeatureStatistics statistics;
};

/// Where training stood, from the file's header alone. Throws Error: missing, damaged, no checkpoint.
[[nodiscard]] TrainingState read_state(const std::filesystem::path& file);

/// Fills `model` and, where given, `optimiser`; both are untouched where it throws. Throws Error: missing, damaged,
/// of another model or another configuration (names the first tensor that differs).
[[nodiscard]] LoadedCheckpoint load_checkpoint(const std::filesystem::path& file, const std::string& model_name,
                                               torch::nn::Module& model, Optimiser* optimiser);

}  // namespace mica
