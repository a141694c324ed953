// Clips of a set for training: kept in memory where the set is small, else read ahead by a thread.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "datasets/types/dataset.h"

namespace mica {

class ClipSource {
public:
    /// Sets whose features take up to `cache_bytes` are kept as they are read.
    ClipSource(std::shared_ptr<const Dataset> set, std::size_t cache_bytes);
    ~ClipSource();
    ClipSource(const ClipSource&) = delete;
    ClipSource& operator=(const ClipSource&) = delete;

    /// The clip; waits for the reader thread where it is on its way. One caller at a time. Throws Error.
    [[nodiscard]] std::shared_ptr<const Clip> get(std::size_t clip);
    /// Tells what will be asked for, in that order; forgets what was told before.
    void expect(const std::vector<std::size_t>& clips);

    [[nodiscard]] const Dataset& set() const { return *set_; }
    [[nodiscard]] bool cached() const { return cached_; }

private:
    using Pending = std::shared_future<std::shared_ptr<const Clip>>;
    static constexpr std::size_t kAhead = 64;  // clips read before they are asked for
    void fill();

    std::shared_ptr<const Dataset> set_;
    bool cached_ = false;
    std::map<std::size_t, std::shared_ptr<const Clip>> kept_;
    std::deque<std::size_t> upcoming_;
    std::map<std::size_t, Pending> ahead_;

    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::deque<std::packaged_task<std::shared_ptr<const Clip>()>> tasks_;  // guarded by mutex_
    std::jthread reader_;
};

}  // namespace mica
