// Where the axes of parallel coordinates stand, and what lies under a place. Pure functions.
#pragma once

#include <QPointF>
#include <QRectF>

#include <functional>
#include <vector>

namespace mica {

/// Axes stand in slots from left to right, shares run from the bottom (0) to the top (1) of `area`.
struct ParallelGeometry {
    QRectF area;
    int axes = 0;

    [[nodiscard]] double x(int slot) const;
    [[nodiscard]] double y(double share) const { return area.bottom() - share * area.height(); }
    /// In [0, 1]: places outside go to the nearer end.
    [[nodiscard]] double share(double y) const;
    /// Pixels between neighbours; the width where there is one alone.
    [[nodiscard]] double spacing() const;
    /// The axis within `reach` pixels of a place that is not above or below all axes by more than that; -1: none.
    [[nodiscard]] int slotAt(const QPointF& place, double reach) const;
    /// The slot that an axis dropped at x goes to.
    [[nodiscard]] int nearestSlot(double x) const;
    /// How far a place lies from the line of a trial, in pixels; `share`: of the trial at a slot, NaN: none. Infinite
    /// where the line is not drawn there.
    [[nodiscard]] double distance(const QPointF& place, const std::function<double(int)>& share) const;
};

/// The order after the axis in slot `from` was moved to slot `to`.
[[nodiscard]] std::vector<int> moved(std::vector<int> order, int from, int to);

}  // namespace mica
