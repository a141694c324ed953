// Run folders as the rows of a table.
#pragma once

#include <filesystem>
#include <map>
#include <stop_token>
#include <utility>
#include <vector>

#include "core/tables/table_run.h"
#include "datasets/types/progress.h"

namespace mica {

/// What a table needs of one run. Never throws for what is wrong with it: that is its state ("damaged").
[[nodiscard]] TableRun read_table_run(const std::filesystem::path& run);

/// Runs that were read before, and when their databases were written then. One thread at a time.
struct TableRunCache {
    using Stamp = std::pair<std::filesystem::file_time_type, std::filesystem::file_time_type>;
    std::map<std::filesystem::path, std::pair<Stamp, TableRun>> known;
};

/// Of each place: itself, where it is a run folder, and else all runs below it but archived ones and trials of
/// sweeps that lie below it too. Each run once. Those in the cache that nobody has written to since are not read again. Throws Error: a place that is not there; Cancelled.
[[nodiscard]] std::vector<TableRun> read_table_runs(const std::vector<std::filesystem::path>& places,
                                                    const Progress& progress = no_progress,
                                                    const std::stop_token& stop = {}, TableRunCache* cache = nullptr);

}  // namespace mica
