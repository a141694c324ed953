// What a list shows is read at once and checked against the file's own sizes; a clip's streams, words and
// links are read when asked for.
#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "datasets/store/check.h"
#include "datasets/store/h5_file.h"
#include "datasets/store/set_layout.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"

namespace mica {

namespace {

using Offsets = std::vector<std::uint64_t>;

class NativeSet final : public Dataset {
public:
    explicit NativeSet(const std::filesystem::path& file) : source_(file) {
        try {
            read_info();
            read_clips();
            for (const Modality m : kModalities) read_stream_index(m);
            read_word_index();
        } catch (const std::bad_alloc&) {
            throw Error("is too large for this machine's memory", file.string());
        }
    }

    [[nodiscard]] const DatasetInfo& info() const override { return info_; }
    [[nodiscard]] const std::vector<ClipInfo>& clips() const override { return clips_; }
    [[nodiscard]] const std::filesystem::path& path() const override { return source_.path(); }
    [[nodiscard]] Clip read(std::size_t i) const override { return read(i, true); }
    [[nodiscard]] Clip read_outline(std::size_t i) const override { return read(i, false); }

private:
    [[noreturn]] void damaged(const std::string& what) const {
        throw Error("is damaged: " + what, path().string(), "Make or copy it again");
    }
    template <class T>
    T attribute(const std::string& object, const std::string& name) const {
        const std::optional<H5Attribute> value = source_.attribute(object, name);
        const T* v = value ? std::get_if<T>(&*value) : nullptr;
        if (!v) damaged("the attribute '" + name + "' is missing");
        return *v;
    }
    // A column of one value per clip.
    template <class T>
    std::vector<T> column(const std::string& field) const {
        sized(field, {clips_.size()});
        return source_.read_all<T>(field, 1);
    }
    // Refuses a data set that has another shape, or claims more than the file holds for it.
    h5::Node sized(const std::string& field, const std::vector<std::size_t>& shape) const {
        const h5::Node n = source_.node(field);
        if (n.kind != h5::Kind::number || n.shape != shape || (n.values > 0 && n.stored < n.values))
            damaged("the field '" + field + "' has another size than the index says");
        return n;
    }
    Offsets offsets(const std::string& field, std::size_t count, std::uint64_t last) const {
        sized(field, {count + 1});
        Offsets o = source_.read_all<std::uint64_t>(field, 1);
        if (o.front() != 0 || o.back() != last || !std::is_sorted(o.begin(), o.end()))
            damaged("the offsets '" + field + "' do not fit");
        return o;
    }
    std::size_t length(const std::string& field) const {
        const h5::Node n = source_.node(field);
        if (n.kind != h5::Kind::number || n.shape.empty() || n.stored < n.values || n.values > source_.bytes())
            damaged("the field '" + field + "' claims more than the file holds");
        return n.shape[0];
    }
    std::vector<std::string> texts(const std::string& field) const {
        const std::size_t count = length(field + "_offsets");
        if (count == 0) damaged("the field '" + field + "' has no offsets");
        return texts(field, count - 1);
    }
    std::vector<std::string> texts(const std::string& field, std::size_t count) const {
        const std::size_t bytes = length(field);
        const Offsets o = offsets(field + "_offsets", count, bytes);
        const auto all = source_.read_all<std::uint8_t>(field, 1);
        std::vector<std::string> out(count);
        for (std::size_t i = 0; i < count; ++i)
            out[i].assign(all.begin() + static_cast<std::ptrdiff_t>(o[i]),
                          all.begin() + static_cast<std::ptrdiff_t>(o[i + 1]));
        return out;
    }

    void read_info();
    void read_clips();
    void read_stream_index(Modality m);
    void read_word_index();
    std::vector<Interval> intervals(const std::string& field, std::size_t first, std::size_t rows) const;
    Clip read(std::size_t i, bool values) const;
    Stream read_stream(Modality m, std::size_t i, bool values) const;

    h5::Source source_;
    DatasetInfo info_;
    std::vector<ClipInfo> clips_;
    std::array<Offsets, 3> rows_;
    std::array<std::vector<std::uint8_t>, 3> timed_, checked_;
    Offsets words_, letters_, links_;
};

void NativeSet::read_info() {
    const auto format = source_.attribute("/", "format");
    const auto* f = format ? std::get_if<std::string>(&*format) : nullptr;
    if (!f || *f != layout::kFormat)
        throw Error("is an HDF5 file, but not a set of this program", path().string(), "Import it with `mica import`");
    const auto version = attribute<std::int64_t>("/", "version");
    if (version != layout::kVersion)
        throw Error("is a set of version " + std::to_string(version) + ", and this program reads version " +
                        std::to_string(layout::kVersion),
                    path().string(), "Import it again with this program");
    info_.name = attribute<std::string>("/", "name");
    info_.origin = attribute<std::string>("/", "origin");
    info_.fingerprint = attribute<std::string>("/", "fingerprint");
    info_.sample = attribute<bool>("/", "sample");
    const auto kind = attribute<std::string>("/", "task");
    if (kind != "regression" && kind != "classification") damaged("the task '" + kind + "' is not known");
    info_.task.kind = kind == "regression" ? TaskKind::regression : TaskKind::classification;
    info_.task.name = attribute<std::string>("/", "task_name");
    info_.task.minimum = attribute<double>("/", "minimum");
    info_.task.maximum = attribute<double>("/", "maximum");
    info_.task.classes = texts("classes");
    if (source_.has("parts")) info_.task.parts = texts("parts");
}

void NativeSet::read_clips() {
    const std::size_t n = length("clips/split");
    clips_.resize(n);
    const auto id = texts("clips/id", n), group = texts("clips/group", n), media = texts("clips/media", n),
               transcript = texts("clips/transcript", n), note = texts("clips/note", n);
    const auto split = column<std::uint8_t>("clips/split");
    const auto duration = column<double>("clips/duration");
    const auto flagged = column<std::uint32_t>("clips/flagged_frames");
    const std::size_t values = length("clips/label");
    const Offsets at = offsets("clips/label_offsets", n, values);
    const auto label = source_.read_all<float>("clips/label", 1);
    std::unordered_set<std::string> ids;
    for (std::size_t i = 0; i < n; ++i) {
        ClipInfo& c = clips_[i];
        if (split[i] > 3) damaged("clip '" + id[i] + "' is in no known split");
        if (!ids.insert(id[i]).second) damaged("two clips are named '" + id[i] + "'");
        c.id = id[i];
        c.group = group[i];
        c.media = media[i];
        c.transcript = transcript[i];
        c.note = note[i];
        c.split = static_cast<Split>(split[i]);
        c.duration = duration[i];
        c.flagged_frames = flagged[i];
        c.label.assign(label.begin() + static_cast<std::ptrdiff_t>(at[i]),
                       label.begin() + static_cast<std::ptrdiff_t>(at[i + 1]));
    }
}

void NativeSet::read_stream_index(Modality m) {
    const std::size_t i = index(m), n = clips_.size();
    const std::string g = layout::kStreams[i];
    StreamInfo& s = info_.streams[i];
    const auto features = attribute<std::int64_t>(g, "features");
    if (features < 0 || features > static_cast<std::int64_t>(layout::kMostFeatures))
        damaged("the number of " + g + " features is out of range");
    s.features = static_cast<std::size_t>(features);
    s.rate = attribute<double>(g, "rate");
    s.recipe = attribute<std::string>(g, "recipe");
    s.feature_names = texts(g + "/feature_names");
    if (!s.feature_names.empty() && s.feature_names.size() != s.features)
        damaged("the names of " + g + " features do not fit");
    timed_[i] = column<std::uint8_t>(g + "/has_times");
    checked_[i] = column<std::uint8_t>(g + "/has_valid");
    std::size_t total = 0;
    if (s.features > 0) {
        total = length(g + "/times");
        sized(g + "/times", {total, 2});
        sized(g + "/valid", {total});
        sized(g + "/values", {total, s.features});
    }
    rows_[i] = offsets(g + "/offsets", n, total);
    for (std::size_t c = 0; c < n; ++c) {
        const std::uint64_t steps = rows_[i][c + 1] - rows_[i][c];
        if (steps > UINT32_MAX) damaged("clip '" + clips_[c].id + "' is too long");
        clips_[c].steps[i] = static_cast<std::uint32_t>(steps);
        s.longest = std::max(s.longest, clips_[c].steps[i]);
    }
}

void NativeSet::read_word_index() {
    const std::size_t words = length("words/masked"), links = length("links/spans");
    sized("words/times", {words, 2});
    sized("links/spans", {links, 3, 2});
    words_ = offsets("words/offsets", clips_.size(), words);
    links_ = offsets("links/offsets", clips_.size(), links);
    letters_ = offsets("words/text_offsets", words, length("words/text"));
}

std::vector<Interval> NativeSet::intervals(const std::string& field, std::size_t first, std::size_t rows) const {
    std::vector<double> t(2 * rows);
    source_.read(field, first, rows, t.data());
    std::vector<Interval> out(rows);
    for (std::size_t r = 0; r < rows; ++r) out[r] = {t[2 * r], t[2 * r + 1]};
    return out;
}

Stream NativeSet::read_stream(Modality m, std::size_t clip, bool values) const {
    const std::size_t i = index(m);
    const std::string g = layout::kStreams[i];
    Stream s;
    s.features = info_.streams[i].features;
    s.steps = clips_[clip].steps[i];
    if (s.steps == 0) return s;
    const std::size_t first = rows_[i][clip];
    if (values) {
        s.values.resize(s.steps * s.features);
        source_.read(g + "/values", first, s.steps, s.values.data());
    }
    if (timed_[i][clip]) s.times = intervals(g + "/times", first, s.steps);
    if (checked_[i][clip]) {
        s.valid.resize(s.steps);
        source_.read(g + "/valid", first, s.steps, s.valid.data());
    }
    return s;
}

Clip NativeSet::read(std::size_t i, bool values) const {
    if (i >= clips_.size()) throw Error("has no clip number " + std::to_string(i), path().string());
    Clip c;
    c.info = clips_[i];
    for (const Modality m : kModalities) c.streams[index(m)] = read_stream(m, i, values);

    const std::size_t first = words_[i], count = words_[i + 1] - first;
    if (count > 0) {
        const auto times = intervals("words/times", first, count);
        std::vector<std::uint8_t> masked(count), letters(letters_[first + count] - letters_[first]);
        source_.read("words/masked", first, count, masked.data());
        source_.read("words/text", letters_[first], letters.size(), letters.data());
        for (std::size_t w = 0; w < count; ++w) {
            const auto at = [&](std::size_t k) {
                return letters.begin() + static_cast<std::ptrdiff_t>(letters_[k] - letters_[first]);
            };
            c.words.push_back({std::string(at(first + w), at(first + w + 1)), times[w], masked[w] != 0});
        }
    }
    const std::size_t from = links_[i], links = links_[i + 1] - from;
    std::vector<double> spans(6 * links);
    source_.read("links/spans", from, links, spans.data());
    for (std::size_t l = 0; l < links; ++l) {
        const double* p = spans.data() + 6 * l;
        c.links.push_back({{Interval{p[0], p[1]}, Interval{p[2], p[3]}, Interval{p[4], p[5]}}});
    }
    check_clip(c, info_, path().string(), values);
    return c;
}

}  // namespace

std::shared_ptr<Dataset> open_set(const std::filesystem::path& file) { return std::make_shared<NativeSet>(file); }

}  // namespace mica
