// Late fusion of decisions: each stream predicts alone, y_m = head_m(LSTM_m(x_m)), and what they say is averaged: values,
// or class probabilities. Every stream learns by its own loss as well: L = L_p(y) + mean_m L_p(y_m).
#include "core/models/parts.h"

namespace mica {
namespace {

class LateFusion : public Model {
public:
    explicit LateFusion(const ModelSpec& spec) : shape_(shape_of(spec)), task_(spec.task) {
        const std::int64_t h = spec.whole("hidden");
        for (const Modality m : shape_.streams) {
            ModelSpec one = spec;
            one.streams = std::string(1, letter(m));
            const std::string label(mica::name(m));
            states_.push_back(register_module(
                "states_" + label, std::make_shared<LastStates>(one, std::array<std::int64_t, 3>{h, h, h},
                                                                spec.whole("layers"), spec.real("dropout"))));
            heads_.push_back(register_module(
                "head_" + label,
                std::make_shared<TwoLayers>(h, spec.whole("inner"), spec.outputs, spec.real("dropout"))));
        }
    }

    [[nodiscard]] ModelOutput run(const Batch& batch, const AlignmentSettings& /*live*/, Trace /*trace*/) override {
        std::vector<torch::Tensor> said, losses;
        for (std::size_t s = 0; s < heads_.size(); ++s) {
            said.push_back(heads_[s]->forward(states_[s]->forward(batch)));
            if (is_training() && batch.target.defined()) losses.push_back(task_loss(said.back(), batch.target, task_));
        }
        ModelOutput out = plain_output(average(torch::stack(said)));
        if (!losses.empty()) out.own = torch::stack(losses).mean();
        return out;
    }
    [[nodiscard]] const ModelShape& shape() const override { return shape_; }

private:
    /// said: streams x B x outputs.
    [[nodiscard]] torch::Tensor average(const torch::Tensor& said) const {
        if (task_ == TaskLoss::l1) return said.mean(0);
        const std::int64_t classes = task_ == TaskLoss::emotions ? 2 : said.size(2);
        const auto log_p = said.view({said.size(0), said.size(1), -1, classes}).log_softmax(3);
        // log of the mean probability, which the task loss and the reader turn into probabilities again
        return (log_p.logsumexp(0) - std::log(static_cast<double>(said.size(0)))).view({said.size(1), said.size(2)});
    }

    ModelShape shape_;
    TaskLoss task_;
    std::vector<std::shared_ptr<LastStates>> states_;
    std::vector<std::shared_ptr<TwoLayers>> heads_;
};

}  // namespace

ModelDeclaration declare_late_fusion() {
    using namespace option;
    ModelInfo info;
    info.name = "late_fusion";
    info.title = "late fusion";
    info.source = "reference";
    info.losses = {"each stream's own"};
    info.options = {integer("model", "hidden", "128", 1, 4096, "features of an LSTM's state"),
                    integer("model", "layers", "1", 1, 8, "layers of an LSTM"),
                    integer("model", "inner", "128", 1, 4096, "features between the two layers that read a state"),
                    real("model", "dropout", "0.2", 0, 0.95, "between layers and inside the heads")};
    return {info, [](const ModelSpec& spec) { return std::make_shared<LateFusion>(spec); }};
}

}  // namespace mica
