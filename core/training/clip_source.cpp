#include "core/training/clip_source.h"

namespace mica {

ClipSource::ClipSource(std::shared_ptr<const Dataset> set, std::size_t cache_bytes) : set_(std::move(set)) {
    std::size_t bytes = 0;
    for (const ClipInfo& clip : set_->clips())
        for (Modality m : kModalities)
            bytes +=
                clip.steps[index(m)] * (set_->info().streams[index(m)].features * sizeof(float) + sizeof(Interval));
    cached_ = bytes <= cache_bytes;
    if (cached_) return;
    reader_ = std::jthread([this](const std::stop_token& stop) {
        for (;;) {
            std::packaged_task<std::shared_ptr<const Clip>()> task;
            {
                std::unique_lock lock(mutex_);
                if (!wake_.wait(lock, stop, [&] { return !tasks_.empty(); })) return;
                task = std::move(tasks_.front());
                tasks_.pop_front();
            }
            task();
        }
    });
}

ClipSource::~ClipSource() = default;

std::shared_ptr<const Clip> ClipSource::get(std::size_t clip) {
    if (cached_) {
        auto& kept = kept_[clip];
        if (!kept) kept = std::make_shared<const Clip>(set_->read(clip));
        return kept;
    }
    const auto found = ahead_.find(clip);
    if (found == ahead_.end()) return std::make_shared<const Clip>(set_->read(clip));
    const Pending pending = found->second;
    ahead_.erase(found);
    fill();
    return pending.get();
}

void ClipSource::expect(const std::vector<std::size_t>& clips) {
    if (cached_) return;
    {
        const std::lock_guard lock(mutex_);
        tasks_.clear();
    }
    ahead_.clear();
    upcoming_.assign(clips.begin(), clips.end());
    fill();
}

void ClipSource::fill() {
    while (!upcoming_.empty() && ahead_.size() < kAhead) {
        const std::size_t clip = upcoming_.front();
        upcoming_.pop_front();
        if (ahead_.contains(clip)) continue;
        std::packaged_task<std::shared_ptr<const Clip>()> task(
            [set = set_, clip] { return std::make_shared<const Clip>(set->read(clip)); });
        ahead_.emplace(clip, task.get_future().share());
        {
            const std::lock_guard lock(mutex_);
            tasks_.push_back(std::move(task));
        }
        wake_.notify_one();
    }
}

}  // namespace mica
