// The attention of a clip as a film: the map beside the clip's pictures, its cursor moving, with the clip's sound.
#pragma once

#include <QImage>
#include <QObject>

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>

#include "app/workbench/attention_sheet.h"
#include "datasets/types/progress.h"

namespace mica {

class VideoView;

/// Made and destroyed on the interface thread.
class AttentionFilm : public QObject {
    Q_OBJECT
public:
    /// The caption stands under the pictures. Throws Error: the source's steps have no times, so that no cursor can
    /// move; as chosen_maps().
    AttentionFilm(Inspected all, const SheetWish& wish);
    ~AttentionFilm() override;

    /// Writes an .mp4 of 1280 x 720 with the clip's own frame rate (25 where it has no pictures) that appears under
    /// its name when complete; gives FFmpeg's name of the encoder. On a thread of its own: pages are painted on the
    /// interface thread, whose event loop must run, a frame at a time. Throws Error, Cancelled.
    std::string write(const std::filesystem::path& file, const Progress& progress, const std::stop_token& stop);
    /// Seconds.
    [[nodiscard]] double duration() const { return duration_; }
    /// The page at a time, as the film shows it. Interface thread.
    [[nodiscard]] QImage page(double time, const QImage& picture);

private:
    [[nodiscard]] QImage ask(double time, const QImage& picture, const std::stop_token& stop);

    Inspected all_;
    double duration_ = 0;
    std::unique_ptr<QWidget> page_;
    AttentionSheet* sheet_;  // the page's, as is video_
    VideoView* video_;
};

}  // namespace mica
