// What is wrong with the values of streams: not finite, constant, of scales that do not fit, zero, the same twice.
#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "datasets/check/findings.h"
#include "datasets/check/gathered.h"

namespace mica::check {
namespace {

constexpr double kScales = 1000;  // deviations of features further apart than this cannot share a learning rate
constexpr std::size_t kNamed = 8;

const std::string& id(const Gathered& g, const SampleScan& s) { return g.clips[s.clip].id; }

std::string listed(const StreamScan& s, const std::vector<std::size_t>& features) {
    std::string out;
    for (std::size_t i = 0; i < std::min(features.size(), kNamed); ++i) out += (i ? ", " : "") + s.feature(features[i]);
    return features.size() > kNamed ? out + ", .." : out;
}

void not_finite(const Gathered& g, const StreamScan& s, std::vector<Finding>& out) {
    Cases cases;
    for (const SampleScan& x : s.samples())
        if (x.nan + x.infinite > 0) cases.add(id(g, x), {}, x.nan + x.infinite);
    if (cases.count == 0) return;
    out.push_back(cases.finding(
        Severity::problem, "not-finite",
        s.name() + ": " + counted(s.report.nan, "value") + " NaN and " + std::to_string(s.report.infinite) +
            " infinite in " + counted(cases.in_clips, g.unit) + " (first: " + cases.first + ")",
        "one such value turns the loss and with it every weight into NaN; set them to 0 or leave the clips out"));
}

void constant(const StreamScan& s, std::vector<Finding>& out) {
    const auto& c = s.report.constant;
    if (c.empty()) return;
    Finding f;
    f.severity = c.size() == s.features() ? Severity::problem : Severity::warning;
    f.rule = "constant-feature";
    f.what = s.name() + ": " + std::to_string(c.size()) + " of " + counted(s.features(), "feature") +
             " never change (" + listed(s, c) + ")";
    f.effect = c.size() == s.features() ? "the stream tells a model nothing"
                                        : "they tell a model nothing, and dividing by their deviation of 0 gives NaN";
    f.count = c.size();
    out.push_back(std::move(f));
}

void scales(const StreamScan& s, std::vector<Finding>& out) {
    std::size_t small = s.features(), large = s.features();
    const auto& all = s.feature_scans();
    for (std::size_t f = 0; f < all.size(); ++f) {
        if (all[f].count < 2 || all[f].constant()) continue;
        if (small == s.features() || all[f].deviation() < all[small].deviation()) small = f;
        if (large == s.features() || all[f].deviation() > all[large].deviation()) large = f;
    }
    if (small == s.features()) return;
    const double low = all[small].deviation(), high = all[large].deviation();
    if (!(high > kScales * low)) return;
    Finding f;
    f.severity = Severity::warning;
    f.rule = "feature-scale";
    f.what = s.name() + ": the features' deviations reach from " + text(low) + " (" + s.feature(small) + ") to " +
             text(high) + " (" + s.feature(large) + ")";
    f.effect =
        "the large ones drown the small ones and make steps unstable; normalise with the training split's "
        "mean and deviation";
    for (const FeatureScan& x : all) f.count += x.count > 1 && !x.constant() && x.deviation() * kScales < high;
    out.push_back(std::move(f));
}

void zeros(const Gathered& g, const StreamScan& s, std::vector<Finding>& out) {
    Cases cases;
    for (const SampleScan& x : s.samples())
        if (x.zero()) cases.add(id(g, x));
    if (cases.count == 0) return;
    out.push_back(cases.finding(
        Severity::warning, "all-zero",
        s.name() + ": " + counted(cases.count, "sample") + " of nothing but zeros (first: " + cases.first + ")",
        "the model sees no content there and learns to answer without the stream; usually its extraction failed"));
}

// The same content under two ids: over all streams of a clip, so that clips that only share words do not count.
void duplicates(const Gathered& g, std::vector<Finding>& out) {
    std::vector<std::uint64_t> hash(g.clips.size(), 0);
    std::vector<bool> filled(g.clips.size(), false);
    for (const StreamScan& s : g.streams)
        for (const SampleScan& x : s.samples()) {
            const bool content = s.features() > 0 && x.rows > 0 && !x.zero();
            // streams of one split stand for the whole set's stream: their order within a clip is the same
            hash[x.clip] = (hash[x.clip] ^ (content ? x.hash : 0)) * 0x9e3779b97f4a7c15ULL;
            if (content) filled[x.clip] = true;
        }
    std::unordered_map<std::uint64_t, std::size_t> seen;
    Cases across, within;
    for (std::size_t i = 0; i < g.clips.size(); ++i) {
        if (!filled[i]) continue;
        const auto [at, fresh] = seen.emplace(hash[i], i);
        if (fresh) continue;
        const ClipInfo& first = g.clips[at->second];
        (first.split != g.clips[i].split ? across : within).add(g.clips[i].id, "the same as " + first.id);
    }
    // two people may well say the same few words
    const bool words = std::all_of(g.streams.begin(), g.streams.end(), [](const StreamScan& s) {
        return s.features() == 0 || s.samples().empty() || s.name() == "text" || s.name().ends_with("/text");
    });
    if (across.count)
        out.push_back(across.finding(words ? Severity::note : Severity::problem, "duplicate-content",
                                     across.text("samples have the same features as one of another split"),
                                     "the model is tested on what it was trained on: the scores are too good"));
    if (within.count)
        out.push_back(within.finding(words ? Severity::note : Severity::warning, "duplicate-content",
                                     within.text("samples have the same features as another one"),
                                     "they count twice in every mean, and with two labels they contradict each other"));
}

}  // namespace

void value_rules(const Gathered& g, std::vector<Finding>& out) {
    for (const StreamScan& s : g.streams) {
        if (s.features() == 0) continue;
        not_finite(g, s, out);
        if (g.labels_only) continue;
        constant(s, out);
        scales(s, out);
        zeros(g, s, out);
    }
    if (!g.labels_only) duplicates(g, out);
}

}  // namespace mica::check
