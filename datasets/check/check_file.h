// `mica check`: what is in a file of any supported form, and what in it would spoil a training.
#pragma once

#include <filesystem>
#include <stop_token>

#include "datasets/check/report.h"
#include "datasets/types/progress.h"

namespace mica {

/// Reads the whole file, streaming. Damage that hides part of the file is a finding (a problem), not an Error; Error
/// is thrown where nothing can be said: missing, unreadable, of no supported form. Throws Cancelled.
[[nodiscard]] CheckReport check_file(const std::filesystem::path& file, const Progress& progress,
                                     const std::stop_token& stop);

}  // namespace mica
