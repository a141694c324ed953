// What `mica sweep` says of plans and sweeps.
#pragma once

#include <string>

#include "app/cli/sweep_runs.h"
#include "core/reports/sweep.h"

namespace mica::cli {

[[nodiscard]] std::string plan_text(const SweepPlan& plan, const TrialTime& time);
[[nodiscard]] std::string sweep_text(const SweepReport& report);

}  // namespace mica::cli
