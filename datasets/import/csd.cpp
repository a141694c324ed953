#include "datasets/import/csd.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>

#include <nlohmann/json.hpp>

#include "datasets/features/word_vectors.h"
#include "datasets/import/counted.h"
#include "datasets/import/csd_exported.h"
#include "datasets/import/csd_media.h"
#include "datasets/import/csd_segments.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

// Rows of one sequence that hold numbers, for the segments of one video after the other.
class FeatureReader {
public:
    FeatureReader(const Sequence& sequence, std::string what) : sequence_(sequence), what_(std::move(what)) {}

    void start(const std::string& video, const std::vector<Interval>* reference, Collapse collapse) {
        video_ = video;
        reference_ = reference;
        collapse_ = collapse;
        if (sequence_.of_video(video).empty()) missing_.push_back(video);
        rows_ = prepared(sequence_.gather(video, damaged_));
    }
    // The rows that overlap the segment, cut to it, at their own times from its start.
    Stream stream(const Segment& s) {
        const std::size_t own = sequence_.find(s.info.id);
        if (s.info.id == video_ || own == sequence_.entries().size()) return cut(rows_, s.time);
        return cut(prepared(sequence_.gather(std::vector<std::size_t>{own}, damaged_)), s.time);
    }
    // One row for each word of the segment; zeros, flagged, where nothing overlaps it.
    Stream word_stream(const Segment& s, Collapse collapse) {
        Stream out;
        out.features = sequence_.features();
        out.steps = s.words.size();
        out.values.assign(out.steps * out.features, 0.0f);
        std::vector<std::uint8_t> valid(out.steps, 0);
        for (const AlignedRow& row : align(s.whole, rows_, collapse)) {
            std::copy(row.values.begin(), row.values.end(),
                      out.values.begin() + static_cast<std::ptrdiff_t>(row.reference * out.features));
            valid[row.reference] = 1;
        }
        for (const Word& w : s.words) out.times.push_back(w.time);
        const auto without = static_cast<std::size_t>(std::count(valid.begin(), valid.end(), 0));
        if (without > 0) out.valid = std::move(valid);
        words_without_ += without;
        return out;
    }
    void notes(std::vector<std::string>& to, std::size_t videos) {
        note_damaged(sequence_, std::move(damaged_), to);
        const std::string start = what_ + " (" + sequence_.file().filename().string() + "): ";
        if (!missing_.empty())
            to.push_back(start + std::to_string(missing_.size()) + " of " + std::to_string(videos) +
                         " videos with labels are missing: " + listed(missing_) + ".");
        if (not_finite_ > 0)
            to.push_back(start + counted(not_finite_, "value was not finite and is", "values were not finite and are") +
                         " 0 in the set.");
        if (dropped_ > 0)
            to.push_back(start + counted(dropped_, "row has times that are reversed or not finite and is left out.",
                                         "rows have times that are reversed or not finite and are left out."));
        if (words_without_ > 0)
            to.push_back(start + counted(words_without_, "word has no row here; it is zeros, flagged as not valid.",
                                         "words have no row here; they are zeros, flagged as not valid."));
    }
    [[nodiscard]] const Sequence& sequence() const { return sequence_; }

private:
    SequenceRows prepared(SequenceRows rows) {
        not_finite_ += clean(rows);
        dropped_ += rows.dropped;
        if (!reference_) return rows;
        SequenceRows aligned;
        aligned.features = rows.features;
        for (const AlignedRow& row : align(*reference_, rows, collapse_)) {
            aligned.times.push_back(row.time);
            aligned.values.insert(aligned.values.end(), row.values.begin(), row.values.end());
        }
        return aligned;
    }
    static Stream cut(const SequenceRows& rows, const Interval& segment) {
        Stream out;
        out.features = rows.features;
        for (const Overlap& o : RowFinder(rows.times).overlaps(segment)) {
            out.times.push_back({o.time.begin - segment.begin, o.time.end - segment.begin});
            const auto from = rows.values.begin() + static_cast<std::ptrdiff_t>(o.row * rows.features);
            out.values.insert(out.values.end(), from, from + static_cast<std::ptrdiff_t>(rows.features));
        }
        out.steps = out.times.size();
        return out;
    }

    const Sequence& sequence_;
    std::string what_, video_;
    const std::vector<Interval>* reference_ = nullptr;
    Collapse collapse_ = Collapse::mean;
    SequenceRows rows_;
    std::vector<Sequence::Damaged> damaged_;
    std::vector<std::string> missing_;
    std::size_t not_finite_ = 0, dropped_ = 0, words_without_ = 0;
};

// Folders stand for the sequences in them.
std::vector<std::filesystem::path> expanded(const std::vector<std::filesystem::path>& files) {
    std::vector<std::filesystem::path> out;
    for (const auto& file : files) {
        std::error_code ec;
        if (!std::filesystem::is_directory(file, ec)) {
            out.push_back(file);
            continue;
        }
        std::vector<std::filesystem::path> inside;
        for (const auto& entry : std::filesystem::directory_iterator(file, ec))
            if (const auto extension = entry.path().extension(); extension == ".csd" || extension == ".hdf5")
                inside.push_back(entry.path());
        if (inside.empty()) throw Error("holds no .csd or .hdf5 files", file.string());
        std::sort(inside.begin(), inside.end());
        out.insert(out.end(), inside.begin(), inside.end());
    }
    return out;
}

const Sequence* reference_of(const Sequences& sequences, const std::string& align) {
    if (align == "none") return nullptr;
    for (const Role r : kRoles)
        if (const Sequence* s = sequences.get(r))
            if (align == name(r) || align == s->name() || align == s->file().stem().string()) return s;
    throw Error("no sequence called '" + align + "' is among the files, to align to", "--align",
                "Give words, text, vision, audio or a sequence's name");
}

// Steps per second where the first videos agree to 1 %, else 0: not known.
double rate_of(const Sequence& s) {
    double rate = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(s.entries().size(), 8); ++i) try {
            const SequenceRows rows = s.read(i);
            if (rows.size() < 2 || !rows.usable(0) || !rows.usable(rows.size() - 1)) continue;
            const double span = rows.times.back().begin - rows.times.front().begin;
            const double own = static_cast<double>(rows.size() - 1) / span;
            if (!std::isfinite(own) || own <= 0 || (rate > 0 && std::abs(own - rate) > 0.01 * rate)) return 0;
            rate = rate > 0 ? rate : own;
        } catch (const Error&) {
        }
    return std::round(rate * 100) / 100;
}

std::string recipe_of(const Sequence& s, const CsdOptions& o, bool aligned) {
    nlohmann::ordered_json j{{"kind", "computational sequence"}, {"name", s.name()}, {"file", s.file().filename()}};
    if (aligned) j["align"] = o.align;
    if (aligned) j["collapse"] = name(o.collapse);
    return j.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

// Keeps the segments of videos that every sequence has, as the SDK does before it aligns.
void unify(Segments& segments, const Sequences& sequences) {
    std::vector<const Sequence*> given;
    for (const Role r : kRoles)
        if (const Sequence* s = sequences.get(r)) given.push_back(s);
    const std::vector<std::string> shared = shared_videos(given);
    std::erase_if(segments.all, [&](const Segment& s) {
        if (std::binary_search(shared.begin(), shared.end(), s.info.group)) return false;
        segments.left_out.push_back({s.info.id, "not every sequence has its video, which alignment asks for"});
        return true;
    });
}

std::string set_name(const Sequences& sequences, const CsdOptions& options) {
    if (!options.name.empty()) return options.name;
    const Sequence& labels = *sequences.get(Role::labels);
    const auto it = labels.metadata().find("dataset name");
    return it != labels.metadata().end() && !it->second.empty() ? it->second : labels.file().stem().string();
}

DatasetInfo describe(const Sequences& sequences, const Segments& segments, const CsdOptions& options,
                     const WordVectors& vectors, const Sequence* reference) {
    DatasetInfo info;
    info.name = set_name(sequences, options);
    info.task = segments.task;
    info.origin = "mica import csd";
    for (const Role r : kRoles)
        if (const Sequence* s = sequences.get(r))
            info.origin += std::string(r == Role::labels ? "," : ";") + " " + std::string(name(r)) + " from " +
                           s->file().filename().string();
    info.origin += "; folds: " + segments.folds;
    if (reference)
        info.origin += "; aligned to " + reference->name() + ", collapsed by " + std::string(name(options.collapse));
    const bool words = sequences.get(Role::words);
    for (const auto& [role, m] : {std::pair{Role::text, Modality::text}, std::pair{Role::vision, Modality::vision},
                                  std::pair{Role::audio, Modality::audio}}) {
        StreamInfo& stream = info.streams[index(m)];
        const Sequence* s = sequences.get(role);
        if (!s) continue;
        const bool aligned = (reference && s != reference) || (m == Modality::text && words);
        stream.features = s->features();
        stream.feature_names = feature_names_of(*s);
        stream.rate = aligned || m == Modality::text ? 0 : rate_of(*s);
        stream.recipe = recipe_of(*s, options, aligned);
    }
    if (words && !sequences.get(Role::text))
        info.streams[index(Modality::text)] = {vectors.size(), {}, 0, vectors.recipe(), 0};
    return info;
}

WordVectors vectors_for(const Segments& segments, const Sequences& sequences, const CsdOptions& options) {
    if (options.glove.empty() || !sequences.get(Role::words)) return WordVectors::hashed(options.hashed_words);
    std::set<std::string> needed;
    for (const Segment& s : segments.all)
        for (const Word& w : s.words) needed.insert(w.text);
    return WordVectors::glove(options.glove, needed);
}

// Rows of the reference in one video. Silences among the words are no reference.
std::vector<Interval> reference_rows(const Sequence& reference, const std::string& video) {
    std::vector<Sequence::Damaged> damaged;  // told with the sequence's own rows
    const SequenceRows rows = reference.gather(video, damaged);
    if (!reference.text()) return rows.times;
    std::vector<Interval> times;
    for (std::size_t r = 0; r < rows.size(); ++r)
        if (rows.texts[r] != "sp" && !rows.texts[r].empty()) times.push_back(rows.times[r]);
    return times;
}

}  // namespace

ImportSummary import_csd(const CsdOptions& options, const std::filesystem::path& to, const Progress& progress,
                         const std::stop_token& stop) {
    const auto start = std::chrono::steady_clock::now();
    if (options.files.size() == 1 && is_exported_csd(options.files[0]))
        return import_exported_csd(options.files[0], to, progress, stop);
    const Sequences sequences = open_sequences(expanded(options.files), options.told);
    const Sequence* reference = reference_of(sequences, options.align);
    Segments segments = read_segments(sequences, options, stop);
    if (reference) unify(segments, sequences);
    if (!options.media.empty()) find_media(segments, options.media, to);
    if (segments.all.empty()) throw Error("no segment can be used", sequences.get(Role::labels)->file().string());
    const WordVectors vectors = vectors_for(segments, sequences, options);

    std::array<std::optional<FeatureReader>, 3> readers;
    for (const auto& [role, m] : {std::pair{Role::text, Modality::text}, std::pair{Role::vision, Modality::vision},
                                  std::pair{Role::audio, Modality::audio}})
        if (const Sequence* s = sequences.get(role)) readers[index(m)].emplace(*s, std::string(name(role)));
    const bool words = sequences.get(Role::words);

    ImportSummary summary;
    summary.file = to;
    summary.left_out = std::move(segments.left_out);
    summary.unknown_words = vectors.missing();
    SetWriter writer(to, describe(sequences, segments, options, vectors, reference));
    std::vector<Interval> rows;
    std::string video;
    std::size_t videos = 0;
    for (std::size_t i = 0; i < segments.all.size(); ++i) {
        if (stop.stop_requested()) throw Cancelled();
        Segment& s = segments.all[i];
        if (i == 0 || s.info.group != video) {
            video = s.info.group;
            ++videos;
            progress(static_cast<std::int64_t>(i), static_cast<std::int64_t>(segments.all.size()), video);
            if (reference) rows = reference_rows(*reference, video);
            for (const Modality m : kModalities)
                if (auto& reader = readers[index(m)]) {
                    const bool own = &reader->sequence() == reference || (m == Modality::text && words);
                    reader->start(video, reference && !own ? &rows : nullptr, options.collapse);
                }
        }
        Clip clip;
        clip.info = std::move(s.info);
        s.info.id = clip.info.id;  // still looked up below
        for (const Modality m : kModalities) {
            Stream& stream = clip.streams[index(m)];
            if (m == Modality::text && words)
                stream = readers[0] ? readers[0]->word_stream(s, options.collapse) : vectors.stream(s.words);
            else if (auto& reader = readers[index(m)])
                stream = reader->stream(s);
            clip.info.steps[index(m)] = static_cast<std::uint32_t>(stream.steps);
        }
        clip.words = std::move(s.words);
        writer.add(clip);
        ++summary.clips;
        if (clip.info.split != Split::none) ++summary.splits[static_cast<std::size_t>(clip.info.split)];
        summary.without_sound += readers[2] && clip.info.steps[2] == 0;
        summary.without_video += readers[1] && clip.info.steps[1] == 0;
    }
    writer.finish();
    summary.fingerprint = open_set(to)->info().fingerprint;
    summary.notes = std::move(segments.notes);
    for (auto& reader : readers)
        if (reader) reader->notes(summary.notes, videos);
    for (const auto& file : sequences.unused) summary.notes.push_back(file.filename().string() + " is not used.");
    progress(static_cast<std::int64_t>(summary.clips), static_cast<std::int64_t>(summary.clips), "");
    summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return summary;
}

}  // namespace mica
