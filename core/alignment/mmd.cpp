#include "core/alignment/mmd.h"

#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <numeric>
#include <vector>

#include "core/alignment/mmd_kernel.h"
#include "core/alignment/parallel.h"
#include "core/alignment/tensor_views.h"

namespace mica {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::tensor_list;
using torch::autograd::Variable;

// Picked elements of head h into columns [first, first + count) of z (features x columns), and the way back.
template <class Real>
void gather(const torch::Tensor& x, const torch::Tensor& at, std::int64_t features, std::int64_t h, std::int64_t first,
            std::int64_t columns, Real* z) {
    const auto view = read_view<Real>(x);
    const auto* places = at.const_data_ptr<std::int64_t>();
    for (std::int64_t n = 0; n < at.numel(); ++n) {
        const Real* row = view.at(places[n] / view.steps, places[n] % view.steps) + h * features;
        for (std::int64_t f = 0; f < features; ++f) z[f * columns + first + n] = row[f];
    }
}

template <class Real>
void scatter(const Real* z, const torch::Tensor& at, std::int64_t features, std::int64_t h, std::int64_t first,
             std::int64_t columns, Real scale, torch::Tensor& x) {
    const auto view = write_view<Real>(x);
    const auto* places = at.const_data_ptr<std::int64_t>();
    for (std::int64_t n = 0; n < at.numel(); ++n) {
        Real* row = view.at(places[n] / view.steps, places[n] % view.steps) + h * features;
        for (std::int64_t f = 0; f < features; ++f) row[f] = scale * z[f * columns + first + n];
    }
}

// The gradient is made with the value: the pairs are visited once, and it is no larger than the inputs.
struct MmdFunction : torch::autograd::Function<MmdFunction> {
    static Variable forward(AutogradContext* ctx, const Variable& k, const torch::Tensor& k_at, const Variable& q,
                            const torch::Tensor& q_at, std::int64_t heads, bool differentiate) {
        const std::int64_t features = k.size(2) / heads, nk = k_at.numel(), nq = q_at.numel(), n = nk + nq;
        std::vector<double> value(static_cast<std::size_t>(heads));
        torch::Tensor dk, dq;
        if (differentiate) {
            dk = torch::zeros(k.sizes(), k.options().requires_grad(false));
            dq = torch::zeros(q.sizes(), k.options().requires_grad(false));
        }
        AT_DISPATCH_FLOATING_TYPES(k.scalar_type(), "mmd", [&] {
            const auto scale = static_cast<scalar_t>(1.0 / static_cast<double>(heads));
            parallel_for(heads, n * n / 2, [&](std::int64_t begin, std::int64_t end) {
                const auto size = static_cast<std::size_t>(features * n);
                std::vector<scalar_t> z(size), gradient(differentiate ? size : 0);
                for (std::int64_t h = begin; h < end; ++h) {
                    gather(k, k_at, features, h, 0, n, z.data());
                    gather(q, q_at, features, h, nk, n, z.data());
                    value[static_cast<std::size_t>(h)] =
                        mmd_squared(z.data(), features, nk, nq, differentiate ? gradient.data() : nullptr);
                    if (!differentiate) continue;
                    scatter(gradient.data(), k_at, features, h, 0, n, scale, dk);
                    scatter(gradient.data(), q_at, features, h, nk, n, scale, dq);
                }
            });
        });
        ctx->save_for_backward({dk, dq});
        const double mean = std::accumulate(value.begin(), value.end(), 0.0) / static_cast<double>(heads);
        return torch::full({}, mean, k.options().requires_grad(false));
    }

    static tensor_list backward(AutogradContext* ctx, const tensor_list& grads) {
        const auto saved = ctx->get_saved_variables();
        return {saved[0] * grads[0], torch::Tensor(), saved[1] * grads[0],
                torch::Tensor(),     torch::Tensor(), torch::Tensor()};
    }
};

constexpr double kScales[] = {0.25, 0.5, 1, 2, 4};

torch::Tensor random_feature_discrepancy(const torch::Tensor& k, const torch::Tensor& k_at, const torch::Tensor& q,
                                         const torch::Tensor& q_at, std::int64_t heads, std::int64_t frequencies) {
    const auto pick = [&](const torch::Tensor& x, const torch::Tensor& at) {  // H x n x f
        return x.reshape({-1, heads, x.size(2) / heads}).index_select(0, at).transpose(0, 1);
    };
    const auto ks = pick(k, k_at), qs = pick(q, q_at);
    const auto each = std::max<std::int64_t>(frequencies / 5, 1), features = ks.size(2);
    const auto joint = torch::cat({ks, qs}, 1).detach();
    const auto n = static_cast<double>(joint.size(1));
    const auto s = joint.var(1, false).sum(1).mul(2 * n / std::max(n - 1, 1.0)).clamp_min(1e-30);  // H
    // the same frequencies in every call: the estimate must not add noise of its own to the training
    auto generator = at::make_generator<at::CPUGeneratorImpl>(std::uint64_t{0x6d696361});
    const auto directions = torch::randn({features, 5 * each}, generator, ks.options().requires_grad(false));
    std::vector<torch::Tensor> scales;
    for (const double c : kScales) scales.push_back(torch::full({each}, 2 / c, ks.options().requires_grad(false)));
    const auto width = (torch::cat(scales).unsqueeze(0) / s.unsqueeze(1)).sqrt().unsqueeze(1);  // H x 1 x 5 each
    const auto a = torch::matmul(ks, directions) * width, b = torch::matmul(qs, directions) * width;
    const auto cosines = a.cos().mean(1) - b.cos().mean(1), sines = a.sin().mean(1) - b.sin().mean(1);
    return (cosines.square() + sines.square()).mean();
}

}  // namespace

torch::Tensor mmd_elements(const torch::Tensor& mask, const MmdForm& form) {
    auto at = mask.reshape(-1).nonzero().squeeze(1);
    if (form.estimator != MmdEstimator::rows || at.numel() <= form.rows) return at;
    // single-precision places, truncated: the rows that the published-formula yardstick picks
    const auto stride = torch::linspace(0, static_cast<double>(at.numel() - 1), form.rows, torch::kFloat);
    return at.index_select(0, stride.to(torch::kLong)).contiguous();
}

torch::Tensor marginal_discrepancy(const torch::Tensor& k, const torch::Tensor& k_at, const torch::Tensor& q,
                                   const torch::Tensor& q_at, std::int64_t heads, const MmdForm& form) {
    const std::int64_t parts = form.space == AlignmentSpace::concatenated ? 1 : heads;
    if (k_at.numel() == 0 || q_at.numel() == 0) return torch::zeros({}, k.options().requires_grad(false));
    if (form.estimator == MmdEstimator::random_features)
        return random_feature_discrepancy(k, k_at, q, q_at, parts, form.features);
    const bool differentiate = torch::GradMode::is_enabled() && (k.requires_grad() || q.requires_grad());
    return MmdFunction::apply(adjacent(k), k_at, adjacent(q), q_at, parts, differentiate);
}

}  // namespace mica
