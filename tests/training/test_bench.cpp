// What mica bench measures, tells and records.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "bench/record.h"
#include "bench/sizes.h"
#include "bench/step.h"
#include "datasets/types/error.h"
#include "tests/training/toy.h"

using namespace mica;
using namespace mica::bench;

TEST(Bench, AStepIsMeasuredInItsParts) {
    StepWish wish;
    wish.batch = 1;
    wish.steps = 1;
    wish.threads = 1;
    wish.mmd_rows = 32;
    wish.lengths = {{5, 20, 15}, {6, 30, 25}};
    const StepFigures f = measure_step(wish, {});
    EXPECT_GT(f.samples, 0);
    EXPECT_GT(f.attention, 0);
    EXPECT_GT(f.selection, 0);
    EXPECT_GT(f.element, 0);
    EXPECT_GT(f.marginal, 0);
    EXPECT_LE(f.attention + f.selection + f.element + f.marginal + f.optimiser, f.seconds);
    EXPECT_EQ(f.real_share, 1);
    EXPECT_GT(f.peak_bytes, 1e7);
    wish.losses = false;
    const StepFigures none = measure_step(wish, {});
    EXPECT_EQ(none.selection, 0);
    EXPECT_EQ(none.marginal, 0);
    // 8 heads: 4 layers of both directions of three pairs, 4 memory layers of three streams
    const double cross = 2 * (6 * 30 + 6 * 25 + 30 * 25), self = 6 * 6 + 30 * 30 + 25 * 25;
    const double other = 2 * (5 * 20 + 5 * 15 + 20 * 15), same = 5 * 5 + 20 * 20 + 15 * 15;
    const double first = 8 * 4 * (cross + self), second = 8 * 4 * (other + same);
    EXPECT_TRUE(none.cells == first || none.cells == second) << none.cells;
}

TEST(Bench, WishesAndFiguresSurviveTheWayToAnotherProcess) {
    StepWish wish;
    wish.preset = "iemocap";
    wish.kernels = "plain";
    wish.lengths = {{1, 2, 3}};
    wish.bucketing = true;
    EXPECT_EQ(text_of(wish_of(text_of(wish))), text_of(wish));
    StepFigures figures;
    figures.seconds = 0.1;
    figures.element = 1e-9;
    EXPECT_EQ(text_of(figures_of(text_of(figures))), text_of(figures));
}

TEST(Bench, WrongSizesAreTold) {
    EXPECT_THROW((void)sizes_of("mosee"), Error);
    StepWish wish;
    wish.batch = 0;
    EXPECT_THROW((void)measure_step(wish, {}), Error);
}

TEST(Bench, RatiosAreKeptBesideTheTableAndLossesAreFound) {
    const toy::Folder folder("bench");
    const auto file = folder / "performance.md";
    EXPECT_TRUE(recorded(file).empty());
    { std::ofstream(file) << "# Performance\nby hand\n"; }
    record(file, "mosi", "a table\n", {{"mosi: x", 40}, {"mosi: y", 2}});
    record(file, "mosei", "another\n", {{"mosei: x", 30}});
    record(file, "mosi", "a newer table\n", {{"mosi: x", 50}, {"mosi: y", 2}});
    const Ratios all = recorded(file);
    EXPECT_EQ(all, (Ratios{{"mosei: x", 30}, {"mosi: x", 50}, {"mosi: y", 2}}));
    std::ifstream in(file);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    EXPECT_EQ(text.find("a table"), std::string::npos);
    EXPECT_NE(text.find("by hand"), std::string::npos);
    EXPECT_EQ(losses(all, {{"mosi: x", 42.6}, {"mosi: new", 1}}).size(), 0U);
    const auto fallen = losses(all, {{"mosi: x", 42.4}, {"mosi: y", 2}});
    ASSERT_EQ(fallen.size(), 1U);
    EXPECT_NE(fallen[0].find("mosi: x"), std::string::npos);
    { std::ofstream(file) << "## mosi\n\n```json ratios\n{broken\n```\n"; }
    EXPECT_THROW((void)recorded(file), Error);
}
