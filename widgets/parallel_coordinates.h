// A sweep's trials as lines across an axis for each setting and one for the objective; brushes on axes choose trials.
#pragma once

#include <QImage>
#include <QTimer>
#include <QWidget>

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "widgets/parallel_geometry.h"
#include "widgets/sweep_list.h"

namespace mica {

/// Dragging along an axis brushes it, again elsewhere brushes more; a brush is moved and its ends are dragged, a click
/// lifts it. An axis is moved by its name. A click near a line chooses its trial, a double click opens it.
/// Keys: Left and Right go from axis to axis (with Ctrl they move it), Up and Down move a mark on it, with Shift they
/// brush from it; Delete lifts the axis' brushes, Escape all; Page Up and Page Down go through the trials that fit, the
/// best first, Enter opens the one that is chosen.
class ParallelCoordinates : public QWidget {
    Q_OBJECT
public:
    explicit ParallelCoordinates(QWidget* parent = nullptr);

    /// Order of axes and brushes stay where the axes are the same ones. Null: nothing is drawn.
    void setList(std::shared_ptr<const SweepList> list);
    /// By position: those that fit are coloured, the others faint. Sends nothing, as all that sets.
    void setFitting(std::vector<bool> fit);
    void setBrushes(const SweepBrushes& brushes);
    /// -1: none.
    void setCurrent(int trial);
    [[nodiscard]] int current() const { return current_; }
    [[nodiscard]] const SweepBrushes& brushes() const { return brushes_; }
    /// Axes of the list from left to right.
    [[nodiscard]] const std::vector<int>& order() const { return order_; }
    void moveAxis(int from, int to);
    [[nodiscard]] ParallelGeometry geometryNow() const;
    /// Where an axis' name is dragged by.
    [[nodiscard]] QRectF nameRect(int slot) const;
    /// The line within a few pixels, one that fits rather than one that does not; -1: none.
    [[nodiscard]] int trialAt(const QPointF& place) const;
    /// The axis that keys go to; -1: none yet.
    [[nodiscard]] int currentSlot() const { return slot_; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void brushed(const mica::SweepBrushes& brushes);
    /// Positions.
    void trialChosen(int trial);
    void trialActivated(int trial);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Drag {
        enum class What { nothing, brush, move, low, high, axis } what = What::nothing;
        QPointF from, now;
        int slot = -1;
        SweepBrush brush;  // as it was
        bool moved = false;
    };
    [[nodiscard]] int axes() const { return static_cast<int>(order_.size()); }
    [[nodiscard]] const SweepAxis& axisIn(int slot) const;
    [[nodiscard]] double nameWidth(int slot) const;
    [[nodiscard]] double shareOf(std::size_t trial, int slot) const;
    [[nodiscard]] std::optional<SweepBrush> brushAt(int slot, double share, Drag::What& part) const;
    void redraw();
    void send();
    // parallel_input.cpp
    void dragTo(const QPointF& place);
    void brushBy(int key);
    void step(int by);
    void goToAxis(int slot);
    [[nodiscard]] double stepOn(const SweepAxis& axis, double share, int by) const;
    // parallel_paint.cpp
    void drawLines(QImage& image, bool fitting);
    void paintAxis(QPainter& painter, int slot) const;
    void paintBrushes(QPainter& painter, int slot) const;
    void paintCurrent(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;
    [[nodiscard]] QPolygonF part(std::size_t trial, int& slot) const;
    [[nodiscard]] QColor shade(double rank) const;
    [[nodiscard]] QPen penOf(std::size_t trial, bool fitting) const;

    std::shared_ptr<const SweepList> list_;
    std::vector<bool> fit_;
    SweepBrushes brushes_;
    std::vector<int> order_;
    int current_ = -1, slot_ = -1;
    double mark_ = 0.5;             // share on the axis of keys
    std::optional<double> anchor_;  // where a brush by keys began
    SweepBrushes before_;           // the brushes without that one
    Drag drag_;
    mutable std::vector<QColor> shades_;  // empty: to be made
    QImage faint_, strong_;               // drawn lines; null: to be drawn
};

}  // namespace mica
