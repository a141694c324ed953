// The chosen clip: picture, transport, lanes and the attention map under one ruler, strongest frames, prediction.
#pragma once

#include <QWidget>

#include <memory>
#include <vector>

#include "app/workbench/attention_source.h"
#include "app/workbench/clip_loader.h"
#include "app/workbench/player.h"
#include "app/workbench/selection.h"
#include "widgets/attention_map.h"

class QLabel;

namespace mica {

class FrameStrip;
class MapDeck;
class PredictionBar;
class StatePanel;
class TimeLanes;
class TransportBar;
class VideoView;

class ClipPanel : public QWidget {
    Q_OBJECT
public:
    ClipPanel(Selection* selection, AttentionSource* attention, QWidget* parent = nullptr);

    [[nodiscard]] AttentionMapView* map() const { return map_; }
    [[nodiscard]] MapDeck* maps() const { return deck_; }
    [[nodiscard]] VideoView* video() const { return video_; }
    [[nodiscard]] TimeLanes* lanes() const { return lanes_; }
    /// Lanes, maps and strongest frames under each other.
    [[nodiscard]] QWidget* timeLine() const { return time_line_; }
    [[nodiscard]] FrameStrip* strip() const { return strip_; }
    [[nodiscard]] TransportBar* transport() const { return transport_; }
    [[nodiscard]] Player* player() { return &player_; }
    [[nodiscard]] PredictionBar* prediction() const { return prediction_; }
    /// Empty, loading, full or failed, with a button in the empty state.
    [[nodiscard]] StatePanel* states() const { return states_; }

    /// Whether all that the chosen clip has is on screen: its picture at the cursor, its sound with the spectrum, and
    /// the attention where a run is chosen; or the reason why it is missing.
    [[nodiscard]] bool isComplete() const;

Q_SIGNALS:
    /// Media that is made or could not be read; for the window's messages.
    void mediaTroubled(const QString& text);
    /// The chosen clip is on screen; null: none is.
    void clipShown(const std::shared_ptr<const mica::Clip>& clip);

private:
    void build();
    void linkLanes();
    void linkLoader();
    void clipChanged();
    void showClip(const std::shared_ptr<const Clip>& clip);
    void showAttention();
    void linkMaps();
    void preview(const AttentionMapView* map, int row, int column, double time);
    void tellCell();
    void showStrongest(int row, const std::vector<StrongSource>& sources);

    Selection* selection_;
    AttentionSource* attention_;
    ClipLoader loader_;
    Player player_;
    std::shared_ptr<const Clip> clip_;
    bool has_video_ = false, picture_told_ = false, sound_told_ = false;
    int strongest_row_ = -1;

    StatePanel* states_;
    QLabel* title_;
    QLabel* transcript_;
    QLabel* media_note_;
    VideoView* video_;
    TransportBar* transport_;
    QWidget* time_line_;
    TimeLanes* lanes_;
    MapDeck* deck_;
    AttentionMapView* map_;  // the deck's
    FrameStrip* strip_;
    PredictionBar* prediction_;
};

}  // namespace mica
