#include "app/workbench/frame_store.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace mica {

namespace {

constexpr double kRounding = 5e-7;   // seconds, as the reader's: a frame's own time finds the frame
constexpr double kBefore = 2;        // what lies before the cursor counts as this many times as far away
constexpr double kNearlyAll = 0.98;  // frames differ a little in size

// How far the cursor is from having passed a frame, whichever way; the film's last frame has no end.
double distance(double cursor, const DecodedFrame& frame) {
    if (frame.begin > cursor) return (std::isfinite(frame.end) ? frame.end : frame.begin) - cursor;
    return frame.end <= cursor ? kBefore * (cursor - frame.end) : 0;
}

}  // namespace

FrameStore::FrameStore(std::filesystem::path file, std::size_t most_bytes)
    : file_(std::move(file)), most_bytes_(most_bytes) {}

FrameStore::Frames::const_iterator FrameStore::at(double t) const {
    const auto after = frames_.upper_bound(t + kRounding);
    if (after == frames_.begin()) return frames_.end();
    const auto found = std::prev(after);
    return t + kRounding < found->second.end ? found : frames_.end();
}

// The end of the last frame of those that follow the one at t without a gap; t itself where that is not held.
double FrameStore::heldUntil(double t) const {
    auto frame = at(t);
    if (frame == frames_.end()) return t;
    double end = frame->second.end;
    while (++frame != frames_.end() && frame->first <= end + kRounding) end = frame->second.end;
    return end;
}

// The begin of the first frame of those before the one at t without a gap.
double FrameStore::heldFrom(double t) const {
    auto frame = at(t);
    if (frame == frames_.end()) return t;
    while (frame != frames_.begin() && std::prev(frame)->second.end + kRounding >= frame->first) --frame;
    return frame->first;
}

// The time whose frame is to be decoded next.
std::optional<double> FrameStore::wanted(double cursor) const {
    const double until = heldUntil(cursor);
    if (until <= cursor) return cursor;
    const bool full = bytes_ + largest_ > most_bytes_;
    const double farthest =
        std::max(distance(cursor, frames_.begin()->second), distance(cursor, frames_.rbegin()->second));
    // seconds that fit, and how many of them lie behind the cursor where the film has as many before it
    const double all = static_cast<double>(most_bytes_) / static_cast<double>(std::max<std::size_t>(1, largest_)) /
                       std::max(1.0, reader_->info().frame_rate);
    const double ahead = all - std::min(cursor, all / (1 + kBefore));
    if (std::isfinite(until) && until - cursor < ahead && (!full || until - cursor < farthest)) return until;
    const double held = std::clamp((std::isfinite(until) ? until : frames_.rbegin()->first) - cursor, 0.0, ahead);
    const double from = heldFrom(cursor);
    double start = std::max(0.0, cursor - kNearlyAll * (all - held));
    if (start >= from) return std::nullopt;
    start = std::max(start, heldUntil(start));
    if (start >= from || (full && kBefore * (cursor - start) >= farthest)) return std::nullopt;
    return start;
}

// False: all that is held is nearer than the new one.
bool FrameStore::makeRoom(double cursor, double begin) {
    const double wish = begin > cursor ? begin - cursor : kBefore * (cursor - begin);
    while (bytes_ + largest_ > most_bytes_ && !frames_.empty()) {
        const auto first = frames_.begin(), last = std::prev(frames_.end());
        const double before = distance(cursor, first->second), after = distance(cursor, last->second);
        if (std::max(before, after) <= wish) return false;
        const auto gone = before > after ? first : last;
        bytes_ -= gone->second.bytes;
        frames_.erase(gone);
    }
    return true;
}

bool FrameStore::fill(double cursor) {
    if (!reader_) reader_.emplace(file_);
    cursor = std::max(0.0, cursor);
    const std::optional<double> time = wanted(cursor);
    if (!time) return false;
    DecodedFrame frame = reader_->decoded_at(*time);
    largest_ = std::max(largest_, frame.bytes);
    if (frames_.contains(frame.begin) || !makeRoom(cursor, std::max(0.0, frame.begin))) return false;
    bytes_ += frame.bytes;
    const double begin = frame.begin;
    frames_.emplace(begin, std::move(frame));
    return true;
}

std::optional<DecodedFrame> FrameStore::find(double t) const {
    const auto found = at(t);
    return found == frames_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace mica
