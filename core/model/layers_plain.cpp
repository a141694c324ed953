// The plain version: LibTorch's operations.
#include "core/model/layers.h"

namespace mica {
namespace {

// Lines of draws as 64-bit numbers, which tensors can shift and multiply.
torch::Tensor lines(const Dropout& drop, std::int64_t plane, bool column, std::int64_t n) {
    auto all = torch::empty({n}, torch::kLong);
    auto* to = all.mutable_data_ptr<std::int64_t>();
    for (std::int64_t i = 0; i < n; ++i) to[i] = dropout::line(drop.seed, plane, column, i);
    return all;
}

// Which cells are kept, by what they are multiplied with; see dropout::draw.
torch::Tensor factors(const torch::Tensor& x, const Dropout& drop, std::int64_t plane) {
    constexpr std::int64_t kWord = 0xffffffff;
    const std::int64_t n = x.size(-1), rows = x.numel() / n;
    auto draw = (lines(drop, plane, false, rows).to(x.device()).unsqueeze(1) ^
                 lines(drop, plane, true, n).to(x.device()).unsqueeze(0));
    draw = (draw * static_cast<std::int64_t>(dropout::kFirst)) & kWord;
    draw = ((draw ^ draw.bitwise_right_shift(15)) * static_cast<std::int64_t>(dropout::kSecond)) & kWord;
    // as 32-bit numbers with a sign
    constexpr std::int64_t kHalf = std::int64_t{1} << 31;
    const auto kept = ((draw + kHalf).bitwise_and(kWord) - kHalf) >= dropout::limit(drop.p);
    return (kept.to(x.scalar_type()) / (1 - drop.p)).view(x.sizes());
}

torch::Tensor dropped(const torch::Tensor& x, const Dropout& drop, std::int64_t plane) {
    return drop.p > 0 && x.numel() > 0 ? x * factors(x, drop, plane) : x;
}

class Plain : public Layers {
public:
    explicit Plain(Precision precision) : mixed_(precision == Precision::mixed) {}

    [[nodiscard]] torch::Tensor drop(const torch::Tensor& x, const Dropout& dropout, double scale,
                                     const torch::Tensor& base) const override {
        const auto scaled = scale == 1 ? x : x * scale;
        return dropped(base.defined() ? base + scaled : scaled, dropout, 0);
    }

    [[nodiscard]] torch::Tensor finish(const FinishParts& w, const torch::Tensor& x, const torch::Tensor& y,
                                       const torch::Tensor& /*rows*/, const Dropout& dropout) const override {
        const auto a = x + dropped(linear(y, w.out_w, w.out_b), dropout, 0);
        const auto normed = torch::layer_norm(a, {a.size(-1)}, w.norm_w, w.norm_b, 1e-5);
        const auto inner = dropped(torch::relu(linear(normed, w.fc1_w, w.fc1_b)), dropout, 1);
        return a + dropped(linear(inner, w.fc2_w, w.fc2_b), dropout, 2);
    }

    [[nodiscard]] std::vector<torch::Tensor> project(const torch::Tensor& x, const torch::Tensor& weight,
                                                     const torch::Tensor& bias, std::int64_t parts,
                                                     const torch::Tensor& /*rows*/) const override {
        return linear(torch::layer_norm(x, {x.size(-1)}, {}, {}, 1e-5), weight, bias).split(weight.size(0) / parts, 2);
    }

    [[nodiscard]] torch::Tensor merge(const torch::Tensor& z1, const torch::Tensor& z2, const torch::Tensor& w1,
                                      const torch::Tensor& w2, const torch::Tensor& bias,
                                      const torch::Tensor& /*rows*/) const override {
        return torch::lerp(z2, z1, torch::sigmoid(linear(z1, w1) + linear(z2, w2) + bias));
    }

private:
    [[nodiscard]] torch::Tensor linear(const torch::Tensor& x, const torch::Tensor& weight,
                                       const torch::Tensor& bias = {}) const {
        if (!mixed_) return torch::linear(x, weight, bias);
        const auto product = torch::linear(x.to(torch::kBFloat16), weight.to(torch::kBFloat16)).to(x.scalar_type());
        return bias.defined() ? product + bias : product;
    }
    bool mixed_;
};

}  // namespace

const Layers* fused_layers();  // layers_fused.cpp, or layers_fused_missing.cpp in a build without Highway

const Layers& layers(Kernels kernels, torch::ScalarType type, torch::DeviceType device, Precision precision) {
    static const Plain plain(Precision::full), mixed(Precision::mixed);
    if (precision == Precision::mixed) return mixed;
    const bool fits = kernels == Kernels::fused && type == torch::kFloat && device == torch::kCPU;
    return fits && fused_layers() != nullptr ? *fused_layers() : plain;
}

}  // namespace mica
