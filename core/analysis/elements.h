// Queries and keys of one block with where they come from.
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "core/analysis/a_distance.h"
#include "core/analysis/opened_model.h"
#include "core/reports/evidence.h"
#include "datasets/types/progress.h"

namespace mica {

/// The head's features of one row of a trace (all heads', where head is -1): real steps x features, float.
[[nodiscard]] torch::Tensor elements_of(const torch::Tensor& block, const torch::Tensor& mask, std::int64_t row,
                                        int head);

struct ElementCloud {
    ElementSet queries, keys;  // sample: position in `clips`
    std::vector<std::uint32_t> query_step, key_step;
    std::vector<std::size_t> clips;  // of the model's set
    EvidenceOrigin origin;
};

/// At most `most` elements a side: an even stride over the clips, and over the steps of each. The choice depends on the
/// set and the wish alone, so that two checkpoints give the same elements.
[[nodiscard]] ElementCloud collect_elements(OpenedModel& model, const EvidenceWish& wish, const BlockChoice& block,
                                            std::size_t most, const Progress& progress, const std::stop_token& stop);

}  // namespace mica
