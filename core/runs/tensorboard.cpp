#include "core/runs/tensorboard.h"

#include <unistd.h>

#include <array>
#include <chrono>
#include <cmath>
#include <cstring>
#include <optional>

#include "datasets/types/error.h"

namespace mica {
namespace {

constexpr std::uint32_t kPolynomial = 0x82f63b78;  // of CRC-32C, reflected

constexpr std::array<std::uint32_t, 256> table() {
    std::array<std::uint32_t, 256> t{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t c = i;
        for (int bit = 0; bit < 8; ++bit) c = (c & 1) ? (c >> 1) ^ kPolynomial : c >> 1;
        t[i] = c;
    }
    return t;
}
constexpr auto kTable = table();

double now() { return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count(); }

// ---- protocol buffers: a key (field number and wire type), then a varint, 8, 4 or a length and so many bytes
enum Wire : std::uint64_t { varint = 0, eight = 1, length = 2, four = 5 };

void put_varint(std::string& to, std::uint64_t v) {
    for (; v >= 0x80; v >>= 7) to += static_cast<char>(v | 0x80);
    to += static_cast<char>(v);
}
void put_key(std::string& to, std::uint64_t field, Wire wire) { put_varint(to, field << 3 | wire); }
template <class T>
void put_raw(std::string& to, T value) {  // this program's machines are little-endian, as the format is
    to.append(reinterpret_cast<const char*>(&value), sizeof value);
}
void put_bytes(std::string& to, std::uint64_t field, const std::string& bytes) {
    put_key(to, field, length);
    put_varint(to, bytes.size());
    to += bytes;
}
std::string event_at(std::int64_t step) {
    std::string event;
    put_key(event, 1, eight);
    put_raw(event, now());
    put_key(event, 2, varint);
    put_varint(event, static_cast<std::uint64_t>(step));
    return event;
}

/// Walks over the fields of a message; `ok` is false where it ends within one.
class Fields {
public:
    Fields(const char* data, std::size_t size) : at_(data), end_(data + size) {}
    std::uint64_t field = 0, wire = 0, number = 0;
    std::string_view bytes;  // of wire types eight, length, four
    bool ok = true;
    bool next() {
        if (at_ == end_) return false;
        const auto key = read_varint();
        if (!key) return false;
        field = *key >> 3, wire = *key & 7;
        std::size_t size = wire == eight ? 8 : wire == four ? 4 : 0;
        if (wire == varint || wire == length) {
            const auto v = read_varint();
            if (!v) return false;
            number = *v;
            if (wire == length) size = number > static_cast<std::uint64_t>(end_ - at_) ? SIZE_MAX : number;
        } else if (size == 0) {
            return ok = false;
        }
        if (size > static_cast<std::size_t>(end_ - at_)) return ok = false;
        bytes = {at_, size};
        at_ += size;
        return true;
    }
    template <class T>
    [[nodiscard]] T raw() const {
        T value{};
        if (bytes.size() == sizeof value) std::memcpy(&value, bytes.data(), sizeof value);
        return value;
    }

private:
    std::optional<std::uint64_t> read_varint() {
        std::uint64_t v = 0;
        for (unsigned shift = 0; at_ != end_ && shift < 64; shift += 7) {
            const auto byte = static_cast<unsigned char>(*at_++);
            v |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
            if (byte < 0x80) return v;
        }
        ok = false;
        return std::nullopt;
    }
    const char *at_, *end_;
};

bool read_value(std::string_view message, Scalars& to) {
    Fields f(message.data(), message.size());
    std::string tag;
    double value = 0;
    while (f.next()) {
        if (f.field == 1) tag = f.bytes;
        if (f.field == 2) value = static_cast<double>(f.raw<float>());
    }
    to.emplace_back(std::move(tag), value);
    return f.ok;
}

bool read_event(std::string_view message, TensorBoardEvent& e) {
    Fields f(message.data(), message.size());
    while (f.next()) {
        if (f.field == 1) e.wall_time = f.raw<double>();
        if (f.field == 2) e.step = static_cast<std::int64_t>(f.number);
        if (f.field == 3) e.file_version = f.bytes;
        if (f.field == 5) {
            Fields values(f.bytes.data(), f.bytes.size());
            while (values.next())
                if (values.field == 1 && !read_value(values.bytes, e.scalars)) return false;
            if (!values.ok) return false;
        }
        if (f.field == 7) {
            Fields log(f.bytes.data(), f.bytes.size());
            while (log.next()) e.start = e.start || (log.field == 1 && log.number == 1);
        }
    }
    return f.ok;
}

}  // namespace

std::uint32_t masked_crc32c(const void* data, std::size_t size) {
    const auto* byte = static_cast<const unsigned char*>(data);
    std::uint32_t c = 0xffffffff;
    for (std::size_t i = 0; i < size; ++i) c = kTable[(c ^ byte[i]) & 0xff] ^ (c >> 8);
    c ^= 0xffffffff;
    return (c >> 15 | c << 17) + 0xa282ead8;
}

Scalars scalars_of(const StepReport& r) {
    Scalars all{{"loss/total", r.loss.total},
                {"loss/task", r.loss.task},
                {"loss/marginal", r.loss.marginal},
                {"loss/element", r.loss.element},
                {"weighted/marginal", r.alpha * r.loss.marginal},
                {"weighted/element", r.beta * r.loss.element},
                {"settings/alpha", r.alpha},
                {"settings/beta", r.beta},
                {"settings/tau", r.tau},
                {"settings/learning_rate", r.learning_rate},
                {"step/gradient_norm", r.gradient_norm},
                {"step/seconds", r.seconds}};
    for (const auto& [part, norm] : r.gradient_parts) all.emplace_back("gradient/" + part, norm);
    return all;
}

Scalars scalars_of(const EpochReport& r) {
    Scalars all{
        {"train/total", r.train.total},       {"train/task", r.train.task},       {"train/marginal", r.train.marginal},
        {"train/element", r.train.element},   {"valid/total", r.valid.total},     {"valid/task", r.valid.task},
        {"valid/marginal", r.valid.marginal}, {"valid/element", r.valid.element}, {"valid/score", r.score}};
    for (const Metric& m : r.valid_metrics) all.emplace_back("metrics/" + m.name, m.value);
    for (const Metric& m : r.train_metrics) all.emplace_back("metrics_train/" + m.name, m.value);
    for (const LayerHealth& h : r.health) {
        const std::string block = h.pair.name() + "/layer-" + std::to_string(h.layer + 1);
        all.emplace_back("health/query_norm/" + block, h.query_norm);
        all.emplace_back("health/key_norm/" + block, h.key_norm);
        all.emplace_back("health/entropy/" + block, h.entropy);
        all.emplace_back("health/selected/" + block, h.selected);
        all.emplace_back("health/gamma/" + block, h.gamma);
    }
    for (const ADistance& a : r.a_distance)
        all.emplace_back("a_distance/" + a.pair.name() + "/layer-" + std::to_string(a.layer + 1) +
                             (a.head < 0 ? "" : "/head-" + std::to_string(a.head + 1)),
                         a.value);
    return all;
}

TensorBoardWriter::TensorBoardWriter(const std::filesystem::path& folder, std::int64_t step) : flushed_(now()) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) throw Error("could not be made: " + error.message(), folder.string());
    std::array<char, 256> host{};
    if (gethostname(host.data(), host.size() - 1) != 0) host[0] = '?';
    const auto second = static_cast<long long>(flushed_);
    for (int n = 0; n == 0 || std::filesystem::exists(file_); ++n) {  // readers take files in the order of their names
        std::array<char, 64> number{};
        std::snprintf(number.data(), number.size(), "%010lld.%06d.", second, n);
        file_ = folder / ("events.out.tfevents." + std::string(number.data()) + host.data());
    }
    out_.open(file_, std::ios::binary);
    std::string first = event_at(0), session = event_at(step + 1), log;
    put_bytes(first, 3, "brain.Event:2");
    write(first);
    if (step > 0) {
        put_key(log, 1, varint);
        put_varint(log, 1);  // START
        put_bytes(session, 7, log);
        write(session);
    }
    flush();
}

void TensorBoardWriter::write(const std::string& event) {
    const std::uint64_t size = event.size();
    std::string record;
    put_raw(record, size);
    put_raw(record, masked_crc32c(&size, sizeof size));
    record += event;
    put_raw(record, masked_crc32c(event.data(), event.size()));
    out_.write(record.data(), static_cast<std::streamsize>(record.size()));
}

void TensorBoardWriter::add(std::int64_t step, const Scalars& scalars) {
    std::string summary;
    for (const auto& [tag, value] : scalars) {
        if (!std::isfinite(value)) continue;
        std::string v;
        put_bytes(v, 1, tag);
        put_key(v, 2, four);
        put_raw(v, static_cast<float>(value));
        put_bytes(summary, 1, v);
    }
    std::string event = event_at(step);
    put_bytes(event, 5, summary);
    write(event);
    if (now() - flushed_ > 2) flush();
}

void TensorBoardWriter::flush() {
    out_.flush();
    flushed_ = now();
    if (!out_) throw Error("could not be written", file_.string(), "Free some space, or train without tensorboard");
}

std::vector<TensorBoardEvent> read_tensorboard(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw Error("could not be opened", file.string());
    std::error_code ignored;
    const std::uint64_t whole = std::filesystem::file_size(file, ignored);
    std::vector<TensorBoardEvent> all;
    std::string event;
    for (std::uint64_t at = 0; at + 16 <= whole;) {
        std::uint64_t size = 0;
        std::uint32_t size_crc = 0, crc = 0;
        const auto take = [&in](auto& value) { in.read(reinterpret_cast<char*>(&value), sizeof value); };
        take(size), take(size_crc);
        if (masked_crc32c(&size, sizeof size) != size_crc)
            throw Error("is damaged at byte " + std::to_string(at), file.string());
        if (size > whole - at - 16) break;  // half written
        event.resize(size);
        in.read(event.data(), static_cast<std::streamsize>(size));
        take(crc);
        if (!in || masked_crc32c(event.data(), size) != crc || !read_event(event, all.emplace_back()))
            throw Error("is damaged at byte " + std::to_string(at), file.string());
        at += 16 + size;
    }
    return all;
}

}  // namespace mica
