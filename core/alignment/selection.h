// The cells that element alignment looks at (Eq. 2): W = probability > gamma, V = union of W over the layers.
#pragma once

#include "core/alignment/sequence.h"

namespace mica {

struct SelectionShape {
    std::int64_t batch = 0, heads = 0, rows = 0, columns = 0;
};

/// For each sample and head: n = (real rows) x (real columns) cells count; gamma is the value at 0-based
/// descending rank floor(tau n) among them, so that without ties exactly floor(tau n) lie above it; -1 and all
/// real cells where that rank does not exist. A NaN among the cells selects nothing there (gamma NaN).
/// probability: B x H x Tt x Ts; real_rows: B x Tt and real_columns: B x Ts bytes. v is overwritten with W, or
/// gets W added where `join`; w: a copy of W, or null; gamma: B x H.
template <class Real>
void select_cells(const SelectionShape& shape, const Real* probability, const std::uint8_t* real_rows,
                  const std::uint8_t* real_columns, double tau, bool join, std::uint8_t* v, std::uint8_t* w,
                  Real* gamma);

}  // namespace mica
