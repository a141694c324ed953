// What every exporter shares; mult.h, mmsa.h, csd.h and numpy.h hold one each.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace mica {

struct ExportSummary {
    std::vector<std::filesystem::path> files;  // that were written
    std::size_t clips = 0;
    std::vector<std::string> notes;  // what the format could not hold, one sentence each
    double seconds = 0;
};

}  // namespace mica
