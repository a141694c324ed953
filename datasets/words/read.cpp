#include <algorithm>
#include <array>
#include <fstream>

#include "datasets/features/word_vectors.h"
#include "datasets/types/error.h"
#include "datasets/words/check.h"

namespace mica {
namespace {

constexpr std::uintmax_t kLargest = 16u << 20;

void put_utf8(std::string& out, std::uint32_t p) {
    if (p < 0x80) {
        out.push_back(static_cast<char>(p));
    } else if (p < 0x800) {
        out.push_back(static_cast<char>(0xc0 | (p >> 6)));
        out.push_back(static_cast<char>(0x80 | (p & 0x3f)));
    } else if (p < 0x10000) {
        out.push_back(static_cast<char>(0xe0 | (p >> 12)));
        out.push_back(static_cast<char>(0x80 | ((p >> 6) & 0x3f)));
        out.push_back(static_cast<char>(0x80 | (p & 0x3f)));
    } else {
        out.push_back(static_cast<char>(0xf0 | (p >> 18)));
        out.push_back(static_cast<char>(0x80 | ((p >> 12) & 0x3f)));
        out.push_back(static_cast<char>(0x80 | ((p >> 6) & 0x3f)));
        out.push_back(static_cast<char>(0x80 | (p & 0x3f)));
    }
}

// UTF-16 with its mark (Praat writes that for other alphabets) or UTF-8 with or without; as plain UTF-8.
std::string to_utf8(const std::string& data, const std::string& file) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(data[i]); };
    if (data.size() >= 3 && byte(0) == 0xef && byte(1) == 0xbb && byte(2) == 0xbf) return data.substr(3);
    const bool little = data.size() >= 2 && byte(0) == 0xff && byte(1) == 0xfe;
    const bool big = data.size() >= 2 && byte(0) == 0xfe && byte(1) == 0xff;
    if (!little && !big) {
        if (data.find('\0') != std::string::npos) words::fail(file, 0, "is no text file");
        return data;
    }
    if (data.size() % 2) words::fail(file, 0, "ends in the middle of a UTF-16 character");
    std::string out;
    for (std::size_t i = 2; i + 1 < data.size(); i += 2) {
        const auto unit = [&](std::size_t at) {
            return static_cast<std::uint32_t>(little ? byte(at) | byte(at + 1) << 8 : byte(at) << 8 | byte(at + 1));
        };
        std::uint32_t p = unit(i);
        if (p >= 0xd800 && p < 0xdc00 && i + 3 < data.size() && unit(i + 2) >= 0xdc00 && unit(i + 2) < 0xe000) {
            p = 0x10000 + ((p - 0xd800) << 10) + (unit(i + 2) - 0xdc00);
            i += 2;
        } else if (p >= 0xd800 && p < 0xe000) {
            p = 0xfffd;
        }
        put_utf8(out, p);
    }
    return out;
}

// Strict: no overlong forms, no surrogates.
bool is_utf8(std::string_view s) {
    for (std::size_t i = 0; i < s.size();) {
        const auto c = static_cast<unsigned char>(s[i]);
        const std::size_t n = c < 0x80                ? 1
                              : c >= 0xc2 && c < 0xe0 ? 2
                              : c >= 0xe0 && c < 0xf0 ? 3
                              : c >= 0xf0 && c < 0xf5 ? 4
                                                      : 0;
        if (n == 0 || i + n > s.size()) return false;
        for (std::size_t k = 1; k < n; ++k)
            if ((static_cast<unsigned char>(s[i + k]) & 0xc0) != 0x80) return false;
        const auto d = n > 1 ? static_cast<unsigned char>(s[i + 1]) : 0;
        if ((c == 0xe0 && d < 0xa0) || (c == 0xed && d >= 0xa0) || (c == 0xf0 && d < 0x90) || (c == 0xf4 && d >= 0x90))
            return false;
        i += n;
    }
    return true;
}

WordFile parse(const std::string& extension, std::string_view text, const std::string& file) {
    if (extension == ".align") return parse_align(text, file);
    if (extension == ".textgrid") return parse_textgrid(text, file);
    if (extension == ".wdseg") return parse_wdseg(text, file);
    if (extension == ".srt") return parse_srt(text, file);
    if (extension == ".vtt") return parse_vtt(text, file);
    if (extension == ".json") return parse_words_json(text, file);
    throw Error("word timings are read from .align, .TextGrid, .wdseg, .srt, .vtt and .json files only", file);
}

}  // namespace

const std::vector<std::string>& word_file_extensions() {
    static const std::vector<std::string> all{".align", ".textgrid", ".wdseg", ".srt", ".vtt", ".json"};
    return all;
}

WordFile read_words(const std::filesystem::path& path) {
    const std::string file = path.string();
    std::error_code ec;
    if (!std::filesystem::exists(path, ec)) throw Error("there is no such file of word timings", file);
    if (!std::filesystem::is_regular_file(path, ec)) throw Error("is not a file", file);
    if (std::filesystem::file_size(path, ec) > kLargest || ec)
        throw Error("is larger than 16 MB, too large for word timings", file);
    std::ifstream in(path, std::ios::binary);
    std::string data{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (in.bad() || !in) throw Error("cannot be read", file);
    std::string text = to_utf8(data, file);
    const bool latin = !is_utf8(text);
    if (latin) {  // older subtitles: every byte is a character
        std::string wide;
        for (const char c : text) put_utf8(wide, static_cast<unsigned char>(c));
        text = std::move(wide);
    }
    WordFile words = parse(lower_case(path.extension().string()), text, file);
    if (latin)
        words.note +=
            (words.note.empty() ? "" : "; ") + std::string("the word file is not UTF-8 and was read as Latin-1");
    return words;
}

}  // namespace mica
