// labels: slow
// Sweeps from the first trial to the last, with trials that a shell plays. Optuna must be installed
// (resources/tools/setup.sh); without it these tests are skipped.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "core/sweeps/engine.h"
#include "core/sweeps/read_sweep.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using State = SweepTrial::State;

/// A trial as a shell plays it: RUN/epochs has a line "epoch value" for each, RUN/finished stands at the end. Its loss
/// falls with every epoch to (x - 0.3)^2 + shift.
TrialRunner shell_runner(int epochs, double pause) {
    TrialRunner r;
    r.command = [=](const TrialSettings& s, const fs::path& run, bool begun, int) -> std::vector<std::string> {
        std::string values;
        const double x = std::stod(s.options.at("x"));
        for (int e = 1; e <= epochs; ++e) values += value_text((x - 0.3) * (x - 0.3) + 0.5 / e) + " ";
        const std::string more = s.options.contains("trick") ? s.options.at("trick") : ":";
        return {"/bin/sh", "-c",
                "trap 'exit 130' TERM; mkdir -p $0; [ " + std::to_string(begun) +
                    " = 0 ] || echo resumed >>$0/starts; " +
                    "cd $0; touch epochs; done=$(wc -l <epochs); e=0; for v in " + values +
                    "; do e=$((e+1)); [ $e -gt $done ] || continue; sleep " + value_text(pause) + "; " + more +
                    "; echo $e $v >>epochs; done; touch finished",
                run.string()};
    };
    r.begun = [](const fs::path& run) { return fs::exists(run / "epochs"); };
    r.busy = [](const fs::path&) { return false; };
    r.progress = [](const fs::path& run) {
        TrialProgress p;
        std::ifstream in(run / "epochs");
        int epoch = 0;
        double value = 0;
        while (in >> epoch >> value) p.by_epoch.emplace_back(epoch, value);
        p.finished = fs::exists(run / "finished");
        if (p.finished && !p.by_epoch.empty()) p.value = p.by_epoch.back().second;
        return p;
    };
    r.test = [](const fs::path& run) {
        std::ofstream(run / "test asked", std::ios::app) << "once\n";
        return std::map<std::string, double>{{"accuracy", 0.5}};
    };
    return r;
}

class Sweep : public testing::Test {
protected:
    void SetUp() override {
        const char* resources = std::getenv("MICA_RESOURCES");
        const auto found = find_search_engine(resources ? resources : "resources");
        if (!found) GTEST_SKIP() << "Optuna is not installed: bash resources/tools/setup.sh makes its environment";
        engine = *found;
        std::signal(SIGPIPE, SIG_IGN);
        fs::create_directories(folder);
        plan.name = "try";
        SweepParameter x;
        x.key = "x";
        x.low = 0, x.high = 1;
        plan.parameters = {x};
        plan.trials = 8;
        plan.startup = 3;
        plan.cores = 1;
        plan.parallel = 1;
        plan.memory_gib = 4;
    }
    void TearDown() override { fs::remove_all(folder); }
    SweepReport run(const std::string& name, const TrialRunner& runner, const std::stop_token& stop = {},
                    SweepOutcome expected = SweepOutcome::finished) {
        if (!fs::exists(folder / name)) begin_sweep(folder / name, plan);
        EXPECT_EQ(run_sweep(folder / name, engine, runner, {}, stop), expected);
        return read_sweep(folder / name);
    }
    /// What a repeated sweep must repeat.
    static std::string essence(const SweepReport& r) {
        std::ostringstream text;
        for (const SweepTrial& t : r.trials) {
            text << t.number << " " << word_of(t.state);
            for (const auto& [key, value] : t.parameters) text << " " << key << "=" << value;
            for (const auto& [epoch, value] : t.by_epoch) text << " " << epoch << ":" << value_text(value);
            text << " -> " << (t.value ? value_text(*t.value) : "none") << "\n";
        }
        text << "best " << (r.best ? *r.best : -1);
        return text.str();
    }
    static int lines_of(const fs::path& file) {
        std::ifstream in(file);
        int n = 0;
        for (std::string line; std::getline(in, line);) ++n;
        return n;
    }
    SearchEngine engine;
    SweepPlan plan;
    const fs::path folder = fs::path(testing::TempDir()) / ("sweep" + std::to_string(::getpid()));
};

TEST_F(Sweep, TpeFindsItsWayChoosesOnValidationAndLooksAtTestOnce) {
    plan.trials = 12;
    const SweepReport r = run("tpe", shell_runner(2, 0));
    ASSERT_EQ(r.trials.size(), 12U);
    double best = 1e9;
    for (const SweepTrial& t : r.trials) {
        EXPECT_EQ(t.state, State::complete);
        EXPECT_EQ(t.by_epoch.size(), 2U);
        EXPECT_FALSE(t.begun.empty());
        EXPECT_FALSE(t.ended.empty());
        best = std::min(best, t.value.value_or(1e9));
        EXPECT_EQ(lines_of(fs::path(t.run) / "test asked"), r.best == t.number ? 1 : 0) << "trial " << t.number;
    }
    ASSERT_TRUE(r.best);
    EXPECT_EQ(*r.trials[static_cast<std::size_t>(*r.best)].value, best);
    EXPECT_EQ(r.test, (std::map<std::string, double>{{"accuracy", 0.5}}));
    EXPECT_NEAR(r.importance.at("x"), 1, 1e-9);
    EXPECT_FALSE(is_sweeping(folder / "tpe"));
}

TEST_F(Sweep, TheSameSeedGivesTheSameTrials) {
    const std::string first = essence(run("a", shell_runner(2, 0)));
    EXPECT_EQ(essence(run("b", shell_runner(2, 0))), first);
    plan.seed = 2;
    EXPECT_NE(essence(run("c", shell_runner(2, 0))), first);
}

TEST_F(Sweep, AGridIsTriedInItsOrder) {
    plan.sampler = "grid";
    plan.parameters[0].choices = {"0", "0.3", "0.9"};
    SweepParameter y;
    y.key = "y";
    y.choices = {"true", "two words"};
    plan.parameters.push_back(y);
    plan.trials = 6;
    const SweepReport r = run("grid", shell_runner(1, 0));
    ASSERT_EQ(r.trials.size(), 6U);
    for (std::size_t i = 0; i < 6; ++i) {
        EXPECT_EQ(r.trials[i].parameters.at("x"), plan.parameters[0].choices[i / 2]);
        EXPECT_EQ(r.trials[i].parameters.at("y"), y.choices[i % 2]);
    }
    EXPECT_EQ(r.best, 2) << "of two that are alike the first";
}

TEST_F(Sweep, HalvingPrunesTheHopeless) {
    plan.pruner = "halving";
    plan.first = 1;
    plan.factor = 2;
    plan.trials = 10;
    const SweepReport r = run("halving", shell_runner(4, 0.02));
    int pruned = 0;
    for (const SweepTrial& t : r.trials) {
        if (t.state != State::pruned) continue;
        ++pruned;
        EXPECT_LT(t.by_epoch.size(), 4U);
        EXPECT_EQ(t.value, t.by_epoch.back().second);
        EXPECT_NE(r.best, t.number);
    }
    EXPECT_GT(pruned, 1);
    plan.seed = plan.seed;  // decisions do not depend on how fast a trial was
    EXPECT_EQ(essence(run("again", shell_runner(4, 0.2))), essence(r));
}

TEST_F(Sweep, GoesOnAfterItWasKilledAtAnyMoment) {
    const std::string whole = essence(run("whole", shell_runner(3, 0.03)));
    begin_sweep(folder / "killed", plan);
    const auto epochs = [&] {
        int n = 0;
        for (int trial = 0; trial < plan.trials; ++trial)
            n += lines_of(trial_folder(folder / "killed", trial) / "epochs");
        return n;
    };
    for (const int killed_at : {1, 5, 6, 13, 20}) {  // of 24: in the middle of trials and between them
        const pid_t child = ::fork();
        if (child == 0) {
            try {
                (void)run_sweep(folder / "killed", engine, shell_runner(3, 0.03), {}, {});
            } catch (...) {
                ::_exit(1);
            }
            ::_exit(0);
        }
        while (epochs() < killed_at) std::this_thread::sleep_for(1ms);
        ::kill(child, SIGKILL);
        ASSERT_EQ(::waitpid(child, nullptr, 0), child);
        EXPECT_FALSE(is_sweeping(folder / "killed"));
        EXPECT_TRUE(read_sweep(folder / "killed").test.empty());
    }
    EXPECT_EQ(essence(run("killed", shell_runner(3, 0.03))), whole);
}

TEST_F(Sweep, AKilledTrialGoesOnAndOneThatIsAlwaysKilledIsGivenUp) {
    plan.sampler = "grid";
    plan.parameters[0].choices = {"0.1", "0.2", "0.3"};
    plan.trials = 3;
    SweepParameter trick;
    trick.key = "trick";
    trick.choices = {"[ $e != 2 ] || [ -e killed ] || { touch killed; kill -9 $$; }"};
    plan.parameters.push_back(trick);
    const SweepReport r = run("once", shell_runner(3, 0));
    for (const SweepTrial& t : r.trials) {
        EXPECT_EQ(t.state, State::complete);
        EXPECT_EQ(t.by_epoch.size(), 3U);
        EXPECT_EQ(lines_of(fs::path(t.run) / "starts"), 1) << "resumed once";
    }
    plan.parameters[1].choices = {"[ $e != 2 ] || kill -9 $$"};
    const SweepReport never = run("always", shell_runner(3, 0));
    for (const SweepTrial& t : never.trials) {
        EXPECT_EQ(t.state, State::failed);
        EXPECT_NE(t.trouble.find("was killed 3 times"), std::string::npos) << t.trouble;
    }
    EXPECT_FALSE(never.best);
    EXPECT_TRUE(never.test.empty());
}

TEST_F(Sweep, AFailedTrialIsToldWithItsReasonAndTheSweepGoesOn) {
    plan.sampler = "grid";
    plan.parameters[0].choices = {"0.1", "0.2"};
    plan.trials = 4;
    SweepParameter trick;
    trick.key = "trick";
    trick.choices = {":", "{ echo 'mica: set.h5: is damaged' >&2; exit 1; }"};
    plan.parameters.push_back(trick);
    const SweepReport r = run("fails", shell_runner(2, 0));
    for (const int i : {0, 2}) EXPECT_EQ(r.trials[static_cast<std::size_t>(i)].state, State::complete);
    for (const int i : {1, 3}) {
        EXPECT_EQ(r.trials[static_cast<std::size_t>(i)].state, State::failed);
        EXPECT_EQ(r.trials[static_cast<std::size_t>(i)].trouble, "set.h5: is damaged");
    }
    // asked again, nothing is left to do, and the reasons are still known
    EXPECT_EQ(essence(run("fails", shell_runner(2, 0))), essence(r));
    EXPECT_EQ(read_sweep(folder / "fails").trials[1].trouble, "set.h5: is damaged");
}

TEST_F(Sweep, OneTrialIsStoppedByItsFileAndTheWholeByAStopToken) {
    plan.sampler = "grid";
    plan.parameters[0].choices = {"0.1", "0.2", "0.3", "0.4"};
    plan.trials = 4;
    plan.cores = 2;
    plan.parallel = 2;
    begin_sweep(folder / "stops", plan);
    const TrialRunner slow = shell_runner(1000, 0.05);
    std::stop_source stop;
    SweepEvents events;
    events.looked = [&](const SweepReport& r, const std::vector<int>& running) {
        if (running.size() == 2 && running[0] == 0 && !r.trials[0].by_epoch.empty())
            ask_to_stop(trial_stop_file(folder / "stops", 0));
        if (running.size() == 2 && running[0] == 1 && !r.trials[2].by_epoch.empty()) stop.request_stop();
    };
    EXPECT_EQ(run_sweep(folder / "stops", engine, slow, events, stop.get_token()), SweepOutcome::stopped);
    const SweepReport r = read_sweep(folder / "stops");
    EXPECT_EQ(r.trials[0].state, State::stopped);
    EXPECT_EQ(r.trials[0].trouble, "stopped by hand");
    EXPECT_FALSE(r.trials[0].ended.empty());
    EXPECT_FALSE(fs::exists(trial_stop_file(folder / "stops", 0)));
    for (const std::size_t i : {1U, 2U}) {
        EXPECT_EQ(r.trials[i].state, State::stopped) << "nobody works on it now";
        EXPECT_TRUE(r.trials[i].ended.empty()) << "it is to be gone on with";
    }
    EXPECT_EQ(r.trials[3].state, State::waiting);
    EXPECT_TRUE(r.test.empty()) << "test only at the end";
    // goes on with the two, and ends; 1000 epochs are too many to wait for
    for (const char* n : {"001", "002"}) std::ofstream(folder / "stops/trials" / n / "finished");
    const SweepReport end = run("stops", shell_runner(1, 0));
    EXPECT_EQ(end.trials[0].state, State::stopped);
    for (const std::size_t i : {1U, 2U, 3U}) EXPECT_EQ(end.trials[i].state, State::complete);
    EXPECT_FALSE(end.test.empty());
}

TEST_F(Sweep, OneProcessAtATime) {
    plan.trials = 1;
    begin_sweep(folder / "lock", plan);
    SweepEvents events;
    bool refused = false;
    events.happened = [&](const SweepReport&, const std::string&) {
        EXPECT_TRUE(is_sweeping(folder / "lock"));
        try {
            (void)run_sweep(folder / "lock", engine, shell_runner(1, 0), {}, {});
        } catch (const Error& e) {
            refused = std::string(e.what()).find("at work") != std::string::npos;
        }
    };
    EXPECT_EQ(run_sweep(folder / "lock", engine, shell_runner(1, 0), events, {}), SweepOutcome::finished);
    EXPECT_TRUE(refused);
    EXPECT_THROW(begin_sweep(folder / "lock", plan), Error);
}

TEST_F(Sweep, ReportsThatAreNoneAreRefused) {
    EXPECT_THROW((void)read_sweep(folder / "nothing"), Error);
    for (const char* text : {"", "[]", "{}", "{\"format\": \"mica-sweep-2\"}", "{\"format\": \"mica-sweep-1\"}",
                             "{\"format\": 3}", "{\"format\": \"mica-sweep-1\", \"name\": 1"}) {
        std::ofstream(folder / "sweep.json") << text;
        EXPECT_THROW((void)read_sweep(folder), Error) << text;
    }
}

}  // namespace
}  // namespace mica
