// CUDA: what is said where there is none, and its differentiable operations against the plain version: on the device where
// there is one, and everywhere around the host emulation of the kernels (see tests/cuda), at small sizes.
#include <gtest/gtest.h>

#include <cmath>

#include "core/alignment/cuda_kernels.h"
#include "core/alignment/cuda_support.h"
#include "datasets/types/error.h"
#include "tests/core/blocks.h"

extern "C" const mica::cuda::Operators* mica_cuda_operators();  // of the emulation

using namespace mica;

namespace {

TEST(Device, IsChosenOrTheReasonIsSaid) {
    EXPECT_EQ(choose_device("cpu", Kernels::fused), torch::Device(torch::kCPU));
    for (const Kernels kernels : {Kernels::fused, Kernels::plain}) {
        const bool can = cuda_support().computes(kernels);
        EXPECT_EQ(choose_device("auto", kernels).is_cuda(), can);
        if (can) {
            EXPECT_TRUE(choose_device("cuda", kernels).is_cuda());
            continue;
        }
        try {
            (void)choose_device("cuda", kernels);
            FAIL() << "there is nothing to choose";
        } catch (const Error& e) {
            EXPECT_NE(std::string(e.what()).find("device = cuda"), std::string::npos) << e.what();
            EXPECT_FALSE(e.reason().empty());
            EXPECT_FALSE(e.remedy().empty());
        }
    }
    EXPECT_EQ(name_of(torch::kCPU), "cpu");
}

TEST(Batch, MovesWhole) {
    Batch b;
    b.values[0] = torch::ones({1, 2, 3});
    b.masks[0] = torch::ones({1, 2}, torch::kBool);
    b.target = torch::ones({1, 1});
    b.clips = {4};
    const Batch there = b.on(torch::kCPU);
    EXPECT_TRUE(there.values[0].equal(b.values[0]));
    EXPECT_FALSE(there.values[1].defined());
    EXPECT_EQ(there.clips, b.clips);
}

enum class Where { device, emulation };

class Cuda : public testing::TestWithParam<Where> {
protected:
    void SetUp() override {
        const CudaSupport& s = cuda_support();
        if (GetParam() == Where::device && !s.computes(Kernels::fused))
            GTEST_SKIP() << (s.missing.empty() ? s.kernels_missing : s.missing);
    }
    static torch::Device device() {
        return GetParam() == Where::device ? torch::Device(torch::kCUDA, 0) : torch::Device(torch::kCPU);
    }
    static const KernelSet& plain() { return kernel_set(Kernels::plain, torch::kFloat); }
    static const KernelSet& fused() {
        static const auto emulated = cuda_kernel_set(*mica_cuda_operators());
        return GetParam() == Where::device ? kernel_set(Kernels::fused, torch::kFloat, torch::kCUDA) : *emulated;
    }
};
INSTANTIATE_TEST_SUITE_P(On, Cuda, testing::Values(Where::device, Where::emulation), [](const auto& where) {
    return std::string(where.param == Where::device ? "device" : "emulation");
});

std::vector<Case> cases(Where where) {
    std::vector<Case> all;
    for (const std::int64_t features : {1, 4, 5, 8, 13, 30, 64})
        for (const bool future : {false, true})
            all.push_back({2, features, {37, 20}, {50, 33}, Side::middle, future, 1});
    if (where == Where::device) {
        all.push_back({8, 5, {500, 311, 77}, {375, 375, 20}, Side::middle, false, 1});
        all.push_back({8, 5, {50, 11, 1}, {500, 375, 20}, Side::middle, true, 1});
    } else {
        all.erase(all.begin() + 2, all.begin() + 8);  // takes its time
    }
    all.push_back({1, 5, {1, 1}, {1, 9}, Side::middle, false, 1});
    all.push_back({2, 4, {0, 5, 8}, {6, 0, 7}, Side::middle, false, 1});
    all.push_back({2, 5, {40, 30}, {60, 44}, Side::middle, true, 10});
    return all;
}

TEST_P(Cuda, AttentionIsThePlainOne) {
    for (const Case& c : cases(GetParam()))
        for (const Dropout& drop : {Dropout{}, Dropout{.3, 99}}) {
            SCOPED_TRACE(c.features);
            const DrawnBlock b = draw(c), there = b.on(device());
            const auto a = fused().attend(there.x, there.sight, drop);
            const auto e = plain().attend(b.x, b.sight, drop);
            const double tolerance = c.scale > 1 ? 5e-4 : 2e-5;
            expect_close(a.values, e.values, tolerance, "values");
            expect_close(fused().probability(there.x, there.sight, a), plain().probability(b.x, b.sight, e), tolerance,
                         "probability");
            const auto ga = gradients((a.values * there.weight).sum(), there.x),
                       ge = gradients((e.values * b.weight).sum(), b.x);
            for (std::size_t n = 0; n < 3; ++n) expect_close(ga[n], ge[n], 5 * tolerance, "gradient");
            const auto sa = fused().summary(there.x, there.sight, a);
            expect_close(sa.spread, plain().summary(b.x, b.sight, e).spread, 10 * tolerance, "spread");
        }
}

TEST_P(Cuda, SelectionIsTheRule) {
    for (const Case& c : cases(GetParam()))
        for (const double tau : {0.0, 0.01, 0.27, 0.9, 1.0}) {
            const DrawnBlock b = draw(c), there = b.on(device());
            const auto a = fused().attend(there.x, there.sight, {});
            const auto s = fused().select(there.x, there.sight, a, tau, {}, true);
            const auto own =
                plain().select(b.x, b.sight, {{}, fused().probability(there.x, there.sight, a).cpu()}, tau, {}, true);
            EXPECT_TRUE(s.gamma.cpu().equal(own.gamma)) << c.features << " " << tau;
            EXPECT_TRUE(fused().cells(there.x, there.sight, s.w).cpu().equal(own.w)) << c.features << " " << tau;
            EXPECT_TRUE(s.count.cpu().equal(own.count));
        }
}

TEST_P(Cuda, LossesAreThePlainOnes) {
    for (const Case& c : cases(GetParam()))
        for (const auto reduction : {Reduction::mean, Reduction::sum})
            for (const auto distance : {ElementDistance::raw, ElementDistance::relative}) {
                SCOPED_TRACE(c.features);
                const DrawnBlock b = draw(c), there = b.on(device());
                const auto a = fused().attend(there.x, there.sight, {});
                const auto s = fused().select(there.x, there.sight, a, .3, {}, true);
                const auto v = fused().cells(there.x, there.sight, s.v).cpu();
                const auto la = fused().element(there.x, there.sight, s, reduction, distance);
                const auto le =
                    plain().element(b.x, b.sight, {v, {}, s.gamma.cpu(), s.count.cpu()}, reduction, distance);
                EXPECT_NEAR(la.item<double>(), le.item<double>(), 5e-5 * std::abs(le.item<double>()) + 1e-9);
                const auto ga = gradients(la, there.x), ge = gradients(le, b.x);
                for (std::size_t n = 0; n < 2; ++n) expect_close(ga[n], ge[n], 1e-4, "gradient of the element loss");
            }
    for (const Case& c : cases(GetParam()))
        for (const auto space : {AlignmentSpace::per_head, AlignmentSpace::concatenated})
            for (const auto estimator : {MmdEstimator::rows, MmdEstimator::random_features}) {
                const DrawnBlock b = draw(c), there = b.on(device());
                const MmdForm form{space, estimator, 200, 320};
                const auto of = [&](const DrawnBlock& x, const KernelSet& kernels) {
                    return kernels.marginal(x.x, mmd_elements(x.sight.source.mask, form),
                                            mmd_elements(x.sight.target.mask, form), form);
                };
                const auto la = of(there, fused()), le = of(b, plain());
                EXPECT_NEAR(la.item<double>(), le.item<double>(), 1e-3 * std::abs(le.item<double>()) + 1e-6);
                const auto ga = gradients(la, there.x), ge = gradients(le, b.x);
                for (std::size_t n = 0; n < 2; ++n) expect_close(ga[n], ge[n], 2e-3, "gradient of the marginal loss");
            }
}

// A step of the whole model, dropout included (it is drawn by counters): as on the CPU, and the same bits twice.
TEST_P(Cuda, ModelIsThatOfTheCpu) {
    if (GetParam() == Where::emulation) GTEST_SKIP() << "a model computes on the device that its parameters are on";
    MicaOptions o = small_model(.1);
    o.future_mask = true;
    std::vector<std::vector<torch::Tensor>> results;
    for (const auto& where : {torch::Device(torch::kCPU), device(), device()}) {
        torch::manual_seed(1);
        Mica model(o);
        model.to(where);
        model.train();
        const auto out = model.run(small_batch(o).on(where), {.3}, Trace::full);
        (out.prediction.sum() + out.marginal + out.element).backward();
        std::vector<torch::Tensor> all{out.prediction.detach().cpu(), out.marginal.detach().cpu(),
                                       out.element.detach().cpu()};
        for (const auto& p : model.parameters()) all.push_back(p.grad().cpu());
        results.push_back(all);
    }
    for (std::size_t n = 0; n < results[0].size(); ++n) {
        expect_close(results[1][n], results[0][n], 2e-3, "of the model");
        EXPECT_TRUE(results[1][n].equal(results[2][n])) << "not the same bits twice: " << n;
    }
}

}  // namespace
