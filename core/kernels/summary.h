// What reports say about attention, computed again from what attention_forward kept.
#pragma once

#include "core/kernels/selection.h"

namespace mica {

/// weight (B x H x Tt x Ts): the probabilities before dropout; 0 where a cell is hidden or padding. For one job.
void attention_weights(const BlockShape& shape, const Sequence<const float>& q, const Sequence<const float>& k,
                       const float* lse, float* weight, std::int64_t first_job, std::int64_t last_job);

/// spread (B x H x Tt): a row's entropy over that of uniform attention to what it sees; -1 where it sees fewer than
/// two steps. best (B x Tt): the source step with the largest mean probability over the heads; 0 where there is none.
void attention_summary(const BlockShape& shape, const Sequence<const float>& q, const Sequence<const float>& k,
                       const float* lse, float* spread, std::int64_t* best, std::int64_t first_sample,
                       std::int64_t last_sample);

/// cell (B x H x Tt x Ts, 0 or 1) from words of chosen cells (see words_of).
void unpack_words(const BlockShape& shape, std::int64_t target_steps, std::int64_t source_steps,
                  const std::uint16_t* words, std::uint8_t* cell);

}  // namespace mica
