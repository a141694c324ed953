// A small set with real media, made in a folder of its own: what the window's tests open.
#pragma once

#include <cmath>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "datasets/media/media.h"
#include "datasets/store/store.h"

namespace toy {

inline constexpr int kWidth = 96, kHeight = 64, kFrames = 50, kRate = 16000;
inline constexpr double kFrameRate = 25, kDuration = 2;

/// Grey value of a frame, by which a test knows it again: steps of 4 survive the codec.
inline int grey(int frame) { return 24 + 4 * frame; }

inline void write_video(const std::filesystem::path& file, bool with_sound = true) {
    mica::VideoWriter writer(file, kWidth, kHeight, kFrameRate, kRate);
    for (int f = 0; f < kFrames; ++f) {
        mica::Picture p{kWidth, kHeight, f / kFrameRate,
                        std::vector<std::uint8_t>(kWidth * kHeight * 3, static_cast<std::uint8_t>(grey(f)))};
        writer.add(p);
    }
    mica::Sound sound{kRate, {}};
    if (with_sound)
        for (int i = 0; i < static_cast<int>(kDuration * kRate); ++i)
            sound.samples.push_back(static_cast<float>(0.3 * std::sin(0.17 * i)));
    writer.finish(sound);
}

/// Small numbers that differ by seed and place, in [-1, 1].
inline float noise(std::uint64_t seed, std::uint64_t i) {
    std::uint64_t z = (seed << 32) + i * 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return static_cast<float>(static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1.0p-52 - 1);
}

/// `clips` clips of 2 s: 5 words, 30 vision and 25 audio steps; 60 % train, then valid and test. The first
/// `videos` test clips have a video file.
inline std::filesystem::path make_set(const std::filesystem::path& folder, int clips = 30, int videos = 2) {
    using namespace mica;
    std::filesystem::create_directories(folder);
    DatasetInfo info;
    info.name = "toy";
    info.origin = "made by a test";
    info.task = Task{TaskKind::regression, "sentiment", -3, 3, {}};
    info.streams[0] = {8, {}, 0, "", 0};
    info.streams[1] = {6, {"AU1", "AU2", "AU4", "AU12", "jaw", "gaze"}, 15, "", 0};
    info.streams[2] = {5, {"energy", "F0", "m1", "m2", "m3"}, 12.5, "", 0};
    const std::filesystem::path file = folder / "toy.h5";
    SetWriter writer(file, info);
    int with_video = 0;
    for (int c = 0; c < clips; ++c) {
        Clip clip;
        clip.info.id = "clip" + std::to_string(100 + c);
        clip.info.group = "g" + std::to_string(c % 5);
        clip.info.split = c < clips * 6 / 10 ? Split::train : c < clips * 8 / 10 ? Split::valid : Split::test;
        clip.info.duration = kDuration;
        clip.info.transcript = "it was really so good";
        const auto seed = static_cast<std::uint64_t>(c);
        const char* words[] = {"it", "was", "really", "so", "good"};
        const std::size_t steps[] = {5, 30, 25};
        for (std::size_t m = 0; m < 3; ++m) {
            Stream& s = clip.streams[m];
            s.steps = steps[m];
            s.features = info.streams[m].features;
            for (std::size_t i = 0; i < s.steps; ++i) {
                const double length = kDuration / static_cast<double>(s.steps), t = length * static_cast<double>(i);
                s.times.push_back({t, t + length});
                for (std::size_t k = 0; k < s.features; ++k)
                    s.values.push_back(noise(seed * 3 + m, i * s.features + k));
            }
        }
        clip.info.label = {3 * clip.streams[1].values[12]};
        for (std::size_t w = 0; w < 5; ++w) {
            clip.words.push_back({words[w], clip.streams[0].times[w], false});
            clip.links.push_back(
                {{clip.streams[0].times[w], clip.streams[1].times[6 * w], clip.streams[2].times[5 * w]}});
        }
        if (clip.info.split == Split::test && with_video < videos) {
            clip.info.media = clip.info.id + ".mp4";
            write_video(folder / clip.info.media);
            ++with_video;
        }
        writer.add(clip);
    }
    writer.finish();
    return file;
}

}  // namespace toy
