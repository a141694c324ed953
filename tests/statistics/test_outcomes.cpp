// What a prediction is beside its truth: by the conventions of docs and metrics.
#include <gtest/gtest.h>

#include <cmath>

#include "core/statistics/outcomes.h"
#include "datasets/types/error.h"

using namespace mica;

namespace {

std::vector<ClipInfo> clips_of(const std::vector<std::vector<float>>& labels) {
    std::vector<ClipInfo> clips;
    for (const auto& label : labels) {
        ClipInfo& c = clips.emplace_back();
        c.id = "c" + std::to_string(clips.size());
        c.split = Split::test;
        c.label = label;
    }
    return clips;
}

RunPredictions said(const std::vector<std::vector<float>>& values) {
    RunPredictions p;
    p.run = "run";
    for (std::size_t i = 0; i < values.size(); ++i) p.clips.push_back({i, values[i]});
    return p;
}

const Task kSentiment{TaskKind::regression, "sentiment", -3, 3, {}};

}  // namespace

TEST(Outcomes, RegressionByEachMeasure) {
    //                                       truth, prediction
    const auto clips = clips_of({{2.6F}, {0.0F}, {-0.4F}, {1.2F}, {}});
    const auto all = outcomes_of(said({{3.4F}, {-0.2F}, {0.1F}, {0.6F}, {1.0F}}), kSentiment, clips, 0);
    ASSERT_EQ(all.size(), 5U);
    EXPECT_NEAR(all[0].error, 0.8, 1e-6);
    EXPECT_NEAR(all[2].error, 0.5, 1e-6);
    const auto verdicts = [&](Measure m) {
        std::vector<int> v;
        for (const Outcome& o : all) v.push_back(static_cast<int>(verdict(o, m)));
        return v;
    };
    // 0 wrong, 1 right, 2 uncounted; 3.4 is clipped to 3, -0.4 and 0.1 both round to 0
    EXPECT_EQ(verdicts(Measure::acc7), (std::vector<int>{1, 1, 1, 1, 2}));
    EXPECT_EQ(verdicts(Measure::acc5), (std::vector<int>{1, 1, 1, 1, 2}));
    EXPECT_EQ(verdicts(Measure::sign_non0), (std::vector<int>{1, 2, 0, 1, 2}));
    EXPECT_EQ(verdicts(Measure::sign_has0), (std::vector<int>{1, 0, 0, 1, 2}));
    EXPECT_TRUE(sign_flipped(all[2]));
    EXPECT_FALSE(sign_flipped(all[1]));  // y = 0 has no sign
    EXPECT_FALSE(sign_flipped(all[4]));
}

TEST(Outcomes, RoundsHalfToEven) {
    const auto all = outcomes_of(said({{0.5F}, {1.5F}, {-2.5F}}), kSentiment, clips_of({{0.4F}, {2.2F}, {-2}}), 0);
    EXPECT_EQ(cell_of(all[0], Measure::acc7), (Cell{3, 3}));
    EXPECT_EQ(cell_of(all[1], Measure::acc7), (Cell{5, 5}));
    EXPECT_EQ(cell_of(all[2], Measure::acc7), (Cell{1, 1}));
}

TEST(Outcomes, ConfusionCountsEveryClipOnce) {
    const auto clips = clips_of({{-3}, {-1}, {0}, {1}, {3}, {0}});
    const auto all = outcomes_of(said({{-2.9F}, {1}, {0}, {0.9F}, {-3}, {2}}), kSentiment, clips, 0);
    const Confusion seven = confusion_of(all, Measure::acc7, kSentiment);
    EXPECT_EQ(seven.size, 7);
    EXPECT_EQ(seven.total(), 6U);
    EXPECT_EQ(seven.right(), 3U);
    EXPECT_EQ(seven.at(2, 4), 1U);  // -1 said to be +1
    EXPECT_EQ(seven.row(3), 2U);
    EXPECT_EQ(seven.column(4), 2U);
    const Confusion two = confusion_of(all, Measure::sign_non0, kSentiment);
    EXPECT_EQ(two.total(), 4U);
    EXPECT_EQ(two.uncounted, 2U);
    EXPECT_EQ(two.at(0, 1), 1U);
    EXPECT_EQ(two.at(1, 0), 1U);
}

TEST(Outcomes, RegressionLearntAsClasses) {
    RunPredictions p = said({{0, 0, 0, 0.45F, 0.1F, 0.45F, 0}, {0.6F, 0, 0, 0, 0, 0, 0.4F}});
    p.class_values = {-3, -2, -1, 0, 1, 2, 3};
    const auto all = outcomes_of(p, kSentiment, clips_of({{1}, {-3}}), 0);
    EXPECT_NEAR(all[0].prediction, 1, 1e-6);  // expected value
    EXPECT_EQ(all[0].chosen, 0);              // the first of the two most probable
    EXPECT_EQ(verdict(all[0], Measure::acc7), Verdict::wrong);
    EXPECT_EQ(verdict(all[0], Measure::sign_non0), Verdict::right);
    EXPECT_NEAR(all[1].prediction, -0.6, 1e-6);
    EXPECT_EQ(verdict(all[1], Measure::acc7), Verdict::right);
}

TEST(Outcomes, ClassesAndParts) {
    const Task colour{TaskKind::classification, "colour", 0, 0, {"blue", "green", "red"}};
    const auto all = outcomes_of(said({{0.2F, 0.7F, 0.1F}, {0.5F, 0.3F, 0.2F}}), colour, clips_of({{1}, {2}}), 0);
    EXPECT_EQ(verdict(all[0], Measure::classes), Verdict::right);
    EXPECT_NEAR(all[0].error, 0.3, 1e-6);
    EXPECT_NEAR(all[0].confidence, 0.7, 1e-6);
    EXPECT_EQ(cell_of(all[1], Measure::classes), (Cell{2, 0}));
    EXPECT_EQ(bin_name(Measure::classes, colour, 2), "red");

    const Task emotions{TaskKind::classification, "emotion", 0, 0, {"no", "yes"}, {"neutral", "happy", "sad", "angry"}};
    const auto clips = clips_of({{0, 1, 0, 0}, {1, 0, 0, 0}});
    const RunPredictions p = said({{0.1F, 0.8F, 0.2F, 0.5F}, {0.9F, 0.6F, 0, 0}});
    EXPECT_EQ(part_count(emotions, clips), 4);
    const auto happy = outcomes_of(p, emotions, clips, 1);
    EXPECT_EQ(verdict(happy[0], Measure::classes), Verdict::right);
    EXPECT_EQ(verdict(happy[1], Measure::classes), Verdict::wrong);
    EXPECT_EQ(cell_of(happy[1], Measure::classes), (Cell{0, 1}));
    const auto together = outcomes_of(p, emotions, clips, -1);  // a clip is right where each part is
    EXPECT_EQ(verdict(together[0], Measure::classes), Verdict::right);
    EXPECT_EQ(together[0].truth, 2);
    EXPECT_EQ(verdict(together[1], Measure::classes), Verdict::wrong);
    EXPECT_NEAR(together[0].error, (0.1 + 0.2 + 0.2 + 0.5) / 4, 1e-6);
}

TEST(Outcomes, WhatDoesNotFitIsRefused) {
    const Task colour{TaskKind::classification, "colour", 0, 0, {"blue", "green", "red"}};
    EXPECT_THROW((void)outcomes_of(said({{0.5F, 0.5F}}), colour, clips_of({{1}}), 0), Error);
    EXPECT_THROW((void)outcomes_of(said({{}}), kSentiment, clips_of({{1}}), 0), Error);
    RunPredictions beyond = said({{1}});
    beyond.clips[0].clip = 7;
    EXPECT_THROW((void)outcomes_of(beyond, kSentiment, clips_of({{1}}), 0), std::exception);
    // a label that is no class is uncounted in the matrix, not a crash
    const auto odd = outcomes_of(said({{0.2F, 0.3F, 0.5F}}), colour, clips_of({{9}}), 0);
    EXPECT_EQ(confusion_of(odd, Measure::classes, colour).uncounted, 1U);
}
