// The one shared cursor, zoom and selection of a clip. Views read it and change it; they never talk to each other.
#pragma once

#include <QObject>

#include <vector>

#include "datasets/types/interval.h"

namespace mica {

/// All times in seconds from the start of the clip. Setters clamp: position and selection into
/// [0, duration], the visible range into it and never below shortestRange(). Signals are sent only on a
/// real change. GUI thread only.
class TimeView : public QObject {
    Q_OBJECT
public:
    /// selection: what is selected is played again and again; without a selection nothing repeats.
    enum class Loop { off, selection, all };
    Q_ENUM(Loop)
    /// What the visible range does when the cursor moves: nothing, turn the page when the cursor leaves it, or keep
    /// the cursor in the middle (a ticker).
    enum class Follow { off, page, centred };
    Q_ENUM(Follow)

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
    [[nodiscard]] Follow follow() const { return follow_; }
    [[nodiscard]] double shortestRange() const;
    /// The piece that playing repeats: the selection, or all; empty where loop is off.
    [[nodiscard]] Interval loopRange() const;

    /// A new clip: everything visible, cursor at 0, no selection. Not finite or negative counts as 0.
    void reset(double duration, double frameStep = 0.04);
    void setDuration(double seconds);
    void setFrameStep(double seconds);
    /// When each frame begins, ascending: stepping goes from one to the next, however unevenly they lie. Empty: the
    /// grid of frameStep().
    void setFrameTimes(std::vector<double> times);
    void setVisibleRange(Interval range);
    /// In either order; an empty one clears the selection.
    void setSelection(double one, double other);
    void clearSelection() { setSelection(0, 0); }
    /// Moves the nearer end of the selection to `time`; without one selects from the cursor to there.
    void extendSelection(double time);
    void setLoop(Loop loop);
    void setFollow(Follow follow);
    /// While a hand drags on the time line nothing may scroll away under it: following waits.
    void setHeld(bool held);

public Q_SLOTS:
    void setPosition(double seconds);
    /// To the exact time of the frame `frames` ahead (negative: back).
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
    void followChanged(mica::TimeView::Follow follow);

private:
    void followCursor();

    double duration_ = 0, position_ = 0, frame_step_ = 0.04;
    Interval visible_{0, 1}, selection_;
    std::vector<double> frame_times_;
    Loop loop_ = Loop::selection;
    Follow follow_ = Follow::page;
    bool held_ = false;
};

}  // namespace mica
