#include "core/models/parts.h"

namespace mica {

TwoLayers::TwoLayers(std::int64_t in, std::int64_t inner, std::int64_t out, double dropout)
    : fc1_(in, inner), fc2_(inner, out), drop_(dropout) {
    register_module("fc1", fc1_);
    register_module("fc2", fc2_);
    register_module("drop", drop_);
}

torch::Tensor TwoLayers::forward(const torch::Tensor& x) {
    return fc2_->forward(drop_->forward(torch::relu(fc1_->forward(x))));
}

ModelShape shape_of(const ModelSpec& spec) {
    ModelShape shape;
    shape.dims = spec.dims;
    for (const Modality m : kModalities)
        if (spec.sees(m)) shape.streams.push_back(m);
    return shape;
}

Compact read_stream(const Batch& batch, Modality m, std::int64_t features, torch::ScalarType type) {
    return compacted(stream_values(batch, m, features).to(type), batch.masks[index(m)].to(torch::kBool));
}

torch::Tensor last_state(torch::nn::LSTM& lstm, const Compact& sequence) {
    return at_last_step(std::get<0>(lstm->forward(sequence.x)), sequence.steps);
}

LastStates::LastStates(const ModelSpec& spec, const std::array<std::int64_t, 3>& hidden, std::int64_t layers,
                       double dropout)
    : shape_(shape_of(spec)) {
    for (const Modality m : shape_.streams) {
        auto options = torch::nn::LSTMOptions(spec.dims[index(m)], hidden[index(m)]).num_layers(layers);
        options.batch_first(true).dropout(layers > 1 ? dropout : 0);
        lstm_[index(m)] = register_module(std::string(mica::name(m)), torch::nn::LSTM(options));
        width_ += hidden[index(m)];
    }
}

torch::Tensor LastStates::forward(const Batch& batch) {
    std::vector<torch::Tensor> states;
    for (const Modality m : shape_.streams) {
        auto& lstm = lstm_[index(m)];
        const auto type = lstm->all_weights().front().scalar_type();
        states.push_back(last_state(lstm, read_stream(batch, m, shape_.dims[index(m)], type)));
    }
    return torch::cat(states, 1);
}

}  // namespace mica
