// The attention of one pair in one layer on the clip's time line: columns are the source's time, rows the
// target's steps. Tied both ways to the shared cursor.
#pragma once

#include <QImage>

#include <memory>
#include <vector>

#include "core/reports/reports.h"
#include "widgets/map_axis.h"
#include "widgets/map_shades.h"
#include "widgets/time_lane.h"
#include "widgets/color_scale.h"

namespace mica {

/// Beyond a lane's habits: Shift+wheel scrolls rows, Ctrl+Shift+wheel zooms rows about the pointer. A click sets
/// the time to the cell's (the source's; the target's where the source has none) and freezes its row; a second
/// click on the cell or Esc thaws it. Up and Down move the frozen row, Enter freezes the lit one, Page keys
/// scroll rows, Ctrl+Up and Ctrl+Down zoom them. Columns without times lie evenly spread, numbered below.
class AttentionMapView : public TimeLane {
    Q_OBJECT
public:
    enum class Truth { none, times, links };
    Q_ENUM(Truth)

    explicit AttentionMapView(TimeView* view, QWidget* parent = nullptr);
    ~AttentionMapView() override;

    /// The map and what stands along it. Zoom of rows, frozen row and settings stay where the sizes are the same.
    /// A map whose sizes disagree with the axes or itself is refused: false, and the view says so.
    bool setMap(AttentionMap map, MapAxis source, MapAxis target, std::vector<Link> links = {});
    void clear();
    [[nodiscard]] bool hasMap() const;
    /// Said while there is no map ("Train a model or open a run to see its attention").
    void setEmptyText(const QString& text);

    [[nodiscard]] const AttentionMap& map() const { return map_; }
    [[nodiscard]] const MapAxis& sourceAxis() const { return source_; }
    [[nodiscard]] const MapAxis& targetAxis() const { return target_; }
    [[nodiscard]] const Shades& shades() const { return shades_; }

    /// -1: mean over heads; clamped to the heads there are.
    void setHead(int head);
    [[nodiscard]] int head() const { return options_.head; }
    void setScale(MapScale scale);
    [[nodiscard]] MapScale scale() const { return options_.scale; }
    void setNormalisation(MapNormalisation normalisation);
    [[nodiscard]] MapNormalisation normalisation() const { return options_.normalisation; }
    void setColours(MapColours colours);
    void setShowSelected(bool w);    // outline of W, gamma's selection
    void setShowPropagated(bool v);  // outline of V, the selection after propagation
    void setTruth(Truth truth);
    /// How many strongest sources of the lit row are marked and told; 0 to 32.
    void setStrongestCount(int k);

    [[nodiscard]] Interval visibleRows() const { return rows_; }
    void setVisibleRows(Interval rows);
    void zoomRowsAbout(double row, double factor);

    /// The row lit: pointed at, frozen, set from elsewhere, or that of the current time; -1: none.
    [[nodiscard]] int litRow() const;
    [[nodiscard]] bool isFrozen() const { return frozen_row_ >= 0; }
    /// Cell under a lane position; {-1, -1} outside or in a gap (either can be -1 alone).
    struct Cell {
        int row = -1, column = -1;
        bool operator==(const Cell&) const = default;
    };
    [[nodiscard]] Cell cellAt(const QPointF& lane) const;
    /// Lane rectangle of a cell at the present zoom (may be outside of the plot).
    [[nodiscard]] QRectF cellRect(int row, int column) const;
    /// Sentence about a cell: weight, what it joins, their times.
    [[nodiscard]] QString cellText(int row, int column) const;

    [[nodiscard]] QRectF plotArea() const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    /// Lights a row from elsewhere (a word pointed at); -1: back to the frozen or current one.
    void setHighlightedRow(int row);
    void freezeRow(int row);
    void thaw();

Q_SIGNALS:
    /// time: where the source step lies (NaN where unknown). row or column -1: the pointer left the cells.
    void cellHovered(int row, int column, double time);
    void cellClicked(int row, int column, double time);
    /// The lit row changed (-1: none), for views that show its word or frame.
    void rowLit(int row);
    /// Strongest sources of the lit row, strongest first; empty where no row is lit.
    void strongestChanged(int row, const std::vector<mica::StrongSource>& sources);

protected:
    void paintPlot(QPainter& painter, const QRectF& area) override;
    void paintHeader(QPainter& painter, const QRectF& area) override;
    void paintCursor(QPainter& painter, const QRectF& area) override;
    [[nodiscard]] float selectionOpacity() const override { return 0; }  // a tint would change the weights' colours
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Cache;
    [[nodiscard]] bool columnsHaveTimes() const { return !source_.times.empty(); }
    [[nodiscard]] double columnTime(int column) const;
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] int legendHeight() const;
    [[nodiscard]] int bandHeight() const;
    void reshade();
    void retell();
    void respan();
    void relight();
    void renderCache(const QRectF& area);
    void paintMarks(QPainter& painter, const QRectF& area);
    void paintValues(QPainter& painter, const QRectF& area);
    void paintDiagonal(QPainter& painter, const QRectF& area);
    void paintBand(QPainter& painter, const QRectF& area);
    void paintLegend(QPainter& painter, const QRectF& area);

    AttentionMap map_;
    MapAxis source_, target_;
    std::vector<Link> links_;
    ShadeOptions options_;
    Shades shades_;
    std::vector<Interval> columns_;  // spans in seconds
    std::vector<std::uint8_t> selected_, propagated_, truth_cells_;
    bool show_w_ = false, show_v_ = false;
    Truth truth_ = Truth::none;
    MapColours colours_ = MapColours::blue_yellow;
    int strongest_count_ = 5;
    Interval rows_{0, 1};
    int hovered_row_ = -1, hovered_column_ = -1, outer_row_ = -1, frozen_row_ = -1, lit_row_ = -1;
    std::vector<StrongSource> strongest_;
    QString empty_text_, refused_;
    std::unique_ptr<Cache> cache_;
};

}  // namespace mica
