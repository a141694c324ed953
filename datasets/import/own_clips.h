// A person's own recordings as a small set without labels, to be looked at with models that are trained already. Their
// features are made by the recipes of a run. docs/own-clips.md explains it.
#pragma once

#include <filesystem>
#include <stop_token>
#include <vector>

#include "datasets/features/recipe.h"
#include "datasets/import/import.h"
#include "datasets/types/dataset.h"
#include "datasets/types/progress.h"

namespace mica {

struct Recording {
    std::filesystem::path media;
    std::filesystem::path words;  // its transcript with word times (datasets/words/words.h); empty: no text, but of a
                                  // film of the sample set, whose words are known
    bool no_text = false;         // not even then
};

/// Seconds that a recording may last.
inline constexpr double kLongestRecording = 300;

struct OwnClips {
    std::filesystem::path file;     // the set
    bool kept = false;              // it was there already
    std::vector<LeftOut> left_out;  // recordings that could not be used, by the names of their files
};

/// ${XDG_DATA_HOME:-~/.local/share}/mica/own. Throws Error as data_home().
[[nodiscard]] std::filesystem::path own_clips_folder();

/// The transcript beside a recording, by its name; empty where there is none.
[[nodiscard]] std::filesystem::path transcript_beside(const std::filesystem::path& media);

/// Makes FOLDER/NAME.h5, NAME a digest of the recordings' paths and bytes, their transcripts and the recipes: the same
/// again is there at once. A stream without a recipe is not made; a word "[mask]" is one that the model is not to see. A
/// recording that cannot be used is left out with a sentence. Throws Error: nothing is left, a recipe cannot be made here,
/// the folder cannot be written; Cancelled.
[[nodiscard]] OwnClips make_own_clips(const std::vector<Recording>& recordings, const FeatureRecipes& recipes,
                                      const std::filesystem::path& folder, const Progress& progress,
                                      const std::stop_token& stop);

/// Whether a set was made so.
[[nodiscard]] bool is_own(const DatasetInfo& set);

}  // namespace mica
