// MFN, the encoder of MFM (Zadeh et al., "Memory Fusion Network for Multi-view Sequential Learning", AAAI 2018).
#pragma once

#include "core/models/parts.h"
#include "core/models/word_steps.h"

namespace mica {

/// Three LSTM cells side by side, h and c of each at word t; with c* = [c(t-1); c(t)] of all streams:
///   a = softmax(D_a(c*)) * c*,  u' = tanh(D_u(a)),  g1 = sigmoid(D_1([a; u(t-1)])),  g2 = sigmoid(D_2([a; u(t-1)])),
///   u(t) = g1 * u(t-1) + g2 * u',
/// D two layers each. What it gives: [h; u] at the last word.
class MemoryFusion : public torch::nn::Module {
public:
    /// Reads the options of memory_options(). hidden: by modality.
    MemoryFusion(const ModelSpec& spec, const std::array<std::int64_t, 3>& hidden);
    /// B x width().
    [[nodiscard]] torch::Tensor forward(const WordSteps& words);
    [[nodiscard]] std::int64_t width() const { return width_; }

private:
    std::array<torch::nn::LSTMCell, 3> cell_{{nullptr, nullptr, nullptr}};
    std::array<std::int64_t, 3> hidden_;
    std::shared_ptr<TwoLayers> attention_, update_, keep_, write_;
    std::int64_t memory_, width_;
};

/// The words of one step: mask (B x L) at t, as B x 1 in the type of x.
[[nodiscard]] inline torch::Tensor at_word(const torch::Tensor& mask, std::int64_t t, const torch::Tensor& x) {
    return mask.select(1, t).unsqueeze(1).to(x.scalar_type());
}

}  // namespace mica
