#include "core/alignment/graph.h"

#include "core/kernels/selection.h"

namespace mica {

void keep_attention(torch::autograd::AutogradContext* ctx, const KeptAttention& a) {
    ctx->save_for_backward({a.q, a.k, a.v, a.y, a.lse, a.sight.target.step, a.sight.target.first, a.sight.source.step,
                            a.sight.source.first});
    ctx->saved_data["heads"] = a.heads;
    ctx->saved_data["future"] = a.sight.future;
    keep_dropout(ctx, a.dropout);
    ctx->mark_non_differentiable({a.lse});
}

KeptAttention kept_attention(torch::autograd::AutogradContext* ctx) {
    const auto s = ctx->get_saved_variables();
    KeptAttention a{s[0], s[1], s[2], s[3], s[4], {}, ctx->saved_data["heads"].toInt(), kept_dropout(ctx)};
    a.sight.target.step = s[5], a.sight.target.first = s[6];
    a.sight.source.step = s[7], a.sight.source.first = s[8];
    a.sight.future = ctx->saved_data["future"].toBool();
    return a;
}

Selection unfilled_selection(const Projected& x, const torch::Tensor& before, bool keep) {
    const auto size = {x.q.size(0), x.heads, words_of(x.q.size(1), x.k.size(1))};
    const auto here = torch::TensorOptions().device(x.q.device());
    Selection s;
    s.v = !before.defined() ? torch::zeros(size, here.dtype(torch::kShort)) : keep ? before.clone() : before;
    if (keep) s.w = torch::zeros(size, here.dtype(torch::kShort));
    s.gamma = torch::empty({x.q.size(0), x.heads}, here.dtype(torch::kFloat));
    s.count = torch::empty({x.q.size(0), x.heads}, here.dtype(torch::kLong));
    return s;
}

}  // namespace mica
