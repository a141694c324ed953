// Everything that a training run needs to be repeated. Plain values; the keys are the names of `--set`, of
// run.toml and of the window's form (see options.cpp, one table: key, help, range, default).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace mica {

struct TrainingOptions {
    std::string model = "mica";
    std::string preset;  // name of a file in resources/presets; empty: built-in defaults
    std::uint64_t seed = 1111;
    int threads = 0;      // 0: all cores
    int nice = 0;         // > 0: lower priority of the training thread and its helpers
    bool resume = false;  // go on where the run folder stopped
    /// Another run whose changes are made again at their steps; empty: none. Options, seed and set must be that run's.
    std::string replay;
    /// Another run from which this one goes on, and from where: "best", "last" or the number of a kept epoch.
    std::string branch, branch_at = "best";
    /// Live settings to change: "key=value" at once, or "STEP:key=value" after that step.
    std::vector<std::string> changes;
    std::map<std::string, std::string> values;  // key -> value; every key of option_table(), completed
    std::vector<std::string> view;              // "key=value" of datasets/views; empty: the set as it is
};

/// Kinds: "int", "real", "bool", "choice", "text".
struct OptionInfo {
    std::string key, kind, initial, help;
    double minimum = 0, maximum = 0;  // for int and real, where minimum < maximum
    std::vector<std::string> choices;
    bool live = false;  // may change while training
    std::string group;  // "model", "alignment", "training", "data", "augmentation"
};

/// Every option of the model "mica" and of training, in the order a form shows them.
[[nodiscard]] const std::vector<OptionInfo>& option_table();

/// Names of the presets that ship with the program ("mosi", "mosei", "iemocap", "sample", "grid").
[[nodiscard]] std::vector<std::string> preset_names();

/// Defaults, then the preset, then `set` ("key=value" each), checked against the table. Throws Error naming
/// the key, what is allowed and the nearest known key.
[[nodiscard]] TrainingOptions make_options(const std::string& preset, const std::vector<std::string>& set);

}  // namespace mica
