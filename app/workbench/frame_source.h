// Pictures of the clip's video, decoded on a thread of their own.
#pragma once

#include <QImage>
#include <QObject>
#include <QSize>

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace mica {

/// Owns the only readers of the clip on screen. open, request and thumbnails return at once (any order,
/// interface thread); of several requests only the newest is answered. Frames around the cursor are decoded ahead
/// while nothing is asked, into frame_memory() at most, from where they come in a few milliseconds.
/// Signals come in the owner's thread and never from a clip that was closed meanwhile.
class FrameSource : public QObject {
    Q_OBJECT
public:
    explicit FrameSource(QObject* parent = nullptr);
    ~FrameSource() override;

    /// Empty: closes. frames: when each begins, where that is known.
    void open(const std::filesystem::path& file, std::vector<double> frames = {});
    /// Pixels the picture is shown with: no more are made. Empty: those of the video, up to 1280 on a side.
    void setRoom(const QSize& pixels);
    /// Whether frames are decoded ahead at all (they are, unless this is said before open).
    void setAhead(bool ahead) { ahead_ = ahead; }
    /// The frame on screen at `time` (seconds).
    void request(double time);
    /// Small pictures of those times, answered together; a newer call replaces one that waits.
    void thumbnails(std::vector<double> times, int height);

Q_SIGNALS:
    /// number: frames before this one, -1 where that is unknown. Not sent again for the same frame and room.
    void frameReady(const QImage& image, double time, qint64 number);
    void thumbnailsReady(const std::vector<double>& times, const std::vector<QImage>& images);
    void failed(const QString& reason);
    /// Nothing is left to decode ahead (again after each move in a long video).
    void filled();
    /// Once for a file whose pictures end well before its own duration says.
    void endsEarly(double pictures_end, double duration);

private:
    struct Decoder;
    struct Wish;
    void show(Decoder& decoder, const Wish& wish);
    void makeThumbnails(Decoder& decoder, const Wish& wish, const std::stop_token& end);
    void fill(Decoder& decoder, std::uint64_t generation);
    void loop(const std::stop_token& end);
    template <typename F>
    void post(std::uint64_t generation, F&& f);

    struct Wish {
        std::optional<std::filesystem::path> file;
        std::vector<double> frames;
        std::optional<QSize> room;
        std::optional<double> time;
        std::vector<double> small;
        int height = 0;
        std::uint64_t generation = 0;
    };
    std::uint64_t generation_ = 0;  // of the open clip; interface thread
    std::atomic<bool> ahead_ = true;
    std::mutex mutex_;
    Wish wish_;  // guarded by mutex_
    std::condition_variable_any wake_;
    std::jthread thread_;
};

}  // namespace mica
