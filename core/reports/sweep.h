// What a sweep tried, as its views and files show it. Torch-free values.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mica {

/// A setting that a sweep varies.
struct SweepParameter {
    std::string key;  // of the option table, "model", "preset", "seed", or "variant": named sets of options
    std::vector<std::string> choices;  // of a grid or a categorical setting, in their order; empty: a range
    double low = 0, high = 0;          // of a range
    bool logarithmic = false, whole = false;
};

struct SweepTrial {
    enum class State { waiting, running, complete, pruned, failed, stopped };
    int number = 0;  // Optuna's, from 0
    State state = State::waiting;
    std::map<std::string, std::string> parameters;  // key -> value as `--set` takes it
    std::optional<double> value;                    // the objective on validation; the last one of a pruned trial
    std::vector<std::pair<int, double>> by_epoch;   // (epoch, objective on validation)
    std::string begun, ended;                       // UTC, ISO 8601; empty: not yet
    std::string run;                                // the trial's run folder; empty: not begun
    std::string trouble;                            // failed: why
};

struct SweepReport {
    std::string name, folder, set_name;
    std::string metric;  // of validation, e.g. "Acc-2" or "loss"
    bool higher_is_better = true;
    std::string sampler, pruner;  // "grid", "random", "tpe"; "none", "halving"
    int planned = 0;              // trials in all
    std::vector<SweepParameter> parameters;
    std::vector<SweepTrial> trials;            // by number
    std::optional<int> best;                   // number of the best complete trial, on validation
    std::map<std::string, double> importance;  // key -> share, summing to 1; empty: not computed
    std::map<std::string, double> test;        // of the best trial, once the sweep has ended; else empty
    /// Figures of the paper for the same sweep, for one parameter: (value, figure). Empty: none published.
    struct Published {
        std::string parameter, metric, source;  // e.g. "alpha", "Acc-2", "Figure 3, CMU-MOSI, aligned"
        std::vector<std::pair<double, double>> points;
        /// The same where the parameter's values are no numbers. deviation 0: none is given.
        struct Named {
            std::string choice;
            double figure = 0, deviation = 0;
        };
        std::vector<Named> named;
    };
    std::vector<Published> published;
};

}  // namespace mica
