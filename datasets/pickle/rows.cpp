#include "datasets/pickle/rows.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "datasets/types/error.h"

namespace mica::pickle {

namespace {

// Half a gigabyte of rows would be read faster, but many arrays may be open at once.
constexpr std::size_t kAhead = 1 << 20, kBlock = 64 << 20;

void read_latin(const Source& source, const Span& span, std::uint64_t first, std::size_t count, std::uint8_t* out) {
    const std::uint64_t end = span.offset + span.stored;
    std::uint64_t at = span.places->at(static_cast<std::size_t>(first / kLatinStep)), skip = first % kLatinStep;
    std::vector<std::uint8_t> buffer;
    std::uint8_t lead = 0;
    while (count > 0) {
        buffer.resize(static_cast<std::size_t>(std::min<std::uint64_t>({end - at, 1 << 18, 2 * (skip + count)})));
        if (buffer.empty()) throw Error("ends in the middle of an array", source.name());
        source.read(at, buffer.size(), buffer.data());
        at += buffer.size();
        for (std::size_t i = 0; i < buffer.size() && count > 0; ++i) {
            std::uint8_t c = buffer[i];
            if (lead) {
                c = static_cast<std::uint8_t>(lead << 6 | (c & 0x3f));
                lead = 0;
            } else if (c >= 0x80) {
                lead = c;
                continue;
            }
            if (skip > 0) {
                --skip;
                continue;
            }
            *out++ = c;
            --count;
        }
    }
}

std::uint64_t raw(const std::uint8_t* p, std::size_t size, bool big) {
    std::uint64_t v = 0;
    for (std::size_t i = 0; i < size; ++i) v |= std::uint64_t{p[big ? size - 1 - i : i]} << (8 * i);
    return v;
}

double half(std::uint16_t h) {
    const int exponent = (h >> 10) & 31, fraction = h & 1023;
    const double sign = h & 0x8000 ? -1 : 1;
    if (exponent == 31) return fraction ? std::nan("") : sign * INFINITY;
    return sign * (exponent ? std::ldexp(1024 + fraction, exponent - 25) : std::ldexp(fraction, -24));
}

double item(const Type& t, const std::uint8_t* p) {
    const std::uint64_t v = raw(p, t.size, t.big);
    switch (t.kind) {
        case 'f':
            if (t.size == 2) return half(static_cast<std::uint16_t>(v));
            if (t.size == 4) return static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(v)));
            return std::bit_cast<double>(v);
        case 'i': {
            const int unused = static_cast<int>(64 - 8 * t.size);
            return static_cast<double>(static_cast<std::int64_t>(v << unused) >> unused);
        }
        default:
            return static_cast<double>(v);
    }
}

void add_utf8(std::string& s, std::uint32_t c) {
    if (c > 0x10ffff || (c >= 0xd800 && c < 0xe000)) c = 0xfffd;
    if (c < 0x80) {
        s += static_cast<char>(c);
    } else if (c < 0x800) {
        s += static_cast<char>(0xc0 | c >> 6);
        s += static_cast<char>(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        s += static_cast<char>(0xe0 | c >> 12);
        s += static_cast<char>(0x80 | (c >> 6 & 0x3f));
        s += static_cast<char>(0x80 | (c & 0x3f));
    } else {
        s += static_cast<char>(0xf0 | c >> 18);
        s += static_cast<char>(0x80 | (c >> 12 & 0x3f));
        s += static_cast<char>(0x80 | (c >> 6 & 0x3f));
        s += static_cast<char>(0x80 | (c & 0x3f));
    }
}

std::vector<std::uint8_t> bytes_of(const Pickle& p, const Array& a, std::size_t i) {
    std::vector<std::uint8_t> bytes(a.type.size);
    read_bytes(p.source(), a.data, std::uint64_t{place(a, i)} * a.type.size, bytes.size(), bytes.data());
    return bytes;
}

}  // namespace

void read_bytes(const Source& source, const Span& span, std::uint64_t first, std::size_t count, std::uint8_t* out) {
    if (count == 0) return;
    const std::uint64_t size = span.latin ? span.size : span.stored;
    if (first > size || count > size - first) throw Error("ends in the middle of an array", source.name());
    if (span.latin)
        read_latin(source, span, first, count, out);
    else
        source.read(span.offset + first, count, out);
}

std::size_t place(const Array& a, std::size_t i) {
    std::size_t at = 0;
    for (std::size_t axis = a.shape.size(); axis-- > 0;) {
        at += i % a.shape[axis] * a.strides[axis];
        i /= a.shape[axis];
    }
    return at;
}

double number_at(const Pickle& p, const Array& a, std::size_t i) {
    if (i >= a.items) throw Error("has no item " + std::to_string(i) + " in an array", p.source().name());
    if (a.type.kind == 'O') {
        const Value v = p.object(a, i);
        // an array of objects may hold itself
        if (v.kind == Kind::array && p.array(v).type.kind == 'O')
            throw Error("has an array of objects where a number is expected", p.source().name());
        return p.number(v);
    }
    if (!a.type.number()) throw Error("has texts where numbers are expected", p.source().name());
    return item(a.type, bytes_of(p, a, i).data());
}

std::string text_at(const Pickle& p, const Array& a, std::size_t i) {
    if (i >= a.items) throw Error("has no item " + std::to_string(i) + " in an array", p.source().name());
    if (a.type.kind == 'O') return p.text(p.object(a, i));
    if (a.type.kind != 'S' && a.type.kind != 'U')
        throw Error("has numbers where texts are expected", p.source().name());
    const std::vector<std::uint8_t> bytes = bytes_of(p, a, i);
    std::string s;
    if (a.type.kind == 'S') {
        s.assign(bytes.begin(), bytes.end());
        s.resize(s.find_last_not_of('\0') + 1);
        return s;
    }
    std::size_t count = bytes.size() / 4;
    while (count > 0 && raw(bytes.data() + 4 * (count - 1), 4, a.type.big) == 0) --count;
    for (std::size_t c = 0; c < count; ++c)
        add_utf8(s, static_cast<std::uint32_t>(raw(bytes.data() + 4 * c, 4, a.type.big)));
    return s;
}

Rows::Rows(const Pickle& pickle, const Array& array) : pickle_(pickle), array_(array) {
    if (!array.type.number())
        throw Error("has an array of type " + array.type.name() + " where numbers are expected",
                    pickle.source().name());
    rows_ = array.shape.empty() ? 1 : array.shape[0];
    width_ = rows_ && array.items ? array.items / rows_ : 0;
    const std::size_t bytes = std::max<std::size_t>(1, width_ * std::max(array.type.size, sizeof(float)));
    block_ = std::clamp<std::size_t>((array.in_order() ? kAhead : kBlock) / bytes, 1, std::max<std::size_t>(1, rows_));
}

const float* Rows::row(std::size_t i) {
    if (i >= rows_) throw Error("has no row " + std::to_string(i) + " in an array", pickle_.source().name());
    if (i < first_ || i >= first_ + loaded_) load(i);
    return values_.data() + (i - first_) * width_;
}

void Rows::convert(const std::uint8_t* bytes, std::size_t count, float* out, std::size_t step) const {
    const Type& t = array_.type;
    const bool native = !t.big && std::endian::native == std::endian::little;
    if (native && t.kind == 'f' && t.size == 4 && step == 1) {
        std::memcpy(out, bytes, count * sizeof(float));
    } else if (native && t.kind == 'f' && t.size == 8) {
        for (std::size_t i = 0; i < count; ++i) {
            double x = 0;
            std::memcpy(&x, bytes + 8 * i, 8);
            out[i * step] = static_cast<float>(x);
        }
    } else {
        for (std::size_t i = 0; i < count; ++i) out[i * step] = static_cast<float>(item(t, bytes + i * t.size));
    }
}

void Rows::load(std::size_t first) {
    const std::size_t count = std::min(block_, rows_ - first), size = array_.type.size;
    loaded_ = 0;
    values_.resize(count * width_);
    if (array_.in_order()) {
        bytes_.resize(count * width_ * size);
        read_bytes(pickle_.source(), array_.data, std::uint64_t{first} * width_ * size, bytes_.size(), bytes_.data());
        convert(bytes_.data(), count * width_, values_.data(), 1);
    } else if (array_.strides[0] == 1) {  // Fortran order: one item of all rows, then the next
        bytes_.resize(count * size);
        for (std::size_t w = 0; w < width_; ++w) {
            const std::uint64_t at = place(array_, w) + first;
            read_bytes(pickle_.source(), array_.data, at * size, bytes_.size(), bytes_.data());
            convert(bytes_.data(), count, values_.data() + w, width_);
        }
    } else {
        bytes_.resize(size);
        for (std::size_t i = 0; i < count * width_; ++i) {
            const std::uint64_t at = place(array_, first * width_ + i);
            read_bytes(pickle_.source(), array_.data, at * size, size, bytes_.data());
            convert(bytes_.data(), 1, values_.data() + i, 1);
        }
    }
    first_ = first;
    loaded_ = count;
}

}  // namespace mica::pickle
