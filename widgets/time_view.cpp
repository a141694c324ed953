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
    if (loop_ == Loop::off) return {};
    if (loop_ == Loop::selection && hasSelection()) return selection_;
    return {0, duration_};
}

void TimeView::reset(double duration, double frameStep) {
    clearSelection();
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

void TimeView::setLoop(Loop loop) {
    if (loop == loop_) return;
    loop_ = loop;
    Q_EMIT loopChanged(loop_);
}

void TimeView::setFollow(bool follow) {
    if (follow == follow_) return;
    follow_ = follow;
    Q_EMIT followChanged(follow_);
    if (follow_) ensureVisible(position_);
}

void TimeView::setPosition(double seconds) {
    if (!std::isfinite(seconds)) return;
    seconds = std::clamp(seconds, 0.0, duration_);
    if (seconds == position_) return;
    position_ = seconds;
    Q_EMIT positionChanged(position_);
    if (follow_) ensureVisible(position_);
}

void TimeView::stepFrames(int frames) {
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
