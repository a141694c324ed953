// The fused version on CUDA: differentiable operations around the kernels of core/cuda. Work is queued on torch's stream;
// nothing here waits for the device.
#include <c10/core/impl/VirtualGuardImpl.h>

#include "core/alignment/cuda_kernels.h"
#include "core/alignment/cuda_support.h"
#include "core/alignment/graph.h"
#include "datasets/types/error.h"

namespace mica {

const KernelSet& plain_kernels();  // plain.cpp

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::tensor_list;
using torch::autograd::Variable;

/// The stream of CUDA that torch queues on for this tensor's device; none for the tests' emulation, on the CPU.
void* stream_of(const torch::Tensor& x) {
    if (x.is_cpu()) return nullptr;
    const c10::impl::VirtualGuardImpl guard(torch::kCUDA);
    return guard.getStreamNativeHandle(guard.getStream(x.device()));
}

void check(const char* failed) {
    if (failed) throw Error(failed, "CUDA", "Use kernels = plain or device = cpu");
}

struct CudaAttention : torch::autograd::Function<CudaAttention> {
    static tensor_list forward(AutogradContext* ctx, const Variable& q, const Variable& k, const Variable& v,
                               const cuda::Operators* kernels, const Sight& sight, std::int64_t heads,
                               const Dropout& drop) {
        const AttentionShape shape{head_shape(q, heads), sight.cells(), drop};
        auto y = fresh(q), lse = torch::empty({q.size(0), heads, q.size(1)}, y.options());
        check(kernels->attention_forward(shape, read_view<float>(q), read_view<float>(k), read_view<float>(v),
                                         write_view<float>(y), lse.mutable_data_ptr<float>(), stream_of(q)));
        keep_attention(ctx, {q, k, v, y, lse, sight, heads, drop});
        ctx->saved_data["kernels"] = reinterpret_cast<std::int64_t>(kernels);
        return {y, lse};
    }

    static tensor_list backward(AutogradContext* ctx, const tensor_list& grads) {
        const auto* kernels = reinterpret_cast<const cuda::Operators*>(ctx->saved_data["kernels"].toInt());
        const KeptAttention kept = kept_attention(ctx);
        const auto &q = kept.q, &k = kept.k, &v = kept.v, &y = kept.y, &lse = kept.lse;
        const AttentionShape shape = kept.shape();
        const auto dy = adjacent(grads[0]);
        auto dq = fresh(q), dk = fresh(k), dv = fresh(v);
        check(kernels->attention_backward(shape, read_view<float>(q), read_view<float>(k), read_view<float>(v),
                                          read_view<float>(y), lse.const_data_ptr<float>(), read_view<float>(dy),
                                          write_view<float>(dq), write_view<float>(dk), write_view<float>(dv),
                                          stream_of(q)));
        const torch::Tensor none;
        return {dq, dk, dv, none, none, none, none};
    }
};

// The gradient is made with the value: it is no larger than the inputs.
struct CudaElement : torch::autograd::Function<CudaElement> {
    static Variable forward(AutogradContext* ctx, const Variable& q, const Variable& k, const torch::Tensor& v,
                            const cuda::Operators* kernels, const Sight& sight, std::int64_t heads,
                            const ElementForm& form, bool differentiate) {
        torch::Tensor dq, dk;
        Sequence<float> to_q, to_k;
        if (differentiate) {
            dq = fresh(q), dk = fresh(k);
            to_q = write_view<float>(dq), to_k = write_view<float>(dk);
        }
        auto losses = torch::empty({q.size(0) * heads}, q.options().requires_grad(false).dtype(torch::kDouble));
        check(kernels->element_loss({head_shape(q, heads), sight.cells()}, form, read_view<float>(q),
                                    read_view<float>(k), words(v), losses.mutable_data_ptr<double>(), to_q, to_k,
                                    stream_of(q)));
        ctx->save_for_backward({dq, dk});
        return losses.sum().to(torch::kFloat);
    }

    static tensor_list backward(AutogradContext* ctx, const tensor_list& grads) {
        const auto saved = ctx->get_saved_variables();
        const torch::Tensor none;
        return {saved[0] * grads[0], saved[1] * grads[0], none, none, none, none, none, none};
    }
};

struct CudaMmd : torch::autograd::Function<CudaMmd> {
    static Variable forward(AutogradContext* ctx, const Variable& joint, const cuda::Operators* kernels,
                            std::int64_t keys, bool differentiate) {
        const auto z = joint.contiguous();  // parts x n x f
        const std::int64_t parts = z.size(0), n = z.size(1), f = z.size(2);
        const auto width = mmd_width(z).contiguous();
        auto gradient = differentiate ? fresh(z) : torch::Tensor();
        auto values = torch::zeros({parts, cuda::mmd_tiles(n)}, width.options().dtype(torch::kDouble));
        check(kernels->mmd_squared(z.const_data_ptr<float>(), parts, f, keys, n - keys, width.const_data_ptr<float>(),
                                   differentiate ? gradient.mutable_data_ptr<float>() : nullptr,
                                   values.mutable_data_ptr<double>(), stream_of(z)));
        ctx->save_for_backward({gradient});
        return values.sum().div(static_cast<double>(parts)).to(torch::kFloat);
    }

    static tensor_list backward(AutogradContext* ctx, const tensor_list& grads) {
        const auto gradient = ctx->get_saved_variables()[0];
        const torch::Tensor none;
        return {gradient * (grads[0] / static_cast<double>(gradient.size(0))), none, none, none};
    }
};

class Cuda : public KernelSet {
public:
    explicit Cuda(const cuda::Operators& operators) : kernels_(&operators) {}

    [[nodiscard]] Attended attend(const Projected& x, const Sight& sight, const Dropout& drop) const override {
        const auto made =
            CudaAttention::apply(adjacent(x.q), adjacent(x.k), adjacent(x.v), kernels_, sight, x.heads, drop);
        return {made[0], made[1]};
    }

    [[nodiscard]] Selection select(const Projected& x, const Sight& sight, const Attended& attended, double tau,
                                   const torch::Tensor& before, bool keep) const override {
        const torch::NoGradGuard quiet;
        const auto q = adjacent(x.q), k = adjacent(x.k);
        Selection s = unfilled_selection(x, before, keep);
        check(kernels_->select_cells({head_shape(q, x.heads), sight.cells()}, read_view<float>(q), read_view<float>(k),
                                     attended.kept.const_data_ptr<float>(), tau, before.defined(), words(s.v),
                                     words(s.w), s.gamma.mutable_data_ptr<float>(),
                                     s.count.mutable_data_ptr<std::int64_t>(), stream_of(q)));
        return s;
    }

    [[nodiscard]] torch::Tensor element(const Projected& x, const Sight& sight, const Selection& chosen,
                                        Reduction reduction, ElementDistance distance) const override {
        const ElementForm form{reduction == Reduction::mean, distance == ElementDistance::relative};
        return CudaElement::apply(adjacent(x.q), adjacent(x.k), chosen.v, kernels_, sight, x.heads, form,
                                  differentiable(x));
    }

    [[nodiscard]] torch::Tensor marginal(const Projected& x, const torch::Tensor& k_at, const torch::Tensor& q_at,
                                         const MmdForm& form) const override {
        const std::int64_t parts = form.space == AlignmentSpace::concatenated ? 1 : x.heads;
        if (k_at.numel() == 0 || q_at.numel() == 0 || form.estimator == MmdEstimator::random_features ||
            x.q.size(2) / parts > cuda::kMostHeadFeatures)
            return plain_kernels().marginal(x, k_at, q_at, form);  // nothing, linear, or too wide for the kernel
        const auto z = torch::cat({mmd_pick(x.k, k_at, parts), mmd_pick(x.q, q_at, parts)}, 1);
        return CudaMmd::apply(z, kernels_, k_at.numel(), differentiable(x));
    }

    [[nodiscard]] AttentionSummary summary(const Projected& x, const Sight& sight,
                                           const Attended& attended) const override {
        const torch::NoGradGuard quiet;
        const auto q = adjacent(x.q), k = adjacent(x.k);
        const auto here = torch::TensorOptions().device(q.device());
        AttentionSummary s;
        s.spread = torch::full({q.size(0), x.heads, q.size(1)}, -1, here.dtype(torch::kFloat));
        s.best = torch::zeros({q.size(0), q.size(1)}, here.dtype(torch::kLong));
        check(kernels_->attention_summary({head_shape(q, x.heads), sight.cells()}, read_view<float>(q),
                                          read_view<float>(k), attended.kept.const_data_ptr<float>(),
                                          s.spread.mutable_data_ptr<float>(), s.best.mutable_data_ptr<std::int64_t>(),
                                          stream_of(q)));
        return s;
    }

    [[nodiscard]] torch::Tensor probability(const Projected& x, const Sight& sight,
                                            const Attended& attended) const override {
        const torch::NoGradGuard quiet;
        const auto q = adjacent(x.q), k = adjacent(x.k);
        auto p = torch::zeros({q.size(0), x.heads, q.size(1), k.size(1)}, attended.kept.options());
        check(kernels_->attention_weights({head_shape(q, x.heads), sight.cells()}, read_view<float>(q),
                                          read_view<float>(k), attended.kept.const_data_ptr<float>(),
                                          p.mutable_data_ptr<float>(), stream_of(q)));
        return p;
    }

    [[nodiscard]] torch::Tensor cells(const Projected& x, const Sight& sight,
                                      const torch::Tensor& chosen) const override {
        auto all = torch::zeros({x.q.size(0), x.heads, x.q.size(1), x.k.size(1)}, chosen.options().dtype(torch::kBool));
        check(kernels_->unpack_words({head_shape(x.q, x.heads), sight.cells()}, x.q.size(1), x.k.size(1), words(chosen),
                                     reinterpret_cast<std::uint8_t*>(all.mutable_data_ptr<bool>()), stream_of(x.q)));
        return all;
    }

private:
    const cuda::Operators* kernels_;
};

}  // namespace

std::unique_ptr<KernelSet> cuda_kernel_set(const cuda::Operators& operators) {
    return std::make_unique<Cuda>(operators);
}

}  // namespace mica
