// What a clip of the sample set says, how it is acted, and what that makes its label: the truth behind the
// set, before any sound or picture. docs/sample-set.md explains it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "datasets/types/clip.h"

namespace mica {

/// Raised whenever a change gives other clips for the same seed.
inline constexpr int kSampleRecipe = 1;

/// A word of the script with what face and voice do around it: -1 frown or lowered voice, 0 nothing, +1 smile
/// or raised voice.
struct ScriptWord {
    std::string text;
    double worth = 0;  // 0: a filler, whose expressions mean nothing
    int face = 0, voice = 0;
};

struct Script {
    std::vector<ScriptWord> words;
    std::size_t speaker = 0;
    double label = 0;  // in [-3, 3]
};

/// Share of its worth that a word gives to the label, by face and voice (-1, 0, 1 each).
[[nodiscard]] double share(int face, int voice);
/// The sum over the words of worth times share, before noise and clipping.
[[nodiscard]] double meaning(const std::vector<ScriptWord>& words);

/// The split a clip belongs to: of every twelve clips ten train, one validates, one tests.
[[nodiscard]] Split sample_split(std::size_t clip);
/// The script of clip number `clip`; depends on the seed and the number only.
[[nodiscard]] Script write_script(std::uint64_t seed, std::size_t clip);

/// All worths that a word can have, ascending, without 0.
[[nodiscard]] const std::vector<double>& worths();

}  // namespace mica
