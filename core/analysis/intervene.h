// Interventions on batches: streams that are exchanged, averaged or dropped, steps that are hidden.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/model/model.h"
#include "core/reports/intervention.h"

namespace mica {

/// A batch whose tensors are its own, `times` times over: row r of it is row r mod size() of `batch`.
[[nodiscard]] Batch copied(const Batch& batch, std::int64_t times = 1);

/// Hides steps of one row, in place: masked, and zero where a model takes padding for real. The positions of the
/// others stay. Throws Error: no such stream or step.
void hide_steps(Batch& batch, std::int64_t row, Modality stream, std::span<const std::size_t> steps);

/// Hides every step of a stream, in place. Nothing where the batch lacks it.
void drop_stream(Batch& batch, Modality stream);

/// Every real step holds `mean` (as the model takes it), in place.
void average_stream(Batch& batch, Modality stream, const std::vector<float>& mean);

/// The stream of another batch of as many rows, in place.
void replace_stream(Batch& batch, Modality stream, const Batch& other);

}  // namespace mica
