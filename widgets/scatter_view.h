// Points in two or three dimensions: queries as discs, keys as crosses, coloured by modality.
#pragma once

#include <QWidget>

#include <array>
#include <optional>
#include <vector>

#include "datasets/types/modality.h"

namespace mica {

struct ScatterPoint {
    std::array<float, 3> at{};
    Modality modality = Modality::text;
    bool query = false;
    QString tip;
};

/// In three dimensions a drag turns the cloud, in two it moves it; the wheel and +/- zoom, Home shows all. Arrows turn
/// or move, Page Up and Page Down light the point before or after, Enter or a click chooses.
class ScatterView : public QWidget {
    Q_OBJECT
public:
    explicit ScatterView(QWidget* parent = nullptr);

    /// Keeps the view where the number of points and dimensions stay, so that a picture can form under the eye.
    void setPoints(std::vector<ScatterPoint> points, int dimensions, const QStringList& axes);
    [[nodiscard]] const std::vector<ScatterPoint>& points() const { return points_; }
    void setCaption(const QString& text);
    [[nodiscard]] const QString& caption() const { return caption_; }
    /// Rings a point (of the linked view); -1: none. Sends nothing.
    void setLit(int point);
    [[nodiscard]] int lit() const { return lit_; }
    /// Points that belong to the clip on screen are drawn larger; empty: none.
    void setStrong(std::vector<bool> strong);
    void showAll();
    /// Where a point is drawn.
    [[nodiscard]] QPointF placeOf(int point) const;
    /// The nearest point within a few pixels; -1: none.
    [[nodiscard]] int pointAt(const QPointF& place) const;
    /// Turn about the vertical and then the horizontal axis, radians.
    [[nodiscard]] std::array<double, 2> turn() const { return {turn_, tilt_}; }

    [[nodiscard]] QSize sizeHint() const override { return {320, 300}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {140, 160}; }

Q_SIGNALS:
    void pointLit(int point);
    void pointChosen(int point);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    /// x and y in [-1, 1] before zoom, and depth (nearer is larger).
    [[nodiscard]] std::array<double, 3> turned(const std::array<float, 3>& at) const;
    [[nodiscard]] QPointF placed(const std::array<double, 3>& at) const;
    void light(int point);
    void moveBy(double x, double y);
    void zoom(double factor);
    void paintAxes(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;

    std::vector<ScatterPoint> points_;
    std::vector<bool> strong_;
    std::array<double, 3> middle_{};
    double radius_ = 1;
    int dimensions_ = 2, lit_ = -1;
    QStringList axes_;
    QString caption_;
    double turn_ = 0.6, tilt_ = 0.4, scale_ = 1;
    QPointF shift_, pressed_, dragged_;
    bool dragging_ = false;
};

}  // namespace mica
