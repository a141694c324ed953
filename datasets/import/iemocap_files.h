// The text files of IEMOCAP's tree, apart from their words' times (datasets/words).
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "datasets/types/interval.h"

namespace mica {

/// An utterance as its dialogue's evaluation file has it.
struct IemocapUtterance {
    std::string id;                   // "Ses01F_impro05_F019": letters, digits and underscores only
    Interval time;                    // seconds of the dialogue
    std::string category;             // "ang", "hap", "xxx" (the raters did not agree) ...
    std::array<double, 3> ratings{};  // valence, arousal, dominance: 1 to 5
    [[nodiscard]] std::string dialogue() const { return id.substr(0, id.rfind('_')); }
    [[nodiscard]] char speaker() const { return id[id.rfind('_') + 1]; }  // F or M
    /// Of the two actors the one whose movements this recording captured, who names it: F or M.
    [[nodiscard]] char captured() const { return id[5]; }
};

/// The lines "[begin - end] TAB utterance TAB category TAB [v, a, d]" of EmoEvaluation/DIALOGUE.txt; the raters' own lines
/// between them are passed over. Throws Error naming `file` and the line.
[[nodiscard]] std::vector<IemocapUtterance> parse_iemocap_evaluation(std::string_view text, const std::string& file);

/// The lines "utterance [begin-end]: text" of transcriptions/DIALOGUE.txt; other lines are passed over.
[[nodiscard]] std::map<std::string, std::string> parse_iemocap_transcription(std::string_view text);

}  // namespace mica
