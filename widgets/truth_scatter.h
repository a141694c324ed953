// Truth against prediction with the diagonal where they are equal. Dragging brushes a region, a click goes to a clip.
#pragma once

#include <QImage>
#include <QWidget>

#include <optional>
#include <vector>

#include "widgets/clip_list.h"

namespace mica {

struct TruthPoint {
    float truth = 0, prediction = 0;
    bool wrong = false;
    int clip = -1;  // position in the set
};

/// Right ones are discs, wrong ones crosses. Left and Right go from point to point by truth, Enter goes to its clip;
/// with Shift the arrows widen a region about the point that is lit; Escape lifts it.
class TruthScatter : public QWidget {
    Q_OBJECT
public:
    explicit TruthScatter(QWidget* parent = nullptr);

    /// Points that are not finite are left out. low, high: the label's range, which both axes show at least.
    void setPoints(std::vector<TruthPoint> points, double low, double high);
    [[nodiscard]] const std::vector<TruthPoint>& points() const { return points_; }
    /// Both empty: none.
    void setRegion(const NumberRange& truth, const NumberRange& prediction);
    /// Rings the clip on screen; -1: none.
    void setCurrentClip(int clip);
    /// The axes' common range.
    [[nodiscard]] double low() const { return low_; }
    [[nodiscard]] double high() const { return high_; }
    [[nodiscard]] QPointF placeOf(double truth, double prediction) const;
    [[nodiscard]] QPointF valueAt(const QPointF& place) const;
    /// The nearest point within a few pixels; -1: none.
    [[nodiscard]] int pointAt(const QPointF& place) const;
    [[nodiscard]] int lit() const { return lit_; }
    [[nodiscard]] QString pointText(int point) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Both empty: the region was lifted.
    void regionChosen(const mica::NumberRange& truth, const mica::NumberRange& prediction);
    void clipChosen(int clip);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    /// From values to places: both axes are straight lines.
    struct Scale {
        double x, y, a, b;
        [[nodiscard]] QPointF place(double truth, double prediction) const {
            return {x + a * truth, y + b * prediction};
        }
    };
    [[nodiscard]] Scale scale() const;
    [[nodiscard]] QRectF area() const;
    void light(int point);
    void choose(const QRectF& values);
    void widen(int key);
    // truth_scatter_paint.cpp
    void stamp();
    void paintAxes(QPainter& painter) const;
    void paintRegion(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;

    std::vector<TruthPoint> points_;  // by truth, then prediction
    double low_ = -3, high_ = 3;
    NumberRange truth_, prediction_;
    int current_ = -1, lit_ = -1;
    std::optional<QPointF> pressed_;
    QPointF dragged_;
    QImage stamped_;  // of all points: painting thousands of them takes longer than a frame
};

}  // namespace mica
