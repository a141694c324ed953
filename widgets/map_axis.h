// What stands along one side of an attention map: a stream's steps with their times and words.
#pragma once

#include <QString>

#include <limits>
#include <vector>

#include "datasets/types/clip.h"

namespace mica {

struct MapAxis {
    Modality modality = Modality::text;
    std::vector<Interval> times;       // one per step in seconds, or empty: times unknown (the map says so)
    std::vector<QString> labels;       // one per step (words), or empty
    std::vector<std::uint8_t> masked;  // one per step: the model sees a mask there; empty: none
    std::vector<std::uint8_t> valid;   // one per step (0: flagged, e.g. no face); empty: all
};

/// The axis of a clip's stream, as step_axis has it; most: the model may keep only the first steps.
[[nodiscard]] MapAxis mapAxis(const Clip& clip, Modality modality,
                              std::size_t most = std::numeric_limits<std::size_t>::max());
/// "word 3 “blue” (masked), 0.52-0.71 s" or "frame 7, 0.28-0.32 s"; "step 7, time unknown".
[[nodiscard]] QString stepText(const MapAxis& axis, int step);
/// Step whose interval holds the time, or -1.
[[nodiscard]] int stepAtTime(const MapAxis& axis, double seconds);

}  // namespace mica
