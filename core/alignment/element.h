// Element alignment L_e (Eq. 2): the cells that attention chooses, carried over the layers, and the distance of
// their queries and keys.
#pragma once

#include <torch/torch.h>

namespace mica {

enum class Reduction { mean, sum };            // mean: over |V|, then samples and heads; sum: the printed formula
enum class ElementDistance { raw, relative };  // relative: |q - k|^2 over mean |q|^2 + mean |k|^2

/// What one block chose. B x H x Tt x Ts bool; gamma: B x H in the type of the probabilities.
struct Selection {
    torch::Tensor w, v, gamma;  // w only where asked for
};

/// See select_cells. probability: B x H x Tt x Ts; target_mask: B x Tt, source_mask: B x Ts bool. `before`: V of the
/// layer below, or undefined; it is joined in place unless `keep` (then it stays as it is, and w is given too).
[[nodiscard]] Selection select(const torch::Tensor& probability, const torch::Tensor& target_mask,
                               const torch::Tensor& source_mask, double tau, const torch::Tensor& before, bool keep);

/// Loss of one block, a scalar. q: B x Tt x d, k: B x Ts x d.
[[nodiscard]] torch::Tensor element_discrepancy(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v,
                                                const torch::Tensor& target_mask, const torch::Tensor& source_mask,
                                                std::int64_t heads, Reduction reduction, ElementDistance distance);

}  // namespace mica
