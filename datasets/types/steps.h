// The steps of a clip's stream as they are shown and exported: when each is, and which word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "datasets/types/clip.h"

namespace mica {

struct StepAxis {
    std::vector<Interval> times;       // seconds from the clip's start, one per step; empty: unknown
    std::vector<std::string> words;    // one per step; empty: steps are no words
    std::vector<std::uint8_t> masked;  // with the words: the model sees a mask there
    std::vector<std::uint8_t> valid;   // one per step (0: flagged, e.g. no face); empty: all
};

/// Words name text steps where they match in number and lend them their times; where all of these lie at 0 s, no time
/// is known. most: the model may keep only the first steps of a long stream.
[[nodiscard]] StepAxis step_axis(const Clip& clip, Modality modality,
                                 std::size_t most = std::numeric_limits<std::size_t>::max());

}  // namespace mica
