// The squared maximum mean discrepancy of two element sets, and its gradient, in one pass over the pairs.
#pragma once

#include <cstdint>

namespace mica {

/// sum_ij a_i a_j K(z_i, z_j), which is the V-statistic mean K(k,k') + mean K(q,q') - 2 mean K(k,q) where a_i is
/// 1 / |keys| for a key and -1 / |queries| for a query. K is the mean of five Gaussians exp(-dist^2 / (s c)),
/// c = 1/4, 1/2, 1, 2, 4; s, the mean squared distance over ordered pairs of the joint set, is a constant to
/// the gradient. z: features x count (feature-major); gradient: the same shape, overwritten, or null.
/// 0 (and no gradient) where a side is empty or all elements coincide.
[[nodiscard]] double mmd_squared(const float* z, std::int64_t features, std::int64_t keys, std::int64_t queries,
                                 float* gradient);

}  // namespace mica
