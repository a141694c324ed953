// The merging gate, in tiles of rows.
#pragma once

#include "core/kernels/rows.h"

namespace mica {

/// w1, w2: d x d, contiguous; bias: `steps` x d, the row of a place being place % steps (1: one for all).
struct MergeWeights {
    std::int64_t d = 0, steps = 1;
    const float *w1 = nullptr, *w2 = nullptr, *bias = nullptr;
    [[nodiscard]] std::int64_t numbers() const { return 2 * d * d; }
};

/// to = g z1 + (1 - g) z2, g = sigmoid(z1 w1^T + z2 w2^T + bias), for the listed rows `first` to `last`.
void merge_forward(const MergeWeights& weights, const RowList& rows, const Matrix<const float>& z1,
                   const Matrix<const float>& z2, const Matrix<float>& to, std::int64_t first, std::int64_t last);

/// Gradients to z1 and z2, to what the sigmoid is taken of (dsum), and the listed rows' part of those to w1, then w2.
void merge_backward(const MergeWeights& weights, const RowList& rows, const Matrix<const float>& z1,
                    const Matrix<const float>& z2, const Matrix<const float>& dto, const Matrix<float>& dz1,
                    const Matrix<float>& dz2, const Matrix<float>& dsum, float* dweights, std::int64_t first,
                    std::int64_t last);

}  // namespace mica
