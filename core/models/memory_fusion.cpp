#include "core/models/memory_fusion.h"

namespace mica {

MemoryFusion::MemoryFusion(const ModelSpec& spec, const std::array<std::int64_t, 3>& hidden)
    : hidden_(hidden), memory_(spec.whole("memory")) {
    std::int64_t all = 0;
    for (const Modality m : kModalities) {
        const std::size_t i = index(m);
        cell_[i] = register_module("cell_" + std::string(mica::name(m)), torch::nn::LSTMCell(spec.dims[i], hidden[i]));
        all += hidden[i];
    }
    const auto two = [&](const std::string& label, std::int64_t in, std::int64_t out) {
        return register_module(
            label, std::make_shared<TwoLayers>(in, spec.whole(label + "_inner"), out, spec.real(label + "_dropout")));
    };
    attention_ = two("attention", 2 * all, 2 * all);
    update_ = two("update", 2 * all, memory_);
    keep_ = two("keep", 2 * all + memory_, memory_);
    write_ = two("write", 2 * all + memory_, memory_);
    width_ = all + memory_;
}

torch::Tensor MemoryFusion::forward(const WordSteps& words) {
    const std::int64_t clips = words.mask.size(0), steps = words.mask.size(1);
    const auto options = words.x[0].options();
    std::array<std::tuple<torch::Tensor, torch::Tensor>, 3> state;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto zero = torch::zeros({clips, hidden_[i]}, options);
        state[i] = {zero, zero};
    }
    const auto cells = [&] {
        return torch::cat({std::get<1>(state[0]), std::get<1>(state[1]), std::get<1>(state[2])}, 1);
    };
    auto u = torch::zeros({clips, memory_}, options);
    for (std::int64_t t = 0; t < steps; ++t) {
        const auto real = at_word(words.mask, t, u);
        const auto before = cells();
        for (std::size_t i = 0; i < 3; ++i) {
            const auto next = cell_[i]->forward(words.x[i].select(1, t), state[i]);
            // behind its last word a clip stays as it is
            state[i] = {std::get<0>(state[i]).lerp(std::get<0>(next), real),
                        std::get<1>(state[i]).lerp(std::get<1>(next), real)};
        }
        const auto both = torch::cat({before, cells()}, 1);
        const auto attended = attention_->forward(both).softmax(1) * both;
        const auto with_memory = torch::cat({attended, u}, 1);
        const auto next = keep_->forward(with_memory).sigmoid() * u +
                          write_->forward(with_memory).sigmoid() * update_->forward(attended).tanh();
        u = u.lerp(next, real);
    }
    return torch::cat({std::get<0>(state[0]), std::get<0>(state[1]), std::get<0>(state[2]), u}, 1);
}

}  // namespace mica
