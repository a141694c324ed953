// The rules that every word of every format keeps, and messages in one form.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "datasets/words/words.h"

namespace mica::words {

/// Throws Error "FILE: line N: REASON".
[[noreturn]] void fail(const std::string& file, std::size_t line, const std::string& reason);

/// Collects words and keeps the rules of read_words().
class Collector {
public:
    explicit Collector(std::string file) : file_(std::move(file)) {}
    /// `shared`: this word may have exactly the time of the one before it (words of one cue).
    void add(std::string_view text, double begin, double end, std::size_t line, bool shared = false);
    /// Throws Error where no word was added.
    [[nodiscard]] WordFile take(std::string note = {});

private:
    std::string file_;
    WordFile out_;
};

/// Lines of a text without their ends (LF, CR LF), one at a time.
class Lines {
public:
    explicit Lines(std::string_view text) : rest_(text) {}
    [[nodiscard]] std::optional<std::string_view> next();
    [[nodiscard]] std::size_t number() const { return number_; }  // of the line given last, from 1

private:
    std::string_view rest_;
    std::size_t number_ = 0;
};

[[nodiscard]] std::string_view trim(std::string_view text);
/// The whole text as a finite number, or nothing.
[[nodiscard]] std::optional<double> number(std::string_view text);
/// "sil", "sp" and the like, and nothing at all.
[[nodiscard]] bool is_pause(std::string_view text);
/// A piece of the file for a message: shortened, without control characters.
[[nodiscard]] std::string shortened(std::string_view text);

}  // namespace mica::words
