// A split through the model without learning: losses, predictions and, where asked for, the analyses.
#pragma once

#include <array>
#include <stop_token>
#include <vector>

#include "core/model/model.h"
#include "core/reports/reports.h"
#include "core/training/batches.h"

namespace mica {

struct EvaluationWish {
    bool health = false;
    bool a_distance = false;
    bool corr_acc = false;
    std::size_t health_clips = 96;  // traced for health; the other analyses trace what they need
    bool per_head = false;          // A-distance of each head beside that of all
};

struct Evaluation {
    LossParts loss;  // mean over clips (L_m and L_e: over batches, by their clips)
    Metrics metrics;
    torch::Tensor prediction;  // clips x outputs
    std::vector<LayerHealth> health;
    std::vector<ADistance> a_distance;
    std::vector<CorrAcc> corr_acc;
};

/// Leaves the model in evaluation mode. Throws Cancelled, and Error where an output is not finite (names the clips).
[[nodiscard]] Evaluation evaluate(Model& model, const BatchMaker& batches, const std::vector<std::size_t>& clips,
                                  int batch, const LiveSettings& live, const EvaluationWish& wish,
                                  const std::stop_token& stop);

/// What the best epoch is chosen by, lower is better: L_p, or the main metric (accuracies turned round) where it is
/// defined.
[[nodiscard]] double score_of(const Evaluation& valid, const TaskPlan& task, bool by_metric);

/// Attention and prediction of one clip.
[[nodiscard]] AttentionSnapshot snapshot(Model& model, const BatchMaker& batches, std::size_t clip,
                                         const LiveSettings& live);
/// The same after an intervention. Its maps are as large as without; what is hidden is told as hidden. `mean`: by
/// modality, of what the model is given, for averaged streams. Throws Error: what it names is not there.
[[nodiscard]] AttentionSnapshot snapshot(Model& model, const BatchMaker& batches, std::size_t clip,
                                         const LiveSettings& live, const Intervention& intervention,
                                         const std::array<std::vector<float>, 3>& mean);

/// "a, b, c, ..." of the clips' ids, at most five.
[[nodiscard]] std::string clip_names(const Dataset& set, const std::vector<std::size_t>& clips);

}  // namespace mica
