// MulT and MMSA pickles, with the eyes of the import; any other pickle of arrays, array by array.
#include "datasets/import/pickle.h"

#include <algorithm>
#include <unordered_set>

#include "datasets/check/findings.h"
#include "datasets/check/gathered.h"
#include "datasets/import/pickle_labels.h"
#include "datasets/import/pickle_streams.h"
#include "datasets/types/error.h"

namespace mica::check {
namespace {

using pickle::Kind;
using pickle::Pickle;
using pickle::Value;

constexpr std::size_t kDeepest = 4, kMostArrays = 256, kMostFeatures = 1 << 20;

class PickleCheck {
public:
    PickleCheck(Gathered& g, const Pickle& p, const Progress& progress, const std::stop_token& stop)
        : g_(g), p_(p), progress_(progress), stop_(stop), parts_(pickle_parts(p, notes_)) {
        mmsa_ = std::any_of(parts_.begin(), parts_.end(), [&](const PicklePart& part) {
            return has(part, "regression_labels") || has(part, "classification_labels") || has(part, "text_bert") ||
                   has(part, "audio_lengths");
        });
        g_.report.kind = mmsa_ ? "MMSA pickle" : "MulT pickle";
        g_.unit = "sample";
        g_.splits_known =
            std::any_of(parts_.begin(), parts_.end(), [](const auto& x) { return x.split != Split::none; });
        for (const Modality m : kModalities) streams_.emplace_back(p_, parts_, m);
    }

    void run() {
        clips();
        for (const Modality m : kModalities) {
            streams_[index(m)].find_side(mmsa_ ? Side::right : Side::left);
            for (std::size_t part = 0; part < parts_.size(); ++part) stream(m, part);
            streams_[index(m)].notes(notes_);
        }
        for (const std::string& note : notes_)
            g_.report.findings.push_back({Severity::note, "as-read", note, "an import does the same", 1, {}});
    }

private:
    [[nodiscard]] bool has(const PicklePart& part, const char* key) const {
        return p_.find(part.dict, key).has_value();
    }

    // What the import would refuse about labels or ids is said, and the rest is checked.
    template <class Work>
    void attempt(const char* rule, const Work& work) {
        try {
            work();
        } catch (const Error& e) {
            g_.report.findings.push_back(
                {Severity::problem, rule, e.reason(), "an import refuses the file for that", 1, {}});
        }
    }

    void clips() {
        std::vector<std::vector<SampleName>> names;
        LabelledParts labels;
        attempt("ids-refused", [&] { names = pickle_names(p_, parts_, notes_); });
        attempt("labels-refused", [&] {
            labels = pickle_labels(p_, parts_, PickleLabels::automatic, notes_);
            const auto filled = [](const auto& part) {
                return std::any_of(part.begin(), part.end(), [](const auto& l) { return !l.empty(); });
            };
            if (std::any_of(labels.labels.begin(), labels.labels.end(), filled)) g_.task = labels.task;
        });
        std::unordered_set<std::string> seen;
        for (std::size_t part = 0; part < parts_.size(); ++part) {
            firsts_.push_back(g_.clips.size());
            for (std::size_t i = 0; i < parts_[part].samples; ++i) {
                ClipInfo c;
                c.split = parts_[part].split;
                c.id = names.empty() ? parts_[part].key + "/" + std::to_string(i) : names[part][i].id;
                if (!names.empty()) c.group = names[part][i].group;
                if (part < labels.labels.size() && i < labels.labels[part].size()) c.label = labels.labels[part][i];
                c.id = as_stored(part, i, c.id, seen);
                seen.insert(c.id);
                g_.clips.push_back(std::move(c));
            }
        }
    }

    // The import tells equal ids apart with "#2"; the check wants to see that they are equal.
    std::string as_stored(std::size_t part, std::size_t i, const std::string& id,
                          const std::unordered_set<std::string>& seen) const {
        const std::size_t at = id.rfind('#');
        const auto table = p_.find(parts_[part].dict, "id");
        if (at == std::string::npos || !table || !seen.contains(id.substr(0, at))) return id;
        return PickleTable(p_, *table).text(i, 0) == id ? id : id.substr(0, at);
    }

    void stream(Modality m, std::size_t part) {
        PaddedStream& from = streams_[index(m)];
        const PicklePart& in = parts_[part];
        const auto& value = in.streams[index(m)];
        if (!value || in.samples == 0) return;
        const bool one = value->kind == Kind::array && p_.array(*value).type.kind != 'O';
        const Value first = one                          ? *value
                            : value->kind == Kind::array ? p_.object(p_.array(*value), 0)
                                                         : p_.at(*value, 0);
        StreamScan scan((in.key.empty() ? "" : in.key + "/") + std::string(name(m)), p_.array(first).type.name(),
                        from.features());
        if (one) scan.report.shape = p_.array(*value).shape;
        if (in.split != Split::none) scan.split = in.split;
        std::vector<std::uint64_t> lengths;
        Cases beyond;
        for (std::size_t i = 0; i < in.samples; ++i) {
            if (stop_.stop_requested()) throw Cancelled();
            if (i % 64 == 0)
                progress_(static_cast<std::int64_t>(i), static_cast<std::int64_t>(in.samples), scan.name());
            std::size_t steps = 0;
            const float* values = from.sample(part, i, steps);
            scan.begin(firsts_[part] + i);
            if (values) scan.rows(values, steps);
            scan.end();
            lengths.push_back(from.extent(part, i, values, steps).count);
        }
        scan.close_stored(lengths);
        for (const SampleScan& s : scan.samples())
            if (!s.zero() && s.rows - s.lead - s.trail > s.steps) beyond.add(g_.clips[s.clip].id);
        if (beyond.count)
            g_.report.findings.push_back(
                beyond.finding(Severity::warning, "length-mismatch",
                               scan.name() + ": " + counted(beyond.count, "sample") +
                                   " with values beyond the stated length (first: " + beyond.first + ")",
                               "a model that masks by length does not see them, one that does not mask does"));
        const bool padded =
            std::any_of(scan.samples().begin(), scan.samples().end(), [](const auto& s) { return s.steps < s.rows; });
        scan.report.padding = !padded                        ? "none"
                              : from.side() == Side::left    ? "left"
                              : from.side() == Side::unknown ? "unknown"
                                                             : "right";
        scan.report.lengths = !from.told_by().empty() ? "stored" : padded ? "from zero padding" : "whole array";
        g_.streams.push_back(std::move(scan));
    }

    Gathered& g_;
    const Pickle& p_;
    const Progress& progress_;
    const std::stop_token& stop_;
    std::vector<std::string> notes_;
    std::vector<PicklePart> parts_;
    std::vector<PaddedStream> streams_;
    std::vector<std::size_t> firsts_;  // index of each part's first clip
    bool mmsa_ = false;
};

// Every table of numbers in the pickle, each as one sample.
void arrays(Gathered& g, const Pickle& p, Value v, const std::string& path, std::size_t depth,
            const std::stop_token& stop) {
    if (stop.stop_requested()) throw Cancelled();
    if (v.kind == Kind::array && p.array(v).type.number() && !p.array(v).shape.empty() && p.array(v).items > 0) {
        const pickle::Array& a = p.array(v);
        const std::size_t wide = a.shape.size() == 1 ? 1 : a.shape.back();
        if (wide > kMostFeatures) return;
        pickle::Rows rows(p, a);
        StreamScan scan(path.empty() ? "array" : path, a.type.name(), wide);
        scan.report.shape = a.shape;
        scan.begin(0);
        for (std::size_t r = 0; r < rows.count(); ++r) {
            if (r % 1024 == 0 && stop.stop_requested()) throw Cancelled();
            scan.rows(rows.row(r), rows.width() / wide);
        }
        scan.end();
        scan.close_whole();
        g.streams.push_back(std::move(scan));
    }
    if (v.kind != Kind::dict || depth == 0) return;
    for (std::size_t i = 0; i < p.size(v) && g.streams.size() < kMostArrays; ++i) {
        const std::string key = p.is_text(p.key(v, i)) ? p.text(p.key(v, i)) : std::to_string(i);
        arrays(g, p, p.value(v, i), path.empty() ? key : path + "/" + key, depth - 1, stop);
    }
}

}  // namespace

Gathered check_pickle(const std::filesystem::path& file, const Progress& progress, const std::stop_token& stop) {
    progress(0, 0, "reading what the file holds");
    const Pickle p(file, stop);
    Gathered g;
    try {
        PickleCheck(g, p, progress, stop).run();
        return g;
    } catch (const Error& e) {  // no MulT or MMSA pickle, or one whose parts do not fit together
        Gathered plain;
        plain.unit = "file";
        plain.report.kind = "pickle";
        plain.clips.push_back({});
        plain.clips.back().id = file.stem().string();
        plain.report.findings.push_back({Severity::problem,
                                         "refused-file",
                                         "the file " + e.reason(),
                                         "an import refuses it; what follows are its arrays, each as one sample",
                                         1,
                                         {}});
        arrays(plain, p, p.root(), {}, kDeepest, stop);
        if (plain.streams.empty()) throw;
        return plain;
    }
}

}  // namespace mica::check
