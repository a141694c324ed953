// What a model must beat: the same answer for every clip. `mean`: the training labels' mean. `majority`: the training
// labels' frequencies as class probabilities, so that the most frequent class is what it says. Both count labels as
// training passes over them; one epoch is enough, and more change nothing.
#include "core/model/declaration.h"
#include "core/models/parts.h"

namespace mica {
namespace {

class Constant : public Model {
public:
    explicit Constant(const ModelSpec& spec) : shape_(shape_of(spec)), task_(spec.task), outputs_(spec.outputs) {
        // in double precision: of many labels the last counts as well
        sum_ = register_buffer("sum", torch::zeros({spec.outputs}, torch::kDouble));
        count_ = register_buffer("count", torch::zeros({}, torch::kDouble));
    }

    [[nodiscard]] ModelOutput run(const Batch& batch, const AlignmentSettings& /*live*/, Trace /*trace*/) override {
        const torch::NoGradGuard quiet;
        if (is_training() && batch.target.defined()) count(batch.target);
        const auto mean = sum_ / count_.clamp_min(1);
        // a class that training never showed is not impossible
        const auto answer = task_ == TaskLoss::l1 ? mean : mean.clamp_min(1e-6).log();
        const std::int64_t clips = batch.size();
        return plain_output(answer.to(torch::kFloat).unsqueeze(0).repeat({clips, 1}));
    }
    [[nodiscard]] const ModelShape& shape() const override { return shape_; }

private:
    void count(const torch::Tensor& target) {
        if (task_ == TaskLoss::l1) {
            sum_ += target.to(torch::kDouble).view({target.size(0), outputs_}).sum(0);
        } else {
            const std::int64_t classes = task_ == TaskLoss::emotions ? 2 : outputs_;
            sum_ += torch::one_hot(target, classes).to(torch::kDouble).sum(0).view({outputs_});
        }
        count_ += static_cast<double>(target.size(0));
    }

    ModelShape shape_;
    TaskLoss task_;
    std::int64_t outputs_;
    torch::Tensor sum_, count_;
};

ModelDeclaration declared(const std::string& name, const std::string& title, bool regression) {
    ModelInfo info;
    info.name = name;
    info.title = title;
    info.source = "reference";
    info.regression = regression;
    info.classes = !regression;
    return {info, [](const ModelSpec& spec) { return std::make_shared<Constant>(spec); }};
}

}  // namespace

ModelDeclaration declare_mean() { return declared("mean", "mean label", true); }
ModelDeclaration declare_majority() { return declared("majority", "majority class", false); }

}  // namespace mica
