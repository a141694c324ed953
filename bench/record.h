// The recorded figures: docs/performance.md, a table for people and beside it the ratios that later runs are held to.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace mica::bench {

/// Ratios of two figures of one run, higher is better, by a name such as "mosi fused/peer full, 2 threads".
using Ratios = std::map<std::string, double>;

/// What the file keeps; empty where it is missing or keeps none.
[[nodiscard]] Ratios recorded(const std::filesystem::path& file);

/// Those that fell below `share` of what was recorded, a sentence each.
[[nodiscard]] std::vector<std::string> losses(const Ratios& recorded, const Ratios& now, double share = 0.85);

/// Puts the section of `preset` (a heading, the text, the ratios) in place of the one that the file has, or at its
/// end; the rest stays. Written beside and renamed. Throws Error.
void record(const std::filesystem::path& file, const std::string& preset, const std::string& text,
            const Ratios& ratios);

}  // namespace mica::bench
