#include "core/training/resources.h"

#include <cstdlib>

#include "datasets/types/error.h"
#include "datasets/types/places.h"

namespace mica {

std::filesystem::path resources_folder() {
    namespace fs = std::filesystem;
    std::error_code quiet;
    if (const char* named = std::getenv("MICA_RESOURCES"); named && *named) {
        if (fs::is_directory(fs::path(named) / "presets", quiet)) return named;
        throw Error("MICA_RESOURCES names a folder without presets/", named,
                    "Unset it, or let it name the resources folder");
    }
    const fs::path program = own_program();
    for (fs::path folder = program.parent_path(); !folder.empty(); folder = folder.parent_path()) {
        for (const char* name : {"share/mica", "resources"})
            if (fs::is_directory(folder / name / "presets", quiet)) return folder / name;
        if (folder == folder.parent_path()) break;
    }
    throw Error("the program's resources (presets) were not found", program.string(),
                "Set MICA_RESOURCES to the folder that holds presets/");
}

}  // namespace mica
