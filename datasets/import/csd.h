// Computational sequences of the CMU Multimodal SDK (CMU-MOSI, CMU-MOSEI and others of that form).
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "datasets/csd/align.h"
#include "datasets/import/import.h"

namespace mica {

struct CsdOptions {
    /// Files whose roles their names tell, or folders of such files. One folder alone that `mica export --as csd` wrote
    /// gives that set again, and no other option counts.
    std::vector<std::filesystem::path> files;
    std::array<std::filesystem::path, 5> told;  // by Role (labels, words, text, vision, audio); empty: by name
    /// "none": features keep their own rows. "words", "text", "vision", "audio" or a sequence's name: vision and audio
    /// (and text where there are no words) get one row for each of its rows, by the SDK's rules.
    std::string align = "none";
    Collapse collapse = Collapse::mean;
    std::size_t hashed_words = 64;  // size of hashed word vectors, where no file of word vectors is given
    std::filesystem::path glove;    // vectors of this GloVe file instead, where it is not empty
    std::string folds = "auto";     // auto (by the names of files and sequences), mosi, mosei, draw, or a .json file
    std::string label;              // name or index of the label's value; "all"; empty: the first
    std::filesystem::path media;    // folder of the clips' media; may be empty
    std::string name;               // of the set; empty: as the labels' metadata say, or their file's name
    std::uint64_t seed = 1;         // of drawn splits
};

/// A clip is a row of the labels, `video[row]`; times are from its start. Throws Error, Cancelled.
[[nodiscard]] ImportSummary import_csd(const CsdOptions& options, const std::filesystem::path& to,
                                       const Progress& progress, const std::stop_token& stop);

}  // namespace mica
