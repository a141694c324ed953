// The merging gate: G = sigmoid(Z1 W1 + Z2 W2 + b), Z = G * Z1 + (1 - G) * Z2.
#pragma once

#include <torch/torch.h>

#include "core/model/layers.h"

namespace mica {

class Gate : public torch::nn::Module {
public:
    /// steps > 0: a bias for each step (steps x d); 0: one for each channel (d), any length.
    Gate(std::int64_t d, std::int64_t steps);
    /// z1, z2: B x T x d, T at most `steps`; rows: their real_rows.
    [[nodiscard]] torch::Tensor merge(const torch::Tensor& z1, const torch::Tensor& z2, const torch::Tensor& rows,
                                      const Layers& layers);

private:
    torch::nn::Linear w1_, w2_;
    torch::Tensor b_;
};

}  // namespace mica
