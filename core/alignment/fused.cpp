// The fused version: differentiable operations around the kernels of core/kernels, shared out over threads.
#include <numeric>
#include <vector>

#include "core/alignment/clock.h"
#include "core/alignment/graph.h"
#include "core/alignment/parallel.h"
#include "core/kernels/element.h"
#include "core/kernels/mmd.h"
#include "core/kernels/summary.h"

namespace mica {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::tensor_list;
using torch::autograd::Variable;

struct AttentionFunction : torch::autograd::Function<AttentionFunction> {
    static tensor_list forward(AutogradContext* ctx, const Variable& q, const Variable& k, const Variable& v,
                               const Sight& sight, std::int64_t heads, const Dropout& drop) {
        const PartClock clock(Part::attention);
        const AttentionShape shape{head_shape(q, heads), sight.cells(), drop};
        auto y = fresh(q), lse = torch::empty({q.size(0), heads, q.size(1)}, y.options());
        const auto to = write_view<float>(y);
        auto* sums = lse.mutable_data_ptr<float>();
        parallel_for(q.size(0) * heads, q.size(1) * k.size(1), [&](std::int64_t begin, std::int64_t end) {
            attention_forward(shape, read_view<float>(q), read_view<float>(k), read_view<float>(v), to, sums, begin,
                              end);
        });
        keep_attention(ctx, {q, k, v, y, lse, sight, heads, drop});
        return {y, lse};
    }

    static tensor_list backward(AutogradContext* ctx, const tensor_list& grads) {
        const PartClock clock(Part::attention);
        const KeptAttention kept = kept_attention(ctx);
        const auto &q = kept.q, &k = kept.k, &v = kept.v, &y = kept.y, &lse = kept.lse;
        const AttentionShape shape = kept.shape();
        const auto dy = adjacent(grads[0]);
        auto dq = fresh(q), dk = fresh(k), dv = fresh(v);
        const auto to_q = write_view<float>(dq), to_k = write_view<float>(dk), to_v = write_view<float>(dv);
        parallel_for(q.size(0) * kept.heads, q.size(1) * k.size(1), [&](std::int64_t begin, std::int64_t end) {
            attention_backward(shape, read_view<float>(q), read_view<float>(k), read_view<float>(v),
                               read_view<float>(y), lse.const_data_ptr<float>(), read_view<float>(dy), to_q, to_k, to_v,
                               begin, end);
        });
        return {dq, dk, dv, torch::Tensor(), torch::Tensor(), torch::Tensor()};
    }
};

// The gradient is made with the value: it is no larger than the inputs.
struct ElementFunction : torch::autograd::Function<ElementFunction> {
    static Variable forward(AutogradContext* ctx, const Variable& q, const Variable& k, const torch::Tensor& v,
                            const Sight& sight, std::int64_t heads, const ElementForm& form, bool differentiate) {
        const PartClock clock(Part::element);
        torch::Tensor dq, dk;
        Sequence<float> to_q, to_k;
        if (differentiate) {
            dq = fresh(q), dk = fresh(k);
            to_q = write_view<float>(dq), to_k = write_view<float>(dk);
        }
        const BlockShape shape{head_shape(q, heads), sight.cells()};
        std::vector<double> losses(static_cast<std::size_t>(q.size(0) * heads));
        parallel_for(q.size(0) * heads, q.size(1) * k.size(1), [&](std::int64_t begin, std::int64_t end) {
            element_loss(shape, form, read_view<float>(q), read_view<float>(k), words(v), losses.data(), to_q, to_k,
                         begin, end);
        });
        ctx->save_for_backward({dq, dk});
        return torch::full({}, std::accumulate(losses.begin(), losses.end(), 0.0), torch::kFloat);
    }

    static tensor_list backward(AutogradContext* ctx, const tensor_list& grads) {
        const auto saved = ctx->get_saved_variables();
        const torch::Tensor none;
        return {saved[0] * grads[0], saved[1] * grads[0], none, none, none, none, none};
    }
};

struct MmdFunction : torch::autograd::Function<MmdFunction> {
    static Variable forward(AutogradContext* ctx, const Variable& z, std::int64_t keys, bool differentiate) {
        const std::int64_t parts = z.size(0), n = z.size(1), f = z.size(2);
        const auto columns = z.transpose(1, 2).contiguous();  // parts x f x n
        auto gradient = differentiate ? torch::empty_like(columns) : torch::Tensor();
        const double value = mmd_squared({parts, f, keys, n - keys}, columns.const_data_ptr<float>(),
                                         differentiate ? gradient.mutable_data_ptr<float>() : nullptr, parallel_for);
        ctx->save_for_backward({gradient});
        return torch::full({}, value, torch::kFloat);
    }

    static tensor_list backward(AutogradContext* ctx, const tensor_list& grads) {
        const auto gradient = ctx->get_saved_variables()[0];
        const auto scale = grads[0] / static_cast<double>(gradient.size(0));
        return {(gradient * scale).transpose(1, 2), torch::Tensor(), torch::Tensor()};
    }
};

class Fused : public KernelSet {
public:
    [[nodiscard]] Attended attend(const Projected& x, const Sight& sight, const Dropout& drop) const override {
        const auto made = AttentionFunction::apply(adjacent(x.q), adjacent(x.k), adjacent(x.v), sight, x.heads, drop);
        return {made[0], made[1]};
    }

    [[nodiscard]] Selection select(const Projected& x, const Sight& sight, const Attended& attended, double tau,
                                   const torch::Tensor& before, bool keep) const override {
        const PartClock clock(Part::selection);
        const torch::NoGradGuard quiet;
        const auto q = adjacent(x.q), k = adjacent(x.k);
        Selection s = unfilled_selection(x, before, keep);
        const BlockShape shape{head_shape(q, x.heads), sight.cells()};
        auto *v = words(s.v), *w = words(s.w);
        auto* gamma = s.gamma.mutable_data_ptr<float>();
        auto* count = s.count.mutable_data_ptr<std::int64_t>();
        const auto* lse = attended.kept.const_data_ptr<float>();
        parallel_for(q.size(0) * x.heads, q.size(1) * k.size(1), [&](std::int64_t begin, std::int64_t end) {
            select_cells(shape, read_view<float>(q), read_view<float>(k), lse, tau, before.defined(), v, w, gamma,
                         count, begin, end);
        });
        return s;
    }

    [[nodiscard]] torch::Tensor element(const Projected& x, const Sight& sight, const Selection& chosen,
                                        Reduction reduction, ElementDistance distance) const override {
        const ElementForm form{reduction == Reduction::mean, distance == ElementDistance::relative};
        return ElementFunction::apply(adjacent(x.q), adjacent(x.k), chosen.v, sight, x.heads, form, differentiable(x));
    }

    [[nodiscard]] torch::Tensor marginal(const Projected& x, const torch::Tensor& k_at, const torch::Tensor& q_at,
                                         const MmdForm& form) const override {
        const PartClock clock(Part::marginal);
        if (k_at.numel() == 0 || q_at.numel() == 0) return torch::zeros({}, torch::kFloat);
        const std::int64_t parts = form.space == AlignmentSpace::concatenated ? 1 : x.heads;
        const auto k = mmd_pick(x.k, k_at, parts), q = mmd_pick(x.q, q_at, parts);
        if (form.estimator == MmdEstimator::random_features) return random_feature_discrepancy(k, q, form.features);
        return MmdFunction::apply(torch::cat({k, q}, 1), k_at.numel(), differentiable(x));
    }

    [[nodiscard]] AttentionSummary summary(const Projected& x, const Sight& sight,
                                           const Attended& attended) const override {
        const torch::NoGradGuard quiet;
        const auto q = adjacent(x.q), k = adjacent(x.k);
        AttentionSummary s;
        s.spread = torch::empty({q.size(0), x.heads, q.size(1)}, torch::kFloat);
        s.best = torch::empty({q.size(0), q.size(1)}, torch::kLong);
        const BlockShape shape{head_shape(q, x.heads), sight.cells()};
        auto* spread = s.spread.mutable_data_ptr<float>();
        auto* best = s.best.mutable_data_ptr<std::int64_t>();
        const auto* lse = attended.kept.const_data_ptr<float>();
        parallel_for(q.size(0), x.heads * q.size(1) * k.size(1), [&](std::int64_t begin, std::int64_t end) {
            attention_summary(shape, read_view<float>(q), read_view<float>(k), lse, spread, best, begin, end);
        });
        return s;
    }

    [[nodiscard]] torch::Tensor probability(const Projected& x, const Sight& sight,
                                            const Attended& attended) const override {
        const torch::NoGradGuard quiet;
        const auto q = adjacent(x.q), k = adjacent(x.k);
        auto p = torch::empty({q.size(0), x.heads, q.size(1), k.size(1)}, torch::kFloat);
        auto* to = p.mutable_data_ptr<float>();
        const BlockShape shape{head_shape(q, x.heads), sight.cells()};
        const auto* lse = attended.kept.const_data_ptr<float>();
        parallel_for(q.size(0) * x.heads, q.size(1) * k.size(1), [&](std::int64_t begin, std::int64_t end) {
            attention_weights(shape, read_view<float>(q), read_view<float>(k), lse, to, begin, end);
        });
        return p;
    }

    [[nodiscard]] torch::Tensor cells(const Projected& x, const Sight& sight,
                                      const torch::Tensor& chosen) const override {
        auto all = torch::empty({x.q.size(0), x.heads, x.q.size(1), x.k.size(1)}, torch::kBool);
        unpack_words({head_shape(x.q, x.heads), sight.cells()}, x.q.size(1), x.k.size(1), words(chosen),
                     reinterpret_cast<std::uint8_t*>(all.mutable_data_ptr<bool>()));
        return all;
    }
};

}  // namespace

const KernelSet* fused_kernels();
const KernelSet* fused_kernels() {
    static const Fused fused;
    return &fused;
}

}  // namespace mica
