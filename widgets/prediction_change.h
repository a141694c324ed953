// What a change does to a prediction, in words and figures.
#pragma once

#include <QString>

#include <vector>

#include "datasets/types/dataset.h"

namespace mica {

/// Regression: both values and their difference. Classes: the likeliest before and after, the classes that gained or
/// lost most, and the distance of both (half the sum of |p - p'|). Several parts: those that changed most. Predictions
/// as PredictionBar takes them; those that cannot be compared give an empty text.
[[nodiscard]] QString predictionChangeText(const std::vector<float>& before, const std::vector<float>& after,
                                           const Task& task);

}  // namespace mica
