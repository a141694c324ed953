// F1 and its paired test, and the spread over seeds.
#include <gtest/gtest.h>

#include <cmath>

#include "core/statistics/randomisation.h"
#include "core/statistics/spread.h"
#include "datasets/types/error.h"

using namespace mica;

TEST(F1Test, FiguresByHand) {
    // truth 0 0 1 1; A says 0 1 1 1: F1 of class 0 = 2/3, of class 1 = 4/5; B says 0 0 1 0: 4/5 and 2/3
    const F1Test t = compare_f1({{0, 1, 1, 1}}, {{0, 0, 1, 0}}, std::vector<int>{0, 0, 1, 1}, 2, F1Weight::truth);
    EXPECT_NEAR(t.f1_a, (2.0 / 3 + 4.0 / 5) / 2, 1e-12);
    EXPECT_NEAR(t.f1_b, t.f1_a, 1e-12);
    EXPECT_EQ(t.unequal, 2U);
    EXPECT_NEAR(t.p, 1, 1e-12);
    const F1Test by_said =
        compare_f1({{0, 1, 1, 1}}, {{0, 0, 1, 0}}, std::vector<int>{0, 0, 1, 1}, 2, F1Weight::prediction);
    EXPECT_NEAR(by_said.f1_a, (2.0 / 3 + 3 * 4.0 / 5) / 4, 1e-12);
}

TEST(F1Test, TellsFarAndSaysNothingOfEqual) {
    std::vector<int> truth, good, bad;
    for (int i = 0; i < 40; ++i) truth.push_back(i % 2), good.push_back(i % 2), bad.push_back(i % 4 < 2);
    EXPECT_LT(compare_f1({good}, {bad}, truth, 2, F1Weight::truth).p, 0.01);
    EXPECT_EQ(compare_f1({good}, {good}, truth, 2, F1Weight::truth).p, 1);
    EXPECT_DOUBLE_EQ(compare_f1({good}, {bad}, truth, 2, F1Weight::truth).p,
                     compare_f1({good}, {bad}, truth, 2, F1Weight::truth).p);
    const F1Test two = compare_f1({good, bad}, {bad, bad}, truth, 2, F1Weight::equal);
    EXPECT_NEAR(two.f1_a, 0.75, 1e-12);
    EXPECT_NEAR(two.f1_b, 0.5, 1e-12);
}

TEST(F1Test, RefusesWhatDoesNotFit) {
    EXPECT_THROW((void)compare_f1({{0}}, {{0, 1}}, std::vector<int>{0, 1}, 2, F1Weight::truth), Error);
    EXPECT_THROW((void)compare_f1({{0, 2}}, {{0, 1}}, std::vector<int>{0, 1}, 2, F1Weight::truth), Error);
    EXPECT_THROW((void)compare_f1({}, {}, std::vector<int>{0, 1}, 2, F1Weight::truth), Error);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW((void)compare_f1({{0, 0}}, {{0, 1}}, std::vector<int>{0, 1}, 2, F1Weight::truth, {}, stop.get_token()),
                 Cancelled);
}

TEST(SpreadOverRuns, MeanAndDeviationOfTheSample) {
    const double none = std::nan("");
    const auto all = spread_of({{{"mae", 1, false}}, {{"mae", 2, false}, {"corr", none, true}}, {{"mae", 3, false}}});
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].n, 3U);
    EXPECT_DOUBLE_EQ(all[0].mean, 2);
    EXPECT_DOUBLE_EQ(all[0].deviation, 1);
    EXPECT_EQ(all[1].n, 0U);
    EXPECT_TRUE(std::isnan(all[1].mean));
}
