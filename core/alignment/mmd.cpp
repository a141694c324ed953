#include "core/alignment/mmd.h"

#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <vector>

namespace mica {

torch::Tensor mmd_elements(const torch::Tensor& mask, const MmdForm& form) {
    auto at = mask.reshape(-1).nonzero().squeeze(1);
    if (form.estimator != MmdEstimator::rows || at.numel() <= form.rows) return at;
    // single-precision places, truncated: the rows that the published-formula yardstick picks; made on the CPU, as another
    // device rounds otherwise
    const auto stride = torch::linspace(0, static_cast<double>(at.numel() - 1), form.rows, torch::kFloat);
    return at.index_select(0, stride.to(torch::kLong).to(at.device())).contiguous();
}

torch::Tensor mmd_pick(const torch::Tensor& x, const torch::Tensor& at, std::int64_t parts) {
    return x.reshape({-1, parts, x.size(2) / parts}).index_select(0, at).transpose(0, 1);
}

torch::Tensor mmd_width(const torch::Tensor& z) {
    const auto n = static_cast<double>(z.size(1));
    return z.detach().var(1, false).sum(1).mul(2 * n / std::max(n - 1, 1.0));
}

torch::Tensor random_feature_discrepancy(const torch::Tensor& k, const torch::Tensor& q, std::int64_t frequencies) {
    const auto each = std::max<std::int64_t>(frequencies / 5, 1);
    const auto s = mmd_width(torch::cat({k, q}, 1)).clamp_min(1e-30);
    // the same frequencies in every call: the estimate must not add noise of its own to the training
    auto generator = at::make_generator<at::CPUGeneratorImpl>(std::uint64_t{0x6d696361});
    const auto directions =
        torch::randn({k.size(2), 5 * each}, generator, torch::dtype(k.scalar_type())).to(k.device());
    std::vector<torch::Tensor> scales;
    for (const double c : kMmdScales) scales.push_back(torch::full({each}, 2 / c, k.options().requires_grad(false)));
    const auto width = (torch::cat(scales).unsqueeze(0) / s.unsqueeze(1)).sqrt().unsqueeze(1);  // H x 1 x 5 each
    const auto a = torch::matmul(k, directions) * width, b = torch::matmul(q, directions) * width;
    const auto cosines = a.cos().mean(1) - b.cos().mean(1), sines = a.sin().mean(1) - b.sin().mean(1);
    return (cosines.square() + sines.square()).mean();
}

}  // namespace mica
