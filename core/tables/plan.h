// Which systems a table of the paper compares, and how each is trained.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/tables/published.h"

namespace mica {

struct TableSystem {
    std::string title, model;
    std::string folder;                  // a name for its runs' folder, one for each system of the table
    std::vector<std::string> set, view;  // as `mica train --set` and `--view` take them
    bool in_paper = true;
};

/// Those of the paper in its order, then those beside them. Models of word steps get them as the paper's table does: from
/// a word-aligned view, or by a CTC front end.
[[nodiscard]] std::vector<TableSystem> systems_of(const PublishedTable& table);

}  // namespace mica
