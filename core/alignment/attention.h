// Multi-head attention over projections, as one differentiable operation.
#pragma once

#include <torch/torch.h>

namespace mica {

struct Attended {
    torch::Tensor values;       // B x Tt x d
    torch::Tensor probability;  // B x H x Tt x Ts, before dropout, not differentiable; 0 in hidden cells
};

/// q: B x Tt x d, k and v: B x Ts x d, head h owning d / heads adjacent features; hidden: B x Tt x Ts bool, true
/// where a cell may not be attended. A row that sees nothing yields zeros. Scores are scaled by (d / heads)^-1/2.
/// dropout acts on the weights where `training`.
[[nodiscard]] Attended attend(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v,
                              const torch::Tensor& hidden, std::int64_t heads, double dropout, bool training);

}  // namespace mica
