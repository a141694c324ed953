// Knowing a film of the sample set again.
#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>

#include "datasets/types/clip.h"

namespace mica {

/// The clip of the sample set that this file is the film of: its name says seed and number, and its bytes are those that
/// this program writes for them (about a second of work). Nothing for any other file. Throws Error, Cancelled.
[[nodiscard]] std::optional<Clip> clip_of_film(const std::filesystem::path& file, const std::stop_token& stop);

}  // namespace mica
