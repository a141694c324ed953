// Batches made ahead of the one who needs them, on threads of their own.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "core/model/model.h"

namespace mica {

/// Hands out make(0), make(1), ... in that order, each made once. At most kAhead batches wait or are being made.
class BatchReader {
public:
    /// make: safe to call from several threads; what it throws reaches the caller of the next() that it was for.
    using Make = std::function<Batch(std::size_t)>;
    BatchReader(std::size_t count, Make make);
    /// Ends the threads; a batch that is being made is finished first and thrown away.
    ~BatchReader();
    BatchReader(const BatchReader&) = delete;
    BatchReader& operator=(const BatchReader&) = delete;

    /// The next of `count` batches. One thread at a time. Rethrows what make threw.
    [[nodiscard]] Batch next();
    /// Seconds that the last next() had to wait.
    [[nodiscard]] double waited() const { return waited_; }

private:
    static constexpr std::size_t kAhead = 6, kThreads = 2;
    struct Made {
        Batch batch;
        std::exception_ptr error;
    };
    void work(const std::stop_token& stop);

    const std::size_t count_;
    const Make make_;
    double waited_ = 0;

    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::size_t begun_ = 0, taken_ = 0;  // guarded by mutex_
    std::map<std::size_t, Made> ready_;  // guarded by mutex_
    std::vector<std::jthread> threads_;
};

}  // namespace mica
