// What a table needs to know of one run. Torch-free: core/runs/table_runs.h reads it from a run folder.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/reports/reports.h"

namespace mica {

struct TableRun {
    std::string path, model, set_name;
    std::string set_fingerprint;  // of the set file, whatever view it was seen through
    std::string created, state;   // state: "finished", or what else became of it
    std::uint64_t seed = 0;
    /// Everything that makes it another system, by key: options, "view", "origin" of a branch, "changed while training".
    std::map<std::string, std::string> settings;
    std::optional<Task> task;  // nothing: the run does not tell
    Metrics test;              // of the best epoch
    std::vector<ADistance> a_distance;
    std::vector<CorrAcc> corr_acc;
    struct Said {
        std::string clip;
        std::vector<float> truth, prediction;  // as RunDatabase keeps them
    };
    std::vector<Said> said;            // on the test split
    std::vector<double> class_values;  // regression learnt as classes: the value of each class; else empty

    /// "none", "mmd" (L_m alone), "pea" (L_e alone), "mmd+pea", and with " w/o propagation" where L_e goes without.
    [[nodiscard]] std::string alignment() const;
    /// The settings' value; empty where it has none.
    [[nodiscard]] std::string setting(const std::string& key) const;
};

/// False for settings of how files are kept and of what computes: the same system whatever they are.
[[nodiscard]] bool tells_apart(const std::string& setting);

/// Runs of one system: the same model and settings, each with a seed of its own.
struct TableGroup {
    std::vector<const TableRun*> runs;  // by seed
    [[nodiscard]] const TableRun& first() const { return *runs.front(); }
};

/// Finished runs by system, those of most seeds first, then the newest. Of runs of one system with the same seed the
/// newest counts; `repeated` says how many others there were.
[[nodiscard]] std::vector<TableGroup> groups_of(const std::vector<TableRun>& runs, std::size_t& repeated);

/// What tells groups apart, for each of them: "d = 20, layers = 2". Empty texts for a single group.
[[nodiscard]] std::vector<std::string> details_of(const std::vector<TableGroup>& groups);

}  // namespace mica
