#include "core/model/model.h"

namespace mica {

Batch Batch::on(const torch::Device& device) const {
    Batch there = *this;
    for (auto* streams : {&there.values, &there.masks, &there.times, &there.positions})
        for (torch::Tensor& t : *streams)
            if (t.defined()) t = t.to(device);
    if (target.defined()) there.target = target.to(device);
    return there;
}

BlockTrace BlockTrace::on(const torch::Device& device) const {
    BlockTrace there = *this;
    for (torch::Tensor* t : {&there.q, &there.k, &there.spread, &there.best, &there.cells, &there.gamma,
                             &there.selected, &there.probability, &there.hidden, &there.w, &there.v})
        if (t->defined()) *t = t->to(device);
    return there;
}

torch::Tensor task_loss(const torch::Tensor& prediction, const torch::Tensor& target, TaskLoss kind) {
    switch (kind) {
        case TaskLoss::cross_entropy:
            return torch::cross_entropy_loss(prediction, target);
        case TaskLoss::emotions:
            return torch::cross_entropy_loss(prediction.reshape({-1, 2}), target.reshape({-1}));
        case TaskLoss::l1:
            break;
    }
    return (prediction - target.to(prediction.scalar_type()).view_as(prediction)).abs().mean();
}

ModelOutput plain_output(torch::Tensor prediction) {
    ModelOutput out;
    out.marginal = out.element = torch::zeros({}, prediction.options().requires_grad(false));
    out.prediction = std::move(prediction);
    return out;
}

torch::Device Model::device() const {
    auto all = parameters();
    if (all.empty()) all = buffers();
    return all.empty() ? torch::Device(torch::kCPU) : all.front().device();
}

}  // namespace mica
