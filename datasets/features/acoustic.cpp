#include "datasets/features/acoustic.h"

#include <aubio/aubio.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <numbers>

#include "datasets/features/steps.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

constexpr int kWindow = 400, kHop = 160, kFft = 512, kPitchWindow = 1024;
constexpr int kBins = kFft / 2 + 1;
constexpr double kLowest = 60, kHighest = 7600;
constexpr double kLowestPitch = 65, kHighestPitch = 500;
constexpr int kCepstra = 13, kCepstraBands = 26;

struct FreeAubio {
    void operator()(fvec_t* p) const { del_fvec(p); }
    void operator()(aubio_fft_t* p) const { del_aubio_fft(p); }
    void operator()(aubio_pitch_t* p) const { del_aubio_pitch(p); }
};
using Vector = std::unique_ptr<fvec_t, FreeAubio>;

void check(const AcousticOptions& o) {
    if (!(o.rate >= 1 && o.rate <= 100))
        throw Error("the acoustic rate must lie from 1 to 100 steps a second", "acoustic features");
    if (o.bands < 8 || o.bands > 64) throw Error("the number of mel bands must lie from 8 to 64", "acoustic features");
}

double mel(double hertz) { return 2595 * std::log10(1 + hertz / 700); }
double hertz(double mel) { return 700 * (std::pow(10, mel / 2595) - 1); }

// Triangles of unit height, evenly spaced on the mel scale: bands x bins.
std::vector<std::vector<float>> filters(int bands) {
    std::vector<std::vector<float>> bank(static_cast<std::size_t>(bands), std::vector<float>(kBins, 0.0f));
    const double low = mel(kLowest), step = (mel(kHighest) - low) / (bands + 1);
    for (int b = 0; b < bands; ++b) {
        const double left = hertz(low + b * step), top = hertz(low + (b + 1) * step),
                     right = hertz(low + (b + 2) * step);
        double sum = 0;
        auto& row = bank[static_cast<std::size_t>(b)];
        for (int k = 0; k < kBins; ++k) {
            const double f = static_cast<double>(k) * kAcousticSoundRate / kFft;
            const double w = std::max(0.0, std::min((f - left) / (top - left), (right - f) / (right - top)));
            row[static_cast<std::size_t>(k)] = static_cast<float>(w);
            sum += w;
        }
        // A band narrower than a bin takes the nearest one.
        if (sum <= 0) row[static_cast<std::size_t>(std::lround(top * kFft / kAcousticSoundRate))] = 1;
    }
    return bank;
}

struct Frames {
    std::vector<float> spectral;       // frames x width
    std::vector<float> energy, pitch;  // pitch 0: unvoiced
    std::vector<double> middle, pitch_middle;
};

void spectra(const Sound& sound, const AcousticOptions& o, Frames& out) {
    const int bands = o.cepstra ? kCepstraBands : o.bands;
    const auto bank = filters(bands);
    const std::unique_ptr<aubio_fft_t, FreeAubio> fft(new_aubio_fft(kFft));
    const Vector in(new_fvec(kFft)), spectrum(new_fvec(kFft));
    if (!fft || !in || !spectrum) throw Error("the Fourier transform cannot be set up", "acoustic features");
    std::vector<float> hann(kWindow), mels(static_cast<std::size_t>(bands));
    for (std::size_t i = 0; i < kWindow; ++i)
        hann[i] =
            static_cast<float>(0.5 - 0.5 * std::cos(2 * std::numbers::pi * (static_cast<double>(i) + 0.5) / kWindow));

    const auto n = static_cast<std::ptrdiff_t>(sound.samples.size());
    const auto sample = [&](std::ptrdiff_t i) {
        return i < 0 || i >= n ? 0.0f : sound.samples[static_cast<std::size_t>(i)];
    };
    for (std::ptrdiff_t centre = kHop / 2; centre < n; centre += kHop) {
        double square = 0;
        fvec_zeros(in.get());
        for (std::ptrdiff_t i = 0; i < kWindow; ++i) {
            const float v = sample(centre - kWindow / 2 + i);
            square += static_cast<double>(v) * static_cast<double>(v);
            // Pre-emphasis evens out the fall of voiced speech towards high frequencies.
            in->data[i] = (v - 0.97f * sample(centre - kWindow / 2 + i - 1)) * hann[static_cast<std::size_t>(i)];
        }
        aubio_fft_do_complex(fft.get(), in.get(), spectrum.get());
        for (std::size_t b = 0; b < mels.size(); ++b) {
            double power = 0;
            for (std::size_t k = 0; k < kBins; ++k) {
                const double w = static_cast<double>(bank[b][k]);
                if (w == 0) continue;
                const double re = static_cast<double>(spectrum->data[k]);
                const double im = k == 0 || k == kBins - 1 ? 0.0 : static_cast<double>(spectrum->data[kFft - k]);
                power += w * (re * re + im * im);
            }
            mels[b] = static_cast<float>(std::log(power + 1e-6));
        }
        if (o.cepstra) {
            for (int c = 0; c < kCepstra; ++c) {
                double sum = 0;
                for (int b = 0; b < bands; ++b)
                    sum += static_cast<double>(mels[static_cast<std::size_t>(b)]) *
                           std::cos(std::numbers::pi * c * (b + 0.5) / bands);
                out.spectral.push_back(static_cast<float>(sum * std::sqrt((c == 0 ? 1.0 : 2.0) / bands)));
            }
        } else {
            out.spectral.insert(out.spectral.end(), mels.begin(), mels.end());
        }
        out.energy.push_back(static_cast<float>(10 * std::log10(square / kWindow + 1e-8)));
        out.middle.push_back(static_cast<double>(centre) / kAcousticSoundRate);
    }
}

void pitches(const Sound& sound, Frames& out) {
    const std::unique_ptr<aubio_pitch_t, FreeAubio> pitch(
        new_aubio_pitch("yinfast", kPitchWindow, kHop, static_cast<uint_t>(kAcousticSoundRate)));
    const Vector in(new_fvec(kHop)), value(new_fvec(1));
    if (!pitch || !in || !value) throw Error("the pitch detector cannot be set up", "acoustic features");
    aubio_pitch_set_unit(pitch.get(), "Hz");
    aubio_pitch_set_silence(pitch.get(), -50);
    aubio_pitch_set_tolerance(pitch.get(), 0.25f);
    // The detector looks back over its window: what it says belongs to the window's middle.
    const std::size_t end = sound.samples.size() + kPitchWindow / 2;
    for (std::size_t at = 0; at < end; at += kHop) {
        for (std::size_t i = 0; i < kHop; ++i)
            in->data[i] = at + i < sound.samples.size() ? sound.samples[at + i] : 0.0f;
        aubio_pitch_do(pitch.get(), in.get(), value.get());
        const double f = static_cast<double>(value->data[0]);
        const bool voiced = std::isfinite(f) && f >= kLowestPitch && f <= kHighestPitch &&
                            aubio_pitch_get_confidence(pitch.get()) > 0.6f;
        out.pitch.push_back(voiced ? static_cast<float>(12 * std::log2(f / 100)) : std::nanf(""));
        out.pitch_middle.push_back((static_cast<double>(at) + kHop - kPitchWindow / 2.0) / kAcousticSoundRate);
    }
}

// The last two of the features are pitch and voicing.
void make_relative(Stream& s) {
    const std::size_t voicing = s.features - 1, pitch = s.features - 2;
    const auto voiced = [&](std::size_t i) { return s.row(i)[voicing] > 0.3f; };
    for (std::size_t f = 0; f < voicing; ++f) {
        double sum = 0, count = 0;
        for (std::size_t i = 0; i < s.steps; ++i)
            if (voiced(i)) {
                sum += s.row(i)[f];
                ++count;
            }
        const auto mean = static_cast<float>(count > 0 ? sum / count : 0);
        for (std::size_t i = 0; i < s.steps; ++i) {
            float& v = s.values[i * s.features + f];
            v = f == pitch && !voiced(i) ? 0 : v - mean;
        }
    }
}

}  // namespace

std::vector<std::string> acoustic_names(const AcousticOptions& o) {
    check(o);
    std::vector<std::string> names;
    const int n = o.cepstra ? kCepstra : o.bands;
    for (int i = 0; i < n; ++i) {
        char text[16];
        std::snprintf(text, sizeof text, o.cepstra ? "MFCC%02d" : "mel%02d", i);
        names.emplace_back(text);
    }
    for (const char* more : {"energy", "F0", "voicing"}) names.emplace_back(more);
    return o.changes ? with_changes(std::move(names)) : names;
}

std::string acoustic_recipe(const AcousticOptions& o) {
    check(o);
    char text[320];
    std::snprintf(text, sizeof text,
                  R"({"kind": "acoustic", "version": 1, "rate": %g, "%s": %d, "changes": %s, "sound_rate": %d, )"
                  R"("window": 0.025, "hop": 0.01, "pitch": "yinfast %g-%g Hz, semitones over 100 Hz"%s%s%s})",
                  o.rate, o.cepstra ? "cepstra" : "mel_bands", o.cepstra ? kCepstra : o.bands,
                  o.changes ? "true" : "false", kAcousticSoundRate, kLowestPitch, kHighestPitch,
                  o.relative ? R"(, "relative": ")" : "", o.relative ? kRelative : "", o.relative ? "\"" : "");
    return text;
}

Stream acoustic_features(const Sound& sound, const AcousticOptions& o, double duration) {
    check(o);
    if (sound.rate != kAcousticSoundRate)
        throw Error("the sound has " + std::to_string(sound.rate) + " samples a second, not " +
                        std::to_string(kAcousticSoundRate),
                    "acoustic features");
    if (!(duration > 0)) duration = sound.duration();
    if (duration > 3600) throw Error("the sound is longer than an hour", "acoustic features");
    Sound padded = sound;  // silence to the clip's end, so that every step has frames
    padded.samples.resize(static_cast<std::size_t>(std::ceil(duration * sound.rate)), 0.0f);
    Frames frames;
    spectra(padded, o, frames);
    pitches(padded, frames);

    Stream out;
    out.times = steady_times(duration, o.rate);
    out.steps = out.times.size();
    const std::size_t width = static_cast<std::size_t>(o.cepstra ? kCepstra : o.bands);
    out.features = width + 3;
    out.values.assign(out.steps * out.features, 0.0f);
    const std::size_t count = frames.middle.size();
    std::size_t from = 0, pitch_from = 0;
    for (std::size_t i = 0; i < out.steps; ++i) {
        float* row = out.values.data() + i * out.features;
        const double begin = static_cast<double>(i) / o.rate, end = static_cast<double>(i + 1) / o.rate;
        while (from < count && frames.middle[from] < begin) ++from;
        std::size_t to = from;
        while (to < count && frames.middle[to] < end) ++to;
        std::size_t first = from;
        if (to == first) {  // a last step shorter than a frame
            first = std::min(first, count) - (first >= count && count > 0 ? 1 : 0);
            to = std::min(count, first + 1);
        }
        const auto n = static_cast<double>(std::max<std::size_t>(1, to - first));
        for (std::size_t f = 0; f < width + 1; ++f) {
            double sum = 0;
            for (std::size_t k = first; k < to; ++k)
                sum += static_cast<double>(f < width ? frames.spectral[k * width + f] : frames.energy[k]);
            row[f] = static_cast<float>(sum / n);
        }
        double pitch = 0;
        int voiced = 0, seen = 0;
        while (pitch_from < frames.pitch.size() && frames.pitch_middle[pitch_from] < begin) ++pitch_from;
        for (std::size_t k = pitch_from; k < frames.pitch.size() && frames.pitch_middle[k] < end; ++k, ++seen)
            if (!std::isnan(frames.pitch[k])) {
                pitch += static_cast<double>(frames.pitch[k]);
                ++voiced;
            }
        row[width + 1] = voiced ? static_cast<float>(pitch / voiced) : 0.0f;
        row[width + 2] = seen ? static_cast<float>(voiced) / static_cast<float>(seen) : 0.0f;
    }
    if (o.relative) make_relative(out);
    return o.changes ? with_changes(out) : out;
}

}  // namespace mica
