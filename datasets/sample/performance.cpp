#include "datasets/sample/performance.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "datasets/features/acoustic.h"
#include "datasets/sample/random.h"
#include "datasets/sample/speakers.h"

namespace mica {

namespace {

constexpr double kLead = 0.25, kTail = 0.35;  // silence before and after, seconds
constexpr double kFaceRamp = 0.08;

// How far mouth and lips open for a phoneme, and how far they are rounded; by espeak-ng's first letter.
struct Lips {
    double open, round;
};
Lips lips(const std::string& phoneme) {
    switch (phoneme.empty() ? '_' : phoneme[0]) {
        case '_':
            return {0, 0};
        case 'm':
        case 'b':
        case 'p':
            return {0, 0.1};
        case 'f':
        case 'v':
            return {0.12, 0};
        case 'a':
        case 'A':
        case 'V':
            return {1.0, 0};
        case 'e':
        case 'E':
        case '3':
            return {0.65, 0};
        case 'O':
        case '0':
        case 'o':
            return {0.75, 0.6};
        case 'u':
        case 'U':
        case 'w':
            return {0.3, 1.0};
        case 'i':
        case 'I':
            return {0.4, 0};
        case '@':
            return {0.45, 0};
        case 'S':
        case 'Z':
        case 'r':
            return {0.25, 0.5};
        default:
            return {0.22, 0.05};
    }
}

// Begins and ends of what face or voice do around the words with a state: shifted against the words' borders
// by chance, over at least some two thirds of their word, and clear of each other.
std::vector<Interval> spans(const std::vector<Interval>& words, const std::vector<int>& states, double duration,
                            Random& r) {
    std::vector<Interval> out;
    double free = 0.02;
    for (std::size_t w = 0; w < words.size(); ++w) {
        const double before = r.uniform(-0.14, 0.08), after = r.uniform(-0.06, 0.18);
        if (states[w] == 0) continue;
        const Interval t = words[w];
        const bool next = w + 1 < words.size() && states[w + 1] != 0;
        Interval s;
        s.begin = std::max(t.begin + std::min(before, 0.25 * t.duration()), free);
        const double latest = next ? words[w + 1].begin + 0.2 * words[w + 1].duration() : duration - 0.02;
        s.end = std::min(t.end + std::max(after, -0.2 * t.duration()), latest);
        free = s.end + 0.02;
        out.push_back(s);
    }
    return out;
}

}  // namespace

const std::vector<std::string>& face_names() {
    static const std::vector<std::string> names{"AU1",  "AU2",  "AU4",    "AU6",    "AU12", "AU15",  "AU25", "AU26",
                                                "AU18", "AU45", "gaze_x", "gaze_y", "yaw",  "pitch", "roll"};
    return names;
}

Performance::Performance(std::uint64_t seed, std::size_t clip) : script_(write_script(seed, clip)) {
    Random r(seed, clip, 2);
    const Speaker& who = speaker(script_.speaker);
    std::vector<std::string> text;
    std::vector<int> faces, voices;
    for (const ScriptWord& w : script_.words) {
        text.push_back(w.text);
        faces.push_back(w.face);
        voices.push_back(w.voice);
    }
    Speech speech = speak(text, who.voice, who.pitch, who.rate);
    words_ = std::move(speech.words);
    phonemes_ = std::move(speech.phonemes);
    for (Interval& t : words_) t = {t.begin + kLead, t.end + kLead};
    for (Phoneme& p : phonemes_) p.begin += kLead;

    Sound spoken = resample(speech.sound, kAcousticSoundRate);
    const auto lead = static_cast<std::size_t>(kLead * kAcousticSoundRate),
               tail = static_cast<std::size_t>(kTail * kAcousticSoundRate);
    spoken.samples.insert(spoken.samples.begin(), lead, 0.0f);
    spoken.samples.insert(spoken.samples.end(), tail, 0.0f);
    for (float& v : spoken.samples) v *= 0.55f;  // room for raised voices

    std::size_t next = 0;
    const auto face_spans = spans(words_, faces, spoken.duration(), r);
    for (const int kind : faces)
        if (kind != 0) expressions_.push_back({face_spans[next++], kind, r.uniform(0.75, 1.0)});
    next = 0;
    const auto tone_spans = spans(words_, voices, spoken.duration(), r);
    for (const int kind : voices)
        if (kind != 0) tones_.push_back({tone_spans[next++], kind * r.uniform(3.5, 5.5), kind * r.uniform(3.0, 4.5)});
    sound_ = with_tones(spoken, tones_);
    for (float& v : sound_.samples) v += static_cast<float>(r.uniform(-0.0014, 0.0014));  // a room is never silent

    for (double t = r.uniform(0.2, 1.8); t < sound_.duration(); t += r.uniform(1.2, 3.5)) blinks_.push_back(t);
    for (auto& channel : sways_)
        for (std::size_t k = 0; k < channel.size(); ++k)
            channel[k] = {r.uniform(0.1, 0.3), r.uniform(0.15, 0.5) * static_cast<double>(k + 1),
                          r.uniform(0, 2 * std::numbers::pi)};
}

std::vector<Link> Performance::links() const {
    std::vector<Link> out;
    std::size_t expression = 0, tone = 0;
    for (std::size_t w = 0; w < words_.size(); ++w) {
        const ScriptWord& word = script_.words[w];
        Link l{{words_[w], Interval{}, Interval{}}};
        if (word.face != 0) l.span[1] = expressions_[expression++].time;
        if (word.voice != 0) l.span[2] = tones_[tone++].time;
        if (word.worth > 0) out.push_back(l);
    }
    return out;
}

Face Performance::face(double time) const {
    Face f;
    const auto sway = [&](std::size_t channel) {
        double v = 0;
        for (const Sway& s : sways_[channel])
            v += s.amplitude * std::sin(2 * std::numbers::pi * s.frequency * time + s.phase);
        return static_cast<float>(v);
    };
    f[Face::gaze_x] = 0.6f * sway(0);
    f[Face::gaze_y] = 0.4f * sway(1);
    f[Face::yaw] = sway(2);
    f[Face::pitch] = sway(3);
    f[Face::roll] = sway(4);
    const float brows = 0.3f * std::max(0.0f, sway(5));
    f[Face::inner_brow] = brows;
    f[Face::outer_brow] = brows;

    for (const Expression& e : expressions_) {
        const auto v = static_cast<float>(e.strength * envelope(e.time, kFaceRamp, time));
        if (e.kind > 0) {
            f[Face::smile] += v;
            f[Face::cheek] += 0.7f * v;
            f[Face::outer_brow] += 0.25f * v;
        } else {
            f[Face::frown] += 0.8f * v;
            f[Face::brow_lowerer] += v;
            f[Face::inner_brow] += 0.25f * v;
        }
    }
    for (const double b : blinks_)
        f[Face::blink] = std::max(f[Face::blink], static_cast<float>(std::max(0.0, 1 - std::abs(time - b) / 0.09)));

    // lips: the phonemes around this moment, weighted by closeness (they run into each other when spoken)
    double open = 0, round = 0, weight = 1e-9;
    for (std::size_t p = 0; p < phonemes_.size(); ++p) {
        const double from = phonemes_[p].begin, to = p + 1 < phonemes_.size() ? phonemes_[p + 1].begin : from + 1;
        if (to < time - 0.07 || from > time + 0.07) continue;
        const double shared = std::min(to, time + 0.04) - std::max(from, time - 0.04);
        if (shared <= 0) continue;
        const Lips l = lips(phonemes_[p].name);
        open += shared * l.open;
        round += shared * l.round;
        weight += shared;
    }
    f[Face::jaw] = static_cast<float>(open / weight);
    f[Face::lips_part] = std::min(1.0f, 1.6f * f[Face::jaw] + 0.15f * f[Face::smile]);
    f[Face::pucker] = static_cast<float>(round / weight);
    return f;
}

}  // namespace mica
