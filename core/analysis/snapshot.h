// Attention of one clip as plain values, out of a traced forward pass.
#pragma once

#include <cstddef>

#include "core/model/model.h"
#include "core/reports/reports.h"

namespace mica {

/// Maps of a batch of one clip, real steps only, in the order of the trace. Where all layers together have more
/// than `most_cells` cells (over heads), the first layers are left out: the last ones say what the model uses.
[[nodiscard]] std::vector<AttentionMap> attention_maps(const Batch& one, const std::vector<BlockTrace>& trace,
                                                       std::size_t most_cells = std::size_t{1} << 25);

}  // namespace mica
