// IEMOCAP as its authors give it out: five sessions of dialogues, cut into utterances.
#pragma once

#include <filesystem>
#include <string>

#include "datasets/import/import.h"

namespace mica {

enum class IemocapLabels {
    four,      // yes or no for each of neutral, happy, sad, angry; utterances of other categories are no part of it
    category,  // one of the raters' categories; utterances on which they did not agree are no part of it
    ratings    // valence, arousal and dominance, 1 to 5
};

/// The film of a dialogue shows both actors side by side. By the usual convention the one whose movements were captured,
/// who is the F or M of the dialogue's name (Ses01F..), is on the left.
enum class IemocapSide { captured_left, captured_right, whole };

struct IemocapOptions {
    std::filesystem::path folder;  // with Session1 .. Session5, or some of them
    IemocapLabels labels = IemocapLabels::four;
    bool excited_is_happy = false;  // "exc" counts as happy
    IemocapSide side = IemocapSide::captured_left;
    FeatureOptions features;
};

/// Sessions 3 to 5 train, 2 validates, 1 tests. Sound is the utterance's own file, pictures are its part of the dialogue's
/// film; the set names the sound for playing. Words are those of the forced alignment with their times; where it is
/// missing, those of the transcription without times. Throws Error, Cancelled.
[[nodiscard]] ImportSummary import_iemocap(const IemocapOptions& options, const std::filesystem::path& to,
                                           const Progress& progress, const std::stop_token& stop);

}  // namespace mica
