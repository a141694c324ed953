// The fused layers are the plain ones: values, gradients and draws, for any width, on every vector unit; the same bits
// for any number of threads.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/kernels/targets.h"
#include "core/model/layers.h"

using namespace mica;

namespace {

struct Case {
    std::int64_t batch, steps, d, inner;
    double p;
    int real;  // 0: no row, 1: all, 2: about two thirds
};
const std::vector<Case> kCases{{2, 7, 5, 9, 0, 1},      {3, 50, 40, 160, .1, 2}, {1, 1, 1, 1, .5, 1},
                               {2, 130, 33, 70, .3, 2}, {1, 3, 64, 256, .2, 0},  {4, 61, 17, 19, 0, 2}};

torch::Tensor mask_of(const Case& c) {
    if (c.real < 2) return torch::full({c.batch, c.steps}, c.real == 1, torch::kBool);
    return torch::rand({c.batch, c.steps}) < .66;
}

using Made = std::vector<torch::Tensor>;  // results, then gradients

// Results at rows that are not listed are not for use: neither are gradients made from them.
Made gradients(const Made& results, const torch::Tensor& mask, const Made& from) {
    Made all;
    torch::Tensor total = torch::zeros({});
    for (std::size_t i = 0; i < results.size(); ++i) {
        const auto real = torch::where(mask.unsqueeze(2), results[i], torch::zeros({}));
        all.push_back(real);
        total = total + (real * (real + static_cast<double>(i + 1))).sum();
    }
    for (const auto& g : torch::autograd::grad({total}, from, {}, false, false, true))
        all.push_back(g.defined() ? g : torch::zeros({}));
    return all;
}

FinishParts parts_of(const Case& c) {
    const auto w = [](std::initializer_list<std::int64_t> size) {
        return torch::randn(size).mul_(.3).requires_grad_();
    };
    return {w({c.d, c.d}), w({c.d}), w({c.d}), w({c.d}), w({c.inner, c.d}), w({c.inner}), w({c.d, c.inner}), w({c.d})};
}

Made finish(const Layers& layers, const Case& c) {
    torch::manual_seed(4);
    const auto mask = mask_of(c);
    const auto w = parts_of(c);
    const auto x = torch::randn({c.batch, c.steps, c.d}).requires_grad_();
    const auto y = torch::randn({c.steps, c.batch, c.d}).requires_grad_();  // not in rows
    return gradients({layers.finish(w, x, y.transpose(0, 1), real_steps(mask).row, {c.p, 77})}, mask,
                     {x, y, w.out_w, w.out_b, w.norm_w, w.norm_b, w.fc1_w, w.fc1_b, w.fc2_w, w.fc2_b});
}

Made project(const Layers& layers, const Case& c) {
    torch::manual_seed(5);
    const auto mask = mask_of(c);
    const auto x = torch::randn({c.batch, c.steps, c.d}).requires_grad_();
    const auto weight = torch::randn({3 * c.d, c.d}).requires_grad_(), bias = torch::randn({3 * c.d}).requires_grad_();
    const auto made = layers.project(x, weight, bias, 3, real_steps(mask).row);
    return gradients({made[0], made[2]}, mask, {x, weight, bias});  // nothing comes back to the second
}

Made merge(const Layers& layers, const Case& c, bool per_step) {
    torch::manual_seed(6);
    const auto mask = mask_of(c);
    const auto z = [&] { return torch::randn({c.batch, c.steps, c.d}).requires_grad_(); };
    const auto z1 = z(), z2 = z();
    const auto w1 = torch::randn({c.d, c.d}).requires_grad_(), w2 = torch::randn({c.d, c.d}).requires_grad_();
    const auto bias = (per_step ? torch::randn({c.steps + 3, c.d}) : torch::randn({c.d})).requires_grad_();
    const auto used = per_step ? bias.narrow(0, 0, c.steps) : bias;
    return gradients({layers.merge(z1, z2, w1, w2, used, real_steps(mask).row)}, mask, {z1, z2, w1, w2, bias});
}

Made drop(const Layers& layers, const Case& c) {
    torch::manual_seed(7);
    const auto x = torch::randn({c.batch, c.d, c.steps}).requires_grad_();
    const auto base = torch::randn({c.batch, c.steps, c.d});
    const auto all = torch::ones({c.batch, c.steps}, torch::kBool);
    return gradients({layers.drop(x.transpose(1, 2), {c.p, 9}), layers.drop(x.transpose(1, 2), {c.p, 10}, 2.5, base)},
                     all, {x});
}

std::vector<Made> all_of(const Layers& layers) {
    std::vector<Made> made;
    for (const Case& c : kCases) {
        made.push_back(finish(layers, c));
        made.push_back(project(layers, c));
        made.push_back(merge(layers, c, true));
        made.push_back(merge(layers, c, false));
        made.push_back(drop(layers, c));
    }
    return made;
}

const Layers& fused() { return layers(Kernels::fused, torch::kFloat); }
const Layers& plain() { return layers(Kernels::plain, torch::kFloat); }

TEST(Layers, FusedIsPlainOnEveryVectorUnit) {
    const auto expected = all_of(plain());
    for (const std::string& target : kernel_targets()) {
        choose_kernel_target(target);
        const auto made = all_of(fused());
        for (std::size_t n = 0; n < made.size(); ++n) {
            ASSERT_EQ(made[n].size(), expected[n].size());
            for (std::size_t i = 0; i < made[n].size(); ++i) {
                const auto &a = made[n][i], &b = expected[n][i];
                if (a.numel() == 0) continue;
                EXPECT_LE((a - b).abs().max().item<double>(), 3e-5 * std::max(b.abs().max().item<double>(), .1))
                    << target << ", case " << n << ", tensor " << i;
            }
        }
    }
    choose_kernel_target({});
}

// bfloat16 has eight digits of precision in base two; products are rounded to it on the way in and out.
TEST(Layers, MixedPrecisionIsNearAndKeepsSinglePrecision) {
    const Layers& mixed = layers(Kernels::fused, torch::kFloat, torch::kCPU, Precision::mixed);
    const auto expected = all_of(plain()), made = all_of(mixed);
    bool rounded = false;
    for (std::size_t n = 0; n < made.size(); ++n)
        for (std::size_t i = 0; i < made[n].size(); ++i) {
            const auto &a = made[n][i], &b = expected[n][i];
            EXPECT_EQ(a.scalar_type(), torch::kFloat);
            if (a.numel() == 0) continue;
            EXPECT_LE((a - b).norm().item<double>(), .03 * b.norm().item<double>() + 1e-6)
                << "case " << n << ", tensor " << i;
            rounded = rounded || !a.equal(b);
        }
    EXPECT_TRUE(rounded);
}

TEST(Layers, SameBitsForAnyNumberOfThreads) {
    const int before = torch::get_num_threads();
    torch::set_num_threads(1);
    const auto one = all_of(fused());
    for (const int threads : {2, 3}) {
        torch::set_num_threads(threads);
        const auto more = all_of(fused());
        for (std::size_t n = 0; n < one.size(); ++n)
            for (std::size_t i = 0; i < one[n].size(); ++i)
                EXPECT_TRUE(one[n][i].equal(more[n][i])) << threads << " threads, case " << n << ", tensor " << i;
    }
    torch::set_num_threads(before);
}

// The plain version holds to finite differences in double precision, dropout included.
TEST(Layers, GradientsArePlainlyThoseOfFiniteDifferences) {
    torch::manual_seed(8);
    const auto tensor = [](std::initializer_list<std::int64_t> size) {
        return torch::randn(size, torch::kDouble).requires_grad_();
    };
    const Layers& in_double = layers(Kernels::fused, torch::kDouble);
    const auto x = tensor({2, 3, 4}), y = tensor({2, 3, 4});
    const FinishParts w{tensor({4, 4}), tensor({4}), tensor({4}),    tensor({4}),
                        tensor({6, 4}), tensor({6}), tensor({4, 6}), tensor({4})};
    const auto rows = real_steps(torch::ones({2, 3}, torch::kBool)).row;
    const auto value = [&] { return in_double.finish(w, x, y, rows, {.25, 3}).sin().sum(); };
    value().backward();
    for (const auto* t : {&x, &y, &w.out_w, &w.out_b, &w.norm_w, &w.norm_b, &w.fc1_w, &w.fc1_b, &w.fc2_w, &w.fc2_b}) {
        const torch::NoGradGuard quiet;
        const auto direction = torch::randn_like(*t);
        const double slope = (t->grad() * direction).sum().item<double>();
        constexpr double kStep = 1e-6;
        t->add_(direction, kStep);
        const double above = value().item<double>();
        t->add_(direction, -2 * kStep);
        const double below = value().item<double>();
        t->add_(direction, kStep);
        EXPECT_NEAR((above - below) / (2 * kStep), slope, 1e-5 * std::abs(slope) + 1e-6);
    }
}

TEST(Layers, DropoutKeepsItsShareAndItsMean) {
    const auto made = fused().drop(torch::ones({4, 500, 40}), {.3, 12});
    EXPECT_NEAR((made == 0).to(torch::kDouble).mean().item<double>(), .3, .005);
    EXPECT_NEAR(made.mean().item<double>(), 1, .01);
    EXPECT_FALSE(made.equal(fused().drop(torch::ones({4, 500, 40}), {.3, 13})));
    const auto x = torch::ones({1, 1, 3});
    EXPECT_TRUE(fused().drop(x, {0, 1}).equal(x));
}

TEST(Layers, NaNStaysInItsRowAndIsNotHidden) {
    const Case c{1, 9, 20, 30, 0, 1};
    torch::manual_seed(9);
    const auto w = parts_of(c);
    auto x = torch::randn({1, 9, 20});
    x[0][4][3] = std::numeric_limits<float>::quiet_NaN();
    const auto rows = real_steps(torch::ones({1, 9}, torch::kBool)).row;
    const auto made = fused().finish(w, x, torch::randn({1, 9, 20}), rows, {});
    EXPECT_TRUE(made[0][4].isnan().all().item<bool>());
    EXPECT_EQ(made.isnan().any(2).sum().item<std::int64_t>(), 1);
}

TEST(Layers, RowsOfPaddingBecomeZero) {
    const auto mask = torch::tensor({{1, 0, 1, 0}, {0, 0, 0, 0}, {0, 1, 1, 1}}).to(torch::kBool);
    const Case c{3, 4, 8, 16, 0, 1};
    torch::manual_seed(10);
    const auto x = torch::randn({3, 4, 8});
    const auto made = fused().finish(parts_of(c), x, x, real_steps(mask).row, {});
    EXPECT_TRUE((made != 0).any(2).equal(mask));
}

}  // namespace
