// What a program and its helper mica-h5-reader say to each other: numbers as eight bytes, texts after their length.
// Both run on one machine, so that bytes need no order of their own.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "datasets/types/error.h"

namespace mica::h5::wire {

enum class Ask : std::uint64_t { open, children, node, numbers, strings, walk };
/// The first number of an answer.
enum class Answer : std::uint64_t { good, error };

class Writer {
public:
    void number(std::uint64_t v) { bytes_.append(reinterpret_cast<const char*>(&v), sizeof v); }
    void text(std::string_view s) {
        number(s.size());
        bytes_ += s;
    }
    [[nodiscard]] std::string& bytes() { return bytes_; }

private:
    std::string bytes_;
};

/// Throws Error where the message is shorter than it says.
class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}
    std::uint64_t number() {
        std::uint64_t v = 0;
        std::memcpy(&v, take(sizeof v).data(), sizeof v);
        return v;
    }
    std::string text() { return std::string(take(number())); }
    [[nodiscard]] std::string_view rest() const { return rest_; }

private:
    std::string_view take(std::uint64_t size) {
        if (size > rest_.size()) throw Error("an answer of the helper mica-h5-reader is cut short", "");
        const std::string_view taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }
    std::string_view rest_;
};

}  // namespace mica::h5::wire
