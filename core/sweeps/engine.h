// Runs a sweep: asks Optuna for trials, trains them as child processes, tells what came out.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "core/reports/sweep.h"
#include "core/sweeps/plan.h"
#include "core/sweeps/tools.h"

namespace mica {

/// What a trial has come to, as its run folder says.
struct TrialProgress {
    bool finished = false;                         // trained to its end
    std::vector<std::pair<int, double>> by_epoch;  // the objective on validation; of several seeds the first one's
    std::optional<double> value;                   // finished: of the epoch that was kept, the mean over seeds
    std::string trouble;                           // finished, and there is no value: why
};

/// How trials are trained: the engine itself knows no training.
struct TrialRunner {
    /// Program and arguments. `run` holds a run already, which is gone on with, or does not exist.
    std::function<std::vector<std::string>(const TrialSettings&, const std::filesystem::path& run, bool begun,
                                           int threads)>
        command;
    /// Whether the folder holds a run that can be gone on with.
    std::function<bool(const std::filesystem::path& run)> begun;
    /// Whether a process trains in it at this moment.
    std::function<bool(const std::filesystem::path& run)> busy;
    std::function<TrialProgress(const std::filesystem::path& run)> progress;
    /// Figures of the test split. Asked once, of the best trial of a sweep that has ended.
    std::function<std::map<std::string, double>(const std::filesystem::path& run)> test;
};

/// Called on the sweep's thread; kept short.
struct SweepEvents {
    std::function<void(const SweepReport&, const std::string& text)> happened;        // "trial 3 complete: ..."
    std::function<void(const SweepReport&, const std::vector<int>& running)> looked;  // about twice a second
};

enum class SweepOutcome { finished, stopped };  // stopped: saved, and can be gone on with

/// What the machine gives a sweep: the plan's budget with its defaults filled in.
struct SweepBudget {
    int cores = 1, parallel = 1, threads = 1;  // threads: of each trial
    std::uint64_t memory = 0;                  // bytes, of all trials together
};
[[nodiscard]] SweepBudget budget_of(const SweepPlan& plan);

/// Makes FOLDER with sweep.toml; nothing else yet. Throws Error: not empty, not writable.
void begin_sweep(const std::filesystem::path& folder, const SweepPlan& plan);

/// Writes the plan of a sweep that is gone on with anew: more trials, another budget. Throws Error: another process is
/// at work on it, not writable.
void go_on_with(const std::filesystem::path& folder, const SweepPlan& plan);

/// Runs or goes on with the sweep of a folder that begin_sweep made. Trials that were cut off are gone on with, those
/// that failed or were killed do not end it. Throws Error: another process is at work on it, the search engine or the
/// disk fails (trials then stop and are saved). Ends trials where `stop` is requested. A thread that lives as long as
/// its trials.
SweepOutcome run_sweep(const std::filesystem::path& folder, const SearchEngine& engine, const TrialRunner& runner,
                       const SweepEvents& events, const std::stop_token& stop);

/// Makes a stop file of read_sweep.h, which a sweep at work obeys. Throws Error where it cannot be made.
void ask_to_stop(const std::filesystem::path& stop_file);

}  // namespace mica
