// An experiment: runs that differ in the seed alone, in one folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/statistics/spread.h"

namespace mica {

/// "1..5" or "3,5,11", ascending, each once. Throws Error: neither, none, more than 1000.
[[nodiscard]] std::vector<std::uint64_t> parse_seeds(const std::string& text);

/// FOLDER/seed-N.
[[nodiscard]] std::filesystem::path run_of_seed(const std::filesystem::path& folder, std::uint64_t seed);

/// Makes the folder with its experiment.toml. resume: it may be there already, and gets further seeds; the seeds it has
/// stay. Gives all of them. Throws Error: something else lies there.
std::vector<std::uint64_t> begin_experiment(const std::filesystem::path& folder,
                                            const std::vector<std::uint64_t>& seeds, bool resume);
/// Its seeds. Throws Error: no experiment, damaged.
[[nodiscard]] std::vector<std::uint64_t> read_experiment(const std::filesystem::path& folder);

}  // namespace mica
