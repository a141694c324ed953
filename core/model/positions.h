// Positional codes: sines and cosines of step numbers or of seconds.
#pragma once

#include <torch/torch.h>

namespace mica {

/// B x T positions: real steps are counted from 1, all others are 0. mask: B x T bool. int64.
[[nodiscard]] torch::Tensor counted_positions(const torch::Tensor& mask);

/// As the public MulT code has it: t + 1 where the first feature of step t is not 0, else 0. x: B x T x d. int64.
[[nodiscard]] torch::Tensor absolute_positions(const torch::Tensor& x);

/// B x T x d: [sin(p f_i) | cos(p f_i)], f_i = exp(-i ln 10000 / (h - 1)), h = d / 2; an odd d ends in a zero column;
/// p = 0 gives zeros. `positions`: B x T int64.
[[nodiscard]] torch::Tensor position_code(const torch::Tensor& positions, std::int64_t d, torch::ScalarType type);

/// The same for p = times * rate, a real number; zeros where mask is false. times: B x T double, seconds.
[[nodiscard]] torch::Tensor time_code(const torch::Tensor& times, const torch::Tensor& mask, double rate,
                                      std::int64_t d, torch::ScalarType type);

}  // namespace mica
