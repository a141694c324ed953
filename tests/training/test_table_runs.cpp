// labels: slow
// Tables from run folders, and `mica table` that trains its systems, goes on where it was ended, and skips what is done.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/runs/run_notes.h"
#include "core/runs/table_runs.h"
#include "core/tables/fill.h"
#include "core/training/resources.h"
#include "core/training/session.h"
#include "datasets/types/error.h"
#include "tests/training/program.h"

using namespace mica;
using nlohmann::json;

TEST(TableRuns, TellWhatATableNeeds) {
    const toy::Folder folder("table-runs");
    toy::make(folder / "toy.h5", {.clips = 40, .regression = true});
    const auto set = open_set(folder / "toy.h5");
    TrainingOptions options = toy::options({"epochs=1"});
    const TrainingResult result = toy::run(set, options, folder / "runs" / "a");
    ASSERT_EQ(result.outcome, TrainingOutcome::finished);
    options.seed = 6;
    (void)toy::run(set, options, folder / "runs" / "b");
    (void)toy::run(set, options, folder / "runs" / "stopped", 1);
    options.seed = 7;
    (void)toy::run(set, options, folder / "runs" / "archived");
    write_notes(folder / "runs" / "archived", {{}, {}, true});
    std::filesystem::create_directories(folder / "runs" / "damaged");
    std::ofstream(folder / "runs" / "damaged" / "run.toml") << "format = ";

    const std::vector<TableRun> runs = read_table_runs({folder / "runs", folder / "runs" / "a"});
    ASSERT_EQ(runs.size(), 4U);  // a once, the archived one not
    std::map<std::string, std::size_t> states;
    for (const TableRun& run : runs) ++states[run.state];
    EXPECT_EQ(states["finished"], 2U);
    EXPECT_EQ(states["stopped"], 1U);
    EXPECT_EQ(states["damaged"], 1U);
    const TableRun one = read_table_run(folder / "runs" / "a");
    ASSERT_TRUE(one.task);
    EXPECT_EQ(one.alignment(), "mmd+pea");
    EXPECT_EQ(one.seed, 5U);
    EXPECT_EQ(one.said.size(), 8U);
    EXPECT_EQ(one.set_fingerprint, set->info().fingerprint);

    const PaperTable table = fill_table(read_published(resources_folder() / "tables", 2), runs);
    const PaperRow& mica = table.rows.back();
    EXPECT_EQ(mica.seeds, (std::vector<std::uint64_t>{5, 6}));
    double mean = 0;
    for (const char* name : {"a", "b"})
        for (const Metric& m : read_run(folder / "runs" / name).test)
            if (m.name == "acc7") mean += 50 * m.value;
    EXPECT_NEAR(mica.cells[0].mean, mean, 1e-9);
    TableRunCache cache;
    (void)read_table_runs({folder / "runs"}, no_progress, {}, &cache);
    cache.known.at(std::filesystem::weakly_canonical(folder / "runs" / "a")).second.model = "as it was";
    const auto again = read_table_runs({folder / "runs"}, no_progress, {}, &cache);
    EXPECT_TRUE(std::any_of(again.begin(), again.end(), [](const TableRun& r) { return r.model == "as it was"; }));
    EXPECT_THROW((void)read_table_runs({folder / "none"}), Error);
    EXPECT_EQ(read_table_runs({folder / "runs" / "archived"}).size(), 1U);  // named, it counts
    std::filesystem::create_directories(folder / "runs" / "search" / "trials" / "001");
    std::filesystem::rename(folder / "runs" / "a", folder / "runs" / "search" / "trials" / "000");
    std::filesystem::rename(folder / "runs" / "b", folder / "runs" / "search" / "trials" / "001" / "seed-6");
    EXPECT_EQ(read_table_runs({folder / "runs"}).size(), 2U);  // the stopped and the damaged one
    EXPECT_EQ(read_table_runs({folder / "runs" / "search"}).size(), 2U);
    EXPECT_EQ(read_table_runs({folder / "runs" / "search" / "trials" / "000"}).size(), 1U);
}

TEST(TableRuns, AChangeWhileTrainingIsAnotherSystem) {
    const toy::Folder folder("table-changed");
    toy::make(folder / "toy.h5", {.clips = 20, .regression = true});
    const auto set = open_set(folder / "toy.h5");
    TrainingOptions options = toy::options({"epochs=2"});
    (void)toy::run(set, options, folder / "plain");
    options.seed = 6;
    options.changes = {"2:alpha=0.4"};
    (void)toy::run(set, options, folder / "changed");
    std::size_t repeated = 0;
    const auto runs = read_table_runs({folder / "plain", folder / "changed"});
    const auto groups = groups_of(runs, repeated);
    ASSERT_EQ(groups.size(), 2U);
    const auto details = details_of(groups);
    EXPECT_NE((details[0] + details[1]).find("alpha 0.4"), std::string::npos) << details[0] << " / " << details[1];
}

namespace {

class TableCommand : public ProgramTest {
protected:
    TableCommand() : ProgramTest("table-command") {}
    void SetUp() override {
        ProgramTest::SetUp();
        if (!IsSkipped()) toy::make(folder / "toy.h5", {.clips = 30, .regression = true});
    }
};

}  // namespace

TEST_F(TableCommand, TrainsSkipsAndGoesOn) {
    const std::string train =
        "table 2 --data toy.h5 --out t --only lf_lstm --only mean --only text --set epochs=1 "
        "--cores 2 --format json ";
    const Said plan = mica(train + "--seeds 2 --dry-run");
    EXPECT_EQ(plan.code, 0);
    EXPECT_NE(plan.error.find("6 trainings to do"), std::string::npos) << plan.error;
    EXPECT_FALSE(std::filesystem::exists(folder / "t"));

    const Said first = mica(train + "--seeds 1");
    ASSERT_EQ(first.code, 0) << first.error;
    const auto written = std::filesystem::last_write_time(folder / "t" / "lf_lstm" / "seed-1" / "run.db");
    const Said second = mica(train + "--seeds 2");
    ASSERT_EQ(second.code, 0) << second.error;
    EXPECT_NE(second.error.find("3 trainings to do, 3 finished"), std::string::npos) << second.error;
    EXPECT_EQ(std::filesystem::last_write_time(folder / "t" / "lf_lstm" / "seed-1" / "run.db"), written);
    const json table = json::parse(second.out);
    for (const json& row : table["rows"]) {
        const std::string model = row["model"];
        const bool trained = model == "lf_lstm" || model == "mean" || model == "text";
        EXPECT_EQ(row["runs"].size(), trained ? 2U : 0U) << model;
        EXPECT_EQ(row["cells"][0]["missing"].is_null(), trained) << model;
    }
    EXPECT_EQ(table["rows"][1]["cells"][0]["published"]["value"], 33.7);

    const Said other = mica(train + "--seeds 2 --set batch=5");
    EXPECT_EQ(other.code, 1);
    EXPECT_NE(other.error.find("batch"), std::string::npos) << other.error;
    // a run that was ended in its middle goes on
    std::filesystem::remove_all(folder / "t" / "text" / "seed-2" / "checkpoints");
    EXPECT_EQ(mica("run seeds t/text").code, 0);  // an experiment like any other
}

TEST_F(TableCommand, SaysWhatCannotBe) {
    EXPECT_EQ(mica("table 7").code, 2);
    EXPECT_EQ(mica("table 2 --data toy.h5").code, 2);
    EXPECT_EQ(mica("table 2 none").code, 1);
    const Said published = mica("table 4 --format markdown");
    EXPECT_EQ(published.code, 0);
    EXPECT_NE(published.out.find("| MCTN | 80.5 | no run |"), std::string::npos) << published.out;
    EXPECT_EQ(mica("table 5 --format latex --to t.tex").code, 0);
    EXPECT_NE(toy::bytes(folder / "t.tex").find("\\begin{tabular}"), std::string::npos);
    // a failing training is told, with what it said, and the others are kept
    const Said failed =
        mica("table 2 --data toy.h5 --out f --only mfm --only mean --seeds 1 --set epochs=1 --set batch=4");
    EXPECT_EQ(failed.code == 0, failed.error.find("failed") == std::string::npos) << failed.error;
}
