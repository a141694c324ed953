// Both versions of attention and the alignment losses: the plain one on literal cells, against plain loops and finite
// differences in double precision.
#include <gtest/gtest.h>

#include <cmath>

#include "core/alignment/kernel_set.h"

using namespace mica;

namespace {

const auto kDouble = torch::TensorOptions(torch::kDouble);

torch::Tensor ones(std::int64_t b, std::int64_t t) { return torch::ones({b, t}, torch::kBool); }

const KernelSet& plain() { return kernel_set(Kernels::plain, torch::kDouble); }

// W of literal probabilities (1 x 1 x rows x columns).
Selection choose(std::vector<double> cells, std::int64_t rows, std::int64_t columns, double tau,
                 const torch::Tensor& columns_mask = {}, const torch::Tensor& before = {}, bool keep = true) {
    const auto p = torch::tensor(at::ArrayRef<double>(cells), kDouble).view({1, 1, rows, columns});
    const Sight sight{real_steps(ones(1, rows)), real_steps(columns_mask.defined() ? columns_mask : ones(1, columns)),
                      false};
    return plain().select({{}, {}, {}, 1}, sight, {{}, p}, tau, before, keep);
}

TEST(Selection, TakesExactlyTheShareWithoutTies) {
    const auto s = choose({.1, .5, .4, .7, .2, .05}, 2, 3, 0.5);  // rank 3: .2
    EXPECT_DOUBLE_EQ(s.gamma.item<double>(), .2);
    EXPECT_TRUE(s.w.view(-1).equal(torch::tensor({false, true, true, true, false, false})));
    EXPECT_EQ(s.count.item<std::int64_t>(), 3);
}

TEST(Selection, LeavesTiesOfGammaOut) {
    const auto s = choose({.3, .3, .3, .1}, 2, 2, 0.5);
    EXPECT_DOUBLE_EQ(s.gamma.item<double>(), .3);
    EXPECT_EQ(s.w.sum().item<std::int64_t>(), 0);
}

TEST(Selection, Borders) {
    EXPECT_EQ(choose({.4, .6}, 1, 2, 0).w.sum().item<std::int64_t>(), 0);
    const auto all = choose({.4, .6}, 1, 2, 1);
    EXPECT_DOUBLE_EQ(all.gamma.item<double>(), -1);
    EXPECT_EQ(all.w.sum().item<std::int64_t>(), 2);
    EXPECT_EQ(choose({1}, 1, 1, 0.99).w.sum().item<std::int64_t>(), 0);
    EXPECT_EQ(choose({1}, 1, 1, 1).w.sum().item<std::int64_t>(), 1);
    EXPECT_EQ(choose({0, 0, 0, 0}, 2, 2, .5, torch::zeros({1, 2}, torch::kBool)).w.sum().item<std::int64_t>(), 0);
    const auto bad = choose({.4, NAN, .2, .1}, 2, 2, .5);
    EXPECT_TRUE(std::isnan(bad.gamma.item<double>()));
    EXPECT_EQ(bad.w.sum().item<std::int64_t>(), 0);
}

TEST(Selection, CountsOnlyRealCells) {
    const auto columns = torch::tensor({false, true, true}).view({1, 3});
    const auto s = choose({.9, .1, .8, .7, .2, .6}, 2, 3, .5, columns);  // of .1 .8 .2 .6, rank 2: .2
    EXPECT_DOUBLE_EQ(s.gamma.item<double>(), .2);
    EXPECT_TRUE(s.w.view(-1).equal(torch::tensor({false, false, true, false, false, true})));
}

TEST(Selection, JoinsTheLayerBelow) {
    const auto below = torch::tensor({true, false, false, false}).view({1, 1, 2, 2});
    const auto s = choose({.1, .2, .3, .9}, 2, 2, .25, {}, below, true);
    EXPECT_TRUE(s.v.view(-1).equal(torch::tensor({true, false, false, true})));
    EXPECT_EQ(s.count.item<std::int64_t>(), 2);
    EXPECT_EQ(below.sum().item<std::int64_t>(), 1) << "kept as it was";
}

// The definition, element by element.
double brute_mmd(const torch::Tensor& k, const torch::Tensor& q) {  // n x f, m x f
    const auto z = torch::cat({k, q}, 0);
    double s = 0;
    const auto n = z.size(0);
    for (std::int64_t i = 0; i < n; ++i)
        for (std::int64_t j = 0; j < n; ++j) s += (z[i] - z[j]).square().sum().item<double>();
    s /= static_cast<double>(n * (n - 1));
    const auto mean = [&](const torch::Tensor& a, const torch::Tensor& b) {
        double sum = 0;
        for (std::int64_t i = 0; i < a.size(0); ++i)
            for (std::int64_t j = 0; j < b.size(0); ++j)
                for (const double c : {.25, .5, 1., 2., 4.})
                    sum += std::exp(-(a[i] - b[j]).square().sum().item<double>() / (s * c)) / 5;
        return sum / static_cast<double>(a.size(0) * b.size(0));
    };
    return mean(k, k) + mean(q, q) - 2 * mean(k, q);
}

struct Streams {
    torch::Tensor k, q, v, km, qm;
    [[nodiscard]] Projected projected() const { return {q, k, v, 2}; }
    [[nodiscard]] Sight sight(bool future = false) const { return {real_steps(qm), real_steps(km), future}; }
    [[nodiscard]] torch::Tensor marginal(const MmdForm& form) const {
        return plain().marginal(projected(), mmd_elements(km, form), mmd_elements(qm, form), form);
    }
};

Streams streams() {
    torch::manual_seed(3);
    Streams s{torch::randn({2, 4, 6}, kDouble), torch::randn({2, 3, 6}, kDouble) + .7, torch::randn({2, 4, 6}, kDouble),
              ones(2, 4), ones(2, 3)};
    s.km[1][3] = false;
    s.qm[0][0] = false;
    return s;
}

TEST(Marginal, IsTheDefinition) {
    const auto s = streams();
    for (const auto space : {AlignmentSpace::per_head, AlignmentSpace::concatenated}) {
        const auto k = s.k.index({s.km}), q = s.q.index({s.qm});
        double expected = brute_mmd(k, q);
        if (space == AlignmentSpace::per_head)
            expected =
                (brute_mmd(k.narrow(1, 0, 3), q.narrow(1, 0, 3)) + brute_mmd(k.narrow(1, 3, 3), q.narrow(1, 3, 3))) / 2;
        EXPECT_NEAR(s.marginal({space, MmdEstimator::exact, 0, 0}).item<double>(), expected, 1e-12);
    }
}

TEST(Marginal, GradientHoldsTheBandwidthConstant) {
    auto s = streams();
    s.k.requires_grad_(true);
    s.marginal({AlignmentSpace::concatenated, MmdEstimator::exact, 0, 0}).backward();
    // the same sum with autograd over a matrix of distances, the bandwidth detached
    auto k = s.k.detach().clone().requires_grad_(true);
    const auto z = torch::cat({k.index({s.km}), s.q.index({s.qm})}, 0);
    const auto d2 = (z.unsqueeze(0) - z.unsqueeze(1)).square().sum(2);
    const auto n = static_cast<double>(z.size(0));
    const auto width = d2.detach().sum() / (n * (n - 1));
    auto kernel = torch::zeros_like(d2);
    for (const double c : {.25, .5, 1., 2., 4.}) kernel = kernel + torch::exp(-d2 / (width * c)) / 5;
    const auto a = torch::cat({torch::full({7}, 1.0 / 7, kDouble), torch::full({5}, -1.0 / 5, kDouble)});
    a.matmul(kernel).dot(a).backward();
    EXPECT_TRUE(torch::allclose(s.k.grad(), k.grad(), 1e-10, 1e-14));
    EXPECT_EQ(s.k.grad()[1][3].abs().sum().item<double>(), 0) << "padding has no gradient";
}

TEST(Marginal, DegenerateSides) {
    for (const auto kernels : {Kernels::plain, Kernels::fused})
        for (const auto type : {torch::kDouble, torch::kFloat}) {
            const auto& set = kernel_set(kernels, type);
            const MmdForm form{AlignmentSpace::per_head, MmdEstimator::exact, 0, 0};
            auto same = torch::ones({1, 3, 4}, type).requires_grad_(true);
            const auto at = mmd_elements(ones(1, 3), form),
                       none = mmd_elements(torch::zeros({1, 3}, torch::kBool), form);
            const auto loss = set.marginal({same.detach(), same, same, 2}, at, at, form);
            EXPECT_EQ(loss.item<double>(), 0);
            loss.backward();
            EXPECT_EQ(same.grad().abs().sum().item<double>(), 0);
            EXPECT_EQ(set.marginal({same, same, same, 2}, none, at, form).item<double>(), 0);
        }
}

TEST(Marginal, EstimatorsComeCloseToExact) {
    torch::manual_seed(5);
    Streams s{torch::randn({8, 40, 20}, kDouble),
              torch::randn({8, 40, 20}, kDouble) * 1.2 + .4,
              {},
              ones(8, 40),
              ones(8, 40)};
    const double exact = s.marginal({AlignmentSpace::per_head, MmdEstimator::exact, 0, 0}).item<double>();
    const double features =
        s.marginal({AlignmentSpace::per_head, MmdEstimator::random_features, 0, 1000}).item<double>();
    const double rows = s.marginal({AlignmentSpace::per_head, MmdEstimator::rows, 160, 0}).item<double>();
    EXPECT_NEAR(features, exact, .1 * exact);
    EXPECT_NEAR(rows, exact, .3 * exact);  // half the elements: the V-statistic's own bias, about 1 / rows, doubles
}

TEST(Marginal, RowsAreAnEvenStride) {
    const auto at = mmd_elements(ones(1, 9), {AlignmentSpace::per_head, MmdEstimator::rows, 3, 0});
    EXPECT_TRUE(at.equal(torch::tensor({0, 4, 8}, torch::kLong)));
}

// d f / d x by central differences.
torch::Tensor numeric(const std::function<torch::Tensor(const torch::Tensor&)>& f, const torch::Tensor& x) {
    const torch::NoGradGuard quiet;
    auto gradient = torch::zeros_like(x);
    auto at = x.detach().clone();
    for (std::int64_t n = 0; n < x.numel(); ++n) {
        auto cell = at.view(-1)[n];
        const double value = cell.item<double>(), step = 1e-5;
        cell.fill_(value + step);
        const double up = f(at).item<double>();
        cell.fill_(value - step);
        const double down = f(at).item<double>();
        cell.fill_(value);
        gradient.view(-1)[n] = (up - down) / (2 * step);
    }
    return gradient;
}

void expect_gradient(const std::function<torch::Tensor(const torch::Tensor&)>& f, const torch::Tensor& x) {
    const auto leaf = x.detach().clone().requires_grad_(true);
    f(leaf).backward();
    EXPECT_TRUE(torch::allclose(leaf.grad(), numeric(f, x), 1e-6, 1e-9)) << leaf.grad() << numeric(f, x);
}

TEST(Plain, GradientsAreThoseOfFiniteDifferences) {
    const auto s = streams();
    const auto weight = torch::randn({2, 3, 6}, kDouble);
    for (const bool future : {false, true}) {
        const auto sight = s.sight(future);
        const Dropout drop{.3, 5};
        expect_gradient(
            [&](auto q) {
                return (plain().attend({q, s.k, s.v, 2}, sight, drop).values * weight).sum();
            },
            s.q);
        expect_gradient(
            [&](auto k) {
                return (plain().attend({s.q, k, s.v, 2}, sight, drop).values * weight).sum();
            },
            s.k);
        expect_gradient(
            [&](auto v) {
                return (plain().attend({s.q, s.k, v, 2}, sight, drop).values * weight).sum();
            },
            s.v);
        const auto chosen =
            plain().select(s.projected(), sight, plain().attend(s.projected(), sight, {}), .5, {}, true);
        for (const auto reduction : {Reduction::mean, Reduction::sum})
            for (const auto distance : {ElementDistance::raw, ElementDistance::relative}) {
                expect_gradient(
                    [&](auto q) {
                        return plain().element({q, s.k, s.v, 2}, sight, chosen, reduction, distance);
                    },
                    s.q);
                expect_gradient(
                    [&](auto k) {
                        return plain().element({s.q, k, s.v, 2}, sight, chosen, reduction, distance);
                    },
                    s.k);
            }
    }
}

TEST(Plain, ElementLossIsTheFormula) {
    const auto s = streams();
    const auto sight = s.sight();
    const auto chosen = plain().select(s.projected(), sight, plain().attend(s.projected(), sight, {}), .5, {}, true);
    double sum = 0;
    for (std::int64_t b = 0; b < 2; ++b)
        for (std::int64_t h = 0; h < 2; ++h)
            for (std::int64_t i = 0; i < 3; ++i)
                for (std::int64_t j = 0; j < 4; ++j)
                    if (chosen.v[b][h][i][j].item<bool>())
                        sum += (s.q[b][i].narrow(0, 3 * h, 3) - s.k[b][j].narrow(0, 3 * h, 3))
                                   .square()
                                   .sum()
                                   .item<double>();
    EXPECT_NEAR(plain().element(s.projected(), sight, chosen, Reduction::sum, ElementDistance::raw).item<double>(), sum,
                1e-12);
}

TEST(Attention, MatchesMatricesAndSurvivesEmptyRows) {
    const auto s = streams();
    const auto split = [](const torch::Tensor& x) { return x.view({2, x.size(1), 2, 3}).transpose(1, 2); };
    const auto hidden = hidden_cells(s.sight());
    const auto score = split(s.q).matmul(split(s.k).transpose(2, 3)) / std::sqrt(3.0);
    const auto p = torch::nan_to_num(torch::softmax(score.masked_fill(hidden.unsqueeze(1), -INFINITY), -1));
    const auto expected = p.matmul(split(s.v)).transpose(1, 2).reshape({2, 3, 6});
    const auto got = plain().attend(s.projected(), s.sight(), {});
    EXPECT_TRUE(torch::allclose(got.values, expected, 1e-10, 1e-14));
    EXPECT_TRUE(torch::allclose(plain().probability(s.projected(), s.sight(), got), p, 1e-10, 1e-14));
    EXPECT_EQ(got.values[0][0].abs().sum().item<double>(), 0) << "a padded row attends to nothing";
}

TEST(Attention, ShowsNaN) {
    const auto bad = torch::full({1, 2, 4}, NAN), good = torch::randn({1, 2, 4});
    const Sight sight{real_steps(ones(1, 2)), real_steps(ones(1, 2)), false};
    for (const auto kernels : {Kernels::plain, Kernels::fused}) {
        const auto& set = kernel_set(kernels, torch::kFloat);
        EXPECT_TRUE(set.attend({bad, good, good, 2}, sight, {}).values.isnan().all().item<bool>());
        EXPECT_TRUE(set.attend({good, good, bad, 2}, sight, {}).values.isnan().all().item<bool>());
        const Projected x{good, bad, good, 2};
        const auto seen = set.attend(x, sight, {});
        EXPECT_TRUE(seen.values.isnan().all().item<bool>());
        const auto chosen = set.select(x, sight, seen, .5, {}, true);
        EXPECT_TRUE(chosen.gamma.isnan().all().item<bool>());
        EXPECT_EQ(chosen.count.sum().item<std::int64_t>(), 0);
    }
}

}  // namespace
