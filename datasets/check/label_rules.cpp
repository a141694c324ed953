// Labels: how often each stands in each split, and what is wrong with them.
#include <algorithm>
#include <cmath>

#include "datasets/check/findings.h"
#include "datasets/check/gathered.h"

namespace mica::check {
namespace {

constexpr double kSkew = 0.75;         // share of one class from which accuracy says little
constexpr std::size_t kMostBins = 60;  // of a regression label

std::size_t at(Split s) { return static_cast<std::size_t>(s); }

std::uint64_t total(const LabelBin& b) { return b.count[0] + b.count[1] + b.count[2] + b.count[3]; }

// The split that a baseline is told for: the test split where it has clips, else the first that has some.
Split judged_split(const CheckReport& r) {
    for (const Split s : {Split::test, Split::valid, Split::train})
        if (r.splits[at(s)] > 0) return s;
    return Split::none;
}

void faults(const Gathered& g, std::vector<Finding>& out) {
    const Task& task = *g.task;
    Cases missing, odd, outside;
    for (const ClipInfo& c : g.clips) {
        if (c.label.empty()) missing.add(c.id);
        if (!c.label.empty() && task.label_values() > 0 && c.label.size() != task.label_values())
            outside.add(c.id, std::to_string(c.label.size()) + " labels");
        for (const float v : c.label) {
            if (!std::isfinite(v))
                odd.add(c.id, text(v));
            else if (task.kind == TaskKind::classification
                         ? v < 0 || v != std::floor(v) ||
                               static_cast<double>(v) >= static_cast<double>(task.classes.size())
                         : static_cast<double>(v) < task.minimum || static_cast<double>(v) > task.maximum)
                outside.add(c.id, text(v));
        }
    }
    if (missing.count)
        out.push_back(
            missing.finding(Severity::warning, "label-missing",
                            counted(missing.count, g.unit) + " without a label (first: " + missing.first + ")",
                            "they cannot be trained or tested on"));
    if (odd.count)
        out.push_back(odd.finding(Severity::problem, "label-not-finite", odd.text("labels are no finite number"),
                                  "the loss becomes NaN, and with it every weight"));
    if (outside.count)
        out.push_back(outside.finding(
            Severity::problem, "label-out-of-range",
            outside.text(task.kind == TaskKind::classification
                             ? "labels are none of the " + std::to_string(task.classes.size()) + " classes"
                             : "labels lie outside " + text(task.minimum) + " to " + text(task.maximum)),
            "metrics that round or clip to the range (Acc-7) count them wrong; classes that are not there stop a "
            "training"));
}

void classes(const Gathered& g, CheckReport& r, std::size_t part) {
    const Task& task = *g.task;
    const std::string prefix = task.parts.empty() ? "" : task.parts[part] + ": ";
    std::vector<LabelBin> bins;
    for (const std::string& c : task.classes) bins.push_back({prefix + c, {}});
    for (const ClipInfo& c : g.clips) {
        if (c.label.size() <= part) continue;
        const float v = c.label[part];
        if (v >= 0 && v == std::floor(v) && static_cast<double>(v) < static_cast<double>(bins.size()))
            ++bins[static_cast<std::size_t>(v)].count[at(c.split)];
    }
    const Split split = judged_split(r);
    std::uint64_t all = 0, used = 0;
    for (const LabelBin& b : bins) {
        all += b.count[at(split)];
        used += total(b) > 0;
    }
    const auto most = std::max_element(bins.begin(), bins.end(), [&](const LabelBin& a, const LabelBin& b) {
        return a.count[at(Split::train)] < b.count[at(Split::train)];
    });
    std::vector<std::string> unused;
    for (const LabelBin& b : bins)
        if (total(b) == 0) unused.push_back(b.name);
    if (used == 1 && bins.size() > 1)
        r.findings.push_back(
            {Severity::problem,
             "one-class",
             prefix + "every label is \"" +
                 std::find_if(bins.begin(), bins.end(), [](const LabelBin& b) { return total(b) > 0; })->name + "\"",
             "there is nothing to tell apart: any model scores 100 %",
             1,
             {}});
    else if (used > 1 && !unused.empty())
        r.findings.push_back({Severity::note,
                              "unused-class",
                              prefix + std::to_string(unused.size()) + " of " + std::to_string(bins.size()) +
                                  " classes without a clip (first: " + unused.front() + ")",
                              "the model has an output that is never right, and F1 over classes counts it as 0",
                              unused.size(),
                              {}});
    if (used > 1 && all > 0 && most != bins.end()) {
        const double share = static_cast<double>(most->count[at(split)]) / static_cast<double>(all);
        r.findings.push_back({share >= kSkew ? Severity::warning : Severity::note,
                              "majority-baseline",
                              "always answering \"" + most->name + "\", the commonest in train, is right for " +
                                  percent(share, 1) + " of " + std::string(name(split)),
                              share >= kSkew ? "accuracy hides what was learnt; look at F1 by class"
                                             : "accuracies are to be read against this one",
                              most->count[at(split)],
                              {}});
    }
    r.labels.insert(r.labels.end(), bins.begin(), bins.end());
}

// Bins of one (more where the range is wide) from the range's lower end; the last includes the upper end.
void histogram(const Gathered& g, CheckReport& r) {
    const Task& task = *g.task;
    const double low = task.minimum, high = task.maximum;
    if (!(high > low) || !std::isfinite(high - low)) return;
    const double width = std::max(1.0, std::ceil((high - low) / static_cast<double>(kMostBins)));
    const auto count = static_cast<std::size_t>(std::ceil((high - low) / width));
    LabelBin below{"below " + text(low), {}}, above{"above " + text(high), {}};
    std::vector<LabelBin> bins(count);
    for (std::size_t b = 0; b < count; ++b) {
        const double from = low + width * static_cast<double>(b), to = std::min(high, from + width);
        bins[b].name = "[" + text(from) + ", " + text(to) + (b + 1 == count ? "]" : ")");
    }
    for (const ClipInfo& c : g.clips) {
        if (c.label.empty() || !std::isfinite(c.label[0])) continue;
        const double v = static_cast<double>(c.label[0]);
        LabelBin& bin = v < low    ? below
                        : v > high ? above
                                   : bins[std::min(count - 1, static_cast<std::size_t>((v - low) / width))];
        ++bin.count[at(c.split)];
    }
    if (total(below) > 0) r.labels.push_back(below);
    r.labels.insert(r.labels.end(), bins.begin(), bins.end());
    if (total(above) > 0) r.labels.push_back(above);
}

void regression(const Gathered& g, CheckReport& r) {
    histogram(g, r);
    const Split split = judged_split(r);
    double sum = 0, error = 0;
    std::uint64_t trained = 0, judged = 0, positive = 0, negative = 0;
    float first = 0;
    bool any = false, differ = false;
    const Split source = r.splits[at(Split::train)] > 0 ? Split::train : split;
    for (const ClipInfo& c : g.clips) {
        if (c.label.empty() || !std::isfinite(c.label[0])) continue;
        differ = differ || (any && c.label[0] != first);
        if (!any) first = c.label[0];
        any = true;
        if (c.split != source) continue;
        sum += static_cast<double>(c.label[0]);
        positive += c.label[0] > 0;
        negative += c.label[0] < 0;
        ++trained;
    }
    if (!any) return;
    if (!differ && g.clips.size() > 1) {
        r.findings.push_back({Severity::problem,
                              "one-class",
                              "every label is " + text(static_cast<double>(first)),
                              "there is nothing to tell apart, and correlations are not defined",
                              1,
                              {}});
        return;
    }
    if (trained == 0) return;
    const double mean = sum / static_cast<double>(trained);
    const bool up = positive >= negative;  // the answer that a model learns from the labels' signs alone
    std::uint64_t signed_labels = 0, right = 0;
    for (const ClipInfo& c : g.clips) {
        if (c.split != split || c.label.empty() || !std::isfinite(c.label[0])) continue;
        error += std::abs(static_cast<double>(c.label[0]) - mean);
        signed_labels += c.label[0] != 0;
        right += up ? c.label[0] > 0 : c.label[0] < 0;
        ++judged;
    }
    if (judged == 0) return;
    const double share = static_cast<double>(right) / static_cast<double>(std::max<std::uint64_t>(1, signed_labels));
    std::string what = "always answering " + text(mean) + ", the mean of " + std::string(name(source)) +
                       ", has a mean absolute error of " + text(error / static_cast<double>(judged)) + " on " +
                       std::string(name(split));
    if (positive && negative)
        what += "; always \"" + std::string(up ? "positive" : "negative") + "\" is right for " + percent(share, 1) +
                " of its labels that are not 0";
    r.findings.push_back({share >= kSkew && positive && negative ? Severity::warning : Severity::note,
                          "majority-baseline",
                          what,
                          "errors and accuracies are to be read against these",
                          judged,
                          {}});
}

}  // namespace

void label_rules(const Gathered& g, CheckReport& r) {
    if (!g.task || g.clips.empty()) return;
    faults(g, r.findings);
    if (g.task->kind == TaskKind::regression)
        regression(g, r);
    else
        for (std::size_t p = 0; p < std::max<std::size_t>(1, g.task->parts.size()); ++p) classes(g, r, p);
}

}  // namespace mica::check
