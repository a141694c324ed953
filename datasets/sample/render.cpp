#include "datasets/sample/render.h"

#include <charconv>
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

std::optional<std::pair<std::uint64_t, std::size_t>> parse_sample_id(const std::string& id) {
    const char* end = id.data() + id.size();
    if (id.empty() || id[0] != 's') return std::nullopt;
    std::uint64_t seed = 0;
    std::size_t clip = 0;
    const auto first = std::from_chars(id.data() + 1, end, seed);
    if (first.ec != std::errc() || first.ptr == end || *first.ptr != '-') return std::nullopt;
    const auto second = std::from_chars(first.ptr + 1, end, clip);
    if (second.ec != std::errc() || second.ptr != end || sample_id(seed, clip) != id) return std::nullopt;
    return std::pair{seed, clip};
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
