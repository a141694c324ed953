// A run that begins where another one stood: at one of its kept epochs, with other settings.
#pragma once

#include <string>

#include "core/runs/checkpoint.h"
#include "core/runs/database.h"
#include "core/runs/run_folder.h"

namespace mica {

/// at: "best", "last", or the number of an epoch. Throws Error: no run, an epoch that it does not keep (names those that
/// it does).
[[nodiscard]] RunOrigin origin_of(const RunFolder& run, const std::string& at);

/// Throws Error: another set, view or model, or, inside an epoch, other batches than those that the epoch began with.
void check_branch(const RunConfiguration& origin, const RunConfiguration& now, const TrainingState& state);

/// The state of a checkpoint of a run with these options; what earlier versions did not keep was as the options say.
[[nodiscard]] TrainingState complete(TrainingState state, const TrainingOptions& options);

/// Live settings of a branch: as they were, but for what its options have and those of its origin had not.
[[nodiscard]] LiveSettings branched_live(const LiveSettings& before, const TrainingOptions& origin,
                                         const TrainingOptions& now);

/// Steps, epochs, changes and the best checkpoint of `from` as far as `state` has come. Where that epoch's weights are
/// not kept any more, the best begins anew: state.best_epoch is 0 then.
void take_over(const RunFolder& from, const RunFolder& to, RunDatabase& database, TrainingState& state);

}  // namespace mica
