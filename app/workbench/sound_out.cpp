#include "app/workbench/sound_out.h"

#include <QAudioDevice>
#include <QAudioSink>
#include <QMediaDevices>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace mica {

// Gives the device what it asks for: interpolated to its rate, at the chosen speed, on every channel.
class SoundOut::Reader : public QIODevice {
public:
    Reader(std::shared_ptr<const Sound> sound, QAudioFormat format, double from, double speed)
        : sound_(std::move(sound)),
          format_(std::move(format)),
          at_(from * sound_->rate),
          step_(speed * sound_->rate / format_.sampleRate()) {
        open(QIODevice::ReadOnly);
    }
    bool isSequential() const override { return true; }
    bool atEnd() const override { return at_ >= static_cast<double>(sound_->samples.size()); }
    qint64 bytesAvailable() const override { return atEnd() ? 0 : 1 << 16; }

protected:
    qint64 readData(char* out, qint64 most) override {
        const int frame = format_.bytesPerFrame(), sample = format_.bytesPerSample();
        const double end = static_cast<double>(sound_->samples.size());
        qint64 written = 0;
        while (written + frame <= most && at_ < end) {
            const auto i = static_cast<std::size_t>(at_);
            const double part = at_ - std::floor(at_);
            const double a = sound_->samples[i], b = i + 1 < sound_->samples.size() ? sound_->samples[i + 1] : a;
            const double value = std::clamp(a + part * (b - a), -1.0, 1.0);
            for (int c = 0; c < format_.channelCount(); ++c) put(value, out + written + c * sample);
            written += frame;
            at_ += step_;
        }
        return written;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    void put(double v, char* out) const {
        switch (format_.sampleFormat()) {
            case QAudioFormat::Float:
                return copy(static_cast<float>(v), out);
            case QAudioFormat::Int32:
                return copy(static_cast<qint32>(v * 2147483647.0), out);
            case QAudioFormat::UInt8:
                return copy(static_cast<quint8>(128 + v * 127), out);
            default:
                return copy(static_cast<qint16>(v * 32767), out);
        }
    }
    template <typename T>
    static void copy(T v, char* out) {
        std::memcpy(out, &v, sizeof v);
    }

    std::shared_ptr<const Sound> sound_;
    QAudioFormat format_;
    double at_, step_;  // in samples of the sound
};

SoundOut::SoundOut(QObject* parent) : QObject(parent) {}

SoundOut::~SoundOut() { SoundOut::stop(); }

void SoundOut::setSound(std::shared_ptr<const Sound> sound) {
    stop();
    sound_ = std::move(sound);
}

bool SoundOut::play(double from, double speed) {
    stop();
    if (!sound_ || sound_->samples.empty() || device_missing_) return false;
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    if (device.isNull()) {
        device_missing_ = true;  // asked once: looking for devices costs time
        setNote(tr("There is no audio device: playing without sound"));
        return false;
    }
    QAudioFormat format = device.preferredFormat();
    if (format.sampleFormat() == QAudioFormat::Unknown) format.setSampleFormat(QAudioFormat::Int16);
    from_ = from;
    speed_ = speed;
    reader_ = std::make_unique<Reader>(sound_, format, std::max(0.0, from), speed);
    sink_ = std::make_unique<QAudioSink>(device, format);
    sink_->start(reader_.get());
    if (sink_->error() != QAudio::NoError) {
        stop();
        setNote(tr("The audio device cannot be opened: playing without sound"));
        return false;
    }
    setNote({});
    return true;
}

void SoundOut::stop() {
    if (sink_) sink_->stop();
    sink_.reset();
    reader_.reset();
}

double SoundOut::position() const {
    if (!sink_ || sink_->state() != QAudio::ActiveState) return -1;
    // Qt subtracts what still waits in the server and the device
    return from_ + static_cast<double>(sink_->processedUSecs()) * 1e-6 * speed_;
}

void SoundOut::setNote(const QString& note) {
    if (note == note_) return;
    note_ = note;
    Q_EMIT noteChanged(note_);
}

}  // namespace mica
