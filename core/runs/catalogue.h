// Many runs at once: which there are, which of them are meant, in which order, and how they differ.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/reports/reports.h"
#include "core/runs/run_notes.h"

namespace mica {

/// What a list shows of a run.
struct CatalogueEntry {
    std::filesystem::path path;
    std::string name, created, model, preset, set_name;
    /// "running", "killed" (nobody trains it and it did not stop), "stopped", "finished", or "damaged".
    std::string state;
    std::string trouble;  // damaged: why
    std::uint64_t seed = 0;
    int epochs_done = 0, epochs = 0, best_epoch = 0;
    Metrics valid, test;  // of the best epoch
    RunNotes notes;
    /// Everything that makes a run this run, as texts: options, "model", "preset", "seed", "threads", "set",
    /// "set fingerprint", "view", "program", "torch", "hardware", "computed on", "origin".
    std::map<std::string, std::string> configuration;
};

/// Never throws for what is wrong with one run: that is its state and trouble.
[[nodiscard]] CatalogueEntry read_entry(const std::filesystem::path& run);
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

struct Differences {
    struct Row {
        std::string key;
        std::vector<std::string> values;  // by run; "" where a run has none
    };
    std::vector<Row> configuration;  // only what differs
    std::vector<Row> valid, test;    // every metric that some run has, in full precision
};
[[nodiscard]] Differences compare_runs(const std::vector<CatalogueEntry>& runs);

/// Moves the run to `.trash` beside it, where lists do not look, and gives its new place. Throws Error: no run, it is
/// being trained, the folder cannot be moved.
std::filesystem::path trash_run(const std::filesystem::path& run);

}  // namespace mica
