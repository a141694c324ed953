// Streams go to the file as they come; what is small (ids, words, links) is gathered and written at the end.
#include <unordered_set>

#include "datasets/store/check.h"
#include "datasets/store/digest.h"
#include "datasets/store/h5_file.h"
#include "datasets/store/part_file.h"
#include "datasets/store/set_layout.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"

namespace mica {

namespace {

using Offsets = std::vector<std::uint64_t>;

// Strings as bytes end to end with offsets.
struct Texts {
    std::vector<std::uint8_t> bytes;
    Offsets offsets{0};
    void add(const std::string& s) {
        bytes.insert(bytes.end(), s.begin(), s.end());
        offsets.push_back(bytes.size());
    }
    void write(h5::Sink& sink, const std::string& path) const {
        sink.write(path, {bytes.size()}, bytes.data());
        sink.write(path + "_offsets", {offsets.size()}, offsets.data());
    }
};

void push(std::vector<double>& to, const Interval& t) {
    to.push_back(t.begin);
    to.push_back(t.end);
}

}  // namespace

struct SetWriter::State {
    explicit State(std::filesystem::path file) : place(std::move(file)) {}
    PartFile place;  // goes after the sink
    DatasetInfo info;
    std::unique_ptr<h5::Sink> sink;
    std::unordered_set<std::string> ids;
    Digest digest;
    bool broken = false;

    Texts id, group, media, transcript, note, word;
    std::vector<std::uint8_t> split, masked;
    std::vector<double> duration, word_times, spans;
    std::vector<std::uint32_t> flagged;
    std::vector<float> label;
    Offsets label_offsets{0}, word_offsets{0}, link_offsets{0};
    std::array<Offsets, 3> rows{Offsets{0}, Offsets{0}, Offsets{0}};
    std::array<std::vector<std::uint8_t>, 3> timed, checked;  // per clip: times known, validity known

    void open();
    void stream(Modality m, const Stream& s);
    void count(const Clip& clip);
    void write_index();
    void discard() {
        sink.reset();
        place.discard();
    }
};

void SetWriter::State::open() {
    std::error_code ec;
    const std::filesystem::path folder = place.part().parent_path();
    std::filesystem::create_directories(folder, ec);
    if (ec) throw Error("cannot be made (" + ec.message() + ")", folder.string(), "Choose a folder you may write to");
    sink = std::make_unique<h5::Sink>(place.part());
    for (const Modality m : kModalities) {
        const std::string g = layout::kStreams[index(m)];
        sink->group(g);
        if (info.streams[index(m)].features == 0) continue;
        sink->column<float>(g + "/values", info.streams[index(m)].features);
        sink->column<double>(g + "/times", 2);
        sink->column<std::uint8_t>(g + "/valid", 0);
    }
}

void SetWriter::State::stream(Modality m, const Stream& s) {
    const std::size_t i = index(m);
    const std::string g = layout::kStreams[i];
    rows[i].push_back(rows[i].back() + s.steps);
    timed[i].push_back(s.times.empty() ? 0 : 1);
    checked[i].push_back(s.valid.empty() ? 0 : 1);
    info.streams[i].longest = std::max(info.streams[i].longest, static_cast<std::uint32_t>(s.steps));
    if (s.steps == 0) return;
    sink->append(g + "/values", s.steps, s.values.data());
    // rows are kept in step with the values; where nothing is known they hold zeros and ones
    std::vector<double> t;
    for (const Interval& x : s.times) push(t, x);
    t.resize(2 * s.steps, 0.0);
    sink->append(g + "/times", s.steps, t.data());
    std::vector<std::uint8_t> valid = s.valid;
    valid.resize(s.steps, 1);
    sink->append(g + "/valid", s.steps, valid.data());
}

// The fingerprint: everything a model or a metric sees, nothing of where files lie or what notes say.
void SetWriter::State::count(const Clip& c) {
    digest.text(c.info.id);
    digest.text(c.info.group);
    digest.number(static_cast<std::uint64_t>(c.info.split));
    digest.number(std::uint64_t{c.info.label.size()});
    digest.floats(c.info.label.data(), c.info.label.size());
    for (const Stream& s : c.streams) {
        digest.number(std::uint64_t{s.steps});
        digest.number(std::uint64_t{s.steps ? s.features : 0});
        digest.floats(s.values.data(), s.values.size());
        digest.number(std::uint64_t{s.times.size()});
        for (const Interval& t : s.times) {
            digest.number(t.begin);
            digest.number(t.end);
        }
        digest.number(std::uint64_t{s.valid.size()});
        digest.bytes(s.valid.data(), s.valid.size());
    }
    digest.number(std::uint64_t{c.words.size()});
    for (const Word& w : c.words) {
        digest.text(w.text);
        digest.number(w.time.begin);
        digest.number(w.time.end);
        digest.number(std::uint64_t{w.masked});
    }
    digest.number(std::uint64_t{c.links.size()});
    for (const Link& l : c.links)
        for (const Interval& t : l.span) {
            digest.number(t.begin);
            digest.number(t.end);
        }
}

void SetWriter::State::write_index() {
    const std::size_t n = split.size();
    sink->attribute("/", "format", std::string(layout::kFormat));
    sink->attribute("/", "version", layout::kVersion);
    sink->attribute("/", "name", info.name);
    sink->attribute("/", "origin", info.origin);
    sink->attribute("/", "fingerprint", info.fingerprint);
    sink->attribute("/", "sample", info.sample);
    sink->attribute("/", "task", std::string(info.task.kind == TaskKind::regression ? "regression" : "classification"));
    sink->attribute("/", "task_name", info.task.name);
    sink->attribute("/", "minimum", info.task.minimum);
    sink->attribute("/", "maximum", info.task.maximum);
    Texts classes;
    for (const std::string& c : info.task.classes) classes.add(c);
    classes.write(*sink, "classes");
    if (!info.task.parts.empty()) {
        Texts parts;
        for (const std::string& p : info.task.parts) parts.add(p);
        parts.write(*sink, "parts");
    }

    sink->group("clips");
    id.write(*sink, "clips/id");
    group.write(*sink, "clips/group");
    media.write(*sink, "clips/media");
    transcript.write(*sink, "clips/transcript");
    note.write(*sink, "clips/note");
    sink->write("clips/split", {n}, split.data());
    sink->write("clips/duration", {n}, duration.data());
    sink->write("clips/flagged_frames", {n}, flagged.data());
    sink->write("clips/label", {label.size()}, label.data());
    sink->write("clips/label_offsets", {n + 1}, label_offsets.data());

    sink->group("words");
    word.write(*sink, "words/text");
    sink->write("words/times", {word_times.size() / 2, 2}, word_times.data());
    sink->write("words/masked", {masked.size()}, masked.data());
    sink->write("words/offsets", {n + 1}, word_offsets.data());
    sink->group("links");
    sink->write("links/spans", {spans.size() / 6, 3, 2}, spans.data());
    sink->write("links/offsets", {n + 1}, link_offsets.data());

    for (const Modality m : kModalities) {
        const std::size_t i = index(m);
        const std::string g = layout::kStreams[i];
        const StreamInfo& s = info.streams[i];
        sink->attribute(g, "features", static_cast<std::int64_t>(s.features));
        sink->attribute(g, "rate", s.rate);
        sink->attribute(g, "recipe", s.recipe);
        sink->attribute(g, "longest", static_cast<std::int64_t>(s.longest));
        Texts names;
        for (const std::string& f : s.feature_names) names.add(f);
        names.write(*sink, g + "/feature_names");
        sink->write(g + "/offsets", {n + 1}, rows[i].data());
        sink->write(g + "/has_times", {n}, timed[i].data());
        sink->write(g + "/has_valid", {n}, checked[i].data());
    }
}

SetWriter::SetWriter(std::filesystem::path file, DatasetInfo info) : state_(std::make_unique<State>(std::move(file))) {
    state_->info = std::move(info);
    for (const Modality m : kModalities) {
        StreamInfo& s = state_->info.streams[index(m)];
        s.longest = 0;
        if (s.features > layout::kMostFeatures)
            throw Error("has too many " + std::string(name(m)) + " features", state_->place.file().string());
        if (!s.feature_names.empty() && s.feature_names.size() != s.features)
            throw Error("has " + std::to_string(s.feature_names.size()) + " names for " + std::to_string(s.features) +
                            " " + std::string(name(m)) + " features",
                        state_->place.file().string());
    }
    state_->open();
}

SetWriter::~SetWriter() {
    if (state_ && state_->sink) state_->discard();
}

void SetWriter::add(const Clip& clip) {
    State& s = *state_;
    if (!s.sink || s.broken) throw Error("is not open for writing any more", s.place.file().string());
    check_clip(clip, s.info, s.place.file().string());
    if (s.ids.contains(clip.info.id))
        throw Error("has two clips named '" + clip.info.id + "'", s.place.file().string());
    s.broken = true;  // until this clip is in whole: a failure between would leave its parts
    for (const Modality m : kModalities) s.stream(m, clip.streams[index(m)]);
    s.ids.insert(clip.info.id);
    s.id.add(clip.info.id);
    s.group.add(clip.info.group);
    s.media.add(clip.info.media);
    s.transcript.add(clip.info.transcript);
    s.note.add(clip.info.note);
    s.split.push_back(static_cast<std::uint8_t>(clip.info.split));
    s.duration.push_back(clip.info.duration);
    s.flagged.push_back(clip.info.flagged_frames);
    s.label.insert(s.label.end(), clip.info.label.begin(), clip.info.label.end());
    s.label_offsets.push_back(s.label.size());
    for (const Word& w : clip.words) {
        s.word.add(w.text);
        push(s.word_times, w.time);
        s.masked.push_back(w.masked ? 1 : 0);
    }
    s.word_offsets.push_back(s.masked.size());
    for (const Link& l : clip.links)
        for (const Interval& t : l.span) push(s.spans, t);
    s.link_offsets.push_back(s.spans.size() / 6);
    s.count(clip);
    s.broken = false;
}

void SetWriter::finish() {
    State& s = *state_;
    if (!s.sink || s.broken) throw Error("is not open for writing any more", s.place.file().string());
    s.broken = true;
    s.digest.text(s.info.task.name);
    for (const std::string& c : s.info.task.classes) s.digest.text(c);
    for (const std::string& p : s.info.task.parts) s.digest.text(p);
    s.info.fingerprint = s.digest.hex();
    try {
        s.write_index();
        s.sink->close();
        s.place.put_in_place();
    } catch (const Error& e) {
        s.discard();
        throw Error(e.reason(), s.place.file().string(), e.remedy());  // a person knows the file, not its part
    }
    s.sink.reset();
}

}  // namespace mica
