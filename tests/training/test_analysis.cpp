// A-distance of distributions that are known, Corr. Acc and health of cases counted by hand.
#include <gtest/gtest.h>

#include <torch/torch.h>

#include <chrono>
#include <cmath>

#include "core/analysis/a_distance.h"
#include "core/analysis/corr_acc.h"
#include "core/analysis/health.h"
#include "core/training/random.h"

using namespace mica;

namespace {

ElementSet elements(std::size_t samples, std::size_t each, std::size_t features, double offset, std::uint64_t seed) {
    Random random(seed);
    ElementSet s;
    s.features = features;
    for (std::size_t i = 0; i < samples; ++i)
        for (std::size_t e = 0; e < each; ++e) {
            s.sample.push_back(static_cast<std::int64_t>(i));
            for (std::size_t f = 0; f < features; ++f)
                s.values.push_back(static_cast<float>(random.uniform() + random.uniform() - 1 + (f == 0 ? offset : 0)));
        }
    return s;
}

Stream timed(std::vector<Interval> times) {
    Stream s;
    s.steps = times.size();
    s.features = 1;
    s.values.resize(s.steps);
    s.times = std::move(times);
    return s;
}

constexpr Pair kVisionToText{Modality::vision, Modality::text};
constexpr Pair kTextToVision{Modality::text, Modality::vision};

/// Words at 0-1 and 1-3 s, the second masked; frames of one second.
Clip two_words() {
    Clip c;
    c.words = {{"red", {0, 1}, false}, {"blue", {1, 3}, true}};
    c.streams[0] = timed({{0, 1}, {1, 3}});
    c.streams[1] = timed({{0, 1}, {1, 2}, {2, 3}, {3, 4}});
    return c;
}

CorrAcc tally(const Clip& clip, Pair pair, std::vector<std::int64_t> best, std::size_t sources, bool masked) {
    CorrAccTally t;
    t.add(clip, pair, best, sources, masked);
    return t.value(pair, 0, -1, masked);
}

}  // namespace

TEST(ADistance, SeparableIsTwoAndIdenticalIsNearNought) {
    const ElementSet q = elements(100, 6, 40, 0, 1);
    EXPECT_GT(a_distance(q, elements(100, 6, 40, 5, 2)), 1.98);
    const double same = a_distance(q, elements(100, 6, 40, 0, 3));
    EXPECT_GE(same, 0);
    EXPECT_LT(same, 0.25);
    // sides of unlike size do not make a distance
    EXPECT_LT(a_distance(q, elements(100, 1, 40, 0, 4)), 0.4);
    // half of a deviation apart: between the two, and more apart is more
    const double near = a_distance(q, elements(100, 6, 40, 0.5, 5)), far = a_distance(q, elements(100, 6, 40, 1, 5));
    EXPECT_GT(near, 0.4);
    EXPECT_GT(far, near);
    EXPECT_LT(far, 2);
    EXPECT_EQ(near, a_distance(q, elements(100, 6, 40, 0.5, 5)));
    EXPECT_TRUE(std::isnan(a_distance(q, {})));
    EXPECT_TRUE(std::isnan(a_distance(elements(1, 9, 3, 0, 1), elements(1, 9, 3, 1, 2))));
}

// A sample's elements say which side they are on only by what is the sample's own: nothing to learn for other samples.
TEST(ADistance, IsSplitBySample) {
    ElementSet q = elements(60, 10, 30, 0, 1), k = elements(60, 10, 30, 0, 2);
    Random random(9);
    for (ElementSet* side : {&q, &k})
        for (std::size_t s = 0; s < 60; ++s)
            for (std::size_t f = 0; f < 30; ++f) {
                const auto own = static_cast<float>(4 * random.uniform() - 2);
                for (std::size_t e = 0; e < 10; ++e) side->values[(s * 10 + e) * 30 + f] += own;
            }
    EXPECT_LT(a_distance(q, k), 0.6);
}

TEST(ADistance, SixPairsOfALayerTakeUnderASecond) {
    const ElementSet q = elements(128, 6, 40, 0, 1), k = elements(128, 6, 40, 0.3, 2);
    const auto begin = std::chrono::steady_clock::now();
    for (int pair = 0; pair < 6; ++pair) (void)a_distance(q, k, static_cast<std::uint64_t>(pair));
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    std::printf("six pairs: %.3f s\n", seconds);
    EXPECT_LT(seconds, 3);  // under 1 s on an idle machine; others may be busy here
}

TEST(CorrAcc, ByOverlapOfTheStreamsTimes) {
    const Clip c = two_words();
    const CorrAcc both = tally(c, kVisionToText, {0, 2}, 4, false);
    EXPECT_EQ(both.value, 1);
    EXPECT_EQ(both.elements, 2);
    EXPECT_DOUBLE_EQ(both.chance, (1.0 / 4 + 2.0 / 4) / 2);
    EXPECT_EQ(tally(c, kVisionToText, {1, 1}, 4, false).value, 0.5);
    EXPECT_EQ(tally(c, kVisionToText, {3, 3}, 4, false).value, 0);
    // frame 3 has no word: not counted
    const CorrAcc frames = tally(c, kTextToVision, {0, 0, 1, 1}, 2, false);
    EXPECT_EQ(frames.elements, 3);
    EXPECT_DOUBLE_EQ(frames.value, 2.0 / 3);
    EXPECT_DOUBLE_EQ(frames.chance, 0.5);
    // touching is not overlapping
    EXPECT_EQ(tally(c, kVisionToText, {1, 3}, 4, false).value, 0);
    // source steps that the model did not see are no truth
    EXPECT_EQ(tally(c, kVisionToText, {0, 0}, 1, false).elements, 1);
}

TEST(CorrAcc, MaskedWordsOnly) {
    const Clip c = two_words();
    const CorrAcc word = tally(c, kVisionToText, {3, 1}, 4, true);
    EXPECT_EQ(word.elements, 1);
    EXPECT_EQ(word.value, 1);
    EXPECT_DOUBLE_EQ(word.chance, 0.5);
    const CorrAcc frames = tally(c, kTextToVision, {0, 1, 0, 1}, 2, true);  // frames 1 and 2 lie in it
    EXPECT_EQ(frames.elements, 2);
    EXPECT_EQ(frames.value, 0.5);
    EXPECT_EQ(tally(c, {Modality::audio, Modality::vision}, {0, 0, 0, 0}, 4, true).elements, 0);
}

TEST(CorrAcc, LinksAreTheTruthWhereTheyAreKnown) {
    Clip c = two_words();
    c.links = {{{Interval{1, 3}, Interval{3, 4}, Interval{}}}};  // the second word belongs to the last frame
    const CorrAcc v = tally(c, kVisionToText, {0, 3}, 4, false);
    EXPECT_EQ(v.elements, 1);
    EXPECT_EQ(v.value, 1);
    EXPECT_DOUBLE_EQ(v.chance, 0.25);
    EXPECT_EQ(tally(c, kVisionToText, {0, 1}, 4, false).value, 0);
    c.streams[2] = timed({{0, 4}});
    EXPECT_EQ(tally(c, {Modality::audio, Modality::text}, {0, 0}, 1, false).elements, 0);  // no part in audio
}

TEST(CorrAcc, UnknownTimesGiveNoFigure) {
    Clip c = two_words();
    c.streams[1].times.clear();
    EXPECT_TRUE(std::isnan(tally(c, kVisionToText, {0, 1}, 4, false).value));
    EXPECT_TRUE(std::isnan(tally(c, kTextToVision, {0, 0, 0, 0}, 2, false).value));
}

TEST(Health, OfUniformAndOfPointedAttention) {
    Batch batch;
    batch.clips = {0};
    batch.masks[0] = torch::tensor({{true, true, false}});
    batch.masks[1] = torch::tensor({{true, true, true, true}});
    BlockTrace block;
    block.pair = kVisionToText;
    block.q = torch::tensor({3.0F, 4.0F, 0.0F, 0.0F, 9.0F, 9.0F}).view({1, 1, 3, 2});
    block.k = torch::ones({1, 1, 4, 2});
    block.spread = torch::tensor({1.0F, 1.0F, -1.0F}).view({1, 1, 3});
    block.cells = torch::tensor({8}, torch::kLong);
    block.selected = torch::ones({1, 1}, torch::kLong);
    block.gamma = torch::full({1, 1}, 0.2F);
    HealthMeter uniform;
    uniform.add(batch, {block});
    const LayerHealth h = uniform.result().at(0);
    EXPECT_NEAR(h.query_norm, 2.5, 1e-6);  // 5 and 0; the padded step does not count
    EXPECT_NEAR(h.key_norm, std::sqrt(2.0), 1e-6);
    EXPECT_NEAR(h.entropy, 1, 1e-6);
    EXPECT_NEAR(h.selected, 1.0 / 8, 1e-9);
    EXPECT_NEAR(h.gamma, 0.2, 1e-6);
    block.spread = torch::tensor({0.0F, 0.0F, -1.0F}).view({1, 1, 3});
    HealthMeter pointed;
    pointed.add(batch, {block});
    EXPECT_NEAR(pointed.result().at(0).entropy, 0, 1e-6);
}
