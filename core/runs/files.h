// Files that appear whole or not at all.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mica {

/// Writes the pieces one after the other beside `file`, syncs them to disk, then renames: the old content stays
/// good until the new one is complete. Throws Error (folder missing or read-only, disk full).
void write_whole(const std::filesystem::path& file, const std::vector<std::pair<const void*, std::size_t>>& pieces);
void write_whole(const std::filesystem::path& file, std::string_view text);
/// For what takes its time to make: throws Error where the folder that the file is to lie in is not there.
void require_folder_of(const std::filesystem::path& file);
/// The same piece by piece: `content` is given the function that writes one. What it throws leaves the old content.
using WritePiece = std::function<void(std::string_view)>;
void write_whole(const std::filesystem::path& file, const std::function<void(const WritePiece& write)>& content);

}  // namespace mica
