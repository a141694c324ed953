// A table of the paper from a user's own runs.
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "core/statistics/paired.h"
#include "core/tables/published.h"
#include "core/tables/table_run.h"
#include "datasets/types/progress.h"

namespace mica {

struct TableWish {
    bool all_figures = false;  // of the protocol, not only those of the paper's table
    std::string set;           // name of the set, or how its fingerprint begins; empty: the only one
    PairedWish paired;
};

/// Finished runs by system (groups_of) in the paper's rows; systems that the paper's table lacks come in rows of their
/// own. Tests: each system against the reference row's, corrected over the column by Holm; the best figure of a column
/// is marked where a paired test tells it from the second. Runs of another task than the table's get the columns of their
/// own protocol, and no published figures beside them. Throws Error: runs of several sets and none is named; Cancelled.
[[nodiscard]] PaperTable fill_table(const PublishedTable& published, const std::vector<TableRun>& runs,
                                    const TableWish& wish = {}, const Progress& progress = no_progress,
                                    const std::stop_token& stop = {});

/// Sets of the runs: their names, with the first digits of the fingerprint where two have one name.
[[nodiscard]] std::vector<std::string> sets_of(const std::vector<TableRun>& runs);

}  // namespace mica
