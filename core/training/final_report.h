// What a finished training measures of its best epoch, on validation and test.
#pragma once

#include <stop_token>
#include <vector>

#include "core/runs/database.h"
#include "core/training/evaluation.h"
#include "core/training/trainer.h"

namespace mica {

/// Metrics, Corr. Acc, A-distance and health of the model as it is, with every clip's prediction: into the database and
/// the result, whose other members stay. Test may be empty. Throws Error, Cancelled.
void measure_best(Model& model, const BatchMaker& batches, int batch, const std::vector<std::size_t>& valid,
                  const std::vector<std::size_t>& test, const LiveSettings& live, RunDatabase& database,
                  TrainingResult& result, const std::stop_token& stop);

}  // namespace mica
