// Everything that a training run needs to be repeated. Plain values; the keys are the names of `--set`, of
// run.toml and of the window's form (see options.cpp, one table: key, help, range, default).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/reports/model_info.h"

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

/// Every model, in the order a person is shown them.
[[nodiscard]] const std::vector<ModelInfo>& model_list();
/// Throws Error naming those that there are.
[[nodiscard]] const ModelInfo& model_info(const std::string& name);

/// Every option of a model and of training, in the order a form shows them. Throws Error: no such model.
[[nodiscard]] const std::vector<OptionInfo>& option_table(const std::string& model = "mica");

/// Names of the presets of a model that ship with the program ("mosi", "mosei", "iemocap", "sample", "grid").
[[nodiscard]] std::vector<std::string> preset_names(const std::string& model = "mica");

/// Defaults, then the preset, then `set` ("key=value" each), checked against the table. Throws Error naming
/// the key, what is allowed and the nearest known key.
[[nodiscard]] TrainingOptions make_options(const std::string& preset, const std::vector<std::string>& set,
                                           const std::string& model = "mica");

/// The whole table of a model as a preset to start from: every key with its default, its help and its range (TOML).
[[nodiscard]] std::string preset_schema(const std::string& model);

}  // namespace mica
