// Marginal alignment L_m: the squared MMD between the keys and the queries of a crossmodal block.
#pragma once

#include <torch/torch.h>

namespace mica {

enum class AlignmentSpace { per_head, concatenated };  // mean over heads, or one over all features
enum class MmdEstimator { exact, rows, random_features };

/// exact and rows: the V-statistic mean K(k,k') + mean K(q,q') - 2 mean K(k,q), K the mean of five Gaussians
/// exp(-dist^2 / (s c)), c = 1/4 ... 4; s, the mean squared distance over ordered pairs of both sides' elements, is a
/// constant to the gradient. random_features: |mean phi(k) - mean phi(q)|^2 with fixed random cosines and sines, linear
/// in the elements. The loss is the mean over heads; 0 where a side has no element or all elements coincide.
struct MmdForm {
    AlignmentSpace space = AlignmentSpace::per_head;
    MmdEstimator estimator = MmdEstimator::rows;
    std::int64_t rows = 1024;     // estimator rows: the most elements a side
    std::int64_t features = 320;  // estimator random_features: frequencies, a fifth of them for each bandwidth
};

constexpr double kMmdScales[] = {0.25, 0.5, 1, 2, 4};

/// The elements of a stream that enter the estimate: places b * T + t of the real steps (all of them, or an even
/// stride down to `rows`, the same ones in every run), int64. mask: B x T bool.
[[nodiscard]] torch::Tensor mmd_elements(const torch::Tensor& mask, const MmdForm& form);

/// Elements at those places of x (B x T x d), by part: parts x n x (d / parts).
[[nodiscard]] torch::Tensor mmd_pick(const torch::Tensor& x, const torch::Tensor& at, std::int64_t parts);

/// s of each part of z (parts x n x f), without a gradient.
[[nodiscard]] torch::Tensor mmd_width(const torch::Tensor& z);

/// The estimate `random_features` for k and q as mmd_pick gives them.
[[nodiscard]] torch::Tensor random_feature_discrepancy(const torch::Tensor& k, const torch::Tensor& q,
                                                       std::int64_t frequencies);

}  // namespace mica
