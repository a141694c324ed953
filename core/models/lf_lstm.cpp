// LF-LSTM: each stream through an LSTM of its own, h_m = LSTM_m(x_m) at its last step; the states joined and read by two
// layers, y = W2 drop(relu(W1 drop([h_L; h_V; h_A]))). And the same of one stream alone: text, vision, audio.
// No public code has it; settings are those of MMSA's LF_DNN, which averages over time where this has LSTMs.
#include "core/models/parts.h"

namespace mica {
namespace {

class LfLstm : public Model {
public:
    LfLstm(const ModelSpec& spec, const std::array<std::int64_t, 3>& hidden)
        : shape_(shape_of(spec)), drop_(spec.real("dropout")) {
        states_ = register_module(
            "states", std::make_shared<LastStates>(spec, hidden, spec.whole("layers"), spec.real("dropout")));
        register_module("drop", drop_);
        head_ = register_module("head", std::make_shared<TwoLayers>(states_->width(), spec.whole("inner"), spec.outputs,
                                                                    spec.real("dropout")));
    }
    [[nodiscard]] ModelOutput run(const Batch& batch, const AlignmentSettings& /*live*/, Trace /*trace*/) override {
        return plain_output(head_->forward(drop_->forward(states_->forward(batch))));
    }
    [[nodiscard]] const ModelShape& shape() const override { return shape_; }

private:
    ModelShape shape_;
    std::shared_ptr<LastStates> states_;
    torch::nn::Dropout drop_;
    std::shared_ptr<TwoLayers> head_;
};

std::vector<OptionInfo> head_options() {
    using namespace option;
    return {integer("model", "layers", "1", 1, 8, "layers of an LSTM"),
            integer("model", "inner", "128", 1, 4096, "features between the two layers that read the states"),
            real("model", "dropout", "0.2", 0, 0.95, "on states, between layers and inside the head")};
}

ModelDeclaration alone(Modality m) {
    ModelInfo info;
    info.name = std::string(mica::name(m));
    info.title = std::string(mica::name(m)) + " alone";
    info.source = "reference";
    info.streams = std::string(1, letter(m));
    info.options = head_options();
    info.options.insert(info.options.begin(),
                        option::integer("model", "hidden", "128", 1, 4096, "features of the LSTM's state"));
    return {info, [](const ModelSpec& spec) {
                const std::int64_t h = spec.whole("hidden");
                return std::make_shared<LfLstm>(spec, std::array<std::int64_t, 3>{h, h, h});
            }};
}

}  // namespace

ModelDeclaration declare_text() { return alone(Modality::text); }
ModelDeclaration declare_vision() { return alone(Modality::vision); }
ModelDeclaration declare_audio() { return alone(Modality::audio); }

ModelDeclaration declare_lf_lstm() {
    using namespace option;
    ModelInfo info;
    info.name = "lf_lstm";
    info.title = "LF-LSTM";
    info.source = "settings of MMSA";
    info.options = {integer("model", "hidden_text", "128", 1, 4096, "features of the text LSTM's state"),
                    integer("model", "hidden_vision", "128", 1, 4096, "features of the vision LSTM's state"),
                    integer("model", "hidden_audio", "16", 1, 4096, "features of the audio LSTM's state")};
    for (OptionInfo& o : head_options()) info.options.push_back(std::move(o));
    return {info, [](const ModelSpec& spec) {
                return std::make_shared<LfLstm>(
                    spec, std::array<std::int64_t, 3>{spec.whole("hidden_text"), spec.whole("hidden_vision"),
                                                      spec.whole("hidden_audio")});
            }};
}

}  // namespace mica
