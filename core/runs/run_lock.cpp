#include "core/runs/run_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

#include "datasets/types/error.h"

namespace mica {

std::optional<RunLock> RunLock::take(const std::filesystem::path& run) {
    const std::filesystem::path file = run / "run.toml";
    RunLock lock(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (lock.descriptor_ < 0) throw Error(std::string("could not be opened: ") + std::strerror(errno), file.string());
    for (int attempt = 0; attempt < 50; ++attempt) {  // who only looks (is_training) lets go at once
        if (::flock(lock.descriptor_, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return lock;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return std::nullopt;
}

RunLock::~RunLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

bool is_training(const std::filesystem::path& run) {
    const int descriptor = ::open((run / "run.toml").c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool held = ::flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(descriptor);
    return held;
}

}  // namespace mica
