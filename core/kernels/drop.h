// Dropout of activations on its own, in one pass over them.
#pragma once

#include "core/kernels/dropout.h"
#include "core/kernels/rows.h"

namespace mica {

/// to = Drop(base + scale x), n features a row, rows `first` to `last`; base without data: 0. Draws from plane 0, rows
/// by their number. Also the way of the gradient (without base).
void drop_rows(const Dropout& dropout, std::int64_t n, float scale, const Matrix<const float>& base,
               const Matrix<const float>& x, const Matrix<float>& to, std::int64_t first, std::int64_t last);

}  // namespace mica
