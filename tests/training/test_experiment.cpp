// Seeds of an experiment, and the spread of figures against numbers worked out by hand.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <limits>

#include "core/runs/experiment.h"
#include "datasets/types/error.h"
#include "tests/training/toy.h"

using namespace mica;
using Seeds = std::vector<std::uint64_t>;

TEST(Seeds, AreReadFromRangesAndLists) {
    EXPECT_EQ(parse_seeds("1..5"), (Seeds{1, 2, 3, 4, 5}));
    EXPECT_EQ(parse_seeds("7..7"), Seeds{7});
    EXPECT_EQ(parse_seeds("11,3,5,3"), (Seeds{3, 5, 11}));
    EXPECT_EQ(parse_seeds("18446744073709551615"), Seeds{18446744073709551615U});
    EXPECT_EQ(parse_seeds("18446744073709551614..18446744073709551615").size(), 2U);
    for (const char* wrong : {"", "1..", "..5", "5..1", "1..2000", "a", "1,,2", "-1", "1.5", "1...3", " 1"})
        EXPECT_THROW((void)parse_seeds(wrong), Error) << wrong;
}

TEST(Experiment, KeepsItsSeedsAndTakesMore) {
    const toy::Folder folder("experiment");
    const auto out = folder / "e";
    EXPECT_EQ(begin_experiment(out, {2, 1}, false), (Seeds{1, 2}));
    EXPECT_EQ(read_experiment(out), (Seeds{1, 2}));
    EXPECT_THROW((void)begin_experiment(out, {1, 2}, false), Error);
    EXPECT_EQ(begin_experiment(out, {3, 2}, true), (Seeds{1, 2, 3}));
    EXPECT_EQ(run_of_seed(out, 3), out / "seed-3");
    std::ofstream(folder / "notes.txt") << "mine";
    EXPECT_THROW((void)begin_experiment(folder.path(), {1}, true), Error);
    EXPECT_THROW((void)read_experiment(folder.path()), Error);
    std::ofstream(out / "experiment.toml") << "format = 'mica-experiment-1'\nseeds = ['x']\n";
    EXPECT_THROW((void)read_experiment(out), Error);
}

TEST(Spread, IsThatOfTheSample) {
    const double none = std::numeric_limits<double>::quiet_NaN();
    const std::vector<Metrics> runs{{{"mae", 1, false}, {"corr", 0.5, true}},
                                    {{"mae", 2, false}, {"corr", none, true}},
                                    {{"mae", 6, false}, {"acc7", 0.25, true}}};
    const auto all = spread_of(runs);
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].metric, "mae");
    EXPECT_FALSE(all[0].higher_is_better);
    EXPECT_EQ(all[0].n, 3U);
    EXPECT_DOUBLE_EQ(all[0].mean, 3);
    EXPECT_DOUBLE_EQ(all[0].deviation, std::sqrt((4 + 1 + 9) / 2.0));
    EXPECT_EQ(all[0].minimum, 1);
    EXPECT_EQ(all[0].maximum, 6);
    EXPECT_EQ(all[1].n, 1U);  // where it is defined
    EXPECT_EQ(all[1].mean, 0.5);
    EXPECT_TRUE(std::isnan(all[1].deviation));
    EXPECT_TRUE(spread_of({}).empty());
}
