#include "core/model/streams.h"

#include "datasets/types/error.h"

namespace mica {

const torch::Tensor& stream_values(const Batch& batch, Modality m, std::int64_t features) {
    const auto& values = batch.values[index(m)];
    const auto& mask = batch.masks[index(m)];
    const auto fail = [&](const std::string& reason) { throw Error(reason, std::string(name(m)) + " stream"); };
    if (!values.defined() || !mask.defined()) fail("the model uses it, but the batch lacks it");
    if (values.dim() != 3 || values.size(2) != features)
        fail("has " + std::to_string(values.dim() == 3 ? values.size(2) : 0) + " features, the model was made for " +
             std::to_string(features));
    if (values.size(1) < 1 || mask.sizes() != values.sizes().slice(0, 2)) fail("the mask does not fit the values");
    return values;
}

Compact compacted(const torch::Tensor& x, const torch::Tensor& mask) {
    Compact c;
    c.steps = mask.sum(1, false, torch::kLong);
    const auto order = mask.logical_not().to(torch::kLong).argsort(/*stable=*/true, 1, /*descending=*/false);
    c.mask = mask.gather(1, order);
    c.x = x.gather(1, order.unsqueeze(2).expand({-1, -1, x.size(2)})) * c.mask.unsqueeze(2);
    return c;
}

torch::Tensor at_last_step(const torch::Tensor& x, const torch::Tensor& steps) {
    const auto last = (steps - 1).clamp_min(0).view({-1, 1, 1}).expand({-1, 1, x.size(2)});
    return x.gather(1, last).squeeze(1) * steps.gt(0).unsqueeze(1);
}

}  // namespace mica
