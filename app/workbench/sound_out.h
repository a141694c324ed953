// The clip's sound on the machine's audio device, where there is one.
#pragma once

#include <QIODevice>
#include <QObject>
#include <QString>

#include <memory>

#include "datasets/media/media.h"

class QAudioSink;

namespace mica {

/// Interface thread only. play() starts at a time and keeps on until stop() or the end of the sound.
class SoundOut : public QObject {
    Q_OBJECT
public:
    explicit SoundOut(QObject* parent = nullptr);
    ~SoundOut() override;

    virtual void setSound(std::shared_ptr<const Sound> sound);
    /// False where there is no sound or no device: the caller keeps its own clock.
    virtual bool play(double from, double speed);
    virtual void stop();
    /// Seconds in the clip of what is heard now; negative where nothing plays.
    [[nodiscard]] virtual double position() const;
    /// Why it is silent ("There is no audio device"); empty while all is well.
    [[nodiscard]] const QString& note() const { return note_; }

Q_SIGNALS:
    void noteChanged(const QString& note);

private:
    void setNote(const QString& note);
    class Reader;
    std::shared_ptr<const Sound> sound_;
    std::unique_ptr<Reader> reader_;
    std::unique_ptr<QAudioSink> sink_;
    double from_ = 0, speed_ = 1;
    bool device_missing_ = false;
    QString note_;
};

}  // namespace mica
