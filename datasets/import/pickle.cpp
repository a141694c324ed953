#include "datasets/import/pickle.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "datasets/import/counted.h"
#include "datasets/import/pickle_exported.h"
#include "datasets/import/pickle_labels.h"
#include "datasets/import/pickle_media.h"
#include "datasets/import/pickle_parts.h"
#include "datasets/import/pickle_streams.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"

namespace mica {

using pickle::Pickle;

namespace {

// Values that are not finite, by stream: set to 0 and counted.
struct NotFinite {
    std::size_t nan = 0, minus = 0, plus = 0, samples = 0;

    void clean(std::vector<float>& values) {
        bool any = false;
        for (float& x : values) {
            if (std::isfinite(x)) continue;
            ++(std::isnan(x) ? nan : x < 0 ? minus : plus);
            x = 0;
            any = true;
        }
        samples += any ? 1 : 0;
    }
    void note(Modality m, std::vector<std::string>& notes) const {
        if (samples == 0) return;
        notes.push_back(std::string(name(m)) + ": " + counted(nan, "value was", "values were") + " no number, " +
                        std::to_string(minus) + " minus and " + std::to_string(plus) + " plus infinite, in " +
                        counted(samples, "sample", "samples") + "; they are 0 now.");
    }
};

// Texts of the samples, where the part has as many.
std::vector<std::string> transcripts(const Pickle& p, const PicklePart& part, std::vector<std::string>& notes) {
    const auto v = p.find(part.dict, "raw_text");
    if (!v || v->kind == pickle::Kind::none) return {};
    const PickleTable t(p, *v);
    if (t.rows() != part.samples) {
        notes.push_back("raw_text has " + counted(t.rows(), "text", "texts") + " for " +
                        counted(part.samples, "sample", "samples") + "; it is left away.");
        return {};
    }
    std::vector<std::string> out;
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < t.rows(); ++i) {
        out.push_back(t.columns(i) ? t.text(i, 0) : "");
        total += out.back().size();
        if (total > 2 * p.source().size()) throw Error("has one text for many samples", p.source().name());
    }
    return out;
}

class Importer {
public:
    Importer(const PickleOptions& options, const Pickle& p, const std::filesystem::path& to, const Progress& progress,
             const std::stop_token& stop)
        : options_(options), p_(p), to_(to), progress_(progress), stop_(stop), parts_(pickle_parts(p, notes_)) {
        for (const PicklePart& part : parts_) total_ += part.samples;
        if (total_ == 0) throw Error("holds no samples", p_.source().name());
        for (const Modality m : kModalities) streams_.emplace_back(p_, parts_, m);
        mmsa_ = std::any_of(parts_.begin(), parts_.end(), [&](const PicklePart& part) {
            return p_.find(part.dict, "regression_labels") || p_.find(part.dict, "classification_labels") ||
                   p_.find(part.dict, "text_bert") || p_.find(part.dict, "audio_lengths");
        });
    }

    ImportSummary run() {
        names_ = pickle_names(p_, parts_, notes_);
        labels_ = pickle_labels(p_, parts_, options_.labels, notes_);
        for (PaddedStream& s : streams_) s.find_side(mmsa_ ? Side::right : Side::left);
        // word by word aligned streams must keep their common steps
        const std::size_t longest = streams_[0].longest();
        aligned_ = longest > 1 && std::all_of(streams_.begin(), streams_.end(), [&](const PaddedStream& s) {
                       return !s.ragged() && s.longest() == longest && s.side() == streams_[0].side();
                   });
        DatasetInfo info;
        info.name = options_.file.stem().string();
        info.origin = "mica import pickle, from " + options_.file.filename().string();
        info.task = labels_.task;
        for (const Modality m : kModalities) {
            info.streams[index(m)].features = streams_[index(m)].features();
            info.streams[index(m)].recipe = "as in " + options_.file.filename().string();
        }
        if (!options_.media.empty()) media_.emplace(options_.media);
        SetWriter writer(to_, info);
        for (std::size_t part = 0; part < parts_.size(); ++part) write(part, writer);
        writer.finish();
        return summary();
    }

private:
    void write(std::size_t part, SetWriter& writer) {
        const std::vector<std::string> texts = transcripts(p_, parts_[part], notes_);
        for (std::size_t i = 0; i < parts_[part].samples; ++i, ++done_) {
            if (stop_.stop_requested()) throw Cancelled();
            if (done_ % 64 == 0)
                progress_(static_cast<std::int64_t>(done_), static_cast<std::int64_t>(total_), parts_[part].key);
            Clip c;
            const SampleName& name = names_[part][i];
            c.info.id = name.id;
            c.info.group = name.group;
            c.info.split = parts_[part].split;
            c.info.label = labels_.labels[part][i];
            if (!texts.empty()) c.info.transcript = texts[i];
            if (name.time) {
                c.info.duration = name.time->duration();
                c.info.note =
                    "from " + shortest(name.time->begin) + " s to " + shortest(name.time->end) + " s of " + name.group;
            }
            if (media_) place_media(name, c.info);
            fill(part, i, c);
            writer.add(c);
            if (c.info.split != Split::none) ++summary_.splits[static_cast<std::size_t>(c.info.split)];
            count_class(c.info);
        }
    }

    void fill(std::size_t part, std::size_t i, Clip& c) {
        std::array<const float*, 3> values{};
        std::array<std::size_t, 3> steps{};
        std::array<Extent, 3> extents{};
        std::size_t common = 0;
        for (std::size_t m = 0; m < 3; ++m) {
            values[m] = streams_[m].sample(part, i, steps[m]);
            extents[m] = streams_[m].extent(part, i, values[m], steps[m]);
            common = std::max(common, extents[m].count);
        }
        for (std::size_t m = 0; m < 3; ++m) {
            Extent e = extents[m];
            if (aligned_ && steps[m] == steps[0] && common > 0) {
                e = {streams_[m].side() == Side::left ? steps[m] - common : 0, common};
                widened_ += e.count > extents[m].count ? 1 : 0;
            }
            Stream& s = c.streams[m];
            s.steps = e.count;
            s.features = streams_[m].features();
            if (e.count == 0) continue;
            const float* from = values[m] + e.first * s.features;
            s.values.assign(from, from + e.count * s.features);
            bad_[m].clean(s.values);
        }
    }

    void place_media(const SampleName& name, ClipInfo& info) {
        const std::filesystem::path file = media_->find(name);
        if (file.empty()) {
            ++without_media_;
            return;
        }
        const auto folder = std::filesystem::absolute(to_).parent_path();
        const auto relative = std::filesystem::absolute(file).lexically_relative(folder);
        const bool inside = !relative.empty() && *relative.begin() != "..";
        info.media = (inside ? relative : std::filesystem::absolute(file)).string();
    }

    void count_class(const ClipInfo& info) {
        const Task& task = labels_.task;
        if (task.kind != TaskKind::classification || info.label.empty()) return;
        if (task.parts.empty()) ++summary_.classes[task.classes[static_cast<std::size_t>(info.label[0])]];
        for (std::size_t k = 0; k < task.parts.size(); ++k)
            if (info.label[k] > 0) ++summary_.classes[task.parts[k]];
    }

    ImportSummary summary() {
        for (const Modality m : kModalities) {
            streams_[index(m)].notes(notes_);
            bad_[index(m)].note(m, notes_);
        }
        if (aligned_)
            notes_.push_back("All streams have " + std::to_string(streams_[0].longest()) +
                             " steps and are taken as aligned word by word: a sample's length is that of its longest "
                             "stream, which adds zero steps to " +
                             counted(widened_, "shorter one.", "shorter ones."));
        if (without_media_)
            notes_.push_back(counted(without_media_, "sample has", "samples have") + " no media file in " +
                             options_.media.string() + ".");
        summary_.file = to_;
        summary_.clips = total_;
        summary_.notes = std::move(notes_);
        return std::move(summary_);
    }

    const PickleOptions& options_;
    const Pickle& p_;
    const std::filesystem::path& to_;
    const Progress& progress_;
    const std::stop_token& stop_;
    std::vector<std::string> notes_;
    std::vector<PicklePart> parts_;
    std::vector<PaddedStream> streams_;
    std::vector<std::vector<SampleName>> names_;
    LabelledParts labels_;
    std::optional<SegmentMedia> media_;
    std::array<NotFinite, 3> bad_;
    ImportSummary summary_;
    std::size_t total_ = 0, done_ = 0, widened_ = 0, without_media_ = 0;
    bool mmsa_ = false, aligned_ = false;
};

// A file that was exported holds the set's own clips; only their values lie in the padded arrays.
ImportSummary restore(const Pickle& p, pickle::Value dict, const std::filesystem::path& to, const Progress& progress,
                      const std::stop_token& stop) {
    ImportSummary out;
    std::vector<std::string> unused;
    Columns columns = exported_columns(p, dict);
    bool left = true;
    if (const auto it = columns.find(std::string(kPaddingColumn)); it != columns.end()) {
        const auto* v = std::get_if<std::vector<std::uint8_t>>(&it->second.values);
        left = !v || v->empty() || v->front() != 0;
        columns.erase(it);
    }
    const ColumnClips clips(std::move(columns), p.source().name());
    const std::vector<PicklePart> parts = pickle_parts(p, unused);
    std::vector<PaddedStream> streams;
    for (const Modality m : kModalities) streams.emplace_back(p, parts, m);
    std::array<std::optional<std::size_t>, 4> part_of;  // by split
    std::array<std::size_t, 4> next{};
    for (std::size_t i = 0; i < parts.size(); ++i) part_of[static_cast<std::size_t>(parts[i].split)] = i;
    SetWriter writer(to, clips.info());
    for (std::size_t i = 0; i < clips.size(); ++i) {
        if (stop.stop_requested()) throw Cancelled();
        if (i % 64 == 0) progress(static_cast<std::int64_t>(i), static_cast<std::int64_t>(clips.size()), "clips");
        Clip c = clips.clip(i);
        const auto split = static_cast<std::size_t>(c.info.split);
        const auto part = part_of[split];
        if (!part || next[split] >= parts[*part].samples)
            throw Error("is damaged: it has fewer samples than clips", p.source().name(), "Export the set again");
        for (std::size_t m = 0; m < 3; ++m) {
            Stream& s = c.streams[m];
            if (s.steps == 0) continue;
            std::size_t steps = 0;
            const float* values = streams[m].sample(*part, next[split], steps);
            if (!values || s.steps > steps || s.features != streams[m].features())
                throw Error("is damaged: clip '" + c.info.id + "' is longer than its arrays", p.source().name(),
                            "Export the set again");
            const float* from = values + (left ? steps - s.steps : 0) * s.features;
            s.values.assign(from, from + s.steps * s.features);
        }
        ++next[split];
        if (c.info.split != Split::none) ++out.splits[split];
        writer.add(c);
    }
    writer.finish();
    out.file = to;
    out.clips = clips.size();
    out.notes.push_back("The file was exported from the set '" + clips.info().name +
                        "', which is restored with all that it knew.");
    return out;
}

}  // namespace

ImportSummary import_pickle(const PickleOptions& options, const std::filesystem::path& to, const Progress& progress,
                            const std::stop_token& stop) {
    const auto start = std::chrono::steady_clock::now();
    progress(0, 0, "reading what the file holds");
    const Pickle p(options.file, stop);
    const auto exported = p.find(p.root(), kExportedKey);
    ImportSummary out = exported && exported->kind == pickle::Kind::dict
                            ? restore(p, *exported, to, progress, stop)
                            : Importer(options, p, to, progress, stop).run();
    out.fingerprint = open_set(to)->info().fingerprint;
    out.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return out;
}

}  // namespace mica
