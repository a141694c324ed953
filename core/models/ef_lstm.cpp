// EF-LSTM: word steps of all streams side by side, normalised at each step index, through one LSTM,
//   x_t = [x_L; x_A; x_V],  x'_t = g_t (x_t - mu_t) / sigma_t + b_t,  h = LSTM(x'),
//   r = drop(h_last),  y = W2 drop(relu(W1 r)).
// mu_t and sigma_t are over clips and features at word t, as in MMSA (BatchNorm over time), but of real words only: there
// padding takes part, so that a result depends on how much of it there is.
#include "core/models/parts.h"
#include "core/models/word_steps.h"

namespace mica {
namespace {

/// Batch normalisation of each step index by itself, over real steps.
class StepNorm : public torch::nn::Module {
public:
    explicit StepNorm(std::int64_t steps) {
        weight_ = register_parameter("weight", torch::ones({steps}));
        bias_ = register_parameter("bias", torch::zeros({steps}));
        mean_ = register_buffer("mean", torch::zeros({steps}));
        variance_ = register_buffer("variance", torch::ones({steps}));
    }
    /// x: B x T x D, mask: B x T.
    [[nodiscard]] torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& mask) {
        constexpr double kMomentum = 0.1, kEps = 1e-5;
        const std::int64_t steps = x.size(1);
        auto mean = mean_.narrow(0, 0, steps), variance = variance_.narrow(0, 0, steps);
        if (is_training()) {
            const auto real = mask.to(x.scalar_type()).unsqueeze(2);
            const auto count = mask.sum(0).to(x.scalar_type()) * static_cast<double>(x.size(2));
            const auto n = count.clamp_min(1);
            const auto here = (x * real).sum(at::IntArrayRef({0, 2})) / n;
            const auto spread = ((x - here.view({1, -1, 1})).square() * real).sum(at::IntArrayRef({0, 2})) / n;
            {
                const torch::NoGradGuard quiet;
                const auto seen = count.gt(1);
                mean.copy_(torch::where(seen, mean + kMomentum * (here - mean), mean));
                const auto unbiased = spread * n / (n - 1).clamp_min(1);
                variance.copy_(torch::where(seen, variance + kMomentum * (unbiased - variance), variance));
            }
            return scaled(x, here, spread + kEps, mask);
        }
        return scaled(x, mean, variance + kEps, mask);
    }

private:
    [[nodiscard]] torch::Tensor scaled(const torch::Tensor& x, const torch::Tensor& mean, const torch::Tensor& variance,
                                       const torch::Tensor& mask) const {
        const std::int64_t steps = x.size(1);
        const auto factor = weight_.narrow(0, 0, steps) * variance.rsqrt();
        const auto y =
            (x - mean.view({1, -1, 1})) * factor.view({1, -1, 1}) + bias_.narrow(0, 0, steps).view({1, -1, 1});
        return y * mask.unsqueeze(2);
    }
    torch::Tensor weight_, bias_, mean_, variance_;
};

class EfLstm : public Model {
public:
    explicit EfLstm(const ModelSpec& spec) : shape_(shape_of(spec)), drop_(spec.real("dropout")) {
        align_ = register_module("align", std::make_shared<WordAligner>(spec));
        std::int64_t features = 0, longest = 1;
        for (const Modality m : shape_.streams) {
            features += spec.dims[index(m)];
            longest = std::max(longest, spec.longest[index(m)]);
        }
        if (spec.text("align") == "ctc") longest = spec.longest[0];
        if (spec.text("norm") == "steps") {
            norm_ = register_module("norm", std::make_shared<StepNorm>(longest));
            for (const Modality m : shape_.streams) shape_.steps[index(m)] = longest;
        }
        if (align_->most_words() > 0) shape_.steps = {align_->most_words(), 0, 0};
        const std::int64_t hidden = spec.whole("hidden"), layers = spec.whole("layers");
        auto options = torch::nn::LSTMOptions(features, hidden).num_layers(layers).batch_first(true);
        lstm_ = register_module("lstm", torch::nn::LSTM(options.dropout(layers > 1 ? spec.real("dropout") : 0)));
        register_module("drop", drop_);
        head_ =
            register_module("head", std::make_shared<TwoLayers>(hidden, hidden, spec.outputs, spec.real("dropout")));
    }

    [[nodiscard]] ModelOutput run(const Batch& batch, const AlignmentSettings& /*live*/, Trace /*trace*/) override {
        const WordSteps w = align_->align(batch);
        std::vector<torch::Tensor> all;
        for (const Modality m : {Modality::text, Modality::audio, Modality::vision})
            if (w.x[index(m)].defined()) all.push_back(w.x[index(m)]);
        auto x = torch::cat(all, 2);
        if (norm_) {
            if (x.size(1) > shape_.steps[index(shape_.streams.front())])
                throw Error("a batch has " + std::to_string(x.size(1)) + " words, more than any clip of training",
                            "norm = steps", "Train with norm = none, which takes any number");
            x = norm_->forward(x, w.mask);
        }
        ModelOutput out = plain_output(head_->forward(drop_->forward(last_state(lstm_, {x, w.mask, w.words}))));
        out.own = w.loss;
        return out;
    }
    [[nodiscard]] const ModelShape& shape() const override { return shape_; }

private:
    ModelShape shape_;
    std::shared_ptr<WordAligner> align_;
    std::shared_ptr<StepNorm> norm_;
    torch::nn::LSTM lstm_{nullptr};
    torch::nn::Dropout drop_;
    std::shared_ptr<TwoLayers> head_;
};

}  // namespace

ModelDeclaration declare_ef_lstm() {
    using namespace option;
    ModelInfo info;
    info.name = "ef_lstm";
    info.title = "EF-LSTM";
    info.source = "as in MMSA";
    info.aligned = true;
    info.losses = {"CTC (align = ctc)"};
    info.options = {integer("model", "hidden", "128", 1, 4096, "features of the LSTM's state"),
                    integer("model", "layers", "4", 1, 8, "layers of the LSTM"),
                    real("model", "dropout", "0.5", 0, 0.95, "between layers, on the state and inside the head"),
                    choice("model", "norm", {"steps", "none"},
                           "steps: batch normalisation of each word index by itself, over real words")};
    for (OptionInfo& o : word_options()) info.options.push_back(std::move(o));
    return {info, [](const ModelSpec& spec) { return std::make_shared<EfLstm>(spec); }};
}

}  // namespace mica
