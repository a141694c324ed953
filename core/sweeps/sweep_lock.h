// One process at a time works on a sweep's folder.
#pragma once

#include <filesystem>
#include <utility>

namespace mica {

/// Held on FOLDER/sweep.toml; the system lets go of it however the process ends. Looking (is_sweeping) never disturbs
/// it.
class SweepLock {
public:
    /// Throws Error: another process works on it, sweep.toml is not there.
    explicit SweepLock(const std::filesystem::path& folder);
    ~SweepLock();
    SweepLock(const SweepLock&) = delete;
    SweepLock& operator=(const SweepLock&) = delete;

private:
    int descriptor_ = -1;
};

}  // namespace mica
