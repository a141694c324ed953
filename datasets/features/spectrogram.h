// The spectrogram of a clip's sound, for looking at.
#pragma once

#include <stop_token>

#include "datasets/media/media.h"
#include "datasets/types/spectrogram.h"

namespace mica {

/// Hann windows of 25 ms (rounded to samples), a column each 5 ms; where that would be more than 60,000 columns
/// (5 minutes) they lie further apart. Outside of the sound is silence. An empty sound gives an empty spectrogram.
/// Throws Error (a rate outside of 1,000 to 192,000 Hz), Cancelled.
[[nodiscard]] Spectrogram spectrogram(const Sound& sound, const std::stop_token& stop = {});

}  // namespace mica
