#include "core/alignment/element.h"

#include "core/alignment/element_kernel.h"
#include "core/alignment/selection.h"
#include "core/alignment/tensor_views.h"

namespace mica {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::tensor_list;
using torch::autograd::Variable;

// As with L_m, the gradient is made with the value.
struct ElementFunction : torch::autograd::Function<ElementFunction> {
    static Variable forward(AutogradContext* ctx, const Variable& q, const Variable& k, const torch::Tensor& v,
                            const torch::Tensor& target_mask, const torch::Tensor& source_mask, std::int64_t heads,
                            bool mean, bool relative, bool differentiate) {
        torch::Tensor dq, dk;
        if (differentiate) {
            dq = torch::empty(q.sizes(),
                              q.options().requires_grad(false).memory_format(torch::MemoryFormat::Contiguous));
            dk = torch::empty(k.sizes(), dq.options());
        }
        double value = 0;
        AT_DISPATCH_FLOATING_TYPES(q.scalar_type(), "element", [&] {
            const Sequence<scalar_t> to_q = differentiate ? write_view<scalar_t>(dq) : Sequence<scalar_t>{};
            const Sequence<scalar_t> to_k = differentiate ? write_view<scalar_t>(dk) : Sequence<scalar_t>{};
            value = element_loss<scalar_t>(head_shape(q, heads), {mean, relative}, read_view<scalar_t>(q),
                                           read_view<scalar_t>(k), bytes(v), bytes(target_mask), bytes(source_mask),
                                           to_q, to_k);
        });
        ctx->save_for_backward({dq, dk});
        return torch::full({}, value, q.options().requires_grad(false));
    }

    static tensor_list backward(AutogradContext* ctx, const tensor_list& grads) {
        const auto saved = ctx->get_saved_variables();
        const torch::Tensor none;
        return {saved[0] * grads[0], saved[1] * grads[0], none, none, none, none, none, none, none};
    }
};

}  // namespace

Selection select(const torch::Tensor& probability, const torch::Tensor& target_mask, const torch::Tensor& source_mask,
                 double tau, const torch::Tensor& before, bool keep) {
    Selection s;
    const auto flags = torch::TensorOptions(torch::kBool);
    const auto p = probability.contiguous();
    if (before.defined())
        s.v = keep ? before.clone() : before;
    else
        s.v = torch::empty(p.sizes(), flags);
    if (keep) s.w = torch::empty(p.sizes(), flags);
    s.gamma = torch::empty({p.size(0), p.size(1)}, p.options().requires_grad(false));
    const SelectionShape shape{p.size(0), p.size(1), p.size(2), p.size(3)};
    const auto rows = target_mask.contiguous(), columns = source_mask.contiguous();
    const auto writable = [](torch::Tensor& x) {
        return x.defined() ? reinterpret_cast<std::uint8_t*>(x.mutable_data_ptr<bool>()) : nullptr;
    };
    AT_DISPATCH_FLOATING_TYPES(p.scalar_type(), "select", [&] {
        select_cells<scalar_t>(shape, p.const_data_ptr<scalar_t>(), bytes(rows), bytes(columns), tau, before.defined(),
                               writable(s.v), writable(s.w), s.gamma.mutable_data_ptr<scalar_t>());
    });
    return s;
}

torch::Tensor element_discrepancy(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v,
                                  const torch::Tensor& target_mask, const torch::Tensor& source_mask,
                                  std::int64_t heads, Reduction reduction, ElementDistance distance) {
    const bool differentiate = torch::GradMode::is_enabled() && (q.requires_grad() || k.requires_grad());
    return ElementFunction::apply(adjacent(q), adjacent(k), v, target_mask.contiguous(), source_mask.contiguous(),
                                  heads, reduction == Reduction::mean, distance == ElementDistance::relative,
                                  differentiate);
}

}  // namespace mica
