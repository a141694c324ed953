// The element alignment loss of one crossmodal block and its gradient, in one pass over the cells.
#pragma once

#include "core/alignment/sequence.h"

namespace mica {

struct ElementForm {
    bool mean = true;       // divide by |V| for each sample and head, average over both; else: sums
    bool relative = false;  // distances over mean |q|^2 + mean |k|^2 of that sample and head (real elements)
};

/// sum over V of |q_i - k_j|^2, reduced as `form` says. v: B x H x Tt x Ts bytes; real_q: B x Tt, real_k: B x Ts.
/// dq, dk: gradients for a loss of weight 1, overwritten; data null: not wanted.
template <class Real>
[[nodiscard]] double element_loss(const HeadShape& shape, const ElementForm& form, const Sequence<const Real>& q,
                                  const Sequence<const Real>& k, const std::uint8_t* v, const std::uint8_t* real_q,
                                  const std::uint8_t* real_k, const Sequence<Real>& dq, const Sequence<Real>& dk);

}  // namespace mica
