// SHA-256 (FIPS 180-4) over content, for the fingerprint of a set.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <string_view>

namespace mica {

class Digest {
public:
    void bytes(const void* data, std::size_t size);
    /// A number as its eight or four bytes, lowest first, on every machine.
    void number(std::uint64_t v);
    void number(double v) { number(std::bit_cast<std::uint64_t>(v)); }
    void floats(const float* v, std::size_t count);
    /// Length first, so that neighbours cannot run into each other.
    void text(std::string_view s);
    /// 64 hexadecimal digits; the digest takes no more afterwards.
    [[nodiscard]] std::string hex();

private:
    std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                        0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<std::uint8_t, 64> rest_{};
    std::size_t used_ = 0;
    std::uint64_t size_ = 0;
};

/// Of a file's bytes, read in pieces. Throws Error (cannot be read), Cancelled.
[[nodiscard]] std::string file_digest(const std::filesystem::path& file, const std::stop_token& stop = {});

}  // namespace mica
