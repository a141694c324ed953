// One sweep at work; see engine.h.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <vector>

#include "core/sweeps/engine.h"
#include "core/sweeps/process_pool.h"
#include "core/sweeps/study.h"
#include "core/sweeps/sweep_lock.h"

namespace mica {

class SweepRun {
public:
    SweepRun(std::filesystem::path folder, const SearchEngine& engine, const TrialRunner& runner,
             const SweepEvents& events);
    SweepOutcome go(const std::stop_token& stop);

private:
    struct Active {
        std::size_t told = 0;      // epochs that Optuna knows
        std::size_t at_start = 0;  // those that the run had when its process started
        int kills = 0;             // by signals, without an epoch in between
        std::uint64_t memory = 0;
        bool pruned = false, by_hand = false;
        std::chrono::steady_clock::time_point next_look{};
    };

    void load();
    void work(const std::stop_token& stop);
    void start_more();
    [[nodiscard]] bool room() const;
    void begin(SweepTrial& trial);
    void look(SweepTrial& trial, bool at_end);
    void ended(SweepTrial& trial, const ProcessEnd& end, bool stopping);
    void close(SweepTrial& trial, SweepTrial::State state, std::string trouble);
    void drain();
    void finish();
    void happened(const std::string& text);
    void save(bool now);
    [[nodiscard]] SweepTrial& trial(int number) { return report_.trials.at(static_cast<std::size_t>(number)); }
    [[nodiscard]] std::string state_text(const SweepTrial& trial) const;

    const std::filesystem::path folder_;
    const TrialRunner& runner_;
    const SweepEvents& events_;
    SweepLock lock_;
    SweepPlan plan_;
    SweepBudget budget_;
    Study study_;
    ProcessPool pool_;
    SweepReport report_;
    std::map<int, Active> active_;   // by number: those whose process runs
    std::map<int, Active> cut_off_;  // those that are to be gone on with
    std::uint64_t expected_memory_ = 0;
    bool changed_ = true;
    std::chrono::steady_clock::time_point saved_{};
};

}  // namespace mica
