// Computational sequences (.csd).
#include "datasets/csd/sequence.h"

#include <algorithm>

#include "datasets/check/findings.h"
#include "datasets/check/gathered.h"
#include "datasets/csd/folds.h"
#include "datasets/features/word_vectors.h"
#include "datasets/types/error.h"
#include "datasets/words/check.h"

namespace mica::check {
namespace {

class SequenceCheck {
public:
    SequenceCheck(Gathered& g, const Sequence& s)
        : g_(g), text_(s.text()), labels_(!text_ && lower_case(s.name()).find("label") != std::string::npos) {
        g_.report.kind = "computational sequence";
        g_.sorted = true;
        g_.unit = labels_ ? "segment" : "id";
        g_.labels_only = labels_;
        g_.streams.emplace_back(s.name(), s.type(), s.features());
        g_.streams[0].report.feature_names = s.feature_names();
        g_.step_times.emplace_back("rows");
        if (labels_) {
            g_.task = Task{};  // sentiment and emotions: -3 to 3
            g_.task->name = s.name();
        }
        const std::string folds = folds_for({s.file().filename().string(), s.name()});
        if (!folds.empty()) folds_ = builtin_folds(folds);
        g_.splits_known = folds_.has_value();
    }

    void add(const std::string& id, const SequenceRows& rows) {
        if (text_) {
            g_.words.add(id, rows.times, 0);
            for (const std::string& w : rows.texts) pauses_ += words::is_pause(w);
        } else {
            g_.step_times[0].add(id, rows.times, 0);
        }
        if (!labels_) {
            sample(id, rows, 0, rows.size());
            return;
        }
        for (std::size_t r = 0; r < rows.size(); ++r) {  // each row is a segment with its label
            sample(id + "[" + std::to_string(r) + "]", rows, r, 1);
            const float* v = rows.values.data() + r * rows.features;
            g_.clips.back().label.assign(v, v + rows.features);
        }
    }

    void finish() {
        g_.streams[0].close_whole();
        g_.streams[0].report.lengths = "stored";
        std::uint64_t words = 0;
        for (const SampleScan& s : g_.streams[0].samples()) words += s.steps;
        if (pauses_)
            g_.report.findings.push_back(
                {Severity::note,
                 "pauses",
                 std::to_string(pauses_) + " of " + counted(words, "word") + " are marks of silence (sp and the like)",
                 "counted as words they lengthen the text and draw attention; the import "
                 "leaves them out of the words",
                 pauses_,
                 {}});
    }

private:
    void sample(const std::string& id, const SequenceRows& rows, std::size_t first, std::size_t count) {
        ClipInfo c;
        c.id = id;
        const std::string video = video_of(id);
        if (video != id) c.group = video;
        if (folds_) c.split = folds_->split(video);
        g_.clips.push_back(std::move(c));
        StreamScan& s = g_.streams[0];
        s.begin(g_.clips.size() - 1);
        if (text_)
            s.rows(count);
        else
            s.rows(rows.values.data() + first * rows.features, count);
        s.end();
    }

    Gathered& g_;
    bool text_, labels_;
    std::optional<Folds> folds_;
    std::uint64_t pauses_ = 0;
};

}  // namespace

Gathered check_sequence(const std::filesystem::path& file, const Progress& progress, const std::stop_token& stop) {
    const Sequence sequence(file);
    Gathered g;
    SequenceCheck check(g, sequence);
    Cases damaged;
    for (const auto& d : sequence.damaged()) damaged.add(d.id, d.reason);
    const auto total = static_cast<std::int64_t>(sequence.entries().size());
    for (std::size_t i = 0; i < sequence.entries().size(); ++i) {
        if (stop.stop_requested()) throw Cancelled();
        if (i % 64 == 0) progress(static_cast<std::int64_t>(i), total, "ids");
        try {
            check.add(sequence.entries()[i].id, sequence.read(i));
        } catch (const Error& e) {
            damaged.add(sequence.entries()[i].id, e.reason());
        }
    }
    progress(total, total, "ids");
    check.finish();
    if (damaged.count)
        g.report.findings.push_back(
            damaged.finding(Severity::problem, "damaged",
                            counted(damaged.count, "id") + " that cannot be read (first: " + damaged.first + ")",
                            "they are missing from whatever is made of this file; nothing of them was checked"));
    return g;
}

}  // namespace mica::check
