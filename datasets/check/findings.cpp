#include "datasets/check/findings.h"

#include <cstdio>

namespace mica::check {

std::string text(double number) {
    char out[40];
    std::snprintf(out, sizeof out, "%.4g", number);
    return out;
}

std::string percent(double part, double whole) {
    char out[40];
    std::snprintf(out, sizeof out, "%.1f %%", whole > 0 ? 100 * part / whole : 0.0);
    return out;
}

std::string counted(std::uint64_t count, std::string_view one) {
    return std::to_string(count) + " " + std::string(one) + (count == 1 ? "" : "s");
}

void Cases::add(const std::string& clip, const std::string& detail, std::uint64_t cases) {
    if (count == 0) first = detail.empty() ? clip : clip.empty() ? detail : clip + ", " + detail;
    count += cases;
    if (in_clips > 0 && clip == last_clip) return;
    ++in_clips;
    last_clip = clip;
    if (clips.size() < Finding::kMostNamed && !clip.empty()) clips.push_back(clip);
}

std::string Cases::text(const std::string& what) const {
    return std::to_string(count) + " " + what + " in " + counted(in_clips, "clip") + " (first: " + first + ")";
}

Finding Cases::finding(Severity severity, std::string rule, std::string what, std::string effect) const {
    return {severity, std::move(rule), std::move(what), std::move(effect), count, clips};
}

}  // namespace mica::check
