// labels: slow
// `mica sweep` through the program itself, with trials that really train. Optuna must be installed
// (resources/tools/setup.sh); without it these tests are skipped.
#include <gtest/gtest.h>

#include <signal.h>
#include <sys/wait.h>

#include <fstream>

#include "core/sweeps/read_sweep.h"
#include "core/sweeps/tools.h"
#include "core/training/resources.h"
#include "tests/training/program.h"

using namespace mica;
using nlohmann::json;

namespace {

class SweepCommand : public ProgramTest {
protected:
    SweepCommand() : ProgramTest("sweep-command") {}

    void SetUp() override {
        ProgramTest::SetUp();
        if (IsSkipped()) return;
        if (!find_search_engine(resources_folder()))
            GTEST_SKIP() << "Optuna is not installed: bash resources/tools/setup.sh makes its environment";
        toy::make(folder / "toy.h5");
        std::ofstream(folder / "try.toml") << R"(
data = "toy.h5"
epochs = 3
trials = 4
[options]
d = 16
heads = 2
layers = 1
memory_layers = 1
gate_bias = "per_channel"
batch = 8
mmd_rows = 64
[parameters]
learning_rate = { low = 1e-4, high = 1e-1, log = true }
alpha = [0, 0.5]
[sampler]
startup = 2
[budget]
parallel = 1
cores = 1
)";
    }
    /// What a repeated sweep must repeat.
    [[nodiscard]] json essence(const std::string& sweep) const {
        json all = json::parse(mica("sweep show " + sweep + " --json").out);
        for (json& t : all["trials"])
            for (const char* other : {"begun", "ended", "run"}) t.erase(other);
        return all;
    }
};

}  // namespace

TEST_F(SweepCommand, TheSameFileGivesTheSameSweepAndTestOfTheBestAlone) {
    const Said first = mica("sweep try.toml --out a --json");
    ASSERT_EQ(first.code, 0);
    ASSERT_EQ(mica("sweep try.toml --out b").code, 0);
    json a = essence("a"), b = essence("b");
    ASSERT_EQ(a["trials"].size(), 4U);
    EXPECT_EQ(a, b);
    const int best = a.at("best");
    const std::string run = trial_folder("a", best).string();
    // what the run itself says of test, and of validation
    const json shown = json::parse(mica("run show " + run + " --json").out);
    for (const auto& [name, value] : a.at("test").items()) EXPECT_EQ(shown.at("test").at(name), value) << name;
    EXPECT_FALSE(a.at("test").empty());
    for (const json& t : a["trials"]) {
        EXPECT_EQ(t.at("state"), "complete");
        EXPECT_EQ(t.at("by_epoch").size(), 3U);
        EXPECT_FALSE(t.contains("test"));
        double least = 1e9;
        for (const json& pair : t.at("by_epoch")) least = std::min(least, pair.at(1).get<double>());
        EXPECT_EQ(t.at("value").get<double>(), least) << "select_by = loss keeps the epoch of the lowest loss";
    }
}

TEST_F(SweepCommand, KilledWithItsTrialsItGoesOnToTheSameEnd) {
    ASSERT_EQ(mica("sweep try.toml --out whole --seeds 2").code, 0);
    const pid_t sweep = ::fork();
    if (sweep == 0) {
        std::filesystem::current_path(folder.path());
        if (!freopen("/dev/null", "w", stdout) || !freopen("/dev/null", "w", stderr)) ::_exit(3);
        ::execl(program.c_str(), program.c_str(), "sweep", "try.toml", "--out", "cut", "--seeds", "2", nullptr);
        ::_exit(3);
    }
    const std::filesystem::path second = trial_folder(folder / "cut", 1) / "seed-1111" / "run.db";
    while (!std::filesystem::exists(second)) {
        ASSERT_EQ(::waitpid(sweep, nullptr, WNOHANG), 0) << "it ended before it could be killed";
        ::usleep(1000);
    }
    ::kill(sweep, SIGKILL);
    ASSERT_EQ(::waitpid(sweep, nullptr, 0), sweep);
    EXPECT_EQ(read_sweep(folder / "cut").trials.at(1).state, SweepTrial::State::stopped);
    ASSERT_EQ(mica("sweep --resume cut").code, 0);
    json whole = essence("whole"), cut = essence("cut");
    EXPECT_EQ(whole, cut);
}

TEST_F(SweepCommand, RefusesWhatDoesNotFit) {
    const struct {
        std::string arguments, said;
    } rows[] = {
        {"sweep try.toml", "out"},
        {"sweep try.toml --out a --set metric=3", "there is no option 'metric'"},
        {"sweep try.toml --out a --data none.h5", "none.h5"},
        {"sweep try.toml --out a --set heads=3", "try.toml: "},  // d is no multiple
        {"sweep nothing --out a", "no ready sweep 'nothing'"},
        {"sweep --resume nothing", "holds no sweep"},
        {"sweep show nothing", "holds no sweep"},
        {"sweep stop nothing 3", "holds no sweep"},
    };
    for (const auto& row : rows) {
        const Said said = mica(row.arguments);
        EXPECT_EQ(said.code, 1) << row.arguments;
        EXPECT_NE(said.all().find(row.said), std::string::npos) << row.arguments << " says: " << said.all();
    }
    EXPECT_EQ(mica("sweep").code, 2);
    std::ofstream(folder / "wrong.toml")
        << "metric = \"speed\"\ntrials = 2\n[parameters]\nalpha = { low = 0, high = 1 }\n";
    const Said said = mica("sweep wrong.toml --data toy.h5 --out a");
    EXPECT_NE(said.all().find("wrong.toml: metric: is 'speed'"), std::string::npos) << said.all();
    EXPECT_NE(said.all().find("loss, "), std::string::npos) << said.all();
    EXPECT_FALSE(std::filesystem::exists(folder / "a")) << "nothing is made where the plan is refused";
}

// Every ready sweep fits its own preset.
TEST_F(SweepCommand, ReadySweepsAreSound) {
    for (const char* name : {"alpha", "beta", "tau", "ablation", "ablation-mult"})
        for (const char* model : {"", " --model mult"}) {
            if (std::string(name) == "ablation" && *model) continue;  // ablation-mult names its rows after MulT
            const Said said = mica(std::string("sweep ") + name + model +
                                   " --data toy.h5 --dry-run --set d=40 --set layers=1 --set batch=4 --epochs 1");
            EXPECT_EQ(said.code, 0) << name << model << ": " << said.all();
            EXPECT_NE(said.all().find("sampler grid"), std::string::npos) << said.all();
        }
}
