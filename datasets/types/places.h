// Where this program and a person's files are. The only file that asks the system for them.
#pragma once

#include <filesystem>

namespace mica {

/// This program's own file. Throws Error where the system does not tell.
[[nodiscard]] std::filesystem::path own_program();

/// ${XDG_DATA_HOME:-~/.local/share}/mica: what a person keeps (sets, runs, recordings). Not made. Throws Error where
/// there is no home folder.
[[nodiscard]] std::filesystem::path data_home();

/// ${XDG_CACHE_HOME:-~/.cache}/mica: what can be computed again. Not made. Throws as data_home().
[[nodiscard]] std::filesystem::path cache_home();

}  // namespace mica
