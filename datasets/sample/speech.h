// Speech from espeak-ng with the times of its words and phonemes (speech.cpp is the only file that includes
// espeak-ng).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "datasets/media/media.h"
#include "datasets/types/interval.h"

namespace mica {

struct Phoneme {
    std::string name;  // espeak-ng's mnemonic; starts with '_' for a pause
    double begin = 0;  // seconds
};

struct Speech {
    Sound sound;                    // at the library's own rate (22.05 kHz)
    std::vector<Interval> words;    // one per word given
    std::vector<Phoneme> phonemes;  // in order
};

/// Speaks the words as one sentence. The same words, voice, pitch and rate give the same bits, whatever was
/// spoken before and on whichever thread. One thread at a time is inside. Throws Error where the library or
/// the voice is missing.
[[nodiscard]] Speech speak(const std::vector<std::string>& words, const std::string& voice, int pitch, int rate);

/// The library's version and the folder of its voices.
[[nodiscard]] std::string speech_version();

}  // namespace mica
