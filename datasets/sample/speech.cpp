// espeak-ng keeps the phase of its waves and its noise from one sentence to the next, so that a sentence
// would sound (by some samples) different after another one. There is no call that resets it; a library that
// is loaded anew starts anew, and takes five milliseconds.
#include "datasets/sample/speech.h"

#include <dlfcn.h>
#include <espeak-ng/speak_lib.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <mutex>

#include "datasets/types/error.h"

namespace mica {

namespace {

constexpr const char* kLibrary = "libespeak-ng.so.1";

struct Gathered {
    std::vector<short> samples;
    std::vector<std::pair<int, double>> words;  // position of the first letter (from 1), begin in samples
    std::vector<Phoneme> phonemes;              // begin in samples
};
Gathered* gathered = nullptr;  // espeak-ng's call-back has no other way in; guarded by the mutex of speak()

int take(short* samples, int count, espeak_EVENT* event) {
    if (samples && count > 0) gathered->samples.insert(gathered->samples.end(), samples, samples + count);
    for (; event->type != espeakEVENT_LIST_TERMINATED; ++event) {
        if (event->type == espeakEVENT_WORD) gathered->words.emplace_back(event->text_position, event->sample);
        if (event->type == espeakEVENT_PHONEME)
            gathered->phonemes.push_back(
                {std::string(event->id.string, strnlen(event->id.string, sizeof event->id.string)),
                 static_cast<double>(event->sample)});
    }
    return 0;
}

class Library {
public:
    Library() : handle_(dlopen(kLibrary, RTLD_NOW | RTLD_LOCAL)) {
        if (!handle_) throw Error("espeak-ng is not installed", kLibrary, "Install the package libespeak-ng1");
        rate_ = get<decltype(espeak_Initialize)>("espeak_Initialize")(
            AUDIO_OUTPUT_SYNCHRONOUS, 0, nullptr, espeakINITIALIZE_PHONEME_EVENTS | espeakINITIALIZE_DONT_EXIT);
        if (rate_ <= 0) {
            dlclose(handle_);
            throw Error("espeak-ng cannot start: its voices are missing", kLibrary,
                        "Install the package espeak-ng-data");
        }
    }
    ~Library() {
        get<decltype(espeak_Terminate)>("espeak_Terminate")();
        dlclose(handle_);
    }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
    template <class F>
    F* get(const char* name) const {
        auto* f = reinterpret_cast<F*>(dlsym(handle_, name));
        if (!f) std::abort();  // a symbol of the stable C interface: cannot miss
        return f;
    }
    [[nodiscard]] int rate() const { return rate_; }

private:
    void* handle_;
    int rate_ = 0;
};

std::mutex& library_mutex() {
    static std::mutex mutex;
    return mutex;
}

// The time of each word given: from its event to the next one's or to the pause after it. A word without an
// event (espeak-ng speaks some pairs as one) shares the time of the one before it.
std::vector<Interval> word_times(const Gathered& g, const std::vector<std::string>& words, double total) {
    std::vector<double> begin(words.size(), -1);
    int position = 1;
    for (std::size_t w = 0; w < words.size(); ++w) {
        for (const auto& [at, sample] : g.words)
            if (at >= position && at < position + static_cast<int>(words[w].size()) && begin[w] < 0) begin[w] = sample;
        position += static_cast<int>(words[w].size()) + 1;
    }
    std::vector<Interval> out(words.size());
    for (std::size_t w = 0; w < words.size();) {
        std::size_t next = w + 1;
        while (next < words.size() && begin[next] < 0) ++next;
        const double from = std::max(begin[w], 0.0);
        double to = next < words.size() ? begin[next] : total;
        for (const Phoneme& p : g.phonemes)
            if (p.name.starts_with('_') && p.begin > from) to = std::min(to, p.begin);
        const double each = (to - from) / static_cast<double>(next - w);
        for (std::size_t k = w; k < next; ++k)
            out[k] = {from + each * static_cast<double>(k - w), from + each * static_cast<double>(k - w + 1)};
        w = next;
    }
    return out;
}

}  // namespace

Speech speak(const std::vector<std::string>& words, const std::string& voice, int pitch, int rate) {
    std::string text;
    for (const std::string& w : words) text += (text.empty() ? "" : " ") + w;
    const std::lock_guard lock(library_mutex());
    const Library library;
    Gathered g;
    gathered = &g;
    std::srand(1);  // breathy voices draw their noise from rand()
    library.get<decltype(espeak_SetSynthCallback)>("espeak_SetSynthCallback")(take);
    if (library.get<decltype(espeak_SetVoiceByName)>("espeak_SetVoiceByName")(voice.c_str()) != EE_OK)
        throw Error("espeak-ng has no such voice", voice, "Install the package espeak-ng-data");
    const auto set = library.get<decltype(espeak_SetParameter)>("espeak_SetParameter");
    set(espeakRATE, rate, 0);
    set(espeakPITCH, pitch, 0);
    if (library.get<decltype(espeak_Synth)>("espeak_Synth")(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0,
                                                            espeakCHARS_UTF8, nullptr, nullptr) != EE_OK ||
        g.samples.empty())
        throw Error("espeak-ng could not speak it", "'" + text + "'");
    gathered = nullptr;

    Speech s;
    s.sound.rate = library.rate();
    s.sound.samples.reserve(g.samples.size());
    for (const short v : g.samples) s.sound.samples.push_back(static_cast<float>(v) / 32768.0f);
    s.words = word_times(g, words, static_cast<double>(g.samples.size()));
    s.phonemes = std::move(g.phonemes);
    for (Interval& t : s.words) t = {t.begin / s.sound.rate, t.end / s.sound.rate};
    for (Phoneme& p : s.phonemes) p.begin /= s.sound.rate;
    return s;
}

std::string speech_version() {
    const std::lock_guard lock(library_mutex());
    const Library library;
    const char* version = library.get<decltype(espeak_Info)>("espeak_Info")(nullptr);
    return version ? version : "";
}

}  // namespace mica
