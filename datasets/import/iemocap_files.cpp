#include "datasets/import/iemocap_files.h"

#include <algorithm>

#include "datasets/words/check.h"

namespace mica {
namespace {

using words::trim;

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

// "Ses01F_impro05_F019". Names of files are made from it, so nothing else may stand in it.
bool is_utterance(std::string_view id) {
    const bool plain =
        std::all_of(id.begin(), id.end(), [](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_'; });
    const std::size_t last = id.rfind('_');
    if (!plain || id.size() < 10 || id.size() > 100 || !id.starts_with("Ses") || last == std::string_view::npos ||
        last < 7 || last + 1 >= id.size())
        return false;
    const auto actor = [](char c) { return c == 'F' || c == 'M'; };
    return actor(id[5]) && actor(id[last + 1]);
}

// The text between [ and ].
std::string_view inside(std::string_view field) {
    field = trim(field);
    if (field.size() < 2 || field.front() != '[' || field.back() != ']') return {};
    return field.substr(1, field.size() - 2);
}

}  // namespace

std::vector<IemocapUtterance> parse_iemocap_evaluation(std::string_view text, const std::string& file) {
    std::vector<IemocapUtterance> all;
    words::Lines lines(text);
    while (const auto line = lines.next()) {
        if (!line->starts_with("[")) continue;
        const auto bad = [&](const std::string& why) {
            words::fail(file, lines.number(), why + ": \"" + words::shortened(*line) + "\"");
        };
        std::array<std::string_view, 4> field;
        std::string_view rest = *line;
        for (auto& f : field) {
            const std::size_t at = rest.find('\t');
            f = trim(rest.substr(0, at));
            rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + 1);
        }
        IemocapUtterance u;
        const std::string_view time = inside(field[0]);
        const std::size_t dash = time.find(" - ");
        const auto begin = words::number(time.substr(0, dash));
        const auto end = dash == std::string_view::npos ? std::nullopt : words::number(time.substr(dash + 3));
        if (!begin || !end || *begin < 0 || *end <= *begin || *end > 24 * 3600) bad("its times cannot be read");
        u.time = {*begin, *end};
        if (!is_utterance(field[1])) bad("its second field is no name of an utterance");
        u.id = field[1];
        if (field[2].size() != 3 || !std::all_of(field[2].begin(), field[2].end(), is_letter))
            bad("its third field is no category");
        u.category = field[2];
        std::string_view ratings = inside(field[3]);
        for (std::size_t i = 0; i < 3; ++i) {
            const std::size_t comma = ratings.find(',');
            if ((comma == std::string_view::npos) != (i == 2)) bad("its ratings are not three numbers");
            const auto value = words::number(ratings.substr(0, comma));
            if (!value) bad("its ratings are not three numbers");
            u.ratings[i] = *value;
            if (i < 2) ratings.remove_prefix(comma + 1);
        }
        all.push_back(std::move(u));
    }
    if (all.empty()) words::fail(file, 0, "holds no utterances");
    return all;
}

std::map<std::string, std::string> parse_iemocap_transcription(std::string_view text) {
    std::map<std::string, std::string> all;
    words::Lines lines(text);
    while (const auto line = lines.next()) {
        const std::size_t bracket = line->find(" ["), colon = line->find("]:");
        if (bracket == std::string_view::npos || colon == std::string_view::npos || colon < bracket) continue;
        const std::string_view id = line->substr(0, bracket);
        if (is_utterance(id)) all.emplace(id, trim(line->substr(colon + 2)));
    }
    return all;
}

}  // namespace mica
