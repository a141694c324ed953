#include "datasets/sample/render.h"

#include <cstdio>

#include "datasets/media/media.h"
#include "datasets/sample/face.h"
#include "datasets/sample/speakers.h"
#include "datasets/types/error.h"

namespace mica {

std::string sample_id(std::uint64_t seed, std::size_t clip) {
    std::string number = std::to_string(clip);
    number.insert(0, number.size() < 5 ? 5 - number.size() : 0, '0');
    return "s" + std::to_string(seed) + "-" + number;
}

void render_clip(const Performance& performance, const std::filesystem::path& file, std::stop_token stop) {
    const FacePainter painter(speaker(performance.script().speaker), kFilmWidth, kFilmHeight);
    VideoWriter writer(file, kFilmWidth, kFilmHeight, kFilmRate, performance.sound().rate);
    const auto frames = static_cast<int>(performance.duration() * kFilmRate + 0.999);
    for (int i = 0; i < frames; ++i) {
        if (stop.stop_requested()) throw Cancelled();
        const double time = static_cast<double>(i) / kFilmRate;
        Picture picture = painter.paint(performance.face(time + 0.5 / kFilmRate));
        picture.time = time;
        writer.add(picture);
    }
    writer.finish(performance.sound());
}

}  // namespace mica
