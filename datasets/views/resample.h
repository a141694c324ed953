// A stream on other steps: a steadier rate, one step per word, or fewer steps. Values may be absent (an outline: `values`
// empty); times and flags then come out as they would with them.
#pragma once

#include <cstdint>
#include <vector>

#include "datasets/types/clip.h"

namespace mica {

/// Steps of 1 / rate seconds from the stream's first time to its last, the last one cut short where they do not fit. A
/// step is the mean of the old steps in it, each weighted by the time that both share; where the new rate is higher, it
/// is the old step that shares most of it. Flagged old steps are left out; a new step without any unflagged one is a row
/// of zeros, flagged. Without times (`stream_rate` steps per
/// second, > 0) the same from step counts, and the result has no times either.
[[nodiscard]] Stream resampled(const Stream& stream, double stream_rate, double rate);

/// One step per word: the plain mean of the unflagged steps that share more than 1e-5 s with it (as the CMU
/// Multimodal SDK aligns), times as the words'. A word without any is a row of zeros, flagged. The stream has times.
[[nodiscard]] Stream aligned_to_words(const Stream& stream, const std::vector<Word>& words);

/// The first (or last) `longest` steps.
void truncate(Stream& stream, std::size_t longest, bool keep_end);

}  // namespace mica
