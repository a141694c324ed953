// Names and version of the native set file; docs/set-format.md describes them.
#pragma once

#include <array>
#include <cstdint>

namespace mica::layout {

inline constexpr const char* kFormat = "mica-set";
inline constexpr std::int64_t kVersion = 1;
/// What a row of numbers may be wide at most; a file that claims more is damaged.
inline constexpr std::size_t kMostFeatures = 1 << 20;
inline constexpr std::array<const char*, 3> kStreams{"text", "vision", "audio"};

}  // namespace mica::layout
