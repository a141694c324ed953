// Pickles made by hand: instructions as byte strings, the way Python's own writers put them.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "datasets/pickle/pickle.h"

namespace made {

inline std::string little(std::uint64_t v, int bytes) {
    std::string s;
    for (int i = 0; i < bytes; ++i) s += static_cast<char>(v >> (8 * i));
    return s;
}

/// A value as its bytes in memory; highest byte first where `big`.
template <class T>
std::string raw(const std::vector<T>& values, bool big = false) {
    std::string s;
    for (const T& v : values) {
        char b[sizeof(T)];
        std::memcpy(b, &v, sizeof(T));
        for (std::size_t i = 0; i < sizeof(T); ++i) s += b[big ? sizeof(T) - 1 - i : i];
    }
    return s;
}

inline std::string text(const std::string& s) { return "X" + little(s.size(), 4) + s; }
inline std::string bytes(const std::string& s) { return "B" + little(s.size(), 4) + s; }
inline std::string integer(std::uint32_t v) { return "J" + little(v, 4); }
inline std::string proto(int p) { return std::string("\x80") + static_cast<char>(p); }

/// numpy.dtype with its state.
inline std::string dtype(const std::string& name, char order = '<', const std::string& size = "J\xff\xff\xff\xff") {
    return "cnumpy\ndtype\n" + text(name) + "\x89\x88\x87R(K\x03" + text(std::string(1, order)) + "NNN" + size +
           "J\xff\xff\xff\xffK" + std::string(1, '\0') + "tb";
}

inline std::string shape(const std::vector<std::size_t>& sizes) {
    std::string s = "(";
    for (const std::size_t n : sizes) s += "\x8a\x08" + little(n, 8);
    return s + "t";
}

/// An array as protocol 2 to 4 hold it; `payload` is the instruction that gives its bytes.
inline std::string array(const std::string& type, const std::vector<std::size_t>& sizes, const std::string& payload,
                         bool fortran = false) {
    return "cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK" + std::string("\0\x85", 2) + bytes("b") +
           "\x87R(K\x01" + shape(sizes) + type + (fortran ? "\x88" : "\x89") + payload + "tb";
}
template <class T>
std::string array(const std::string& type, const std::vector<std::size_t>& sizes, const std::vector<T>& values) {
    return array(dtype(type), sizes, bytes(raw(values)));
}

/// Latin-1 text in UTF-8, as Python 3 writes bytes in protocol 2.
inline std::string latin(const std::string& s) {
    std::string out;
    for (const char c : s) {
        const auto u = static_cast<unsigned char>(c);
        if (u < 0x80)
            out += c;
        else
            out += {static_cast<char>(0xc0 | u >> 6), static_cast<char>(0x80 | (u & 0x3f))};
    }
    return "c_codecs\nencode\n" + text(out) + text("latin1") + "\x86R";
}

inline std::string dict(const std::vector<std::pair<std::string, std::string>>& entries) {
    std::string s = "}(";
    for (const auto& [k, v] : entries) s += text(k) + v;
    return s + "u";
}

inline std::string list(const std::vector<std::string>& values) {
    std::string s = "](";
    for (const std::string& v : values) s += v;
    return s + "e";
}

inline mica::pickle::Pickle pickle(const std::string& body) {
    return mica::pickle::Pickle(std::vector<std::uint8_t>(body.begin(), body.end()), "made.pkl");
}

}  // namespace made
