#include "datasets/export/numpy.h"

#include <bit>
#include <chrono>
#include <cmath>
#include <limits>

#include "datasets/export/zip_store.h"
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

using Shape = std::vector<std::uint64_t>;

// The header of an .npy file, version 1.0: a Python dictionary, filled up to a multiple of 64 bytes.
std::string npy_header(const std::string& type, const Shape& shape) {
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

class Npz {
public:
    explicit Npz(const std::filesystem::path& file) : zip_(file) {}

    // An array that is filled row by row through append().
    template <class T>
    std::size_t open(const std::string& name, const Shape& shape) {
        return open(name, kType<T>, sizeof(T), shape);
    }
    template <class T>
    void append(std::size_t array, const T* values, std::size_t count) {
        zip_.write(array, values, count * sizeof(T));
    }
    template <class T>
    void array(const std::string& name, const std::vector<T>& values, const Shape& shape) {
        append(open<T>(name, shape), values.data(), values.size());
    }
    template <class T>
    void array(const std::string& name, const std::vector<T>& values) {
        array(name, values, {values.size()});
    }
    // Texts of one width, as numpy's 'U'.
    void texts(const std::string& name, const std::vector<std::string>& values) {
        std::vector<std::u32string> wide;
        std::size_t width = 1;
        for (const auto& v : values) {
            wide.push_back(characters(v));
            width = std::max(width, wide.back().size());
        }
        const auto at = open(name, "<U" + std::to_string(width), 4 * width, {values.size()});
        for (auto& v : wide) {
            v.resize(width, U'\0');
            append(at, v.data(), width);
        }
    }
    // Long texts: one after the other in UTF-8, and where each begins.
    void long_texts(const std::string& name, const std::vector<std::string>& values) {
        std::vector<std::int64_t> offsets{0};
        for (const auto& v : values) offsets.push_back(offsets.back() + static_cast<std::int64_t>(v.size()));
        const auto at = open<std::uint8_t>(name, {static_cast<std::uint64_t>(offsets.back())});
        for (const auto& v : values) append(at, v.data(), v.size());
        array(name + "_offsets", offsets);
    }
    void finish() { zip_.finish(); }

private:
    std::size_t open(const std::string& name, const std::string& type, std::uint64_t size, const Shape& shape) {
        for (const auto s : shape)
            if (__builtin_mul_overflow(size, s, &size)) throw Error("is too large to be written", name);
        const std::string header = npy_header(type, shape);
        const std::size_t at = zip_.add(name + ".npy", header.size() + size);
        zip_.write(at, header.data(), header.size());
        return at;
    }
    ZipStore zip_;
};

// The arrays of one stream, open for all clips at once.
struct StreamArrays {
    std::size_t values = 0, times = 0, valid = 0;

    StreamArrays(Npz& out, Modality m, const Dataset& set) {
        const std::string name(mica::name(m));
        const StreamInfo& info = set.info().streams[index(m)];
        std::vector<std::int64_t> offsets{0};
        for (const ClipInfo& c : set.clips()) offsets.push_back(offsets.back() + c.steps[index(m)]);
        const auto rows = static_cast<std::uint64_t>(offsets.back());
        values = out.open<float>(name, {rows, info.features});
        times = out.open<double>(name + "_times", {rows, 2});
        valid = out.open<std::uint8_t>(name + "_valid", {rows});
        out.array(name + "_offsets", offsets);
        out.texts(name + "_features", info.feature_names);
        out.array(name + "_rate", std::vector<double>{info.rate}, {});
    }

    void append(Npz& out, const Stream& s) const {
        out.append(values, s.values.data(), s.values.size());
        std::vector<double> t(2 * s.steps, std::numeric_limits<double>::quiet_NaN());
        for (std::size_t i = 0; i < s.times.size(); ++i) {
            t[2 * i] = s.times[i].begin;
            t[2 * i + 1] = s.times[i].end;
        }
        out.append(times, t.data(), t.size());
        std::vector<std::uint8_t> v = s.valid;
        v.resize(s.steps, 1);
        out.append(valid, v.data(), v.size());
    }
};

void write_clips(Npz& out, const Dataset& set) {
    std::vector<std::string> ids, groups, splits, media, transcripts, notes;
    std::vector<double> durations;
    std::vector<std::uint32_t> flagged;
    std::vector<float> labels;
    std::vector<std::int64_t> label_offsets{0};
    for (const ClipInfo& c : set.clips()) {
        ids.push_back(c.id);
        groups.push_back(c.group);
        splits.emplace_back(name(c.split));
        media.push_back(c.media);
        transcripts.push_back(c.transcript);
        notes.push_back(c.note);
        durations.push_back(c.duration);
        flagged.push_back(c.flagged_frames);
        labels.insert(labels.end(), c.label.begin(), c.label.end());
        label_offsets.push_back(static_cast<std::int64_t>(labels.size()));
    }
    out.texts("ids", ids);
    out.texts("groups", groups);
    out.texts("splits", splits);
    out.texts("media", media);
    out.long_texts("transcripts", transcripts);
    out.long_texts("notes", notes);
    out.array("durations", durations);
    out.array("flagged_frames", flagged);
    out.array("labels", labels);
    out.array("label_offsets", label_offsets);
    const DatasetInfo& info = set.info();
    out.texts("classes", info.task.classes);
    out.texts("parts", info.task.parts);
    out.texts("set", {info.name, info.task.name,
                      info.task.kind == TaskKind::regression ? "regression" : "classification", info.fingerprint});
    out.long_texts("origin", {info.origin});
    out.array("label_range", std::vector<double>{info.task.minimum, info.task.maximum});
}

}  // namespace

ExportSummary export_numpy(const Dataset& set, const std::filesystem::path& to, const Progress& progress,
                           const std::stop_token& stop) {
    const auto start = std::chrono::steady_clock::now();
    std::error_code ec;
    if (std::filesystem::equivalent(to, set.path(), ec))
        throw Error("is the set itself", to.string(), "Choose another file to export to");
    const std::filesystem::path file =
        std::filesystem::is_directory(to, ec) ? to / (set.path().stem().string() + ".npz") : to;
    Npz out(file);
    write_clips(out, set);
    std::vector<StreamArrays> streams;
    for (const Modality m : kModalities) streams.emplace_back(out, m, set);

    std::vector<std::string> words;
    std::vector<double> word_times, links;
    std::vector<std::uint8_t> masked;
    std::vector<std::int64_t> word_offsets{0}, link_offsets{0};
    std::size_t untimed = 0;
    const auto total = static_cast<std::int64_t>(set.size());
    for (std::size_t i = 0; i < set.size(); ++i) {
        if (stop.stop_requested()) throw Cancelled();
        if (i % 64 == 0) progress(static_cast<std::int64_t>(i), total, "clips");
        const Clip c = set.read(i);
        bool known = true;
        for (const Modality m : kModalities) {
            const Stream& s = c.streams[index(m)];
            streams[index(m)].append(out, s);
            known = known && (s.steps == 0 || s.has_times());
        }
        untimed += known ? 0 : 1;
        for (const Word& w : c.words) {
            words.push_back(w.text);
            word_times.insert(word_times.end(), {w.time.begin, w.time.end});
            masked.push_back(w.masked ? 1 : 0);
        }
        word_offsets.push_back(static_cast<std::int64_t>(words.size()));
        for (const Link& l : c.links)
            for (const Interval& t : l.span) links.insert(links.end(), {t.begin, t.end});
        link_offsets.push_back(static_cast<std::int64_t>(links.size() / 6));
    }
    out.texts("words", words);
    out.array("word_times", word_times, {words.size(), 2});
    out.array("word_masked", masked);
    out.array("word_offsets", word_offsets);
    out.array("links", links, {links.size() / 6, 3, 2});
    out.array("link_offsets", link_offsets);
    out.finish();
    progress(total, total, "clips");

    ExportSummary summary;
    summary.files = {file};
    summary.clips = set.size();
    if (untimed)
        summary.notes.push_back("Times of " + std::to_string(untimed) +
                                " clips are not known in every stream and are NaN there.");
    summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return summary;
}

}  // namespace mica
