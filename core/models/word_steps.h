// One step of every stream for each word: taken from a word-aligned set, or made by a CTC front end (as MulT's authors
// made it for the models that need it).
#pragma once

#include <torch/torch.h>

#include <array>
#include <vector>

#include "core/model/declaration.h"
#include "core/model/streams.h"

namespace mica {

struct WordSteps {
    std::array<torch::Tensor, 3> x;  // by modality, B x L x features, words in front, zeros behind; undefined: not seen
    torch::Tensor mask;              // B x L bool
    torch::Tensor words;             // B int64
    torch::Tensor loss;              // of CTC, with its weight; undefined without, and outside training
};

/// CTC, for each stream but text: h = LSTM(x) with two layers of longest text + 1 features, p = softmax(h) at each step,
/// p_0 (blank) dropped, x' = P^T x: word w gets sum_t p_w(t) x(t). Its loss, targets 1..L, is added to the model's. A
/// stream with fewer steps than words cannot be aligned: it adds nothing to that loss.
class WordAligner : public torch::nn::Module {
public:
    /// Reads the options of word_options(). Throws Error: CTC without text.
    explicit WordAligner(const ModelSpec& spec);
    /// Throws Error: a stream is missing or has other widths; without CTC, where the streams' steps are not one a word.
    [[nodiscard]] WordSteps align(const Batch& batch);
    /// The most words of a batch; 0: any number.
    [[nodiscard]] std::int64_t most_words() const { return ctc_ ? longest_ : 0; }

private:
    [[nodiscard]] WordSteps as_they_are(const Batch& batch, torch::ScalarType type) const;
    [[nodiscard]] WordSteps by_ctc(const Batch& batch, torch::ScalarType type);

    std::vector<Modality> streams_;
    std::array<std::int64_t, 3> dims_{};
    bool ctc_ = false;
    double weight_ = 1;
    std::int64_t longest_ = 0;
    std::array<torch::nn::LSTM, 3> lstm_{{nullptr, nullptr, nullptr}};
    torch::Tensor type_;  // follows the model's precision
};

/// The options `align` and `ctc_weight` of a model that takes word steps.
[[nodiscard]] std::vector<OptionInfo> word_options();

}  // namespace mica
