// Who speaks in the sample set: voices of espeak-ng with a face each. No speaker is in two splits.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "datasets/types/clip.h"

namespace mica {

using Colour = std::array<float, 3>;  // red, green, blue in [0, 1]

struct Speaker {
    const char* voice;  // espeak-ng's voice and variant
    int pitch;          // espeak-ng's base pitch, 0 to 100
    int rate;           // words per minute
    Colour skin, hair, iris, shirt, backdrop;
    int haircut;  // 0 short, 1 long, 2 tied back
};

inline constexpr std::size_t kSpeakers = 18;

[[nodiscard]] const Speaker& speaker(std::size_t i);
/// A speaker of the split's own (12 train, 3 validate, 3 test), picked by `bits`.
[[nodiscard]] std::size_t speaker_of(Split split, std::uint64_t bits);

}  // namespace mica
