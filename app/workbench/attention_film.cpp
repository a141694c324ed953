#include "app/workbench/attention_film.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <optional>

#include "app/workbench/picture_image.h"
#include "app/workbench/print_page.h"
#include "app/workbench/words.h"
#include "core/runs/files.h"
#include "datasets/media/media.h"
#include "datasets/sample/ensure_media.h"
#include "datasets/types/error.h"
#include "widgets/attention_map.h"
#include "widgets/video_view.h"

namespace mica {

namespace {

constexpr int kWidth = 1280, kHeight = 720, kPictureWidth = 420;  // pixels
constexpr int kSoundRate = 44100;
constexpr double kRate = 25;  // frames a second of a clip without pictures

// Pictures and sound of the clip; without pictures the reason.
struct Media {
    std::optional<VideoReader> video;
    Sound sound;
    double rate = kRate;
    QString missing;

    Media(const Inspected& all, const Progress& progress, const std::stop_token& stop) {
        std::filesystem::path file;
        try {
            file = ensure_media(*all.set, all.index, progress, stop);
        } catch (const Error& e) {
            missing = text_of(e.reason());
            return;
        }
        const MediaInfo info = probe_media(file);
        if (info.has_video)
            video.emplace(file);
        else
            missing = AttentionFilm::tr("This clip has no pictures");
        if (info.has_video && info.frame_rate >= 1 && info.frame_rate <= 120) rate = info.frame_rate;
        if (info.has_audio) sound = read_sound(file, kSoundRate);
    }
};

}  // namespace

AttentionFilm::AttentionFilm(Inspected all, const SheetWish& wish)
    : all_(std::move(all)), page_(std::make_unique<QWidget>()), sheet_(nullptr), video_(new VideoView) {
    page_->setAttribute(Qt::WA_DontShowOnScreen);
    page_->setPalette(paper_palette());
    auto* grid = new QGridLayout(page_.get());
    sheet_ = new AttentionSheet(all_, wish, AttentionSheet::Kind::map, {kWidth - kPictureWidth, kHeight - 60});
    if (sheet_->maps().front()->sourceAxis().times.empty())
        throw Error("the times of the source's steps are not known, so that no cursor can move", all_.clip->info.id,
                    "Write a picture instead");
    duration_ = sheet_->time()->duration();
    sheet_->time()->setFollow(TimeView::Follow::off);
    video_->setMinimumWidth(kPictureWidth);
    video_->setMaximumWidth(kPictureWidth);
    QStringList caption =
        attention_caption(text_of(all_.set->info().name), all_.runs.front(), wish.pair, wish.layer, wish.head);
    if (all_.runs.size() > 1) caption.removeAt(2);  // it stands over each map
    auto* text = new QLabel(caption.join(QLatin1String(", ")));
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    grid->addWidget(video_, 0, 0);
    grid->addWidget(sheet_, 0, 1);
    grid->addWidget(text, 1, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(0, 1);
    page_->resize(kWidth, kHeight);
    page_->show();
    sheet_->show();
    sheet_->settle();
}

AttentionFilm::~AttentionFilm() = default;

QImage AttentionFilm::page(double time, const QImage& picture) {
    if (!picture.isNull()) video_->setFrame(picture, time, -1);
    sheet_->time()->setPosition(time);
    QImage image(kWidth, kHeight, QImage::Format_RGB32);
    image.fill(Qt::white);
    page_->render(&image);
    return image;
}

// The page is painted where widgets live; whoever waits for it can be stopped.
QImage AttentionFilm::ask(double time, const QImage& picture, const std::stop_token& stop) {
    struct Answer {
        std::mutex mutex;
        std::condition_variable_any come;
        // guarded by mutex:
        std::optional<QImage> image;
    };
    auto answer = std::make_shared<Answer>();
    QMetaObject::invokeMethod(
        this,
        [this, time, picture, answer] {
            QImage image = page(time, picture);
            const std::scoped_lock lock(answer->mutex);
            answer->image = std::move(image);
            answer->come.notify_all();
        },
        Qt::QueuedConnection);
    std::unique_lock lock(answer->mutex);
    if (!answer->come.wait(lock, stop, [&] { return answer->image.has_value(); })) throw Cancelled();
    return std::move(*answer->image);
}

std::string AttentionFilm::write(const std::filesystem::path& file, const Progress& progress,
                                 const std::stop_token& stop) {
    require_folder_of(file);
    Media media(all_, progress, stop);
    if (!media.missing.isEmpty())
        QMetaObject::invokeMethod(
            this, [this, why = media.missing] { video_->setPlaceholder(why); }, Qt::QueuedConnection);
    const auto frames = static_cast<std::int64_t>(std::max(1.0, std::ceil(duration_ * media.rate - 1e-6)));
    VideoWriter out(file, kWidth, kHeight, media.rate, kSoundRate);
    for (std::int64_t i = 0; i < frames; ++i) {
        if (stop.stop_requested()) throw Cancelled();
        progress(i, frames, "frames");
        const double time = static_cast<double>(i) / media.rate;
        QImage picture;
        // the middle of the frame's time: its neighbours are as far away as can be
        if (media.video)
            picture = image_of(
                media.video->small_picture(media.video->decoded_at(time + 0.5 / media.rate), kPictureWidth, kHeight));
        out.add(picture_of(ask(time, picture, stop), time));
    }
    media.sound.samples.resize(
        std::min(media.sound.samples.size(), static_cast<std::size_t>(std::llround(duration_ * kSoundRate))));
    out.finish(media.sound);
    progress(frames, frames, "frames");
    return out.encoder();
}

}  // namespace mica
