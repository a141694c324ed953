// Raw folders as MMSA lays them out: Raw/VIDEO/CLIP.mp4 and label.csv. CMU-MOSI, CMU-MOSEI and CH-SIMS come so.
#pragma once

#include <filesystem>
#include <string>

#include "datasets/import/import.h"

namespace mica {

struct MmsaOptions {
    std::filesystem::path folder;  // with label.csv, and the videos' folders in it or in its Raw
    std::filesystem::path labels;  // another table; its columns: video_id, clip_id, text, mode and the label's
    std::string label = "label";   // the column: label, label_T, label_A, label_V, or annotation for its classes
    std::string tokens;  // a column of the text with blanks between words, for languages without; may be empty
    std::string name;    // of the set; empty: the folder's name
    FeatureOptions features;
};

/// Words are read from a file of word timings beside the clip (see datasets/words/words.h) where there is one; else the
/// text gives steps without times. `mode` gives the splits. A clip that cannot be used is left out with its reason.
/// Throws Error, Cancelled.
[[nodiscard]] ImportSummary import_mmsa(const MmsaOptions& options, const std::filesystem::path& to,
                                        const Progress& progress, const std::stop_token& stop);

}  // namespace mica
