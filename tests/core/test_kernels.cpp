// The fused version is the plain one: for lengths, sides of padding, heads, features, masks, shares and ties, on every
// vector unit of this machine, with the same bits for any number of threads.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "core/kernels/targets.h"
#include "tests/core/blocks.h"

using namespace mica;

namespace {

const KernelSet& plain() { return kernel_set(Kernels::plain, torch::kFloat); }
const KernelSet& fused() { return kernel_set(Kernels::fused, torch::kFloat); }

/// Runs `test` on every vector unit that this machine has.
void on_every_target(const std::function<void()>& test) {
    for (const std::string& target : kernel_targets()) {
        choose_kernel_target(target);
        SCOPED_TRACE(target);
        test();
    }
    choose_kernel_target({});
}

std::vector<Case> cases() {
    std::vector<Case> all;
    for (const std::int64_t features : {3, 4, 5, 8, 10, 13, 20})
        for (const bool future : {false, true})
            all.push_back({2, features, {37, 20}, {50, 33}, Side::right, future, 1});
    for (const Side side : {Side::left, Side::middle})
        for (const bool future : {false, true}) all.push_back({3, 5, {70, 1, 64}, {17, 40, 16}, side, future, 1});
    all.push_back({1, 5, {1, 1}, {1, 9}, Side::right, false, 1});       // one step
    all.push_back({2, 4, {0, 5, 8}, {6, 0, 7}, Side::left, false, 1});  // streams of padding only
    all.push_back({2, 5, {40, 30}, {60, 44}, Side::right, false, 10});  // scores of hundreds
    all.push_back({2, 5, {40, 30}, {60, 44}, Side::middle, true, 10});
    return all;
}

TEST(Fused, AttentionIsThePlainOne) {
    on_every_target([] {
        for (const Case& c : cases())
            for (const Dropout& drop : {Dropout{}, Dropout{.3, 99}}) {
                SCOPED_TRACE(c.features);
                const DrawnBlock b = draw(c);
                const auto a = fused().attend(b.x, b.sight, drop), e = plain().attend(b.x, b.sight, drop);
                const double tolerance = c.scale > 1 ? 2e-4 : 1e-5;  // large scores lose digits in any order
                expect_close(a.values, e.values, tolerance, "values");
                expect_close(fused().probability(b.x, b.sight, a), plain().probability(b.x, b.sight, e), tolerance,
                             "probability");
                const auto ga = gradients((a.values * b.weight).sum(), b.x),
                           ge = gradients((e.values * b.weight).sum(), b.x);
                for (std::size_t n = 0; n < 3; ++n) expect_close(ga[n], ge[n], 5 * tolerance, "gradient");
                const auto sa = fused().summary(b.x, b.sight, a), se = plain().summary(b.x, b.sight, e);
                expect_close(sa.spread, se.spread, 10 * tolerance, "spread");
                const auto p = plain().probability(b.x, b.sight, e).mean(1);
                const auto chosen = p.gather(2, sa.best.unsqueeze(2)).squeeze(2);
                expect_close(chosen, std::get<0>(p.max(2)), 1e-4, "the most attended step");
            }
    });
}

// W is exactly the rule on the fused version's own probabilities, and the plain one's but for near ties.
TEST(Fused, SelectionIsTheRule) {
    on_every_target([] {
        for (const Case& c : cases())
            for (const double tau : {0.0, 0.01, 0.27, 0.5, 0.9, 0.999, 1.0}) {
                const DrawnBlock b = draw(c);
                const auto a = fused().attend(b.x, b.sight, {}), e = plain().attend(b.x, b.sight, {});
                const auto s = fused().select(b.x, b.sight, a, tau, {}, true);
                const auto own =
                    plain().select(b.x, b.sight, {{}, fused().probability(b.x, b.sight, a)}, tau, {}, true);
                EXPECT_TRUE(s.gamma.equal(own.gamma)) << c.features << " " << tau << s.gamma << own.gamma;
                EXPECT_TRUE(fused().cells(b.x, b.sight, s.w).equal(own.w)) << c.features << " " << tau;
                EXPECT_TRUE(s.count.equal(own.count));
                const auto theirs = plain().select(b.x, b.sight, e, tau, {}, true);
                const auto differ = fused().cells(b.x, b.sight, s.w).logical_xor(theirs.w);
                const auto distance = (e.kept / theirs.gamma.unsqueeze(2).unsqueeze(3) - 1).abs().masked_select(differ);
                if (c.scale > 1) continue;
                EXPECT_EQ(distance.gt(1e-4).sum().item<std::int64_t>(), 0);
            }
    });
}

TEST(Fused, LargeSelectionsAreExact) {  // those that sample first
    on_every_target([] {
        for (const bool future : {false, true})
            for (const int ties : {0, 1, 2, 3}) {
                DrawnBlock b = draw({1, 5, {150, 131}, {210, 160}, Side::right, future, 1});
                const torch::NoGradGuard quiet;
                if (ties == 1) b.x.k.narrow(1, 50, 100).copy_(b.x.k.narrow(1, 50, 1).expand({-1, 100, -1}));
                if (ties == 2) b.x.k.copy_(b.x.k.narrow(1, 0, 1).expand_as(b.x.k));  // uniform
                if (ties == 3) b.x.q.copy_(b.x.q.narrow(1, 0, 1).expand_as(b.x.q));
                const auto a = fused().attend(b.x, b.sight, {});
                for (const double tau : {0.001, 0.25, 0.3, 0.97}) {
                    const auto s = fused().select(b.x, b.sight, a, tau, {}, true);
                    const auto own =
                        plain().select(b.x, b.sight, {{}, fused().probability(b.x, b.sight, a)}, tau, {}, true);
                    EXPECT_TRUE(s.gamma.equal(own.gamma)) << ties << " " << tau;
                    EXPECT_TRUE(fused().cells(b.x, b.sight, s.w).equal(own.w)) << ties << " " << tau;
                    if (ties == 2 && !future) {
                        EXPECT_EQ(s.count.sum().item<std::int64_t>(), 0) << "all tie with gamma";
                    }
                }
            }
    });
}

TEST(Fused, ElementLossIsThePlainOne) {
    on_every_target([] {
        for (const Case& c : cases())
            for (const auto reduction : {Reduction::mean, Reduction::sum})
                for (const auto distance : {ElementDistance::raw, ElementDistance::relative}) {
                    const DrawnBlock b = draw(c);
                    const auto a = fused().attend(b.x, b.sight, {});
                    const auto below = fused().select(b.x, b.sight, a, .1, {}, false);
                    const auto s = fused().select(b.x, b.sight, a, .3, below.v, true);
                    const auto v = fused().cells(b.x, b.sight, s.v);
                    EXPECT_TRUE(s.count.equal(v.sum({2, 3})));
                    const auto la = fused().element(b.x, b.sight, s, reduction, distance);
                    const auto le = plain().element(b.x, b.sight, {v, {}, s.gamma, s.count}, reduction, distance);
                    EXPECT_NEAR(la.item<double>(), le.item<double>(), 2e-5 * std::abs(le.item<double>()) + 1e-9);
                    const auto ga = gradients(la, b.x), ge = gradients(le, b.x);
                    for (std::size_t n = 0; n < 2; ++n) expect_close(ga[n], ge[n], 5e-5, "gradient");
                }
    });
}

TEST(Fused, MarginalLossIsThePlainOne) {
    on_every_target([] {
        for (const Case& c : cases())
            for (const auto space : {AlignmentSpace::per_head, AlignmentSpace::concatenated}) {
                const DrawnBlock b = draw(c);
                const MmdForm form{space, MmdEstimator::exact, 0, 0};
                const auto k_at = mmd_elements(b.sight.source.mask, form),
                           q_at = mmd_elements(b.sight.target.mask, form);
                const auto la = fused().marginal(b.x, k_at, q_at, form);
                const Projected precise{b.x.q.to(torch::kDouble), b.x.k.to(torch::kDouble), {}, c.heads};
                const auto le = kernel_set(Kernels::plain, torch::kDouble).marginal(precise, k_at, q_at, form);
                EXPECT_NEAR(la.item<double>(), le.item<double>(), 1e-4 * le.item<double>() + 1e-6);
                const auto ga = gradients(la, b.x), ge = gradients(le, b.x);
                for (std::size_t n = 0; n < 2; ++n) expect_close(ga[n], ge[n], 1e-4, "gradient");
            }
    });
}

TEST(Fused, SameBitsForAnyNumberOfThreads) {
    const int before = torch::get_num_threads();
    const DrawnBlock b = draw({4, 5, {150, 90, 131}, {170, 210, 33}, Side::middle, false, 1});
    std::vector<std::vector<torch::Tensor>> runs;
    for (const int threads : {1, 2, 3}) {
        torch::set_num_threads(threads);
        const auto a = fused().attend(b.x, b.sight, {.2, 3});
        const auto s = fused().select(b.x, b.sight, a, .3, {}, true);
        const MmdForm form;
        const auto loss = (a.values * b.weight).sum() +
                          fused().element(b.x, b.sight, s, Reduction::mean, ElementDistance::relative) +
                          fused().marginal(b.x, mmd_elements(b.sight.source.mask, form),
                                           mmd_elements(b.sight.target.mask, form), form);
        auto all = gradients(loss, b.x);
        for (const auto& t : {a.values, a.kept, s.v, s.gamma, loss}) all.push_back(t);
        runs.push_back(all);
    }
    torch::set_num_threads(before);
    for (std::size_t n = 1; n < runs.size(); ++n)
        for (std::size_t i = 0; i < runs[0].size(); ++i) EXPECT_TRUE(runs[n][i].equal(runs[0][i])) << n << " " << i;
}

TEST(Dropout, KeepsTheShareAndNoPattern) {
    // the share, and the products of neighbours along rows and columns, as independent draws have them
    constexpr std::int64_t kSide = 600;
    constexpr double p = 0.1;
    const std::int32_t limit = dropout::limit(p);
    std::vector<double> gone;
    for (std::int64_t i = 0; i < kSide; ++i)
        for (std::int64_t j = 0; j < kSide; ++j)
            gone.push_back(dropout::draw(dropout::line(7, 3, false, i), dropout::line(7, 3, true, j)) < limit ? 1 : 0);
    double all = 0, right = 0, down = 0, square = 0;
    const auto at = [&](std::int64_t i, std::int64_t j) { return gone[static_cast<std::size_t>(i * kSide + j)]; };
    for (std::int64_t i = 0; i + 1 < kSide; ++i)
        for (std::int64_t j = 0; j + 1 < kSide; ++j) {
            all += at(i, j);
            right += at(i, j) * at(i, j + 1);
            down += at(i, j) * at(i + 1, j);
            square += at(i, j) * at(i, j + 1) * at(i + 1, j) * at(i + 1, j + 1);
        }
    const double n = static_cast<double>((kSide - 1) * (kSide - 1));
    const auto near = [&](double sum, double share) {
        EXPECT_NEAR(sum / n, share, 5 * std::sqrt(share * (1 - share) / n)) << share;
    };
    near(all, p);
    near(right, p * p);
    near(down, p * p);
    near(square, p * p * p * p);
    EXPECT_NE(dropout::line(7, 3, false, 0), dropout::line(8, 3, false, 0));
    EXPECT_NE(dropout::line(7, 3, false, 0), dropout::line(7, 4, false, 0));
}

// The whole model, with dropout: both versions draw the same and come to the same losses and gradients.
TEST(Fused, ModelIsThePlainOne) {
    MicaOptions o = small_model(.1);
    o.text_attention_dropout = .2;
    o.future_mask = true;
    std::vector<std::vector<torch::Tensor>> results;
    for (const auto kernels : {Kernels::plain, Kernels::fused}) {
        o.kernel_set = kernels;
        torch::manual_seed(1);
        Mica model(o);
        model.train();
        const auto out = model.run(small_batch(o), {.3}, Trace::none);
        (out.prediction.sum() + out.marginal + out.element).backward();
        std::vector<torch::Tensor> all{out.prediction.detach(), out.marginal.detach(), out.element.detach()};
        for (const auto& p : model.parameters()) all.push_back(p.grad());
        results.push_back(all);
    }
    ASSERT_EQ(results[0].size(), results[1].size());
    for (std::size_t n = 0; n < results[0].size(); ++n)
        expect_close(results[1][n], results[0][n], 2e-3, "of the model");
}

}  // namespace
