// Plays the chosen clip: moves the shared cursor by the sound's clock, or by a steady timer where it is silent.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

#include "app/workbench/frame_source.h"
#include "app/workbench/sound_out.h"
#include "widgets/time_view.h"

namespace mica {

/// Interface thread only. Any move of the cursor from elsewhere, playing or not, shows its frame at once.
class Player : public QObject {
    Q_OBJECT
public:
    /// sound: what is heard; a test may give one of its own.
    explicit Player(TimeView* time, std::unique_ptr<SoundOut> sound = nullptr, QObject* parent = nullptr);

    [[nodiscard]] FrameSource* frames() { return &frames_; }
    [[nodiscard]] SoundOut* sound() { return sound_.get(); }
    [[nodiscard]] bool isPlaying() const { return timer_.isActive(); }
    /// A file with pictures; empty: none (playing still moves the cursor).
    void open(const std::filesystem::path& file, std::vector<double> frames = {});
    void setSound(std::shared_ptr<const Sound> sound);

public Q_SLOTS:
    void setPlaying(bool playing);
    void setSpeed(double speed);

Q_SIGNALS:
    void playingChanged(bool playing);

private:
    void tick();
    void anchor(double position);  // the clock starts anew here
    void moved(double position);

    TimeView* time_;
    FrameSource frames_;
    std::unique_ptr<SoundOut> sound_;
    QTimer timer_;
    QElapsedTimer clock_;
    double start_ = 0, speed_ = 1, drift_ = 0;
    bool own_move_ = false;
};

}  // namespace mica
