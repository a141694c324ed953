// The systems of one table, trained beside each other: the part of `mica table` that makes runs.
#pragma once

#include <string>
#include <vector>

#include "app/cli/command.h"
#include "core/tables/plan.h"

namespace mica::cli {

struct TableBench {
    std::string data, out, seeds = "5", preset;  // seeds: how many (1, 2, ...), or "3..7", "3,5,11"
    std::vector<std::string> set, only;          // only: models; empty: all
    int cores = 0, threads = 1;                  // cores 0: all of the machine; threads: of each training
    double memory = 0;                           // GiB; 0: four fifths of what is free
    bool dry_run = false;
};

/// Trains what is not finished, as child processes; says what became of each. False: it was a dry run, it was stopped, or
/// something failed, which is told and in context.exit. Throws Error: no such set, options that do not fit, a run in the
/// folder that had other settings.
[[nodiscard]] bool train_table(const PublishedTable& table, const TableBench& wish, Context& context);

}  // namespace mica::cli
