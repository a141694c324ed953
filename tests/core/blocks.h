// What the tests of attention and alignment compute on: blocks and batches of drawn numbers, and how close two results
// must be.
#pragma once

#include <gtest/gtest.h>
#include <torch/torch.h>

#include <algorithm>
#include <vector>

#include "core/alignment/kernel_set.h"
#include "core/model/mica.h"

namespace mica {

enum class Side { right, left, middle };  // middle: padding between two runs of real steps

inline torch::Tensor mask_of(const std::vector<std::int64_t>& lengths, std::int64_t steps, Side side) {
    auto mask = torch::zeros({static_cast<std::int64_t>(lengths.size()), steps}, torch::kBool);
    for (std::size_t b = 0; b < lengths.size(); ++b) {
        auto row = mask[static_cast<std::int64_t>(b)];
        const std::int64_t n = lengths[b];
        const std::int64_t first = side == Side::right ? n : side == Side::left ? 0 : n / 2;
        row.narrow(0, 0, first).fill_(true);
        row.narrow(0, steps - (n - first), n - first).fill_(true);
    }
    return mask;
}

struct Case {
    std::int64_t heads = 2, features = 5;
    std::vector<std::int64_t> targets{37, 20}, sources{50, 33};  // real steps of each clip
    Side side = Side::right;
    bool future = false;
    double scale = 1;
};

struct DrawnBlock {
    Projected x;
    Sight sight;
    torch::Tensor weight;  // what the loss of the attention's output weighs it with
    [[nodiscard]] DrawnBlock on(const torch::Device& device) const {
        const auto moved = [&](const torch::Tensor& t) { return t.detach().to(device).requires_grad_(true); };
        return {{moved(x.q), moved(x.k), moved(x.v), x.heads},
                {real_steps(sight.target.mask.to(device)), real_steps(sight.source.mask.to(device)), sight.future},
                weight.to(device)};
    }
};

inline DrawnBlock draw(const Case& c) {
    const std::int64_t d = c.heads * c.features, b = static_cast<std::int64_t>(c.targets.size());
    const std::int64_t rows = *std::max_element(c.targets.begin(), c.targets.end()) + 3,
                       columns = *std::max_element(c.sources.begin(), c.sources.end()) + 2;
    torch::manual_seed(11);
    DrawnBlock block;
    // queries, keys and values as the model has them: parts of one product
    const auto parts = (torch::randn({b, columns, 2 * d}) * c.scale).split(d, 2);
    block.x = {(torch::randn({b, rows, d}) * c.scale).requires_grad_(true), parts[0].detach().requires_grad_(true),
               parts[1].detach().requires_grad_(true), c.heads};
    block.sight = {real_steps(mask_of(c.targets, rows, c.side)), real_steps(mask_of(c.sources, columns, c.side)),
                   c.future};
    block.weight = torch::randn({b, rows, d});
    return block;
}

/// Two layers of width 20, every dropout at p.
inline MicaOptions small_model(double p) {
    MicaOptions o;
    o.dims = {6, 5, 4};
    o.d = 20;
    o.heads = 4;
    o.layers = 2;
    o.gate_bias = GateBias::per_channel;
    o.text_attention_dropout = o.dropout = o.embed_dropout = o.text_dropout = o.out_dropout = p;
    return o;
}

/// Of two clips, with padding between their steps.
inline Batch small_batch(const MicaOptions& o) {
    Batch batch;
    torch::manual_seed(2);
    const std::vector<std::vector<std::int64_t>> lengths{{7, 12}, {30, 21}, {19, 26}};
    for (std::size_t m = 0; m < 3; ++m) {
        batch.values[m] = torch::randn({2, 32, o.dims[m]});
        batch.masks[m] = mask_of(lengths[m], 32, Side::middle);
    }
    batch.clips = {0, 1};
    return batch;
}

/// `a` may be on a device. least: what a largest number of b below it is taken for (results that are zero but for
/// rounding).
inline void expect_close(const torch::Tensor& a, const torch::Tensor& b, double relative, const char* what,
                         double least = 1e-6) {
    ASSERT_EQ(a.sizes(), b.sizes()) << what;
    if (a.numel() == 0) return;
    const double largest = b.abs().max().item<double>();
    EXPECT_LE((a.to(b.device()) - b).abs().max().item<double>(), relative * std::max(largest, least)) << what;
}

/// With respect to q, k and v; zeros where none arrives. The graph stays.
inline std::vector<torch::Tensor> gradients(const torch::Tensor& loss, const Projected& x) {
    auto g = torch::autograd::grad({loss}, {x.q, x.k, x.v}, {}, true, false, true);
    const std::vector<torch::Tensor> of{x.q, x.k, x.v};
    for (std::size_t n = 0; n < 3; ++n)
        if (!g[n].defined()) g[n] = torch::zeros_like(of[n]);
    return g;
}

}  // namespace mica
