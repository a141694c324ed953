#include "datasets/views/view_options.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>

#include "datasets/types/error.h"
#include "datasets/types/modality.h"
#include "datasets/views/filter.h"

namespace mica {
namespace {

constexpr double kFastest = 10000, kLongest = 1'000'000;

double number_of(const ViewOption& o, const std::string& value) {
    double number = 0;
    const char* end = value.data() + value.size();
    const auto [stopped, error] = std::from_chars(value.data(), end, number);
    const bool whole = o.kind != "int" || number == std::floor(number);
    if (error != std::errc{} || stopped != end || !(number >= o.minimum && number <= o.maximum) || !whole)
        throw Error(o.key + " = '" + value + "' is not a " + (o.kind == "int" ? "whole " : "") + "number from " +
                        number_text(o.minimum) + " to " + number_text(o.maximum),
                    "view");
    return number;
}

std::array<bool, 3> letters_of(const ViewOption& o, const std::string& value, bool may_be_none) {
    std::array<bool, 3> on{};
    bool wrong = value.empty() && !may_be_none;
    for (const char c : value) {
        const auto m = modality_of(c);
        wrong = wrong || !m || on[index(*m)];
        if (m) on[index(*m)] = true;
    }
    if (wrong)
        throw Error(o.key + " = '" + value + "' is not a set of the letters L (text), V (vision), A (audio)" +
                        (may_be_none ? "" : " with at least one"),
                    "view");
    return on;
}

std::string letters_text(const std::array<bool, 3>& on) {
    std::string text;
    for (const Modality m : kModalities)
        if (on[index(m)]) text += letter(m);
    return text;
}

bool choice_of(const ViewOption& o, const std::string& value) {
    const auto found = std::find(o.choices.begin(), o.choices.end(), value);
    if (found == o.choices.end())
        throw Error(o.key + " = '" + value + "' is neither " + o.choices[0] + " nor " + o.choices[1], "view");
    return found != o.choices.begin();
}

/// An option of the table with the member that it sets and the text of it.
struct Entry {
    ViewOption about;
    std::function<void(ViewOptions&, const ViewOption&, const std::string&)> take;
    std::function<std::string(const ViewOptions&)> text;
};

std::vector<Entry> build() {
    using O = ViewOptions;
    using I = ViewOption;
    using S = std::string;
    std::vector<Entry> t;
    t.push_back({{"filter",
                  "text",
                  "",
                  "the clips to keep, such as: split=train label>=1 duration<8 has=audio id~^abc",
                  0,
                  0,
                  {}},
                 [](O& o, const I&, const S& v) { o.filter = Filter(v).text(); },
                 [](const O& o) { return o.filter; }});
    t.push_back({{"streams", "letters", "LVA", "the streams to keep, of L text, V vision, A audio", 0, 0, {}},
                 [](O& o, const I& i, const S& v) { o.streams = letters_of(i, v, false); },
                 [](const O& o) { return letters_text(o.streams); }});
    for (const Modality m : {Modality::vision, Modality::audio}) {
        const std::size_t k = index(m);
        t.push_back({{"rate." + S(name(m)),
                      "real",
                      "0",
                      "steps per second of " + S(name(m)) + ": the mean of the steps in each new one; 0: as it is",
                      0,
                      kFastest,
                      {}},
                     [k](O& o, const I& i, const S& v) { o.rate[k] = number_of(i, v); },
                     [k](const O& o) { return number_text(o.rate[k]); }});
    }
    t.push_back({{"align",
                  "choice",
                  "none",
                  "words: one vision and one audio step per word, the mean over its time",
                  0,
                  0,
                  {"none", "words"}},
                 [](O& o, const I& i, const S& v) { o.align_words = choice_of(i, v); },
                 [](const O& o) { return S(o.align_words ? "words" : "none"); }});
    for (const Modality m : kModalities) {
        const std::size_t k = index(m);
        t.push_back({{"longest." + S(name(m)),
                      "int",
                      "0",
                      "steps of " + S(name(m)) + " kept of longer clips; 0: all",
                      0,
                      kLongest,
                      {}},
                     [k](O& o, const I& i, const S& v) { o.longest[k] = static_cast<std::uint32_t>(number_of(i, v)); },
                     [k](const O& o) { return std::to_string(o.longest[k]); }});
    }
    t.push_back({{"keep", "choice", "start", "which steps longest keeps", 0, 0, {"start", "end"}},
                 [](O& o, const I& i, const S& v) { o.keep_end = choice_of(i, v); },
                 [](const O& o) { return S(o.keep_end ? "end" : "start"); }});
    t.push_back({{"normalise",
                  "letters",
                  "",
                  "the streams whose features get mean 0 and deviation 1 over the training split",
                  0,
                  0,
                  {}},
                 [](O& o, const I& i, const S& v) { o.normalise = letters_of(i, v, true); },
                 [](const O& o) { return letters_text(o.normalise); }});
    return t;
}

const std::vector<Entry>& entries() {
    static const std::vector<Entry> all = build();
    return all;
}

}  // namespace

std::string number_text(double value) {
    char buffer[32];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
    return error == std::errc{} ? std::string(buffer, end) : std::string("nan");
}

const std::vector<ViewOption>& view_option_table() {
    static const std::vector<ViewOption> table = [] {
        std::vector<ViewOption> t;
        for (const Entry& e : entries()) t.push_back(e.about);
        return t;
    }();
    return table;
}

ViewOptions parse_view(const std::vector<std::string>& pairs) {
    ViewOptions options;
    for (const std::string& pair : pairs) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string::npos) throw Error("'" + pair + "' is not of the form key=value", "view");
        const std::string key = pair.substr(0, equals);
        const auto& all = entries();
        const auto found = std::find_if(all.begin(), all.end(), [&](const Entry& e) { return e.about.key == key; });
        if (found == all.end()) {
            std::string keys;
            for (const Entry& e : all) keys += (keys.empty() ? "" : ", ") + e.about.key;
            throw Error("there is no option '" + key + "'", "view", "The options are: " + keys);
        }
        found->take(options, found->about, pair.substr(equals + 1));
    }
    return options;
}

std::vector<std::string> view_text(const ViewOptions& options) {
    ViewOptions canonical = options;
    if (std::none_of(options.longest.begin(), options.longest.end(), [](std::uint32_t n) { return n > 0; }))
        canonical.keep_end = false;  // says nothing then
    std::vector<std::string> text;
    for (const Entry& e : entries())
        if (const std::string value = e.text(canonical); value != e.about.initial)
            text.push_back(e.about.key + "=" + value);
    return text;
}

}  // namespace mica
