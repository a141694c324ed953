#include "app/workbench/latest_worker.h"

#include <utility>

namespace mica {

LatestWorker::LatestWorker() : thread_([this](const std::stop_token& end) { loop(end); }) {}

LatestWorker::~LatestWorker() {
    cancel();
    thread_.request_stop();
    thread_.join();
}

void LatestWorker::post(Task task) {
    {
        const std::scoped_lock lock(mutex_);
        waiting_ = std::move(task);
        running_.request_stop();
    }
    wake_.notify_one();
}

void LatestWorker::cancel() {
    const std::scoped_lock lock(mutex_);
    waiting_ = nullptr;
    running_.request_stop();
}

void LatestWorker::loop(const std::stop_token& end) {
    while (!end.stop_requested()) {
        Task task;
        std::stop_token stop;
        {
            std::unique_lock lock(mutex_);
            if (!wake_.wait(lock, end, [this] { return static_cast<bool>(waiting_); })) return;
            task = std::exchange(waiting_, nullptr);
            running_ = std::stop_source();
            stop = running_.get_token();
        }
        task(stop);
    }
}

}  // namespace mica
