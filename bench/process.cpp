#include "bench/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstring>

#include "datasets/types/error.h"

extern char** environ;

namespace mica::bench {

Ended run_program(const std::vector<std::string>& command, const std::stop_token& stop,
                  const std::vector<std::string>& environment) {
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw Error(std::strerror(errno), command.front());
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);  // this program blocks the signals that a thread of its own waits for
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    std::vector<char*> arguments, variables;
    for (const std::string& a : command) arguments.push_back(const_cast<char*>(a.c_str()));
    for (const std::string& e : environment) variables.push_back(const_cast<char*>(e.c_str()));
    for (char** e = environ; *e; ++e) variables.push_back(*e);
    arguments.push_back(nullptr);
    variables.push_back(nullptr);
    pid_t child = 0;
    const int failed = posix_spawnp(&child, arguments[0], &actions, &attributes, arguments.data(), variables.data());
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    ::close(pipe[1]);
    if (failed != 0) {
        ::close(pipe[0]);
        throw Error(std::string("cannot be started: ") + std::strerror(failed), command.front());
    }
    Ended ended;
    std::array<char, 4096> buffer{};
    bool stopped = false;
    for (;;) {
        if (stop.stop_requested() && !stopped) {
            stopped = true;
            ::kill(child, SIGTERM);
        }
        pollfd ready{pipe[0], POLLIN, 0};
        if (::poll(&ready, 1, 100) == 0) continue;
        const ssize_t n = ::read(pipe[0], buffer.data(), buffer.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) break;
        ended.output.append(buffer.data(), static_cast<std::size_t>(n));
    }
    ::close(pipe[0]);
    int status = 0;
    rusage used{};
    while (::wait4(child, &status, 0, &used) < 0 && errno == EINTR) {
    }
    if (stopped) throw Cancelled();
    ended.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    ended.peak_bytes = static_cast<double>(used.ru_maxrss) * 1024;
    return ended;
}

}  // namespace mica::bench
