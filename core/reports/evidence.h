// What the analyses of a model on a set found. Torch-free values; clips are named by their place in the set that was
// given, and by their id.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/reports/reports.h"

namespace mica {

/// Which clips of a set are looked at, and what is drawn by chance.
struct EvidenceWish {
    std::optional<Split> split = Split::test;  // none: all clips
    std::size_t most_clips = 0;                // 0: all of them; else an even stride over them
    std::uint64_t seed = 1;
};

/// Which crossmodal block. layer -1: the last (faithfulness: the mean over all); head -1: all together.
struct BlockChoice {
    Pair pair;
    int layer = -1, head = -1;
};

/// Where figures come from.
struct EvidenceOrigin {
    std::string run, checkpoint, set, fingerprint, split;
    int epoch = 0;
    std::size_t clips = 0;  // that were looked at
    std::uint64_t seed = 1;
    std::vector<std::string> missing;  // what the set lacks for a full answer; a sentence each
};

struct ClipName {
    std::size_t index = 0;
    std::string id;
};

/// Corr. Acc of every pair, layer and head (head -1: the mean over heads), plain and of masked words.
struct CorrAccEvidence {
    struct OfClip {
        ClipName clip;
        std::vector<std::int32_t> hits, elements;  // by entry
    };
    EvidenceOrigin origin;
    std::vector<CorrAcc> entries;
    std::vector<OfClip> clips;
};

/// A-distance of every pair, layer and head of the checkpoints of a run, in the order of their epochs.
struct ADistanceEvidence {
    struct OfEpoch {
        int epoch = 0;
        std::string checkpoint;  // empty: measured while training, on the validation split
        std::vector<ADistance> values;
    };
    EvidenceOrigin origin;
    std::vector<OfEpoch> epochs;
};

enum class ProjectionMethod { pca, tsne };

struct ProjectionWish {
    BlockChoice block;
    ProjectionMethod method = ProjectionMethod::pca;
    int dimensions = 2;       // 2 or 3
    double perplexity = 30;   // t-SNE
    std::size_t most = 1000;  // points; half of them queries, half keys
    int iterations = 750;     // t-SNE
};

struct ProjectedPoint {
    std::array<float, 3> at{};  // the third is 0 in two dimensions
    bool query = false;         // else a key
    std::uint32_t clip = 0;     // place in Projection::clips
    std::uint32_t step = 0;     // of the stream: the pair's target for queries, its source for keys
    Interval time;              // of the step; of no duration: unknown
};

struct Projection {
    EvidenceOrigin origin;
    ProjectionWish wish;
    BlockChoice block;  // what was looked at: layer resolved
    std::vector<ClipName> clips;
    std::vector<ProjectedPoint> points;
    std::array<double, 3> explained{};  // PCA: share of the variance along each axis
    double divergence = 0;              // t-SNE: KL(P || Q) of what is shown, nats
    int iteration = 0;                  // t-SNE: done so far
    double a_distance = 0;              // of the same points; NaN: too few clips
};

/// |q - k| of elements that belong together in time and of others of the same clips.
struct DistanceEvidence {
    EvidenceOrigin origin;
    BlockChoice block;
    std::vector<float> matched, unmatched;  // as many of each
    double apart = 0;  // probability that a matched pair is nearer than an unmatched one (.5: no difference)
    double query_norm = 0, key_norm = 0;  // mean |q|, |k|, to read the distances by
    bool links = false;                   // the truth comes from the set's links, not from equal times
};

/// How a stream is taken away.
enum class Removal { dropped, averaged, exchanged };

struct ContributionEvidence {
    struct OfClip {
        ClipName clip;
        std::vector<float> full;
        std::array<std::vector<float>, 3> without;  // prediction by the stream that is missing; empty: not used
        std::array<double, 3> effect{};  // regression: mean |change|; classes: half the sum of |changes| of probability
        std::array<double, 3> loss{};    // by how much the error grows; classes: the true class's probability falls
    };
    EvidenceOrigin origin;
    Removal removal = Removal::dropped;
    std::string metric;  // the main metric
    bool higher_is_better = false;
    double full = 0;
    std::array<double, 3> without{};  // NaN: the model does not use the stream
    std::array<double, 3> effect{};   // means over the clips
    std::vector<OfClip> clips;
};

struct FaithfulnessWish {
    BlockChoice block;
    int repeats = 4;  // random orders a clip
};

/// The source steps that a block attends most are hidden, against as many at random, as many where the same pattern of
/// attention was moved in time (a stretch that is hidden whole changes more than scattered steps, wherever it lies), and
/// those it attends least.
struct FaithfulnessEvidence {
    struct Curve {
        std::vector<double> mean, low, high;  // over clips: mean, quartiles
    };
    struct OfClip {
        ClipName clip;
        std::vector<float> most, random, moved, least;  // change of the prediction, by fraction
    };
    EvidenceOrigin origin;
    BlockChoice block;
    int repeats = 0;
    std::vector<double> fractions;  // of the stream's steps that are hidden
    Curve most, random, moved, least;
    /// Mean over clips and fractions of most - other, and half its 95 % interval (NaN: one clip).
    struct Advantage {
        double mean = 0, margin = 0;
    };
    Advantage over_random, over_moved;
    std::vector<OfClip> clips;
};

}  // namespace mica
