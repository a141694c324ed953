#include "datasets/features/word_vectors.h"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>

#include <nlohmann/json.hpp>

#include "datasets/features/file_lines.h"
#include "datasets/store/digest.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

std::uint64_t mixed(std::uint64_t& state) {  // splitmix64
    state += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

std::uint64_t hash(std::string_view text, std::uint64_t seed) {  // FNV-1a
    std::uint64_t h = 0xcbf29ce484222325ULL ^ seed;
    for (const char c : text) {
        h ^= static_cast<unsigned char>(c);
        h *= 0x100000001b3ULL;
    }
    return h;
}

void add_signs(std::vector<float>& sum, std::string_view gram, float weight, std::uint64_t seed = 0) {
    std::uint64_t state = hash(gram, seed), bits = 0;
    for (std::size_t i = 0; i < sum.size(); ++i) {
        if (i % 64 == 0) bits = mixed(state);
        sum[i] += (bits >> (i % 64)) & 1 ? weight : -weight;
    }
}

void scale_to(std::vector<float>& v, float length) {
    double square = 0;
    for (const float x : v) square += static_cast<double>(x) * static_cast<double>(x);
    if (square <= 0) {
        v[0] = length;
        return;
    }
    const auto factor = static_cast<float>(static_cast<double>(length) / std::sqrt(square));
    for (float& x : v) x *= factor;
}

std::vector<float> mask_vector(std::size_t size, float length) {
    std::vector<float> v(size, 0.0f);
    add_signs(v, "mask", 1, 0x6d61736b);  // another seed than any word's grams
    scale_to(v, length);
    return v;
}

bool number(std::string_view field, float& value) {
    double wide = 0;
    const auto [end, ec] = std::from_chars(field.data(), field.data() + field.size(), wide);
    value = static_cast<float>(wide);
    return ec == std::errc() && end == field.data() + field.size() && std::isfinite(value);
}

// Takes the last field off the line (fields are parted by single blanks).
std::string_view take_last(std::string_view& line) {
    const std::size_t at = line.rfind(' ');
    if (at == std::string_view::npos) return {};
    const std::string_view field = line.substr(at + 1);
    line = line.substr(0, at);
    return field;
}

void strip(std::string& line) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
}

// word2vec's text form begins with a line "COUNT SIZE"; GloVe's does not.
std::optional<std::size_t> header_size(std::string_view line) {
    std::size_t value[2];
    for (std::size_t& v : value) {
        const std::string_view field = line.substr(0, line.find(' '));
        const auto [end, ec] = std::from_chars(field.data(), field.data() + field.size(), v);
        if (ec != std::errc() || end != field.data() + field.size()) return std::nullopt;
        line.remove_prefix(std::min(line.size(), field.size() + 1));
    }
    if (!line.empty()) return std::nullopt;
    return value[1];
}

struct Layout {
    std::size_t size = 0;  // values of a vector
    bool header = false;
};

Layout find_layout(FileLines& lines, const std::string& file) {
    std::size_t best = 0, vectors = 0;
    std::optional<std::size_t> header;
    std::string line;
    while (vectors < 200 && lines.next(line)) {
        strip(line);
        if (line.empty()) continue;
        if (lines.number() == 1 && (header = header_size(line))) continue;
        std::string_view rest = line;
        std::size_t n = 0;
        float value;
        for (std::string_view field; !(field = take_last(rest)).empty() && number(field, value);) ++n;
        if (n == 0)
            throw Error("line " + std::to_string(lines.number()) + " does not end in numbers", file,
                        "A GloVe .txt is wanted");
        best = vectors++ == 0 ? n : std::min(best, n);
    }
    if (header && vectors > 0 && best == 1) header.reset();  // vectors of one value: the first line was one of them
    if (best == 0) throw Error("the file is empty", file, "A GloVe .txt is wanted");
    if (header && (*header > best || *header == 0))
        throw Error("its first line says that vectors have " + std::to_string(*header) + " values, but they have " +
                        std::to_string(best),
                    file, "A GloVe .txt or word2vec's text form is wanted");
    if (best > 4096) throw Error("its vectors have more than 4096 values", file);
    return {header ? *header : best, header.has_value()};
}

}  // namespace

std::string lower_case(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const unsigned char d = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
        const auto two = [&](unsigned point) {
            out.push_back(static_cast<char>(0xc0 | (point >> 6)));
            out.push_back(static_cast<char>(0x80 | (point & 0x3f)));
            ++i;
        };
        if (c >= 'A' && c <= 'Z') {
            out.push_back(static_cast<char>(c + 32));
        } else if (c >= 0xc2 && c <= 0xdf && (d & 0xc0) == 0x80) {
            unsigned p = (c & 0x1fU) << 6 | (d & 0x3fU);
            if ((p >= 0xc0 && p <= 0xde && p != 0xd7) || (p >= 0x391 && p <= 0x3a9 && p != 0x3a2) ||
                (p >= 0x410 && p <= 0x42f))
                p += 32;
            else if (p >= 0x400 && p <= 0x40f)
                p += 80;
            else if (p >= 0x100 && p <= 0x17f && p % 2 == 0 && (p <= 0x136 || p >= 0x14a) && p != 0x130 && p != 0x178)
                p += 1;
            two(p);
        } else {
            out.push_back(text[i]);
        }
    }
    return out;
}

std::vector<float> hashed_word(std::string_view word, std::size_t size) {
    const std::string text = "<" + lower_case(word) + ">";
    std::vector<std::size_t> starts;  // of each character
    for (std::size_t i = 0; i < text.size() && i < 4096; ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80) starts.push_back(i);
    starts.push_back(text.size());
    std::vector<float> sum(size, 0.0f);
    add_signs(sum, text, 2);
    for (std::size_t n = 3; n <= 5; ++n)
        for (std::size_t i = 0; i + n < starts.size(); ++i)
            add_signs(sum, std::string_view(text).substr(starts[i], starts[i + n] - starts[i]), 1);
    scale_to(sum, 1);
    return sum;
}

WordVectors WordVectors::hashed(std::size_t size) {
    if (size < 8 || size > 1024) throw Error("the size of word vectors must lie from 8 to 1024", "hashed word vectors");
    WordVectors v;
    v.size_ = size;
    v.mask_ = mask_vector(size, 1);
    v.recipe_ = R"({"kind": "words", "version": 1, "vectors": "hashed character 3-5-grams", "size": )" +
                std::to_string(size) + "}";
    return v;
}

WordVectors WordVectors::glove(const std::filesystem::path& path, const std::set<std::string>& needed, float length) {
    const std::string file = path.string();
    FileLines lines(path);
    WordVectors v;
    const Layout layout = find_layout(lines, file);
    v.size_ = layout.size;
    lines.rewind();

    std::set<std::string> wanted = needed;
    for (const auto& w : needed) wanted.insert(lower_case(w));
    std::string line;
    std::vector<std::string_view> fields(v.size_);
    double lengths = 0;
    while (lines.next(line)) {
        strip(line);
        if (line.empty() || (layout.header && lines.number() == 1)) continue;
        std::string_view rest = line;
        const auto bad = [&] {
            return Error(
                "line " + std::to_string(lines.number()) + " does not end in " + std::to_string(v.size_) + " numbers",
                file, "The file may be truncated; a GloVe .txt is wanted");
        };
        for (std::size_t i = v.size_; i-- > 0;) {
            fields[i] = take_last(rest);
            if (fields[i].empty()) throw bad();
        }
        const std::string token(rest);
        std::vector<float> values(v.size_);
        double square = 0;
        for (std::size_t i = 0; i < v.size_; ++i) {
            if (!number(fields[i], values[i])) throw bad();
            square += static_cast<double>(values[i]) * static_cast<double>(values[i]);
        }
        if (!wanted.contains(token) || v.known_.contains(token)) continue;
        lengths += std::sqrt(square);
        v.known_.emplace(token, std::move(values));
    }
    if (v.known_.empty() && !(length > 0))
        throw Error("holds none of the words of these clips", file, "Vectors of another language?");
    for (const auto& w : needed)
        if (!v.known_.contains(w) && !v.known_.contains(lower_case(w))) v.missing_.push_back(w);
    v.scale_ = length > 0 ? length : static_cast<float>(lengths / static_cast<double>(v.known_.size()));
    v.mask_ = mask_vector(v.size_, v.scale_);
    std::error_code ec;
    v.recipe_ = nlohmann::json{{"kind", "words"},
                               {"version", 1},
                               {"vectors", "GloVe"},
                               {"size", v.size_},
                               {"length", v.scale_},
                               {"sha256", file_digest(path)},
                               {"path", std::filesystem::absolute(path, ec).string()}}
                    .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return v;
}

std::vector<float> WordVectors::vector(const std::string& word) const {
    if (const auto it = known_.find(word); it != known_.end()) return it->second;
    if (const auto it = known_.find(lower_case(word)); it != known_.end()) return it->second;
    std::vector<float> v = hashed_word(word, size_);
    if (scale_ != 1) scale_to(v, scale_);
    return v;
}

Stream WordVectors::stream(std::span<const Word> words) const {
    Stream s;
    s.steps = words.size();
    s.features = size_;
    for (const Word& w : words) {
        const std::vector<float> v = w.masked ? mask_ : vector(w.text);
        s.values.insert(s.values.end(), v.begin(), v.end());
        s.times.push_back(w.time);
    }
    return s;
}

}  // namespace mica
