// A clip of a set out of what was planned, what its media gave, and the vectors of its words.
#pragma once

#include <filesystem>
#include <string>

#include "datasets/features/word_vectors.h"
#include "datasets/import/import.h"
#include "datasets/import/parts.h"

namespace mica {

/// What an error about the clip names: its file, else its id.
[[nodiscard]] std::string file_of(const ImportClip& clip);

/// `to`: the set file that the media's name is relative to. Throws Error: a word after the clip's end, features other
/// than those of `info`.
[[nodiscard]] Clip compose(const ImportClip& plan, ClipPart part, const WordVectors& vectors, const DatasetInfo& info,
                           const std::filesystem::path& to);

}  // namespace mica
