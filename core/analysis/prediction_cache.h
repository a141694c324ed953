// Files of predictions that were computed before.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/reports/predictions.h"

namespace mica {

/// What predictions are of: run, checkpoint with its time and size, set, split. A line of text.
[[nodiscard]] std::string prediction_key(const std::filesystem::path& run, const std::filesystem::path& checkpoint,
                                         const std::string& fingerprint, const std::string& split);

/// None where there is no file of that key, or it is damaged, or names a clip beyond `clips`.
[[nodiscard]] std::optional<RunPredictions> read_cached(const std::filesystem::path& folder, const std::string& key,
                                                        std::size_t clips);
/// Makes the folder; the file appears whole or not at all. Throws Error where the disk refuses.
void write_cached(const std::filesystem::path& folder, const std::string& key, const RunPredictions& predictions);

}  // namespace mica
