#include "app/workbench/frame_source.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "app/workbench/words.h"
#include "datasets/media/media.h"

namespace mica {

namespace {

constexpr double kEarly = 0.5;      // seconds
constexpr int kLargestSide = 1280;  // more than the window shows; keeps copies between threads small

QImage image_of(const Picture& p) {
    const QImage view(p.rgb.data(), p.width, p.height, static_cast<qsizetype>(p.width) * 3, QImage::Format_RGB888);
    if (std::max(p.width, p.height) <= kLargestSide) return view.convertToFormat(QImage::Format_RGB32);
    return view.scaled(kLargestSide, kLargestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_RGB32);
}

}  // namespace

// The worker's side: two readers, so that thumbnails do not move the place from where playing decodes on.
struct FrameSource::Decoder {
    std::filesystem::path file;
    std::optional<VideoReader> playing, picking;
    double shown = std::numeric_limits<double>::quiet_NaN();
    bool told_early_end = false;

    VideoReader& player() {
        if (!playing) playing.emplace(file);
        return *playing;
    }
    VideoReader& picker() {
        if (!picking) picking.emplace(file);
        return *picking;
    }
};

FrameSource::FrameSource(QObject* parent)
    : QObject(parent), thread_([this](const std::stop_token& end) { loop(end); }) {}

FrameSource::~FrameSource() {
    thread_.request_stop();
    thread_.join();
}

void FrameSource::open(const std::filesystem::path& file) {
    ++generation_;
    {
        const std::scoped_lock lock(mutex_);
        wish_ = Wish{file, std::nullopt, {}, 0, generation_};
    }
    wake_.notify_one();
}

void FrameSource::request(double time) {
    {
        const std::scoped_lock lock(mutex_);
        wish_.time = time;
    }
    wake_.notify_one();
}

void FrameSource::thumbnails(std::vector<double> times, int height) {
    {
        const std::scoped_lock lock(mutex_);
        wish_.small = std::move(times);
        wish_.height = height;
    }
    wake_.notify_one();
}

template <typename F>
void FrameSource::post(std::uint64_t generation, F&& f) {
    QMetaObject::invokeMethod(
        this,
        [this, generation, f = std::forward<F>(f)] {
            if (generation == generation_) f();
        },
        Qt::QueuedConnection);
}

void FrameSource::loop(const std::stop_token& end) {
    Decoder decoder;
    while (!end.stop_requested()) {
        Wish wish;
        {
            std::unique_lock lock(mutex_);
            if (!wake_.wait(lock, end, [this] { return wish_.file || wish_.time || !wish_.small.empty(); })) return;
            // pictures for the cursor go first; thumbnails wait until it rests
            wish.file = std::exchange(wish_.file, std::nullopt);
            wish.time = std::exchange(wish_.time, std::nullopt);
            wish.generation = wish_.generation;
            if (!wish.time && !wish.file) {
                wish.small = std::exchange(wish_.small, {});
                wish.height = wish_.height;
            }
        }
        try {
            if (wish.file) {
                decoder = Decoder{};
                decoder.file = *wish.file;
            }
            if (decoder.file.empty()) continue;
            if (wish.time) {
                const Picture picture = decoder.player().frame_at(*wish.time);
                const MediaInfo& info = decoder.player().info();
                // the frame on screen may be a step or two old, but not half a second
                if (!decoder.told_early_end && picture.time + kEarly < std::min(*wish.time, info.duration)) {
                    decoder.told_early_end = true;
                    post(wish.generation,
                         [this, end = picture.time, duration = info.duration] { Q_EMIT endsEarly(end, duration); });
                }
                if (picture.time == decoder.shown) continue;
                decoder.shown = picture.time;
                const double rate = decoder.player().info().frame_rate;
                const qint64 number = rate > 0 ? std::llround(picture.time * rate) : -1;
                post(wish.generation, [this, image = image_of(picture), time = picture.time, number] {
                    Q_EMIT frameReady(image, time, number);
                });
            }
            if (!wish.small.empty()) {
                std::vector<QImage> images;
                for (const double t : wish.small) {
                    if (end.stop_requested()) return;
                    images.push_back(image_of(decoder.picker().frame_at(t))
                                         .scaledToHeight(std::max(1, wish.height), Qt::SmoothTransformation));
                }
                post(wish.generation, [this, times = wish.small, images] { Q_EMIT thumbnailsReady(times, images); });
            }
        } catch (const std::exception& e) {
            decoder = Decoder{};
            post(wish.generation, [this, text = words_of(e)] { Q_EMIT failed(text); });
        }
    }
}

}  // namespace mica
