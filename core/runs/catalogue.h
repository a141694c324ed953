// Many runs at once: which there are, which of them are meant, in which order, and how they differ.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/reports/catalogue.h"
#include "core/runs/run_notes.h"

namespace mica {

struct RunSummary;

/// Never throws for what is wrong with one run: that is its state and trouble. summary: gets what the run says of itself
/// without its history, and nothing of a damaged one; may be null.
[[nodiscard]] CatalogueEntry read_entry(const std::filesystem::path& run, RunSummary* summary = nullptr);
/// Of all runs below `root` (find_runs), newest first.
[[nodiscard]] std::vector<CatalogueEntry> read_catalogue(const std::filesystem::path& root);

struct RunFilter {
    std::string state, model, set, tag;        // as they are; empty: any
    std::string search;                        // part of name, note, tags or set, whatever the case
    std::map<std::string, std::string> where;  // configuration key -> value
    bool archived = false;                     // show these too
    [[nodiscard]] bool shows(const CatalogueEntry& run) const;
};

/// By "name", "created", "state", "seed", "epochs", "valid.METRIC", "test.METRIC" or a configuration key; numbers as
/// numbers, runs without a value last. Metrics begin with the best value. Throws Error: no run has such a key.
void sort_runs(std::vector<CatalogueEntry>& runs, const std::string& key, bool descending);

[[nodiscard]] Differences compare_runs(const std::vector<CatalogueEntry>& runs);

/// Moves the run to `.trash` beside it, where lists do not look, and gives its new place. Throws Error: no run, it is
/// being trained, the folder cannot be moved.
std::filesystem::path trash_run(const std::filesystem::path& run);
/// Moves a run back from where trash_run put it. Throws Error: it is not there any more, something else lies at `run`.
void restore_run(const std::filesystem::path& trashed, const std::filesystem::path& run);

}  // namespace mica
