// The way back from `mica export --as csd`: the same set, bit for bit.
#pragma once

#include <filesystem>
#include <stop_token>

#include "datasets/import/import.h"

namespace mica {

/// Whether the folder holds an export with its columns.
[[nodiscard]] bool is_exported_csd(const std::filesystem::path& folder);

/// Throws Error where a file is missing, damaged, or does not fit the columns; Cancelled.
[[nodiscard]] ImportSummary import_exported_csd(const std::filesystem::path& folder, const std::filesystem::path& to,
                                                const Progress& progress, const std::stop_token& stop);

}  // namespace mica
