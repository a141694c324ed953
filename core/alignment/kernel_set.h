// Attention and the alignment losses of one block, in two versions that compute the same: `plain`, straight tensor
// operations to read and to compare with, in single and double precision; `fused`, kernels that never store a matrix of
// cells, in single precision, on the CPU and on CUDA.
#pragma once

#include <torch/torch.h>

#include <cstdint>

#include "core/alignment/mmd.h"
#include "core/alignment/sight.h"
#include "core/kernels/dropout.h"

namespace mica {

enum class Kernels { fused, plain };
enum class Reduction { mean, sum };            // mean: over |V|, then samples and heads; sum: the printed formula
enum class ElementDistance { raw, relative };  // relative: |q - k|^2 over mean |q|^2 + mean |k|^2

/// q: B x Tt x d, k and v: B x Ts x d, head h owning d / heads adjacent features.
struct Projected {
    torch::Tensor q, k, v;
    std::int64_t heads = 1;
};

struct Attended {
    torch::Tensor values;  // B x Tt x d
    torch::Tensor kept;    // of the version that made it: probabilities (B x H x Tt x Ts), or log-sum-exps (B x H x Tt)
};

/// What one block chose (Eq. 2): W = probability > gamma, V = union of W over the layers. v and w are the own form of
/// the version that made them: B x H x Tt x Ts bool, or words of bits.
struct Selection {
    torch::Tensor v, w;   // w only where asked for
    torch::Tensor gamma;  // B x H, in the type of q
    torch::Tensor count;  // B x H int64: |V|
};

/// What reports say of a block's attention.
struct AttentionSummary {
    torch::Tensor spread;  // B x H x Tt: a row's entropy over that of uniform; -1 where it sees fewer than two steps
    torch::Tensor best;    // B x Tt int64: the source step with the largest mean probability over the heads
};

class KernelSet {
public:
    virtual ~KernelSet() = default;

    /// softmax(q k^T / sqrt(f)) v over the cells a row sees; 0 for rows that see nothing. Dropout acts on the weights.
    [[nodiscard]] virtual Attended attend(const Projected& x, const Sight& sight, const Dropout& dropout) const = 0;

    /// For each sample and head: gamma is the probability at 0-based descending rank floor(tau n) of its n real cells
    /// (hidden ones with probability 0), so that without ties exactly that many lie above it; -1 and all real cells
    /// where that rank does not exist. A NaN among the cells selects nothing there (gamma NaN). `before`: V of the
    /// layer below, or undefined; it may be joined in place unless `keep` (then it stays as it is, and w is given too).
    [[nodiscard]] virtual Selection select(const Projected& x, const Sight& sight, const Attended& attended, double tau,
                                           const torch::Tensor& before, bool keep) const = 0;

    /// L_e of one block, a scalar: the sum over V of |q - k|^2, reduced.
    [[nodiscard]] virtual torch::Tensor element(const Projected& x, const Sight& sight, const Selection& chosen,
                                                Reduction reduction, ElementDistance distance) const = 0;

    /// L_m of one block, a scalar: see mmd.h. k_at, q_at: mmd_elements.
    [[nodiscard]] virtual torch::Tensor marginal(const Projected& x, const torch::Tensor& k_at,
                                                 const torch::Tensor& q_at, const MmdForm& form) const = 0;

    [[nodiscard]] virtual AttentionSummary summary(const Projected& x, const Sight& sight,
                                                   const Attended& attended) const = 0;
    /// B x H x Tt x Ts probabilities before dropout, 0 in hidden cells.
    [[nodiscard]] virtual torch::Tensor probability(const Projected& x, const Sight& sight,
                                                    const Attended& attended) const = 0;
    /// V or W as B x H x Tt x Ts bool.
    [[nodiscard]] virtual torch::Tensor cells(const Projected& x, const Sight& sight,
                                              const torch::Tensor& chosen) const = 0;
};

/// Whether this build has the fused kernels (it was made with Highway).
[[nodiscard]] bool has_fused_kernels();

/// The plain version for what the fused one does not do (double precision, or a build without it: see
/// core/alignment/cuda_support.h for CUDA's).
[[nodiscard]] const KernelSet& kernel_set(Kernels kernels, torch::ScalarType type,
                                          torch::DeviceType device = torch::kCPU);

}  // namespace mica
