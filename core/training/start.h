// How a training begins: anew, where it stopped, as another run over again, or where another run stood.
#pragma once

#include <optional>
#include <vector>

#include "core/runs/checkpoint.h"
#include "core/runs/database.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_lock.h"

namespace mica {

struct RunStart {
    TrainingState state;
    FeatureStatistics statistics;
    std::vector<RunDatabase::Event> asked;  // options.changes
    std::optional<RunFolder> before;        // another run: its history up to `state` is to be taken over
    int origin_epoch = 0;                   // of a branch: where it began
    bool resumed = false;                   // the folder was there already
    RunLock lock;                           // on the folder
};

/// Makes the run folder, or checks the one that is resumed; fills model and optimiser. `here` gets its origin. Throws
/// Error; a folder is made only where nothing was wrong.
[[nodiscard]] RunStart start_run(const RunFolder& run, const TrainingOptions& options, RunConfiguration& here,
                                 torch::nn::Module& model, Optimiser& optimiser);

}  // namespace mica
