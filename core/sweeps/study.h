// A study of Optuna, asked and told through resources/tools/study.py in a process of its own.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/reports/sweep.h"
#include "core/sweeps/plan.h"
#include "core/sweeps/tools.h"

namespace mica {

/// The study in FOLDER/study.db (Optuna's SQLite storage): made, or gone on with. One thread, the one that made it,
/// which outlives it. Every member throws Error: the engine does not start, ends, or refuses.
class Study {
public:
    /// parallel: trials at a time, which a TPE sampler takes into account.
    Study(const SweepPlan& plan, int parallel, std::filesystem::path folder, const SearchEngine& engine);
    ~Study();
    Study(const Study&) = delete;
    Study& operator=(const Study&) = delete;

    /// Those that it had when it was opened, by number. Those of a grid that nobody asked for yet are `waiting`.
    [[nodiscard]] const std::vector<SweepTrial>& trials() const;
    /// Most memory that one of them took, in bytes; 0: not known.
    [[nodiscard]] std::uint64_t memory() const;

    /// The next trial: its number and parameters.
    [[nodiscard]] SweepTrial ask();
    /// Values on validation by epoch, in order. Gives the epoch after which the pruner ends the trial, if it does;
    /// later values then were not told.
    [[nodiscard]] std::optional<int> report(int number, const std::vector<std::pair<int, double>>& values);
    /// How it ended: state, value and trouble. memory: the most that it took, in bytes.
    void tell(const SweepTrial& trial, std::uint64_t memory);
    /// Shares of the parameters (PED-ANOVA); empty: too few complete trials, or all alike.
    [[nodiscard]] std::map<std::string, double> importance();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace mica
