#include "core/sweeps/spawn.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "datasets/types/error.h"

extern char** environ;

namespace mica {
namespace {

std::vector<char*> with_environment(const std::vector<std::string>& own) {
    std::vector<char*> all;
    for (const std::string& e : own) all.push_back(const_cast<char*>(e.c_str()));
    for (char** e = environ; e && *e; ++e) {
        const std::size_t name = std::string(*e).find('=') + 1;  // with the sign
        bool named = false;
        for (const std::string& o : own) named = named || o.compare(0, name, *e, name) == 0;
        if (!named) all.push_back(*e);
    }
    all.push_back(nullptr);
    return all;
}

/// Between fork and exec: nothing here may take memory or a lock.
struct Child {
    const char* program;
    char** arguments;
    char** environment;
    ChildStreams streams;
    pid_t parent;
    int report;  // tells why it could not start; closed by a start

    [[noreturn]] void run() const {
        ::setpgid(0, 0);
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        if (::getppid() != parent) ::_exit(127);  // it died before the line above
        struct sigaction usual {};
        usual.sa_handler = SIG_DFL;
        for (int signal = 1; signal < 32; ++signal) ::sigaction(signal, &usual, nullptr);
        sigset_t none;
        sigemptyset(&none);
        ::sigprocmask(SIG_SETMASK, &none, nullptr);
        const std::array<int, 3> wanted{streams.in, streams.out, streams.error};
        std::array<int, 3> kept{};
        // first out of the way of the three, so that none overwrites another
        for (std::size_t i = 0; i < 3; ++i) {
            const int open = wanted[i] >= 0 ? wanted[i] : ::open("/dev/null", O_RDWR | O_CLOEXEC);
            if (open < 0 || (kept[i] = ::fcntl(open, F_DUPFD_CLOEXEC, 3)) < 0) fail();
        }
        for (int i = 0; i < 3; ++i)
            if (::dup2(kept[static_cast<std::size_t>(i)], i) < 0) fail();
        ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
        ::execvpe(program, arguments, environment);
        fail();
    }

private:
    [[noreturn]] void fail() const {
        const int reason = errno;
        (void)!::write(report, &reason, sizeof reason);
        ::_exit(127);
    }
};

}  // namespace

pid_t spawn(const std::vector<std::string>& command, const std::vector<std::string>& environment,
            const ChildStreams& streams) {
    std::vector<char*> arguments, variables = with_environment(environment);
    for (const std::string& a : command) arguments.push_back(const_cast<char*>(a.c_str()));
    arguments.push_back(nullptr);
    std::array<int, 2> report{};
    if (::pipe2(report.data(), O_CLOEXEC) != 0)
        throw Error(std::string("cannot be started: ") + std::strerror(errno), command.front());
    const Child child{arguments[0], arguments.data(), variables.data(), streams, ::getpid(), report[1]};
    const pid_t pid = ::fork();
    if (pid == 0) child.run();
    const int forked = errno;
    ::close(report[1]);
    int reason = pid < 0 ? forked : 0;
    while (pid > 0 && ::read(report[0], &reason, sizeof reason) < 0 && errno == EINTR) {
    }
    ::close(report[0]);
    if (reason == 0) return pid;
    while (pid > 0 && ::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
    }
    throw Error(std::string("cannot be started: ") + std::strerror(reason), command.front());
}

}  // namespace mica
