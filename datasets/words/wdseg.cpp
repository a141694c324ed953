#include <array>

#include "datasets/words/check.h"

namespace mica {

WordFile parse_wdseg(std::string_view text, const std::string& file) {
    using namespace words;
    constexpr double kFrames = 100;  // a second
    Collector words(file);
    Lines lines(text);
    while (const auto line = lines.next()) {
        std::string_view rest = trim(*line);
        if (rest.empty() || rest.starts_with("SFrm") || rest.starts_with("Total score")) continue;
        std::array<std::string_view, 4> field;
        for (auto& f : field) {
            const std::size_t at = rest.find_first_of(" \t");
            f = rest.substr(0, at);
            rest = at == std::string_view::npos ? std::string_view{} : trim(rest.substr(at));
        }
        if (field[3].empty() || !rest.empty())
            fail(file, lines.number(), "is not \"first frame, last frame, score, word\": \"" + shortened(*line) + "\"");
        const auto first = number(field[0]), last = number(field[1]);
        if (!first || !last) fail(file, lines.number(), "its frames are no numbers: \"" + shortened(*line) + "\"");
        std::string_view word = field[3];
        if (is_pause(word) || (word.size() > 2 && word.starts_with("++"))) continue;  // ++LAUGHTER++
        if (word.ends_with(")")) {                                                    // ME(2): the second way to say ME
            const std::size_t open = word.rfind('(');
            if (open != std::string_view::npos && open > 0) word = word.substr(0, open);
        }
        words.add(word, *first / kFrames, (*last + 1) / kFrames, lines.number());
    }
    return words.take();
}

}  // namespace mica
