// Scaled dot-product attention of all samples and heads, with hidden cells, forward and backward.
#pragma once

#include "core/alignment/sequence.h"

namespace mica {

/// probability (B x H x Tt x Ts, contiguous) = softmax over the cells that are not hidden of q k^T / sqrt(f),
/// exactly 0 in hidden cells and in rows that see nothing; y = (probability * keep) v. hidden: B x Tt x Ts bytes;
/// keep: B x H x Tt x Ts dropout factors, or null.
template <class Real>
void attention_forward(const HeadShape& shape, const Sequence<const Real>& q, const Sequence<const Real>& k,
                       const Sequence<const Real>& v, const std::uint8_t* hidden, const Real* keep, Real* probability,
                       const Sequence<Real>& y);

/// Gradients to q, k, v from the gradient to y.
template <class Real>
void attention_backward(const HeadShape& shape, const Sequence<const Real>& q, const Sequence<const Real>& k,
                        const Sequence<const Real>& v, const Real* keep, const Real* probability,
                        const Sequence<const Real>& dy, const Sequence<Real>& dq, const Sequence<Real>& dk,
                        const Sequence<Real>& dv);

}  // namespace mica
