// What can be wrong with the times of words or steps, gathered over all clips.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "datasets/check/findings.h"
#include "datasets/types/clip.h"

namespace mica::check {

class TimeScan {
public:
    /// what: such as "words" or "audio steps".
    explicit TimeScan(std::string what) : what_(std::move(what)) {}

    /// The times of one clip. `duration`: of the clip in seconds, 0 where it is not known.
    void add(const std::string& clip, const std::vector<Interval>& times, double duration);
    /// Finds what was wrong. `overlap`: whether overlapping intervals are worth a finding (words). `sorted`: an import sorts the intervals.
    void find(std::vector<Finding>& findings, bool overlap, bool sorted) const;

private:
    std::string what_;
    Cases not_finite_, negative_, reversed_, unordered_, beyond_, overlapping_, empty_;
};

}  // namespace mica::check
