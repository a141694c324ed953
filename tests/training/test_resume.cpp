// The same seed gives the same bits, and a run that was stopped anywhere ends with those of one that was not.
#include <gtest/gtest.h>

#include "core/runs/database.h"
#include "core/training/session.h"
#include "datasets/types/error.h"
#include "tests/training/toy.h"

using namespace mica;
using toy::bytes;
using toy::run;
using toy::tensors;

namespace {

void expect_same(const std::filesystem::path& a, const std::filesystem::path& b) {
    EXPECT_EQ(tensors(a, "last"), tensors(b, "last"));
    EXPECT_EQ(tensors(a, "best"), tensors(b, "best"));
    const RunDatabase first(a / "run.db", RunDatabase::Mode::read), second(b / "run.db", RunDatabase::Mode::read);
    const auto x = first.epochs(), y = second.epochs();
    ASSERT_EQ(x.size(), y.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        EXPECT_EQ(x[i].train.total, y[i].train.total) << "epoch " << i + 1;
        EXPECT_EQ(x[i].train.element, y[i].train.element) << "epoch " << i + 1;
        EXPECT_EQ(x[i].valid.total, y[i].valid.total) << "epoch " << i + 1;
    }
    const auto s = first.steps(), t = second.steps();
    ASSERT_EQ(s.size(), t.size());
    for (std::size_t i = 0; i < s.size(); ++i) EXPECT_EQ(s[i].loss.total, t[i].loss.total) << "step " << i + 1;
    // a checkpoint inside an epoch is not the epoch before it
    for (std::size_t epoch = 0; epoch <= x.size(); ++epoch) {
        const std::string kept = "attention/epoch-" + std::to_string(epoch) + ".safetensors";
        ASSERT_FALSE(bytes(a / kept).empty()) << kept;
        EXPECT_EQ(bytes(a / kept), bytes(b / kept)) << kept;
    }
}

}  // namespace

class Resume : public testing::Test {
protected:
    toy::Folder folder{"resume"};
    std::shared_ptr<const Dataset> set = open_set(toy::make(folder / "toy.h5"));
};

TEST_F(Resume, SameSeedSameBitsOtherSeedOthers) {
    const TrainingOptions options = toy::options();
    const TrainingResult a = run(set, options, folder / "a"), b = run(set, options, folder / "b");
    expect_same(folder / "a", folder / "b");
    EXPECT_EQ(a.best_epoch, b.best_epoch);
    ASSERT_EQ(a.test.size(), b.test.size());
    for (std::size_t i = 0; i < a.test.size(); ++i) EXPECT_EQ(a.test[i].value, b.test[i].value);
    TrainingOptions other = options;
    other.seed = 6;
    (void)run(set, other, folder / "c");
    EXPECT_NE(tensors(folder / "a", "last"), tensors(folder / "c", "last"));
}

// 36 training clips in batches of 8: five steps an epoch, the last one short.
TEST_F(Resume, EqualsUninterruptedWhereverItStops) {
    TrainingOptions options = toy::options({"epochs=3", "warmup=3", "scheduler=cosine"});
    const TrainingResult whole = run(set, options, folder / "whole");
    ASSERT_EQ(whole.outcome, TrainingOutcome::finished);
    for (const std::int64_t at : {1, 5, 7, 13}) {
        const auto out = folder / ("stopped" + std::to_string(at));
        options.resume = false;
        const TrainingResult part = run(set, options, out, at);
        ASSERT_EQ(part.outcome, TrainingOutcome::stopped);
        EXPECT_EQ(read_run(out).state, "stopped");
        options.resume = true;
        const TrainingResult rest = run(set, options, out);
        ASSERT_EQ(rest.outcome, TrainingOutcome::finished) << at;
        expect_same(folder / "whole", out);
        EXPECT_EQ(rest.best_epoch, whole.best_epoch);
        for (std::size_t i = 0; i < whole.test.size(); ++i) EXPECT_EQ(rest.test[i].value, whole.test[i].value);
    }
}

// A killed process leaves rows in the database that are newer than its last checkpoint.
TEST_F(Resume, GoesOnFromTheLastCheckpointAfterAKill) {
    TrainingOptions options = toy::options({"epochs=3"});
    (void)run(set, options, folder / "whole");
    const auto out = folder / "killed";
    (void)run(set, options, out, 6);
    const auto kept = folder / "kept";
    std::filesystem::copy(out, kept, std::filesystem::copy_options::recursive);
    options.resume = true;
    (void)run(set, options, out, 12);
    std::filesystem::copy_file(kept / "checkpoints/last.safetensors", out / "checkpoints/last.safetensors",
                               std::filesystem::copy_options::overwrite_existing);
    (void)run(set, options, out);
    expect_same(folder / "whole", out);
}

TEST_F(Resume, RefusesAnotherConfigurationAndKeepsTheRun) {
    TrainingOptions options = toy::options({"epochs=1"});
    (void)run(set, options, folder / "run");
    const std::string before = tensors(folder / "run", "last");
    EXPECT_THROW((void)run(set, options, folder / "run"), Error);  // without resume
    TrainingOptions other = toy::options({"epochs=1", "d=20"});
    other.resume = true;
    try {
        (void)run(set, other, folder / "run");
        FAIL() << "another width was accepted";
    } catch (const Error& e) {
        EXPECT_NE(std::string(e.what()).find("d = 16, not 20"), std::string::npos) << e.what();
    }
    const auto second = open_set(toy::make(folder / "other.h5", {40, 3, false, true}));
    options.resume = true;
    EXPECT_THROW((void)run(second, options, folder / "run"), Error);
    EXPECT_EQ(tensors(folder / "run", "last"), before);
    options.values["epochs"] = "2";  // longer is allowed
    EXPECT_EQ(run(set, options, folder / "run").epochs_done, 2);
}
