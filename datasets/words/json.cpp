#include <algorithm>

#include <nlohmann/json.hpp>

#include "datasets/words/check.h"

namespace mica {
namespace {

using namespace words;
using nlohmann::json;

constexpr int kDeepest = 32;

// The parser below recurses; a file of a million brackets must not reach it.
void check_depth(std::string_view text, const std::string& file) {
    int depth = 0;
    bool string = false;
    std::size_t line = 1;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n') ++line;
        if (string) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                string = false;
        } else if (c == '"') {
            string = true;
        } else if (c == '[' || c == '{') {
            if (++depth > kDeepest) fail(file, line, "is nested too deeply for word timings");
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
}

std::size_t line_at(std::string_view text, std::size_t byte) {
    return 1 + static_cast<std::size_t>(std::count(
                   text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(byte, text.size())), '\n'));
}

class Reader {
public:
    explicit Reader(const std::string& file) : file_(file), words_(file) {}

    void list(const json& array) {
        for (const json& w : array) {
            ++seen_;
            if (!w.is_object()) fail(file_, 0, called() + " is no object");
            const auto text = w.contains("word") ? w.find("word") : w.find("text");
            if (text == w.end() || !text->is_string()) fail(file_, 0, called() + " has no \"word\"");
            words_.add(text->get_ref<const std::string&>(), time(w, "start"), time(w, "end"), 0);
        }
    }

    void any(const json& value) {
        if (value.is_array()) {
            // Either words themselves or segments that hold them.
            if (!value.empty() && value.front().is_object() && value.front().contains("words"))
                segments(value);
            else
                list(value);
        } else if (value.is_object() && value.contains("words") && value["words"].is_array()) {
            list(value["words"]);
        } else if (value.is_object() && value.contains("segments") && value["segments"].is_array()) {
            segments(value["segments"]);
        } else {
            fail(file_, 0, "holds neither \"words\" nor \"segments\"");
        }
    }

    [[nodiscard]] WordFile take() { return words_.take(); }

private:
    void segments(const json& array) {
        for (const json& s : array) {
            if (!s.is_object() || !s.contains("words") || !s["words"].is_array())
                fail(file_, 0, "a segment has no \"words\": transcribe with word times");
            list(s["words"]);
        }
    }

    double time(const json& w, const char* key) const {
        const auto it = w.find(key);
        if (it == w.end() || !it->is_number()) fail(file_, 0, called() + " has no number as its \"" + key + "\"");
        return it->get<double>();
    }

    [[nodiscard]] std::string called() const { return "word " + std::to_string(seen_); }

    std::string file_;
    Collector words_;
    std::size_t seen_ = 0;
};

}  // namespace

WordFile parse_words_json(std::string_view text, const std::string& file) {
    check_depth(text, file);
    json value;
    try {
        value = json::parse(text.begin(), text.end());
    } catch (const json::parse_error& e) {
        fail(file, line_at(text, e.byte), "is no valid JSON; it may be truncated");
    } catch (const json::exception&) {
        fail(file, 0, "is no valid JSON");
    }
    Reader reader(file);
    reader.any(value);
    return reader.take();
}

}  // namespace mica
