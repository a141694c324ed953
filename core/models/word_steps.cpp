#include "core/models/word_steps.h"

#include "datasets/types/error.h"

namespace mica {

std::vector<OptionInfo> word_options() {
    using namespace option;
    return {choice("model", "align", {"words", "ctc"},
                   "words: the set has one step of every stream a word; ctc: a front end learns to make it so"),
            real("model", "ctc_weight", "1", 0, 1000, "align = ctc: weight of the CTC loss")};
}

WordAligner::WordAligner(const ModelSpec& spec) : dims_(spec.dims) {
    for (const Modality m : kModalities)
        if (spec.sees(m)) streams_.push_back(m);
    type_ = register_buffer("type", torch::zeros({1}));
    ctc_ = spec.text("align") == "ctc";
    if (!ctc_) return;
    weight_ = spec.real("ctc_weight");
    if (!spec.sees(Modality::text)) throw Error("CTC aligns streams to words, so it needs the text stream", "align");
    longest_ = spec.longest[0];
    for (const Modality m : streams_)
        if (m != Modality::text)
            lstm_[index(m)] = register_module(
                "ctc_" + std::string(mica::name(m)),
                torch::nn::LSTM(
                    torch::nn::LSTMOptions(spec.dims[index(m)], longest_ + 1).num_layers(2).batch_first(true)));
}

WordSteps WordAligner::align(const Batch& batch) {
    const auto type = type_.scalar_type();
    return ctc_ ? by_ctc(batch, type) : as_they_are(batch, type);
}

WordSteps WordAligner::as_they_are(const Batch& batch, torch::ScalarType type) const {
    std::array<torch::Tensor, 3> own;  // steps of each stream; hidden ones (Batch::positions) keep their places
    torch::Tensor any;
    bool fits = true;
    for (const Modality m : streams_) {
        (void)stream_values(batch, m, dims_[index(m)]);
        const auto& given = batch.positions[index(m)];
        const auto& steps = own[index(m)] = given.defined() ? given.gt(0) : batch.masks[index(m)].to(torch::kBool);
        if (!any.defined())
            any = steps;
        else if (fits = fits && any.size(1) == steps.size(1); fits)
            any = any.logical_or(steps);
    }
    for (const Modality m : streams_) {
        const auto& steps = own[index(m)];  // a stream that is dropped has none
        fits = fits && steps.eq(any).logical_or(steps.any(1, true).logical_not()).all().item<bool>();
    }
    if (!fits)
        throw Error("the model takes one step of every stream for each word, and these streams have others",
                    "align = words", "Train on the word-aligned view (--view align=words), or choose align = ctc");
    WordSteps w;
    for (const Modality m : streams_) {
        const Compact c = compacted(batch.values[index(m)].to(type), any);
        w.x[index(m)] = c.x;
        w.mask = c.mask, w.words = c.steps;
    }
    return w;
}

WordSteps WordAligner::by_ctc(const Batch& batch, torch::ScalarType type) {
    const auto read = [&](Modality m) {
        return compacted(stream_values(batch, m, dims_[index(m)]).to(type), batch.masks[index(m)].to(torch::kBool));
    };
    const Compact text = read(Modality::text);
    const std::int64_t words = text.x.size(1);
    if (words > longest_)
        throw Error("a batch has " + std::to_string(words) + " words, the CTC front end was made for " +
                        std::to_string(longest_),
                    "text stream");
    WordSteps w;
    w.x[0] = text.x, w.mask = text.mask, w.words = text.steps;
    const auto target = torch::arange(1, words + 1, text.steps.options()).unsqueeze(0).repeat({text.x.size(0), 1});
    std::vector<torch::Tensor> losses;
    for (const Modality m : streams_) {
        if (m == Modality::text) continue;
        const Compact stream = read(m);
        const auto h = std::get<0>(lstm_[index(m)]->forward(stream.x));
        const auto p = h.softmax(2).narrow(2, 1, words) * stream.mask.unsqueeze(2) * w.mask.unsqueeze(1);
        w.x[index(m)] = torch::bmm(p.transpose(1, 2), stream.x);
        if (is_training())
            losses.push_back(torch::ctc_loss(h.log_softmax(2).transpose(0, 1), target, stream.steps, text.steps, 0,
                                             at::Reduction::Mean, true));
    }
    if (!losses.empty()) w.loss = weight_ * torch::stack(losses).sum();
    return w;
}

}  // namespace mica
