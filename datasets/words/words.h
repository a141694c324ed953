// Word timings from the files that aligners and transcribers write. One parser per format; all give words in
// order of time, or one Error naming the file, the line and the reason.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "datasets/types/clip.h"

namespace mica {

struct WordFile {
    std::vector<Word> words;  // begin < end, in order, not overlapping
    std::string note;         // what a person should know ("words of a cue share its time"); may be empty
};

/// Reads a file by its extension: .align, .TextGrid, .wdseg, .srt, .vtt, .json. At most 16 MB and 200,000 words.
/// Throws Error: unreadable, malformed, no words, times that are negative, reversed, not finite or overlap
/// by more than 1 ms (a smaller overlap is rounding and is cut off).
[[nodiscard]] WordFile read_words(const std::filesystem::path& file);

/// The word file of that path but for its extension, with any that read_words() knows; empty where there is none.
[[nodiscard]] std::filesystem::path find_word_file(const std::filesystem::path& stem);

/// The extensions that read_words() knows, in lower case with the dot.
[[nodiscard]] const std::vector<std::string>& word_file_extensions();

// The parsers, from text in UTF-8; `file` is only for messages.

/// GRID: "start end word" a line, times in 1/25000 s; sil and sp are pauses and are left out.
[[nodiscard]] WordFile parse_align(std::string_view text, const std::string& file);
/// Praat, long or short form. The tier: named like "words" (any case), else the first interval tier. Empty
/// intervals and the marks sil, sp, spn, <eps>, <s>, </s> are pauses.
[[nodiscard]] WordFile parse_textgrid(std::string_view text, const std::string& file);
/// The forced alignment of IEMOCAP: "first frame, last frame, score, word" a line, 1/100 s a frame. Pauses and sounds
/// such as ++LAUGHTER++ are left out, the number of a way to say a word ("ME(2)") is taken off.
[[nodiscard]] WordFile parse_wdseg(std::string_view text, const std::string& file);
/// SubRip cues; the words of one cue share its time, since the file does not say more.
[[nodiscard]] WordFile parse_srt(std::string_view text, const std::string& file);
/// WebVTT cues; <00:00:01.000> time tags inside a cue are used, otherwise the words of a cue share its time.
[[nodiscard]] WordFile parse_vtt(std::string_view text, const std::string& file);
/// {"words": [{"word"|"text", "start", "end"}]}, {"segments": [{"words": [...]}]} or a bare array.
[[nodiscard]] WordFile parse_words_json(std::string_view text, const std::string& file);

}  // namespace mica
