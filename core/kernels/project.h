// Normalisation and one product for all that is projected from a sequence.
#pragma once

#include <span>

#include "core/kernels/rows.h"

namespace mica {

/// weight: n x d and bias: n, contiguous; the n features of a result are shared out evenly over the parts.
struct ProjectWeights {
    std::int64_t d = 0, n = 0;
    const float *weight = nullptr, *bias = nullptr;
    [[nodiscard]] std::int64_t numbers() const { return n * d + n; }
};

/// parts = ((x - mean) / deviation) weight^T + bias for the listed rows `first` to `last`.
void project_forward(const ProjectWeights& weights, const RowList& rows, const Matrix<const float>& x,
                     std::span<const Matrix<float>> parts, std::int64_t first, std::int64_t last);

/// The gradient to x, and the listed rows' part of those to weight, then bias. A part without data has no gradient.
void project_backward(const ProjectWeights& weights, const RowList& rows, const Matrix<const float>& x,
                      std::span<const Matrix<const float>> dparts, const Matrix<float>& dx, float* dweights,
                      std::int64_t first, std::int64_t last);

}  // namespace mica
