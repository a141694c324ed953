// Raises or lowers pitch and loudness of a stretch of sound, in the samples themselves.
#pragma once

#include <vector>

#include "datasets/media/media.h"
#include "datasets/types/interval.h"

namespace mica {

struct Tone {
    Interval time;         // seconds
    double semitones = 0;  // in the middle; fades in and out over kToneRamp
    double decibels = 0;
};

inline constexpr double kToneRamp = 0.05;  // seconds

/// How far a change over `time` is in force at t: 0 outside, 1 inside, raised cosines of `ramp` seconds between.
[[nodiscard]] double envelope(const Interval& time, double ramp, double t);

/// The sound at another rate (windowed sinc).
[[nodiscard]] Sound resample(const Sound& sound, int rate);

/// Changes pitch without changing duration: stretched by overlapping similar pieces (WSOLA: Verhelst and
/// Roelands 1993), then read back faster or slower. Tones must not overlap.
[[nodiscard]] Sound with_tones(const Sound& sound, const std::vector<Tone>& tones);

}  // namespace mica
