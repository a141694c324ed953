#include "datasets/sample/prosody.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace mica {

double envelope(const Interval& time, double ramp, double t) {
    if (t <= time.begin || t >= time.end) return 0;
    const double edge = std::min({t - time.begin, time.end - t, ramp}) / ramp;
    return 0.5 - 0.5 * std::cos(std::numbers::pi * edge);
}

Sound resample(const Sound& sound, int rate) {
    if (sound.rate == rate) return sound;
    const int divisor = std::gcd(sound.rate, rate);
    const int up = rate / divisor, down = sound.rate / divisor;  // output i lies at input i * down / up
    constexpr int kHalf = 16;
    const double cut = std::min(1.0, static_cast<double>(rate) / sound.rate) * 0.95;
    std::vector<float> table(static_cast<std::size_t>(up) * 2 * kHalf);
    for (int phase = 0; phase < up; ++phase)
        for (int k = 0; k < 2 * kHalf; ++k) {
            const double x = k - kHalf + 1 - static_cast<double>(phase) / up;
            const double sinc = x == 0 ? cut : std::sin(std::numbers::pi * cut * x) / (std::numbers::pi * x);
            const double window = 0.5 + 0.5 * std::cos(std::numbers::pi * x / kHalf);
            table[static_cast<std::size_t>(phase * 2 * kHalf + k)] =
                static_cast<float>(std::abs(x) < kHalf ? sinc * window : 0);
        }
    Sound out;
    out.rate = rate;
    const auto size = static_cast<std::int64_t>(sound.samples.size());
    out.samples.resize(static_cast<std::size_t>(size * up / down));
    for (std::size_t i = 0; i < out.samples.size(); ++i) {
        const std::int64_t at = static_cast<std::int64_t>(i) * down;
        const std::int64_t first = at / up - kHalf + 1;
        const float* h = table.data() + (at % up) * 2 * kHalf;
        float sum = 0;
        for (std::int64_t k = 0; k < 2 * kHalf; ++k)
            if (first + k >= 0 && first + k < size) sum += h[k] * sound.samples[static_cast<std::size_t>(first + k)];
        out.samples[i] = sum;
    }
    return out;
}

Sound with_tones(const Sound& sound, const std::vector<Tone>& tones) {
    const auto size = static_cast<std::ptrdiff_t>(sound.samples.size());
    if (tones.empty() || size == 0) return sound;
    // reading speed and loudness at each sample
    std::vector<double> speed(sound.samples.size(), 1.0), gain(sound.samples.size(), 1.0);
    for (const Tone& tone : tones) {
        const auto from =
            std::clamp(static_cast<std::ptrdiff_t>(tone.time.begin * sound.rate), std::ptrdiff_t{0}, size);
        const auto to =
            std::clamp(static_cast<std::ptrdiff_t>(tone.time.end * sound.rate) + 1, std::ptrdiff_t{0}, size);
        for (std::ptrdiff_t i = from; i < to; ++i) {
            const double e = envelope(tone.time, kToneRamp, static_cast<double>(i) / sound.rate);
            speed[static_cast<std::size_t>(i)] = std::exp2(e * tone.semitones / 12);
            gain[static_cast<std::size_t>(i)] = std::pow(10.0, e * tone.decibels / 20);
        }
    }
    // stretched position of each sample
    std::vector<double> at(sound.samples.size() + 1, 0.0);
    for (std::size_t i = 0; i < speed.size(); ++i) at[i + 1] = at[i] + speed[i];

    const std::ptrdiff_t hop = sound.rate / 100, search = sound.rate / 125;  // 10 ms, 8 ms
    const auto sample = [&](std::ptrdiff_t i) {
        return i >= 0 && i < size ? sound.samples[static_cast<std::size_t>(i)] : 0.0f;
    };
    std::vector<float> stretched(static_cast<std::size_t>(at.back()) + static_cast<std::size_t>(2 * hop) + 2, 0.0f);
    std::vector<double> fade(static_cast<std::size_t>(hop));
    for (std::size_t k = 0; k < fade.size(); ++k)
        fade[k] = 0.5 - 0.5 * std::cos(std::numbers::pi * (static_cast<double>(k) + 0.5) / static_cast<double>(hop));
    std::size_t source = 0;
    std::ptrdiff_t last = -hop;  // where the last piece was taken
    for (std::ptrdiff_t out = 0; out < static_cast<std::ptrdiff_t>(stretched.size()); out += hop) {
        while (source + 1 < at.size() && at[source + 1] <= static_cast<double>(out)) ++source;
        const auto ideal = static_cast<std::ptrdiff_t>(source);
        const std::ptrdiff_t follow = last + hop;  // what would go on without a seam
        std::ptrdiff_t best = follow;
        if (std::abs(follow - ideal) > search / 2 || (source < speed.size() && speed[source] != 1.0)) {
            double most = -1e30;
            for (std::ptrdiff_t shift = -search; shift <= search; shift += 2) {
                double dot = 0, power = 1e-6;
                for (std::ptrdiff_t k = 0; k < hop; k += 2) {
                    const double a = sample(ideal + shift + k), b = sample(follow + k);
                    dot += a * b;
                    power += a * a;
                }
                const double score = dot / std::sqrt(power);
                if (score > most) {
                    most = score;
                    best = ideal + shift;
                }
            }
        }
        // the piece fades in over one hop while the last one fades out
        for (std::ptrdiff_t k = 0; k < hop && out + k < static_cast<std::ptrdiff_t>(stretched.size()); ++k) {
            const double w = fade[static_cast<std::size_t>(k)];
            stretched[static_cast<std::size_t>(out + k)] =
                static_cast<float>(w * sample(best + k) + (1 - w) * sample(follow + k));
        }
        last = best;
    }

    Sound result;
    result.rate = sound.rate;
    result.samples.resize(sound.samples.size());
    for (std::size_t i = 0; i < result.samples.size(); ++i) {
        const auto j = static_cast<std::size_t>(at[i]);
        const auto f = static_cast<float>(at[i] - static_cast<double>(j));
        const float a = j > 0 ? stretched[j - 1] : 0, b = stretched[j], c = stretched[j + 1], d = stretched[j + 2];
        // cubic through four samples (Catmull and Rom)
        const float v = b + 0.5f * f * (c - a + f * (2 * a - 5 * b + 4 * c - d + f * (3 * (b - c) + d - a)));
        result.samples[i] = std::clamp(v * static_cast<float>(gain[i]), -1.0f, 1.0f);
    }
    return result;
}

}  // namespace mica
