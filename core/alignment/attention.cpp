#include "core/alignment/attention.h"

#include <optional>

#include "core/alignment/attention_kernel.h"
#include "core/alignment/tensor_views.h"

namespace mica {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::tensor_list;
using torch::autograd::Variable;

struct AttentionFunction : torch::autograd::Function<AttentionFunction> {
    static tensor_list forward(AutogradContext* ctx, const Variable& q, const Variable& k, const Variable& v,
                               const torch::Tensor& hidden, const std::optional<torch::Tensor>& dropout,
                               std::int64_t heads) {
        const torch::Tensor keep = dropout.value_or(torch::Tensor());
        const auto shape = head_shape(q, heads);
        auto probability = torch::empty({q.size(0), heads, q.size(1), k.size(1)}, q.options());
        auto y = torch::empty({q.size(0), q.size(1), q.size(2)}, q.options());
        AT_DISPATCH_FLOATING_TYPES(q.scalar_type(), "attention", [&] {
            attention_forward<scalar_t>(shape, read_view<scalar_t>(q), read_view<scalar_t>(k), read_view<scalar_t>(v),
                                        bytes(hidden), keep.defined() ? keep.const_data_ptr<scalar_t>() : nullptr,
                                        probability.mutable_data_ptr<scalar_t>(), write_view<scalar_t>(y));
        });
        ctx->save_for_backward({q, k, v, keep, probability});
        ctx->saved_data["heads"] = heads;
        ctx->mark_non_differentiable({probability});
        return {y, probability};
    }

    static tensor_list backward(AutogradContext* ctx, const tensor_list& grads) {
        const auto saved = ctx->get_saved_variables();
        const auto &q = saved[0], &k = saved[1], &v = saved[2], &keep = saved[3], &probability = saved[4];
        const auto shape = head_shape(q, ctx->saved_data["heads"].toInt());
        const auto dy = grads[0].contiguous();
        auto dq = torch::empty(q.sizes(), q.options().memory_format(torch::MemoryFormat::Contiguous));
        auto dk = torch::empty(k.sizes(), dq.options()), dv = torch::empty(v.sizes(), dq.options());
        AT_DISPATCH_FLOATING_TYPES(q.scalar_type(), "attention", [&] {
            attention_backward<scalar_t>(shape, read_view<scalar_t>(q), read_view<scalar_t>(k), read_view<scalar_t>(v),
                                         keep.defined() ? keep.const_data_ptr<scalar_t>() : nullptr,
                                         probability.const_data_ptr<scalar_t>(), read_view<scalar_t>(dy),
                                         write_view<scalar_t>(dq), write_view<scalar_t>(dk), write_view<scalar_t>(dv));
        });
        return {dq, dk, dv, torch::Tensor(), torch::Tensor(), torch::Tensor()};
    }
};

}  // namespace

Attended attend(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v, const torch::Tensor& hidden,
                std::int64_t heads, double dropout, bool training) {
    std::optional<torch::Tensor> keep;  // an undefined tensor may not be an input
    if (training && dropout > 0)
        keep = torch::empty({q.size(0), heads, q.size(1), k.size(1)}, q.options().requires_grad(false))
                   .bernoulli_(1 - dropout)
                   .div_(1 - dropout);
    const auto made = AttentionFunction::apply(adjacent(q), adjacent(k), adjacent(v), hidden.contiguous(), keep, heads);
    return {made[0], made[1]};
}

}  // namespace mica
