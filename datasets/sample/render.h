// Pictures and sound of a performance as an .mp4 file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>

#include "datasets/sample/performance.h"

namespace mica {

inline constexpr int kFilmWidth = 320, kFilmHeight = 240, kFilmRate = 25;

/// "s1-00042": the seed and the clip's number, from which the clip can be made again.
[[nodiscard]] std::string sample_id(std::uint64_t seed, std::size_t clip);

/// Seed and number from an id of that form; nothing for another.
[[nodiscard]] std::optional<std::pair<std::uint64_t, std::size_t>> parse_sample_id(const std::string& id);

/// Films it. The file appears whole or not at all. Throws Error, Cancelled.
void render_clip(const Performance& performance, const std::filesystem::path& file, std::stop_token stop);

}  // namespace mica
