#include "datasets/export/numpy.h"

#include <chrono>
#include <cmath>
#include <limits>

#include "datasets/export/npz.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

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
