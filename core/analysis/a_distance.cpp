#include "core/analysis/a_distance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>
#include <mutex>
#include <set>

#include <linear.h>

#include "core/training/random.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

/// One half of the elements as liblinear wants them: sparse rows that end with index -1.
struct Half {
    std::vector<std::vector<feature_node>> rows;
    std::vector<feature_node*> pointers;
    std::vector<double> labels;
    std::array<std::size_t, 2> count{};

    void add(const float* values, const std::vector<double>& mean, const std::vector<double>& scale, double label) {
        std::vector<feature_node>& row = rows.emplace_back();
        for (std::size_t f = 0; f < mean.size(); ++f)
            row.push_back({static_cast<int>(f) + 1, (values[f] - mean[f]) * scale[f]});
        row.push_back({static_cast<int>(mean.size()) + 1, 1.0});  // bias
        row.push_back({-1, 0});
        labels.push_back(label);
        ++count[label > 0 ? 0 : 1];
    }
    void finish() {
        for (auto& r : rows) pointers.push_back(r.data());
    }
};

struct FreeModel {
    void operator()(struct model* m) const { free_and_destroy_model(&m); }
};

/// Share of the test half that a classifier trained on the other half gets wrong, mean of the two sides.
double test_error(const Half& train_half, const Half& test_half, int features, double c) {
    problem p{};
    p.l = static_cast<int>(train_half.rows.size());
    p.n = features + 1;
    p.y = const_cast<double*>(train_half.labels.data());
    p.x = const_cast<feature_node**>(train_half.pointers.data());
    p.bias = -1;
    parameter settings{};
    settings.solver_type = L2R_LR;  // a trust region Newton method: no random order in it
    settings.C = c;
    settings.eps = 0.01;
    // both sides weigh the same, however many elements each stream has
    std::array<int, 2> sides{1, -1};
    std::array<double, 2> weights{};
    for (std::size_t side = 0; side < 2; ++side)
        weights[side] =
            static_cast<double>(train_half.rows.size()) / (2.0 * static_cast<double>(train_half.count[side]));
    settings.nr_weight = 2;
    settings.weight_label = sides.data();
    settings.weight = weights.data();
    const std::unique_ptr<struct model, FreeModel> m(train(&p, &settings));
    std::array<double, 2> wrong{};
    for (std::size_t i = 0; i < test_half.rows.size(); ++i)
        if (predict(m.get(), test_half.pointers[i]) != test_half.labels[i]) ++wrong[test_half.labels[i] > 0 ? 0 : 1];
    return 0.5 *
           (wrong[0] / static_cast<double>(test_half.count[0]) + wrong[1] / static_cast<double>(test_half.count[1]));
}

/// Samples of the first half, drawn by the seed.
std::set<std::int64_t> first_half(const ElementSet& a, const ElementSet& b, std::uint64_t seed) {
    std::set<std::int64_t> all(a.sample.begin(), a.sample.end());
    all.insert(b.sample.begin(), b.sample.end());
    std::vector<std::int64_t> order(all.begin(), all.end());
    Random random(seed);
    shuffle(order, random);
    return {order.begin(), order.begin() + static_cast<std::ptrdiff_t>(order.size() / 2)};
}

void take(ElementSet& to, const torch::Tensor& elements, const torch::Tensor& mask, int per_sample, std::int64_t first,
          std::int64_t most) {
    // elements: B x H x T x k
    const auto width = elements.size(1) * elements.size(3);
    to.features = static_cast<std::size_t>(width);
    for (std::int64_t b = 0; b < std::min(elements.size(0), most); ++b) {
        const torch::Tensor real = mask[b].nonzero().flatten();
        const auto n = real.numel(), kept = std::min<std::int64_t>(n, per_sample);
        if (n == 0) continue;
        // middles of `kept` equal parts
        const torch::Tensor at = ((torch::arange(kept) * 2 + 1) * n).div(2 * kept, "floor");
        const torch::Tensor rows = elements[b]
                                       .index_select(1, real.index_select(0, at))
                                       .transpose(0, 1)
                                       .reshape({kept, width})
                                       .to(torch::kFloat32)
                                       .contiguous();
        to.values.insert(to.values.end(), rows.data_ptr<float>(), rows.data_ptr<float>() + rows.numel());
        to.sample.insert(to.sample.end(), static_cast<std::size_t>(kept), first + b);
    }
}

ElementSet head_of(const ElementSet& all, int heads, int head) {
    ElementSet one;
    one.features = all.features / static_cast<std::size_t>(heads);
    one.sample = all.sample;
    for (std::size_t r = 0; r < all.rows(); ++r) {
        const float* from = all.values.data() + r * all.features + static_cast<std::size_t>(head) * one.features;
        one.values.insert(one.values.end(), from, from + one.features);
    }
    return one;
}

}  // namespace

double a_distance(const ElementSet& queries, const ElementSet& keys, std::uint64_t seed) {
    static std::once_flag silenced;
    std::call_once(silenced, [] { set_print_string_function([](const char*) {}); });
    const double none = std::numeric_limits<double>::quiet_NaN();
    if (queries.rows() == 0 || keys.rows() == 0 || queries.features != keys.features) return none;
    const std::set<std::int64_t> training = first_half(queries, keys, seed);
    const std::size_t n = queries.features;
    std::vector<double> mean(n), scale(n, 1.0);
    double count = 0;
    const auto each = [&](auto&& visit) {
        for (const ElementSet* side : {&queries, &keys})
            for (std::size_t r = 0; r < side->rows(); ++r)
                visit(side->values.data() + r * n, training.contains(side->sample[r]), side == &queries ? 1.0 : -1.0);
    };
    each([&](const float* row, bool train, double) {
        if (!train) return;
        for (std::size_t f = 0; f < n; ++f) mean[f] += row[f], scale[f] += static_cast<double>(row[f]) * row[f];
        ++count;
    });
    if (count == 0) return none;
    for (std::size_t f = 0; f < n; ++f) {  // standardised, so that one range of C fits every layer
        mean[f] /= count;
        const double variance = (scale[f] - 1) / count - mean[f] * mean[f];
        scale[f] = variance > 1e-12 * (1 + mean[f] * mean[f]) ? 1 / std::sqrt(variance) : 0;
    }
    Half train_half, test_half;
    each([&](const float* row, bool train, double label) {
        (train ? train_half : test_half).add(row, mean, scale, label);
    });
    for (const Half* half : {&train_half, &test_half})
        if (half->count[0] == 0 || half->count[1] == 0) return none;
    train_half.finish();
    test_half.finish();
    double lowest = 0.5;
    for (int exponent = -5; exponent <= 5; ++exponent) {
        const double error = test_error(train_half, test_half, static_cast<int>(n), std::pow(10.0, exponent));
        lowest = std::min({lowest, error, 1 - error});
    }
    return 2 * (1 - 2 * lowest);
}

void ADistanceMeter::add(const Batch& batch, const std::vector<BlockTrace>& trace, int layer) {
    if (full() || trace.empty()) return;
    const torch::NoGradGuard quiet;
    const int wanted = layer == -1 ? trace.back().layer : layer;
    for (const BlockTrace& b : trace) {
        if (layer != -2 && b.layer != wanted) continue;
        auto at = std::find_if(blocks_.begin(), blocks_.end(),
                               [&](const Block& o) { return o.layer == b.layer && o.pair == b.pair; });
        if (at == blocks_.end())
            at = blocks_.insert(blocks_.end(), Block{b.pair, b.layer, static_cast<int>(b.q.size(1)), {}, {}});
        take(at->queries, b.q, batch.masks[index(b.pair.target)], per_sample_, seen_, samples_ - seen_);
        take(at->keys, b.k, batch.masks[index(b.pair.source)], per_sample_, seen_, samples_ - seen_);
    }
    seen_ += batch.size();
}

std::vector<ADistance> ADistanceMeter::result(bool per_head, const Progress& progress,
                                              const std::stop_token& stop) const {
    std::vector<ADistance> all;
    std::int64_t total = 0;
    for (const Block& b : blocks_) total += per_head ? b.heads + 1 : 1;
    const auto add = [&](const Block& b, int head, const ElementSet& queries, const ElementSet& keys) {
        if (stop.stop_requested()) throw Cancelled();
        all.push_back({b.pair, b.layer, head, a_distance(queries, keys)});
        progress(static_cast<std::int64_t>(all.size()), total, "pairs, layers and heads");
    };
    for (const Block& b : blocks_) {
        add(b, -1, b.queries, b.keys);
        for (int h = 0; per_head && h < b.heads; ++h)
            add(b, h, head_of(b.queries, b.heads, h), head_of(b.keys, b.heads, h));
    }
    return all;
}

}  // namespace mica
