// All that shows the attention of the chosen clip: its map, the maps it is compared with, all heads and layers as
// small maps, the figure of the paper. What is pointed at in one lights in all.
#pragma once

#include <QWidget>

#include <array>
#include <memory>
#include <vector>

#include "app/workbench/attention_source.h"
#include "app/workbench/selection.h"
#include "core/analysis/inspection.h"
#include "widgets/attention_map.h"
#include "widgets/map_look.h"

class QLabel;

namespace mica {

class FigurePanel;
class MapGrid;

class MapDeck : public QWidget {
    Q_OBJECT
public:
    enum class View { map, grid, figure };

    MapDeck(Selection* selection, AttentionSource* attention, QWidget* parent = nullptr);

    /// Where the changed map of "What if" comes from, for what is compared as `changed`.
    void setChanged(const SnapshotSource* changed);
    /// The clip on the time line; null: none.
    void setClip(std::shared_ptr<const Clip> clip);
    void setLook(const MapLook& look);
    [[nodiscard]] const MapLook& look() const { return look_; }
    [[nodiscard]] View view() const { return view_; }
    void setView(View view);
    /// A row lit elsewhere (a word pointed at), a column (a moment of the sound); -1: none.
    void lightRow(int row);
    void lightColumn(int column);
    void setHasVideo(bool has);

    [[nodiscard]] AttentionMapView* map() const { return maps_.front(); }
    /// 0: the map, then those it is compared with, from the first that the selection names.
    [[nodiscard]] AttentionMapView* map(int i) const { return maps_[static_cast<std::size_t>(i)]; }
    [[nodiscard]] MapGrid* grid() const { return grid_; }
    [[nodiscard]] FigurePanel* figure() const { return figure_; }
    /// Of the map's i-th comparison; the chosen one where it is the same run in the same state.
    [[nodiscard]] const SnapshotSource& compared(int i) const;
    /// What stands over the i-th map while maps are compared: run, epoch, layer.
    [[nodiscard]] QString caption(int i) const;
    /// What is on screen with all its pairs and layers, for files. Throws Error where there is no attention.
    [[nodiscard]] Inspected inspected() const;

Q_SIGNALS:
    void viewChanged();
    /// A cell of any of the maps is pointed at, as AttentionMapView::cellHovered.
    void cellHovered(const mica::AttentionMapView* map, int row, int column, double time);
    /// Small pictures of these times are wanted for the figure (see FigurePanel::setPictures).
    void picturesWanted(const std::vector<double>& times);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    static constexpr std::size_t kMaps = 1 + Selection::kMostCompared;
    struct Found {
        MapContent content;
        QString why;  // where there is none
    };
    [[nodiscard]] Found find(const SnapshotSource& from, int layer) const;
    void linkMaps();
    void applyLook();
    void refresh();
    void fillGrid();
    void fillFigure();
    void showParts();
    void shareHeight();

    Selection* selection_;
    AttentionSource* attention_;
    const SnapshotSource* changed_ = nullptr;
    std::shared_ptr<const Clip> clip_;
    std::vector<AttentionSource*> compared_;
    std::array<AttentionMapView*, kMaps> maps_{};
    std::array<QLabel*, kMaps> captions_{};
    MapGrid* grid_;
    FigurePanel* figure_;
    MapLook look_;
    View view_ = View::map;
    bool has_video_ = false;
};

}  // namespace mica
