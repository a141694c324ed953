#include "app/workbench/places.h"

#include "datasets/types/places.h"

#include <string>

namespace mica {

namespace fs = std::filesystem;

fs::path default_set() { return data_home() / "sample" / "sample.h5"; }

fs::path default_runs() { return data_home() / "runs"; }

fs::path free_run(const fs::path& runs, const std::string& stem) {
    std::error_code ignored;
    fs::path path = runs / stem;
    for (int i = 2; fs::exists(path, ignored); ++i) path = runs / (stem + "-" + std::to_string(i));
    return path;
}

}  // namespace mica
