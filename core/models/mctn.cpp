// MCTN (Pham et al., "Found in Translation: Learning Robust Joint Representations by Cyclic Translations Between
// Modalities", AAAI 2019), hierarchical: text -> vision -> text, then what was joint there -> audio.
//   translate(x -> y): e = BiLSTM(x), both directions added;  d(0) = tanh(W e_last),  a_tj = softmax_j(v tanh(U [d(t-1); e_j])),
//                      c(t) = sum_j a_tj e_j,  d(t) = LSTMCell([y(t-1); c(t)], d(t-1)),  y^(t) = O [d(t); c(t)]
//   J1 = e of text -> vision, whose weights also translate its own y^ back to text;  J2 = e of J1 -> audio
//   g = LSTM(J2),  b = softmax(tanh(w g)),  y = R sum_t b_t g_t
//   L = L_p + .1 |vision^ - vision|^2 + .1 |text^ - text|^2 + .1 |audio^ - audio|^2, means over real words
// Decoders serve training alone: to predict, text is enough. Widths of text and vision are made equal with zeros, as both
// directions share weights. (A widely used port swaps batch and time; here there is one order.)
#include "core/models/parts.h"
#include "core/models/word_steps.h"

namespace mica {
namespace {

/// Both directions of an LSTM over real words, added: B x L x h, and their last states, B x h.
struct Encoded {
    torch::Tensor states, last;
};

class Translator : public torch::nn::Module {
public:
    Translator(std::int64_t in, std::int64_t out, std::int64_t h, bool teacher)
        : teacher_(teacher),
          hidden_(h),
          encoder_(torch::nn::LSTMOptions(in, h).batch_first(true).bidirectional(true)),
          start_(torch::nn::LinearOptions(h, h).bias(false)),
          energy_(torch::nn::LinearOptions(2 * h, h).bias(false)),
          score_(torch::nn::LinearOptions(h, 1).bias(false)),
          cell_(out + h, h),
          out_(2 * h, out) {
        register_module("encoder", encoder_);
        register_module("start", start_);
        register_module("energy", energy_);
        register_module("score", score_);
        register_module("cell", cell_);
        register_module("out", out_);
    }

    [[nodiscard]] Encoded encode(const torch::Tensor& x, const torch::Tensor& words) {
        namespace rnn = torch::nn::utils::rnn;
        // an empty clip has one step of zeros, which its mask hides from all that follows
        const auto packed = rnn::pack_padded_sequence(x, words.clamp_min(1).to(torch::kCPU), true, false);
        const auto [states, last] = encoder_->forward_with_packed_input(packed);
        const auto both = std::get<0>(rnn::pad_packed_sequence(states, true, 0.0, x.size(1)));
        return {both.narrow(2, 0, hidden_) + both.narrow(2, hidden_, hidden_), std::get<0>(last).sum(0)};
    }

    /// target: B x L x out, what is to be said. B x L x out, what is said.
    [[nodiscard]] torch::Tensor decode(const Encoded& from, const torch::Tensor& mask, const torch::Tensor& target) {
        const auto hidden = mask.logical_not().logical_and(mask.any(1, true));
        auto before = torch::zeros_like(target.select(1, 0));
        const auto start = torch::tanh(start_->forward(from.last));
        std::tuple<torch::Tensor, torch::Tensor> state{start, torch::zeros_like(start)};
        std::vector<torch::Tensor> said;
        for (std::int64_t t = 0; t < target.size(1); ++t) {
            const auto d = std::get<0>(state).unsqueeze(1).expand({-1, from.states.size(1), -1});
            const auto energy =
                score_->forward(torch::tanh(energy_->forward(torch::cat({d, from.states}, 2)))).squeeze(2);
            const auto a = energy.masked_fill(hidden, -std::numeric_limits<double>::infinity()).softmax(1);
            const auto c = torch::bmm(a.unsqueeze(1), from.states).squeeze(1);
            state = cell_->forward(torch::cat({before, c}, 1), state);
            said.push_back(out_->forward(torch::cat({std::get<0>(state), c}, 1)));
            before = teacher_ ? target.select(1, t) : said.back();
        }
        return torch::stack(said, 1);
    }

private:
    bool teacher_;
    std::int64_t hidden_;
    torch::nn::LSTM encoder_;
    torch::nn::Linear start_, energy_, score_;
    torch::nn::LSTMCell cell_;
    torch::nn::Linear out_;
};

torch::Tensor widened(const torch::Tensor& x, std::int64_t width) {
    return torch::constant_pad_nd(x, {0, width - x.size(2)});
}

/// Of the target's own features, over real words.
torch::Tensor apart(const torch::Tensor& said, const torch::Tensor& target, const torch::Tensor& real) {
    const auto difference = (said.narrow(2, 0, target.size(2)) - target) * real;
    return difference.square().sum() / (real.sum() * static_cast<double>(target.size(2))).clamp_min(1);
}

class Mctn : public Model {
public:
    explicit Mctn(const ModelSpec& spec) : shape_(shape_of(spec)) {
        align_ = register_module("align", std::make_shared<WordAligner>(spec));
        if (align_->most_words() > 0) shape_.steps = {align_->most_words(), 0, 0};
        const std::int64_t h = spec.whole("hidden");
        const bool teacher = spec.text("feed") == "truth";
        width_ = std::max(spec.dims[0], spec.dims[1]);
        weight_ = {spec.real("weight_text"), spec.real("weight_vision"), spec.real("weight_audio")};
        first_ = register_module("first", std::make_shared<Translator>(width_, width_, h, teacher));
        second_ = register_module("second", std::make_shared<Translator>(h, spec.dims[2], h, teacher));
        reader_ = register_module("reader", torch::nn::LSTM(torch::nn::LSTMOptions(h, h).batch_first(true)));
        attention_ = register_module("attention", torch::nn::Linear(h, 1));
        out_ = register_module("out", torch::nn::Linear(h, spec.outputs));
    }

    [[nodiscard]] ModelOutput run(const Batch& batch, const AlignmentSettings& /*live*/, Trace /*trace*/) override {
        const WordSteps w = align_->align(batch);
        const auto real = w.mask.unsqueeze(2).to(w.x[0].scalar_type());
        const Encoded one = first_->encode(widened(w.x[0], width_), w.words);
        const Encoded two = second_->encode(one.states * real, w.words);
        const auto g = std::get<0>(reader_->forward(two.states * real));
        const auto hidden = w.mask.logical_not().logical_and(w.mask.any(1, true)).unsqueeze(2);
        const auto b = torch::tanh(attention_->forward(g))
                           .masked_fill(hidden, -std::numeric_limits<double>::infinity())
                           .softmax(1);
        ModelOutput out = plain_output(out_->forward((b * g * real).sum(1)));
        if (!is_training()) return out;
        const auto vision = first_->decode(one, w.mask, widened(w.x[1], width_));
        // what was said of vision, as a source: its own features, real words
        const auto back = widened(vision.narrow(2, 0, w.x[1].size(2)) * real, width_);
        const auto text = first_->decode(first_->encode(back, w.words), w.mask, widened(w.x[0], width_));
        const auto audio = second_->decode(two, w.mask, w.x[2]);
        out.own = weight_[0] * apart(text, w.x[0], real) + weight_[1] * apart(vision, w.x[1], real) +
                  weight_[2] * apart(audio, w.x[2], real);
        if (w.loss.defined()) out.own = out.own + w.loss;
        return out;
    }
    [[nodiscard]] const ModelShape& shape() const override { return shape_; }

private:
    ModelShape shape_;
    std::int64_t width_ = 0;
    std::array<double, 3> weight_{};
    std::shared_ptr<WordAligner> align_;
    std::shared_ptr<Translator> first_, second_;
    torch::nn::LSTM reader_{nullptr};
    torch::nn::Linear attention_{nullptr}, out_{nullptr};
};

}  // namespace

// Defaults: the public code's configuration of the hierarchical model.
ModelDeclaration declare_mctn() {
    using namespace option;
    ModelInfo info;
    info.name = "mctn";
    info.title = "MCTN";
    info.source = "Pham et al., AAAI 2019";
    info.all_streams = true;
    info.aligned = true;
    info.losses = {"translations", "CTC (align = ctc)"};
    info.options = {
        integer("model", "hidden", "32", 1, 4096, "features of every state"),
        choice("model", "feed", {"truth", "own"},
               "what a decoder is fed of the step before: the truth, or what it said"),
        real("model", "weight_vision", "0.1", 0, 1e6, "weight of the translation to vision"),
        real("model", "weight_text", "0.1", 0, 1e6, "weight of the translation back to text"),
        real("model", "weight_audio", "0.1", 0, 1e6, "weight of the translation to audio"),
    };
    for (OptionInfo& o : word_options()) info.options.push_back(std::move(o));
    return {info, [](const ModelSpec& spec) { return std::make_shared<Mctn>(spec); }};
}

}  // namespace mica
