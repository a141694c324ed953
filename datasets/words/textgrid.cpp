#include <vector>

#include "datasets/features/word_vectors.h"
#include "datasets/words/check.h"

namespace mica {
namespace {

using namespace words;

struct Value {
    std::string text;
    bool string = false;  // stood in quotes
    std::size_t line = 0;
};

constexpr std::size_t kMostValues = 4'000'000;

// Both forms hold the same values in the same order; the long form only writes names around them. So what
// counts is every quoted string, free number and flag; "xmin =", "intervals [3]:" and comments are dressing.
std::vector<Value> values_of(std::string_view text, const std::string& file) {
    std::vector<Value> out;
    std::size_t line = 1;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (c == '\n') {
            ++line;
            ++i;
        } else if (c == ' ' || c == '\t' || c == '\r') {
            ++i;
        } else if (c == '!') {
            while (i < text.size() && text[i] != '\n') ++i;
        } else if (c == '"') {
            Value v{{}, true, line};
            for (++i;; ++i) {
                if (i >= text.size()) fail(file, v.line, "a text in quotes does not end; the file may be truncated");
                if (text[i] == '\n') ++line;
                if (text[i] == '"') {
                    if (i + 1 < text.size() && text[i + 1] == '"')
                        ++i;  // a doubled quote stands for one
                    else
                        break;
                }
                v.text.push_back(text[i]);
            }
            ++i;
            out.push_back(std::move(v));
        } else {
            const std::size_t from = i;
            while (i < text.size() && text[i] != ' ' && text[i] != '\t' && text[i] != '\r' && text[i] != '\n') ++i;
            const std::string_view word = text.substr(from, i - from);
            if (number(word) || word == "<exists>" || word == "<absent>")
                out.push_back({std::string(word), false, line});
            else if (const auto low = lower_case(word);
                     low == "nan" || low == "-nan" || low == "inf" || low == "-inf" || low == "--undefined--")
                fail(file, line, "a time is no number: " + shortened(word));
        }
        if (out.size() > kMostValues) fail(file, line, "holds too many values");
    }
    return out;
}

class Reader {
public:
    Reader(std::vector<Value> values, const std::string& file) : values_(std::move(values)), file_(file) {}

    [[nodiscard]] const Value& next(bool string, const char* what) {
        if (at_ >= values_.size())
            fail(file_, values_.empty() ? 0 : values_.back().line,
                 std::string("ends where ") + what + " should follow; it may be truncated");
        const Value& v = values_[at_++];
        if (v.string != string)
            fail(file_, v.line, std::string(what) + " is wanted, not \"" + shortened(v.text) + "\"");
        return v;
    }
    [[nodiscard]] double real(const char* what) {
        const Value& v = next(false, what);
        const auto n = number(v.text);
        if (!n) fail(file_, v.line, std::string(what) + " is wanted, not \"" + shortened(v.text) + "\"");
        return *n;
    }
    [[nodiscard]] std::size_t count(const char* what) {
        const double n = real(what);
        // Every item takes at least two values: a count beyond that is a lie.
        if (n < 0 || n > static_cast<double>(values_.size()))
            fail(file_, line(), std::string(what) + " does not fit the file; it may be truncated");
        return static_cast<std::size_t>(n);
    }
    [[nodiscard]] std::size_t line() const { return at_ ? values_[at_ - 1].line : 0; }

private:
    std::vector<Value> values_;
    std::string file_;
    std::size_t at_ = 0;
};

struct Interval3 {
    double begin, end;
    std::string text;
    std::size_t line;
};

}  // namespace

WordFile parse_textgrid(std::string_view text, const std::string& file) {
    // "File type = ..." and "Object class = ..." are strings too; the names before them fall away.
    Reader in(values_of(text, file), file);
    if (in.next(true, "\"ooTextFile\"").text.rfind("ooTextFile", 0) != 0 ||
        in.next(true, "\"TextGrid\"").text.rfind("TextGrid", 0) != 0)
        fail(file, 1, "is no TextGrid");
    (void)in.real("the start time");
    (void)in.real("the end time");
    if (in.next(false, "<exists>").text != "<exists>") fail(file, in.line(), "holds no tiers");
    const std::size_t tiers = in.count("the number of tiers");
    std::vector<Interval3> best;
    bool found = false, named = false;
    for (std::size_t t = 0; t < tiers && !named; ++t) {
        const std::string kind = in.next(true, "a tier's class").text;
        const std::string tier = lower_case(in.next(true, "a tier's name").text);
        (void)in.real("a tier's start");
        (void)in.real("a tier's end");
        const std::size_t n = in.count("a tier's size");
        const bool intervals = kind == "IntervalTier";
        if (!intervals && kind != "TextTier")
            fail(file, in.line(), "the tier class \"" + shortened(kind) + "\" is not known");
        const bool words_tier = intervals && tier.find("word") != std::string::npos;
        const bool keep = intervals && (words_tier || !found);
        if (keep) best.clear();
        for (std::size_t i = 0; i < n; ++i) {
            const double begin = in.real("a time");
            const double end = intervals ? in.real("a time") : begin;
            const Value& v = in.next(true, "a label");
            if (keep) best.push_back({begin, end, v.text, v.line});
        }
        found = found || keep;
        named = words_tier;
    }
    if (!found) fail(file, 0, "holds no tier of intervals");
    Collector words(file);
    for (const auto& i : best)
        if (!is_pause(i.text)) words.add(i.text, i.begin, i.end, i.line);
    return words.take();
}

}  // namespace mica
