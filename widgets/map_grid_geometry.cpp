#include "widgets/map_grid_geometry.h"

#include <algorithm>
#include <cmath>

namespace mica {

namespace {
constexpr double kGap = 4;
}

QRectF MapGridGeometry::tile(int layer, int column) const {
    if (layer < 0 || layer >= layers || column < 0 || column >= columns()) return {};
    const double wide = std::max(1.0, (size.width() - labels.width()) / columns()),
                 high = std::max(1.0, (size.height() - labels.height()) / layers);
    return {labels.width() + wide * column + kGap / 2, labels.height() + high * layer + kGap / 2,
            std::max(1.0, wide - kGap), std::max(1.0, high - kGap)};
}

MapGridGeometry::Place MapGridGeometry::at(const QPointF& point) const {
    if (layers <= 0 || point.x() < labels.width() || point.y() < labels.height()) return {};
    const double wide = std::max(1.0, (size.width() - labels.width()) / columns()),
                 high = std::max(1.0, (size.height() - labels.height()) / layers);
    const Place place{static_cast<int>(std::floor((point.y() - labels.height()) / high)),
                      static_cast<int>(std::floor((point.x() - labels.width()) / wide))};
    return tile(place.layer, place.column).contains(point) ? place : Place{};
}

}  // namespace mica
