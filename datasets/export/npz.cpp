#include "datasets/export/npz.h"

#include <algorithm>
#include <bit>

#include "datasets/types/error.h"

namespace mica {
namespace {

static_assert(std::endian::native == std::endian::little, "arrays are written as they lie in memory");

template <class T>
constexpr const char* kType = nullptr;
template <>
constexpr const char* kType<float> = "<f4";
template <>
constexpr const char* kType<double> = "<f8";
template <>
constexpr const char* kType<std::int64_t> = "<i8";
template <>
constexpr const char* kType<std::uint32_t> = "<u4";
template <>
constexpr const char* kType<std::uint8_t> = "|u1";

// Characters of a UTF-8 text; a byte that is none gives the replacement character.
std::u32string characters(const std::string& text) {
    std::u32string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        const std::size_t n = c < 0x80                ? 1
                              : c >= 0xc2 && c < 0xe0 ? 2
                              : c >= 0xe0 && c < 0xf0 ? 3
                              : c >= 0xf0 && c < 0xf5 ? 4
                                                      : 0;
        char32_t p = n == 1 ? c : c & (0xffu >> (n + 1));
        std::size_t k = 1;
        for (; k < n && i + k < text.size() && (static_cast<unsigned char>(text[i + k]) & 0xc0) == 0x80; ++k)
            p = p << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3f);
        const bool good = n > 0 && k == n && p < 0x110000 && (p < 0xd800 || p > 0xdfff);
        out.push_back(good ? p : U'\ufffd');
        i += good ? n : 1;
    }
    return out;
}

}  // namespace

// A Python dictionary, filled up to a multiple of 64 bytes.
std::string npy_header(const std::string& type, const NpyShape& shape) {
    std::string sizes;
    for (const auto s : shape) sizes += std::to_string(s) + ",";
    std::string text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + sizes + "), }";
    while ((10 + text.size() + 1) % 64) text.push_back(' ');
    text.push_back('\n');
    std::string out("\x93NUMPY\x01\x00", 8);
    out.push_back(static_cast<char>(text.size() & 0xff));
    out.push_back(static_cast<char>(text.size() >> 8));
    return out + text;
}

std::size_t Npz::open(const std::string& name, const std::string& type, std::uint64_t size, const NpyShape& shape) {
    for (const auto s : shape)
        if (__builtin_mul_overflow(size, s, &size)) throw Error("is too large to be written", name);
    const std::string header = npy_header(type, shape);
    const std::size_t at = zip_.add(name + ".npy", header.size() + size);
    zip_.write(at, header.data(), header.size());
    return at;
}

template <class T>
std::size_t Npz::open(const std::string& name, const NpyShape& shape) {
    return open(name, kType<T>, sizeof(T), shape);
}
template std::size_t Npz::open<float>(const std::string&, const NpyShape&);
template std::size_t Npz::open<double>(const std::string&, const NpyShape&);
template std::size_t Npz::open<std::int64_t>(const std::string&, const NpyShape&);
template std::size_t Npz::open<std::uint32_t>(const std::string&, const NpyShape&);
template std::size_t Npz::open<std::uint8_t>(const std::string&, const NpyShape&);

void Npz::texts(const std::string& name, const std::vector<std::string>& values, const NpyShape& shape) {
    std::vector<std::u32string> wide;
    std::size_t width = 1;
    for (const auto& v : values) {
        wide.push_back(characters(v));
        width = std::max(width, wide.back().size());
    }
    const auto at = open(name, "<U" + std::to_string(width), 4 * width, shape);
    for (auto& v : wide) {
        v.resize(width, U'\0');
        append(at, v.data(), width);
    }
}

void Npz::texts(const std::string& name, const std::vector<std::string>& values) {
    texts(name, values, {values.size()});
}

void Npz::text(const std::string& name, const std::string& value) { texts(name, {value}, {}); }

void Npz::long_texts(const std::string& name, const std::vector<std::string>& values) {
    std::vector<std::int64_t> offsets{0};
    for (const auto& v : values) offsets.push_back(offsets.back() + static_cast<std::int64_t>(v.size()));
    const auto at = open<std::uint8_t>(name, {static_cast<std::uint64_t>(offsets.back())});
    for (const auto& v : values) append(at, v.data(), v.size());
    array(name + "_offsets", offsets);
}

}  // namespace mica
