// Base of everything that lies on the time axis: one header column, one plot area, one way to point at a time.
#pragma once

#include <QPointer>
#include <QWidget>

#include <vector>

#include "widgets/time_geometry.h"
#include "widgets/time_view.h"

namespace mica {

/// A piece of a lane that the model does not see, in seconds, and what a person reads there.
struct HiddenSpan {
    Interval time;
    QString text;
    bool operator==(const HiddenSpan&) const = default;
};

/// A click sets the cursor, a drag selects, Shift+click and Shift+drag extend the selection, a double click clears
/// it, the wheel scrolls, Ctrl+wheel zooms about the pointer. A drag past an end scrolls. Lanes under each other share the header's width, so their times
/// stand under each other. Subclasses paint with paintPlot and paintHeader.
class TimeLane : public QWidget {
    Q_OBJECT
public:
    explicit TimeLane(TimeView* view, const QString& title, QWidget* parent = nullptr);

    [[nodiscard]] TimeView* view() const { return view_; }
    [[nodiscard]] QString title() const { return title_; }
    void setTitle(const QString& title);
    /// Logical pixels; the same for all lanes of one font unless set.
    [[nodiscard]] int headerWidth() const;
    void setHeaderWidth(int pixels);
    /// Hatched and named above the plot, in the order of time.
    void setHidden(std::vector<HiddenSpan> spans);
    [[nodiscard]] const std::vector<HiddenSpan>& hidden() const { return hidden_; }

    /// Painted for paper: without cursor and focus, images with this many pixels a unit. 0: for the screen.
    void setPrinted(double pixels);
    [[nodiscard]] double printed() const { return printed_; }

    /// In lane pixels: where times are drawn.
    [[nodiscard]] virtual QRectF plotArea() const;
    [[nodiscard]] TimeScale timeScale() const;
    [[nodiscard]] double xOfTime(double seconds) const { return laneXOfTime(timeScale(), seconds); }
    [[nodiscard]] double timeOfX(double laneX) const { return timeOfLaneX(timeScale(), laneX); }

Q_SIGNALS:
    /// The pointer moved over the plot (NaN: it left).
    void timeHovered(double seconds);

protected:
    /// Clipped to the plot area.
    virtual void paintPlot(QPainter& painter, const QRectF& area) = 0;
    /// The header column; the title by default.
    virtual void paintHeader(QPainter& painter, const QRectF& area);
    /// How much the selection tints the plot; its borders are drawn always.
    [[nodiscard]] virtual float selectionOpacity() const { return 0.16F; }
    /// Whether a drag moves the cursor (the ruler) instead of selecting.
    [[nodiscard]] virtual bool dragMovesCursor() const { return false; }
    /// Cursor line and selection, above the plot.
    virtual void paintCursor(QPainter& painter, const QRectF& area);

    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Drag { none, cursor, pressed, selection, extension };
    void paintHidden(QPainter& painter, const QRectF& area);
    void updateCursor(double from, double to);
    void drag(double x);

    QPointer<TimeView> view_;
    QString title_;
    std::vector<HiddenSpan> hidden_;
    int header_width_ = -1;
    double printed_ = 0;
    Drag drag_ = Drag::none;
    double drag_begin_ = 0, press_x_ = 0;
    double painted_position_ = 0;
};

}  // namespace mica
