// How a sweep's trials are trained: by this program, as `mica train`.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>

#include "core/sweeps/engine.h"
#include "datasets/types/dataset.h"

namespace mica::cli {

/// Options, models and presets as `mica train` knows them.
[[nodiscard]] OptionCheck option_check();

/// Notes the set in the plan and fills in what depends on it. Throws Error naming the file: no model can be made of
/// these settings for this set, its labels give no such metric.
void fit_to_set(SweepPlan& plan, const Dataset& set, const std::string& file);

/// Trials of the plan as processes of this program.
[[nodiscard]] TrialRunner trial_runner(const SweepPlan& plan);

/// Of a trial with settings in the middle of what is varied.
[[nodiscard]] int epochs_of(const SweepPlan& plan);

/// The time that one training takes, and how that is known.
struct TrialTime {
    double seconds = 0;
    std::string basis;
};
/// Trains settings in the middle of what is varied for some steps into a folder that goes again. Throws as training
/// does, and Cancelled.
[[nodiscard]] TrialTime measured_time(const SweepPlan& plan, const std::shared_ptr<const Dataset>& set,
                                      const std::stop_token& stop);

}  // namespace mica::cli
