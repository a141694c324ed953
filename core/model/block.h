// One transformer block of MulT (pre-norm), in the three parts that let blocks share work: what it projects, how
// it attends, what follows.
#pragma once

#include <torch/torch.h>

#include "core/alignment/kernel_set.h"
#include "core/model/layers.h"

namespace mica {

class Block : public torch::nn::Module {
public:
    Block(std::int64_t d, std::int64_t heads, double dropout, double attention_dropout);

    /// The packed projection (q, k, v: 3 d x d and 3 d) with the affine part of norm0 folded in, so that it acts
    /// on a sequence that is normalised only. All blocks that read one sequence then share its normalisation.
    struct Projection {
        torch::Tensor weight, bias;
    };
    [[nodiscard]] Projection projection() const;

    /// What a block does with what attention returned: x + Drop(out_proj y), then the residual inner layers.
    /// x, y: B x T x d; rows: RealSteps::row of x; seed: of this block in this step.
    [[nodiscard]] torch::Tensor finish(const torch::Tensor& x, const torch::Tensor& y, const torch::Tensor& rows,
                                       const Layers& layers, std::uint64_t seed);

    /// The whole block as self-attention.
    [[nodiscard]] torch::Tensor attend_self(const torch::Tensor& x, const Sight& sight, const KernelSet& kernels,
                                            const Layers& layers, std::uint64_t seed);

    void set_dropout(double dropout, double attention_dropout) {
        dropout_ = dropout;
        attention_dropout_ = attention_dropout;
    }

    /// Of the attention weights, in training; seed: of this block in this step.
    [[nodiscard]] Dropout attention_dropout(std::uint64_t seed) const {
        return {is_training() ? attention_dropout_ : 0.0, seed};
    }

private:
    std::int64_t d_, heads_;
    double dropout_, attention_dropout_;
    torch::Tensor in_proj_weight_, in_proj_bias_;
    torch::nn::Linear out_proj_, fc1_, fc2_;
    torch::nn::LayerNorm norm0_, norm1_;
};

}  // namespace mica
