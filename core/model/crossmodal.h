// What crossmodal blocks of every model share beside their layers: the alignment losses over their queries and keys, heads
// that are silenced, and the trace.
#pragma once

#include <torch/torch.h>

#include <vector>

#include "core/alignment/kernel_set.h"
#include "core/model/model.h"

namespace mica {

struct AlignmentForm {
    bool mmd = true, pea = true, propagate = true;  // L_m; L_e; V = union over layers instead of W
    MmdForm marginal;
    Reduction reduction = Reduction::mean;
    ElementDistance distance = ElementDistance::raw;
};

/// One forward pass over crossmodal blocks. Blocks are numbered by layer and by place in `pairs`; layers of a pair come in
/// order.
class CrossmodalPass {
public:
    CrossmodalPass(const AlignmentForm& form, const AlignmentSettings& live, Trace trace, std::vector<Pair> pairs,
                   const KernelSet& kernels);

    /// What the block's heads give, without those that are silenced.
    [[nodiscard]] Attended attend(std::size_t layer, std::size_t pair, const Projected& x, const Sight& sight,
                                  const Dropout& dropout) const;
    /// Adds the block's losses and its record. Elements: mmd_elements of the source and of the target.
    void align(std::size_t layer, std::size_t pair, const Projected& x, const Sight& sight, const Attended& attended,
               const torch::Tensor& source_elements, const torch::Tensor& target_elements);
    /// L_m, L_e and the trace, beside out.prediction.
    void finish(ModelOutput& out);

private:
    [[nodiscard]] BlockTrace record(std::size_t layer, Pair pair, const Projected& x, const Sight& sight,
                                    const Attended& attended, const Selection& chosen) const;

    AlignmentForm form_;
    AlignmentSettings live_;
    Trace trace_;
    std::vector<Pair> pairs_;
    const KernelSet& kernels_;
    std::vector<torch::Tensor> seen_;                // by pair: V so far
    std::vector<torch::Tensor> marginal_, element_;  // a scalar for each block
    std::vector<BlockTrace> records_;
};

}  // namespace mica
