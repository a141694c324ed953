// A small native set with everything that a set may have: irregular and missing streams, times known and not, flagged
// steps, words, links, all splits.
#pragma once

#include <random>
#include <string>

#include "datasets/store/store.h"

namespace made {

struct SetWish {
    int clips = 30;
    bool times = true;    // of vision and audio, in every clip
    bool missing = true;  // a clip in seven lacks vision, one in eleven audio
    bool words = true;
    double rate = 15;  // of vision that the set knows
    unsigned seed = 3;
};

inline mica::Stream set_stream(std::mt19937_64& r, double duration, double rate, std::size_t features, bool flagged) {
    mica::Stream s;
    s.steps = static_cast<std::size_t>(duration * rate);
    s.features = features;
    for (std::size_t i = 0; i < s.steps * features; ++i)
        s.values.push_back(static_cast<float>(r() % 4001) / 200.0F - 5.0F);
    for (std::size_t i = 0; i < s.steps; ++i)
        s.times.push_back({static_cast<double>(i) / rate, static_cast<double>(i + 1) / rate});
    if (flagged)
        for (std::size_t i = 0; i < s.steps; ++i) s.valid.push_back(r() % 4 ? 1 : 0);
    return s;
}

inline mica::Clip set_clip(std::mt19937_64& r, int number, const SetWish& wish) {
    using namespace mica;
    Clip c;
    c.info.id = "clip" + std::to_string(number) + (number % 5 ? "" : "[x y]");
    c.info.group = "video" + std::to_string(number % 6);
    c.info.split = static_cast<Split>(number % 5 < 3 ? 0 : number % 5 - 2);
    c.info.label = {static_cast<float>(number % 7) - 3.0F};
    c.info.media = number % 2 ? "media/x.mp4" : "";
    const std::size_t words = 1 + r() % 7;
    double at = 0.05;
    for (std::size_t w = 0; w < words; ++w) {
        const double end = at + 0.1 + 0.05 * static_cast<double>(r() % 8);
        c.words.push_back({"word" + std::to_string(w), {at, end}, w == 1});
        at = end + (w % 3 == 1 ? 0.15 : 0);
    }
    c.info.duration = number % 9 == 8 ? 0 : at;
    c.streams[0] = {words, 4, {}, {}, {}};
    for (std::size_t i = 0; i < words * 4; ++i) c.streams[0].values.push_back(static_cast<float>(r() % 100) / 10.0F);
    for (const Word& w : c.words) c.streams[0].times.push_back(w.time);
    // vision ends before the last word does in some clips: words without a step
    if (!wish.missing || number % 7 != 6)
        c.streams[1] = set_stream(r, number % 4 ? at : at - 0.3 > 0.1 ? at - 0.3 : at, 15, 3, number % 3 == 0);
    if (!wish.missing || number % 11 != 10) c.streams[2] = set_stream(r, at, 12.5, 2, false);
    for (const std::uint8_t v : c.streams[1].valid) c.info.flagged_frames += v ? 0 : 1;
    if (number % 4 == 0) c.links.push_back({{Interval{0.1, 0.2}, Interval{0.1, 0.3}, Interval{0, 0}}});
    if (!wish.times)
        for (Stream& s : c.streams) s.times.clear();
    if (!wish.words) c.words.clear();
    return c;
}

/// The file, written.
inline std::filesystem::path set(const std::filesystem::path& file, const SetWish& wish = {}) {
    mica::DatasetInfo d;
    d.name = "made";
    d.origin = "test";
    d.task.name = "sentiment";
    d.streams[0] = {4, {}, 0, "words", 0};
    d.streams[1] = {3, {"AU1", "AU2", "AU12"}, wish.rate, "", 0};
    d.streams[2] = {2, {"F0", "energy"}, 12.5, "", 0};
    std::mt19937_64 r(wish.seed);
    mica::SetWriter writer(file, d);
    for (int i = 0; i < wish.clips; ++i) writer.add(set_clip(r, i, wish));
    writer.finish();
    return file;
}

}  // namespace made
