#include "core/model/block.h"

namespace mica {

Block::Block(std::int64_t d, std::int64_t heads, double dropout, double attention_dropout)
    : d_(d),
      heads_(heads),
      dropout_(dropout),
      attention_dropout_(attention_dropout),
      out_proj_(d, d),
      fc1_(d, 4 * d),
      fc2_(4 * d, d),
      norm0_(torch::nn::LayerNormOptions({d})),
      norm1_(torch::nn::LayerNormOptions({d})) {
    in_proj_weight_ = register_parameter("in_proj_weight", torch::empty({3 * d, d}));
    in_proj_bias_ = register_parameter("in_proj_bias", torch::zeros({3 * d}));
    register_module("out_proj", out_proj_);
    register_module("norm0", norm0_);
    register_module("norm1", norm1_);
    register_module("fc1", fc1_);
    register_module("fc2", fc2_);
    const torch::NoGradGuard guard;
    for (auto* w : {&in_proj_weight_, &out_proj_->weight, &fc1_->weight, &fc2_->weight})
        torch::nn::init::xavier_uniform_(*w);
    for (auto* b : {&out_proj_->bias, &fc1_->bias, &fc2_->bias}) torch::nn::init::zeros_(*b);
}

Block::Projection Block::projection() const {
    return {in_proj_weight_ * norm0_->weight, torch::addmv(in_proj_bias_, in_proj_weight_, norm0_->bias)};
}

torch::Tensor Block::finish(const torch::Tensor& x, const torch::Tensor& y, const torch::Tensor& rows,
                            const Layers& layers, std::uint64_t seed) {
    const FinishParts parts{out_proj_->weight, out_proj_->bias, norm1_->weight, norm1_->bias,
                            fc1_->weight,      fc1_->bias,      fc2_->weight,   fc2_->bias};
    constexpr std::uint64_t kApart = 0x66696e697368;  // its draws are not those of the attention weights
    return layers.finish(parts, x, y, rows, {is_training() ? dropout_ : 0.0, dropout::mixed(seed ^ kApart)});
}

torch::Tensor Block::attend_self(const torch::Tensor& x, const Sight& sight, const torch::Tensor& rows,
                                 const KernelSet& kernels, const Layers& layers, std::uint64_t seed) {
    const auto p = projection();
    const auto qkv = layers.project(x, p.weight, p.bias, 3, rows);
    const auto attended = kernels.attend({qkv[0], qkv[1], qkv[2], heads_}, sight, attention_dropout(seed));
    return finish(x, attended.values, rows, layers, seed);
}

}  // namespace mica
