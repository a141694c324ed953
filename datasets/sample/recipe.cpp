#include "datasets/sample/recipe.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "datasets/sample/random.h"
#include "datasets/sample/speakers.h"

namespace mica {

namespace {

struct Bearing {
    std::string_view text;
    double worth;
};
constexpr std::array<Bearing, 8> kBearing{{{"decent", 0.3},
                                           {"pleasant", 0.6},
                                           {"clever", 0.9},
                                           {"lovely", 1.2},
                                           {"special", 1.5},
                                           {"splendid", 1.8},
                                           {"wonderful", 2.1},
                                           {"amazing", 2.4}}};

// Rows: frown, nothing, smile. Columns: lowered, as ever, raised. A smile over a lowered voice is irony, a
// raised voice over a frown is forced; both turn what each of them says alone.
constexpr std::array<std::array<double, 3>, 3> kShare{{{-1.0, -0.7, -0.3}, {-0.5, 0.1, 0.6}, {-0.4, 0.7, 1.0}}};

constexpr double kLabelNoise = 0.12;  // a rater's
constexpr double kDistraction = 0.4;  // chance that a filler has an expression, and that it has a tone

constexpr std::array<std::string_view, 10> kThings{"dinner",  "movie",   "weather", "teacher", "garden",
                                                   "concert", "lecture", "kitchen", "journey", "picture"};
constexpr std::array<std::string_view, 4> kWhose{"the", "this", "my", "their"};
constexpr std::array<std::string_view, 5> kWas{"was", "looked", "seemed", "sounded", "became"};
constexpr std::array<std::string_view, 4> kWhen{"yesterday", "today", "again", "tonight"};

// B: a bearing word, T: a thing, W: whose, S: a verb, Y: a time; the rest stands for itself.
constexpr std::array<std::string_view, 6> kSentences{"W T S B and B Y",           "Y W T S B but B",
                                                     "such B T and B T",          "W B T S rather B Y",
                                                     "people said W T S B and B", "B T Y with W B T"};

int state(Random& r) {
    const double u = r.uniform();
    return u < 0.35 ? -1 : u < 0.55 ? 0 : 1;
}

int distraction(Random& r) { return r.chance(kDistraction) ? (r.chance(0.5) ? 1 : -1) : 0; }

template <std::size_t N>
std::string_view pick(Random& r, const std::array<std::string_view, N>& from) {
    return from[r.below(N)];
}

}  // namespace

double share(int face, int voice) {
    return kShare[static_cast<std::size_t>(face + 1)][static_cast<std::size_t>(voice + 1)];
}

double meaning(const std::vector<ScriptWord>& words) {
    double sum = 0;
    for (const ScriptWord& w : words)
        if (w.worth > 0) sum += w.worth * share(w.face, w.voice);
    return sum;
}

const std::vector<double>& worths() {
    static const std::vector<double> all = [] {
        std::vector<double> v;
        for (const Bearing& b : kBearing) v.push_back(b.worth);
        return v;
    }();
    return all;
}

Split sample_split(std::size_t clip) {
    const std::size_t place = clip % 12;
    return place < 10 ? Split::train : place == 10 ? Split::valid : Split::test;
}

Script write_script(std::uint64_t seed, std::size_t clip) {
    Random r(seed, clip, 1);
    Script s;
    s.speaker = speaker_of(sample_split(clip), r.bits());
    const std::string_view sentence = pick(r, kSentences);
    for (std::size_t at = 0; at < sentence.size();) {
        const std::size_t end = std::min(sentence.find(' ', at), sentence.size());
        const std::string_view token = sentence.substr(at, end - at);
        at = end + 1;
        ScriptWord w;
        if (token == "B") {
            const Bearing& b = kBearing[r.below(kBearing.size())];
            w.text = b.text;
            w.worth = b.worth;
            w.face = state(r);
            w.voice = state(r);
        } else {
            w.text = token == "T"   ? pick(r, kThings)
                     : token == "W" ? pick(r, kWhose)
                     : token == "S" ? pick(r, kWas)
                     : token == "Y" ? pick(r, kWhen)
                                    : token;
            w.face = distraction(r);
            w.voice = distraction(r);
        }
        s.words.push_back(std::move(w));
    }
    s.label = std::clamp(meaning(s.words) + kLabelNoise * r.normal(), -3.0, 3.0);
    return s;
}

}  // namespace mica
