// The layers that work row by row, in two versions that compute and draw the same: `plain`, LibTorch's operations, for
// any precision and device; `fused`, kernels that pass over the rows once, skip padding, and keep nothing between.
#pragma once

#include <torch/torch.h>

#include <vector>

#include "core/alignment/kernel_set.h"

namespace mica {

/// What follows a block's attention. d: the model's width; inner: of the hidden layer.
struct FinishParts {
    torch::Tensor out_w, out_b;    // d x d, d
    torch::Tensor norm_w, norm_b;  // d
    torch::Tensor fc1_w, fc1_b;    // inner x d, inner
    torch::Tensor fc2_w, fc2_b;    // d x inner, d
};

/// x, y, z1, z2: B x T x d. rows: RealSteps::row; results at other rows are not for use. Gradients reach every tensor
/// but `base` and `rows`. The same bits for every number of threads with `fused`.
class Layers {
public:
    virtual ~Layers() = default;

    /// Drop(base + scale x) of any shape with features last; base may be undefined.
    [[nodiscard]] virtual torch::Tensor drop(const torch::Tensor& x, const Dropout& dropout, double scale = 1,
                                             const torch::Tensor& base = {}) const = 0;

    /// a + Drop(fc2(Drop(relu(fc1(LayerNorm(a)))))), a = x + Drop(out(y)).
    [[nodiscard]] virtual torch::Tensor finish(const FinishParts& parts, const torch::Tensor& x, const torch::Tensor& y,
                                               const torch::Tensor& rows, const Dropout& dropout) const = 0;

    /// ((x - mean) / deviation) weight^T + bias, cut into `parts` tensors of equal width. weight: n x d, bias: n.
    [[nodiscard]] virtual std::vector<torch::Tensor> project(const torch::Tensor& x, const torch::Tensor& weight,
                                                             const torch::Tensor& bias, std::int64_t parts,
                                                             const torch::Tensor& rows) const = 0;

    /// g z1 + (1 - g) z2, g = sigmoid(z1 w1^T + z2 w2^T + bias). w1, w2: d x d; bias: d, or T x d.
    [[nodiscard]] virtual torch::Tensor merge(const torch::Tensor& z1, const torch::Tensor& z2, const torch::Tensor& w1,
                                              const torch::Tensor& w2, const torch::Tensor& bias,
                                              const torch::Tensor& rows) const = 0;
};

/// mixed: matrix products of these layers in bfloat16, which has the range of single precision, so that no loss need be
/// scaled; weights, sums, norms and results stay in single precision.
enum class Precision { full, mixed };

/// The version to use: fused where it was built, for single precision on the CPU; mixed is the plain one.
[[nodiscard]] const Layers& layers(Kernels kernels, torch::ScalarType type, torch::DeviceType device = torch::kCPU,
                                   Precision precision = Precision::full);

}  // namespace mica
