// What the analyses share: the clips of a wish, and the model run over them batch by batch.
#pragma once

#include <functional>
#include <stop_token>
#include <vector>

#include "core/analysis/opened_model.h"
#include "core/reports/evidence.h"
#include "datasets/types/progress.h"

namespace mica {

/// Whether the clip has steps of every stream that the model uses.
[[nodiscard]] bool complete(const OpenedModel& model, const ClipInfo& clip);

/// Positions in the model's set, in its order; clips that lack a stream which the model uses are left out, which
/// origin_of tells. Throws Error where there are none.
[[nodiscard]] std::vector<std::size_t> chosen_clips(const OpenedModel& model, const EvidenceWish& wish);

[[nodiscard]] EvidenceOrigin origin_of(const OpenedModel& model, const EvidenceWish& wish, std::size_t clips);

[[nodiscard]] ClipName clip_name(const OpenedModel& model, std::size_t clip);

/// Throws Error where the model uses one stream only, and so has no crossmodal attention.
void require_pairs(const OpenedModel& model);

/// The block with its layer counted from 0 (-1: the last). Throws Error where the model lacks pair, layer or head.
[[nodiscard]] BlockChoice checked_block(const OpenedModel& model, BlockChoice block);

/// Rows of a batch of such clips that keep a trace within some hundred MB.
[[nodiscard]] std::size_t batch_rows(const OpenedModel& model, std::span<const std::size_t> clips, Trace trace);

/// A pass in evaluation mode; torch's failures become Error.
[[nodiscard]] ModelOutput run_model(OpenedModel& model, const Batch& batch, Trace trace);

using Visit = std::function<void(const Batch&, const ModelOutput&)>;
/// Calls visit for batches of `rows` of the clips, in order; torch's failures become Error. Throws Cancelled.
void walk(OpenedModel& model, const std::vector<std::size_t>& clips, std::size_t rows, Trace trace,
          const Progress& progress, const std::stop_token& stop, const Visit& visit);
/// In batches of batch_rows.
void walk(OpenedModel& model, const std::vector<std::size_t>& clips, Trace trace, const Progress& progress,
          const std::stop_token& stop, const Visit& visit);

/// A sentence for each stream of which clips lack times: what cannot be said without.
[[nodiscard]] std::vector<std::string> missing_times(const OpenedModel& model, const std::vector<std::size_t>& clips);

/// Change between two readable predictions (see readable_prediction) of the model's task, at least 0: regression, the
/// mean absolute difference; classes, half the sum of the differences of probability; emotions, the mean difference.
[[nodiscard]] double prediction_change(const TaskPlan& task, const std::vector<float>& one,
                                       const std::vector<float>& other);
/// How wrong a prediction is: regression, the mean absolute error; classes, 1 - probability of the true class.
[[nodiscard]] double prediction_error(const TaskPlan& task, const std::vector<float>& prediction, const ClipInfo& clip);

}  // namespace mica
