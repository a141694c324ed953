// A branch goes on from a kept epoch of another run: with unchanged settings as a resume would, to the bit.
#include <gtest/gtest.h>

#include "core/runs/checkpoint.h"
#include "core/runs/database.h"
#include "core/training/session.h"
#include "datasets/types/error.h"
#include "tests/training/toy.h"

using namespace mica;
using toy::tensors;

namespace {

std::vector<double> losses(const std::filesystem::path& run) {
    std::vector<double> all;
    for (const StepReport& s : RunDatabase(run / "run.db", RunDatabase::Mode::read).steps())
        all.push_back(s.loss.total);
    return all;
}

std::vector<double> valid_losses(const std::filesystem::path& run) {
    std::vector<double> all;
    for (const EpochReport& e : RunDatabase(run / "run.db", RunDatabase::Mode::read).epochs())
        all.push_back(e.valid.total);
    return all;
}

}  // namespace

class Branch : public testing::Test {
protected:
    toy::Folder folder{"branch"};
    std::shared_ptr<const Dataset> set = open_set(toy::make(folder / "toy.h5"));
    TrainingOptions options = toy::options({"epochs=4", "keep_every=1", "scheduler=cosine", "warmup=3"});

    void SetUp() override { (void)toy::run(set, options, folder / "whole"); }
    TrainingOptions from(const std::string& run, const std::string& at, const std::vector<std::string>& more = {}) {
        TrainingOptions o = options;
        for (const std::string& pair : more) o.values[pair.substr(0, pair.find('='))] = pair.substr(pair.find('=') + 1);
        o.branch = folder / run;
        o.branch_at = at;
        return o;
    }
};

TEST_F(Branch, UnchangedItIsTheRestOfTheRun) {
    (void)toy::run(set, options, folder / "part", 8);  // inside the second epoch
    (void)toy::run(set, from("part", "last"), folder / "last");
    for (const char* at : {"1", "3"}) (void)toy::run(set, from("whole", at), folder / at);
    (void)toy::run(set, from("whole", "best"), folder / "best");
    for (const char* name : {"last", "1", "3", "best"}) {
        EXPECT_EQ(tensors(folder / name), tensors(folder / "whole")) << name;
        EXPECT_EQ(tensors(folder / name, "best"), tensors(folder / "whole", "best")) << name;
        EXPECT_EQ(losses(folder / name), losses(folder / "whole")) << name;
        EXPECT_EQ(valid_losses(folder / name), valid_losses(folder / "whole")) << name;
        EXPECT_EQ(read_run(folder / name).best_epoch, read_run(folder / "whole").best_epoch) << name;
    }
}

TEST_F(Branch, SaysWhereItBeganAndLeavesTheOriginAlone) {
    const std::string before = tensors(folder / "whole");
    (void)toy::run(set, from("whole", "2", {"learning_rate=0.0001", "alpha=0.4"}), folder / "b");
    const auto origin = RunFolder(folder / "b").read().origin;
    ASSERT_TRUE(origin);
    EXPECT_EQ(origin->run, folder / "whole");
    EXPECT_EQ(origin->checkpoint, "epoch-2");
    EXPECT_EQ(origin->epoch, 2);
    EXPECT_EQ(origin->step, 10);
    EXPECT_EQ(tensors(folder / "b", "origin"), tensors(folder / "whole", "epoch-2"));
    EXPECT_EQ(tensors(folder / "whole"), before);
    const auto steps = RunDatabase(folder / "b/run.db", RunDatabase::Mode::read).steps();
    ASSERT_EQ(steps.size(), 20U);
    EXPECT_EQ(steps[9].alpha, 0.1);
    EXPECT_EQ(steps[10].alpha, 0.4);
    EXPECT_LT(steps[10].learning_rate, 0.0001);
    EXPECT_NE(tensors(folder / "b"), before);
}

TEST_F(Branch, GoesOnWithWhatWasChangedAndIsRepeated) {
    TrainingOptions live = options;
    live.changes = {"7:alpha=0.35", "12:tau=0.5"};
    (void)toy::run(set, live, folder / "live");
    // alpha was changed before the branch and stays, tau after it and does not
    (void)toy::run(set, from("live", "2", {"weight_decay=0.01", "optimizer=adamw"}), folder / "b");
    const auto steps = RunDatabase(folder / "b/run.db", RunDatabase::Mode::read).steps();
    EXPECT_EQ(steps.back().alpha, 0.35);
    EXPECT_EQ(steps.back().tau, 0.25);
    TrainingOptions again = from("b", "", {"weight_decay=0.01", "optimizer=adamw"});
    again.branch.clear();
    again.replay = folder / "b";
    std::filesystem::rename(folder / "live", folder / "moved");  // a branch needs its origin no more
    (void)toy::run(set, again, folder / "c");
    EXPECT_EQ(tensors(folder / "b"), tensors(folder / "c"));
    EXPECT_EQ(losses(folder / "b"), losses(folder / "c"));
    // stopped and resumed
    std::filesystem::rename(folder / "moved", folder / "live");
    TrainingOptions stopped = from("live", "2", {"weight_decay=0.01", "optimizer=adamw"});
    (void)toy::run(set, stopped, folder / "d", 13);
    stopped.resume = true;
    stopped.branch.clear();
    (void)toy::run(set, stopped, folder / "d");
    EXPECT_EQ(tensors(folder / "b"), tensors(folder / "d"));
}

TEST_F(Branch, WhereTheBestIsNotKeptItBeginsAnew) {
    TrainingOptions sparse = toy::options({"epochs=6", "keep_every=3", "learning_rate=0.003"});
    (void)toy::run(set, sparse, folder / "sparse");
    TrainingOptions o = sparse;
    o.branch = folder / "sparse";
    o.branch_at = "3";
    o.values["learning_rate"] = "0.00001";
    const TrainingResult r = toy::run(set, o, folder / "b");
    EXPECT_GE(r.best_epoch, read_state(folder / "b/checkpoints/origin.safetensors").best_epoch);
    EXPECT_EQ(read_state(folder / "b/checkpoints/best.safetensors").epoch, r.best_epoch);
    EXPECT_EQ(read_run(folder / "b").best_epoch, r.best_epoch);
}

TEST_F(Branch, RefusesWhatCannotGoOn) {
    const auto complaint = [&](const TrainingOptions& o, const std::shared_ptr<const Dataset>& on) {
        try {
            (void)toy::run(on, o, folder / "refused");
        } catch (const Error& e) {
            EXPECT_FALSE(std::filesystem::exists(folder / "refused")) << e.what();
            return std::string(e.what());
        }
        return std::string();
    };
    EXPECT_NE(complaint(from("whole", "9"), set).find("It keeps best (epoch "), std::string::npos);
    EXPECT_NE(complaint(from("whole", "9"), set).find(", 0, 1, 2, 3, 4"), std::string::npos);
    EXPECT_NE(complaint(from("whole", "first"), set).find("'first'"), std::string::npos);
    EXPECT_NE(complaint(from("nowhere", "best"), set), "");
    EXPECT_NE(complaint(from("whole", "2", {"d=20"}), set), "");
    EXPECT_NE(complaint(from("whole", "2"), open_set(toy::make(folder / "other.h5", {40, 3, false, true}))), "");
    (void)toy::run(set, options, folder / "part", 8);
    EXPECT_NE(complaint(from("part", "last", {"batch=4"}), set).find("inside an epoch"), std::string::npos);
    TrainingOptions smaller = from("part", "1", {"batch=4"});
    EXPECT_EQ(toy::run(set, smaller, folder / "smaller").epochs_done, 4);
}
