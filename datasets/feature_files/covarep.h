// Voice features as COVAREP writes them: a MAT-file with `features` (a row per 10 ms) and `names`.
#pragma once

#include <filesystem>

#include "datasets/feature_files/feature_file.h"

namespace mica {

inline constexpr double kCovarepRate = 100;  // steps per second

/// Step i lies at [i, i + 1) / 100 s. NaN and infinite values (COVAREP writes -inf) become 0 and are counted. Names are
/// the file's own, or COVAREP's usual 74 where it has none that can be read and as many columns. Throws Error.
[[nodiscard]] FeatureFile read_covarep(const std::filesystem::path& file);

/// The recipe as JSON.
[[nodiscard]] std::string covarep_recipe();

/// The 74 names in their order: F0, VUV, NAQ, ..., MCEP_0.., HMPDM_0.., HMPDD_0...
[[nodiscard]] const std::vector<std::string>& covarep_names();

}  // namespace mica
