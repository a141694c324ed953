// Clips of a set for training: kept in memory as far as they fit, else read anew.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>

#include "datasets/types/dataset.h"

namespace mica {

/// Every member is safe to call from several threads at once.
class ClipSource {
public:
    /// Keeps the first clips that are asked for until they take `cache_bytes`. In an order that is shuffled anew each
    /// epoch these serve as well as any others.
    ClipSource(std::shared_ptr<const Dataset> set, std::size_t cache_bytes);

    /// The clip: kept, or read. Throws Error.
    [[nodiscard]] std::shared_ptr<const Clip> get(std::size_t clip);

    [[nodiscard]] const Dataset& set() const { return *set_; }
    /// Bytes that the kept clips take; never more than `cache_bytes`.
    [[nodiscard]] std::size_t kept_bytes() const;

private:
    std::shared_ptr<const Dataset> set_;
    std::size_t most_;
    mutable std::mutex mutex_;
    std::map<std::size_t, std::shared_ptr<const Clip>> kept_;  // guarded by mutex_
    std::size_t bytes_ = 0;                                    // guarded by mutex_
};

}  // namespace mica
