#include "core/model/gate.h"

namespace mica {

Gate::Gate(std::int64_t d, std::int64_t steps)
    : w1_(torch::nn::LinearOptions(d, d).bias(false)), w2_(torch::nn::LinearOptions(d, d).bias(false)) {
    register_module("w1", w1_);
    register_module("w2", w2_);
    b_ = register_parameter("b", steps > 0 ? torch::zeros({steps, d}) : torch::zeros({d}));
}

torch::Tensor Gate::merge(const torch::Tensor& z1, const torch::Tensor& z2, const torch::Tensor& rows,
                          const Layers& layers) {
    const auto b = b_.dim() == 2 ? b_.narrow(0, 0, z1.size(1)) : b_;
    return layers.merge(z1, z2, w1_->weight, w2_->weight, b, rows);
}

}  // namespace mica
