// Torch-free values that describe a model's work. They are made once, never changed, and may cross threads.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "datasets/types/clip.h"
#include "datasets/types/dataset.h"

namespace mica {

/// The parts of the objective, unweighted: L = task + alpha * marginal + beta * element.
struct LossParts {
    double total = 0, task = 0, marginal = 0, element = 0;
};

struct StepReport {
    std::int64_t step = 0;      // since the start of the run, 1-based
    int epoch = 0, epochs = 0;  // 1-based, planned
    int step_in_epoch = 0, steps_per_epoch = 0;
    LossParts loss;
    double alpha = 0, beta = 0, tau = 0, learning_rate = 0;
    double gradient_norm = 0;  // before clipping
    /// The same of each part of the model (the first names of its parameters); empty: not kept of this step.
    std::vector<std::pair<std::string, double>> gradient_parts;
    double seconds = 0;       // of this step
    double wait_seconds = 0;  // of them: until its batch was there
    double seconds_left = 0;  // estimate for the whole run
};

struct Metric {
    std::string name;  // key of metrics.h: "mae", "acc7", "acc2_non0", "accuracy", ...
    double value = 0;  // NaN: not defined on this split
    bool higher_is_better = true;
};
using Metrics = std::vector<Metric>;

/// Proxy A-distance in [0, 2]; head -1: all heads together.
struct ADistance {
    Pair pair;
    int layer = 0, head = -1;  // layer 0-based
    double value = 0;
};

/// Whether attention still says something (docs: q and k that shrink to nothing and uniform attention are
/// the trivial solution of L_e).
struct LayerHealth {
    int layer = 0;
    Pair pair;
    double query_norm = 0, key_norm = 0;  // mean |q|, |k| over real elements and heads
    double entropy = 0;                   // mean over rows and heads, divided by that of uniform: 1 = uniform
    double selected = 0;                  // share of real cells in V
    double gamma = 0;                     // mean over samples and heads
};

struct CorrAcc {
    Pair pair;
    int layer = 0, head = -1;
    double value = 0;           // in [0, 1]
    double chance = 0;          // what attending at random would reach
    std::int64_t elements = 0;  // target elements counted
    bool masked = false;        // only masked words as targets, or as the truth where text is the source
};

struct EpochReport {
    int epoch = 0, epochs = 0;
    LossParts train, valid;
    Metrics valid_metrics;
    /// On the training split, of the predictions that its steps made (with dropout, each by the model of its moment);
    /// empty where the epoch was interrupted, and in runs of earlier versions.
    Metrics train_metrics;
    double score = 0;  // what the best epoch is chosen by (validation; lower is better)
    bool best = false;
    std::vector<ADistance> a_distance;
    std::vector<LayerHealth> health;
    double seconds = 0;
    double step_seconds = 0, wait_seconds = 0;  // of its training steps, and of them waiting for batches
};

/// Attention of one pair in one layer for one clip, all heads.
struct AttentionMap {
    int layer = 0;
    Pair pair;
    int heads = 0, rows = 0, columns = 0;  // rows: target steps; columns: source steps (real ones only)
    std::vector<float> weight;             // heads x rows x columns, softmax probabilities
    std::vector<std::uint8_t> hidden;      // rows x columns, 1: masked (future mask); empty: none
    std::vector<std::uint8_t> w, v;        // heads x rows x columns: gamma's selection W, propagated V; may be empty
    std::vector<float> gamma;              // per head; may be empty
    [[nodiscard]] float at(int head, int row, int column) const {
        return weight[(static_cast<std::size_t>(head) * static_cast<std::size_t>(rows) +
                       static_cast<std::size_t>(row)) *
                          static_cast<std::size_t>(columns) +
                      static_cast<std::size_t>(column)];
    }
};

struct AttentionSnapshot {
    std::string run, clip;  // run name, clip id
    int epoch = 0;          // 0: untrained
    std::vector<AttentionMap> maps;
    std::vector<float> prediction;  // regression: values; classification: class probabilities
    std::vector<float> truth;       // the clip's label
    /// What the prediction means, where the clip's set has no labels to say it; null: as the set's labels.
    std::shared_ptr<const Task> task;
    std::string note;  // what a person must know of it ("no text: ..."); may be empty
    /// The clip as a view or an intervention showed it to the model, without values: words that were hidden are
    /// masked, streams of another clip have its times, and no links then. Null: as it is in the set.
    std::shared_ptr<const Clip> seen;
};

}  // namespace mica
