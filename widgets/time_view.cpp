#include "widgets/time_view.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/time_geometry.h"

namespace mica {

TimeView::TimeView(QObject* parent) : QObject(parent) {}

double TimeView::shortestRange() const {
    // ten frames across a window, or a tenth of a second: closer says nothing more
    return std::max(1e-3, std::min(0.1, 4 * frame_step_));
}

Interval TimeView::loopRange() const {
    switch (loop_) {
        case Loop::selection:
            return selection_;
        case Loop::all:
            return {0, duration_};
        case Loop::off:
            break;
    }
    return {};
}

void TimeView::reset(double duration, double frameStep) {
    clearSelection();
    setFrameTimes({});
    setFrameStep(frameStep);
    setPosition(0);
    setDuration(duration);
    showAll();
}

void TimeView::setDuration(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0) seconds = 0;
    if (seconds == duration_) return;
    const bool all = visible_ == Interval{0, duration_ > 0 ? duration_ : 1};
    duration_ = seconds;
    Q_EMIT durationChanged(duration_);
    setPosition(position_);
    setSelection(selection_.begin, selection_.end);
    if (all)
        showAll();
    else
        setVisibleRange(visible_);
}

void TimeView::setFrameStep(double seconds) {
    if (!std::isfinite(seconds) || seconds <= 0 || seconds == frame_step_) return;
    frame_step_ = seconds;
    Q_EMIT frameStepChanged(seconds);
}

void TimeView::setFrameTimes(std::vector<double> times) {
    if (!std::is_sorted(times.begin(), times.end())) times.clear();
    frame_times_ = std::move(times);
}

void TimeView::setVisibleRange(Interval range) {
    if (!std::isfinite(range.begin) || !std::isfinite(range.end)) return;
    if (range.end < range.begin) std::swap(range.begin, range.end);
    range = clampedRange(range, duration_ > 0 ? duration_ : 1, shortestRange());
    if (range == visible_) return;
    visible_ = range;
    Q_EMIT rangeChanged(visible_);
}

void TimeView::setSelection(double one, double other) {
    if (!std::isfinite(one) || !std::isfinite(other)) return;
    Interval s{std::clamp(std::min(one, other), 0.0, duration_), std::clamp(std::max(one, other), 0.0, duration_)};
    if (s.duration() <= 0) s = {};
    if (s == selection_) return;
    selection_ = s;
    Q_EMIT selectionChanged(selection_);
}

void TimeView::extendSelection(double time) {
    if (!hasSelection()) return setSelection(position_, time);
    setSelection(time > selection_.middle() ? selection_.begin : selection_.end, time);
}

void TimeView::setLoop(Loop loop) {
    if (loop == loop_) return;
    loop_ = loop;
    Q_EMIT loopChanged(loop_);
}

void TimeView::setFollow(Follow follow) {
    if (follow == follow_) return;
    follow_ = follow;
    Q_EMIT followChanged(follow_);
    followCursor();
}

void TimeView::setHeld(bool held) {
    held_ = held;
    if (!held) followCursor();
}

void TimeView::followCursor() {
    if (held_ || follow_ == Follow::off) return;
    const double length = visible_.duration();
    if (follow_ == Follow::centred)
        setVisibleRange({position_ - length / 2, position_ + length / 2});
    else if (position_ > visible_.end)  // the next page begins a little before the cursor
        setVisibleRange({position_ - 0.05 * length, position_ + 0.95 * length});
    else
        ensureVisible(position_);
}

void TimeView::setPosition(double seconds) {
    if (!std::isfinite(seconds)) return;
    seconds = std::clamp(seconds, 0.0, duration_);
    if (seconds == position_) return;
    position_ = seconds;
    Q_EMIT positionChanged(position_);
    followCursor();
}

void TimeView::stepFrames(int frames) {
    if (!frame_times_.empty()) {
        // the frame on screen, with the tolerance of the reader
        const auto after = std::upper_bound(frame_times_.begin(), frame_times_.end(), position_ + 5e-7);
        const auto last = static_cast<std::ptrdiff_t>(frame_times_.size()) - 1;
        std::ptrdiff_t at = after - frame_times_.begin() - 1 + frames;
        // from inside of a frame one step back leads to its own begin
        if (frames < 0 && after != frame_times_.begin() && position_ - *(after - 1) > 5e-7) ++at;
        return setPosition(frame_times_[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at, 0, last))]);
    }
    // a hair of tolerance, so that 0.28 / 0.04 counts as 7 and not as 6.999...
    const double grid = position_ / frame_step_;
    const double nearest = std::round(grid);
    double at = grid;
    if (std::abs(grid - nearest) < 1e-6)
        at = nearest;
    else
        at = frames > 0 ? std::floor(grid) : std::ceil(grid);
    const double last = std::max(0.0, std::ceil(duration_ / frame_step_ - 1e-6) - 1);
    setPosition(std::clamp(at + frames, 0.0, last) * frame_step_);
}

void TimeView::zoomAbout(double time, double factor) {
    if (!std::isfinite(time) || !std::isfinite(factor) || factor <= 0) return;
    // the factor is limited first: clamping afterwards would move the anchor
    const double whole = duration_ > 0 ? duration_ : 1;
    const double length = std::clamp(visible_.duration() / factor, std::min(shortestRange(), whole), whole);
    if (length >= whole) return showAll();  // exactly, without the rounding
    setVisibleRange(zoomedRange(visible_, time, visible_.duration() / length));
}

void TimeView::scrollBy(double seconds) {
    if (std::isfinite(seconds)) setVisibleRange({visible_.begin + seconds, visible_.end + seconds});
}

void TimeView::showAll() { setVisibleRange({0, duration_ > 0 ? duration_ : 1}); }

void TimeView::showSelection() {
    if (!hasSelection()) return;
    const double margin = 0.1 * selection_.duration();
    setVisibleRange({selection_.begin - margin, selection_.end + margin});
}

void TimeView::ensureVisible(double time) {
    if (!std::isfinite(time)) return;
    if (time >= visible_.begin && time <= visible_.end) return;
    const double margin = 0.1 * visible_.duration();
    if (time < visible_.begin)
        scrollBy(time - margin - visible_.begin);
    else
        scrollBy(time + margin - visible_.end);
}

}  // namespace mica
