#include "app/workbench/frame_source.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <utility>

#include "app/workbench/frame_memory.h"
#include "app/workbench/frame_store.h"
#include "app/workbench/words.h"
#include "datasets/media/media.h"

namespace mica {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double kEarly = 0.5;                       // seconds
constexpr double kRounding = 5e-7;                   // seconds, as the reader's
constexpr int kLargestSide = 1280;                   // more than the window shows; keeps copies between threads small
constexpr std::chrono::milliseconds kPatience{150};  // the clip's first view comes before what may be asked later

QImage image_of(const Picture& p) {
    const QImage view(p.rgb.data(), p.width, p.height, static_cast<qsizetype>(p.width) * 3, QImage::Format_RGB888);
    return view.convertToFormat(QImage::Format_RGB32);
}

}  // namespace

// The worker's side: two readers and the store's own, so that thumbnails and what is decoded ahead do not move the
// place from where playing decodes on.
struct FrameSource::Decoder {
    std::filesystem::path file;
    std::vector<double> frames;  // when each begins
    QSize room;
    std::optional<VideoReader> playing, picking;
    std::optional<FrameStore> store;
    double cursor = 0, shown = std::numeric_limits<double>::quiet_NaN();
    bool told_early_end = false, wants_more = false;
    Clock::time_point opened;

    void open(std::filesystem::path named, std::vector<double> times) {
        const QSize kept = room;
        *this = Decoder{};
        room = kept;
        file = std::move(named);
        frames = std::move(times);
        if (!file.empty()) store.emplace(file, frame_memory());
        opened = Clock::now();
    }
    VideoReader& player() { return opened_reader(playing); }
    VideoReader& picker() { return opened_reader(picking); }
    VideoReader& opened_reader(std::optional<VideoReader>& reader) {
        if (!reader) {
            reader.emplace(file);
            reader->know_frames(frames);
        }
        return *reader;
    }
    [[nodiscard]] QImage image(const DecodedFrame& frame) {
        const bool any = !room.isEmpty();
        return image_of(
            player().small_picture(frame, any ? room.width() : kLargestSide, any ? room.height() : kLargestSide));
    }
    [[nodiscard]] qint64 number(double time) {
        if (!frames.empty())
            return std::upper_bound(frames.begin(), frames.end(), time + kRounding) - frames.begin() - 1;
        const double rate = player().info().frame_rate;
        return rate > 0 ? std::llround(time * rate) : -1;
    }
};

FrameSource::FrameSource(QObject* parent)
    : QObject(parent), thread_([this](const std::stop_token& end) { loop(end); }) {}

FrameSource::~FrameSource() {
    thread_.request_stop();
    thread_.join();
}

void FrameSource::open(const std::filesystem::path& file, std::vector<double> frames) {
    ++generation_;
    {
        const std::scoped_lock lock(mutex_);
        wish_ = Wish{file, std::move(frames), wish_.room, std::nullopt, {}, 0, generation_};
    }
    wake_.notify_one();
}

void FrameSource::setRoom(const QSize& pixels) {
    {
        const std::scoped_lock lock(mutex_);
        wish_.room = pixels;
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

void FrameSource::show(Decoder& decoder, const Wish& wish) {
    decoder.cursor = wish.time.value_or(decoder.cursor);
    const auto held = decoder.store->find(decoder.cursor);
    const DecodedFrame frame = held ? *held : decoder.player().decoded_at(decoder.cursor);
    const double duration = decoder.player().info().duration;
    // the frame on screen may be a step or two old, but not half a second
    if (!decoder.told_early_end && frame.time + kEarly < std::min(decoder.cursor, duration)) {
        decoder.told_early_end = true;
        post(wish.generation, [this, end = frame.time, duration] { Q_EMIT endsEarly(end, duration); });
    }
    decoder.wants_more = ahead_;
    if (frame.time == decoder.shown) return;
    decoder.shown = frame.time;
    post(wish.generation, [this, image = decoder.image(frame), time = frame.time, number = decoder.number(frame.time)] {
        Q_EMIT frameReady(image, time, number);
    });
}

void FrameSource::makeThumbnails(Decoder& decoder, const Wish& wish, const std::stop_token& end) {
    const int height = std::max(1, wish.height);
    std::vector<QImage> images;
    for (const double t : wish.small) {
        if (end.stop_requested()) return;
        const auto held = decoder.store->find(t);
        const DecodedFrame frame = held ? *held : decoder.picker().decoded_at(t);
        images.push_back(image_of(decoder.picker().small_picture(frame, 8 * height, height)));
    }
    post(wish.generation, [this, times = wish.small, images] { Q_EMIT thumbnailsReady(times, images); });
}

// A trouble here is none yet: what cannot be decoded ahead is told when it is asked for.
void FrameSource::fill(Decoder& decoder, std::uint64_t generation) {
    try {
        decoder.wants_more = decoder.store->fill(decoder.cursor);
    } catch (const std::exception&) {
        decoder.wants_more = false;
    }
    if (!decoder.wants_more) post(generation, [this] { Q_EMIT filled(); });
}

void FrameSource::loop(const std::stop_token& end) {
    Decoder decoder;
    const auto asked = [this] { return wish_.file || wish_.time || wish_.room || !wish_.small.empty(); };
    while (!end.stop_requested()) {
        Wish wish;
        bool idle = false;
        {
            std::unique_lock lock(mutex_);
            if (decoder.wants_more) {
                idle = !wake_.wait_until(lock, end, std::max(Clock::now(), decoder.opened + kPatience), asked);
            } else if (!wake_.wait(lock, end, asked)) {
                return;
            }
            wish.generation = wish_.generation;
            if (!idle) {
                // pictures for the cursor go first; thumbnails wait until it rests
                wish.file = std::exchange(wish_.file, std::nullopt);
                wish.frames = std::exchange(wish_.frames, {});
                wish.time = std::exchange(wish_.time, std::nullopt);
                wish.room = std::exchange(wish_.room, std::nullopt);
                if (!wish.time && !wish.file && !wish.room) {
                    wish.small = std::exchange(wish_.small, {});
                    wish.height = wish_.height;
                }
            }
        }
        if (end.stop_requested()) return;
        try {
            if (wish.file) decoder.open(*wish.file, std::move(wish.frames));
            if (wish.room && *wish.room != decoder.room) {
                decoder.room = *wish.room;
                decoder.shown = std::numeric_limits<double>::quiet_NaN();
            }
            if (decoder.file.empty()) continue;
            if (idle) fill(decoder, wish.generation);
            // before the first request nothing is shown
            if (wish.time || (wish.room && decoder.playing)) show(decoder, wish);
            if (!wish.small.empty()) makeThumbnails(decoder, wish, end);
        } catch (const std::exception& e) {
            decoder.open({}, {});
            post(wish.generation, [this, text = words_of(e)] { Q_EMIT failed(text); });
        }
    }
}

}  // namespace mica
