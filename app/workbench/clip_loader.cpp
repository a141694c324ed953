#include "app/workbench/clip_loader.h"

#include "app/workbench/words.h"
#include "datasets/sample/ensure_media.h"
#include "datasets/types/error.h"

namespace mica {

namespace {

// Enough for speech to sound right; long recordings are kept smaller.
constexpr int kSoundRate = 22050, kLongSoundRate = 8000;
constexpr double kLong = 600;  // seconds

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
        post(generation, [this, file, media] { Q_EMIT mediaReady(file, media); });
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
        auto sound =
            std::make_shared<const Sound>(read_sound(file, media.duration > kLong ? kLongSoundRate : kSoundRate));
        post(generation, [this, sound] { Q_EMIT soundReady(sound); });
    } catch (const std::exception& e) {
        post(generation, [this, text = words_of(e)] { Q_EMIT soundMissing(text); });
    }
}

}  // namespace mica
