// Proxy A-distance (Table 6) between the queries and the keys of a block: how well a linear classifier tells them
// apart. 0: not at all, 2: always.
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "core/model/model.h"
#include "core/reports/reports.h"
#include "datasets/types/progress.h"

namespace mica {

/// Elements of one side: rows x features, row major, and the sample each row came from.
struct ElementSet {
    std::size_t features = 0;
    std::vector<float> values;
    std::vector<std::int64_t> sample;
    [[nodiscard]] std::size_t rows() const { return sample.size(); }
};

/// 2 (1 - 2 eps): eps is the test error of L2-regularised logistic regression, trained on the elements of one
/// half of the samples and tested on the other half (mean of the two sides' error, so that a longer stream does
/// not count as a difference); the lowest over C = 10^-5 .. 10^5, each folded at .5.
/// Deterministic. NaN where either side of either half is empty (fewer than two samples).
[[nodiscard]] double a_distance(const ElementSet& queries, const ElementSet& keys, std::uint64_t seed = 1);

/// Collects an even stride of the elements of each sample out of traced batches.
class ADistanceMeter {
public:
    /// Keeps at most `per_sample` elements a side and sample, at most `samples` samples.
    explicit ADistanceMeter(int per_sample = 6, std::int64_t samples = 128)
        : per_sample_(per_sample), samples_(samples) {}
    /// layer -1: the last one of the trace only; -2: all.
    void add(const Batch& batch, const std::vector<BlockTrace>& trace, int layer = -1);
    [[nodiscard]] bool full() const { return seen_ >= samples_; }
    /// Heads together (head -1), then, where asked for, each head.
    /// progress: after each distance; throws Cancelled between two.
    [[nodiscard]] std::vector<ADistance> result(bool per_head, const Progress& progress = no_progress,
                                                const std::stop_token& stop = {}) const;

private:
    struct Block {
        Pair pair;
        int layer = 0, heads = 0;
        ElementSet queries, keys;  // heads x features per head, concatenated
    };
    int per_sample_;
    std::int64_t samples_, seen_ = 0;
    std::vector<Block> blocks_;
};

}  // namespace mica
