// Where the small maps of all heads and layers lie.
#pragma once

#include <QRectF>
#include <QSizeF>

namespace mica {

/// Layers from top to bottom, heads from left to right, their mean in the last column. `labels` is the room kept for
/// the layers' and heads' names (width left, height above).
struct MapGridGeometry {
    QSizeF size, labels;
    int layers = 0, heads = 0;

    [[nodiscard]] int columns() const { return heads + 1; }
    /// Of the small map; empty outside. column: the head, or `heads` for the mean.
    [[nodiscard]] QRectF tile(int layer, int column) const;
    struct Place {
        int layer = -1, column = -1;
        bool operator==(const Place&) const = default;
    };
    /// {-1, -1} between the small maps.
    [[nodiscard]] Place at(const QPointF& point) const;
};

}  // namespace mica
