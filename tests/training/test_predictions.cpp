// What a run kept of its predictions is what its checkpoint computes, and what was computed is found again.
#include <gtest/gtest.h>

#include <fstream>

#include "core/analysis/predictions.h"
#include "datasets/types/error.h"
#include "tests/refusal.h"
#include "tests/training/toy.h"

using namespace mica;

namespace {

void expect_same(const RunPredictions& a, const RunPredictions& b) {
    ASSERT_EQ(a.clips.size(), b.clips.size());
    for (std::size_t i = 0; i < a.clips.size(); ++i) {
        EXPECT_EQ(a.clips[i].clip, b.clips[i].clip);
        EXPECT_EQ(a.clips[i].values, b.clips[i].values);
    }
}

TEST(Predictions, KeptComputedAndCachedAreTheSame) {
    const toy::Folder folder("predictions");
    const auto set = open_set(toy::make(folder / "toy.h5"));
    (void)toy::run(set, toy::options(), folder / "run");
    PredictionWish wish;
    wish.split = Split::test;
    const RunPredictions kept = predictions_of(folder / "run", set, wish, no_progress, {});
    ASSERT_EQ(kept.clips.size(), 12U);  // a fifth of 60
    EXPECT_EQ(kept.missing, 0U);

    wish.checkpoint = "last";
    wish.cache = folder / "cache";
    wish.compute = false;
    EXPECT_EQ(predictions_of(folder / "run", set, wish, no_progress, {}).missing, 12U);
    wish.compute = true;
    const RunPredictions last = predictions_of(folder / "run", set, wish, no_progress, {});
    wish.compute = false;
    expect_same(predictions_of(folder / "run", set, wish, no_progress, {}), last);

    // every clip, computed from the best checkpoint: those of the test split have the bits that training kept
    PredictionWish all;
    const RunPredictions whole = predictions_of(folder / "run", set, all, no_progress, {});
    EXPECT_EQ(whole.clips.size(), 60U);
    RunPredictions tested = whole;
    std::erase_if(tested.clips, [&](const ClipPrediction& p) { return set->clips()[p.clip].split != Split::test; });
    expect_same(tested, kept);
}

TEST(Predictions, DamagedCacheIsComputedAgain) {
    const toy::Folder folder("predictions-damaged");
    const auto set = open_set(toy::make(folder / "toy.h5"));
    (void)toy::run(set, toy::options(), folder / "run");
    PredictionWish wish;
    wish.split = Split::train;
    wish.cache = folder / "cache";
    const RunPredictions first = predictions_of(folder / "run", set, wish, no_progress, {});
    int files = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder / "cache"))
        if (file.is_regular_file()) ++files, std::ofstream(file.path(), std::ios::binary) << "{\"clips\": [[1e99";
    EXPECT_EQ(files, 1);
    expect_same(predictions_of(folder / "run", set, wish, no_progress, {}), first);
    EXPECT_NE(message([&] { (void)predictions_of(folder / "no-run", set, wish, no_progress, {}); }), "no error");
}

}  // namespace
