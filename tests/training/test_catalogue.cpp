// Lists of runs: states, filters, order, notes, differences, the trash; and a run that was carried elsewhere.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "core/runs/catalogue.h"
#include "core/runs/database.h"
#include "core/runs/run_lock.h"
#include "core/runs/run_notes.h"
#include "core/training/session.h"
#include "datasets/types/error.h"
#include "tests/training/toy.h"

using namespace mica;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> names(const std::vector<CatalogueEntry>& runs) {
    std::vector<std::string> all;
    for (const CatalogueEntry& r : runs) all.push_back(r.name);
    return all;
}

std::vector<std::string> shown(const std::vector<CatalogueEntry>& runs, const RunFilter& filter) {
    std::vector<std::string> all;
    for (const CatalogueEntry& r : runs)
        if (filter.shows(r)) all.push_back(r.name);
    std::sort(all.begin(), all.end());
    return all;
}

}  // namespace

class Catalogue : public testing::Test {
protected:
    toy::Folder folder{"catalogue"};
    std::shared_ptr<const Dataset> set = open_set(toy::make(folder / "toy.h5"));
    fs::path runs = folder / "runs";

    void SetUp() override {
        (void)toy::run(set, toy::options({"epochs=1"}), runs / "a");
        TrainingOptions options = toy::options({"epochs=2", "learning_rate=0.004", "alpha=0.3"});
        options.seed = 6;
        (void)toy::run(set, options, runs / "b", 7);  // stopped in its second epoch
        fs::create_directories(runs / "c");
        std::ofstream(runs / "c/run.toml") << "format = 'mica-run-1'\n";
    }
};

TEST_F(Catalogue, TellsWhatThereIs) {
    std::vector<CatalogueEntry> all = read_catalogue(runs);
    sort_runs(all, "name", false);
    ASSERT_EQ(names(all), (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_EQ(all[0].state, "finished");
    EXPECT_EQ(all[1].state, "stopped");
    EXPECT_EQ(all[2].state, "damaged");
    EXPECT_NE(all[2].trouble.find("run.toml"), std::string::npos) << all[2].trouble;
    EXPECT_EQ(all[1].seed, 6U);
    EXPECT_EQ(all[1].epochs_done, 1);
    EXPECT_EQ(all[1].epochs, 2);
    EXPECT_FALSE(all[0].test.empty());
    EXPECT_TRUE(all[1].test.empty());
    EXPECT_EQ(all[1].configuration.at("alpha"), "0.3");
    EXPECT_THROW((void)read_catalogue(folder / "nowhere"), Error);

    EXPECT_EQ(shown(all, {"stopped", {}, {}, {}, {}, {}, false}), (std::vector<std::string>{"b"}));
    EXPECT_EQ(shown(all, {{}, "mica", "toy", {}, {}, {}, false}), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(shown(all, {{}, {}, {}, {}, {}, {{"learning_rate", "4e-3"}}, false}), (std::vector<std::string>{"b"}));
    EXPECT_EQ(shown(all, {{}, {}, {}, {}, "TOY", {}, false}), (std::vector<std::string>{"a", "b"}));
    sort_runs(all, "learning_rate", true);
    EXPECT_EQ(names(all), (std::vector<std::string>{"b", "a", "c"}));
    sort_runs(all, "test.accuracy", true);  // the only run that has it comes first either way
    EXPECT_EQ(all[0].name, "a");
    EXPECT_THROW(sort_runs(all, "test.nonsense", false), Error);
}

TEST_F(Catalogue, NotesTagsAndArchive) {
    write_notes(runs / "a", {{"good", "for the paper"}, "\"quoted\"\nand a second line", true});
    EXPECT_EQ(read_notes(runs / "a"), (RunNotes{{"good", "for the paper"}, "\"quoted\"\nand a second line", true}));
    const std::vector<CatalogueEntry> all = read_catalogue(runs);
    EXPECT_EQ(shown(all, {{}, {}, {}, {}, {}, {}, false}), (std::vector<std::string>{"b", "c"}));
    EXPECT_EQ(shown(all, {{}, {}, {}, "good", {}, {}, true}), (std::vector<std::string>{"a"}));
    EXPECT_EQ(shown(all, {{}, {}, {}, {}, "SECOND line", {}, true}), (std::vector<std::string>{"a"}));
    EXPECT_THROW(write_notes(runs / "a", {{"a,b"}, "", false}), Error);
    EXPECT_THROW(write_notes(runs / "a", {{""}, "", false}), Error);
    EXPECT_THROW(write_notes(folder / "nowhere", {}), Error);
    std::ofstream(runs / "a/notes.toml") << "tags = [";
    EXPECT_EQ(read_entry(runs / "a").state, "damaged");
}

TEST_F(Catalogue, DifferencesAreOnlyWhatDiffers) {
    const Differences d = compare_runs({read_entry(runs / "a"), read_entry(runs / "b")});
    std::map<std::string, std::vector<std::string>> rows;
    for (const auto& row : d.configuration) rows[row.key] = row.values;
    EXPECT_EQ(rows, (std::map<std::string, std::vector<std::string>>{{"alpha", {"0.1", "0.3"}},
                                                                     {"epochs", {"1", "2"}},
                                                                     {"learning_rate", {"0.001", "0.004"}},
                                                                     {"seed", {"5", "6"}}}));
    ASSERT_FALSE(d.test.empty());
    EXPECT_NE(d.test[0].values[0], "");
    EXPECT_EQ(d.test[0].values[1], "");
    EXPECT_NE(d.valid[0].values[1], "");
}

TEST_F(Catalogue, TrashKeepsTheRunOutOfSight) {
    const fs::path first = trash_run(runs / "a");
    EXPECT_FALSE(fs::exists(runs / "a"));
    EXPECT_EQ(read_entry(first).state, "finished");
    EXPECT_EQ(names(read_catalogue(runs)).size(), 2U);
    (void)toy::run(set, toy::options({"epochs=1"}), runs / "a");
    const fs::path second = trash_run(runs / "a");
    EXPECT_NE(first, second);
    EXPECT_TRUE(fs::exists(first / "run.toml") && fs::exists(second / "run.toml"));
    EXPECT_THROW((void)trash_run(folder.path()), Error);
    EXPECT_THROW((void)trash_run(runs / "a"), Error);
    {
        const auto held = RunLock::take(runs / "b");
        ASSERT_TRUE(held);
        EXPECT_THROW((void)trash_run(runs / "b"), Error);
    }
    restore_run(first, runs / "a");
    EXPECT_EQ(read_entry(runs / "a").state, "finished");
    EXPECT_THROW(restore_run(second, runs / "a"), Error);  // one is there
    EXPECT_THROW(restore_run(first, runs / "x"), Error);   // none is there
    EXPECT_TRUE(fs::exists(second / "run.toml"));
    fs::remove_all(second);
    const fs::path b = trash_run(runs / "b");
    restore_run(b, runs / "b");
    EXPECT_FALSE(fs::exists(runs / ".trash"));  // nothing is left in it
}

TEST_F(Catalogue, ASummaryWithoutHistoryIsTheSame) {
    for (const char* name : {"a", "b"}) {
        RunSummary quick;
        const CatalogueEntry entry = read_entry(runs / name, &quick);
        const RunSummary whole = read_run(runs / name);
        EXPECT_TRUE(quick.history.empty() && !whole.history.empty());
        EXPECT_EQ(quick.epochs_done, whole.epochs_done);
        EXPECT_EQ(quick.epochs_done, whole.history.back().epoch);
        int best = 0;
        for (const EpochReport& e : whole.history)
            if (e.best) best = e.epoch;
        EXPECT_EQ(quick.best_epoch, best);
        EXPECT_EQ(entry.best_epoch, best);
        ASSERT_EQ(quick.valid.size(), whole.valid.size());
        for (std::size_t i = 0; i < quick.valid.size(); ++i) {
            EXPECT_EQ(quick.valid[i].name, whole.valid[i].name);
            EXPECT_EQ(std::isnan(quick.valid[i].value) ? 0 : quick.valid[i].value,
                      std::isnan(whole.valid[i].value) ? 0 : whole.valid[i].value);
        }
    }
}

TEST_F(Catalogue, OneTrainingAtATimeAndTheDeadAreKnown) {
    EXPECT_FALSE(is_training(runs / "b"));
    TrainingOptions options = toy::options({"epochs=2", "learning_rate=0.004", "alpha=0.3"});
    options.seed = 6;
    options.resume = true;
    TrainingEvents events;
    bool seen = false;
    events.epoch = [&](const EpochReport&) {
        seen = true;
        EXPECT_TRUE(is_training(runs / "b"));
        EXPECT_EQ(read_entry(runs / "b").state, "running");
        EXPECT_THROW((void)toy::run(set, options, runs / "b"), Error);  // from a second program, say
    };
    EXPECT_EQ(train(set, options, runs / "b", events, TrainingControl(), {}).outcome, TrainingOutcome::finished);
    EXPECT_TRUE(seen);
    EXPECT_FALSE(is_training(runs / "b"));
    RunDatabase(runs / "b/run.db", RunDatabase::Mode::write).set("state", "running");  // as a killed process leaves it
    EXPECT_EQ(read_entry(runs / "b").state, "killed");
}

TEST_F(Catalogue, ARunCarriedElsewhereOpensAndGoesOnThere) {
    TrainingOptions options = toy::options({"epochs=2", "learning_rate=0.004", "alpha=0.3"});
    options.seed = 6;
    (void)toy::run(set, options, folder / "whole");
    fs::create_directories(folder / "elsewhere");
    fs::copy(runs / "b", folder / "elsewhere/b", fs::copy_options::recursive);
    fs::copy(folder / "toy.h5", folder / "elsewhere/other name.h5");
    set.reset();
    fs::rename(folder / "toy.h5", folder / "hidden");
    fs::rename(runs, folder / "gone");
    const fs::path there = folder / "elsewhere/b";
    EXPECT_EQ(read_entry(there).state, "stopped");
    const auto copy = open_set(folder / "elsewhere/other name.h5");
    EXPECT_NO_THROW((void)ModelSession(there, "last", copy).attend(0));
    options.resume = true;
    (void)toy::run(copy, options, there);
    EXPECT_EQ(toy::tensors(there), toy::tensors(folder / "whole"));
}
