// Alignment of sequences to the rows of a reference, with the rules of the CMU Multimodal SDK (mmdataset.align).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "datasets/csd/sequence.h"

namespace mica {

/// Lengths and overlaps of at most this many seconds do not count.
inline constexpr double kAlignEpsilon = 1e-5;

/// How the rows that overlap a reference row become one. middle: the row at place (n - 1) / 2 of n.
enum class Collapse { mean, sum, min, max, first, last, middle };
[[nodiscard]] std::optional<Collapse> collapse_named(std::string_view name);
[[nodiscard]] std::string_view name(Collapse collapse);

/// A row that overlaps the reference, cut to it.
struct Overlap {
    std::size_t row = 0;
    Interval time;
};

/// Finds rows that overlap an interval; the rows are usable and sorted by their begins (Sequence::gather).
class RowFinder {
public:
    explicit RowFinder(const std::vector<Interval>& times);
    /// In the order of rows; those of which no more than kAlignEpsilon is left are not among them.
    [[nodiscard]] std::vector<Overlap> overlaps(const Interval& reference) const;

private:
    const std::vector<Interval>& times_;
    std::vector<double> latest_;  // largest end of all rows up to this one
};

/// One row for a reference row: when (from the first begin to the last end of the cut rows) and what.
struct AlignedRow {
    std::size_t reference = 0;  // index of the reference row: the SDK's key is `video[reference]`
    Interval time;
    std::vector<float> values;  // features of `rows`
};

/// Aligns numbers to reference rows of the same video. Reference rows shorter than kAlignEpsilon, or without any
/// overlap, give none, so that indices have gaps. Values must be finite (clean()). Sums are taken in double.
[[nodiscard]] std::vector<AlignedRow> align(const std::vector<Interval>& reference, const SequenceRows& rows,
                                            Collapse collapse);

/// Videos that every sequence has, sorted: ids without their "[..]".
[[nodiscard]] std::vector<std::string> shared_videos(const std::vector<const Sequence*>& sequences);

}  // namespace mica
