// The cells that element alignment looks at (Eq. 2): W = probability > gamma, V = union of W over the layers; one bit
// a cell.
#pragma once

#include "core/kernels/sequence.h"
#include "core/kernels/steps.h"

namespace mica {

struct BlockShape {
    HeadShape heads;
    Cells cells;
};

/// Chosen cells of one head of one sample: bit i % 16 of word (i / 16) * (real source steps) + j is the cell of target
/// rank i and source rank j. Heads begin this many words apart.
[[nodiscard]] constexpr std::int64_t words_of(std::int64_t target_steps, std::int64_t source_steps) {
    return (target_steps + 15) / 16 * source_steps;
}

/// For each sample and head: n = (real rows) x (real columns) cells count, those that the future mask hides with
/// probability 0; gamma is the probability at 0-based descending rank floor(tau n) among them, so that without ties
/// exactly floor(tau n) lie above it; -1 and all real cells where that rank does not exist. A NaN among the cells
/// selects nothing there (gamma NaN). Probabilities are 2^(score - lse) as attention_forward gives lse.
/// v is overwritten with W, or gets W added where `join`; w: a copy of W, or null; gamma and chosen (|V|): B x H.
void select_cells(const BlockShape& shape, const Sequence<const float>& q, const Sequence<const float>& k,
                  const float* lse, double tau, bool join, std::uint16_t* v, std::uint16_t* w, float* gamma,
                  std::int64_t* chosen, std::int64_t first_job, std::int64_t last_job);

}  // namespace mica
