#include "core/models/left_padding.h"

#include <algorithm>

namespace mica {
namespace {

// x with its dimension `dim` (places) as the batch has it (steps).
torch::Tensor gathered(const torch::Tensor& x, const torch::Tensor& place, std::int64_t dim) {
    std::vector<std::int64_t> view(static_cast<std::size_t>(x.dim()), 1), size = x.sizes().vec();
    view[0] = place.size(0);
    view[static_cast<std::size_t>(dim)] = place.size(1);
    size[static_cast<std::size_t>(dim)] = place.size(1);
    return x.gather(dim, place.view(view).expand(size));
}

}  // namespace

torch::Tensor LeftPadding::padded(const torch::Tensor& x) const {
    if (!moved) return x;
    const auto from = step.clamp_min(0).unsqueeze(2).expand({-1, -1, x.size(2)});
    return x.gather(1, from) * step.ge(0).unsqueeze(2);
}

LeftPadding left_padding(const Batch& batch, Modality m, std::int64_t length) {
    const auto& given = batch.positions[index(m)];
    LeftPadding p;
    p.mask = given.defined() ? given.gt(0) : batch.masks[index(m)].to(torch::kBool);
    const std::int64_t steps = p.mask.size(1), most = std::max(length, steps);
    const auto rank = p.mask.to(torch::kLong).cumsum(1);  // of a clip's own steps, from 1
    const auto count = p.mask.sum(1, true, torch::kLong);
    p.place = (rank - 1 + (most - count)) * p.mask;
    p.step = torch::full({p.mask.size(0), most + 1}, -1, p.place.options());
    const auto own = torch::arange(steps, p.place.options()).unsqueeze(0).expand_as(p.place);
    // padding is written to a place behind the last, which is cut off
    p.step.scatter_(1, torch::where(p.mask, p.place, torch::full_like(p.place, most)), own);
    p.step = p.step.narrow(1, 0, most).contiguous();
    p.moved = most != steps || !p.mask.all().item<bool>();
    return p;
}

BlockTrace as_in_batch(BlockTrace r, const LeftPadding& target, const LeftPadding& source) {
    if (!target.moved && !source.moved) return r;
    r.q = gathered(r.q, target.place, 2);
    r.k = gathered(r.k, source.place, 2);
    r.spread = gathered(r.spread, target.place, 2).masked_fill(target.mask.logical_not().unsqueeze(1), -1);
    r.best = source.step.gather(1, gathered(r.best, target.place, 1));
    for (torch::Tensor* cells : {&r.probability, &r.w, &r.v})
        if (cells->defined()) *cells = gathered(gathered(*cells, target.place, 2), source.place, 3);
    if (r.hidden.defined()) r.hidden = gathered(gathered(r.hidden, target.place, 1), source.place, 2);
    return r;
}

}  // namespace mica
