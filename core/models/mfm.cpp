// MFM (Tsai et al., "Learning Factorized Multimodal Representations", ICLR 2019), after its public code.
//   z_m = W_m LSTM_m(x_m),  z_y = W_y MFN(x)          (m: text, vision, audio)
//   f_m = relu(two layers of z_m),  f_y = relu(two layers of z_y)
//   x^_m = decoder LSTM, started and fed by [f_y; f_m],  y = two layers of f_y
//   L = L_p + sum_m lambda_m |x^_m - x_m|^2 + lambda_mmd sum_z MMD(z, N(0, 1))
// MMD with the kernel exp(-mean_f (a - b)^2 / features), as there. Both extra losses count real words only.
#include "core/models/memory_fusion.h"

namespace mica {
namespace {

torch::Tensor kernel_mean(const torch::Tensor& a, const torch::Tensor& b) {
    const auto d = (a.unsqueeze(1) - b.unsqueeze(0)).square().mean(2) / static_cast<double>(a.size(1));
    return (-d).exp().mean();
}

/// Between z (B x n) and as many draws of a standard normal distribution.
torch::Tensor prior_distance(const torch::Tensor& z) {
    const auto normal = torch::randn(z.sizes(), z.options().requires_grad(false).device(torch::kCPU)).to(z.device());
    return kernel_mean(normal, normal) + kernel_mean(z, z) - 2 * kernel_mean(normal, z);
}

/// A sequence from one vector: h(0) is fed the vector, h(t) is fed h(t-1); a layer turns each into features.
class Decoder : public torch::nn::Module {
public:
    Decoder(std::int64_t from, std::int64_t features) : cell_(from, from), out_(from, features) {
        register_module("cell", cell_);
        register_module("out", out_);
    }
    [[nodiscard]] torch::Tensor forward(const torch::Tensor& from, std::int64_t steps) {
        const auto zero = torch::zeros_like(from);
        std::tuple<torch::Tensor, torch::Tensor> state{zero, zero};
        std::vector<torch::Tensor> all;
        for (std::int64_t t = 0; t < steps; ++t) {
            state = cell_->forward(t == 0 ? from : std::get<0>(state), state);
            all.push_back(std::get<0>(state));
        }
        return out_->forward(torch::stack(all, 1));
    }

private:
    torch::nn::LSTMCell cell_;
    torch::nn::Linear out_;
};

class Mfm : public Model {
public:
    explicit Mfm(const ModelSpec& spec) : shape_(shape_of(spec)), mmd_(spec.real("lambda_mmd")) {
        align_ = register_module("align", std::make_shared<WordAligner>(spec));
        if (align_->most_words() > 0) shape_.steps = {align_->most_words(), 0, 0};
        fusion_ = register_module(
            "fusion", std::make_shared<MemoryFusion>(
                          spec, std::array<std::int64_t, 3>{spec.whole("hidden_text"), spec.whole("hidden_vision"),
                                                            spec.whole("hidden_audio")}));
        const std::int64_t zy = spec.whole("z_y"), fy = spec.whole("f_y");
        to_zy_ = register_module("to_zy", torch::nn::Linear(fusion_->width(), zy));
        factor_y_ = register_module("factor_y", std::make_shared<TwoLayers>(zy, fy, fy, spec.real("f_y_dropout")));
        head_ = register_module("head", std::make_shared<TwoLayers>(fy, fy, spec.outputs, spec.real("head_dropout")));
        for (const Modality m : kModalities) {
            const std::size_t i = index(m);
            const std::string label(mica::name(m));
            const std::int64_t z = spec.whole("z_" + label), f = spec.whole("f_" + label);
            lambda_[i] = spec.real("lambda_" + label);
            encoder_[i] = register_module("encoder_" + label,
                                          torch::nn::LSTM(torch::nn::LSTMOptions(spec.dims[i], z).batch_first(true)));
            to_z_[i] = register_module("to_z_" + label, torch::nn::Linear(z, z));
            factor_[i] = register_module("factor_" + label,
                                         std::make_shared<TwoLayers>(z, f, f, spec.real("f_" + label + "_dropout")));
            decoder_[i] = register_module("decoder_" + label, std::make_shared<Decoder>(fy + f, spec.dims[i]));
        }
    }

    [[nodiscard]] ModelOutput run(const Batch& batch, const AlignmentSettings& /*live*/, Trace /*trace*/) override {
        const WordSteps words = align_->align(batch);
        const auto zy = to_zy_->forward(fusion_->forward(words));
        const auto fy = torch::relu(factor_y_->forward(zy));
        ModelOutput out = plain_output(head_->forward(fy));
        if (!is_training()) return out;
        auto prior = prior_distance(zy);
        torch::Tensor loss;
        const auto real = words.mask.to(fy.scalar_type()).unsqueeze(2);
        for (std::size_t i = 0; i < 3; ++i) {
            const auto z = to_z_[i]->forward(last_state(encoder_[i], {words.x[i], words.mask, words.words}));
            prior = prior + prior_distance(z);
            const auto made =
                decoder_[i]->forward(torch::cat({fy, torch::relu(factor_[i]->forward(z))}, 1), words.mask.size(1));
            const auto count = (real.sum() * static_cast<double>(made.size(2))).clamp_min(1);
            const auto apart = lambda_[i] * ((made - words.x[i]).square() * real).sum() / count;
            loss = loss.defined() ? loss + apart : apart;
        }
        out.own = loss + mmd_ * prior;
        if (words.loss.defined()) out.own = out.own + words.loss;
        return out;
    }
    [[nodiscard]] const ModelShape& shape() const override { return shape_; }

private:
    ModelShape shape_;
    double mmd_;
    std::array<double, 3> lambda_{};
    std::shared_ptr<WordAligner> align_;
    std::shared_ptr<MemoryFusion> fusion_;
    torch::nn::Linear to_zy_{nullptr};
    std::shared_ptr<TwoLayers> factor_y_, head_;
    std::array<torch::nn::LSTM, 3> encoder_{{nullptr, nullptr, nullptr}};
    std::array<torch::nn::Linear, 3> to_z_{{nullptr, nullptr, nullptr}};
    std::array<std::shared_ptr<TwoLayers>, 3> factor_;
    std::array<std::shared_ptr<Decoder>, 3> decoder_;
};

}  // namespace

// Defaults: MMSA's settings for MOSI.
ModelDeclaration declare_mfm() {
    using namespace option;
    ModelInfo info;
    info.name = "mfm";
    info.title = "MFM";
    info.source = "Tsai et al., ICLR 2019";
    info.all_streams = true;
    info.aligned = true;
    info.losses = {"reconstruction", "prior MMD", "CTC (align = ctc)"};
    const auto size = [](const char* key, const char* initial, const char* help) {
        return integer("model", key, initial, 1, 4096, help);
    };
    const auto drop = [](const char* key, const char* initial, const char* help) {
        return real("model", key, initial, 0, 0.95, help);
    };
    info.options = {
        size("hidden_text", "128", "MFN: state of the text LSTM"),
        size("hidden_vision", "128", "MFN: state of the vision LSTM"),
        size("hidden_audio", "32", "MFN: state of the audio LSTM"),
        size("memory", "64", "MFN: features of the memory"),
        size("attention_inner", "32", "MFN: inside D_a"),
        drop("attention_dropout", "0.7", "MFN: inside D_a"),
        size("update_inner", "64", "MFN: inside D_u"),
        drop("update_dropout", "0", "MFN: inside D_u"),
        size("keep_inner", "32", "MFN: inside D_1"),
        drop("keep_dropout", "0", "MFN: inside D_1"),
        size("write_inner", "64", "MFN: inside D_2"),
        drop("write_dropout", "0.5", "MFN: inside D_2"),
        size("z_y", "80", "features of z_y"),
        size("z_text", "64", "features of z of text"),
        size("z_vision", "80", "features of z of vision"),
        size("z_audio", "80", "features of z of audio"),
        size("f_y", "64", "features of f_y"),
        size("f_text", "32", "features of f of text"),
        size("f_vision", "64", "features of f of vision"),
        size("f_audio", "16", "features of f of audio"),
        drop("f_y_dropout", "0.5", "between z_y and f_y"),
        drop("f_text_dropout", "0.5", "between z and f of text"),
        drop("f_vision_dropout", "0.5", "between z and f of vision"),
        drop("f_audio_dropout", "0.7", "between z and f of audio"),
        drop("head_dropout", "0", "between f_y and y"),
        real("model", "lambda_mmd", "100", 0, 1e6, "weight of the MMD between z and a normal distribution"),
        real("model", "lambda_text", "0.5", 0, 1e6, "weight of the text's reconstruction"),
        real("model", "lambda_vision", "0.5", 0, 1e6, "weight of the vision's reconstruction"),
        real("model", "lambda_audio", "0.01", 0, 1e6, "weight of the audio's reconstruction"),
    };
    for (OptionInfo& o : word_options()) info.options.push_back(std::move(o));
    return {info, [](const ModelSpec& spec) { return std::make_shared<Mfm>(spec); }};
}

}  // namespace mica
