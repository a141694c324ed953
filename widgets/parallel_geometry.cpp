#include "widgets/parallel_geometry.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mica {

double ParallelGeometry::spacing() const { return axes > 1 ? area.width() / (axes - 1) : std::max(1.0, area.width()); }

double ParallelGeometry::x(int slot) const { return axes > 1 ? area.left() + slot * spacing() : area.center().x(); }

double ParallelGeometry::share(double y) const {
    return area.height() > 0 ? std::clamp((area.bottom() - y) / area.height(), 0.0, 1.0) : 0;
}

int ParallelGeometry::nearestSlot(double x) const {
    if (axes < 2) return axes - 1;
    return std::clamp(static_cast<int>(std::lround((x - area.left()) / spacing())), 0, axes - 1);
}

int ParallelGeometry::slotAt(const QPointF& place, double reach) const {
    if (place.y() < area.top() - reach || place.y() > area.bottom() + reach) return -1;
    const int slot = nearestSlot(place.x());
    return slot >= 0 && std::abs(place.x() - x(slot)) <= reach ? slot : -1;
}

double ParallelGeometry::distance(const QPointF& place, const std::function<double(int)>& share) const {
    constexpr double kFar = std::numeric_limits<double>::infinity();
    if (axes < 2 || place.x() < area.left() || place.x() > area.right()) return kFar;
    const int left = std::min(axes - 2, static_cast<int>((place.x() - area.left()) / spacing()));
    const double a = share(left), b = share(left + 1);
    if (std::isnan(a) || std::isnan(b)) return kFar;
    const double part = (place.x() - x(left)) / spacing(), ya = y(a), yb = y(b);
    const double upright = std::abs(place.y() - (ya + part * (yb - ya)));
    return upright * spacing() / std::hypot(spacing(), yb - ya);  // square to the line
}

std::vector<int> moved(std::vector<int> order, int from, int to) {
    const auto n = static_cast<int>(order.size());
    if (from < 0 || to < 0 || from >= n || to >= n || from == to) return order;
    const int axis = order[static_cast<std::size_t>(from)];
    order.erase(order.begin() + from);
    order.insert(order.begin() + to, axis);
    return order;
}

}  // namespace mica
