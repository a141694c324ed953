// Small clips with known content, made by the project's own writer.
#pragma once

#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>

#include "datasets/media/media.h"

namespace made {

/// A folder of its own for one test, gone afterwards.
struct Folder {
    std::filesystem::path path;
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "mica-test-XXXXXX").string();
        path = ::mkdtemp(pattern.data());
    }
    ~Folder() {
        std::error_code ec;
        std::filesystem::remove_all(path, ec);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path operator/(const std::string& name) const { return path / name; }
};

inline void write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

inline std::string read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Frame i of a made video: grey, with i written in eight black or white squares, which survive compression.
inline mica::Picture frame(int i, int width, int height) {
    mica::Picture p;
    p.width = width;
    p.height = height;
    p.rgb.assign(static_cast<std::size_t>(width * height * 3), 128);
    for (int bit = 0; bit < 8; ++bit)
        for (int y = 32; y < 48; ++y)
            for (int x = 16 * bit; x < 16 * bit + 16; ++x)
                for (int c = 0; c < 3; ++c)
                    p.rgb[static_cast<std::size_t>((y * width + x) * 3 + c)] = (i >> bit) & 1 ? 255 : 0;
    return p;
}

inline int number_of(const mica::Picture& p) {
    int i = 0;
    for (int bit = 0; bit < 8; ++bit)
        if (p.rgb[static_cast<std::size_t>((40 * p.width + 16 * bit + 8) * 3)] > 128) i |= 1 << bit;
    return i;
}

/// A tone of that pitch between two times, silence elsewhere.
inline mica::Sound tone(double duration, double from, double to, double hertz, int rate = 16000) {
    mica::Sound s;
    s.rate = rate;
    s.samples.assign(static_cast<std::size_t>(duration * rate), 0.0f);
    for (std::size_t i = 0; i < s.samples.size(); ++i) {
        const double t = static_cast<double>(i) / rate;
        if (t >= from && t < to)  // a few overtones, as a voice has
            s.samples[i] =
                static_cast<float>(0.2 * std::sin(6.283185307 * hertz * t) + 0.1 * std::sin(12.56637061 * hertz * t) +
                                   0.05 * std::sin(18.84955592 * hertz * t));
    }
    return s;
}

inline void clip(const std::filesystem::path& file, int frames = 30, double rate = 25,
                 const mica::Sound* sound = nullptr, int width = 160, int height = 128) {
    const mica::Sound silence = tone(frames / rate, 0.2, 0.6, 150);
    mica::VideoWriter writer(file, width, height, rate, 16000);
    for (int i = 0; i < frames; ++i) writer.add(frame(i, width, height));
    writer.finish(sound ? *sound : silence);
}

}  // namespace made
