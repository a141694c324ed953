#include "core/training/trainer.h"

namespace mica {

void TrainingControl::pause(bool on) {
    {
        const std::lock_guard lock(mutex_);
        paused_ = on;
    }
    unpaused_.notify_all();
}

bool TrainingControl::paused() const {
    const std::lock_guard lock(mutex_);
    return paused_;
}

void TrainingControl::watch(std::vector<std::string> clip_ids) {
    const std::lock_guard lock(mutex_);
    watched_ = std::move(clip_ids);
}

std::vector<std::string> TrainingControl::watched() const {
    const std::lock_guard lock(mutex_);
    return watched_;
}

void TrainingControl::change(const LiveSettings& live) {
    const std::lock_guard lock(mutex_);
    change_ = live;
}

std::optional<LiveSettings> TrainingControl::take_change() const {
    const std::lock_guard lock(mutex_);
    return std::exchange(change_, std::nullopt);
}

void TrainingControl::wait_while_paused(const std::stop_token& stop) const {
    std::unique_lock lock(mutex_);
    (void)unpaused_.wait(lock, stop, [this] { return !paused_; });
}

}  // namespace mica
