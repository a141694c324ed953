// The media file of a clip at the moment it is opened.
#pragma once

#include <cstddef>
#include <filesystem>
#include <stop_token>

#include "datasets/types/dataset.h"
#include "datasets/types/progress.h"

namespace mica {

/// The clip's media file. Of a sample set, a missing one is rendered first (about a second). Throws Error
/// (the clip names no file, or it is missing and cannot be made again), Cancelled.
[[nodiscard]] std::filesystem::path ensure_media(const Dataset& set, std::size_t clip, const Progress& progress,
                                                 std::stop_token stop);

}  // namespace mica
