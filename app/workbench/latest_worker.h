// A thread that only cares for the newest question: one that waits is replaced, one that runs is asked to stop.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace mica {

/// post and cancel: any thread. Tasks run one at a time on the worker's own thread; they must not throw.
/// The owner outlives the thread: the destructor cancels and joins.
class LatestWorker final {
public:
    using Task = std::function<void(const std::stop_token&)>;

    LatestWorker();
    ~LatestWorker();
    LatestWorker(const LatestWorker&) = delete;
    LatestWorker& operator=(const LatestWorker&) = delete;

    void post(Task task);
    /// Forgets the waiting task and asks the running one to stop.
    void cancel();

private:
    void loop(const std::stop_token& end);

    std::mutex mutex_;
    // guarded by mutex_:
    Task waiting_;
    std::stop_source running_;
    std::condition_variable_any wake_;
    std::jthread thread_;  // last: starts when the rest is ready
};

}  // namespace mica
