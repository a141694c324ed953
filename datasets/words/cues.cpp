// SubRip and WebVTT: cues of text with one interval each.
#include <vector>

#include "datasets/words/check.h"

namespace mica {
namespace {

using namespace words;

constexpr const char* kShared = "the file times cues, not words: the words of a cue share its time";

// "hh:mm:ss,mmm", "hh:mm:ss.mmm" or "mm:ss.mmm"; each part digits only.
std::optional<double> clock_time(std::string_view text) {
    text = trim(text);
    double total = 0;
    int parts = 0;
    while (true) {
        const std::size_t colon = text.find(':');
        const std::string_view part = text.substr(0, colon);
        std::string plain(part);
        for (char& c : plain) {
            if (c == ',') c = '.';
            if ((c < '0' || c > '9') && c != '.') return std::nullopt;
        }
        const auto n = number(plain);
        if (!n || ++parts > 3) return std::nullopt;
        total = total * 60 + *n;
        if (colon == std::string_view::npos) break;
        if (plain.find('.') != std::string::npos) return std::nullopt;
        text = text.substr(colon + 1);
    }
    if (parts < 2) return std::nullopt;
    return total;
}

// "A --> B settings"; nothing where the line is none.
std::optional<std::pair<double, double>> timing(std::string_view line, const std::string& file, std::size_t number) {
    const std::size_t arrow = line.find("-->");
    if (arrow == std::string_view::npos) return std::nullopt;
    std::string_view right = trim(line.substr(arrow + 3));
    right = right.substr(0, right.find_first_of(" \t"));
    const auto begin = clock_time(line.substr(0, arrow)), end = clock_time(right);
    if (!begin || !end)
        fail(file, number, "its times cannot be read (negative or malformed): \"" + shortened(line) + "\"");
    return std::pair{*begin, *end};
}

std::string without_entities(std::string_view text) {
    static constexpr std::pair<std::string_view, std::string_view> known[] = {
        {"&amp;", "&"},   {"&lt;", "<"},   {"&gt;", ">"}, {"&nbsp;", " "},
        {"&quot;", "\""}, {"&apos;", "'"}, {"&#39;", "'"}};
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        bool hit = false;
        if (text[i] == '&')
            for (const auto& [name, value] : known)
                if (text.substr(i, name.size()) == name) {
                    out += value;
                    i += name.size();
                    hit = true;
                    break;
                }
        if (!hit) out.push_back(text[i++]);
    }
    return out;
}

struct Piece {
    std::string text;
    double begin;
    bool timed;  // begins at a time tag of its own
};

// Takes markup out; time tags cut the text into pieces.
std::vector<Piece> pieces_of(std::string_view text, double begin, bool tags) {
    std::vector<Piece> out{{"", begin, false}};
    for (std::size_t i = 0; i < text.size();) {
        const bool brace = text[i] == '{' && text.substr(i, 2) == "{\\";
        if (text[i] == '<' || brace) {
            const std::size_t close = text.find(brace ? '}' : '>', i);
            if (close != std::string_view::npos) {
                if (const auto at = tags ? clock_time(text.substr(i + 1, close - i - 1)) : std::nullopt)
                    out.push_back({"", *at, true});
                i = close + 1;
                continue;
            }
        }
        out.back().text.push_back(text[i++]);
    }
    for (auto& p : out) p.text = without_entities(p.text);
    return out;
}

// Adds the words of one cue; true where several had to share one time.
bool add_cue(Collector& words, std::string_view text, double begin, double end, bool tags, std::size_t line) {
    bool shared_any = false;
    const auto pieces = pieces_of(text, begin, tags);
    for (std::size_t p = 0; p < pieces.size(); ++p) {
        const double until = p + 1 < pieces.size() ? pieces[p + 1].begin : end;
        std::string_view rest = trim(pieces[p].text);
        bool shared = false;
        while (!rest.empty()) {
            const std::size_t at = rest.find_first_of(" \t\n\r");
            words.add(rest.substr(0, at), pieces[p].begin, until, line, shared);
            rest = at == std::string_view::npos ? std::string_view{} : trim(rest.substr(at));
            shared_any = shared_any || shared;
            shared = true;
        }
    }
    return shared_any;
}

// From the line of a cue's times to the blank line that ends it. True where words share the cue's interval.
bool read_cue(Collector& words, Lines& lines, std::string_view times, const std::string& file, bool vtt) {
    const std::size_t at = lines.number();
    const auto time = timing(times, file, at);
    if (!time) fail(file, at, "is no cue's times: \"" + shortened(times) + "\"");
    std::string said;
    while (const auto line = lines.next()) {
        if (trim(*line).empty()) break;
        said.append(*line).append("\n");
    }
    return add_cue(words, said, time->first, time->second, vtt, at);
}

}  // namespace

WordFile parse_srt(std::string_view text, const std::string& file) {
    Collector words(file);
    Lines lines(text);
    bool shared = false;
    while (auto line = lines.next()) {
        if (trim(*line).empty()) continue;
        // A counter stands before the times; some writers leave it out.
        if (line->find("-->") == std::string_view::npos) {
            if (!number(*line))
                fail(file, lines.number(), "is neither a cue's number nor its times: \"" + shortened(*line) + "\"");
            line = lines.next();
            if (!line) fail(file, lines.number(), "ends in the middle of a cue; it may be truncated");
        }
        shared = read_cue(words, lines, *line, file, false) || shared;
    }
    return words.take(shared ? kShared : "");
}

WordFile parse_vtt(std::string_view text, const std::string& file) {
    Lines lines(text);
    auto line = lines.next();
    if (!line || line->rfind("WEBVTT", 0) != 0) fail(file, 1, "does not begin with WEBVTT");
    Collector words(file);
    bool shared = false;
    while (line && !trim(*line).empty()) line = lines.next();  // the header's own lines
    while ((line = lines.next())) {
        if (trim(*line).empty()) continue;
        const bool block = line->rfind("NOTE", 0) == 0 || line->rfind("STYLE", 0) == 0 || line->rfind("REGION", 0) == 0;
        if (block && line->find("-->") == std::string_view::npos) {
            while ((line = lines.next()) && !trim(*line).empty()) {
            }
            continue;
        }
        if (line->find("-->") == std::string_view::npos) {  // a cue's own name
            line = lines.next();
            if (!line) fail(file, lines.number(), "ends in the middle of a cue; it may be truncated");
        }
        shared = read_cue(words, lines, *line, file, true) || shared;
    }
    return words.take(shared ? kShared : "");
}

}  // namespace mica
