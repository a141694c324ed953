// Pictures and sound of a performance as an .mp4 file.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>

#include "datasets/sample/performance.h"

namespace mica {

inline constexpr int kFilmWidth = 320, kFilmHeight = 240, kFilmRate = 25;

/// "s1-00042": the seed and the clip's number, from which the clip can be made again.
[[nodiscard]] std::string sample_id(std::uint64_t seed, std::size_t clip);

/// Films it. The file appears whole or not at all. Throws Error, Cancelled.
void render_clip(const Performance& performance, const std::filesystem::path& file, std::stop_token stop);

}  // namespace mica
