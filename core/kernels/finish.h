// What a transformer block does with what attention returned, in tiles of rows that stay in the cache; its gradients
// from x and y alone, everything between is computed again.
#pragma once

#include "core/kernels/dropout.h"
#include "core/kernels/rows.h"

namespace mica {

/// Contiguous, as LibTorch keeps them (out features x in features). d: the model's width; inner: of the hidden layer.
struct FinishWeights {
    std::int64_t d = 0, inner = 0;
    const float *out_w = nullptr, *out_b = nullptr;    // d x d
    const float *norm_w = nullptr, *norm_b = nullptr;  // d
    const float *fc1_w = nullptr, *fc1_b = nullptr;    // inner x d
    const float *fc2_w = nullptr, *fc2_b = nullptr;    // d x inner
    [[nodiscard]] std::int64_t numbers() const { return d * d + 2 * d * inner + 4 * d + inner; }
};

/// to = a + Drop(fc2(Drop(relu(fc1(LayerNorm(a)))))), a = x + Drop(out(y)), for the listed rows `first` to `last`.
/// Dropout draws from planes 0 (after out), 1 (inner), 2 (after fc2), rows by their place.
void finish_forward(const FinishWeights& weights, const Dropout& dropout, const RowList& rows,
                    const Matrix<const float>& x, const Matrix<const float>& y, const Matrix<float>& to,
                    std::int64_t first, std::int64_t last);

/// Gradients to x and y, and the listed rows' part of those to the weights, one after the other in the order of
/// FinishWeights (numbers() of them).
void finish_backward(const FinishWeights& weights, const Dropout& dropout, const RowList& rows,
                     const Matrix<const float>& x, const Matrix<const float>& y, const Matrix<const float>& dto,
                     const Matrix<float>& dx, const Matrix<float>& dy, float* dweights, std::int64_t first,
                     std::int64_t last);

}  // namespace mica
