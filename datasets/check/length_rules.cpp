// What lengths do to training: samples without a stream, padding, samples much longer than the others.
#include <algorithm>

#include "datasets/check/findings.h"
#include "datasets/check/gathered.h"
#include "datasets/types/joined.h"

namespace mica::check {
namespace {

constexpr double kLong = 4;      // times the median
constexpr double kWasted = 0.5;  // share of padding that is worth a word

bool holds(const StreamScan& s, const ClipInfo& c) { return !s.split || *s.split == c.split; }

// Steps of each clip in a stream; a clip that the stream does not name has none.
std::vector<std::uint64_t> steps(const Gathered& g, const StreamScan& s) {
    std::vector<std::uint64_t> out(g.clips.size(), 0);
    for (const SampleScan& x : s.samples()) out[x.clip] += x.steps;
    return out;
}

void missing(const Gathered& g, std::vector<Finding>& out) {
    std::vector<bool> any(g.clips.size(), g.streams.empty());
    for (const StreamScan& s : g.streams) {
        const auto length = steps(g, s);
        Cases absent;
        for (std::size_t i = 0; i < g.clips.size(); ++i) {
            if (!holds(s, g.clips[i])) continue;
            if (length[i] > 0)
                any[i] = true;
            else
                absent.add(g.clips[i].id);
        }
        if (s.report.samples == 0)  // said once, not for every clip
            out.push_back({Severity::warning,
                           "empty-stream",
                           s.name() + ": no " + g.unit + " has a step of it",
                           "models that need the stream cannot be trained",
                           g.clips.size(),
                           {}});
        else if (absent.count)
            out.push_back(absent.finding(
                Severity::warning, "missing-stream",
                s.name() + ": " + std::to_string(absent.count) + " of " +
                    counted(absent.count + s.report.samples, g.unit) + " have no step of it (first: " + absent.first +
                    ")",
                "a model gets no evidence from the stream there; whoever drops such samples reports on another set"));
    }
    Cases none;
    for (std::size_t i = 0; i < g.clips.size(); ++i)
        if (!any[i]) none.add(g.clips[i].id);
    if (none.count)
        out.push_back(
            none.finding(Severity::problem, "empty-sample",
                         counted(none.count, g.unit) + " without a step in any stream (first: " + none.first + ")",
                         "there is nothing to learn from; a softmax over no steps gives NaN"));
}

void lengths(const Gathered& g, const StreamScan& s, std::vector<Finding>& out) {
    std::vector<std::uint64_t> all;
    for (const auto l : steps(g, s))
        if (l > 0) all.push_back(l);
    if (all.size() < 3) return;
    std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2), all.end());
    const double median = static_cast<double>(all[all.size() / 2]);
    Cases cases;
    for (const SampleScan& x : s.samples())
        if (static_cast<double>(x.steps) > kLong * median) cases.add(g.clips[x.clip].id);
    if (cases.count == 0) return;
    const CheckedStream& r = s.report;
    const double padding = 1 - r.mean_length / static_cast<double>(r.longest);
    out.push_back(cases.finding(
        padding > kWasted ? Severity::warning : Severity::note, "long-clip",
        s.name() + ": " + counted(cases.count, g.unit) + " longer than " + text(kLong) + " times the median of " +
            text(median) + " steps, up to " + std::to_string(r.longest) + " (first: " + cases.first + ")",
        "padded to the longest, " + percent(padding, 1) +
            " of the steps would be padding, and attention costs the square of the length: cut or sort by length"));
}

void padding(const Gathered& g, std::vector<Finding>& out) {
    std::vector<std::string> left, right;
    for (const StreamScan& s : g.streams) {
        const CheckedStream& r = s.report;
        if (r.padding == "left") left.push_back(r.name);
        if (r.padding == "right") right.push_back(r.name);
        if (r.padding == "unknown")
            out.push_back({Severity::warning,
                           "padding-unknown",
                           r.name + ": as many samples begin with zeros as end with them",
                           "lengths cannot be told from the zeros, so every row counts as real",
                           s.samples().size(),
                           {}});
        if (r.lengths == "stored") continue;
        Cases full;
        for (const SampleScan& x : s.samples())
            if (x.steps == x.rows && x.rows > 0) full.add(g.clips[x.clip].id);
        if (r.lengths == "from zero padding" && 2 * full.count > s.samples().size())
            out.push_back(full.finding(
                Severity::note, "cut-length",
                r.name + ": " + counted(full.count, g.unit) + " fill all " + std::to_string(r.longest) + " steps",
                "they were probably cut to that length; what came after is lost"));
    }
    if (!left.empty() && !right.empty())
        out.push_back({Severity::warning,
                       "padding-mixed",
                       "padding is on the left in " + joined(left) + " and on the right in " + joined(right),
                       "code that takes the last step as the sentence's summary takes padding in one of them",
                       left.size() + right.size(),
                       {}});
    else if (!left.empty())
        out.push_back({Severity::note,
                       "padding-left",
                       "padding is on the left in " + joined(left),
                       "models that mask by length must shift the rows first; the import does",
                       left.size(),
                       {}});
}

}  // namespace

void length_rules(const Gathered& g, std::vector<Finding>& out) {
    missing(g, out);
    for (const StreamScan& s : g.streams) lengths(g, s, out);
    padding(g, out);
}

}  // namespace mica::check
