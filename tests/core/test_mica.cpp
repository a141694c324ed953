// What must hold for MICA whatever its weights: padding, empty streams, subsets, propagation, learning.
#include <gtest/gtest.h>

#include "core/model/mica.h"
#include "datasets/types/error.h"

using namespace mica;

namespace {

// Tiny tensors gain nothing from threads, which wait for each other actively where cores are busy.
[[maybe_unused]] const bool one_thread = (torch::set_num_threads(1), true);

MicaOptions small() {
    MicaOptions o;
    o.dims = {5, 4, 3};
    o.kernels = {3, 2, 5};
    o.d = 12;
    o.heads = 3;
    o.layers = 2;
    o.gate_bias = GateBias::per_channel;
    o.mmd_estimator = MmdEstimator::exact;
    o.dropout = o.embed_dropout = o.text_attention_dropout = o.text_dropout = o.out_dropout = 0;
    return o;
}

// Real steps of two clips, padded to `total` on either side.
Batch clips(std::array<std::int64_t, 3> total, bool left, bool empty_audio = false) {
    const std::array<std::array<std::int64_t, 3>, 2> lengths{{{3, 6, 5}, {2, 4, empty_audio ? 0 : 3}}};
    const std::array<std::int64_t, 3> dims{5, 4, 3};
    Batch b;
    for (std::size_t m = 0; m < 3; ++m) {
        b.values[m] = torch::zeros({2, total[m], dims[m]});
        b.masks[m] = torch::zeros({2, total[m]}, torch::kBool);
        for (std::size_t n = 0; n < 2; ++n) {
            torch::manual_seed(10 * n + m);
            const auto real = torch::randn({8, dims[m]}).narrow(0, 0, lengths[n][m]);
            const auto row = static_cast<std::int64_t>(n), first = left ? total[m] - lengths[n][m] : 0;
            b.values[m][row].narrow(0, first, lengths[n][m]).copy_(real);
            b.masks[m][row].narrow(0, first, lengths[n][m]).fill_(true);
        }
    }
    b.target = torch::tensor({.5f, -1.f}).view({2, 1});
    b.clips = {0, 1};
    return b;
}

Mica make(const MicaOptions& o) {
    torch::manual_seed(1);
    return Mica(o);
}

torch::Tensor total(const ModelOutput& out, const Batch& b, const MicaOptions& o) {
    return task_loss(out.prediction, b.target, o.task) + out.marginal + out.element;
}

void expect_finite_gradients(Mica& model, bool reached) {
    for (const auto& p : model.named_parameters()) {
        ASSERT_TRUE(p.value().grad().defined()) << p.key();
        EXPECT_TRUE(p.value().grad().isfinite().all().item<bool>()) << p.key();
        if (reached) {
            EXPECT_GT(p.value().grad().abs().max().item<float>(), 0) << p.key();
        }
    }
}

TEST(Mica, PaddingChangesNothing) {
    auto o = small();
    for (const bool future : {false, true}) {
        o.future_mask = future;
        auto model = make(o);
        const auto a = clips({3, 6, 5}, false), b = clips({7, 9, 11}, false), c = clips({6, 8, 7}, true);
        const auto x = model.run(a, {.3}, Trace::none), y = model.run(b, {.3}, Trace::none),
                   z = model.run(c, {.3}, Trace::none);
        for (const auto& other : {y, z}) {
            EXPECT_TRUE(torch::allclose(x.prediction, other.prediction, 1e-4, 1e-5));
            EXPECT_NEAR(x.marginal.item<double>(), other.marginal.item<double>(), 1e-4);
            EXPECT_NEAR(x.element.item<double>(), other.element.item<double>(), 1e-4);
        }
    }
}

TEST(Mica, AClipDoesNotSeeItsBatch) {
    auto model = make(small());
    auto both = clips({5, 6, 5}, false), one = both;
    for (std::size_t m = 0; m < 3; ++m)
        one.values[m] = both.values[m].narrow(0, 1, 1), one.masks[m] = both.masks[m].narrow(0, 1, 1);
    one.clips = {1};
    EXPECT_TRUE(torch::allclose(model.run(both, {.25}, Trace::none).prediction[1],
                                model.run(one, {.25}, Trace::none).prediction[0], 1e-4, 1e-5));
}

TEST(Mica, EmptyStreamsStayFinite) {
    auto o = small();
    for (const auto distance : {ElementDistance::raw, ElementDistance::relative}) {
        o.element_distance = distance;
        auto model = make(o);
        const auto b = clips({4, 7, 6}, false, true);
        const auto out = model.run(b, {.25}, Trace::none);
        EXPECT_TRUE(out.prediction.isfinite().all().item<bool>());
        total(out, b, o).backward();
        expect_finite_gradients(model, false);
        const auto wider = model.run(clips({6, 9, 9}, true, true), {.25}, Trace::none);
        EXPECT_TRUE(torch::allclose(out.prediction, wider.prediction, 1e-4, 1e-5));
    }
}

TEST(Mica, EveryParameterIsReached) {
    auto o = small();
    for (const std::string streams : {"LVA", "LV", "VA", "LA", "L", "V", "A"}) {
        o.streams = streams;
        auto model = make(o);
        auto b = clips({4, 7, 6}, false);
        b.target.fill_(9);  // both errors of one sign, or the gradients of the L1 loss could cancel
        const auto out = model.run(b, {.25}, Trace::full);
        const std::size_t pairs = streams.size() * (streams.size() - 1);
        EXPECT_EQ(model.shape().pairs.size(), pairs);
        EXPECT_EQ(out.trace.size(), 2 * pairs);
        total(out, b, o).backward();
        expect_finite_gradients(model, true);
    }
}

TEST(Mica, PropagationGrowsV) {
    auto o = small();
    o.layers = 3;
    auto model = make(o);
    const auto out = model.run(clips({5, 7, 6}, false), {.3}, Trace::full);
    for (const auto& r : out.trace) {
        EXPECT_EQ(r.probability.sizes(), r.v.sizes());
        EXPECT_FALSE(r.w.logical_and(r.v.logical_not()).any().item<bool>());
        if (r.layer == 0) {
            EXPECT_TRUE(r.w.equal(r.v));
        }
        for (const auto& below : out.trace)
            if (below.pair == r.pair && below.layer + 1 == r.layer) {
                EXPECT_TRUE(r.v.equal(r.w.logical_or(below.v)));
            }
    }
    const auto quiet = model.run(clips({5, 7, 6}, false), {.3}, Trace::none);
    EXPECT_EQ(quiet.element.item<float>(), out.element.item<float>()) << "a trace must not change the loss";
    EXPECT_TRUE(quiet.trace.empty());
}

TEST(Mica, TauMayChangeWhileItRuns) {
    auto model = make(small());
    const auto b = clips({5, 7, 6}, false);
    const auto few = model.run(b, {.1}, Trace::full), many = model.run(b, {.6}, Trace::full);
    EXPECT_LT(few.trace[0].v.sum().item<std::int64_t>(), many.trace[0].v.sum().item<std::int64_t>());
}

TEST(Mica, PositionsOfTime) {
    auto o = small();
    o.positions = PositionKind::time;
    auto model = make(o);
    auto b = clips({5, 7, 6}, false);
    EXPECT_THROW((void)model.run(b, {.25}, Trace::none), Error);
    for (std::size_t m = 0; m < 3; ++m)
        b.times[m] = torch::arange(b.values[m].size(1), torch::kDouble).expand({2, -1}) * .1 + .05;
    const auto early = model.run(b, {.25}, Trace::none).prediction;
    for (auto& t : b.times) t = t.masked_fill(t > .45, NAN);  // padded steps may hold anything
    for (std::size_t m = 0; m < 3; ++m)
        b.times[m] = torch::where(b.masks[m], torch::arange(b.values[m].size(1), torch::kDouble) * .1 + .05, NAN);
    EXPECT_TRUE(torch::equal(model.run(b, {.25}, Trace::none).prediction, early));
    b.times[1] = b.times[1] + .5;
    EXPECT_FALSE(torch::allclose(model.run(b, {.25}, Trace::none).prediction, early, 1e-4, 1e-5));
}

TEST(Mica, LearnsOneBatch) {
    auto o = small();
    auto model = make(o);
    const auto b = clips({5, 7, 6}, false);
    torch::optim::Adam adam(model.parameters(), 3e-3);
    double first = 0, last = 0;
    for (int n = 0; n < 80; ++n) {
        const auto loss = task_loss(model.run(b, {.25}, Trace::none).prediction, b.target, o.task);
        adam.zero_grad();
        loss.backward();
        adam.step();
        (n == 0 ? first : last) = loss.item<double>();
    }
    EXPECT_LT(last, .2 * first);
}

TEST(Mica, SameSeedSameBits) {
    auto o = small();
    o.dropout = o.embed_dropout = o.text_attention_dropout = o.text_dropout = o.out_dropout = .2;
    const auto b = clips({5, 7, 6}, false);
    std::vector<torch::Tensor> results;
    for (int n = 0; n < 2; ++n) {
        auto model = make(o);
        const auto out = model.run(b, {.25}, Trace::none);
        total(out, b, o).backward();
        results.push_back(torch::cat({out.prediction.view(-1), model.parameters()[0].grad().view(-1)}));
    }
    EXPECT_TRUE(results[0].equal(results[1]));
}

TEST(Mica, RefusesWhatDoesNotFit) {
    auto o = small();
    o.gate_bias = GateBias::per_step;
    EXPECT_THROW(Mica{o}, Error) << "steps missing";
    o.steps = {4, 7, 6};
    auto model = make(o);
    EXPECT_NO_THROW((void)model.run(clips({4, 7, 6}, false), {.25}, Trace::none));
    EXPECT_NO_THROW((void)model.run(clips({3, 6, 5}, false), {.25}, Trace::none));
    EXPECT_THROW((void)model.run(clips({5, 7, 6}, false), {.25}, Trace::none), Error);
    auto missing = clips({4, 7, 6}, false);
    missing.values[2] = torch::Tensor();
    EXPECT_THROW((void)model.run(missing, {.25}, Trace::none), Error);
    for (auto bad : {&MicaOptions::heads, &MicaOptions::layers, &MicaOptions::outputs}) {
        auto wrong = small();
        wrong.*bad = 0;
        EXPECT_THROW(Mica{wrong}, Error);
    }
    auto wrong = small();
    wrong.streams = "AL";
    EXPECT_THROW(Mica{wrong}, Error);
}

TEST(MicaOptions, NamesAreTwoWay) {
    MmdEstimator e = MmdEstimator::exact;
    EXPECT_TRUE(parse("random_features", e));
    EXPECT_EQ(name(e), "random_features");
    EXPECT_FALSE(parse("none", e));
    EXPECT_EQ(e, MmdEstimator::random_features);
}

}  // namespace
