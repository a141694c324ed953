// Selection on literal cells; MMD and element losses against plain loops and finite differences.
#include <gtest/gtest.h>

#include <cmath>

#include "core/alignment/attention.h"
#include "core/alignment/element.h"
#include "core/alignment/mmd.h"

using namespace mica;

namespace {

const auto kDouble = torch::TensorOptions(torch::kDouble);

torch::Tensor ones(std::int64_t b, std::int64_t t) { return torch::ones({b, t}, torch::kBool); }

Selection choose(std::vector<double> cells, std::int64_t rows, std::int64_t columns, double tau) {
    const auto p = torch::tensor(at::ArrayRef<double>(cells), kDouble).view({1, 1, rows, columns});
    return select(p, ones(1, rows), ones(1, columns), tau, {}, true);
}

TEST(Selection, TakesExactlyTheShareWithoutTies) {
    const auto s = choose({.1, .5, .4, .7, .2, .05}, 2, 3, 0.5);  // rank 3: .2
    EXPECT_DOUBLE_EQ(s.gamma.item<double>(), .2);
    EXPECT_TRUE(s.w.view(-1).equal(torch::tensor({false, true, true, true, false, false})));
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
    const auto none =
        select(torch::zeros({1, 1, 2, 2}, kDouble), ones(1, 2), torch::zeros({1, 2}, torch::kBool), .5, {}, true);
    EXPECT_EQ(none.w.sum().item<std::int64_t>(), 0);
}

TEST(Selection, CountsOnlyRealCells) {
    const auto p = torch::tensor({.9, .1, .8, .7, .2, .6}, kDouble).view({1, 1, 2, 3});
    const auto columns = torch::tensor({false, true, true}).view({1, 3});
    const auto s = select(p, ones(1, 2), columns, .5, {}, true);  // of .1 .8 .2 .6, rank 2: .2
    EXPECT_DOUBLE_EQ(s.gamma.item<double>(), .2);
    EXPECT_TRUE(s.w.view(-1).equal(torch::tensor({false, false, true, false, false, true})));
}

TEST(Selection, JoinsTheLayerBelow) {
    const auto below = torch::tensor({true, false, false, false}).view({1, 1, 2, 2});
    const auto p = torch::tensor({.1, .2, .3, .9}, kDouble).view({1, 1, 2, 2});
    const auto s = select(p, ones(1, 2), ones(1, 2), .25, below, true);
    EXPECT_TRUE(s.v.view(-1).equal(torch::tensor({true, false, false, true})));
    EXPECT_EQ(below.sum().item<std::int64_t>(), 1) << "kept as it was";
    (void)select(p, ones(1, 2), ones(1, 2), .25, below, false);
    EXPECT_EQ(below.sum().item<std::int64_t>(), 2) << "joined in place";
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
    torch::Tensor k, q, km, qm;
};

Streams streams() {
    torch::manual_seed(3);
    Streams s{torch::randn({2, 4, 6}, kDouble), torch::randn({2, 3, 6}, kDouble) + .7, ones(2, 4), ones(2, 3)};
    s.km[1][3] = false;
    s.qm[0][0] = false;
    return s;
}

TEST(Marginal, IsTheDefinition) {
    const auto s = streams();
    for (const auto space : {AlignmentSpace::per_head, AlignmentSpace::concatenated}) {
        const MmdForm form{space, MmdEstimator::exact, 0, 0};
        const auto got = marginal_discrepancy(s.k, mmd_elements(s.km, form), s.q, mmd_elements(s.qm, form), 2, form);
        const auto k = s.k.index({s.km}), q = s.q.index({s.qm});
        double expected = brute_mmd(k, q);
        if (space == AlignmentSpace::per_head)
            expected =
                (brute_mmd(k.narrow(1, 0, 3), q.narrow(1, 0, 3)) + brute_mmd(k.narrow(1, 3, 3), q.narrow(1, 3, 3))) / 2;
        EXPECT_NEAR(got.item<double>(), expected, 1e-12);
    }
}

TEST(Marginal, SinglePrecisionAgrees) {
    torch::manual_seed(4);
    const auto k = torch::randn({4, 30, 8}), q = torch::randn({4, 25, 8}) * 1.3;
    const MmdForm form{AlignmentSpace::per_head, MmdEstimator::exact, 0, 0};
    const auto ka = mmd_elements(ones(4, 30), form), qa = mmd_elements(ones(4, 25), form);
    const double single = marginal_discrepancy(k, ka, q, qa, 2, form).item<double>();
    const double twice =
        marginal_discrepancy(k.to(torch::kDouble), ka, q.to(torch::kDouble), qa, 2, form).item<double>();
    EXPECT_NEAR(single, twice, 1e-4 * twice);
}

TEST(Marginal, GradientHoldsTheBandwidthConstant) {
    auto s = streams();
    const MmdForm form{AlignmentSpace::concatenated, MmdEstimator::exact, 0, 0};
    s.k.requires_grad_(true);
    const auto ka = mmd_elements(s.km, form), qa = mmd_elements(s.qm, form);
    marginal_discrepancy(s.k, ka, s.q, qa, 2, form).backward();
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
    const MmdForm form{AlignmentSpace::per_head, MmdEstimator::exact, 0, 0};
    auto same = torch::ones({1, 3, 4}, kDouble).requires_grad_(true);
    const auto at = mmd_elements(ones(1, 3), form), none = mmd_elements(torch::zeros({1, 3}, torch::kBool), form);
    const auto loss = marginal_discrepancy(same, at, same.detach(), at, 2, form);
    EXPECT_EQ(loss.item<double>(), 0);
    loss.backward();
    EXPECT_EQ(same.grad().abs().sum().item<double>(), 0);
    EXPECT_EQ(marginal_discrepancy(same, none, same, at, 2, form).item<double>(), 0);
}

TEST(Marginal, EstimatorsComeCloseToExact) {
    torch::manual_seed(5);
    const auto k = torch::randn({8, 40, 20}, kDouble), q = torch::randn({8, 40, 20}, kDouble) * 1.2 + .4;
    const auto value = [&](const MmdForm& form) {
        const auto at = mmd_elements(ones(8, 40), form);
        return marginal_discrepancy(k, at, q, at, 4, form).item<double>();
    };
    const double exact = value({AlignmentSpace::per_head, MmdEstimator::exact, 0, 0});
    const double features = value({AlignmentSpace::per_head, MmdEstimator::random_features, 0, 1000});
    const double rows = value({AlignmentSpace::per_head, MmdEstimator::rows, 160, 0});
    EXPECT_NEAR(features, exact, .1 * exact);
    EXPECT_NEAR(rows, exact, .3 * exact);  // half the elements: the V-statistic's own bias, about 1 / rows, doubles
}

TEST(Marginal, RowsAreAnEvenStride) {
    const auto at = mmd_elements(ones(1, 9), {AlignmentSpace::per_head, MmdEstimator::rows, 3, 0});
    EXPECT_TRUE(at.equal(torch::tensor({0, 4, 8}, torch::kLong)));
}

TEST(Element, GradientsAndValues) {
    for (const auto reduction : {Reduction::mean, Reduction::sum})
        for (const auto distance : {ElementDistance::raw, ElementDistance::relative}) {
            auto s = streams();
            const auto v = (torch::rand({2, 2, 3, 4}) > .4)
                               .logical_and(s.qm.view({2, 1, 3, 1}))
                               .logical_and(s.km.view({2, 1, 1, 4}));
            const auto plain = [&](const torch::Tensor& q, const torch::Tensor& k) {
                const auto split = [](const torch::Tensor& x) { return x.view({2, x.size(1), 2, 3}).transpose(1, 2); };
                const auto qs = split(q), ks = split(k);
                auto sum = ((qs.unsqueeze(3) - ks.unsqueeze(2)).square().sum(4) * v).sum({2, 3});
                if (reduction == Reduction::mean) sum = sum / v.sum({2, 3}).clamp_min(1);
                if (distance == ElementDistance::relative) {
                    const auto square = [](const torch::Tensor& x, const torch::Tensor& m) {
                        return (x.square().sum(3) * m.unsqueeze(1)).sum(2) / m.sum(1, true);
                    };
                    sum = sum / (square(qs, s.qm) + square(ks, s.km));
                }
                return reduction == Reduction::mean ? sum.mean() : sum.sum();
            };
            auto q = s.q.clone().requires_grad_(true), k = s.k.clone().requires_grad_(true);
            auto q2 = s.q.clone().requires_grad_(true), k2 = s.k.clone().requires_grad_(true);
            const auto ours = element_discrepancy(q, k, v, s.qm, s.km, 2, reduction, distance), theirs = plain(q2, k2);
            EXPECT_NEAR(ours.item<double>(), theirs.item<double>(), 1e-12);
            ours.backward();
            theirs.backward();
            EXPECT_TRUE(torch::allclose(q.grad(), q2.grad(), 1e-10, 1e-14));
            EXPECT_TRUE(torch::allclose(k.grad(), k2.grad(), 1e-10, 1e-14));
        }
}

TEST(Attention, MatchesMatricesAndSurvivesEmptyRows) {
    auto s = streams();
    const auto hidden = s.qm.logical_not().unsqueeze(2).logical_or(s.km.logical_not().unsqueeze(1)).contiguous();
    auto q = s.q.clone().requires_grad_(true), k = s.k.clone().requires_grad_(true),
         v = torch::randn({2, 4, 6}, kDouble).requires_grad_(true);
    auto q2 = q.detach().clone().requires_grad_(true), k2 = k.detach().clone().requires_grad_(true),
         v2 = v.detach().clone().requires_grad_(true);
    const auto split = [](const torch::Tensor& x) { return x.view({2, x.size(1), 2, 3}).transpose(1, 2); };
    const auto score = split(q2).matmul(split(k2).transpose(2, 3)) / std::sqrt(3.0);
    const auto p = torch::nan_to_num(torch::softmax(score.masked_fill(hidden.unsqueeze(1), -INFINITY), -1));
    const auto expected = p.matmul(split(v2)).transpose(1, 2).reshape({2, 3, 6});
    const auto got = attend(q, k, v, hidden, 2, 0, true);
    EXPECT_TRUE(torch::allclose(got.values, expected, 1e-10, 1e-14));
    EXPECT_TRUE(torch::allclose(got.probability, p, 1e-10, 1e-14));
    const auto weight = torch::randn({2, 3, 6}, kDouble);
    (got.values * weight).sum().backward();
    (expected * weight).sum().backward();
    EXPECT_TRUE(torch::allclose(q.grad(), q2.grad(), 1e-9, 1e-13));
    EXPECT_TRUE(torch::allclose(k.grad(), k2.grad(), 1e-9, 1e-13));
    EXPECT_TRUE(torch::allclose(v.grad(), v2.grad(), 1e-9, 1e-13));
    EXPECT_EQ(got.probability[0].select(1, 0).abs().sum().item<double>(), 0) << "a padded row attends to nothing";
}

TEST(Attention, ShowsNaN) {
    const auto bad = torch::full({1, 2, 4}, NAN), good = torch::randn({1, 2, 4});
    EXPECT_TRUE(
        attend(bad, good, good, torch::zeros({1, 2, 2}, torch::kBool), 2, 0, false).values.isnan().all().item<bool>());
}

}  // namespace
