#include "core/training/live.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "datasets/types/error.h"

namespace mica {
namespace {

struct Field {
    const char* key;
    double& (*of)(LiveSettings&);
};

constexpr std::array<Field, 10> kFields{{
    {"alpha", [](LiveSettings& l) -> double& { return l.alpha; }},
    {"beta", [](LiveSettings& l) -> double& { return l.beta; }},
    {"tau", [](LiveSettings& l) -> double& { return l.tau; }},
    {"learning_rate", [](LiveSettings& l) -> double& { return l.learning_rate; }},
    {"clip", [](LiveSettings& l) -> double& { return l.clip; }},
    {"dropout", [](LiveSettings& l) -> double& { return l.dropouts.block; }},
    {"embed_dropout", [](LiveSettings& l) -> double& { return l.dropouts.embed; }},
    {"text_attention_dropout", [](LiveSettings& l) -> double& { return l.dropouts.text_attention; }},
    {"text_dropout", [](LiveSettings& l) -> double& { return l.dropouts.text; }},
    {"out_dropout", [](LiveSettings& l) -> double& { return l.dropouts.out; }},
}};

const Field& field(const std::string& key) {
    std::string all;
    for (const Field& f : kFields) {
        if (key == f.key) return f;
        all += (all.empty() ? "" : ", ") + std::string(f.key);
    }
    throw Error("'" + key + "' cannot change while training", "live settings", "These can: " + all);
}

}  // namespace

std::string differences(const LiveSettings& before, const LiveSettings& now) {
    LiveSettings a = before, b = now;
    std::string text;
    for (const Field& f : kFields)
        if (f.of(a) != f.of(b)) text += (text.empty() ? "" : ", ") + std::string(f.key) + " " + format_number(f.of(b));
    return text;
}

double live_value(const LiveSettings& live, const std::string& key) {
    LiveSettings copy = live;
    return field(key).of(copy);
}

LiveSettings changed(LiveSettings live, const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(", ", at), text.size());
        const std::string pair = text.substr(at, end - at);
        const std::size_t space = pair.find(' ');
        if (space == std::string::npos) throw Error("'" + pair + "' is not a setting and its value", "live settings");
        double& value = field(pair.substr(0, space)).of(live);
        const char *first = pair.data() + space + 1, *last = pair.data() + pair.size();
        const auto [stopped, error] = std::from_chars(first, last, value);
        if (error != std::errc{} || stopped != last || !std::isfinite(value))
            throw Error("'" + pair + "' does not end in a number", "live settings");
        at = end + 2;
    }
    return live;
}

}  // namespace mica
