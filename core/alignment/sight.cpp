#include "core/alignment/sight.h"

namespace mica {

RealSteps real_steps(const torch::Tensor& mask) {
    RealSteps r;
    r.mask = mask.contiguous();
    const auto places = r.mask.nonzero();  // n x 2, sample by sample
    r.step = places.select(1, 1).to(torch::kInt).contiguous();
    r.row = (places.select(1, 0) * r.mask.size(1) + places.select(1, 1)).to(torch::kInt);
    r.first = torch::constant_pad_nd(r.mask.sum(1, false, torch::kLong).cumsum(0), {1, 0}).contiguous();
    return r;
}

torch::Tensor hidden_cells(const Sight& sight) {
    const auto &target = sight.target.mask, &source = sight.source.mask;
    auto hidden = target.logical_not().unsqueeze(2).logical_or(source.logical_not().unsqueeze(1));
    if (sight.future) {
        const auto i = target.to(torch::kLong).cumsum(1) - 1, j = source.to(torch::kLong).cumsum(1) - 1;
        const auto offset = (source.sum(1) - target.sum(1)).abs();
        hidden = hidden.logical_or(j.unsqueeze(1) >= i.unsqueeze(2) + 1 + offset.view({-1, 1, 1}));
    }
    return hidden.contiguous();
}

}  // namespace mica
