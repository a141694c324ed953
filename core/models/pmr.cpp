// PMR (Lv et al., "Progressive Modality Reinforcement for Human Multimodal Emotion Recognition from Unaligned Multimodal
// Sequences", CVPR 2021). A message hub c, the three embedded streams one behind the other in time, and in each layer
//   x_m <- MRU(c -> x_m) for each stream,  c <- sum_m MRU(x_m -> c)
//   MRU(s -> t): S = attention(t, t, t), C = attention(t, s, s), G = sigmoid(S W1 + C W2 + b),
//                z = LN(G * C + (1 - G) * S),  LN(z + drop W4 drop relu(W3 z))
// What is read is the mean of each stream's real steps, as in the closest public code (MCT-HFR). The hub of the last layer
// is read by nobody, so it is not made: there its parameters would never learn.
#include <cmath>
#include <limits>

#include "core/model/gate.h"
#include "core/model/positions.h"
#include "core/models/parts.h"

namespace mica {
namespace {

struct Tools {
    const KernelSet& kernels;
    const Layers& layers;
};

/// Multi-head attention without a norm; weights packed as query, key, value.
class Attention : public torch::nn::Module {
public:
    Attention(std::int64_t d, std::int64_t heads, double dropout)
        : d_(d), heads_(heads), dropout_(dropout), out_proj_(d, d) {
        weight_ = register_parameter("in_proj_weight", torch::empty({3 * d, d}));
        bias_ = register_parameter("in_proj_bias", torch::zeros({3 * d}));
        register_module("out_proj", out_proj_);
        const torch::NoGradGuard guard;
        torch::nn::init::xavier_uniform_(weight_);
        torch::nn::init::xavier_uniform_(out_proj_->weight);
        torch::nn::init::zeros_(out_proj_->bias);
    }
    [[nodiscard]] torch::Tensor forward(const torch::Tensor& target, const torch::Tensor& source, const Sight& sight,
                                        const Tools& tools, std::uint64_t seed) {
        const auto q = torch::linear(target, weight_.narrow(0, 0, d_), bias_.narrow(0, 0, d_));
        const auto kv = torch::linear(source, weight_.narrow(0, d_, 2 * d_), bias_.narrow(0, d_, 2 * d_)).split(d_, 2);
        const Dropout drop{is_training() ? dropout_ : 0.0, seed};
        return out_proj_->forward(tools.kernels.attend({q, kv[0], kv[1], heads_}, sight, drop).values);
    }

private:
    std::int64_t d_, heads_;
    double dropout_;
    torch::Tensor weight_, bias_;
    torch::nn::Linear out_proj_;
};

/// The modality reinforcement unit.
class Unit : public torch::nn::Module {
public:
    Unit(std::int64_t d, std::int64_t heads, double dropout, double attention_dropout)
        : gate_(std::make_shared<Gate>(d, 0)),
          norm0_(torch::nn::LayerNormOptions({d})),
          norm1_(torch::nn::LayerNormOptions({d})),
          inner_(std::make_shared<TwoLayers>(d, 4 * d, d, dropout)),
          drop_(dropout) {
        self_ = register_module("self", std::make_shared<Attention>(d, heads, attention_dropout));
        cross_ = register_module("cross", std::make_shared<Attention>(d, heads, attention_dropout));
        register_module("gate", gate_);
        register_module("norm0", norm0_);
        register_module("norm1", norm1_);
        register_module("inner", inner_);
        register_module("drop", drop_);
    }
    [[nodiscard]] torch::Tensor forward(const torch::Tensor& target, const torch::Tensor& source, const RealSteps& of,
                                        const RealSteps& from, const Tools& tools, std::uint64_t seed) {
        const auto s = self_->forward(target, target, {of, of, false}, tools, dropout::mixed(seed));
        const auto c = cross_->forward(target, source, {of, from, false}, tools, dropout::mixed(seed + 1));
        const auto real = of.mask.unsqueeze(2);
        const auto z = norm0_->forward(gate_->merge(c, s, of.row, tools.layers) * real);
        return norm1_->forward(z + drop_->forward(inner_->forward(z))) * real;
    }

private:
    std::shared_ptr<Attention> self_, cross_;
    std::shared_ptr<Gate> gate_;
    torch::nn::LayerNorm norm0_, norm1_;
    std::shared_ptr<TwoLayers> inner_;
    torch::nn::Dropout drop_;
};

class Pmr : public Model {
public:
    explicit Pmr(const ModelSpec& spec)
        : shape_(shape_of(spec)),
          kernels_(spec.kernels),
          d_(spec.whole("d")),
          embed_dropout_(spec.real("embed_dropout")) {
        const std::int64_t heads = spec.whole("heads"), layers = spec.whole("layers");
        if (d_ % heads != 0) throw Error("the width must be a multiple of the heads", "option heads");
        if (shape_.streams.size() < 2) throw Error("a message hub needs at least two streams", "option streams");
        for (const Modality m : shape_.streams)
            proj_.push_back(
                register_module("proj_" + std::string(mica::name(m)),
                                torch::nn::Linear(torch::nn::LinearOptions(spec.dims[index(m)], d_).bias(false))));
        const auto unit = [&](std::int64_t layer, const std::string& label) {
            return register_module(
                "layer_" + std::to_string(layer) + "_" + label,
                std::make_shared<Unit>(d_, heads, spec.real("dropout"), spec.real("attention_dropout")));
        };
        for (std::int64_t i = 0; i < layers; ++i) {
            auto& in = to_stream_.emplace_back();
            auto& back = to_hub_.emplace_back();
            for (const Modality m : shape_.streams) {
                in.push_back(unit(i, "to_" + std::string(mica::name(m))));
                if (i + 1 < layers) back.push_back(unit(i, "from_" + std::string(mica::name(m))));
            }
        }
        drop_ = register_module("drop", torch::nn::Dropout(spec.real("out_dropout")));
        out_ = register_module("out",
                               torch::nn::Linear(static_cast<std::int64_t>(shape_.streams.size()) * d_, spec.outputs));
    }

    [[nodiscard]] ModelOutput run(const Batch& batch, const AlignmentSettings& /*live*/, Trace /*trace*/) override {
        const auto type = out_->weight.scalar_type();
        const auto device = out_->weight.device().type();
        const Tools tools{kernel_set(kernels_, type, device), layers(kernels_, type, device)};
        std::uint64_t seed = 0;
        if (is_training())
            seed = static_cast<std::uint64_t>(
                torch::randint(std::numeric_limits<std::int64_t>::max(), {1}, torch::kLong).item<std::int64_t>());
        std::vector<torch::Tensor> x, masks;
        std::vector<RealSteps> steps;
        for (std::size_t s = 0; s < proj_.size(); ++s) {
            const Modality m = shape_.streams[s];
            const auto mask = batch.masks[index(m)].to(torch::kBool);
            const auto& given = batch.positions[index(m)];
            const auto p = proj_[s]->forward(stream_values(batch, m, shape_.dims[index(m)]).to(type));
            const auto code = position_code(given.defined() ? given * mask : counted_positions(mask), d_, type);
            x.push_back(tools.layers.drop(p * mask.unsqueeze(2),
                                          {is_training() ? embed_dropout_ : 0.0, dropout::mixed(seed ^ (s + 1))},
                                          std::sqrt(static_cast<double>(d_)), code));
            masks.push_back(mask);
            steps.push_back(real_steps(mask));
        }
        auto hub = torch::cat(x, 1);
        const RealSteps all = real_steps(torch::cat(masks, 1));
        std::uint64_t place = seed ^ (std::uint64_t{1} << 32);
        for (std::size_t i = 0; i < to_stream_.size(); ++i) {
            for (std::size_t s = 0; s < x.size(); ++s)
                x[s] = to_stream_[i][s]->forward(x[s], hub, steps[s], all, tools, place += 2);
            torch::Tensor next;
            for (std::size_t s = 0; s < to_hub_[i].size(); ++s) {
                const auto heard = to_hub_[i][s]->forward(hub, x[s], all, steps[s], tools, place += 2);
                next = next.defined() ? next + heard : heard;
            }
            if (next.defined()) hub = next;
        }
        std::vector<torch::Tensor> means;
        for (std::size_t s = 0; s < x.size(); ++s)
            means.push_back(x[s].sum(1) / masks[s].sum(1, true).clamp_min(1).to(type));
        ModelOutput out;
        out = plain_output(out_->forward(drop_->forward(torch::cat(means, 1))));
        return out;
    }
    [[nodiscard]] const ModelShape& shape() const override { return shape_; }

private:
    ModelShape shape_;
    Kernels kernels_;
    std::int64_t d_;
    double embed_dropout_;
    std::vector<torch::nn::Linear> proj_;                                 // by stream
    std::vector<std::vector<std::shared_ptr<Unit>>> to_stream_, to_hub_;  // layer, stream; the last has no hub
    torch::nn::Dropout drop_{nullptr};
    torch::nn::Linear out_{nullptr};
};

}  // namespace

ModelDeclaration declare_pmr() {
    using namespace option;
    ModelInfo info;
    info.name = "pmr";
    info.title = "PMR";
    info.source = "Lv et al., CVPR 2021";
    info.options = {
        integer("model", "d", "128", 4, 1024, "features per step; a multiple of heads"),
        integer("model", "heads", "4", 1, 64, "attention heads of every unit"),
        integer("model", "layers", "4", 1, 24, "layers"),
        real("model", "dropout", "0.1", 0, 0.95, "inside a unit's two layers and behind them"),
        real("model", "attention_dropout", "0.1", 0, 0.95, "on attention weights"),
        real("model", "embed_dropout", "0", 0, 0.95, "on embedded streams, after scale and positions"),
        real("model", "out_dropout", "0", 0, 0.95, "on what the output reads"),
    };
    return {info, [](const ModelSpec& spec) { return std::make_shared<Pmr>(spec); }};
}

}  // namespace mica
