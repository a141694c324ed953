// Acoustic features of speech at a steady step rate: log-mel energies (or cepstra), loudness, pitch, voicing.
#pragma once

#include <string>
#include <vector>

#include "datasets/media/media.h"
#include "datasets/types/clip.h"

namespace mica {

/// Frames of 25 ms are taken every 10 ms; a step is the mean of the frames whose middle lies in it.
struct AcousticOptions {
    double rate = 25;      // steps per second, 1 to 100
    int bands = 26;        // log-mel bands from 60 to 7600 Hz, 8 to 64; ignored with cepstra
    bool cepstra = false;  // 13 cepstral coefficients (orthonormal DCT of 26 bands) in place of the bands
    bool changes = false;  // every feature's slope over five steps as well (per step)
    /// Every feature but voicing less its mean over the clip's voiced steps: voices differ in height and colour far
    /// more than a raised word does. Pitch stays 0 where nothing is voiced.
    bool relative = false;
    bool operator==(const AcousticOptions&) const = default;
};

/// The sampling rate that acoustic_features() wants its sound at.
inline constexpr int kAcousticSoundRate = 16000;

/// "mel00".. or "MFCC00"..; "energy" (dB under full scale); "F0" (semitones over 100 Hz, 0 where nothing is
/// voiced); "voicing" (0..1, share of voiced frames); with changes the same again as "d_NAME".
[[nodiscard]] std::vector<std::string> acoustic_names(const AcousticOptions& options);

/// What a recipe says of `relative`.
inline constexpr const char* kRelative = "voiced mean";

/// The recipe as JSON; two recipes that are equal give equal features.
[[nodiscard]] std::string acoustic_recipe(const AcousticOptions& options);

/// Features over [0, duration) with step i at [i, i + 1) / rate; sound that ends earlier counts as silence.
/// duration 0 means the sound's own. Always finite. Throws Error where the sound's rate is not
/// kAcousticSoundRate or an option is out of range. Safe to call from several threads at once.
[[nodiscard]] Stream acoustic_features(const Sound& sound, const AcousticOptions& options, double duration = 0);

}  // namespace mica
