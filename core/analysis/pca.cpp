#include "core/analysis/pca.h"

#include <torch/torch.h>

#include <algorithm>

namespace mica {

PrincipalComponents principal_components(const std::vector<float>& values, std::size_t features, int dimensions) {
    PrincipalComponents result;
    if (features == 0 || values.empty()) return result;
    const auto n = static_cast<std::int64_t>(values.size() / features), f = static_cast<std::int64_t>(features);
    result.at.resize(static_cast<std::size_t>(n));
    const torch::NoGradGuard quiet;
    torch::Tensor x = torch::tensor(values).view({n, f}).to(torch::kDouble);
    x = x - x.mean(0, true);
    const auto [variance, vectors] = torch::linalg_eigh(torch::matmul(x.t(), x), "L");  // ascending
    const double total = variance.clamp_min(0).sum().item<double>();
    for (std::int64_t d = 0; d < std::min<std::int64_t>(dimensions, f); ++d) {
        torch::Tensor axis = vectors.select(1, f - 1 - d);
        if (axis[axis.abs().argmax()].item<double>() < 0) axis = -axis;
        const torch::Tensor along = torch::matmul(x, axis).contiguous();
        for (std::int64_t i = 0; i < n; ++i)
            result.at[static_cast<std::size_t>(i)][static_cast<std::size_t>(d)] =
                static_cast<float>(along.data_ptr<double>()[i]);
        const double share = variance[f - 1 - d].item<double>();
        result.explained[static_cast<std::size_t>(d)] = total > 0 ? std::max(0.0, share) / total : 0;
    }
    return result;
}

}  // namespace mica
