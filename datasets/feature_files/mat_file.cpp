#include "datasets/feature_files/mat_file.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>

#include "datasets/feature_files/mat_bytes.h"
#include "datasets/store/h5_foreign.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

static_assert(std::endian::native == std::endian::little);

// Types of elements and classes of variables, as the format's description numbers them.
enum Type : std::uint32_t {
    int8 = 1,
    uint8,
    int16,
    uint16,
    int32,
    uint32,
    single,
    real = 9,
    int64 = 12,
    uint64,
    matrix,
    compressed,
    utf8,
    utf16
};
enum Class : std::uint32_t { cell = 1, text = 4, first_number = 6, last_number = 15 };

constexpr std::size_t kHeader = 128, kMostVariables = 10'000, kMostNames = 10'000, kMostText = 1000;

struct Place {
    std::uint64_t from = 0, size = 0;
    bool packed = false;
};

// What stands before a variable's values.
struct Head {
    std::uint32_t kind = 0;
    bool complex = false;
    std::vector<std::uint64_t> shape;
    std::string name;
};

Head read_head(MatBytes& in) {
    Head h;
    const std::string flags = in.body(in.tag(), 8);
    if (flags.size() != 8) in.fail("a variable's flags are damaged");
    // The class is the lowest byte of a number in the file's order.
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(flags[in.swapped() ? 3 - i : i]); };
    h.kind = byte(0);
    h.complex = byte(1) & 0x08;
    const std::string shape = in.body(in.tag(), 32 * 4);
    for (std::size_t i = 0; i + 4 <= shape.size(); i += 4) {
        std::uint32_t n;
        std::memcpy(&n, shape.data() + i, 4);
        if (in.swapped()) n = __builtin_bswap32(n);
        if (n > 0x7fffffff) in.fail("a variable's size is negative; it is damaged");
        h.shape.push_back(n);
    }
    if (h.shape.size() < 2) in.fail("a variable has no size; it is damaged");
    h.name = in.body(in.tag(), 256);
    return h;
}

template <class T>
float as_float(const char* at, bool swapped) {
    char bytes[sizeof(T)];
    std::memcpy(bytes, at, sizeof(T));
    if (swapped) std::reverse(bytes, bytes + sizeof(T));
    T value;
    std::memcpy(&value, bytes, sizeof(T));
    return static_cast<float>(value);
}

// A double beyond float's range would become infinite and count as such; static_cast makes that undefined.
template <>
float as_float<double>(const char* at, bool swapped) {
    char bytes[8];
    std::memcpy(bytes, at, 8);
    if (swapped) std::reverse(bytes, bytes + 8);
    const auto value = std::bit_cast<double>(bytes);
    if (value > 3.4028234663852886e38) return std::numeric_limits<float>::infinity();
    if (value < -3.4028234663852886e38) return -std::numeric_limits<float>::infinity();
    return static_cast<float>(value);
}

struct Reading {
    std::size_t size;
    float (*value)(const char*, bool);
};

std::optional<Reading> reading(std::uint32_t type) {
    switch (type) {
        case int8:
            return Reading{1, as_float<std::int8_t>};
        case uint8:
            return Reading{1, as_float<std::uint8_t>};
        case int16:
            return Reading{2, as_float<std::int16_t>};
        case uint16:
            return Reading{2, as_float<std::uint16_t>};
        case int32:
            return Reading{4, as_float<std::int32_t>};
        case uint32:
            return Reading{4, as_float<std::uint32_t>};
        case single:
            return Reading{4, as_float<float>};
        case real:
            return Reading{8, as_float<double>};
        case int64:
            return Reading{8, as_float<std::int64_t>};
        case uint64:
            return Reading{8, as_float<std::uint64_t>};
        default:
            return std::nullopt;
    }
}

// A name's characters: plain ASCII, what else there is becomes '?'.
std::string characters(const std::string& bytes, std::uint32_t type, bool swapped) {
    const std::size_t wide = type == uint16 || type == utf16 ? 2 : 1;
    std::string out;
    for (std::size_t i = 0; i + wide <= bytes.size(); i += wide) {
        const char low = bytes[i + (wide == 2 && swapped ? 1 : 0)];
        const char high = wide == 2 ? bytes[i + (swapped ? 0 : 1)] : '\0';
        out.push_back(high == 0 && (low == 0 || (low >= 32 && low < 127)) ? low : '?');
    }
    return out;
}

bool is_text(std::uint32_t type) {
    return type == int8 || type == uint8 || type == utf8 || type == uint16 || type == utf16;
}

std::string trimmed(const std::string& s) {
    const std::size_t from = s.find_first_not_of(std::string_view(" \t\0", 3));
    if (from == std::string::npos) return {};
    return s.substr(from, s.find_last_not_of(std::string_view(" \t\0", 3)) - from + 1);
}

}  // namespace

struct MatFile::State {
    std::filesystem::path path;
    std::uint64_t bytes = 0;
    bool swapped = false;
    std::map<std::string, Place> variables;
    std::unique_ptr<h5::Foreign> hdf5;  // version 7.3

    [[noreturn]] void fail(const std::string& reason) const {
        throw Error(reason, path.string(), "Save the file again");
    }

    // What a matrix of that size takes, with the times of its rows, must fit the file: ten times its size and some.
    [[nodiscard]] std::size_t checked(std::uint64_t rows, std::uint64_t columns, const std::string& name) const {
        if (rows == 0 || columns == 0) fail("its variable \"" + name + "\" is empty");
        const std::uint64_t most = 10 * bytes + (std::uint64_t{48} << 20);
        if (columns > most / 4 || rows > most / (4 * columns + 16))
            fail("its variable \"" + name + "\" claims " + std::to_string(rows) + " x " + std::to_string(columns) +
                 " values, more than the file can hold");
        return static_cast<std::size_t>(rows * columns);
    }

    // Opens the variable and reads what stands before its values.
    [[nodiscard]] Head open(const Place& place, std::optional<MatBytes>& in) const {
        in.emplace(path, place.from, place.size, place.packed, swapped);
        if (place.packed && in->tag().type != Type::matrix) in->fail("a compressed variable is damaged");
        return read_head(*in);
    }

    void find_variables() {
        MatBytes header(path, 0, bytes, false, false);
        std::string start(kHeader, '\0');
        header.read(start.data(), kHeader);
        const std::string mark = start.substr(126, 2);
        if (mark != "IM" && mark != "MI") fail("is no MAT-file of version 5 or 7.3");
        swapped = mark == "MI";
        std::uint64_t at = kHeader;
        for (std::size_t n = 0; at + 8 <= bytes; ++n) {
            if (n >= kMostVariables) fail("holds more than 10,000 variables");
            MatBytes one(path, at, bytes - at, false, swapped);
            const MatBytes::Tag tag = one.tag();
            const bool packed = tag.type == Type::compressed;
            if (tag.small || (!packed && tag.type != Type::matrix))
                fail("holds something that is no variable; it is damaged");
            if (tag.size > bytes - at - 8) fail("ends in the middle of a variable; it may be truncated");
            const Place place{at + 8, tag.size, packed};
            if (tag.size > 0) {
                std::optional<MatBytes> in;
                variables.emplace(open(place, in).name, place);
            }
            at += 8 + std::uint64_t{tag.size};
        }
        if (variables.empty()) fail("holds no variables");
    }
};

MatFile::MatFile(const std::filesystem::path& path) : state_(std::make_unique<State>()) {
    State& s = *state_;
    s.path = path;
    std::error_code ec;
    if (!std::filesystem::is_regular_file(path, ec)) throw Error("there is no such file", path.string());
    s.bytes = std::filesystem::file_size(path, ec);
    if (ec || s.bytes < kHeader) s.fail("is no MAT-file: it is too short");
    std::string start(10, '\0');
    MatBytes(path, 0, s.bytes, false, false).read(start.data(), start.size());
    if (start == "MATLAB 7.3")
        s.hdf5 = std::make_unique<h5::Foreign>(path);
    else
        s.find_variables();
}

MatFile::~MatFile() = default;

MatMatrix MatFile::matrix(const std::string& name) const {
    const State& s = *state_;
    const auto missing = [&] { s.fail("has no variable \"" + name + "\""); };
    MatMatrix m;
    if (s.hdf5) {  // stored as its transpose
        const auto names = s.hdf5->children("/", kMostVariables);
        if (std::find(names.begin(), names.end(), name) == names.end()) missing();
        const h5::Node node = s.hdf5->node(name);
        if (node.kind != h5::Kind::number || node.shape.size() != 2)
            s.fail("its variable \"" + name + "\" is no matrix of numbers");
        m.columns = node.shape[0];
        m.rows = node.shape[1];
        m.values.resize(s.checked(m.rows, m.columns, name));
        for (std::size_t c = 0; c < m.columns; ++c) {
            const auto column = s.hdf5->read<float>(name, c, 1);
            for (std::size_t r = 0; r < m.rows; ++r) m.values[r * m.columns + c] = column.at(r);
        }
        return m;
    }
    const auto it = s.variables.find(name);
    if (it == s.variables.end()) missing();
    std::optional<MatBytes> in;
    const Head head = s.open(it->second, in);
    if (head.kind < first_number || head.kind > last_number || head.complex || head.shape.size() != 2)
        s.fail("its variable \"" + name + "\" is no matrix of real numbers");
    const std::size_t count = s.checked(head.shape[0], head.shape[1], name);
    const MatBytes::Tag tag = in->tag();
    const auto how = reading(tag.type);
    // The tag's size has 32 bits: larger variables exist in version 7.3 only.
    if (!how || (tag.small && tag.size > 4) || std::uint64_t{tag.size} != std::uint64_t{how->size} * count)
        s.fail("the values of its variable \"" + name + "\" do not fit its size; it is damaged");
    if (!it->second.packed && tag.size > it->second.size)
        s.fail("ends in the middle of a variable; it may be truncated");
    m.rows = static_cast<std::size_t>(head.shape[0]);
    m.columns = static_cast<std::size_t>(head.shape[1]);
    m.values.resize(count);
    std::vector<char> some(how->size * 8192);
    for (std::size_t done = 0; done < count;) {  // a column after another
        const std::size_t now = std::min<std::size_t>(8192, count - done);
        in->read(some.data(), now * how->size);
        for (std::size_t i = 0; i < now; ++i, ++done)
            m.values[done % m.rows * m.columns + done / m.rows] = how->value(some.data() + i * how->size, s.swapped);
    }
    return m;
}

std::vector<std::string> MatFile::texts(const std::string& name) const {
    const State& s = *state_;
    std::vector<std::string> out;
    const auto it = s.variables.find(name);
    if (it == s.variables.end()) return out;
    std::optional<MatBytes> in;
    const Head head = s.open(it->second, in);
    const auto bad = [&] { s.fail("its variable \"" + name + "\" is no list of texts"); };
    if (head.kind == Class::text) {  // the characters of a column after another, a text a row
        const std::uint64_t rows = head.shape[0], width = head.shape[1];
        const MatBytes::Tag tag = in->tag();
        if (head.shape.size() != 2 || rows > kMostNames || width > kMostText || !is_text(tag.type)) bad();
        const std::string bytes = in->body(tag, static_cast<std::size_t>(rows * width * 2));
        const std::size_t wide = tag.type == uint16 || tag.type == utf16 ? 2 : 1;
        if (bytes.size() != rows * width * wide) bad();
        for (std::size_t r = 0; r < rows; ++r) {
            std::string row;
            for (std::size_t c = 0; c < width; ++c) row += bytes.substr((c * rows + r) * wide, wide);
            out.push_back(trimmed(characters(row, tag.type, s.swapped)));
        }
        return out;
    }
    if (head.kind != cell) bad();
    std::uint64_t count = 1;
    for (const auto n : head.shape) {
        count *= n;
        if (count > kMostNames) s.fail("its variable \"" + name + "\" holds more than 10,000 texts");
    }
    for (std::uint64_t i = 0; i < count; ++i) {
        const MatBytes::Tag element = in->tag();
        if (element.small || element.type != Type::matrix) bad();
        if (element.size == 0) {
            out.emplace_back();
            continue;
        }
        const Head one = read_head(*in);
        if (one.kind != Class::text) bad();
        const MatBytes::Tag tag = in->tag();
        if (!is_text(tag.type)) bad();
        out.push_back(trimmed(characters(in->body(tag, kMostText), tag.type, s.swapped)));
    }
    return out;
}

}  // namespace mica
