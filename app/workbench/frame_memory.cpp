#include "app/workbench/frame_memory.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <limits>
#include <string>

namespace mica {

namespace {

constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;
constexpr std::uint64_t kNone = std::numeric_limits<std::uint64_t>::max();

// "max", or no such file: no limit
std::uint64_t number_in(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::uint64_t number = 0;
    return in >> number ? number : kNone;
}

// Limits of the group and of all that it lies in: "0::/a/b" in version 2, "7:memory:/a/b" in version 1.
std::uint64_t group_limit(const std::filesystem::path& root) {
    std::uint64_t least = kNone;
    std::ifstream in(root / "proc/self/cgroup");
    for (std::string line; std::getline(in, line);) {
        const std::size_t first = line.find(':'), second = line.find(':', first + 1);
        if (first == std::string::npos || second == std::string::npos) continue;
        const std::string kinds = line.substr(first + 1, second - first - 1);
        const bool two = kinds.empty();
        if (!two && kinds != "memory") continue;
        const std::filesystem::path top = root / (two ? "sys/fs/cgroup" : "sys/fs/cgroup/memory");
        const char* const name = two ? "memory.max" : "memory.limit_in_bytes";
        least = std::min(least, number_in(top / name));
        std::filesystem::path group = top;
        for (const auto& part : std::filesystem::path(line.substr(second + 1)).relative_path()) {
            group /= part;
            least = std::min(least, number_in(group / name));
        }
    }
    return least;
}

}  // namespace

std::uint64_t memory_limit(const std::filesystem::path& root) {
    const long pages = ::sysconf(_SC_PHYS_PAGES), each = ::sysconf(_SC_PAGE_SIZE);
    std::uint64_t least = kNone;
    if (pages > 0 && each > 0) least = static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(each);
    least = std::min(least, group_limit(root));
    rlimit own{};
    if (::getrlimit(RLIMIT_AS, &own) == 0 && own.rlim_cur != RLIM_INFINITY)
        least = std::min<std::uint64_t>(least, own.rlim_cur);
    return least;
}

std::size_t frame_memory(std::uint64_t limit) {
    return static_cast<std::size_t>(std::min(std::clamp(limit / 16, 384 * kMiB, 2048 * kMiB), limit / 4));
}

std::size_t frame_memory() {
    static const std::size_t bytes = frame_memory(memory_limit());
    return bytes;
}

}  // namespace mica
