#include "app/workbench/frame_store.h"

#include <algorithm>
#include <utility>

namespace mica {

namespace {
constexpr double kRounding = 5e-7;  // seconds, as the reader's: a frame's own time finds the frame
}

FrameStore::FrameStore(std::filesystem::path file, std::size_t most_bytes)
    : file_(std::move(file)), most_bytes_(most_bytes) {}

void FrameStore::push(DecodedFrame frame) {
    bytes_ += frame.bytes;
    frames_.push_back(std::move(frame));
}

void FrameStore::begin(double cursor) {
    if (!reader_) reader_.emplace(file_);
    frames_.clear();
    bytes_ = 0;
    at_end_ = false;
    DecodedFrame first = reader_->decoded_at(0);
    const MediaInfo& info = reader_->info();
    const std::size_t held = most_bytes_ / std::max<std::size_t>(1, first.bytes);
    if (static_cast<double>(info.frames) > 0.95 * static_cast<double>(held) && info.frame_rate > 0) {
        const double from = cursor - static_cast<double>(held) / 3 / info.frame_rate;
        if (from > 0) first = reader_->decoded_at(from);
    }
    push(std::move(first));
}

bool FrameStore::fill(double cursor) {
    if (frames_.empty()) {
        begin(cursor);
        return true;
    }
    const bool full = bytes_ + frames_.back().bytes > most_bytes_;
    const bool before = cursor + kRounding < frames_.front().begin;
    const bool after = cursor >= frames_.back().end && !at_end_;
    if (before || (after && full)) {
        begin(cursor);
        return true;
    }
    if (at_end_) return false;
    if (full) {
        const double whole = frames_.back().time - frames_.front().time;
        if (cursor < frames_.front().time + whole / 2) return false;
        bytes_ -= frames_.front().bytes;
        frames_.pop_front();
    }
    auto next = reader_->decoded_next();
    at_end_ = !next;
    if (next) push(std::move(*next));
    return !at_end_;
}

std::optional<DecodedFrame> FrameStore::find(double t) const {
    const auto after = std::upper_bound(frames_.begin(), frames_.end(), t + kRounding,
                                        [](double at, const DecodedFrame& f) { return at < f.begin; });
    if (after == frames_.begin()) return std::nullopt;
    const DecodedFrame& found = *(after - 1);
    return t + kRounding < found.end ? std::optional(found) : std::nullopt;
}

}  // namespace mica
