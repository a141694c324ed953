// The labelled segments of computational sequences: which they are, what they are called, their split and words.
#pragma once

#include <string>
#include <vector>

#include "datasets/csd/roles.h"
#include "datasets/import/csd.h"

namespace mica {

struct Segment {
    ClipInfo info;                // id, group, split, label, duration, note
    Interval time;                // in its video, seconds
    std::vector<Word> words;      // cut to the segment, from its start
    std::vector<Interval> whole;  // the words' own times in the video
};

struct Segments {
    std::vector<Segment> all;  // in order of videos, then of label rows
    std::vector<LeftOut> left_out;
    Task task;
    std::string folds;               // "mosi", "mosei", a file, or "drawn with seed 1"
    std::vector<std::string> notes;  // for a person
};

/// Throws Error (folds or label that do not exist), Cancelled.
[[nodiscard]] Segments read_segments(const Sequences& sequences, const CsdOptions& options,
                                     const std::stop_token& stop);

/// "a, b and 5 more": the first eight names.
[[nodiscard]] std::string listed(const std::vector<std::string>& names);
/// One note on ids that could not be used, or none.
void note_damaged(const Sequence& sequence, std::vector<Sequence::Damaged> damaged, std::vector<std::string>& notes);

}  // namespace mica
