// From media files with word timings and labels to a native set: what every importer shares. Features are
// made clip by clip on all cores; each finished clip is kept beside the target, so that an import that was
// stopped goes on where it was.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "datasets/feature_files/openface.h"
#include "datasets/features/acoustic.h"
#include "datasets/features/landmarks.h"
#include "datasets/types/dataset.h"
#include "datasets/types/progress.h"

namespace mica {

struct FeatureOptions {
    AcousticOptions acoustic;
    FaceOptions face;
    std::size_t hashed_words = 64;  // size of hashed word vectors
    std::filesystem::path glove;    // vectors of this file instead, where it is not empty
    float glove_length = 0;         // of the vectors of words that it lacks; 0: the mean length of those it has
    unsigned jobs = 0;              // clips worked on at once; 0: one per core
    std::uint64_t seed = 1;         // of the splits

    // Folders of other tools' files, named like the clips, in place of own features of pictures and sound; empty: own.
    std::filesystem::path vision_files;  // OpenFace's .csv
    std::filesystem::path audio_files;   // COVAREP's .mat
    // Streams that are made at all; text is words alone.
    bool vision = true, audio = true;
    OpenFaceOptions openface;
};

/// Where a clip's pictures and sound come from.
struct ClipSource {
    std::filesystem::path media;   // what the set names for playing; empty: the clip has feature files alone
    std::filesystem::path video;   // the pictures, where another file has them
    PicturePart pictures;          // which of its pictures
    std::filesystem::path vision;  // OpenFace's table; found by import_clips() where a folder of them is given
    std::filesystem::path audio;   // COVAREP's file, as well
};

/// One clip to be: its facts, its words, and the files that it is made from.
struct ImportClip {
    ClipInfo info;  // id, group, split, label, note; the rest is filled by the import
    std::vector<Word> words;
    /// Words whose times nobody knows, in place of `words`: they become the text stream, without times, and the
    /// transcript is `info.transcript` as it is.
    std::vector<std::string> untimed;
    ClipSource source;
};

struct LeftOut {
    std::string id, reason;  // reason: one sentence that names the file
};

struct ImportSummary {
    std::filesystem::path file;  // the set
    std::string fingerprint;
    std::size_t clips = 0;  // in the set
    std::vector<LeftOut> left_out;
    std::array<std::size_t, 3> splits{};         // train, valid, test
    std::map<std::string, std::size_t> classes;  // clips of each class in the set; empty for regression
    std::size_t frames = 0, flagged_frames = 0;  // all vision steps; those without a face
    std::size_t without_sound = 0, without_video = 0;
    std::size_t reused = 0;                  // clips whose features came from a stopped import
    std::vector<std::string> unknown_words;  // not in the GloVe file
    std::vector<std::string> notes;          // what a person must know to trust the set, one sentence each: how lengths
                                             // were found, values that were not finite, times that are not known
    double seconds = 0;
};

/// Makes the features (or reads them from the folders of feature files) and writes the set to `to`. `info` gives name, origin and task; streams are filled
/// here. `left_out`: clips that the caller already gave up, for the summary. A clip that cannot be used is
/// left out with its reason; the rest goes on. Throws Error where nothing is left or the target cannot be
/// written, Cancelled when stopped (finished clips stay in TO.parts).
[[nodiscard]] ImportSummary import_clips(std::vector<ImportClip> clips, DatasetInfo info,
                                         const std::filesystem::path& to, const FeatureOptions& options,
                                         std::vector<LeftOut> left_out, const Progress& progress,
                                         const std::stop_token& stop);

/// Splits clips about 65/15/20 into train, valid and test, seeded, each stratum (e.g. class) in proportion;
/// the totals are exact to one clip. Depends on ids, strata and seed, not on the order of the clips.
[[nodiscard]] std::vector<Split> stratified_splits(const std::vector<std::string>& ids,
                                                   const std::vector<std::string>& strata, std::uint64_t seed);

/// The same by group: clips of one group (speaker, video) share their split, which test scores need.
[[nodiscard]] std::vector<Split> grouped_splits(const std::vector<std::string>& groups, std::uint64_t seed);

}  // namespace mica
