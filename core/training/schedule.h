// How the learning rate goes: warm-up, then plateau, cosine or nothing.
#pragma once

#include "core/runs/checkpoint.h"
#include "core/training/settings.h"

namespace mica {

/// Of step `step` (1-based) of `steps` planned ones.
[[nodiscard]] double learning_rate_at(const TrainSettings& settings, const TrainingState& state, std::int64_t step,
                                      std::int64_t steps);

/// After an epoch: true where the plateau scheduler has just lowered the rate (mult.md 19: no validation loss below
/// the best by 1e-4 of it for more than `patience` epochs).
bool note_validation(const TrainSettings& settings, double loss, TrainingState& state);

}  // namespace mica
