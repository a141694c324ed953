#include "app/workbench/clip_loader.h"

#include <algorithm>
#include <utility>

#include "app/workbench/words.h"
#include "datasets/features/spectrogram.h"
#include "datasets/sample/ensure_media.h"
#include "datasets/types/error.h"

namespace mica {

namespace {

// Enough for speech to sound right; long recordings are kept smaller.
constexpr int kSoundRate = 22050, kLongSoundRate = 8000;
constexpr double kLong = 600;     // seconds
constexpr std::size_t kKept = 8;  // sounds

}  // namespace

ClipLoader::ClipLoader(QObject* parent) : QObject(parent), worker_(std::in_place) {}

ClipLoader::~ClipLoader() { worker_.reset(); }

template <typename F>
void ClipLoader::post(std::uint64_t generation, F&& f) {
    QMetaObject::invokeMethod(
        this,
        [this, generation, f = std::forward<F>(f)] {
            if (generation == generation_) f();
        },
        Qt::QueuedConnection);
}

void ClipLoader::load(std::shared_ptr<const Dataset> set, std::size_t clip) {
    ++generation_;
    worker_->post([this, set = std::move(set), clip, generation = generation_](const std::stop_token& stop) {
        run(set, clip, generation, stop);
    });
}

void ClipLoader::clear() {
    ++generation_;
    worker_->cancel();
}

void ClipLoader::run(const std::shared_ptr<const Dataset>& set, std::size_t index, std::uint64_t generation,
                     const std::stop_token& stop) {
    try {
        auto clip = std::make_shared<const Clip>(set->read(index));
        post(generation, [this, clip] { Q_EMIT clipReady(clip); });
    } catch (const std::exception& e) {
        post(generation, [this, text = words_of(e)] { Q_EMIT clipFailed(text); });
        return;
    }
    MediaInfo media;
    std::filesystem::path file;
    try {
        const Progress progress = [&](std::int64_t done, std::int64_t total, const std::string& text) {
            post(generation, [this, done, total, text] { Q_EMIT mediaProgress(done, total, text_of(text)); });
        };
        file = set->media(index);
        if (file.empty()) {
            post(generation, [this] {
                Q_EMIT mediaMissing(tr("This set keeps no pictures and no sound for its clips"));
                Q_EMIT soundMissing(tr("This set keeps no sound for its clips"));
            });
            return;
        }
        if (set->info().sample) file = ensure_media(*set, index, progress, stop);
        media = probe_media(file);
        auto frames = media.has_video && media.duration <= kLong ? frame_times(file, stop) : std::vector<double>{};
        post(generation, [this, file, media, frames = std::move(frames)] { Q_EMIT mediaReady(file, media, frames); });
    } catch (const Cancelled&) {
        return;
    } catch (const std::exception& e) {
        post(generation, [this, text = words_of(e)] {
            Q_EMIT mediaMissing(text);
            Q_EMIT soundMissing(tr("The clip's media could not be read"));
        });
        return;
    }
    if (stop.stop_requested()) return;
    if (!media.has_audio) {
        post(generation, [this] { Q_EMIT soundMissing(tr("This clip has no sound")); });
        return;
    }
    try {
        hear(file, media.duration, generation, stop);
    } catch (const Cancelled&) {
        return;
    } catch (const std::exception& e) {
        post(generation, [this, text = words_of(e)] { Q_EMIT soundMissing(text); });
    }
}

void ClipLoader::hear(const std::filesystem::path& file, double duration, std::uint64_t generation,
                      const std::stop_token& stop) {
    const auto tell = [this, generation](const Heard& h) {
        post(generation, [this, sound = h.sound] { Q_EMIT soundReady(sound); });
        if (h.spectrogram) post(generation, [this, picture = h.spectrogram] { Q_EMIT spectrogramReady(picture); });
    };
    std::error_code ignored;
    const auto written = std::filesystem::last_write_time(file, ignored);
    const auto kept = std::find_if(heard_.begin(), heard_.end(),
                                   [&](const Heard& h) { return h.file == file && h.written == written; });
    if (kept != heard_.end()) {
        heard_.splice(heard_.begin(), heard_, kept);
        return tell(heard_.front());
    }
    Heard now{file, written, nullptr, nullptr};
    now.sound = std::make_shared<const Sound>(read_sound(file, duration > kLong ? kLongSoundRate : kSoundRate));
    tell(now);
    if (stop.stop_requested()) return;
    now.spectrogram = std::make_shared<const Spectrogram>(spectrogram(*now.sound, stop));
    post(generation, [this, picture = now.spectrogram] { Q_EMIT spectrogramReady(picture); });
    if (duration > kLong) return;  // large: not kept
    heard_.push_front(std::move(now));
    if (heard_.size() > kKept) heard_.pop_back();
}

}  // namespace mica
