#include <array>

#include "datasets/words/check.h"

namespace mica {

WordFile parse_align(std::string_view text, const std::string& file) {
    using namespace words;
    constexpr double kTicks = 25000;  // a second: the corpus counts samples at 25 kHz
    Collector words(file);
    Lines lines(text);
    while (const auto line = lines.next()) {
        std::string_view rest = trim(*line);
        if (rest.empty()) continue;
        std::array<std::string_view, 3> field;
        for (auto& f : field) {
            const std::size_t at = rest.find_first_of(" \t");
            f = rest.substr(0, at);
            rest = at == std::string_view::npos ? std::string_view{} : trim(rest.substr(at));
        }
        if (field[2].empty() || !rest.empty())
            fail(file, lines.number(), "is not \"start end word\": \"" + shortened(*line) + "\"");
        const auto begin = number(field[0]), end = number(field[1]);
        if (!begin || !end) fail(file, lines.number(), "its times are no numbers: \"" + shortened(*line) + "\"");
        if (is_pause(field[2])) continue;
        words.add(field[2], *begin / kTicks, *end / kTicks, lines.number());
    }
    return words.take();
}

}  // namespace mica
