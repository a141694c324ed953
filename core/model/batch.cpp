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

torch::Device Model::device() const {
    const auto all = parameters();
    return all.empty() ? torch::Device(torch::kCPU) : all.front().device();
}

}  // namespace mica
