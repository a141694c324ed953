#include "core/training/batch_reader.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>

namespace mica {

BatchReader::BatchReader(std::size_t count, Make make) : count_(count), make_(std::move(make)) {
    for (std::size_t t = 0; t < std::min(kThreads, count); ++t)
        threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
}

BatchReader::~BatchReader() {
    for (std::jthread& t : threads_) t.request_stop();
}

void BatchReader::work(const std::stop_token& stop) {
    for (;;) {
        std::size_t number = 0;
        {
            std::unique_lock lock(mutex_);
            if (!changed_.wait(lock, stop, [&] { return begun_ == count_ || begun_ < taken_ + kAhead; })) return;
            if (begun_ == count_ || stop.stop_requested()) return;
            number = begun_++;
        }
        Made made;
        try {
            made.batch = make_(number);
        } catch (...) {
            made.error = std::current_exception();
        }
        {
            const std::lock_guard lock(mutex_);
            ready_.emplace(number, std::move(made));
        }
        changed_.notify_all();
    }
}

Batch BatchReader::next() {
    const auto begun = std::chrono::steady_clock::now();
    Made made;
    {
        std::unique_lock lock(mutex_);
        if (taken_ == count_) throw std::logic_error("no batch is left");
        changed_.wait(lock, [&] { return ready_.contains(taken_); });
        const auto found = ready_.find(taken_);
        made = std::move(found->second);
        ready_.erase(found);
        ++taken_;
    }
    changed_.notify_all();
    waited_ = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    if (made.error) std::rethrow_exception(made.error);
    return std::move(made.batch);
}

}  // namespace mica
