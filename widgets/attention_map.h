// The attention of one pair in one layer on the clip's time line, or the difference of two: columns are the source's
// time, rows the target's steps. Tied both ways to the shared cursor.
#pragma once

#include <QImage>

#include <memory>
#include <vector>

#include "core/reports/reports.h"
#include "widgets/color_scale.h"
#include "widgets/map_axis.h"
#include "widgets/map_picture.h"
#include "widgets/map_shades.h"
#include "widgets/map_worker.h"
#include "widgets/time_lane.h"

namespace mica {

/// What a map view shows: a map, what stands along it, and, where maps are compared, the others.
struct MapContent {
    std::shared_ptr<const AttentionMap> map;
    MapAxis source, target;
    std::vector<Link> links = {};
    std::shared_ptr<const AttentionMap> less = {};                 // given: the map less this one is shown
    std::vector<std::shared_ptr<const AttentionMap>> beside = {};  // maps on screen that share the scale
};

/// Beyond a lane's habits: Shift+wheel scrolls rows, Ctrl+Shift+wheel zooms rows about the pointer. A click sets
/// the time to the cell's (the source's; the target's where the source has none) and freezes its row; a second
/// click on the cell or Esc thaws it. Up and Down move the frozen row, Enter freezes the lit one, Page keys
/// scroll rows, Ctrl+Up and Ctrl+Down zoom them. Columns without times lie evenly spread, numbered below.
class AttentionMapView : public TimeLane {
    Q_OBJECT
public:
    using Truth = MapTruth;

    explicit AttentionMapView(TimeView* view, QWidget* parent = nullptr);
    ~AttentionMapView() override;

    /// Zoom of rows, frozen row and settings stay where the sizes are the same. A map whose sizes disagree with the
    /// axes, the other map or itself is refused: false, and the view says so. Small maps are there at once, large ones
    /// are shaded by a worker and are there at drawn().
    bool setContent(MapContent content);
    bool setMap(AttentionMap map, MapAxis source, MapAxis target, std::vector<Link> links = {});
    void clear();
    [[nodiscard]] bool hasMap() const;
    /// Said while there is no map ("Train a model or open a run to see its attention").
    void setEmptyText(const QString& text);

    /// Of what is on screen.
    [[nodiscard]] const AttentionMap& map() const;
    [[nodiscard]] const MapAxis& sourceAxis() const { return shown_->source; }
    [[nodiscard]] const MapAxis& targetAxis() const { return shown_->target; }
    [[nodiscard]] const Shades& shades() const { return picture_.shades; }
    [[nodiscard]] bool isDifference() const { return shown_->kind() == MapKind::difference; }
    /// A worker shades what was asked for last.
    [[nodiscard]] bool isDrawing() const { return worker_.busy(); }

    /// -1: mean over heads; clamped to the heads there are.
    void setHead(int head);
    [[nodiscard]] int head() const { return wish_.shading.head; }
    void setScale(MapScale scale);
    [[nodiscard]] MapScale scale() const { return wish_.shading.scale; }
    void setNormalisation(MapNormalisation normalisation);
    [[nodiscard]] MapNormalisation normalisation() const { return wish_.shading.normalisation; }
    /// Share (0 to 1) of each row's mass that is drawn in full; weaker cells are faded. 1: all.
    void setKeptMass(double share);
    [[nodiscard]] double keptMass() const { return wish_.kept_mass; }
    void setColours(MapColours colours);
    void setShowSelected(bool w);    // outline of W, gamma's selection
    void setShowPropagated(bool v);  // outline of V, the selection after propagation
    void setTruth(Truth truth);
    /// Whether the scale stands below; of maps that share one it is enough below the last.
    void setLegendShown(bool shown);
    [[nodiscard]] bool isLegendShown() const { return legend_shown_; }
    /// Pixels that the legend takes where it is shown.
    [[nodiscard]] int legendRoom() const;
    /// How many strongest sources of the lit row are marked and told; 0 to 32.
    void setStrongestCount(int k);

    [[nodiscard]] Interval visibleRows() const { return rows_; }
    void setVisibleRows(Interval rows);
    void zoomRowsAbout(double row, double factor);

    /// The row lit: pointed at, frozen, set from elsewhere, or that of the current time; -1: none.
    [[nodiscard]] int litRow() const;
    /// The column pointed at, here or from elsewhere; -1: none.
    [[nodiscard]] int litColumn() const { return hovered_column_ >= 0 ? hovered_column_ : outer_column_; }
    /// Column whose span holds the time; -1: none, or times unknown.
    [[nodiscard]] int columnAt(double seconds) const;
    [[nodiscard]] bool isFrozen() const { return frozen_row_ >= 0; }
    [[nodiscard]] int frozenRow() const { return frozen_row_; }  // -1: none
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
    /// The same for a column (a word that is the source, a moment of the sound).
    void setHighlightedColumn(int column);
    void freezeRow(int row);
    void thaw();

Q_SIGNALS:
    /// time: where the source step lies (NaN where unknown). row or column -1: the pointer left the cells.
    void cellHovered(int row, int column, double time);
    void cellClicked(int row, int column, double time);
    /// The lit row changed (-1: none), for views that show its word or frame.
    void rowLit(int row);
    /// -1: thawed.
    void frozen(int row);
    /// Strongest sources of the lit row, strongest first; empty where no row is lit.
    void strongestChanged(int row, const std::vector<mica::StrongSource>& sources);
    void visibleRowsChanged(const mica::Interval& rows);
    /// What was asked for is on screen.
    void drawn();

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
    [[nodiscard]] bool columnsHaveTimes() const { return !shown_->source.times.empty(); }
    [[nodiscard]] int rowCount() const { return picture_.shades.rows; }
    [[nodiscard]] int columnCount() const { return picture_.shades.columns; }
    [[nodiscard]] double columnTime(int column) const;
    [[nodiscard]] int currentRow() const;
    /// The lit row as it is painted: on paper not that of the cursor.
    [[nodiscard]] int markedRow() const;
    [[nodiscard]] int legendHeight() const;
    [[nodiscard]] int bandHeight() const;
    void drop();
    void reshade();
    void present(std::shared_ptr<const MapWish> wish, MapPicture picture);
    void respan();
    void relight();
    bool zoomKey(QKeyEvent* event);
    // attention_map_paint.cpp
    void renderCache(const QRectF& area);
    void paintMarks(QPainter& painter, const QRectF& area);
    void paintLitRow(QPainter& painter, const QRectF& area);
    void paintValues(QPainter& painter, const QRectF& area);
    void paintDiagonal(QPainter& painter, const QRectF& area);
    void paintSpans(QPainter& painter, const QRectF& area);
    // attention_map_frame.cpp
    void paintBand(QPainter& painter, const QRectF& area);
    void paintLegend(QPainter& painter, const QRectF& area);

    MapWish wish_;                          // what was asked for
    std::shared_ptr<const MapWish> shown_;  // what is on screen, never null
    MapPicture picture_;                    // of it
    std::vector<Interval> columns_;         // spans in seconds
    MapColours colours_ = MapColours::blue_yellow;
    bool legend_shown_ = true;
    int strongest_count_ = 5;
    Interval rows_{0, 1};
    int hovered_row_ = -1, hovered_column_ = -1, outer_row_ = -1, outer_column_ = -1, frozen_row_ = -1, lit_row_ = -1;
    std::vector<StrongSource> strongest_;
    QString empty_text_, refused_;
    std::unique_ptr<Cache> cache_;
    MapWorker worker_;
};

}  // namespace mica
