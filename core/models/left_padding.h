// Batches as the public MulT code has them: padded in front to one length for the whole set, every step counted as real.
#pragma once

#include <torch/torch.h>

#include <vector>

#include "core/model/model.h"

namespace mica {

/// Where each step of a clip stands when the padding is in front.
struct LeftPadding {
    torch::Tensor mask;   // B x T bool: the clip's own steps, as the batch has them
    torch::Tensor place;  // B x T int64: where a step stands in the padded clip; 0 for padding
    torch::Tensor step;   // B x N int64: which step stands at a place; -1: padding
    bool moved = false;   // whether any step stands elsewhere than in the batch

    /// x: B x T x D -> B x N x D, zeros in front.
    [[nodiscard]] torch::Tensor padded(const torch::Tensor& x) const;
};

/// Of stream m: hidden steps (Batch::positions) keep their places. length: steps of a padded clip, if not fewer than the
/// batch has.
[[nodiscard]] LeftPadding left_padding(const Batch& batch, Modality m, std::int64_t length);

/// The record of a block over padded clips, for the steps as the batch has them. What attends most to padding has best
/// source step -1.
[[nodiscard]] BlockTrace as_in_batch(BlockTrace record, const LeftPadding& target, const LeftPadding& source);

}  // namespace mica
