#include "datasets/store/digest.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <vector>

#include "datasets/store/digest_blocks.h"
#include "datasets/types/error.h"

namespace mica {

void digest_blocks_plain(std::array<std::uint32_t, 8>& state, const std::uint8_t* p, std::size_t count) {
    for (; count > 0; --count, p += 64) {
        std::array<std::uint32_t, 64> w;
        for (std::size_t i = 0; i < 16; ++i)
            w[i] = std::uint32_t{p[4 * i]} << 24 | std::uint32_t{p[4 * i + 1]} << 16 |
                   std::uint32_t{p[4 * i + 2]} << 8 | std::uint32_t{p[4 * i + 3]};
        for (std::size_t i = 16; i < 64; ++i) {
            const std::uint32_t a = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ (w[i - 15] >> 3);
            const std::uint32_t b = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ (w[i - 2] >> 10);
            w[i] = w[i - 16] + a + w[i - 7] + b;
        }
        auto [a, b, c, d, e, f, g, h] = state;
        for (std::size_t i = 0; i < 64; ++i) {
            const std::uint32_t t1 = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) +
                                     ((e & f) ^ (~e & g)) + kDigestRounds[i] + w[i];
            const std::uint32_t t2 =
                (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
            h = g;
            g = f;
            f = e;
            e = d + t1;
            d = c;
            c = b;
            b = a;
            a = t1 + t2;
        }
        const std::array<std::uint32_t, 8> add{a, b, c, d, e, f, g, h};
        for (std::size_t i = 0; i < 8; ++i) state[i] += add[i];
    }
}

DigestBlocks digest_blocks() {
    static const DigestBlocks fastest = digest_blocks_hardware() ? digest_blocks_hardware() : digest_blocks_plain;
    return fastest;
}

void Digest::bytes(const void* data, std::size_t size) {
    const auto* p = static_cast<const std::uint8_t*>(data);
    size_ += size;
    while (size > 0) {
        if (used_ == 0 && size >= 64) {
            const std::size_t whole = size / 64;
            digest_blocks()(state_, p, whole);
            p += 64 * whole;
            size -= 64 * whole;
            continue;
        }
        const std::size_t n = std::min(size, 64 - used_);
        std::memcpy(rest_.data() + used_, p, n);
        used_ += n;
        p += n;
        size -= n;
        if (used_ == 64) {
            digest_blocks()(state_, rest_.data(), 1);
            used_ = 0;
        }
    }
}

void Digest::number(std::uint64_t v) {
    std::array<std::uint8_t, 8> b;
    for (std::size_t i = 0; i < 8; ++i) b[i] = static_cast<std::uint8_t>(v >> (8 * i));
    bytes(b.data(), b.size());
}

void Digest::floats(const float* v, std::size_t count) {
    if constexpr (std::endian::native == std::endian::little) {
        bytes(v, count * sizeof(float));
    } else {
        for (std::size_t i = 0; i < count; ++i) {
            const auto u = std::bit_cast<std::uint32_t>(v[i]);
            const std::array<std::uint8_t, 4> b{static_cast<std::uint8_t>(u), static_cast<std::uint8_t>(u >> 8),
                                                static_cast<std::uint8_t>(u >> 16), static_cast<std::uint8_t>(u >> 24)};
            bytes(b.data(), b.size());
        }
    }
}

void Digest::text(std::string_view s) {
    number(std::uint64_t{s.size()});
    bytes(s.data(), s.size());
}

std::string Digest::hex() {
    const std::uint64_t bits = size_ * 8;
    const std::uint8_t one = 0x80, zero = 0;
    bytes(&one, 1);
    while (used_ != 56) bytes(&zero, 1);
    std::array<std::uint8_t, 8> b;
    for (std::size_t i = 0; i < 8; ++i) b[i] = static_cast<std::uint8_t>(bits >> (56 - 8 * i));
    bytes(b.data(), b.size());
    std::string s;
    for (const std::uint32_t v : state_)
        for (int shift = 28; shift >= 0; shift -= 4) s += "0123456789abcdef"[(v >> shift) & 15];
    return s;
}

std::string file_digest(const std::filesystem::path& file, const std::stop_token& stop) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw Error("cannot be opened", file.string());
    std::vector<char> piece(std::size_t{1} << 20);
    Digest d;
    while (in) {
        if (stop.stop_requested()) throw Cancelled();
        in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        d.bytes(piece.data(), static_cast<std::size_t>(in.gcount()));
    }
    if (in.bad()) throw Error("cannot be read to its end", file.string());
    return d.hex();
}

}  // namespace mica
