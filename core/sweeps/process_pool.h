// Several child processes at once, within a budget of cores and memory.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace mica {

struct ProcessBudget {
    int cores = 1;
    std::uint64_t memory = 0;  // bytes; 0: no limit
};

struct ProcessTask {
    int id = 0;                            // the caller's name for it
    std::vector<std::string> command;      // program and arguments
    std::vector<std::string> environment;  // "NAME=value" beside this process's own
    std::filesystem::path output;          // its standard error goes to the end of this file; empty: to ours
    int cores = 1;                         // that it uses
    std::uint64_t memory = 0;              // bytes that it is expected to take at most; 0: not known
};

struct ProcessEnd {
    int id = 0;
    int exit = 0;              // its exit code; -1: a signal ended it
    int signal = 0;            // that one; 0: none
    bool stopped = false;      // stop() was called for it
    std::uint64_t memory = 0;  // most bytes of memory that it had at once
};

/// Children have no standard output and end with this process (spawn.h). One thread, which outlives the pool.
class ProcessPool {
public:
    /// grace: how long a stopped child may take to save, before it is killed.
    explicit ProcessPool(ProcessBudget budget, std::chrono::milliseconds grace = std::chrono::minutes(1));
    /// Kills what still runs.
    ~ProcessPool();
    ProcessPool(const ProcessPool&) = delete;
    ProcessPool& operator=(const ProcessPool&) = delete;

    /// Whether it can start beside what runs. Into an empty pool everything fits: what needs more than the whole budget
    /// runs alone. Of a running child the larger of what was expected and what was measured counts.
    [[nodiscard]] bool fits(const ProcessTask& task) const;
    /// Starts it, whether it fits or not. Throws Error: the program cannot be started, the output not written.
    void start(const ProcessTask& task);
    /// SIGTERM, and SIGKILL to its group after the grace. Those that are not running are left alone.
    void stop(int id);
    void stop_all();
    /// What ended since the last call; waits up to `patience` for the first one.
    [[nodiscard]] std::vector<ProcessEnd> wait(std::chrono::milliseconds patience);

    [[nodiscard]] bool runs(int id) const;
    [[nodiscard]] std::size_t running() const;
    /// Most bytes of memory that a running child had at once, as far as was looked; 0: not known, or not running.
    [[nodiscard]] std::uint64_t memory_of(int id) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// A share of the memory that programs may have at this moment, of the machine and of this process's control group.
[[nodiscard]] std::uint64_t available_memory();

}  // namespace mica
