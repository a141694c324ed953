// Pictures of the clip's video, decoded on a thread of their own.
#pragma once

#include <QImage>
#include <QObject>

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace mica {

/// Owns the only VideoReader of the clip on screen. open, request and thumbnails return at once (any order,
/// interface thread); of several requests only the newest is answered. Signals come in the owner's thread and
/// never from a clip that was closed meanwhile.
class FrameSource : public QObject {
    Q_OBJECT
public:
    explicit FrameSource(QObject* parent = nullptr);
    ~FrameSource() override;

    /// Empty: closes.
    void open(const std::filesystem::path& file);
    /// The frame on screen at `time` (seconds).
    void request(double time);
    /// Small pictures of those times, answered together; a newer call replaces one that waits.
    void thumbnails(std::vector<double> times, int height);

Q_SIGNALS:
    /// number: frames before this one, -1 where the rate is unknown. Not sent again for the same frame.
    void frameReady(const QImage& image, double time, qint64 number);
    void thumbnailsReady(const std::vector<double>& times, const std::vector<QImage>& images);
    void failed(const QString& reason);
    /// Once for a file whose pictures end well before its own duration says.
    void endsEarly(double pictures_end, double duration);

private:
    struct Decoder;
    void loop(const std::stop_token& end);
    template <typename F>
    void post(std::uint64_t generation, F&& f);

    struct Wish {
        std::optional<std::filesystem::path> file;
        std::optional<double> time;
        std::vector<double> small;
        int height = 0;
        std::uint64_t generation = 0;
    };
    std::uint64_t generation_ = 0;  // of the open clip; interface thread
    std::mutex mutex_;
    Wish wish_;  // guarded by mutex_
    std::condition_variable_any wake_;
    std::jthread thread_;
};

}  // namespace mica
