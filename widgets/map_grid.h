// All heads and layers of a pair as small maps on one time axis; a click chooses one.
#pragma once

#include <QImage>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

#include "widgets/map_grid_geometry.h"
#include "widgets/map_look.h"
#include "widgets/map_worker.h"
#include "widgets/time_view.h"

namespace mica {

/// Each small map shows the visible range of time and all rows, its largest cells never lost; its scale is its own.
/// Arrow keys go from one to the next, Enter or a click chooses.
class MapGrid : public QWidget {
    Q_OBJECT
public:
    explicit MapGrid(TimeView* view, QWidget* parent = nullptr);

    /// One map per layer, ascending, of one pair; those that do not fit the axes are left out. less: one for each, or
    /// none at all; given, the small maps are the differences.
    void setMaps(std::vector<std::shared_ptr<const AttentionMap>> maps, MapAxis source, MapAxis target,
                 std::vector<std::shared_ptr<const AttentionMap>> less = {});
    [[nodiscard]] bool isDifference() const { return !less_.empty(); }
    void clear() { setMaps({}, {}, {}); }
    void setEmptyText(const QString& text);
    void setLook(const MapLook& look);
    /// layer as in the maps (0-based), head -1: the mean.
    void setChosen(int layer, int head);
    /// A row lit elsewhere; -1: none.
    void setLitRow(int row);
    /// Painted for paper: without cursor and focus, with this many pixels a unit, drawn before it returns. 0: for the
    /// screen.
    void setPrinted(double pixels);
    [[nodiscard]] int layers() const { return static_cast<int>(maps_.size()); }
    [[nodiscard]] int heads() const { return maps_.empty() ? 0 : maps_.front()->heads; }
    [[nodiscard]] QRectF tile(int layer, int head) const;
    [[nodiscard]] const QImage& image(int layer, int head) const;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int layer, int head);
    /// All small maps show what was asked for last.
    void drawn();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    using Place = MapGridGeometry::Place;
    [[nodiscard]] MapGridGeometry geometryNow() const;
    [[nodiscard]] std::size_t indexOf(Place place) const;
    [[nodiscard]] QString tell(Place place) const;
    void draw();
    /// Makes the small maps as they are wanted now; on any thread.
    [[nodiscard]] std::function<std::vector<QImage>()> drawing() const;
    void choose(Place place);
    void paintTile(QPainter& painter, Place place, const QRectF& box);
    void paintLegend(QPainter& painter);

    TimeView* view_;
    std::vector<std::shared_ptr<const AttentionMap>> maps_, less_;  // less_: empty, or one for each
    MapAxis source_, target_;
    MapLook look_;
    std::vector<QImage> images_;  // layers x (heads + 1)
    int chosen_layer_ = 0, chosen_head_ = -1, lit_row_ = -1;
    double printed_ = 0;
    Place hovered_, current_{0, 0};
    QString empty_text_;
    MapWorker worker_;
};

}  // namespace mica
