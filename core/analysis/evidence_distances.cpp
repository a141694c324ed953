// How far queries lie from keys that belong to them in time, and from others of the same clip.
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/analysis/corr_acc.h"
#include "core/analysis/elements.h"
#include "core/analysis/evidence.h"
#include "core/analysis/set_walk.h"
#include "core/training/random.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

constexpr std::size_t kMost = 20'000;  // pairs a side

/// P(a < b) + P(a = b) / 2.
double probability_below(const std::vector<float>& a, const std::vector<float>& b) {
    if (a.empty() || b.empty()) return std::numeric_limits<double>::quiet_NaN();
    std::vector<float> sorted = b;
    std::sort(sorted.begin(), sorted.end());
    double sum = 0;
    for (const float v : a) {
        const auto [from, to] = std::equal_range(sorted.begin(), sorted.end(), v);
        sum += static_cast<double>(sorted.end() - to) + 0.5 * static_cast<double>(to - from);
    }
    return sum / (static_cast<double>(a.size()) * static_cast<double>(b.size()));
}

double mean_norm(double sum, double count) {
    return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

DistanceEvidence distance_evidence(ModelSession& session, const EvidenceWish& wish, const BlockChoice& block,
                                   const Progress& progress, const std::stop_token& stop) {
    OpenedModel& model = session.opened();
    DistanceEvidence evidence;
    evidence.block = checked_block(model, block);
    const Pair pair = evidence.block.pair;
    const std::vector<std::size_t> clips = chosen_clips(model, wish);
    evidence.origin = origin_of(model, wish, clips.size());
    for (std::string& m : missing_times(model, clips)) evidence.origin.missing.push_back(std::move(m));
    // every clip its share, so that the first ones do not fill the figure
    const std::size_t each = std::max<std::size_t>(4, kMost / clips.size());
    double query_sum = 0, key_sum = 0, queries = 0, keys = 0;
    const auto look = [&](const Batch& batch, std::int64_t row, const BlockTrace& b) {
        const std::size_t c = batch.clips[static_cast<std::size_t>(row)];
        const Clip clip = model.set().read_outline(c);
        const torch::Tensor q = elements_of(b.q, batch.masks[index(pair.target)], row, evidence.block.head);
        const torch::Tensor k = elements_of(b.k, batch.masks[index(pair.source)], row, evidence.block.head);
        query_sum += q.norm(2, -1).sum().item<double>(), queries += static_cast<double>(q.size(0));
        key_sum += k.norm(2, -1).sum().item<double>(), keys += static_cast<double>(k.size(0));
        const Stream& source = clip.streams[index(pair.source)];
        if (!source.has_times()) return;
        evidence.links = evidence.links || !clip.links.empty();
        const std::vector<Interval> truth = true_intervals(clip, pair, false);
        std::vector<std::pair<std::size_t, std::size_t>> same, other;  // target, source
        const auto targets = std::min(static_cast<std::size_t>(q.size(0)), truth.size());
        const auto sources = std::min(static_cast<std::size_t>(k.size(0)), source.steps);
        for (std::size_t t = 0; t < targets; ++t) {
            if (truth[t].duration() <= 0) continue;
            for (std::size_t s = 0; s < sources; ++s)
                (source.times[s].overlaps(truth[t]) ? same : other).emplace_back(t, s);
        }
        Random random(derived_seed(wish.seed, 41, c));
        for (auto* pairs : {&same, &other}) shuffle(*pairs, random);
        const std::size_t n = std::min({each, same.size(), other.size()});
        const auto distance = [&](const std::pair<std::size_t, std::size_t>& p) {
            const auto f = static_cast<std::size_t>(q.size(1));
            const float* a = q.data_ptr<float>() + p.first * f;
            const float* d = k.data_ptr<float>() + p.second * f;
            double sum = 0;
            for (std::size_t i = 0; i < f; ++i)
                sum += (static_cast<double>(a[i]) - d[i]) * (static_cast<double>(a[i]) - d[i]);
            return static_cast<float>(std::sqrt(sum));
        };
        for (std::size_t i = 0; i < n; ++i) {
            evidence.matched.push_back(distance(same[i]));
            evidence.unmatched.push_back(distance(other[i]));
        }
    };
    walk(model, clips, Trace::health, progress, stop, [&](const Batch& batch, const ModelOutput& out) {
        for (std::int64_t row = 0; row < batch.size(); ++row)
            for (const BlockTrace& b : out.trace)
                if (b.layer == evidence.block.layer && b.pair == pair) look(batch, row, b);
    });
    evidence.apart = probability_below(evidence.matched, evidence.unmatched);
    evidence.query_norm = mean_norm(query_sum, queries);
    evidence.key_norm = mean_norm(key_sum, keys);
    if (evidence.matched.empty() && evidence.origin.missing.empty())
        evidence.origin.missing.emplace_back(
            "No element of this pair has one that belongs to it and one that does not");
    return evidence;
}

}  // namespace mica
