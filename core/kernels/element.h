// The element alignment loss of one crossmodal block and its gradient, from the bits of the chosen cells.
#pragma once

#include "core/kernels/selection.h"

namespace mica {

struct ElementForm {
    bool mean = true;       // divide by |V| for each sample and head, average over both; else: sums
    bool relative = false;  // distances over mean |q|^2 + mean |k|^2 of that sample and head (real elements)
};

/// losses (batch * heads numbers, whose sum is the loss): sum over V of |q_i - k_j|^2, reduced as `form` says.
/// v: as select_cells writes it. dq, dk: gradients for a loss of weight 1, overwritten; data null: not wanted.
/// All that is needed of V is how many of its cells a row or column has and the sum of their k or q.
void element_loss(const BlockShape& shape, const ElementForm& form, const Sequence<const float>& q,
                  const Sequence<const float>& k, const std::uint16_t* v, double* losses, const Sequence<float>& dq,
                  const Sequence<float>& dk, std::int64_t first_job, std::int64_t last_job);

}  // namespace mica
