#include "datasets/import/untimed.h"

#include <cstdint>

namespace mica {
namespace {

struct Character {
    std::string_view bytes;
    std::uint32_t point = 0;  // 0xfffd where the bytes are no character
};

Character next_character(std::string_view s) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    const std::size_t n = byte(0) < 0x80 ? 1 : byte(0) >= 0xf0 ? 4 : byte(0) >= 0xe0 ? 3 : byte(0) >= 0xc0 ? 2 : 1;
    if (n == 1 || n > s.size()) return {s.substr(0, 1), byte(0) < 0x80 ? byte(0) : 0xfffdU};
    std::uint32_t point = byte(0) & (0xffU >> (n + 1));
    for (std::size_t i = 1; i < n; ++i) {
        if ((byte(i) & 0xc0) != 0x80) return {s.substr(0, 1), 0xfffd};
        point = point << 6 | (byte(i) & 0x3fU);
    }
    return {s.substr(0, n), point};
}

bool is_ideograph(std::uint32_t p) {
    return (p >= 0x3400 && p <= 0x4dbf) || (p >= 0x4e00 && p <= 0x9fff) || (p >= 0xf900 && p <= 0xfaff) ||
           (p >= 0x20000 && p <= 0x3134f) || (p >= 0x3040 && p <= 0x30ff);
}

// Blanks, and the marks that stand between words: full-width ones too.
bool parts_words(std::uint32_t p) {
    return p <= 0x20 || p == 0xa0 || (p >= 0x3000 && p <= 0x303f) || (p >= 0xff01 && p <= 0xff0f) ||
           (p >= 0xff1a && p <= 0xff20) || (p >= 0x2010 && p <= 0x2017) || (p >= 0x201c && p <= 0x206f);
}

constexpr std::string_view kAround = ".,!?;:\"()[]{}-'*";

}  // namespace

std::vector<std::string> untimed_words(std::string_view text) {
    std::vector<std::string> out;
    std::string word;
    const auto end_word = [&] {
        const std::size_t from = word.find_first_not_of(kAround);
        if (from != std::string::npos) out.push_back(word.substr(from, word.find_last_not_of(kAround) - from + 1));
        word.clear();
    };
    while (!text.empty()) {
        const Character c = next_character(text);
        text.remove_prefix(c.bytes.size());
        if (parts_words(c.point)) {
            end_word();
        } else if (is_ideograph(c.point)) {
            end_word();
            out.emplace_back(c.bytes);
        } else {
            word += c.bytes;
        }
    }
    end_word();
    return out;
}

bool has_ideographs(std::string_view text) {
    while (!text.empty()) {
        const Character c = next_character(text);
        if (is_ideograph(c.point)) return true;
        text.remove_prefix(c.bytes.size());
    }
    return false;
}

}  // namespace mica
