// The sample set: made at the first start, its pictures when they are looked at.
#pragma once

#include <filesystem>
#include <stop_token>

#include "datasets/types/dataset.h"
#include "datasets/types/progress.h"

namespace mica {
void make_sample_set(const std::filesystem::path& file, const Progress& progress, const std::stop_token& stop);
/// The clip's media file, rendered where it is missing. Throws Error, Cancelled.
[[nodiscard]] std::filesystem::path sample_media(const Dataset& set, std::size_t clip, const Progress& progress, const std::stop_token& stop);
}  // namespace mica
