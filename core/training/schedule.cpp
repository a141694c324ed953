#include "core/training/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace mica {

double learning_rate_at(const TrainSettings& settings, const TrainingState& state, std::int64_t step,
                        std::int64_t steps) {
    double rate = state.live.learning_rate * state.factor;
    if (step <= settings.warmup) return rate * static_cast<double>(step) / static_cast<double>(settings.warmup);
    if (settings.scheduler == Scheduler::cosine) {
        const auto span = static_cast<double>(std::max<std::int64_t>(1, steps - settings.warmup));
        const double done = std::min(1.0, static_cast<double>(step - 1 - settings.warmup) / span);
        rate *= 0.5 * (1 + std::cos(std::numbers::pi * done));
    }
    return rate;
}

bool note_validation(const TrainSettings& settings, double loss, TrainingState& state) {
    if (settings.scheduler != Scheduler::plateau || std::isnan(loss)) return false;
    const bool first = state.epoch <= 1;
    if (first || loss < state.plateau_best * (1 - 1e-4)) {
        state.plateau_best = loss;
        state.plateau_bad = 0;
        return false;
    }
    if (++state.plateau_bad <= settings.plateau_patience) return false;
    state.plateau_bad = 0;
    state.factor *= settings.plateau_factor;
    return true;
}

}  // namespace mica
