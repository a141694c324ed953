// RAVEN (Wang et al., "Words Can Shift: Dynamically Adjusting Word Representations Using Nonverbal Behaviors", AAAI 2019).
// For word w with vector e and the vision and audio frames that belong to it:
//   h_m = LSTM_m(drop W_m x_m) at its last frame (zeros without frames),  g_m = sigmoid(w_m [h_m; e] + b_m)
//   s = W [g_V h_V; g_A h_A] + b,  e' = e + s min(beta |e| / |s|, 1),  h = LSTM(drop e'),  y = w h_last
// The public code differs, and published figures are its: no sigmoid (gate = linear), |s| below 1 shrinks the shift as
// well (cap = code), and no gradient reaches the nonverbal part, which `.data` cuts off (nonverbal = detached). It also
// normalises audio by the batch it is in, even in evaluation, which is left out: a result would depend on other clips.
#include "core/models/parts.h"
#include "core/models/word_steps.h"

namespace mica {
namespace {

/// Frames of each word: (B L) x F x features, and how many are real.
struct Frames {
    torch::Tensor x, count;
};

/// The frames nearest in time to each word, in order, at most `most` of a word. Times: middles, B x L and B x T.
Frames nearest_frames(const Compact& stream, const torch::Tensor& times, const torch::Tensor& word_times,
                      const torch::Tensor& words, std::int64_t most) {
    const std::int64_t clips = words.size(0), count = words.size(1), features = stream.x.size(2);
    const auto apart = (times.unsqueeze(2) - word_times.unsqueeze(1))
                           .abs()
                           .masked_fill(words.logical_not().unsqueeze(1), std::numeric_limits<double>::infinity());
    const auto real = stream.mask.logical_and(words.any(1, true));
    const auto word = torch::where(real, apart.argmin(2), torch::full_like(apart.select(2, 0), count, torch::kLong));
    const auto nth = torch::one_hot(word, count + 1).cumsum(1).gather(2, word.unsqueeze(2)).squeeze(2) - 1;
    const auto row = torch::arange(clips, word.options()).unsqueeze(1) * count + word;
    const auto kept = real.logical_and(nth < most).reshape(-1).nonzero().squeeze(1);
    const auto place = (row * most + nth).reshape(-1).index_select(0, kept);
    Frames f;
    f.x = torch::zeros({clips * count * most, features}, stream.x.options())
              .index_copy(0, place, stream.x.reshape({-1, features}).index_select(0, kept))
              .view({clips * count, most, features});
    f.count = torch::zeros({clips * count}, torch::kLong)
                  .to(place.device())
                  .index_add(0, place.div(most, "floor"), torch::ones_like(place));
    return f;
}

class Raven : public Model {
public:
    explicit Raven(const ModelSpec& spec)
        : shape_(shape_of(spec)),
          beta_(spec.real("beta_shift")),
          most_(spec.whole("most_frames")),
          nearest_(spec.text("frames") == "nearest"),
          linear_(spec.text("gate") == "linear"),
          code_(spec.text("cap") == "code"),
          detached_(spec.text("nonverbal") == "detached"),
          drop_(spec.real("dropout")) {
        if (!nearest_) {
            align_ = register_module("align", std::make_shared<WordAligner>(spec));
            if (align_->most_words() > 0) shape_.steps = {align_->most_words(), 0, 0};
        }
        register_module("drop", drop_);
        const std::int64_t cell = spec.whole("cell"), resized = spec.whole("resized"), word = spec.dims[0];
        for (const std::size_t i : kNonverbal) {
            const std::string label(mica::name(kModalities[i]));
            resize_[i] = register_module("resize_" + label, torch::nn::Linear(spec.dims[i], resized));
            lstm_[i] = register_module("lstm_" + label,
                                       torch::nn::LSTM(torch::nn::LSTMOptions(resized, cell).batch_first(true)));
            gate_[i] = register_module("gate_" + label, torch::nn::Linear(cell + word, 1));
        }
        shift_ = register_module("shift", torch::nn::Linear(2 * cell, word));
        words_ = register_module("lstm_words",
                                 torch::nn::LSTM(torch::nn::LSTMOptions(word, spec.whole("hidden")).batch_first(true)));
        out_ = register_module("out", torch::nn::Linear(spec.whole("hidden"), spec.outputs));
    }

    [[nodiscard]] ModelOutput run(const Batch& batch, const AlignmentSettings& /*live*/, Trace /*trace*/) override {
        std::array<Frames, 3> frames;
        const WordSteps words = nearest_ ? by_time(batch, frames) : by_word(batch, frames);
        const auto& e = words.x[0];
        const auto flat = e.reshape({-1, e.size(2)});
        std::vector<torch::Tensor> states;
        for (const std::size_t i : kNonverbal) {
            const auto x = resize_[i]->forward(drop_->forward(frames[i].x));
            const auto h = at_last_step(std::get<0>(lstm_[i]->forward(x)), frames[i].count);
            const auto g = gate_[i]->forward(torch::cat({h, flat}, 1));
            states.push_back(h * (linear_ ? g : g.sigmoid()));
        }
        auto s = shift_->forward(torch::cat(states, 1)).view(e.sizes());
        constexpr double kLeast = 1e-12;
        const auto length = s.norm(2, -1, true), word = e.norm(2, -1, true);
        s = code_ ? s / length.clamp_min(1) * beta_ * word : s * (beta_ * word / length.clamp_min(kLeast)).clamp_max(1);
        if (detached_) s = s.detach();
        const auto shifted = drop_->forward((e + s) * words.mask.unsqueeze(2));
        ModelOutput out = plain_output(out_->forward(last_state(words_, {shifted, words.mask, words.words})));
        out.own = words.loss;
        return out;
    }
    [[nodiscard]] const ModelShape& shape() const override { return shape_; }

private:
    /// One frame a word, as a word-aligned set or the CTC front end gives it.
    [[nodiscard]] WordSteps by_word(const Batch& batch, std::array<Frames, 3>& frames) {
        WordSteps words = align_->align(batch);
        for (const std::size_t i : kNonverbal)
            frames[i] = {words.x[i].reshape({-1, 1, words.x[i].size(2)}), words.mask.to(torch::kLong).reshape(-1)};
        return words;
    }
    [[nodiscard]] WordSteps by_time(const Batch& batch, std::array<Frames, 3>& frames) const {
        const auto type = out_->weight.scalar_type();
        const auto times = [&](std::size_t i) {
            if (!batch.times[i].defined())
                throw Error("frames of a word are those nearest to it in time, and this set does not know times",
                            std::string(mica::name(kModalities[i])) + " stream", "Choose frames = words");
            return compacted(batch.times[i].unsqueeze(2), batch.masks[i].to(torch::kBool)).x.squeeze(2);
        };
        const Compact text = read_stream(batch, Modality::text, shape_.dims[0], type);
        const auto word_times = times(0);
        for (const std::size_t i : kNonverbal)
            frames[i] = nearest_frames(read_stream(batch, kModalities[i], shape_.dims[i], type), times(i), word_times,
                                       text.mask, most_);
        WordSteps words;
        words.x[0] = text.x, words.mask = text.mask, words.words = text.steps;
        return words;
    }

    static constexpr std::array<std::size_t, 2> kNonverbal{1, 2};
    ModelShape shape_;
    double beta_;
    std::int64_t most_;
    bool nearest_, linear_, code_, detached_;
    torch::nn::Dropout drop_;
    std::shared_ptr<WordAligner> align_;
    std::array<torch::nn::Linear, 3> resize_{{nullptr, nullptr, nullptr}}, gate_{{nullptr, nullptr, nullptr}};
    std::array<torch::nn::LSTM, 3> lstm_{{nullptr, nullptr, nullptr}};
    torch::nn::Linear shift_{nullptr}, out_{nullptr};
    torch::nn::LSTM words_{nullptr};
};

}  // namespace

// Defaults: the public code's sizes for MOSI.
ModelDeclaration declare_raven() {
    using namespace option;
    ModelInfo info;
    info.name = "raven";
    info.title = "RAVEN";
    info.source = "Wang et al., AAAI 2019";
    info.all_streams = true;
    info.aligned = true;
    info.losses = {"CTC (align = ctc)"};
    info.options = {
        choice("model", "frames", {"words", "nearest"},
               "words: one frame a word, by `align`; nearest: every frame, of the word that is nearest in time"),
        integer("model", "most_frames", "20", 1, 1000, "frames = nearest: frames of a word that are read"),
        integer("model", "resized", "150", 1, 4096, "features that frames are brought to"),
        integer("model", "cell", "150", 1, 4096, "features of a frame LSTM's state"),
        integer("model", "hidden", "300", 1, 4096, "features of the word LSTM's state"),
        real("model", "beta_shift", "0.2", 0, 100, "longest shift of a word, in lengths of the word's vector"),
        choice("model", "gate", {"sigmoid", "linear"}, "of a word's nonverbal states; linear: as the public code"),
        choice("model", "cap", {"paper", "code"},
               "paper: longer shifts are cut down to beta_shift; code: all are scaled by it, as the public code"),
        choice("model", "nonverbal", {"trained", "detached"},
               "detached: no gradient reaches the nonverbal part, as in the public code"),
        real("model", "dropout", "0.2", 0, 0.95, "on frames and on shifted words"),
    };
    for (OptionInfo& o : word_options()) info.options.push_back(std::move(o));
    return {info, [](const ModelSpec& spec) { return std::make_shared<Raven>(spec); }};
}

}  // namespace mica
