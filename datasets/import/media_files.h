// Finding the media files of a folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace mica {

/// By its extension.
[[nodiscard]] bool is_media(const std::filesystem::path& file);

/// Every media file in and under the folder, by its extension, sorted by path. Throws Error where the folder
/// is missing or holds none (or more than a million files).
[[nodiscard]] std::vector<std::filesystem::path> media_files(const std::filesystem::path& folder);

/// What a set file calls its media: relative where they lie in or under the set's folder, so that both can move
/// together, else absolute.
[[nodiscard]] std::string media_name(const std::filesystem::path& media, const std::filesystem::path& set);

}  // namespace mica
