#include "datasets/feature_files/mat_bytes.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "datasets/types/error.h"

namespace mica {

struct MatBytes::Inflater {
    z_stream stream{};
    std::array<Bytef, 1 << 14> input;
    Inflater() {
        if (inflateInit(&stream) != Z_OK) throw std::bad_alloc();
    }
    ~Inflater() { inflateEnd(&stream); }
};

MatBytes::MatBytes(const std::filesystem::path& file, std::uint64_t from, std::uint64_t size, bool compressed,
                   bool swapped)
    : file_(file.string()), in_(file, std::ios::binary), left_(size), swapped_(swapped) {
    in_.seekg(static_cast<std::streamoff>(from));
    if (!in_) throw Error("cannot be read", file_);
    if (compressed) inflater_ = std::make_unique<Inflater>();
}

MatBytes::~MatBytes() = default;

void MatBytes::fail(const std::string& reason) const { throw Error(reason, file_, "Save the file again"); }

std::size_t MatBytes::fill(void* to, std::size_t count) {
    count = static_cast<std::size_t>(std::min<std::uint64_t>(count, left_));
    in_.read(static_cast<char*>(to), static_cast<std::streamsize>(count));
    const auto got = static_cast<std::size_t>(in_.gcount());
    left_ -= got;
    return got;
}

void MatBytes::read(void* to, std::size_t count) {
    if (!inflater_) {
        if (fill(to, count) != count) fail("ends in the middle of a variable; it may be truncated");
        return;
    }
    z_stream& z = inflater_->stream;
    z.next_out = static_cast<Bytef*>(to);
    while (count > 0) {
        const std::size_t piece = std::min<std::size_t>(count, 1u << 30);
        z.avail_out = static_cast<uInt>(piece);
        while (z.avail_out > 0) {
            if (z.avail_in == 0) {
                z.next_in = inflater_->input.data();
                z.avail_in = static_cast<uInt>(fill(inflater_->input.data(), inflater_->input.size()));
            }
            const uInt in = z.avail_in, out = z.avail_out;
            const int code = inflate(&z, Z_NO_FLUSH);
            if (code != Z_OK && (code != Z_STREAM_END || z.avail_out > 0))
                fail("a compressed variable is damaged or ends early");
            if (z.avail_in == in && z.avail_out == out) fail("a compressed variable ends early");
        }
        count -= piece;
    }
}

std::uint32_t MatBytes::number() {
    std::uint32_t n = 0;
    read(&n, sizeof n);
    return swapped_ ? __builtin_bswap32(n) : n;
}

MatBytes::Tag MatBytes::tag() {
    const std::uint32_t first = number();
    if (first >> 16) return {first & 0xffff, first >> 16, true};
    return {first, number(), false};
}

std::string MatBytes::body(const Tag& tag, std::size_t most) {
    if (tag.size > most || (tag.small && tag.size > 4)) fail("a variable's parts do not fit together; it is damaged");
    const std::size_t whole = tag.small ? 4 : (tag.size + std::size_t{7}) / 8 * 8;
    std::string bytes(whole, '\0');
    read(bytes.data(), whole);
    bytes.resize(tag.size);
    return bytes;
}

}  // namespace mica
