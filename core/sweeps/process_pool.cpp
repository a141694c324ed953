#include "core/sweeps/process_pool.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fstream>
#include <limits>
#include <optional>
#include <thread>

#include "core/sweeps/spawn.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

using Clock = std::chrono::steady_clock;

/// The number of kB behind a name in a file like /proc/meminfo, in bytes.
std::optional<std::uint64_t> kilobytes(const std::string& file, const std::string& name) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);)
        if (line.starts_with(name + ":")) return std::strtoull(line.c_str() + name.size() + 1, nullptr, 10) * 1024;
    return std::nullopt;
}

struct Running {
    ProcessTask task;
    pid_t pid = 0;
    std::uint64_t measured = 0;
    bool stopped = false, killed = false;
    Clock::time_point kill_at{};

    [[nodiscard]] std::uint64_t memory() const { return std::max(task.memory, measured); }
};

}  // namespace

struct ProcessPool::State {
    ProcessBudget budget;
    std::chrono::milliseconds grace;
    std::vector<Running> running;

    Running* find(int id) {
        const auto found =
            std::find_if(running.begin(), running.end(), [&](const Running& r) { return r.task.id == id; });
        return found == running.end() ? nullptr : &*found;
    }
    /// Those that ended, without waiting; looks at the memory of the others, and kills those whose grace is over.
    std::vector<ProcessEnd> collect() {
        std::vector<ProcessEnd> ended;
        std::erase_if(running, [&](Running& r) {
            int status = 0;
            rusage used{};
            const pid_t got = ::wait4(r.pid, &status, WNOHANG, &used);
            if (got == 0 || (got < 0 && errno == EINTR)) {
                if (const auto now = kilobytes("/proc/" + std::to_string(r.pid) + "/status", "VmHWM"))
                    r.measured = std::max(r.measured, *now);
                if (r.stopped && !r.killed && Clock::now() >= r.kill_at) {
                    r.killed = true;
                    ::kill(-r.pid, SIGKILL);
                }
                return false;
            }
            ProcessEnd end{.id = r.task.id, .exit = -1, .stopped = r.stopped, .memory = r.measured};
            if (got == r.pid) {
                if (WIFEXITED(status)) end.exit = WEXITSTATUS(status);
                if (WIFSIGNALED(status)) end.signal = WTERMSIG(status);
                end.memory = std::max(end.memory, static_cast<std::uint64_t>(used.ru_maxrss) * 1024);
            }
            ended.push_back(end);
            return true;
        });
        return ended;
    }
};

ProcessPool::ProcessPool(ProcessBudget budget, std::chrono::milliseconds grace) : state_(std::make_unique<State>()) {
    state_->budget = budget;
    state_->grace = grace;
}

ProcessPool::~ProcessPool() {
    for (const Running& r : state_->running) ::kill(-r.pid, SIGKILL);
    for (const Running& r : state_->running)
        while (::waitpid(r.pid, nullptr, 0) < 0 && errno == EINTR) {
        }
}

bool ProcessPool::fits(const ProcessTask& task) const {
    if (state_->running.empty()) return true;
    int cores = task.cores;
    std::uint64_t memory = task.memory;
    for (const Running& r : state_->running) cores += r.task.cores, memory += r.memory();
    return cores <= state_->budget.cores && (state_->budget.memory == 0 || memory <= state_->budget.memory);
}

void ProcessPool::start(const ProcessTask& task) {
    if (task.command.empty()) throw Error("there is no command to start", "task " + std::to_string(task.id));
    int output = STDERR_FILENO;
    if (!task.output.empty()) {
        output = ::open(task.output.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
        if (output < 0) throw Error(std::string("could not be written: ") + std::strerror(errno), task.output.string());
    }
    Running r;
    r.task = task;
    try {
        r.pid = spawn(task.command, task.environment, {.in = -1, .out = -1, .error = output});
    } catch (...) {
        if (output != STDERR_FILENO) ::close(output);
        throw;
    }
    if (output != STDERR_FILENO) ::close(output);
    state_->running.push_back(std::move(r));
}

void ProcessPool::stop(int id) {
    Running* r = state_->find(id);
    if (!r || r->stopped) return;  // a second signal would make it end without saving
    r->stopped = true;
    r->kill_at = Clock::now() + state_->grace;
    ::kill(r->pid, SIGTERM);
}

void ProcessPool::stop_all() {
    for (const Running& r : std::vector<Running>(state_->running)) stop(r.task.id);
}

std::vector<ProcessEnd> ProcessPool::wait(std::chrono::milliseconds patience) {
    const auto until = Clock::now() + patience;
    for (;;) {
        std::vector<ProcessEnd> ended = state_->collect();
        if (!ended.empty() || Clock::now() >= until) return ended;
        std::this_thread::sleep_for(std::min<Clock::duration>(std::chrono::milliseconds(20), until - Clock::now()));
    }
}

bool ProcessPool::runs(int id) const { return state_->find(id) != nullptr; }

std::size_t ProcessPool::running() const { return state_->running.size(); }

std::uint64_t ProcessPool::memory_of(int id) const {
    const Running* r = state_->find(id);
    return r ? r->measured : 0;
}

std::uint64_t available_memory() {
    std::uint64_t free = kilobytes("/proc/meminfo", "MemAvailable").value_or(std::numeric_limits<std::uint64_t>::max());
    // control groups: "max" where there is no limit, which reads as no number
    for (const auto& [limit, used] :
         {std::pair("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory.current"),
          std::pair("/sys/fs/cgroup/memory/memory.limit_in_bytes", "/sys/fs/cgroup/memory/memory.usage_in_bytes")}) {
        std::uint64_t most = 0, now = 0;
        if (std::ifstream(limit) >> most && std::ifstream(used) >> now && most > now) free = std::min(free, most - now);
    }
    return free;
}

}  // namespace mica
