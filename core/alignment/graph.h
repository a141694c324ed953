// What the differentiable operations around kernels share, whichever kernels: memory for results, and what a step keeps
// for its backward pass.
#pragma once

#include <torch/torch.h>

#include "core/alignment/kernel_set.h"
#include "core/alignment/tensor_views.h"
#include "core/kernels/attention.h"

namespace mica {

/// Memory of the same sizes on the same device, adjacent.
[[nodiscard]] inline torch::Tensor fresh(const torch::Tensor& like) {
    return torch::empty(like.sizes(), like.options().requires_grad(false));
}

/// Words of W or V; null where undefined.
[[nodiscard]] inline std::uint16_t* words(const torch::Tensor& v) {
    return v.defined() ? reinterpret_cast<std::uint16_t*>(v.data_ptr<std::int16_t>()) : nullptr;
}

/// Whether a loss of q and k needs a gradient.
[[nodiscard]] inline bool differentiable(const Projected& x) {
    return torch::GradMode::is_enabled() && (x.q.requires_grad() || x.k.requires_grad());
}

inline void keep_dropout(torch::autograd::AutogradContext* ctx, const Dropout& drop) {
    ctx->saved_data["dropout"] = drop.p;
    ctx->saved_data["seed"] = static_cast<std::int64_t>(drop.seed);
}
[[nodiscard]] inline Dropout kept_dropout(torch::autograd::AutogradContext* ctx) {
    return {ctx->saved_data["dropout"].toDouble(), static_cast<std::uint64_t>(ctx->saved_data["seed"].toInt())};
}

/// One block's attention as its backward pass needs it.
struct KeptAttention {
    torch::Tensor q, k, v, y, lse;
    Sight sight;  // without masks
    std::int64_t heads = 1;
    Dropout dropout;
    /// Its views are those of `sight`.
    [[nodiscard]] AttentionShape shape() const { return {head_shape(q, heads), sight.cells(), dropout}; }
};
void keep_attention(torch::autograd::AutogradContext* ctx, const KeptAttention& a);
[[nodiscard]] KeptAttention kept_attention(torch::autograd::AutogradContext* ctx);

/// A selection to be filled in: V is `before` (joined in place, or a copy where `keep`) or nothing yet; W where `keep`.
[[nodiscard]] Selection unfilled_selection(const Projected& x, const torch::Tensor& before, bool keep);

}  // namespace mica
