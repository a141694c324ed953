// Corr. Acc (Table 6): how often a target element looks at a source element that truly belongs to it in time.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/model/model.h"
#include "core/reports/reports.h"
#include "datasets/types/clip.h"

namespace mica {

/// What a source must overlap, for one target element; zero duration: there is no truth for it.
/// With links: the source interval of the link whose target interval overlaps the element most. Else the
/// element's own interval. `masked`: only masked words as targets; where text is the source, only target
/// elements inside a masked word, and the truth is that word; other pairs have none.
[[nodiscard]] std::vector<Interval> true_intervals(const Clip& clip, Pair pair, bool masked);

/// Counts of some clips; add() for each, then value().
class CorrAccTally {
public:
    /// best: per target step the most attended source step (index of the stream); steps beyond `best` and
    /// source steps from `sources` on were not seen by the model. Only elements whose truth some source step
    /// overlaps are counted. Streams without times count nothing.
    void add(const Clip& clip, Pair pair, std::span<const std::int64_t> best, std::size_t sources, bool masked);
    /// NaN where nothing could be counted.
    [[nodiscard]] CorrAcc value(Pair pair, int layer, int head, bool masked) const;
    [[nodiscard]] std::int64_t elements() const { return elements_; }
    [[nodiscard]] std::int64_t hits() const { return hits_; }

private:
    std::int64_t hits_ = 0, elements_ = 0;
    double chance_ = 0;
};

/// Corr. Acc of traced batches over all layers and pairs, head mean, plain and masked.
class CorrAccMeter {
public:
    /// clips: those of the batch's rows, in order.
    void add(const std::vector<const Clip*>& clips, const Batch& batch, const std::vector<BlockTrace>& trace);
    /// Only what could be counted; masked figures where masked words exist.
    [[nodiscard]] std::vector<CorrAcc> result() const;

private:
    struct Entry {
        Pair pair;
        int layer = 0;
        bool masked = false;
        CorrAccTally tally;
    };
    std::vector<Entry> entries_;
};

}  // namespace mica
