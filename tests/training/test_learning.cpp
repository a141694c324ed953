// Training learns what can be learnt, tells what it does, and stops at what it cannot use.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "core/metrics/metrics.h"
#include "core/runs/database.h"
#include "core/runs/run_folder.h"
#include "core/training/session.h"
#include "datasets/types/error.h"
#include "tests/training/poisoned.h"
#include "tests/training/toy.h"

using namespace mica;

namespace {

TrainingResult go(const std::shared_ptr<const Dataset>& set, const TrainingOptions& options,
                  const std::filesystem::path& out, const TrainingEvents& events = {},
                  const TrainingControl& control = TrainingControl()) {
    return train(set, options, out, events, control, {});
}

}  // namespace

TEST(Learning, DoesBetterThanChanceAndKeepsAllThatItMeasured) {
    const toy::Folder folder("learning");
    const auto set = open_set(toy::make(folder / "toy.h5", {500, 3, false, true}));
    TrainingEvents events;
    events.epoch = [](const EpochReport& r) {
        std::printf("epoch %d: training L_p %.3f, validation L_p %.3f, accuracy %.3f\n", r.epoch, r.train.task,
                    r.valid.task, value_of(r.valid_metrics, "accuracy"));
    };
    const TrainingResult r =
        go(set, toy::options({"epochs=8", "batch=16", "learning_rate=0.004", "scheduler=cosine", "optimizer=adamw"}),
           folder / "run", events);
    EXPECT_GT(value_of(r.test, "accuracy"), 0.5);  // chance .33; 100 clips: p < 0.001
    ASSERT_FALSE(r.corr_acc.empty());
    EXPECT_TRUE(std::any_of(r.corr_acc.begin(), r.corr_acc.end(), [](const CorrAcc& c) { return c.masked; }));
    for (const CorrAcc& c : r.corr_acc) {
        EXPECT_GT(c.elements, 0);
        EXPECT_GE(c.value, 0);
        EXPECT_LE(c.value, 1);
        EXPECT_GT(c.chance, 0);
        EXPECT_LT(c.chance, 0.7);
    }
    EXPECT_EQ(r.a_distance.size(), 6U * 3U);  // last layer: all heads together and two heads
    EXPECT_EQ(r.health.size(), 6U * 2U);
    for (const LayerHealth& h : r.health) {
        EXPECT_GT(h.query_norm, 0);
        EXPECT_GT(h.entropy, 0);
        EXPECT_LE(h.entropy, 1.0001);
        EXPECT_NEAR(h.selected, h.layer == 0 ? 0.25 : 0.35, 0.15);
    }
    const RunSummary s = read_run(folder / "run");
    EXPECT_EQ(s.state, "finished");
    EXPECT_EQ(s.history.size(), 8U);
    EXPECT_EQ(s.best_epoch, r.best_epoch);
    EXPECT_EQ(value_of(s.test, "accuracy"), value_of(r.test, "accuracy"));
    EXPECT_EQ(s.corr_acc.size(), r.corr_acc.size());
    EXPECT_EQ(find_runs(folder.path()), (std::vector<std::filesystem::path>{folder / "run"}));
    const RunDatabase database(folder / "run/run.db", RunDatabase::Mode::read);
    EXPECT_EQ(database.predictions("test").size(), set->split(Split::test).size());
    EXPECT_EQ(database.steps().size(), 8U * 19U);

    ModelSession session(folder / "run", "best", set);
    EXPECT_EQ(session.epoch(), r.best_epoch);
    const std::size_t clip = set->split(Split::test).front();
    const AttentionSnapshot snapshot = session.attend(clip);
    EXPECT_EQ(snapshot.maps.size(), 12U);
    const auto stored = database.predictions("test").front();  // from a batch with padding
    ASSERT_EQ(snapshot.prediction.size(), stored.prediction.size());
    for (std::size_t i = 0; i < stored.prediction.size(); ++i)
        EXPECT_NEAR(snapshot.prediction[i], stored.prediction[i], 1e-4);
    for (const AttentionMap& m : snapshot.maps) {
        EXPECT_EQ(static_cast<std::uint32_t>(m.rows), set->clips()[clip].steps[index(m.pair.target)]);
        EXPECT_EQ(static_cast<std::uint32_t>(m.columns), set->clips()[clip].steps[index(m.pair.source)]);
        for (int row = 0; row < m.rows; ++row) {
            double sum = 0;
            for (int column = 0; column < m.columns; ++column) sum += static_cast<double>(m.at(1, row, column));
            EXPECT_NEAR(sum, 1, 1e-4);
        }
    }
}

// Without anything that holds it back, the network learns a small split by heart.
TEST(Learning, Overfits) {
    const toy::Folder folder("overfit");
    const auto set = open_set(toy::make(folder / "toy.h5", {40, 3, false, true}));
    double last = 1;
    TrainingEvents events;
    events.epoch = [&](const EpochReport& r) { last = r.train.task; };
    (void)go(set,
             toy::options({"epochs=40", "learning_rate=0.003", "dropout=0", "embed_dropout=0", "text_dropout=0",
                           "out_dropout=0", "text_attention_dropout=0", "feature_noise=0", "mask_spans=0",
                           "time_shift=0", "scheduler=none"}),
             folder / "run", events);
    EXPECT_LT(last, 0.02);
}

TEST(Learning, RegressionBothLossesAndStreamSubsets) {
    const toy::Folder folder("regression");
    const auto set = open_set(toy::make(folder / "toy.h5", {60, 3, true, true}));
    const TrainingResult l1 = go(set, toy::options(), folder / "l1");
    EXPECT_TRUE(std::isfinite(value_of(l1.valid, "mae")));
    const TrainingResult classes =
        go(set, toy::options({"task_loss=cross_entropy", "select_by=metric"}), folder / "classes");
    EXPECT_TRUE(std::isfinite(value_of(classes.valid, "acc7")));
    EXPECT_EQ(
        RunDatabase(folder / "classes/run.db", RunDatabase::Mode::read).predictions("test").front().prediction.size(),
        7U);
    const TrainingResult two = go(set, toy::options({"streams=VA"}), folder / "two");
    EXPECT_TRUE(std::isfinite(value_of(two.test, "mae")));
    for (const CorrAcc& c : two.corr_acc)
        EXPECT_TRUE(c.pair.source != Modality::text && c.pair.target != Modality::text);
    const TrainingResult steps =
        go(set, toy::options({"positions=steps", "gate_bias=per_step", "max_vision=9"}), folder / "steps");
    EXPECT_TRUE(std::isfinite(value_of(steps.test, "mae")));
}

TEST(Learning, SetsThatDoNotFitAreRefused) {
    const toy::Folder folder("unfit");
    const auto set = open_set(toy::make(folder / "toy.h5"));
    const auto without = open_set(toy::make(folder / "timeless.h5", {60, 3, false, false}));
    EXPECT_THROW((void)go(set, toy::options({"task_loss=l1"}), folder / "a"), Error);
    try {
        (void)go(without, toy::options(), folder / "b");
        FAIL();
    } catch (const Error& e) {
        EXPECT_NE(std::string(e.what()).find("has no times"), std::string::npos) << e.what();
    }
    const TrainingResult r = go(without, toy::options({"positions=steps"}), folder / "c");
    EXPECT_TRUE(r.corr_acc.empty());  // no times, no truth
    EXPECT_THROW((void)go(set, toy::options({"d=15"}), folder / "d"), Error);
}

TEST(Learning, WhatIsNotFiniteIsNamedAndTheCheckpointKept) {
    const toy::Folder folder("poison");
    const auto good = open_set(toy::make(folder / "toy.h5"));
    try {
        (void)go(std::make_shared<Poisoned>(good, 3),
                 toy::options({"normalise=none", "mask_spans=0", "feature_noise=0", "batch=4"}), folder / "run");
        FAIL() << "an infinite feature was trained on";
    } catch (const Error& e) {
        EXPECT_NE(std::string(e.what()).find("clip-2"), std::string::npos) << e.what();
        EXPECT_NE(std::string(e.what()).find("step "), std::string::npos) << e.what();
    }
    EXPECT_NO_THROW(ModelSession(folder / "run", "last", good));
    EXPECT_EQ(read_run(folder / "run").state, "stopped");
}

TEST(Learning, FoldersThatCannotBeUsed) {
    const toy::Folder folder("folders");
    const auto set = open_set(toy::make(folder / "toy.h5"));
    std::filesystem::create_directories(folder / "full");
    std::ofstream(folder / "full/notes.txt") << "keep me";
    EXPECT_THROW((void)go(set, toy::options(), folder / "full"), Error);
    EXPECT_TRUE(std::filesystem::exists(folder / "full/notes.txt"));
    EXPECT_THROW((void)go(set, toy::options(), folder / "toy.h5"), Error);
    EXPECT_THROW((void)go(set, toy::options(), "/proc/mica-run"), Error);  // cannot be written, not even by root
    EXPECT_THROW((void)read_run(folder.path()), Error);
    EXPECT_THROW(ModelSession(folder / "full", "best", set), Error);
}

TEST(Learning, LiveChangesPauseAndWatchedClips) {
    const toy::Folder folder("live");
    const auto set = open_set(toy::make(folder / "toy.h5"));
    TrainingControl control;
    control.watch({"clip-3", "no such clip"});
    std::vector<int> epochs;
    std::vector<StepReport> steps;
    TrainingEvents events;
    events.snapshot = [&](const AttentionSnapshot& s) {
        EXPECT_EQ(s.run, "run");
        if (s.clip == "clip-3") epochs.push_back(s.epoch);
    };
    events.step = [&](const StepReport& r) {
        steps.push_back(r);
        if (r.step == 3) control.change({0.5, 0.25, 0.4, 0.002, 0.8, {}});
        if (r.step == 4) control.watch({"clip-3", "clip-4"});
    };
    (void)go(set, toy::options({"scheduler=none"}), folder / "run", events, control);
    EXPECT_EQ(epochs, (std::vector<int>{0, 1, 2}));
    EXPECT_EQ(steps[2].alpha, 0.1);
    EXPECT_EQ(steps[3].alpha, 0.5);
    EXPECT_EQ(steps[3].learning_rate, 0.002);
    EXPECT_EQ(steps[3].tau, 0.4);
    const auto all = RunDatabase(folder / "run/run.db", RunDatabase::Mode::read).events();
    EXPECT_TRUE(std::any_of(all.begin(), all.end(), [](const auto& e) { return e.kind == "live" && e.step == 3; }));
}
