// Does the prediction hang on what a block attends? Steps are hidden in the order of their attention, in the reverse
// order, and at random.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/analysis/evidence.h"
#include "core/analysis/intervene.h"
#include "core/analysis/set_walk.h"
#include "core/training/random.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

using Order = std::vector<std::size_t>;

/// Attention that each real source step of a clip receives: the mean over target steps, heads and layers.
std::vector<double> received(const std::vector<BlockTrace>& trace, const Batch& one, const BlockChoice& block) {
    const torch::Tensor sources = one.masks[index(block.pair.source)][0].nonzero().flatten();
    const torch::Tensor targets = one.masks[index(block.pair.target)][0].nonzero().flatten();
    torch::Tensor sum = torch::zeros({sources.numel()}, torch::kDouble);
    for (const BlockTrace& b : trace) {
        if (!(b.pair == block.pair) || (block.layer >= 0 && b.layer != block.layer)) continue;
        torch::Tensor p = b.probability[0];  // H x Tt x Ts
        p = block.head < 0 ? p.mean(0) : p[block.head];
        sum += p.index_select(0, targets).index_select(1, sources).to(torch::kDouble).mean(0);
    }
    return {sum.data_ptr<double>(), sum.data_ptr<double>() + sum.numel()};
}

/// Orders of the steps: most attended first, least attended first, then `repeats` at random, then as many of the same
/// attention moved round in time. Equal attention is told apart by the first random order, so that attention which says
/// nothing is no better than chance.
std::vector<Order> orders(const std::vector<double>& attention, int repeats, std::uint64_t seed) {
    const std::size_t n = attention.size();
    Random random(seed);
    std::vector<Order> all(2);
    for (int r = 0; r < repeats; ++r) {
        Order order(n);
        std::iota(order.begin(), order.end(), std::size_t{0});
        shuffle(order, random);
        all.push_back(std::move(order));
    }
    const auto sorted = [&](double sign, std::size_t offset) {
        Order order = all[2];
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return sign * attention[(a + offset) % n] > sign * attention[(b + offset) % n];
        });
        return order;
    };
    all[0] = sorted(1, 0);
    all[1] = sorted(-1, 0);
    for (int r = 0; r < repeats; ++r) all.push_back(sorted(1, n > 1 ? 1 + random.below(n - 1) : 0));
    return all;
}

FaithfulnessEvidence::Curve curve_of(const std::vector<FaithfulnessEvidence::OfClip>& clips,
                                     std::vector<float> FaithfulnessEvidence::OfClip::*values, std::size_t fractions) {
    FaithfulnessEvidence::Curve curve;
    for (std::size_t f = 0; f < fractions; ++f) {
        std::vector<double> all;
        for (const auto& c : clips) all.push_back(static_cast<double>((c.*values)[f]));
        std::sort(all.begin(), all.end());
        const auto at = [&](double share) {
            return all[static_cast<std::size_t>(std::lround(share * static_cast<double>(all.size() - 1)))];
        };
        curve.mean.push_back(std::accumulate(all.begin(), all.end(), 0.0) / static_cast<double>(all.size()));
        curve.low.push_back(at(0.25));
        curve.high.push_back(at(0.75));
    }
    return curve;
}

using OfClip = FaithfulnessEvidence::OfClip;

/// most - other, a number for each clip: its mean over the fractions.
FaithfulnessEvidence::Advantage advantage(const std::vector<OfClip>& clips, std::vector<float> OfClip::*other) {
    double sum = 0, square = 0;
    for (const OfClip& c : clips) {
        double d = 0;
        for (std::size_t f = 0; f < c.most.size(); ++f) d += static_cast<double>(c.most[f] - (c.*other)[f]);
        d /= static_cast<double>(c.most.size());
        sum += d;
        square += d * d;
    }
    const auto n = static_cast<double>(clips.size());
    const double variance = n > 1 ? std::max(0.0, (square - sum * sum / n) / (n - 1)) : 0;
    return {sum / n, n > 1 ? 1.96 * std::sqrt(variance / n) : std::nan("")};
}

void summarise(FaithfulnessEvidence& evidence) {
    const std::size_t n = evidence.fractions.size();
    evidence.most = curve_of(evidence.clips, &OfClip::most, n);
    evidence.random = curve_of(evidence.clips, &OfClip::random, n);
    evidence.moved = curve_of(evidence.clips, &OfClip::moved, n);
    evidence.least = curve_of(evidence.clips, &OfClip::least, n);
    evidence.over_random = advantage(evidence.clips, &OfClip::random);
    evidence.over_moved = advantage(evidence.clips, &OfClip::moved);
}

}  // namespace

FaithfulnessEvidence faithfulness_evidence(ModelSession& session, const EvidenceWish& wish,
                                           const FaithfulnessWish& faithfulness, const Progress& progress,
                                           const std::stop_token& stop) {
    if (faithfulness.repeats < 1 || faithfulness.repeats > 100)
        throw Error("there are 1 to 100 random orders, not " + std::to_string(faithfulness.repeats), "repeats");
    OpenedModel& model = session.opened();
    const TaskPlan& task = model.batches->task();
    const bool all_layers = faithfulness.block.layer < 0;
    FaithfulnessEvidence evidence;
    evidence.block = checked_block(model, faithfulness.block);
    if (all_layers) evidence.block.layer = -1;
    evidence.repeats = faithfulness.repeats;
    evidence.fractions = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
    const std::vector<std::size_t> clips = chosen_clips(model, wish);
    evidence.origin = origin_of(model, wish, clips.size());
    if (model.model->shape().padding_is_real)
        evidence.origin.missing.emplace_back(
            "This model takes padding for real: a hidden step is a step of zeros that it still attends");
    const Modality source = evidence.block.pair.source;
    for (std::size_t i = 0; i < clips.size(); ++i) {
        const std::size_t c = clips[i];
        if (stop.stop_requested()) throw Cancelled();
        progress(static_cast<std::int64_t>(i), static_cast<std::int64_t>(clips.size()), "clips");
        const Batch one = model.batches->make(std::span(&c, 1));
        const ModelOutput out = run_model(model, one, Trace::full);
        const std::vector<float> full = readable_prediction(task, out.prediction[0]);
        const std::vector<double> attention = received(out.trace, one, evidence.block);
        const std::vector<Order> by = orders(attention, faithfulness.repeats, derived_seed(wish.seed, 43, c));
        FaithfulnessEvidence::OfClip of{clip_name(model, c), {}, {}, {}, {}};
        const auto rows = static_cast<std::int64_t>(by.size());
        for (const double fraction : evidence.fractions) {
            if (stop.stop_requested()) throw Cancelled();
            const auto n = static_cast<std::size_t>(std::lround(fraction * static_cast<double>(attention.size())));
            Batch less = copied(one, rows);
            for (std::int64_t row = 0; row < rows; ++row)
                hide_steps(less, row, source, std::span(by[static_cast<std::size_t>(row)]).first(n));
            const torch::Tensor predictions = run_model(model, less, Trace::none).prediction;
            const auto change = [&](std::int64_t row) {
                return static_cast<float>(prediction_change(task, full, readable_prediction(task, predictions[row])));
            };
            of.most.push_back(change(0));
            of.least.push_back(change(1));
            const auto mean = [&](std::int64_t first) {
                float sum = 0;
                for (std::int64_t row = first; row < first + faithfulness.repeats; ++row) sum += change(row);
                return sum / static_cast<float>(faithfulness.repeats);
            };
            of.random.push_back(mean(2));
            of.moved.push_back(mean(2 + faithfulness.repeats));
        }
        evidence.clips.push_back(std::move(of));
    }
    summarise(evidence);
    return evidence;
}

}  // namespace mica
