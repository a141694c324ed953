// Counting cases of a fault, and numbers in sentences.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "datasets/check/report.h"

namespace mica::check {

/// "0.25", four significant digits.
[[nodiscard]] std::string text(double number);
/// "12.5 %"
[[nodiscard]] std::string percent(double part, double whole);
/// "1 clip", "2 clips"
[[nodiscard]] std::string counted(std::uint64_t count, std::string_view one);

/// Cases of one fault: how many, in which clips, and where the first is.
struct Cases {
    std::uint64_t count = 0, in_clips = 0;
    std::vector<std::string> clips;  // the first Finding::kMostNamed
    std::string last_clip, first;    // first: "clip: detail"

    void add(const std::string& clip, const std::string& detail = {}, std::uint64_t cases = 1);
    /// "12 WHAT in 3 clips (first: clip x: number 4)"
    [[nodiscard]] std::string text(const std::string& what) const;
    [[nodiscard]] Finding finding(Severity severity, std::string rule, std::string what, std::string effect) const;
};

}  // namespace mica::check
