// The lanes of a clip between the ruler and the map: words, links, sound, spectrum, features; and who may be seen.
#pragma once

#include <QWidget>

#include <memory>
#include <vector>

#include "datasets/media/media.h"
#include "datasets/types/dataset.h"
#include "datasets/types/spectrogram.h"

namespace mica {

class FeatureLanes;
class LaneMenu;
class LinkLane;
class RulerLane;
class SpectrogramLane;
class TimeLane;
class TimeView;
class TransportBar;
class WaveLane;
class WordLane;

class TimeLanes : public QWidget {
    Q_OBJECT
public:
    /// The buttons that choose lanes and features go into the transport bar, their keys too.
    TimeLanes(TimeView* time, TransportBar* transport, QWidget* parent = nullptr);

    [[nodiscard]] RulerLane* ruler() const { return ruler_; }
    [[nodiscard]] WordLane* words() const { return words_; }
    [[nodiscard]] LinkLane* links() const { return links_; }
    [[nodiscard]] WaveLane* wave() const { return wave_; }
    [[nodiscard]] SpectrogramLane* spectrogram() const { return spectrogram_; }
    /// Of vision or audio.
    [[nodiscard]] FeatureLanes* features(Modality modality) const {
        return modality == Modality::vision ? vision_ : audio_;
    }
    /// The lanes that show a stream.
    [[nodiscard]] std::vector<TimeLane*> lanesOf(Modality modality) const;

    /// The sound follows later, or the reason why there is none.
    void showClip(const Clip& clip, const DatasetInfo& info);
    void setSound(const std::shared_ptr<const Sound>& sound);
    void setSpectrogram(const std::shared_ptr<const Spectrogram>& spectrogram);
    void setSoundMissing(const QString& reason);
    /// A word lit from elsewhere (the map's row); -1: none.
    void lightWord(int word);
    /// A piece of the sound lit from elsewhere (the map's column); an empty one: none.
    void lightSound(const Interval& time);

Q_SIGNALS:
    /// A moment of wave form or spectrum is pointed at; NaN: none is any more.
    void soundHovered(double seconds);
    /// Pointed at, itself or its link; -1: no word is any more.
    void wordHovered(int word);

private:
    TimeView* time_;
    RulerLane* ruler_;
    WordLane* words_;
    LinkLane* links_;
    WaveLane* wave_;
    SpectrogramLane* spectrogram_;
    FeatureLanes* vision_;
    FeatureLanes* audio_;
    LaneMenu* menu_;
};

}  // namespace mica
