// What is wrong between clips: ids, splits and what two splits share.
#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "datasets/check/findings.h"
#include "datasets/check/gathered.h"

namespace mica::check {
namespace {

constexpr double kFlagged = 0.2;  // share of frames without a face that spoils a clip

void ids(const Gathered& g, std::vector<Finding>& out) {
    std::unordered_map<std::string, Split> seen;
    Cases twice, leaked, unnamed;
    for (const ClipInfo& c : g.clips) {
        if (c.id.empty()) {
            unnamed.add("");
            continue;
        }
        const auto [at, fresh] = seen.emplace(c.id, c.split);
        if (!fresh) (at->second == c.split ? twice : leaked).add(c.id);
    }
    if (leaked.count)
        out.push_back(leaked.finding(Severity::problem, "split-overlap",
                                     counted(leaked.count, g.unit) + " in two splits (first: " + leaked.first + ")",
                                     "the model is tested on what it was trained on: the scores are too good"));
    if (twice.count)
        out.push_back(
            twice.finding(Severity::problem, "duplicate-id",
                          counted(twice.count, "id") + " more than once in a split (first: " + twice.first + ")",
                          "labels and predictions cannot be matched to samples; the import refuses them"));
    if (unnamed.count)
        out.push_back(unnamed.finding(Severity::problem, "no-id", counted(unnamed.count, g.unit) + " without an id",
                                      "nothing can be matched to them; the import refuses them"));
}

void groups(const Gathered& g, std::vector<Finding>& out) {
    std::map<std::string, std::set<Split>> splits;
    for (const ClipInfo& c : g.clips)
        if (!c.group.empty() && c.split != Split::none) splits[c.group].insert(c.split);
    std::uint64_t shared = 0;
    std::string first;
    for (const auto& [group, in] : splits) {
        if (in.size() < 2) continue;
        if (shared++ == 0) first = group;
    }
    if (shared == 0) return;
    Cases cases;
    for (const ClipInfo& c : g.clips)
        if (!c.group.empty() && c.split != Split::none && splits[c.group].size() > 1) cases.add(c.id);
    out.push_back(
        cases.finding(Severity::warning, "split-overlap",
                      std::to_string(shared) + " of " + counted(splits.size(), "group") +
                          " (video or speaker) with clips in two splits: " + std::to_string(cases.count) +
                          " clips (first group: " + first + ")",
                      "the model may know face, voice and topic from training; test scores say less about new ones"));
    out.back().count = shared;
}

void splits(const Gathered& g, std::vector<Finding>& out) {
    if (!g.splits_known || g.clips.empty()) return;
    const auto& n = g.report.splits;
    for (const Split s : {Split::train, Split::valid, Split::test})
        if (n[static_cast<std::size_t>(s)] == 0)
            out.push_back({Severity::warning,
                           "empty-split",
                           "no " + g.unit + " is in " + std::string(name(s)),
                           s == Split::train   ? "there is nothing to train on"
                           : s == Split::valid ? "the best epoch cannot be chosen without looking at the test split"
                                               : "there is no score on unseen clips",
                           1,
                           {}});
    Cases cases;
    for (const ClipInfo& c : g.clips)
        if (c.split == Split::none) cases.add(c.id);
    if (cases.count)
        out.push_back(cases.finding(Severity::warning, "no-split",
                                    counted(cases.count, g.unit) + " in no split (first: " + cases.first + ")",
                                    "they are neither trained nor tested on"));
}

void flagged(const Gathered& g, std::vector<Finding>& out) {
    std::uint64_t flagged = 0, frames = 0;
    Cases cases;
    for (const ClipInfo& c : g.clips) {
        flagged += c.flagged_frames;
        frames += c.steps[index(Modality::vision)];
        if (c.flagged_frames > kFlagged * c.steps[index(Modality::vision)]) cases.add(c.id);
    }
    if (flagged == 0) return;
    const double share = frames ? static_cast<double>(flagged) / static_cast<double>(frames) : 1;
    Finding f = cases.finding(share > kFlagged ? Severity::warning : Severity::note, "flagged-frames",
                              std::to_string(flagged) + " of " + std::to_string(frames) + " frames (" +
                                  percent(share, 1) + ") without a face; in " + counted(cases.in_clips, "clip") +
                                  " more than " + percent(kFlagged, 1),
                              "they carry values of a neighbouring frame or zeros: attention on them means nothing");
    f.count = flagged;
    out.push_back(std::move(f));
}

}  // namespace

void clip_rules(const Gathered& g, std::vector<Finding>& out) {
    ids(g, out);
    groups(g, out);
    splits(g, out);
    flagged(g, out);
}

CheckReport judged(Gathered g) {
    CheckReport& r = g.report;
    for (const ClipInfo& c : g.clips) ++r.splits[static_cast<std::size_t>(c.split)];
    for (StreamScan& s : g.streams) {
        const auto in = s.split ? r.splits[static_cast<std::size_t>(*s.split)] : g.clips.size();
        s.summarise(in);
    }
    clip_rules(g, r.findings);
    label_rules(g, r);
    value_rules(g, r.findings);
    length_rules(g, r.findings);
    g.words.find(r.findings, true, g.sorted);
    for (const TimeScan& t : g.step_times) t.find(r.findings, false, g.sorted);
    for (StreamScan& s : g.streams) r.streams.push_back(std::move(s.report));
    std::stable_sort(r.findings.begin(), r.findings.end(),
                     [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
    return std::move(g.report);
}

}  // namespace mica::check
