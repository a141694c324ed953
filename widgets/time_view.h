// The one shared cursor, zoom and selection of a clip. Views read it and change it; they never talk to each other.
#pragma once

#include <QObject>

#include "datasets/types/interval.h"

namespace mica {

/// All times in seconds from the start of the clip. Setters clamp: position and selection into
/// [0, duration], the visible range into it and never below shortestRange(). Signals are sent only on a
/// real change. GUI thread only.
class TimeView : public QObject {
    Q_OBJECT
public:
    enum class Loop { off, selection, all };
    Q_ENUM(Loop)

    explicit TimeView(QObject* parent = nullptr);

    [[nodiscard]] double duration() const { return duration_; }
    [[nodiscard]] double position() const { return position_; }
    /// What the lanes show; of positive length always ([0, 1] while the duration is unknown).
    [[nodiscard]] const Interval& visibleRange() const { return visible_; }
    [[nodiscard]] const Interval& selection() const { return selection_; }
    [[nodiscard]] bool hasSelection() const { return selection_.duration() > 0; }
    /// Seconds between two frames of the video (or steps of the finest stream).
    [[nodiscard]] double frameStep() const { return frame_step_; }
    [[nodiscard]] Loop loop() const { return loop_; }
    [[nodiscard]] bool follow() const { return follow_; }
    [[nodiscard]] double shortestRange() const;
    /// The piece that playing repeats: the selection, or all; empty where loop is off.
    [[nodiscard]] Interval loopRange() const;

    /// A new clip: everything visible, cursor at 0, no selection. Not finite or negative counts as 0.
    void reset(double duration, double frameStep = 0.04);
    void setDuration(double seconds);
    void setFrameStep(double seconds);
    void setVisibleRange(Interval range);
    /// In either order; an empty one clears the selection.
    void setSelection(double one, double other);
    void clearSelection() { setSelection(0, 0); }
    void setLoop(Loop loop);
    /// While following, a position outside of the visible range moves the range.
    void setFollow(bool follow);

public Q_SLOTS:
    void setPosition(double seconds);
    /// To the exact time of the frame `frames` ahead (negative: back) on the grid of frameStep().
    void stepFrames(int frames);
    /// factor > 1 zooms in; `time` keeps its place on the screen.
    void zoomAbout(double time, double factor);
    void scrollBy(double seconds);
    void showAll();
    void showSelection();
    /// Scrolls by as little as possible until the time is visible with a margin around it.
    void ensureVisible(double time);

Q_SIGNALS:
    void durationChanged(double seconds);
    void positionChanged(double seconds);
    void rangeChanged(const mica::Interval& visible);
    void selectionChanged(const mica::Interval& selection);
    void frameStepChanged(double seconds);
    void loopChanged(mica::TimeView::Loop loop);
    void followChanged(bool follow);

private:
    double duration_ = 0, position_ = 0, frame_step_ = 0.04;
    Interval visible_{0, 1}, selection_;
    Loop loop_ = Loop::off;
    bool follow_ = true;
};

}  // namespace mica
