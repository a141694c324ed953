// The squared maximum mean discrepancy of two element sets, and its gradient, in one pass over the pairs.
#pragma once

#include <cstdint>

#include "core/kernels/share.h"

namespace mica {

struct MmdShape {
    std::int64_t parts = 1, features = 0;  // parts: heads, each an estimate of its own
    std::int64_t keys = 0, queries = 0;    // elements of each side
};

/// The mean over parts of sum_ij a_i a_j K(z_i, z_j), which is the V-statistic mean K(k,k') + mean K(q,q') -
/// 2 mean K(k,q) where a_i is 1 / |keys| for a key and -1 / |queries| for a query. K is the mean of five Gaussians
/// exp(-dist^2 / (s c)), c = 1/4, 1/2, 1, 2, 4; s, the mean squared distance over ordered pairs of the part's joint
/// set, is a constant to the gradient. z: parts x features x (keys, then queries); gradient: the same shape,
/// overwritten, or null: of the sum over parts, not of the mean. A part whose side is empty or whose elements all
/// coincide gives 0 and no gradient. The pairs are cut into pieces by their number alone, whose sums are added in
/// order: the same bits however `share` shares them out.
[[nodiscard]] double mmd_squared(const MmdShape& shape, const float* z, float* gradient, const Share& share);

}  // namespace mica
