// Finding the media files of a folder.
#pragma once

#include <filesystem>
#include <vector>

namespace mica {

/// Every media file in and under the folder, by its extension, sorted by path. Throws Error where the folder
/// is missing or holds none (or more than a million files).
[[nodiscard]] std::vector<std::filesystem::path> media_files(const std::filesystem::path& folder);

}  // namespace mica
