// Marginal alignment L_m: the squared MMD between the keys and the queries of a crossmodal block.
#pragma once

#include <torch/torch.h>

namespace mica {

enum class AlignmentSpace { per_head, concatenated };  // mean over heads, or one over all features
enum class MmdEstimator { exact, rows, random_features };

struct MmdForm {
    AlignmentSpace space = AlignmentSpace::per_head;
    MmdEstimator estimator = MmdEstimator::rows;
    std::int64_t rows = 1024;     // estimator rows: the most elements a side
    std::int64_t features = 320;  // estimator random_features: frequencies, a fifth of them for each bandwidth
};

/// The elements of a stream that enter the estimate: places b * T + t of the real steps (all of them, or an even
/// stride down to `rows`, the same ones in every run), int64. mask: B x T bool.
[[nodiscard]] torch::Tensor mmd_elements(const torch::Tensor& mask, const MmdForm& form);

/// Mean over heads of the squared MMD, a scalar. k: B x Ts x d with elements k_at, q: B x Tt x d with q_at.
/// exact and rows: the V-statistic mean K(k,k') + mean K(q,q') - 2 mean K(k,q), K the mean of five Gaussians.
/// random_features: |mean phi(k) - mean phi(q)|^2 with fixed random cosines and sines, linear in the elements.
/// 0 where a side has no element.
[[nodiscard]] torch::Tensor marginal_discrepancy(const torch::Tensor& k, const torch::Tensor& k_at,
                                                 const torch::Tensor& q, const torch::Tensor& q_at, std::int64_t heads,
                                                 const MmdForm& form);

}  // namespace mica
