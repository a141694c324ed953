// One process at a time trains in a run folder.
#pragma once

#include <filesystem>
#include <optional>
#include <utility>

namespace mica {

/// Held on run.toml while a training works on the folder; the system lets go of it however the process ends. Where the
/// file system knows no locks, everyone gets one.
class RunLock {
public:
    /// Nothing: another holds it (also one in this process). Throws Error where run.toml cannot be opened.
    [[nodiscard]] static std::optional<RunLock> take(const std::filesystem::path& run);
    RunLock(RunLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    RunLock(const RunLock&) = delete;
    RunLock& operator=(const RunLock&) = delete;
    ~RunLock();

private:
    explicit RunLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

/// Whether a training works on the folder at this moment, on this machine.
[[nodiscard]] bool is_training(const std::filesystem::path& run);

}  // namespace mica
