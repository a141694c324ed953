// What was computed before, as JSON files that name what they are of.
#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>

namespace mica {

/// What was kept under the key; null where the file is missing, damaged, of another key, or larger than 64 MB.
[[nodiscard]] nlohmann::json read_keyed(const std::filesystem::path& file, const std::string& key);

/// Makes the folder; the file appears whole or not at all. content: an object. Throws Error where the disk refuses.
void write_keyed(const std::filesystem::path& file, const std::string& key, nlohmann::json content);

}  // namespace mica
