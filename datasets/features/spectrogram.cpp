#include "datasets/features/spectrogram.h"

#include <aubio/aubio.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <memory>
#include <numbers>

#include "datasets/types/error.h"
#include "datasets/types/progress.h"

namespace mica {
namespace {

constexpr double kWindow = 0.025, kHop = 0.005;  // seconds
constexpr double kMostColumns = 60'000;

struct FreeAubio {
    void operator()(fvec_t* p) const { del_fvec(p); }
    void operator()(aubio_fft_t* p) const { del_aubio_fft(p); }
};
using Vector = std::unique_ptr<fvec_t, FreeAubio>;

std::uint8_t level_of(double power) {
    const double db = 10 * std::log10(power + 1e-14);
    return static_cast<std::uint8_t>(std::clamp(std::lround(2 * (db + 120)), 0L, 255L));
}

Spectrogram::Level halved(const Spectrogram::Level& fine, std::size_t bins) {
    Spectrogram::Level out{(fine.columns + 1) / 2, {}};
    out.values.resize(out.columns * bins);
    for (std::size_t c = 0; c < fine.columns; ++c)
        for (std::size_t b = 0; b < bins; ++b) {
            std::uint8_t& to = out.values[c / 2 * bins + b];
            to = std::max(to, fine.values[c * bins + b]);
        }
    return out;
}

}  // namespace

Spectrogram spectrogram(const Sound& sound, const std::stop_token& stop) {
    if (sound.samples.empty()) return {};
    if (sound.rate < 1000 || sound.rate > 192000)
        throw Error("a sound of " + std::to_string(sound.rate) + " samples a second has no spectrogram", "spectrogram");
    const auto window = static_cast<std::ptrdiff_t>(std::lround(kWindow * sound.rate));
    const auto size = static_cast<std::size_t>(std::bit_ceil(static_cast<std::size_t>(2 * window)));
    const auto n = static_cast<std::ptrdiff_t>(sound.samples.size());

    Spectrogram out;
    out.hop = std::max(kHop, sound.duration() / kMostColumns);
    out.bins = size / 2 + 1;
    out.bin_hz = static_cast<double>(sound.rate) / static_cast<double>(size);
    Spectrogram::Level fine{static_cast<std::size_t>(std::floor(sound.duration() / out.hop)) + 1, {}};
    fine.values.resize(fine.columns * out.bins);

    const std::unique_ptr<aubio_fft_t, FreeAubio> fft(new_aubio_fft(static_cast<uint_t>(size)));
    const Vector in(new_fvec(static_cast<uint_t>(size))), spectrum(new_fvec(static_cast<uint_t>(size)));
    if (!fft || !in || !spectrum) throw Error("the Fourier transform cannot be set up", "spectrogram");
    std::vector<float> hann(static_cast<std::size_t>(window));
    double sum = 0;
    for (std::size_t i = 0; i < hann.size(); ++i) {
        const double h =
            0.5 - 0.5 * std::cos(2 * std::numbers::pi * (static_cast<double>(i) + 0.5) / static_cast<double>(window));
        hann[i] = static_cast<float>(h);
        sum += h;
    }
    const double scale = 4 / (sum * sum);  // a full-scale sine has power 1
    for (std::size_t c = 0; c < fine.columns; ++c) {
        if (c % 256 == 0 && stop.stop_requested()) throw Cancelled();
        const auto first =
            static_cast<std::ptrdiff_t>(std::lround(static_cast<double>(c) * out.hop * sound.rate)) - window / 2;
        for (std::ptrdiff_t i = 0; i < window; ++i) {
            const std::ptrdiff_t at = first + i;
            in->data[i] =
                at < 0 || at >= n ? 0 : sound.samples[static_cast<std::size_t>(at)] * hann[static_cast<std::size_t>(i)];
        }
        aubio_fft_do_complex(fft.get(), in.get(), spectrum.get());
        for (std::size_t b = 0; b < out.bins; ++b) {
            const double re = static_cast<double>(spectrum->data[b]);
            const double im = b == 0 || b == size / 2 ? 0.0 : static_cast<double>(spectrum->data[size - b]);
            const std::uint8_t level = level_of(scale * (re * re + im * im));
            fine.values[c * out.bins + b] = level;
            out.loudest = std::max(out.loudest, level);
        }
    }
    out.levels.push_back(std::move(fine));
    while (out.levels.back().columns > 1) out.levels.push_back(halved(out.levels.back(), out.bins));
    return out;
}

}  // namespace mica
