// The learning rate over steps and epochs, and weights of classes: against numbers worked out by hand.
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "core/runs/database.h"
#include "core/training/schedule.h"
#include "core/training/task.h"
#include "core/training/trainer.h"
#include "datasets/types/error.h"
#include "tests/training/toy.h"

using namespace mica;

namespace {

TrainSettings settings(Scheduler scheduler, int warmup) {
    TrainSettings s;
    s.scheduler = scheduler;
    s.warmup = warmup;
    return s;
}

}  // namespace

TEST(Schedule, WarmUpRisesLinearlyToThePeak) {
    TrainingState state;
    state.live.learning_rate = 0.2;
    const TrainSettings s = settings(Scheduler::none, 4);
    EXPECT_DOUBLE_EQ(learning_rate_at(s, state, 1, 20), 0.05);
    EXPECT_DOUBLE_EQ(learning_rate_at(s, state, 3, 20), 0.15);
    for (const int step : {4, 5, 20}) EXPECT_DOUBLE_EQ(learning_rate_at(s, state, step, 20), 0.2);
}

TEST(Schedule, CosineFallsFromThePeakToNothing) {
    TrainingState state;
    state.live.learning_rate = 2;
    const TrainSettings s = settings(Scheduler::cosine, 4);
    EXPECT_DOUBLE_EQ(learning_rate_at(s, state, 5, 20), 2);  // the first step after the warm-up
    EXPECT_DOUBLE_EQ(learning_rate_at(s, state, 13, 20), 1);
    EXPECT_DOUBLE_EQ(learning_rate_at(s, state, 9, 20), 1 + std::cos(std::numbers::pi / 4));
    EXPECT_NEAR(learning_rate_at(s, state, 21, 20), 0, 1e-15);
    for (int step = 5; step < 20; ++step)
        EXPECT_GT(learning_rate_at(s, state, step, 20), learning_rate_at(s, state, step + 1, 20));
}

// ReduceLROnPlateau of torch with patience 2, factor 0.1 and its defaults, on the same losses: epochs 7 and 10 fall.
TEST(Schedule, PlateauFallsAfterMoreThanPatienceEpochs) {
    TrainSettings s = settings(Scheduler::plateau, 0);
    s.plateau_patience = 2;
    s.plateau_factor = 0.1;
    TrainingState state;
    state.live.learning_rate = 1;
    const std::vector<double> losses{1, 0.8, 0.9, 0.7, 0.69999, 0.75, 0.72, 0.71, 0.7, 0.71, 0.5};
    std::vector<int> fell;
    for (const double loss : losses) {
        ++state.epoch;
        if (note_validation(s, loss, state)) fell.push_back(state.epoch);
    }
    EXPECT_EQ(fell, (std::vector<int>{7, 10}));
    EXPECT_NEAR(learning_rate_at(s, state, 100, 100), 0.01, 1e-15);
}

TEST(Schedule, EarlyStoppingEndsAfterThatManyEpochsWithoutABetterScore) {
    const toy::Folder folder("early");
    const auto set = open_set(toy::make(folder / "toy.h5"));
    // nothing is learnt, so that the first epoch stays the best
    const TrainingResult r =
        toy::run(set, toy::options({"epochs=9", "early_stopping=2", "learning_rate=1e-9"}), folder / "run");
    EXPECT_EQ(r.epochs_done, r.best_epoch + 2);
    EXPECT_LT(r.epochs_done, 9);
    const auto events = RunDatabase(folder / "run/run.db", RunDatabase::Mode::read).events();
    EXPECT_EQ(std::count_if(events.begin(), events.end(), [](const auto& e) { return e.kind == "early_stop"; }), 1);
}

TEST(ClassWeights, LetEveryClassCountAlike) {
    const toy::Folder folder("weights");
    const auto set = open_set(toy::make(folder / "toy.h5"));
    TaskPlan plan = task_of(*set, "auto");
    const auto clips = set->split(Split::train);
    std::vector<double> count(3);
    for (const std::size_t i : clips) ++count[static_cast<std::size_t>(set->clips()[i].label[0])];
    plan.class_weights = balanced_weights(plan, *set, clips);
    ASSERT_EQ(plan.class_weights.numel(), 3);
    for (int k = 0; k < 3; ++k)
        EXPECT_FLOAT_EQ(
            plan.class_weights[k].item<float>(),
            static_cast<float>(static_cast<double>(clips.size()) / (3 * count[static_cast<std::size_t>(k)])));
    // by hand: the mean over clips of weight * -log softmax
    plan.class_weights = torch::tensor({0.5F, 2.0F, 1.0F});
    const torch::Tensor prediction = torch::tensor({{0.0F, 0.0F, 0.0F}, {1.0F, 0.0F, -1.0F}});
    const torch::Tensor target = torch::tensor({1, 0}, torch::kInt64);
    const double z = std::log(std::exp(1.0) + 1 + std::exp(-1.0));
    EXPECT_NEAR(loss_of(plan, prediction, target).item<double>(), (2 * std::log(3.0) + 0.5 * (z - 1)) / 2, 1e-6);
    plan.class_weights = torch::ones({3});
    EXPECT_NEAR(loss_of(plan, prediction, target).item<double>(),
                task_loss(prediction, target, TaskLoss::cross_entropy).item<double>(), 1e-6);
}

TEST(ClassWeights, OfSeveralLabelsEachHasItsOwn) {
    TaskPlan plan;
    plan.loss = TaskLoss::emotions;
    plan.outputs = 4;
    plan.class_weights = torch::tensor({1.0F, 3.0F, 2.0F, 5.0F});
    const torch::Tensor prediction = torch::zeros({1, 4}), target = torch::tensor({{1, 0}}, torch::kInt64);
    EXPECT_NEAR(loss_of(plan, prediction, target).item<double>(), std::log(2.0) * (3 + 2) / 2, 1e-6);
}

TEST(ClassWeights, TrainAndAreRefusedForARegression) {
    const toy::Folder folder("weighted");
    const auto set = open_set(toy::make(folder / "toy.h5"));
    (void)toy::run(set, toy::options({"epochs=1"}), folder / "plain");
    (void)toy::run(set, toy::options({"epochs=1", "class_weights=balanced"}), folder / "weighted");
    EXPECT_NE(toy::tensors(folder / "plain"), toy::tensors(folder / "weighted"));
    const auto values = open_set(toy::make(folder / "values.h5", {60, 3, true, true}));
    EXPECT_THROW((void)toy::run(values, toy::options({"class_weights=balanced"}), folder / "refused"), Error);
    EXPECT_FALSE(std::filesystem::exists(folder / "refused"));
    (void)toy::run(values, toy::options({"epochs=1", "task_loss=cross_entropy", "class_weights=balanced"}),
                   folder / "values");
}
