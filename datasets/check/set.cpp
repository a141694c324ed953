// Native sets: through the reader that training uses, and field by field where that refuses.
#include <set>

#include "datasets/check/findings.h"
#include "datasets/check/gathered.h"
#include "datasets/check/lenient_set.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"

namespace mica::check {
namespace {

class SetCheck {
public:
    SetCheck(Gathered& g, const DatasetInfo& info) : g_(g) {
        for (const Modality m : kModalities) {
            const StreamInfo& s = info.streams[index(m)];
            g_.streams.emplace_back(std::string(name(m)), "f4", s.features);
            g_.streams.back().report.feature_names = s.feature_names;
            g_.step_times.emplace_back(std::string(name(m)) + " steps");
        }
        g_.task = info.task;
        g_.splits_known = true;
        g_.report.fingerprint = info.fingerprint;
    }

    void add(const Clip& c) {
        const std::size_t i = g_.clips.size();
        g_.clips.push_back(c.info);
        for (const Modality m : kModalities) {
            const Stream& s = c.streams[index(m)];
            if (s.steps == 0 || s.features == 0) continue;
            StreamScan& scan = g_.streams[index(m)];
            scan.begin(i);
            scan.rows(s.values.data(), s.steps);
            scan.end();
            g_.step_times[index(m)].add(c.info.id, s.times, c.info.duration);
        }
        std::vector<Interval> times;
        for (const Word& w : c.words) times.push_back(w.time);
        g_.words.add(c.info.id, times, c.info.duration);
        const std::size_t text = c.streams[index(Modality::text)].steps;
        if (!c.words.empty() && text > 0 && text != c.words.size())
            uneven_.add(c.info.id, std::to_string(c.words.size()) + " words, " + std::to_string(text) + " text steps");
    }

    void finish() {
        for (std::size_t m = g_.streams.size(); m-- > 0;) {
            StreamScan& s = g_.streams[m];
            s.close_whole();
            s.report.lengths = "stored";
            if (s.features() > 0) continue;  // a stream that the set says it does not have
            g_.streams.erase(g_.streams.begin() + static_cast<std::ptrdiff_t>(m));
        }
        if (uneven_.count)
            g_.report.findings.push_back(
                uneven_.finding(Severity::problem, "words-steps",
                                counted(uneven_.count, "clip") +
                                    " where words and text steps differ in number (first: " + uneven_.first + ")",
                                "attention rows would be shown under the wrong word; such clips are refused"));
    }

private:
    Gathered& g_;
    Cases uneven_;
};

void media(Gathered& g, const std::filesystem::path& file, bool sample) {
    Cases missing;
    std::uint64_t named = 0;
    std::error_code ec;
    for (const ClipInfo& c : g.clips) {
        if (c.media.empty()) continue;
        ++named;
        const std::filesystem::path at = file.parent_path() / c.media;  // an absolute path stays itself
        if (!std::filesystem::exists(at, ec)) missing.add(c.id, at.string());
    }
    if (missing.count && !sample)  // those of the sample set are made when they are wanted
        g.report.findings.push_back(missing.finding(Severity::note, "media-missing",
                                                    std::to_string(missing.count) + " of " +
                                                        counted(named, "media file") +
                                                        " are not there (first: " + missing.first + ")",
                                                    "training does not need them; the window cannot play these clips"));
}

}  // namespace

Gathered check_set(const std::filesystem::path& file, const Progress& progress, const std::stop_token& stop) {
    Gathered g;
    g.report.kind = "set of this program";
    std::shared_ptr<Dataset> set;
    std::unique_ptr<LenientSet> lenient;
    bool safe = false;
    try {
        h5::examine(file);
        safe = true;
        set = open_set(file);
    } catch (const Error& e) {
        lenient = std::make_unique<LenientSet>(file, safe);
        g.report.findings.push_back({Severity::problem,
                                     "damaged",
                                     "the file " + e.reason(),
                                     "it cannot be trained on; what follows is what could still be read of it",
                                     1,
                                     {}});
    }
    SetCheck check(g, set ? set->info() : lenient->info());
    if (!safe) g.task.reset();  // its attributes are not known, so the labels mean nothing
    const std::size_t n = set ? set->size() : lenient->clips().size();
    const bool whole = set != nullptr;
    Cases refused;
    for (std::size_t i = 0; i < n; ++i) {
        if (stop.stop_requested()) throw Cancelled();
        if (i % 64 == 0) progress(static_cast<std::int64_t>(i), static_cast<std::int64_t>(n), "clips");
        std::optional<Clip> clip;
        if (whole) {
            try {
                clip = set->read(i);
            } catch (const Error& e) {
                refused.add(set->clips()[i].id, e.reason());
                if (!lenient) lenient = std::make_unique<LenientSet>(file, safe);
            }
        }
        check.add(clip ? *clip : lenient->read(i));
    }
    progress(static_cast<std::int64_t>(n), static_cast<std::int64_t>(n), "clips");
    check.finish();
    if (refused.count)
        g.report.findings.push_back(refused.finding(
            Severity::problem, "refused-clip",
            counted(refused.count, "clip") + " that the set's reader refuses (first: " + refused.first + ")",
            "training stops when it comes to one of them"));
    if (lenient && !lenient->damage().empty()) {
        const std::set<std::string> damage(lenient->damage().begin(), lenient->damage().end());
        std::size_t told = 0;
        for (const std::string& what : damage)
            if (++told <= 20)
                g.report.findings.push_back(
                    {Severity::problem, "unreadable", what, "this part of the file was not checked", 1, {}});
    }
    media(g, file, set ? set->info().sample : lenient->info().sample);
    return g;
}

}  // namespace mica::check
