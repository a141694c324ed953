// What a run folder has told so far, for curves; read by a worker, also while another process trains in it.
#pragma once

#include <filesystem>
#include <vector>

#include "core/reports/reports.h"
#include "widgets/run_curves.h"

namespace mica {

/// How much of a run is known already.
struct RunPlace {
    std::int64_t step = 0;
    int epoch = 0;
    std::size_t events = 0;
};

struct RunNews {
    bool anew = false;  // the run went back to a checkpoint: what was known does not hold
    std::vector<StepReport> steps;
    std::vector<EpochReport> epochs;
    std::vector<RunEvent> events;
    Metrics test;
    bool training = false;  // somebody trains in the folder at this moment
};

/// What the folder has beyond `known`. Throws Error: no run, damaged.
[[nodiscard]] RunNews read_news(const std::filesystem::path& run, const RunPlace& known);
[[nodiscard]] RunPlace place_of(const RunCurves& run);
/// Adds them, an epoch after its steps.
void take_news(RunCurves& run, const RunNews& news);

}  // namespace mica
