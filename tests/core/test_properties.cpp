// labels: slow
// Properties that hold for any block: the fused version is the plain one for drawn shapes, gradients are those of finite
// differences in double precision, and the losses of the whole model have the same bits for any number of threads.
#include <gtest/gtest.h>

#include <random>

#include "tests/core/blocks.h"

using namespace mica;

namespace {

struct Draw {
    std::mt19937 random;
    std::int64_t below(std::int64_t n) { return static_cast<std::int64_t>(random() % static_cast<unsigned>(n)); }
    /// Real steps anywhere; now and then none, one, or all.
    torch::Tensor mask(std::int64_t batch, std::int64_t steps) {
        auto mask = torch::zeros({batch, steps}, torch::kBool);
        for (std::int64_t b = 0; b < batch; ++b) {
            const std::int64_t kind = below(8), one = below(steps);
            for (std::int64_t t = 0; t < steps; ++t)
                mask[b][t] = kind == 0 ? false : kind == 1 ? t == one : kind == 2 || below(3) > 0;
        }
        return mask;
    }
};

TEST(Properties, FusedIsPlainForAnyBlock) {
    const KernelSet &fused = kernel_set(Kernels::fused, torch::kFloat),
                    &plain = kernel_set(Kernels::plain, torch::kFloat);
    for (unsigned seed = 0; seed < 150; ++seed) {
        SCOPED_TRACE(seed);
        Draw draw{std::mt19937(seed)};
        torch::manual_seed(seed);
        const std::int64_t batch = 1 + draw.below(3), heads = 1 + draw.below(4), d = heads * (1 + draw.below(12));
        const std::int64_t rows = 1 + draw.below(80), columns = 1 + draw.below(80);
        Projected x{torch::randn({batch, rows, d}), torch::randn({batch, columns, d}),
                    torch::randn({batch, columns, d}), heads};
        const bool ties = draw.below(4) == 0;
        if (ties) {  // few distinct keys, and a row that is all zero
            x.k.copy_(x.k.narrow(1, 0, 1).expand_as(x.k));
            x.q.narrow(1, 0, 1).zero_();
        }
        for (auto* t : {&x.q, &x.k, &x.v}) t->requires_grad_(true);
        const Sight sight{real_steps(draw.mask(batch, rows)), real_steps(draw.mask(batch, columns)),
                          draw.below(2) == 0};
        const Dropout drop{draw.below(2) == 0 ? 0 : .25, seed};
        const auto weight = torch::randn({batch, rows, d});
        const double taus[] = {0, .01, .3, .5, .99, 1};
        const double tau = taus[draw.below(6)];
        const auto a = fused.attend(x, sight, drop), e = plain.attend(x, sight, drop);
        const auto chosen = fused.select(x, sight, a, tau, {}, false);
        const auto own = plain.select(x, sight, {{}, fused.probability(x, sight, a)}, tau, {}, false);
        const auto v = fused.cells(x, sight, chosen.v);
        EXPECT_TRUE(v.equal(own.v)) << "the rule on the version's own probabilities";
        EXPECT_TRUE(chosen.count.equal(own.count));
        const auto reduction = draw.below(2) ? Reduction::mean : Reduction::sum;
        const auto distance = draw.below(2) ? ElementDistance::raw : ElementDistance::relative;
        const MmdForm form{draw.below(2) ? AlignmentSpace::per_head : AlignmentSpace::concatenated,
                           draw.below(2) ? MmdEstimator::exact : MmdEstimator::rows, 40, 0};
        const auto k_at = mmd_elements(sight.source.mask, form), q_at = mmd_elements(sight.target.mask, form);
        const auto loss = [&](const KernelSet& set, const Attended& y, const Selection& s) {
            return std::vector<torch::Tensor>{(y.values * weight).sum(), set.element(x, sight, s, reduction, distance),
                                              set.marginal(x, k_at, q_at, form) + 0 * x.q.sum()};
        };
        const auto of_fused = loss(fused, a, chosen), of_plain = loss(plain, e, own);
        for (std::size_t n = 0; n < 3; ++n) {
            SCOPED_TRACE(n);
            const double value = of_plain[n].item<double>();
            EXPECT_NEAR(of_fused[n].item<double>(), value, 5e-5 * std::abs(value) + 2e-5);
            const auto g = torch::autograd::grad({of_fused[n]}, {x.q, x.k, x.v}, {}, true, false, true),
                       h = torch::autograd::grad({of_plain[n]}, {x.q, x.k, x.v}, {}, true, false, true);
            const std::vector<torch::Tensor> from{x.q, x.k, x.v};
            for (std::size_t i = 0; i < 3; ++i)
                expect_close(g[i].defined() ? g[i] : torch::zeros_like(from[i]),
                             h[i].defined() ? h[i] : torch::zeros_like(from[i]), 2e-4, "gradient", n == 0 ? .05 : 1e-4);
        }
    }
}

Batch batch_of(const MicaOptions& o, std::int64_t clips, std::int64_t steps, torch::ScalarType type) {
    Draw draw{std::mt19937(3)};
    Batch batch;
    for (std::size_t m = 0; m < 3; ++m) {
        batch.values[m] = torch::randn({clips, steps, o.dims[m]}, type);
        batch.masks[m] = draw.mask(clips, steps);
    }
    for (std::int64_t b = 0; b < clips; ++b) batch.clips.push_back(static_cast<std::size_t>(b));
    return batch;
}

// Every cell is chosen (tau 1), so that no choice changes with the weights; the MMD's bandwidth is a constant to its
// gradient and has a test of its own.
TEST(Properties, GradientsOfTheModelAreThoseOfFiniteDifferences) {
    MicaOptions o = small_model(0);
    o.mmd = false;
    torch::manual_seed(1);
    Mica model(o);
    model.to(torch::kDouble);
    model.train();
    torch::manual_seed(2);
    const Batch batch = batch_of(o, 2, 9, torch::kDouble);
    const auto loss = [&] {
        const auto out = model.run(batch, {1.0}, Trace::none);
        return (out.prediction.sum() + out.element).sum();
    };
    loss().backward();
    constexpr double kStep = 1e-7;  // so short that hardly any step crosses a corner of ReLU
    for (const auto& p : model.named_parameters()) {
        SCOPED_TRACE(p.key());
        const auto direction = torch::randn_like(p.value());
        const double slope = (p.value().grad() * direction).sum().item<double>();
        const torch::NoGradGuard quiet;
        double values[2];
        for (const int n : {0, 1}) {
            p.value().add_(direction, n == 0 ? kStep : -2 * kStep);
            values[n] = loss().item<double>();
        }
        p.value().add_(direction, kStep);
        EXPECT_NEAR((values[0] - values[1]) / (2 * kStep), slope, 1e-4 * std::abs(slope) + 1e-6);
    }
}

// What the kernels make, through all layers. The prediction and the gradients of weights also go through LibTorch's own
// operations, some of which round by the number of threads.
TEST(Properties, LossesOfTheModelHaveTheSameBitsForAnyNumberOfThreads) {
    const int before = torch::get_num_threads();
    MicaOptions o = small_model(.1);
    o.heads = 5;  // which two or three threads do not share evenly
    o.kernel_set = Kernels::fused;
    std::vector<ModelOutput> runs;
    for (const int threads : {1, 2, 3}) {
        torch::set_num_threads(threads);
        torch::manual_seed(1);
        Mica model(o);
        model.train();
        torch::manual_seed(2);
        const Batch batch = batch_of(o, 7, 300, torch::kFloat);
        torch::manual_seed(3);
        runs.push_back(model.run(batch, {.3}, Trace::none));
    }
    torch::set_num_threads(before);
    for (const ModelOutput& run : runs) {
        EXPECT_TRUE(run.marginal.equal(runs[0].marginal));
        EXPECT_TRUE(run.element.equal(runs[0].element));
    }
}

}  // namespace
