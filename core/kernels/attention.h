// Scaled dot-product attention of all samples and heads, forward and backward, without a matrix of weights: only the
// log-sum-exp of each row is kept, and what the backward pass needs is computed again. Cells of padding are never
// visited.
#pragma once

#include "core/kernels/dropout.h"
#include "core/kernels/sequence.h"
#include "core/kernels/steps.h"

namespace mica {

/// What a job needs to know beside q, k and v. A job is one head of one sample (b * heads + h); jobs write apart, so
/// any threads may share them out and the result has the same bits.
struct AttentionShape {
    HeadShape heads;
    Cells cells;
    Dropout dropout;
};

/// y = softmax(q k^T / sqrt(f)) v over the cells a row sees, dropout on the weights; 0 in padded rows and rows that see
/// nothing. lse (B x H x Tt, contiguous): log2 sum_j 2^(s_j - s_0), s the row's scores in units of log2 and s_0 that of
/// the first real source step, which makes ties of equal keys exact; infinite where y is 0 for want of cells.
void attention_forward(const AttentionShape& shape, const Sequence<const float>& q, const Sequence<const float>& k,
                       const Sequence<const float>& v, const Sequence<float>& y, float* lse, std::int64_t first_job,
                       std::int64_t last_job);

/// Gradients to q, k, v (0 in padded steps) from that to y.
void attention_backward(const AttentionShape& shape, const Sequence<const float>& q, const Sequence<const float>& k,
                        const Sequence<const float>& v, const Sequence<const float>& y, const float* lse,
                        const Sequence<const float>& dy, const Sequence<float>& dq, const Sequence<float>& dk,
                        const Sequence<float>& dv, std::int64_t first_job, std::int64_t last_job);

}  // namespace mica
