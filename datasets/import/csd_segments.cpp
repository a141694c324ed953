#include "datasets/import/csd_segments.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <set>

#include "datasets/csd/folds.h"
#include "datasets/import/counted.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

const std::vector<std::string> kMoseiLabels{"sentiment", "happy", "sad", "anger", "surprise", "disgust", "fear"};

std::vector<std::string> label_names(const Sequence& labels) {
    if (labels.features() == 1) return {"sentiment"};
    if (labels.feature_names().empty() && labels.features() == kMoseiLabels.size()) return kMoseiLabels;
    std::vector<std::string> names = labels.feature_names();
    for (std::size_t i = names.size(); i < labels.features(); ++i) names.push_back(std::to_string(i));
    return names;
}

// Which values of a label row are taken.
std::vector<std::size_t> chosen(const Sequence& labels, const std::vector<std::string>& names,
                                const std::string& label) {
    if (label.empty()) return {0};
    std::vector<std::size_t> all(names.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    if (label == "all") return all;
    for (const std::size_t i : all)
        if (names[i] == label) return {i};
    std::size_t at = 0;
    const auto [end, ec] = std::from_chars(label.data(), label.data() + label.size(), at);
    if (ec == std::errc() && end == label.data() + label.size() && at < names.size()) return {at};
    throw Error("has no label '" + label + "'", labels.file().string(), "It has " + listed(names));
}

std::vector<std::string> every_name(const Sequences& sequences) {
    std::vector<std::string> names;
    for (const Role r : kRoles)
        if (const Sequence* s = sequences.get(r)) {
            names.push_back(s->file().stem().string());
            names.push_back(s->name());
            if (const auto it = s->metadata().find("dataset name"); it != s->metadata().end())
                names.push_back(it->second);
        }
    return names;
}

void split(Segments& out, const Sequences& sequences, const CsdOptions& options) {
    const std::string found = options.folds == "auto" ? folds_for(every_name(sequences)) : options.folds;
    if (found.empty() || found == "draw") {
        std::vector<std::string> groups;
        for (const Segment& s : out.all) groups.push_back(s.info.group);
        const auto splits = grouped_splits(groups, options.seed);
        for (std::size_t i = 0; i < splits.size(); ++i) out.all[i].info.split = splits[i];
        out.folds = "drawn with seed " + std::to_string(options.seed);
        return;
    }
    const auto builtin = builtin_folds(found);
    const Folds folds = builtin ? *builtin : read_folds(found);
    out.folds = builtin ? folds.name : std::filesystem::path(found).filename().string();
    std::set<std::string> outside;
    for (Segment& s : out.all) {
        s.info.split = folds.split(s.info.group);
        if (s.info.split == Split::none) outside.insert(s.info.group);
    }
    if (!outside.empty())
        out.notes.push_back("The folds '" + out.folds + "' lack " +
                            counted(outside.size(), "video, whose clips are", "videos, whose clips are") +
                            " in no split: " + listed({outside.begin(), outside.end()}) + ".");
}

// Words of the segments of one video; counts those that lie in none.
class WordsOfVideo {
public:
    WordsOfVideo(const Sequence& words, const std::string& video, std::vector<Sequence::Damaged>& damaged)
        : words_(words), video_(words.gather(video, damaged)), damaged_(damaged) {
        used_.resize(video_.size());
    }
    void fill(Segment& s) {
        const std::size_t own = words_.find(s.info.id);
        if (s.info.id != s.info.group && own < words_.entries().size()) {  // aligned: this very segment is there
            const SequenceRows rows = words_.gather(std::vector<std::size_t>{own}, damaged_);
            take(s, rows, nullptr);
            own_ = true;
        } else {
            take(s, video_, &used_);
        }
    }
    [[nodiscard]] std::size_t dropped() const { return video_.dropped; }
    [[nodiscard]] std::size_t cut() const { return cut_; }
    [[nodiscard]] std::size_t outside() const {
        std::size_t n = 0;
        for (std::size_t r = 0; r < used_.size() && !own_; ++r) n += !used_[r] && is_word(video_.texts[r]);
        return n;
    }
    static bool is_word(const std::string& text) { return !text.empty() && text != "sp"; }

private:
    void take(Segment& s, const SequenceRows& rows, std::vector<bool>* used) {
        for (const Overlap& o : RowFinder(rows.times).overlaps(s.time)) {
            if (used) (*used)[o.row] = true;
            if (!is_word(rows.texts[o.row])) continue;
            const Interval &whole = rows.times[o.row], at{o.time.begin - s.time.begin, o.time.end - s.time.begin};
            cut_ += std::abs((o.time.end - o.time.begin) - (whole.end - whole.begin)) > kAlignEpsilon;
            s.words.push_back({rows.texts[o.row], at});
            s.whole.push_back(whole);
            s.info.transcript += (s.info.transcript.empty() ? "" : " ") + rows.texts[o.row];
        }
    }
    const Sequence& words_;
    SequenceRows video_;
    std::vector<Sequence::Damaged>& damaged_;
    std::vector<bool> used_;
    std::size_t cut_ = 0;
    bool own_ = false;
};

void read_words(Segments& out, const Sequence& words, const std::stop_token& stop) {
    std::vector<Sequence::Damaged> damaged;
    std::vector<std::string> missing;
    std::size_t outside = 0, cut = 0, dropped = 0, silent = 0;
    for (std::size_t i = 0; i < out.all.size();) {
        if (stop.stop_requested()) throw Cancelled();
        const std::string video = out.all[i].info.group;
        WordsOfVideo of(words, video, damaged);
        if (words.of_video(video).empty()) missing.push_back(video);
        for (; i < out.all.size() && out.all[i].info.group == video; ++i) {
            of.fill(out.all[i]);
            silent += out.all[i].words.empty() && out.all[i].info.duration > 0;
        }
        outside += of.outside();
        cut += of.cut();
        dropped += of.dropped();
    }
    note_damaged(words, std::move(damaged), out.notes);
    const auto note = [&out](std::size_t count, std::string_view one, std::string_view many) {
        if (count > 0) out.notes.push_back(counted(count, one, many) + ".");
    };
    if (!missing.empty())
        out.notes.push_back("Words are missing for " + counted(missing.size(), "video", "videos") +
                            " with labels: " + listed(missing) + ".");
    note(outside, "word lies outside every labelled segment and is not in the set",
         "words lie outside every labelled segment and are not in the set");
    note(cut, "word reaches over the border of a segment and is cut at it, as the SDK does",
         "words reach over the border of a segment and are cut at it, as the SDK does");
    note(dropped, "row of words has times that are reversed or not finite and is left out",
         "rows of words have times that are reversed or not finite and are left out");
    note(silent, "segment has no words", "segments have no words");
}

}  // namespace

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < std::min<std::size_t>(names.size(), 8); ++i) text += (i ? ", " : "") + names[i];
    if (names.size() > 8) text += " and " + std::to_string(names.size() - 8) + " more";
    return text;
}

void note_damaged(const Sequence& sequence, std::vector<Sequence::Damaged> damaged, std::vector<std::string>& notes) {
    std::map<std::string, std::string> all;
    for (const auto& d : sequence.damaged()) all.emplace(d.id, d.reason);
    for (const auto& d : damaged) all.emplace(d.id, d.reason);
    std::vector<std::string> names;
    for (const auto& [id, reason] : all) names.push_back("'" + id + "' " + reason);
    if (!names.empty())
        notes.push_back(sequence.file().filename().string() + ": " + counted(names.size(), "id", "ids") +
                        " cannot be used: " + listed(names) + ".");
}

Segments read_segments(const Sequences& sequences, const CsdOptions& options, const std::stop_token& stop) {
    const Sequence& labels = *sequences.get(Role::labels);
    const std::string where = labels.file().string();
    const auto names = label_names(labels);
    const auto values = chosen(labels, names, options.label);
    Segments out;
    std::vector<Sequence::Damaged> damaged;
    std::vector<std::pair<std::string, std::size_t>> order;  // by video, so that one video's rows are read once
    for (std::size_t i = 0; i < labels.entries().size(); ++i) order.emplace_back(video_of(labels.entries()[i].id), i);
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::size_t empty = 0;
    double low = 0, high = 0;
    for (const auto& [video, i] : order) {
        if (stop.stop_requested()) throw Cancelled();
        const std::string& id = labels.entries()[i].id;
        SequenceRows rows;
        try {
            rows = labels.read(i);
        } catch (const Error& e) {
            damaged.push_back({id, e.reason()});
            continue;
        }
        for (std::size_t r = 0; r < rows.size(); ++r) {
            Segment s;
            s.time = rows.times[r];
            s.info.id = id != video && rows.size() == 1 ? id : id + "[" + std::to_string(r) + "]";
            s.info.group = video;
            for (const std::size_t v : values) s.info.label.push_back(rows.values[r * rows.features + v]);
            if (!rows.usable(r)) {
                out.left_out.push_back({s.info.id, where + ": its interval is reversed or not finite"});
                continue;
            }
            if (!std::all_of(s.info.label.begin(), s.info.label.end(), [](float v) { return std::isfinite(v); })) {
                out.left_out.push_back({s.info.id, where + ": its label is not a finite number"});
                continue;
            }
            for (const float v : s.info.label) {
                low = std::min(low, static_cast<double>(v));
                high = std::max(high, static_cast<double>(v));
            }
            s.info.duration = s.time.duration();
            if (s.info.duration <= kAlignEpsilon) {
                ++empty;
                s.info.note = "the segment has no length, and therefore no words and features";
            }
            out.all.push_back(std::move(s));
        }
    }
    note_damaged(labels, std::move(damaged), out.notes);
    if (empty > 0)
        out.notes.push_back(counted(empty, "segment has no length; it stays in with empty streams.",
                                    "segments have no length; they stay in with empty streams."));
    out.task.kind = TaskKind::regression;
    out.task.name = values.size() == 1 ? names[values[0]] : "labels";
    const bool fits = low >= -3 && high <= 3;
    out.task.minimum = fits ? -3 : std::floor(low);
    out.task.maximum = fits ? 3 : std::ceil(high);
    split(out, sequences, options);
    if (const Sequence* words = sequences.get(Role::words)) read_words(out, *words, stop);
    return out;
}

}  // namespace mica
