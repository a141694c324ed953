#include "datasets/views/filter.h"

#include <regex.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "datasets/types/error.h"
#include "datasets/types/joined.h"
#include "datasets/views/view_options.h"

namespace mica {

struct Filter::Term {
    std::string subject, part;  // "label" and "happy" of label.happy
    std::string op;
    std::vector<std::string> values;
};

namespace {

constexpr std::size_t kMostTerms = 100, kLongestPattern = 300;
constexpr const char* kSubjects =
    "Known are split, id, group, has, label, duration, length.text, length.vision, length.audio, flagged";

[[noreturn]] void refuse(const std::string& what, const std::string& remedy = {}) {
    throw Error(what, "filter", remedy);
}

bool is_number(const std::string& subject) {
    return subject == "label" || subject == "duration" || subject == "length" || subject == "flagged";
}
bool is_text(const std::string& subject) { return subject == "id" || subject == "group"; }

std::optional<double> number(const std::string& text) {
    double v = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), v);
    if (error != std::errc{} || end != text.data() + text.size() || !(v == v)) return std::nullopt;
    return v;
}

/// A compiled pattern; POSIX's matcher neither recurses nor runs away.
std::shared_ptr<regex_t> pattern(const std::string& text) {
    if (text.size() > kLongestPattern)
        refuse("a pattern has " + std::to_string(text.size()) + " characters", "At most 300 are allowed");
    if (text.find('{') != std::string::npos || text.find('\\') != std::string::npos) {
        // counted repeats and back references can cost any amount of memory and time; \. and its like are harmless
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9')
                refuse("the pattern '" + text + "' refers back to a group", "Say it without");
            if (text[i] == '\\')
                ++i;
            else if (text[i] == '{')
                refuse("the pattern '" + text + "' counts repeats with {", "Write the repeats out, or use + and *");
        }
    }
    const std::shared_ptr<regex_t> compiled(new regex_t, [](regex_t* r) {
        regfree(r);
        delete r;
    });
    if (const int code = regcomp(compiled.get(), text.c_str(), REG_EXTENDED | REG_NOSUB); code != 0) {
        char reason[128] = {};
        regerror(code, compiled.get(), reason, sizeof reason);
        *compiled = {};
        refuse("the pattern '" + text + "' cannot be read (" + reason + ")");
    }
    return compiled;
}

/// Cuts the text into terms at blanks outside quotes; the quotes stay.
std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    std::string word;
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (!quoted && (c == ' ' || c == '\t' || c == '\n' || c == '\r')) {
            if (!word.empty()) words.push_back(std::move(word));
            word.clear();
        } else {
            word += c;
        }
    }
    if (quoted) refuse("a quote is not closed");
    if (!word.empty()) words.push_back(std::move(word));
    if (words.size() > kMostTerms) refuse("has more than 100 terms");
    return words;
}

/// The values behind an operator: cut at | outside quotes, without the quotes.
std::vector<std::string> values_of(const std::string& text, bool several) {
    std::vector<std::string> values(1);
    bool quoted = false;
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        else if (c == '|' && several && !quoted)
            values.emplace_back();
        else
            values.back() += c;
    }
    return values;
}

std::string spelled(const std::string& value, bool several) {
    const bool plain = value.find_first_of(several ? " \t\n\r|" : " \t\n\r") == std::string::npos;
    return plain ? value : '"' + value + '"';
}

void check_values(const std::string& subject, std::vector<std::string>& values, const std::string& word) {
    for (std::string& v : values) {
        if (v.empty()) refuse("'" + word + "' says no value");
        if (subject == "split" && v != "train" && v != "valid" && v != "test" && v != "none")
            refuse("'" + word + "': there is no split '" + v + "'", "Known are train, valid, test, none");
        if (subject == "has" && v != "text" && v != "vision" && v != "audio" && v != "label" && v != "media")
            refuse("'" + word + "': '" + v + "' is nothing that a clip has",
                   "Known are text, vision, audio, label, media");
        if (!is_number(subject)) continue;
        if (const auto n = number(v))
            v = number_text(*n);
        else if (subject != "label")
            refuse("'" + word + "': '" + v + "' is not a number");
    }
}

}  // namespace

Filter::Filter(const std::string& text) {
    for (const std::string& word : words_of(text)) {
        const std::size_t at = word.find_first_of("=!<>~");
        if (at == std::string::npos || at == 0)
            refuse("'" + word + "' is not of the form SUBJECT OPERATOR VALUE, such as duration<8", kSubjects);
        Term t;
        t.subject = word.substr(0, at);
        for (const char* op : {"!=", "<=", ">=", "!~", "=", "<", ">", "~"})
            if (word.compare(at, std::char_traits<char>::length(op), op) == 0) {
                t.op = op;
                break;
            }
        if (t.op.empty()) refuse("'" + word + "' has no known operator", "Known are = != < <= > >= ~ !~");
        const std::string subject = t.subject;
        if (const std::size_t dot = subject.find('.'); dot != std::string::npos) {
            t.subject = subject.substr(0, dot);
            t.part = subject.substr(dot + 1);
        }
        const bool length = t.part == "text" || t.part == "vision" || t.part == "audio";
        const bool known = t.subject == "length" ? length
                           : t.subject == "label"
                               ? (t.part.empty() == (subject == "label"))
                               : t.part.empty() && subject == t.subject &&
                                     (is_number(subject) || is_text(subject) || subject == "split" || subject == "has");
        if (!known) refuse("'" + word + "' is about '" + subject + "', which is not known", kSubjects);
        const bool matches = t.op == "~" || t.op == "!~", orders = t.op[0] == '<' || t.op[0] == '>';
        if ((matches && !is_text(t.subject)) || (orders && !is_number(t.subject)))
            refuse("'" + word + "': " + t.subject + " cannot be asked with " + t.op);
        t.values = values_of(word.substr(at + t.op.size()), !matches && !orders);
        check_values(t.subject, t.values, word);
        if (matches) (void)pattern(t.values[0]);
        text_ += (text_.empty() ? "" : " ") + subject + t.op;
        for (std::size_t i = 0; i < t.values.size(); ++i)
            text_ += (i ? "|" : "") + spelled(t.values[i], !matches && !orders);
        terms_.push_back(std::move(t));
    }
}

Filter::~Filter() = default;
Filter::Filter(Filter&&) noexcept = default;
Filter& Filter::operator=(Filter&&) noexcept = default;

namespace {

using Test = std::function<bool(const ClipInfo&)>;

Test number_test(const std::string& op, std::vector<double> values,
                 std::function<std::optional<double>(const ClipInfo&)> get) {
    return [op, values = std::move(values), get = std::move(get)](const ClipInfo& clip) {
        const std::optional<double> v = get(clip);
        if (!v) return false;
        const bool among = std::find(values.begin(), values.end(), *v) != values.end();
        if (op == "=") return among;
        if (op == "!=") return !among;
        if (op == "<") return *v < values[0];
        if (op == "<=") return *v <= values[0];
        if (op == ">") return *v > values[0];
        return *v >= values[0];
    };
}

/// Where the label's value stands, and what a class name means.
Test label_test(const std::string& op, const std::string& part, const std::vector<std::string>& values,
                const Task& task) {
    std::size_t place = 0;
    if (!part.empty()) {
        const auto found = std::find(task.parts.begin(), task.parts.end(), part);
        if (found == task.parts.end()) refuse("the set has no label '" + part + "'");
        place = static_cast<std::size_t>(found - task.parts.begin());
    }
    std::vector<double> numbers;
    for (const std::string& v : values) {
        if (const auto n = number(v)) {
            numbers.push_back(*n);
            continue;
        }
        const auto found = std::find(task.classes.begin(), task.classes.end(), v);
        if (found == task.classes.end()) {
            const std::string all = joined(task.classes);
            refuse("'" + v + "' is neither a number nor a class of the set",
                   all.empty() ? "Its labels are numbers" : "Its classes are: " + all);
        }
        numbers.push_back(static_cast<double>(found - task.classes.begin()));
    }
    return number_test(op, std::move(numbers), [place](const ClipInfo& c) -> std::optional<double> {
        if (place >= c.label.size()) return std::nullopt;
        return c.label[place];
    });
}

Test text_test(const std::string& op, const std::vector<std::string>& values, std::string ClipInfo::*member) {
    if (op == "~" || op == "!~") {
        const bool wanted = op == "~";
        return [compiled = pattern(values[0]), member, wanted](const ClipInfo& c) {
            return (regexec(compiled.get(), (c.*member).c_str(), 0, nullptr, 0) == 0) == wanted;
        };
    }
    return [values, member, wanted = op == "="](const ClipInfo& c) {
        return (std::find(values.begin(), values.end(), c.*member) != values.end()) == wanted;
    };
}

bool has(const ClipInfo& c, const std::string& what) {
    for (const Modality m : kModalities)
        if (what == name(m)) return c.steps[index(m)] > 0;
    return what == "label" ? !c.label.empty() : !c.media.empty();
}

}  // namespace

std::function<bool(const ClipInfo&)> Filter::test(const Task& task) const {
    std::vector<Test> tests;
    for (const Term& t : terms_) {
        std::vector<double> numbers;
        if (is_number(t.subject) && t.subject != "label")
            for (const std::string& v : t.values) numbers.push_back(*number(v));
        if (t.subject == "label") {
            tests.push_back(label_test(t.op, t.part, t.values, task));
        } else if (t.subject == "duration") {
            tests.push_back(number_test(t.op, numbers, [](const ClipInfo& c) -> std::optional<double> {
                if (c.duration <= 0) return std::nullopt;
                return c.duration;
            }));
        } else if (t.subject == "length") {
            const std::size_t m = t.part == "text" ? 0 : t.part == "vision" ? 1 : 2;
            tests.push_back(number_test(t.op, numbers, [m](const ClipInfo& c) -> std::optional<double> {
                return static_cast<double>(c.steps[m]);
            }));
        } else if (t.subject == "flagged") {
            tests.push_back(number_test(t.op, numbers, [](const ClipInfo& c) -> std::optional<double> {
                const auto steps = c.steps[index(Modality::vision)];
                if (steps == 0) return std::nullopt;
                return static_cast<double>(c.flagged_frames) / steps;
            }));
        } else if (is_text(t.subject)) {
            tests.push_back(text_test(t.op, t.values, t.subject == "id" ? &ClipInfo::id : &ClipInfo::group));
        } else {
            const bool split = t.subject == "split";
            tests.push_back([values = t.values, split, wanted = t.op == "="](const ClipInfo& c) {
                const bool any = std::any_of(values.begin(), values.end(), [&](const std::string& v) {
                    return split ? v == name(c.split) : has(c, v);
                });
                return any == wanted;
            });
        }
    }
    return [tests = std::move(tests)](const ClipInfo& c) {
        return std::all_of(tests.begin(), tests.end(), [&](const Test& t) { return t(c); });
    };
}

}  // namespace mica
