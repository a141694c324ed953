// Pixels of a spectrogram: which frequency lies at which height, and how loud it is. Pure functions, no window.
#pragma once

#include <QImage>

#include <vector>

#include "datasets/types/interval.h"
#include "datasets/types/spectrogram.h"
#include "widgets/color_scale.h"

namespace mica {

enum class FrequencyScale { linear, logarithmic, mel };

struct SpectrogramLook {
    FrequencyScale scale = FrequencyScale::mel;
    double range_db = 60;  // from the loudest moment of the clip down
    MapColours colours = MapColours::blue_yellow;
    bool operator==(const SpectrogramLook&) const = default;
};

/// Lowest frequency of a logarithmic axis, which has no 0.
inline constexpr double kLowestHertz = 50;

/// Hertz at a part (0 bottom, 1 top) of an axis up to `highest`.
[[nodiscard]] double hertzOfPart(FrequencyScale scale, double part, double highest);
[[nodiscard]] double partOfHertz(FrequencyScale scale, double hertz, double highest);
/// Round frequencies for labels, from below, whose parts lie at least `gap` apart and from both ends.
[[nodiscard]] std::vector<double> frequencyTicks(FrequencyScale scale, double highest, double gap);

/// `pixels` of the time range: the loudest of what each pixel covers, in between interpolated over frequencies.
/// Outside of the sound and below the range the weakest colour.
[[nodiscard]] QImage spectrogramImage(const Spectrogram& sound, const Interval& visible, const QSize& pixels,
                                      const SpectrogramLook& look, const ColourTable& table);

/// Level in dB at a moment and frequency; -120 outside.
[[nodiscard]] double decibelsAt(const Spectrogram& sound, double seconds, double hertz);

}  // namespace mica
