// Where the window keeps things when the command line names no place.
#pragma once

#include <filesystem>

namespace mica {

/// ${XDG_DATA_HOME:-~/.local/share}/mica
[[nodiscard]] std::filesystem::path data_home();
[[nodiscard]] std::filesystem::path default_set();   // the sample set
[[nodiscard]] std::filesystem::path default_runs();  // the folder of runs
/// A folder name below `runs` that is not taken: STEM, STEM-2, ...
[[nodiscard]] std::filesystem::path free_run(const std::filesystem::path& runs, const std::string& stem);

}  // namespace mica
