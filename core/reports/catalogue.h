// What lists of runs show of a run, and in what runs differ. Torch-free values.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/reports/reports.h"

namespace mica {

/// What a person says of a run.
struct RunNotes {
    std::set<std::string> tags;
    std::string note;
    bool archived = false;  // out of lists unless asked for
    bool operator==(const RunNotes&) const = default;
};

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

struct Differences {
    struct Row {
        std::string key;
        std::vector<std::string> values;  // by run; "" where a run has none
    };
    std::vector<Row> configuration;  // only what differs
    std::vector<Row> valid, test;    // every metric that some run has, in full precision
};

}  // namespace mica
