#include "datasets/words/check.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "datasets/features/word_vectors.h"
#include "datasets/types/error.h"

namespace mica::words {
namespace {

constexpr std::size_t kMostWords = 200'000, kLongestWord = 1000;
constexpr double kLatest = 24 * 3600, kRounding = 1e-3;

std::string seconds(double t) {
    char text[40];
    std::snprintf(text, sizeof text, "%.3f s", t);
    return text;
}

}  // namespace

void fail(const std::string& file, std::size_t line, const std::string& reason) {
    throw Error(line ? "line " + std::to_string(line) + ": " + reason : reason, file);
}

void Collector::add(std::string_view text, double begin, double end, std::size_t line, bool shared) {
    const std::string word(trim(text));
    if (word.empty()) fail(file_, line, "a word is empty");
    if (word.size() > kLongestWord)
        fail(file_, line, "a word is longer than " + std::to_string(kLongestWord) + " bytes");
    const std::string called = "\"" + shortened(word) + "\"";
    if (!std::isfinite(begin) || !std::isfinite(end)) fail(file_, line, "the times of " + called + " are no numbers");
    if (begin < 0 || end < 0) fail(file_, line, "the times of " + called + " are negative");
    if (end > kLatest) fail(file_, line, "the times of " + called + " are later than a day");
    if (end < begin)
        fail(file_, line, called + " ends (" + seconds(end) + ") before it begins (" + seconds(begin) + ")");
    if (end == begin) fail(file_, line, called + " takes no time");
    if (!out_.words.empty()) {
        const Word& last = out_.words.back();
        const bool same = shared && last.time.begin == begin && last.time.end == end;
        if (!same && begin < last.time.end) {
            if (last.time.end - begin > kRounding || end <= last.time.end)
                fail(file_, line,
                     called + " (" + seconds(begin) + ") overlaps the word before it, \"" + shortened(last.text) +
                         "\" (to " + seconds(last.time.end) + ")");
            begin = last.time.end;
        }
    }
    if (out_.words.size() >= kMostWords) fail(file_, line, "holds more than " + std::to_string(kMostWords) + " words");
    out_.words.push_back({word, {begin, end}, false});
}

WordFile Collector::take(std::string note) {
    if (out_.words.empty()) fail(file_, 0, "holds no words");
    out_.note = std::move(note);
    return std::move(out_);
}

std::optional<std::string_view> Lines::next() {
    if (rest_.empty()) return std::nullopt;
    const std::size_t at = rest_.find('\n');
    std::string_view line = rest_.substr(0, at);
    rest_ = at == std::string_view::npos ? std::string_view{} : rest_.substr(at + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    ++number_;
    return line;
}

std::string_view trim(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n\f\v";
    const std::size_t from = text.find_first_not_of(blanks);
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(blanks) - from + 1);
}

std::optional<double> number(std::string_view text) {
    text = trim(text);
    double value = 0;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (ec != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

bool is_pause(std::string_view text) {
    constexpr std::array<std::string_view, 12> marks{"",     "sil",   "sp",   "spn",  "<eps>",     "<s>",
                                                     "</s>", "<sil>", "<p:>", "{sl}", "<unk-sil>", "silence"};
    const std::string word = lower_case(trim(text));
    for (const auto m : marks)
        if (word == m) return true;
    return false;
}

std::string shortened(std::string_view text) {
    std::string out;
    for (const char c : text.substr(0, 40)) out.push_back(static_cast<unsigned char>(c) < 32 ? ' ' : c);
    while (!out.empty() && text.size() > 40 && (static_cast<unsigned char>(out.back()) & 0x80)) out.pop_back();
    return text.size() > 40 ? out + ".." : out;
}

}  // namespace mica::words
