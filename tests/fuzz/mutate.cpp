#include "mutate.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <string_view>

namespace fuzz {
namespace {

// Where counts, lengths and offsets tend to be misread.
constexpr std::array<std::uint64_t, 22> kIntegers{0,
                                                  1,
                                                  2,
                                                  3,
                                                  8,
                                                  16,
                                                  64,
                                                  100,
                                                  127,
                                                  128,
                                                  255,
                                                  256,
                                                  0x7fff,
                                                  0x8000,
                                                  0xffff,
                                                  0x10000,
                                                  0x7fffffff,
                                                  0x80000000,
                                                  0xffffffff,
                                                  0x7fffffffffffffff,
                                                  0x8000000000000000,
                                                  0xffffffffffffffff};

constexpr std::array<std::string_view, 24> kNumbers{"0",
                                                    "1",
                                                    "-1",
                                                    "-0",
                                                    "2147483647",
                                                    "2147483648",
                                                    "4294967296",
                                                    "9223372036854775807",
                                                    "-9223372036854775808",
                                                    "18446744073709551616",
                                                    "99999999999999999999999999",
                                                    "1e308",
                                                    "-1e308",
                                                    "1e309",
                                                    "1e-320",
                                                    "0.1",
                                                    "nan",
                                                    "inf",
                                                    "-inf",
                                                    "0x10",
                                                    "1e",
                                                    ".",
                                                    "1.2.3",
                                                    ""};

constexpr std::string_view kMarks = "\0\n\r\t \",;:-<>[]{}()\\/'#!=.\x7f\xff\xfe\xef\xbb\xbf\xc3\x80";

struct Span {
    std::size_t from, length;
};

Span span_of(const std::string& s, Random& random) {
    if (s.empty()) return {0, 0};
    const std::size_t from = random.below(s.size());
    // Short pieces most of the time, any length now and then.
    const std::size_t most = random.below(4) ? std::min<std::size_t>(32, s.size() - from) : s.size() - from;
    return {from, 1 + random.below(most)};
}

// A whole line with its end.
Span line_of(const std::string& s, Random& random) {
    if (s.empty()) return {0, 0};
    const std::size_t at = random.below(s.size());
    std::size_t from = at ? s.rfind('\n', at - 1) : std::string::npos;
    from = from == std::string::npos ? 0 : from + 1;
    const std::size_t end = s.find('\n', at);
    return {from, (end == std::string::npos ? s.size() : end + 1) - from};
}

void put_integer(std::string& s, std::uint64_t value, Random& random) {
    const std::size_t width = std::size_t{1} << random.below(4);
    if (s.size() < width) return;
    const std::size_t at = random.below(s.size() - width + 1);
    std::array<char, 8> bytes;
    std::memcpy(bytes.data(), &value, 8);
    if (random.below(4) == 0) std::reverse(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(width));
    std::copy_n(bytes.begin(), width, s.begin() + static_cast<std::ptrdiff_t>(at));
}

void add_to_integer(std::string& s, Random& random) {
    const std::size_t width = std::size_t{1} << random.below(4);
    if (s.size() < width) return;
    const std::size_t at = random.below(s.size() - width + 1);
    std::uint64_t value = 0;
    std::memcpy(&value, s.data() + at, width);
    value += random.below(2) ? 1 + random.below(16) : 0 - static_cast<std::uint64_t>(1 + random.below(16));
    std::memcpy(s.data() + at, &value, width);
}

// A number written in digits becomes another.
void change_number(std::string& s, Random& random) {
    constexpr std::string_view digits = "0123456789.+-eE";
    std::size_t at = s.find_first_of("0123456789", random.below(s.size() + 1));
    if (at == std::string::npos) at = s.find_first_of("0123456789");
    if (at == std::string::npos) return;
    std::size_t end = s.find_first_not_of(digits, at);
    if (end == std::string::npos) end = s.size();
    s.replace(at, end - at, kNumbers[random.below(kNumbers.size())]);
}

}  // namespace

std::uint64_t Random::next() {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

Mutator::Mutator(std::vector<std::string> corpus, std::vector<std::string> tokens, std::uint64_t seed,
                 std::size_t largest)
    : corpus_(std::move(corpus)), tokens_(std::move(tokens)), seed_(seed), largest_(largest) {
    if (corpus_.empty()) corpus_.emplace_back();
}

std::string Mutator::input(std::uint64_t i) const {
    Random random(seed_ * 0x2545f4914f6cdd1dULL + i);
    std::string s = any(random);
    const std::size_t changes = std::size_t{1} << random.below(5);
    for (std::size_t k = 0; k < changes; ++k) {
        change(s, random);
        if (s.size() > largest_) s.resize(largest_);
    }
    return s;
}

void Mutator::change(std::string& s, Random& random) const {
    const Span span = span_of(s, random);
    const auto at = [&] { return random.below(s.size() + 1); };
    switch (random.below(18)) {
        case 0:
        case 1:
            if (!s.empty()) s[span.from] = static_cast<char>(s[span.from] ^ (1 << random.below(8)));
            break;
        case 2:
            if (!s.empty()) s[span.from] = static_cast<char>(random.below(256));
            break;
        case 3:
            if (!s.empty()) s[span.from] = kMarks[random.below(kMarks.size())];
            break;
        case 4:
            put_integer(s, kIntegers[random.below(kIntegers.size())], random);
            break;
        case 5:
            put_integer(s, s.size() + random.below(9) - 4, random);
            break;
        case 6:
            add_to_integer(s, random);
            break;
        case 7:
            s.erase(span.from, span.length);
            break;
        case 8: {  // once, or many times
            const std::string piece = s.substr(span.from, span.length);
            const std::size_t times = random.below(8) ? 1 : 1 + random.below(256);
            std::string many;
            for (std::size_t k = 0; k < times && many.size() < largest_; ++k) many += piece;
            s.insert(span.from, many);
            break;
        }
        case 9: {
            std::string fresh(1 + random.below(16), '\0');
            for (char& c : fresh) c = static_cast<char>(random.below(256));
            s.insert(at(), fresh);
            break;
        }
        case 10: {  // the head of this, the tail of another
            const std::string& other = any(random);
            s = s.substr(0, at()) + other.substr(random.below(other.size() + 1));
            break;
        }
        case 11: {
            const std::string& other = any(random);
            const Span piece = span_of(other, random);
            s.insert(at(), other, piece.from, piece.length);
            break;
        }
        case 12:
            if (random.below(4) == 0) s.resize(at());
            break;
        case 13:
        case 14:
            if (!tokens_.empty()) {
                const std::string& token = tokens_[random.below(tokens_.size())];
                if (random.below(2))
                    s.insert(at(), token);
                else
                    s.replace(span.from, std::min(span.length, token.size()), token);
            }
            break;
        case 15:
            change_number(s, random);
            break;
        case 16: {  // a piece elsewhere
            const std::string piece = s.substr(span.from, span.length);
            s.erase(span.from, span.length);
            s.insert(at(), piece);
            break;
        }
        default: {
            const Span line = line_of(s, random);
            const std::string piece = s.substr(line.from, line.length);
            if (random.below(2)) s.erase(line.from, line.length);
            if (random.below(2)) s.insert(line_of(s, random).from, piece);
            break;
        }
    }
}

std::vector<std::string> read_dictionary(const std::filesystem::path& file) {
    std::vector<std::string> tokens;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        const std::size_t from = line.find('"'), end = line.rfind('"');
        if (line.empty() || line[0] == '#' || from == std::string::npos || end <= from) continue;
        std::string token;
        for (std::size_t i = from + 1; i < end; ++i) {
            if (line[i] != '\\' || i + 1 >= end) {
                token.push_back(line[i]);
            } else if (line[i + 1] == 'x' && i + 3 < end) {
                token.push_back(static_cast<char>(std::stoi(line.substr(i + 2, 2), nullptr, 16)));
                i += 3;
            } else {
                token.push_back(line[++i]);
            }
        }
        tokens.push_back(std::move(token));
    }
    return tokens;
}

}  // namespace fuzz
