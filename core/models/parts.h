// Small networks that several models are made of.
#pragma once

#include <torch/torch.h>

#include <array>
#include <string>

#include "core/model/declaration.h"
#include "core/model/streams.h"

namespace mica {

/// fc2(drop(relu(fc1(x)))).
class TwoLayers : public torch::nn::Module {
public:
    TwoLayers(std::int64_t in, std::int64_t inner, std::int64_t out, double dropout);
    [[nodiscard]] torch::Tensor forward(const torch::Tensor& x);

private:
    torch::nn::Linear fc1_, fc2_;
    torch::nn::Dropout drop_;
};

/// Streams and widths of a model without attention.
[[nodiscard]] ModelShape shape_of(const ModelSpec& spec);

/// A stream's real steps, in front, in the type of the model's weights. Throws Error as stream_values.
[[nodiscard]] Compact read_stream(const Batch& batch, Modality m, std::int64_t features, torch::ScalarType type);

/// What an LSTM (batch first) has after each clip's last real step, B x hidden; zeros for a clip without steps.
[[nodiscard]] torch::Tensor last_state(torch::nn::LSTM& lstm, const Compact& sequence);

/// One LSTM a stream, over its own steps; their last states side by side.
class LastStates : public torch::nn::Module {
public:
    /// hidden: by modality. dropout: between layers, where there are several.
    LastStates(const ModelSpec& spec, const std::array<std::int64_t, 3>& hidden, std::int64_t layers, double dropout);
    /// B x width().
    [[nodiscard]] torch::Tensor forward(const Batch& batch);
    [[nodiscard]] std::int64_t width() const { return width_; }

private:
    ModelShape shape_;
    std::array<torch::nn::LSTM, 3> lstm_{{nullptr, nullptr, nullptr}};
    std::int64_t width_ = 0;
};

}  // namespace mica
