#include "datasets/media/numbered_video.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string>

#include "datasets/types/error.h"

namespace mica {
namespace {

// Twelve blocks across, the first for the highest bit, and under each its opposite: a block that is neither white
// above black nor black above white is none.
constexpr int kBits = 12;
constexpr double kTop = 0.15, kMiddle = 0.25, kBottom = 0.35, kLeft = 0.02, kWidth = 0.08;
constexpr int kSoundRate = 22050;
constexpr double kBeep = 0.03;  // seconds

bool is_white(int number, double x, double y) {
    const int block = std::min(kBits - 1, static_cast<int>((x - kLeft) / kWidth));
    const bool bit = (number >> (kBits - 1 - block)) & 1;
    return bit == (y < kMiddle);
}

// Waves that move, so that every frame differs from the one before all over, as recordings do.
std::uint8_t texture(int frame, int x, int y) {
    const double v = std::sin(0.021 * x + 0.11 * frame) + std::sin(0.033 * y - 0.07 * frame) +
                     0.4 * std::sin(0.35 * (x + y) + 0.5 * frame);
    return static_cast<std::uint8_t>(112 + 36 * v);
}

}  // namespace

void write_numbered_video(const std::filesystem::path& file, const NumberedVideo& wish) {
    if (wish.frames < 1 || wish.frames > 1 << kBits)
        throw Error("a numbered video of " + std::to_string(wish.frames) + " frames cannot be made", file.string());
    VideoWriter writer(file, wish.width, wish.height, wish.frame_rate, kSoundRate, wish.coding);
    Picture p{wish.width, wish.height, 0, {}};
    p.rgb.resize(static_cast<std::size_t>(wish.width) * static_cast<std::size_t>(wish.height) * 3);
    Sound sound{
        kSoundRate,
        std::vector<float>(static_cast<std::size_t>(std::lround(wish.frames / wish.frame_rate * kSoundRate)), 0.0F)};
    for (int f = 0; f < wish.frames; ++f) {
        const bool flash = wish.flash_every > 0 && f % wish.flash_every == 0;
        std::uint8_t* to = p.rgb.data();
        for (int y = 0; y < wish.height; ++y)
            for (int x = 0; x < wish.width; ++x, to += 3) {
                const double px = (x + 0.5) / wish.width, py = (y + 0.5) / wish.height;
                std::uint8_t v = flash ? 235 : texture(f, x, y);
                if (py >= kTop && py < kBottom && px >= kLeft && px < kLeft + kBits * kWidth)
                    v = is_white(f, px, py) ? 235 : 16;
                to[0] = to[1] = to[2] = v;
            }
        writer.add(p);
        if (!flash) continue;
        const auto first = static_cast<std::size_t>(std::lround(f / wish.frame_rate * kSoundRate));
        for (std::size_t i = 0; i < static_cast<std::size_t>(kBeep * kSoundRate); ++i)
            if (first + i < sound.samples.size())
                sound.samples[first + i] = static_cast<float>(
                    0.7 * std::sin(2 * std::numbers::pi * 1000 * static_cast<double>(i) / kSoundRate));
    }
    writer.finish(sound);
}

int burnt_number(const std::function<int(double, double)>& grey) {
    int number = 0;
    for (int block = 0; block < kBits; ++block) {
        const double x = kLeft + (block + 0.5) * kWidth;
        const int above = grey(x, 0.5 * (kTop + kMiddle)), below = grey(x, 0.5 * (kMiddle + kBottom));
        if (std::abs(above - below) < 80) return -1;
        number = 2 * number + (above > below ? 1 : 0);
    }
    return number;
}

int burnt_number(const Picture& p) {
    if (p.width <= 0 || p.height <= 0) return -1;
    return burnt_number([&](double x, double y) -> int {
        const auto column = static_cast<std::size_t>(x * p.width), row = static_cast<std::size_t>(y * p.height);
        return p.rgb[(row * static_cast<std::size_t>(p.width) + column) * 3];
    });
}

bool is_flash(const Picture& p) {
    std::size_t bright = 0, count = 0;
    for (std::size_t i = 0; i < p.rgb.size(); i += 3 * 997) {
        bright += p.rgb[i] > 200;
        ++count;
    }
    return count > 0 && bright > count * 7 / 10;
}

}  // namespace mica
