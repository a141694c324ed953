// Where the window keeps things when the command line names no place.
#pragma once

#include <filesystem>

namespace mica {

/// Both throw Error where there is no home folder.
[[nodiscard]] std::filesystem::path default_set();   // the sample set
[[nodiscard]] std::filesystem::path default_runs();  // the folder of runs
/// A folder name below `runs` that is not taken: STEM, STEM-2, ...
[[nodiscard]] std::filesystem::path free_run(const std::filesystem::path& runs, const std::string& stem);

}  // namespace mica
