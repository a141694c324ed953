#include "datasets/export/columns.h"

#include <algorithm>

#include "datasets/types/error.h"

namespace mica {

namespace {

using Bytes = std::vector<std::uint8_t>;
using Offsets = std::vector<std::uint64_t>;

// Strings as bytes end to end with offsets.
struct Texts {
    Bytes bytes;
    Offsets offsets{0};

    void add(const std::string& s) {
        bytes.insert(bytes.end(), s.begin(), s.end());
        offsets.push_back(bytes.size());
    }
    [[nodiscard]] std::size_t size() const { return offsets.size() - 1; }
    [[nodiscard]] std::string at(std::size_t i) const {
        return {bytes.begin() + static_cast<std::ptrdiff_t>(offsets[i]),
                bytes.begin() + static_cast<std::ptrdiff_t>(offsets[i + 1])};
    }
};

void push(std::vector<double>& to, const Interval& t) {
    to.push_back(t.begin);
    to.push_back(t.end);
}
Interval interval(const std::vector<double>& from, std::size_t i) { return {from[2 * i], from[2 * i + 1]}; }

// What one stream has beside its values. Times and validity are there only for clips that know them.
struct StreamColumns {
    std::vector<std::uint32_t> steps;
    Bytes has_times, has_valid, valid;
    std::vector<double> times;
    Offsets times_at{0}, valid_at{0};  // by clip; not kept in the file
};

}  // namespace

// Both ways share one description of what there is: `each` calls a function with every column.
struct ColumnClips::State {
    DatasetInfo info;
    Texts about, classes, parts;  // about: name, origin, fingerprint, kind of task, its name, three recipes
    std::vector<double> range, rates;
    std::vector<std::uint64_t> features;
    Bytes sample;
    std::array<Texts, 3> feature_names;

    Texts id, group, media, transcript, note, word;
    Bytes split, masked;
    std::vector<double> duration, word_times, spans;
    std::vector<std::uint32_t> flagged;
    std::vector<float> label;
    Offsets label_at{0}, words_at{0}, links_at{0};
    std::array<StreamColumns, 3> streams;

    template <class F>
    void each(F&& f) {
        f("set", about);
        f("set_classes", classes);
        f("set_parts", parts);
        f("set_range", range, 0);
        f("set_rates", rates, 0);
        f("set_features", features, 0);
        f("set_sample", sample, 0);
        f("clip_id", id);
        f("clip_group", group);
        f("clip_media", media);
        f("clip_transcript", transcript);
        f("clip_note", note);
        f("clip_split", split, 0);
        f("clip_duration", duration, 0);
        f("clip_flagged_frames", flagged, 0);
        f("clip_label", label, 0);
        f("clip_label_offsets", label_at, 0);
        f("word", word);
        f("word_times", word_times, 2);
        f("word_masked", masked, 0);
        f("word_of_clip_offsets", words_at, 0);
        f("link_spans", spans, 6);
        f("link_of_clip_offsets", links_at, 0);
        for (const Modality m : kModalities) {
            const std::string s(mica::name(m));
            StreamColumns& c = streams[index(m)];
            f(s + "_feature_names", feature_names[index(m)]);
            f(s + "_steps", c.steps, 0);
            f(s + "_has_times", c.has_times, 0);
            f(s + "_has_valid", c.has_valid, 0);
            f(s + "_times", c.times, 2);
            f(s + "_valid", c.valid, 0);
        }
    }

    void describe(const DatasetInfo& d);
    void add(const Clip& clip);
    void check(const std::string& where);
};

namespace {

constexpr std::size_t kAbout = 8;

// Takes a state's columns out into a map.
struct Giver {
    Columns& out;
    void operator()(const std::string& name, Texts& t) const {
        (*this)(name, t.bytes, 0);
        (*this)(name + "_offsets", t.offsets, 0);
    }
    template <class T>
    void operator()(const std::string& name, std::vector<T>& values, std::size_t width) const {
        Column c;
        c.shape = {width ? values.size() / width : values.size()};
        if (width) c.shape.push_back(width);
        c.values = std::move(values);
        out.emplace(name, std::move(c));
    }
};

// Puts the columns of a map into a state.
struct Taker {
    Columns& in;
    const std::string& where;

    [[noreturn]] void refuse(const std::string& name, const std::string& what) const {
        throw Error("is damaged: the column '" + name + "' " + what, where, "Export the set again");
    }
    void operator()(const std::string& name, Texts& t) const {
        (*this)(name, t.bytes, 0);
        (*this)(name + "_offsets", t.offsets, 0);
        if (t.offsets.empty() || t.offsets.front() != 0 || t.offsets.back() != t.bytes.size() ||
            !std::is_sorted(t.offsets.begin(), t.offsets.end()))
            refuse(name + "_offsets", "does not fit its texts");
    }
    template <class T>
    void operator()(const std::string& name, std::vector<T>& values, std::size_t width) const {
        const auto it = in.find(name);
        if (it == in.end()) refuse(name, "is missing");
        auto* v = std::get_if<std::vector<T>>(&it->second.values);
        if (!v) refuse(name, "holds numbers of another type");
        if (width && v->size() % width != 0) refuse(name, "has an incomplete row");
        values = std::move(*v);
        in.erase(it);
    }
};

}  // namespace

void ColumnClips::State::describe(const DatasetInfo& d) {
    about.add(d.name);
    about.add(d.origin);
    about.add(d.fingerprint);
    about.add(d.task.kind == TaskKind::regression ? "regression" : "classification");
    about.add(d.task.name);
    for (const StreamInfo& s : d.streams) {
        about.add(s.recipe);
        rates.push_back(s.rate);
        features.push_back(s.features);
    }
    for (const std::string& c : d.task.classes) classes.add(c);
    for (const std::string& p : d.task.parts) parts.add(p);
    for (std::size_t i = 0; i < 3; ++i)
        for (const std::string& n : d.streams[i].feature_names) feature_names[i].add(n);
    range = {d.task.minimum, d.task.maximum};
    sample = {static_cast<std::uint8_t>(d.sample)};
}

void ColumnClips::State::add(const Clip& c) {
    id.add(c.info.id);
    group.add(c.info.group);
    media.add(c.info.media);
    transcript.add(c.info.transcript);
    note.add(c.info.note);
    split.push_back(static_cast<std::uint8_t>(c.info.split));
    duration.push_back(c.info.duration);
    flagged.push_back(c.info.flagged_frames);
    label.insert(label.end(), c.info.label.begin(), c.info.label.end());
    label_at.push_back(label.size());
    for (const Word& w : c.words) {
        word.add(w.text);
        push(word_times, w.time);
        masked.push_back(w.masked ? 1 : 0);
    }
    words_at.push_back(masked.size());
    for (const Link& l : c.links)
        for (const Interval& t : l.span) push(spans, t);
    links_at.push_back(spans.size() / 6);
    for (std::size_t i = 0; i < 3; ++i) {
        const Stream& s = c.streams[i];
        StreamColumns& to = streams[i];
        to.steps.push_back(static_cast<std::uint32_t>(s.steps));
        to.has_times.push_back(s.times.empty() ? 0 : 1);
        to.has_valid.push_back(s.valid.empty() ? 0 : 1);
        for (const Interval& t : s.times) push(to.times, t);
        to.valid.insert(to.valid.end(), s.valid.begin(), s.valid.end());
    }
}

Columns columns_of(const Dataset& set, const std::stop_token& stop) {
    ColumnClips::State s;
    s.describe(set.info());
    for (std::size_t i = 0; i < set.size(); ++i) {
        if (stop.stop_requested()) throw Cancelled();
        s.add(set.read(i));
    }
    Columns out;
    s.each(Giver{out});
    return out;
}

// Every number that is used as a size or a place later is held against the column it points into.
void ColumnClips::State::check(const std::string& where) {
    const auto refuse = [&](const std::string& what) {
        throw Error("is damaged: " + what, where, "Export the set again");
    };
    const auto offsets = [&](const Offsets& o, std::size_t count, std::size_t last, const char* of) {
        if (o.size() != count + 1 || o.front() != 0 || o.back() != last || !std::is_sorted(o.begin(), o.end()))
            refuse(std::string("the offsets of ") + of + " do not fit");
    };
    if (about.size() != kAbout || range.size() != 2 || rates.size() != 3 || features.size() != 3 || sample.size() != 1)
        refuse("what the set is about is not whole");
    const std::size_t n = id.size();
    for (const Texts* t : {&group, &media, &transcript, &note})
        if (t->size() != n) refuse("its columns differ in length");
    if (split.size() != n || duration.size() != n || flagged.size() != n) refuse("its columns differ in length");
    if (std::any_of(split.begin(), split.end(), [](std::uint8_t s) { return s > 3; })) refuse("it has unknown splits");
    const std::size_t words = masked.size();
    if (word.size() != words || word_times.size() != 2 * words) refuse("its columns of words differ in length");
    offsets(label_at, n, label.size(), "labels");
    offsets(words_at, n, words, "words");
    offsets(links_at, n, spans.size() / 6, "links");
    for (std::size_t i = 0; i < 3; ++i) {
        StreamColumns& c = streams[i];
        if (c.steps.size() != n || c.has_times.size() != n || c.has_valid.size() != n)
            refuse("its columns differ in length");
        for (std::size_t k = 0; k < n; ++k) {
            c.times_at.push_back(c.times_at.back() + (c.has_times[k] ? c.steps[k] : 0));
            c.valid_at.push_back(c.valid_at.back() + (c.has_valid[k] ? c.steps[k] : 0));
        }
        if (c.times.size() != 2 * c.times_at.back() || c.valid.size() != c.valid_at.back())
            refuse("its times or flags of steps do not fit");
    }
    const std::string kind = about.at(3);
    if (kind != "regression" && kind != "classification") refuse("the kind of task is unknown");

    info.name = about.at(0);
    info.origin = about.at(1);
    info.fingerprint = about.at(2);
    info.task.kind = kind == "regression" ? TaskKind::regression : TaskKind::classification;
    info.task.name = about.at(4);
    info.task.minimum = range[0];
    info.task.maximum = range[1];
    info.sample = sample[0] != 0;
    for (std::size_t i = 0; i < classes.size(); ++i) info.task.classes.push_back(classes.at(i));
    for (std::size_t i = 0; i < parts.size(); ++i) info.task.parts.push_back(parts.at(i));
    for (std::size_t i = 0; i < 3; ++i) {
        StreamInfo& s = info.streams[i];
        s.features = features[i];
        s.rate = rates[i];
        s.recipe = about.at(5 + i);
        if (feature_names[i].size() > 0 && feature_names[i].size() != s.features)
            refuse("its names of features do not fit");
        for (std::size_t f = 0; f < feature_names[i].size(); ++f) s.feature_names.push_back(feature_names[i].at(f));
        for (const std::uint32_t steps : streams[i].steps) s.longest = std::max(s.longest, steps);
        if (s.longest > 0 && s.features == 0) refuse("a stream has steps but no features");
    }
}

ColumnClips::ColumnClips(Columns columns, const std::string& where) : state_(std::make_unique<State>()) {
    state_->each(Taker{columns, where});
    state_->check(where);
}
ColumnClips::~ColumnClips() = default;
ColumnClips::ColumnClips(ColumnClips&&) noexcept = default;
ColumnClips& ColumnClips::operator=(ColumnClips&&) noexcept = default;

const DatasetInfo& ColumnClips::info() const { return state_->info; }
std::size_t ColumnClips::size() const { return state_->split.size(); }

Clip ColumnClips::clip(std::size_t i) const {
    const State& s = *state_;
    if (i >= size()) throw Error("has no clip number " + std::to_string(i), s.info.name);
    Clip c;
    c.info.id = s.id.at(i);
    c.info.group = s.group.at(i);
    c.info.media = s.media.at(i);
    c.info.transcript = s.transcript.at(i);
    c.info.note = s.note.at(i);
    c.info.split = static_cast<Split>(s.split[i]);
    c.info.duration = s.duration[i];
    c.info.flagged_frames = s.flagged[i];
    c.info.label.assign(s.label.begin() + static_cast<std::ptrdiff_t>(s.label_at[i]),
                        s.label.begin() + static_cast<std::ptrdiff_t>(s.label_at[i + 1]));
    for (std::size_t w = s.words_at[i]; w < s.words_at[i + 1]; ++w)
        c.words.push_back({s.word.at(w), interval(s.word_times, w), s.masked[w] != 0});
    for (std::size_t l = s.links_at[i]; l < s.links_at[i + 1]; ++l)
        c.links.push_back({{interval(s.spans, 3 * l), interval(s.spans, 3 * l + 1), interval(s.spans, 3 * l + 2)}});
    for (std::size_t m = 0; m < 3; ++m) {
        const StreamColumns& from = s.streams[m];
        Stream& to = c.streams[m];
        to.steps = from.steps[i];
        to.features = s.info.streams[m].features;
        c.info.steps[m] = from.steps[i];
        for (std::size_t t = from.times_at[i]; t < from.times_at[i + 1]; ++t)
            to.times.push_back(interval(from.times, t));
        to.valid.assign(from.valid.begin() + static_cast<std::ptrdiff_t>(from.valid_at[i]),
                        from.valid.begin() + static_cast<std::ptrdiff_t>(from.valid_at[i + 1]));
    }
    return c;
}

}  // namespace mica
