// Where the files that ship with the program lie.
#pragma once

#include <filesystem>

namespace mica {

/// The folder with presets/, icons and colour scales: $MICA_RESOURCES, or `share/mica` or `resources` found in
/// a folder above the running program. Throws Error where there is none.
[[nodiscard]] std::filesystem::path resources_folder();

}  // namespace mica
