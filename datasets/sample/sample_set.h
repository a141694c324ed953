// The sample set: made by the project itself, seeded, with real .mp4 files. docs/sample-set.md explains it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>

#include "datasets/types/clip.h"
#include "datasets/types/dataset.h"
#include "datasets/types/progress.h"

namespace mica {

struct SampleOptions {
    std::uint64_t seed = 1;
    std::size_t clips = 2400;  // of every twelve, ten train, one validates, one tests
    bool force = false;        // make it anew even where it is there already
    bool media = true;         // pictures and sound of validation and test clips at once
    unsigned threads = 0;      // 0: one per core
};

enum class SampleOutcome { made, kept };

/// ${XDG_DATA_HOME:-~/.local/share}/mica/sample. Throws Error as data_home().
[[nodiscard]] std::filesystem::path sample_folder();

/// Makes FOLDER/sample.h5 and FOLDER/media. A set of the same recipe, seed and size that is there already is
/// kept; another file of that name is refused unless `force`. Stopped or failing, it leaves an older set
/// whole. Throws Error, Cancelled.
SampleOutcome make_sample(const std::filesystem::path& folder, const SampleOptions& options, const Progress& progress,
                          std::stop_token stop);

/// Clip number `clip` of a seed with its features (what make_sample writes for it).
[[nodiscard]] Clip sample_clip(std::uint64_t seed, std::size_t clip);
/// What the set says of itself.
[[nodiscard]] DatasetInfo sample_info(const SampleOptions& options);

}  // namespace mica
