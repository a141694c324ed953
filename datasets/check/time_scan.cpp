#include "datasets/check/time_scan.h"

#include <algorithm>
#include <cmath>

namespace mica::check {
namespace {

// A step may end this much after its clip: containers round their durations to a frame of picture or sound.
constexpr double kSlack = 0.1;

std::string span(const Interval& t) { return text(t.begin) + " to " + text(t.end) + " s"; }

}  // namespace

void TimeScan::add(const std::string& clip, const std::vector<Interval>& times, double duration) {
    const Interval* last = nullptr;
    double reach = 0;  // where the longest interval so far ends
    for (std::size_t i = 0; i < times.size(); ++i) {
        const Interval& t = times[i];
        const auto at = [&] { return "number " + std::to_string(i) + ", " + span(t); };
        if (!std::isfinite(t.begin) || !std::isfinite(t.end)) {
            not_finite_.add(clip, at());
            continue;
        }
        if (t.begin < 0) negative_.add(clip, at());
        if (t.end < t.begin) reversed_.add(clip, at());
        if (t.end == t.begin) empty_.add(clip, at());
        if (last && t.begin < last->begin)
            unordered_.add(clip, at() + " after " + span(*last));
        else if (last && t.begin < reach - 1e-6 && !(t == *last))  // words of one subtitle share their time
            overlapping_.add(clip, at() + " after " + span(*last));
        if (duration > 0 && t.end > duration + kSlack) beyond_.add(clip, at() + " of " + text(duration) + " s");
        reach = last ? std::max(reach, t.end) : t.end;
        last = &t;
    }
}

void TimeScan::find(std::vector<Finding>& findings, bool overlap, bool sorted) const {
    const auto add = [&](const Cases& cases, Severity severity, const char* rule, const std::string& is,
                         const std::string& effect) {
        if (cases.count == 0) return;
        findings.push_back(cases.finding(severity, rule, cases.text(what_) + " " + is, effect));
    };
    add(not_finite_, Severity::problem, "times-not-finite", "have times that are no numbers",
        "the clips cannot be placed on a time line and are refused by the import");
    add(negative_, Severity::problem, "times-negative", "begin before the clip does",
        "they match no frame; alignment and Corr. Acc are wrong, and sets with them are refused");
    add(reversed_, Severity::problem, "times-reversed", "end before they begin",
        "an interval of negative length matches nothing; sets with it are refused");
    add(unordered_, sorted ? Severity::warning : Severity::problem, "times-unordered",
        "begin before the one in front of them",
        sorted ? "the import sorts them; code that numbers rows in the file's order gives them other ids"
               : "the order of steps is not the order in time, so position encodings and truth from times are wrong");
    add(beyond_, Severity::warning, "times-beyond", "end after their clip does",
        "what lies after the end has no picture or sound: the times or the clip belong to something else");
    add(empty_, Severity::note, "times-empty", "take no time",
        "they match no frame, so Corr. Acc leaves them out; training does not mind");
    if (overlap)
        add(overlapping_, Severity::warning, "words-overlap", "overlap the one before",
            "a frame then belongs to two words and the truth of the attention is ambiguous there");
}

}  // namespace mica::check
