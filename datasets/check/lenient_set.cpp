#include "datasets/check/lenient_set.h"

#include <algorithm>

#include "datasets/store/set_layout.h"
#include "datasets/types/error.h"

namespace mica::check {
namespace {

template <class T>
T attribute(const std::map<std::string, H5Attribute>& all, const std::string& name, T otherwise) {
    const auto at = all.find(name);
    const T* v = at == all.end() ? nullptr : std::get_if<T>(&at->second);
    return v ? *v : otherwise;
}

}  // namespace

LenientSet::LenientSet(const std::filesystem::path& file, bool safe) : source_(file) {
    std::map<std::string, Attributes> attributes;  // of the root and of each stream
    if (safe)
        attempt([&] {
            const h5::Source inside(file);
            for (const char* of : {"/", "text", "vision", "audio"})
                if (*of == '/' || inside.has(of)) attributes[of] = inside.attributes(of);
        });
    attempt([&] { read_info(attributes["/"]); });
    read_clips();
    for (const Modality m : kModalities) {
        const std::size_t i = index(m);
        const std::string g = layout::kStreams[i];
        attempt([&] {
            if (!has(g + "/values")) return;  // a set without this stream
            info_.streams[i].rate = attribute(attributes[g], "rate", 0.0);
            const h5::Node n = checked(g + "/values");
            if (n.shape.size() != 2 || n.shape[1] == 0 || n.shape[1] > layout::kMostFeatures)
                throw Error("the field '" + g + "/values' is no table of features", {});
            info_.streams[i].features = n.shape[1];
            rows_[i] = offsets(g + "/offsets");
        });
        attempt([&] { timed_[i] = column<std::uint8_t>(g + "/has_times"); });
        attempt([&] {
            info_.streams[i].feature_names = texts(g + "/feature_names");
            if (info_.streams[i].feature_names.size() != info_.streams[i].features)
                info_.streams[i].feature_names.clear();
        });
    }
    attempt([&] {
        words_ = offsets("words/offsets");
        letters_ = offsets("words/text_offsets");
    });
    // without a table of clips the streams' offsets still say how many there are
    for (const auto& r : rows_)
        if (r.size() > clips_.size() + 1) clips_.resize(r.size() - 1);
    for (std::size_t i = 0; i < clips_.size(); ++i)
        if (clips_[i].id.empty()) clips_[i].id = "clip " + std::to_string(i);
}

template <class Work>
void LenientSet::attempt(const Work& work) {
    try {
        work();
    } catch (const Error& e) {
        damage_.push_back(e.reason());
    } catch (const std::bad_alloc&) {
        damage_.push_back("a field is too large for this machine's memory");
    }
}

bool LenientSet::has(const std::string& field) const {
    const std::size_t at = field.rfind('/');
    const std::string group = at == std::string::npos ? "/" : field.substr(0, at);
    const auto names = source_.children(group, 1'000'000);
    return std::find(names.begin(), names.end(), field.substr(at == std::string::npos ? 0 : at + 1)) != names.end();
}

// Numbers that the file really holds.
h5::Node LenientSet::checked(const std::string& field) const {
    if (!has(field)) throw Error("the field '" + field + "' is missing", {});
    const h5::Node n = source_.node(field);
    if (n.kind != h5::Kind::number || n.shape.empty() || n.values > source_.bytes() ||
        (!n.compressed && n.stored < n.values))
        throw Error("the field '" + field + "' claims more than the file holds", {});
    return n;
}

// Small numbers cross the process boundary as large ones.
template <class T>
std::vector<T> LenientSet::column(const std::string& field) const {
    const h5::Node n = checked(field);
    if (n.shape.size() != 1) throw Error("the field '" + field + "' is no plain column", {});
    if constexpr (std::is_floating_point_v<T>) return source_.read<T>(field, 0, n.shape[0]);
    const auto wide = source_.read<std::uint64_t>(field, 0, n.shape[0]);
    return {wide.begin(), wide.end()};
}

std::vector<std::uint64_t> LenientSet::offsets(const std::string& field) const {
    auto o = column<std::uint64_t>(field);
    if (o.empty() || !std::is_sorted(o.begin(), o.end())) throw Error("the offsets '" + field + "' do not fit", {});
    return o;
}

std::vector<std::string> LenientSet::texts(const std::string& field) const {
    const auto o = offsets(field + "_offsets");
    const auto bytes = column<std::uint8_t>(field);
    if (o.back() > bytes.size()) throw Error("the offsets '" + field + "_offsets' do not fit", {});
    std::vector<std::string> out(o.size() - 1);
    for (std::size_t i = 0; i + 1 < o.size(); ++i)
        out[i].assign(bytes.begin() + static_cast<std::ptrdiff_t>(o[i]),
                      bytes.begin() + static_cast<std::ptrdiff_t>(o[i + 1]));
    return out;
}

void LenientSet::read_info(const Attributes& a) {
    info_.name = attribute(a, "name", std::string());
    info_.fingerprint = attribute(a, "fingerprint", std::string());
    info_.sample = attribute(a, "sample", false);
    info_.task.kind =
        attribute(a, "task", std::string()) == "classification" ? TaskKind::classification : TaskKind::regression;
    info_.task.minimum = attribute(a, "minimum", -3.0);
    info_.task.maximum = attribute(a, "maximum", 3.0);
    attempt([&] { info_.task.classes = texts("classes"); });
    if (has("parts")) attempt([&] { info_.task.parts = texts("parts"); });
}

void LenientSet::read_clips() {
    const auto fill = [&](std::size_t size, const auto& set) {
        clips_.resize(std::max(clips_.size(), size));
        for (std::size_t i = 0; i < size; ++i) set(clips_[i], i);
    };
    attempt([&] {
        const auto v = texts("clips/id");
        fill(v.size(), [&](ClipInfo& c, std::size_t i) { c.id = v[i]; });
    });
    attempt([&] {
        const auto v = texts("clips/group");
        fill(v.size(), [&](ClipInfo& c, std::size_t i) { c.group = v[i]; });
    });
    attempt([&] {
        const auto v = texts("clips/media");
        fill(v.size(), [&](ClipInfo& c, std::size_t i) { c.media = v[i]; });
    });
    attempt([&] {
        const auto v = column<std::uint8_t>("clips/split");
        fill(v.size(), [&](ClipInfo& c, std::size_t i) { c.split = v[i] < 3 ? Split{v[i]} : Split::none; });
        const auto odd = std::count_if(v.begin(), v.end(), [](std::uint8_t s) { return s > 3; });
        if (odd > 0) throw Error(std::to_string(odd) + " clips are in a split of no known number", {});
    });
    attempt([&] {
        const auto v = column<double>("clips/duration");
        fill(v.size(), [&](ClipInfo& c, std::size_t i) { c.duration = v[i]; });
    });
    attempt([&] {
        const auto v = column<std::uint32_t>("clips/flagged_frames");
        fill(v.size(), [&](ClipInfo& c, std::size_t i) { c.flagged_frames = v[i]; });
    });
    attempt([&] {
        const auto at = offsets("clips/label_offsets");
        const auto v = column<float>("clips/label");
        if (at.back() > v.size()) throw Error("the offsets 'clips/label_offsets' do not fit", {});
        fill(at.size() - 1, [&](ClipInfo& c, std::size_t i) {
            c.label.assign(v.begin() + static_cast<std::ptrdiff_t>(at[i]),
                           v.begin() + static_cast<std::ptrdiff_t>(at[i + 1]));
        });
    });
}

std::vector<Interval> LenientSet::intervals(const std::string& field, std::uint64_t first, std::uint64_t rows) const {
    const h5::Node n = checked(field);
    if (n.shape.size() != 2 || n.shape[1] != 2 || first > n.shape[0] || rows > n.shape[0] - first)
        throw Error("the field '" + field + "' is shorter than its offsets say", {});
    const auto t = source_.read<double>(field, first, rows);
    std::vector<Interval> out(rows);
    for (std::size_t r = 0; r < rows; ++r) out[r] = {t[2 * r], t[2 * r + 1]};
    return out;
}

void LenientSet::read_stream(Modality m, std::size_t clip, Clip& out) {
    const std::size_t i = index(m);
    const std::string g = layout::kStreams[i];
    const auto& at = rows_[i];
    if (clip + 1 >= at.size() || at[clip + 1] == at[clip]) return;
    const std::uint64_t first = at[clip], rows = at[clip + 1] - first;
    const h5::Node n = checked(g + "/values");
    if (first > n.shape[0] || rows > n.shape[0] - first)
        throw Error("the rows of " + out.info.id + " are not all in '" + g + "/values'", {});
    Stream s;
    s.features = info_.streams[i].features;
    s.steps = rows;
    s.values = source_.read<float>(g + "/values", first, rows);
    out.streams[i] = std::move(s);
    out.info.steps[i] = static_cast<std::uint32_t>(std::min<std::uint64_t>(rows, UINT32_MAX));
    if (clip < timed_[i].size() && timed_[i][clip]) out.streams[i].times = intervals(g + "/times", first, rows);
}

void LenientSet::read_words(std::size_t clip, Clip& out) {
    if (clip + 1 >= words_.size() || words_[clip + 1] == words_[clip]) return;
    const std::uint64_t first = words_[clip], count = words_[clip + 1] - first;
    const auto times = intervals("words/times", first, count);
    const h5::Node letters = checked("words/text");
    if (first + count >= letters_.size() || letters_[first + count] > letters.shape[0])
        throw Error("the words of " + out.info.id + " are not all there", {});
    const auto bytes =
        source_.read<std::uint64_t>("words/text", letters_[first], letters_[first + count] - letters_[first]);
    for (std::size_t w = 0; w < count; ++w) {
        const auto at = [&](std::size_t k) {
            return bytes.begin() + static_cast<std::ptrdiff_t>(letters_[first + k] - letters_[first]);
        };
        out.words.push_back({std::string(at(w), at(w + 1)), times[w], false});
    }
}

Clip LenientSet::read(std::size_t i) {
    Clip c;
    c.info = clips_.at(i);
    for (const Modality m : kModalities) attempt([&] { read_stream(m, i, c); });
    attempt([&] { read_words(i, c); });
    return c;
}

}  // namespace mica::check
