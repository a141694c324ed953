// From tensors to the plain views that kernels take.
#pragma once

#include <torch/torch.h>

#include "core/kernels/sequence.h"

namespace mica {

/// A B x T x d tensor whose last dimension is adjacent in memory.
template <class Real>
[[nodiscard]] Sequence<const Real> read_view(const torch::Tensor& x) {
    return {x.const_data_ptr<Real>(), x.size(1), x.stride(0), x.stride(1)};
}

template <class Real>
[[nodiscard]] Sequence<Real> write_view(torch::Tensor& x) {
    return {x.mutable_data_ptr<Real>(), x.size(1), x.stride(0), x.stride(1)};
}

/// Of a contiguous tensor of booleans.
[[nodiscard]] inline const std::uint8_t* bytes(const torch::Tensor& x) {
    return reinterpret_cast<const std::uint8_t*>(x.const_data_ptr<bool>());
}

[[nodiscard]] inline HeadShape head_shape(const torch::Tensor& x, std::int64_t heads) {
    return {x.size(0), heads, x.size(2) / heads};
}

/// x itself where its features are adjacent, else a copy.
[[nodiscard]] inline torch::Tensor adjacent(const torch::Tensor& x) { return x.stride(-1) == 1 ? x : x.contiguous(); }

}  // namespace mica
