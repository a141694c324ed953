// Child processes within a budget: what fits, what is stopped, what happens to them when the program dies.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <thread>

#include "core/sweeps/process_pool.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

using namespace std::chrono_literals;

ProcessTask shell(int id, const std::string& script) {
    ProcessTask task;
    task.id = id;
    task.command = {"/bin/sh", "-c", script};
    return task;
}

class Pool : public testing::Test {
protected:
    Pool() { std::filesystem::create_directories(folder); }
    ~Pool() override { std::filesystem::remove_all(folder); }
    [[nodiscard]] std::string text_of(const std::string& name) const {
        std::ostringstream text;
        text << std::ifstream(folder / name).rdbuf();
        return text.str();
    }
    /// Until the file has a line; the test's own time limit ends what never comes.
    [[nodiscard]] std::string first_line(const std::string& name) const {
        for (;;) {
            if (const std::string text = text_of(name); text.ends_with('\n')) return text.substr(0, text.find('\n'));
            std::this_thread::sleep_for(5ms);
        }
    }
    const std::filesystem::path folder =
        std::filesystem::path(testing::TempDir()) / ("pool" + std::to_string(::getpid()));
};

std::vector<ProcessEnd> wait_for_all(ProcessPool& pool) {
    std::vector<ProcessEnd> all;
    while (pool.running() > 0)
        for (const ProcessEnd& e : pool.wait(1000ms)) all.push_back(e);
    return all;
}

TEST_F(Pool, TellsHowAChildEnded) {
    ProcessPool pool({.cores = 3});
    pool.start(shell(1, "exit 0"));
    pool.start(shell(2, "exit 7"));
    pool.start(shell(3, "kill -9 $$"));
    std::set<int> seen;
    for (const ProcessEnd& e : wait_for_all(pool)) {
        seen.insert(e.id);
        EXPECT_EQ(e.exit, e.id == 1 ? 0 : e.id == 2 ? 7 : -1);
        EXPECT_EQ(e.signal, e.id == 3 ? SIGKILL : 0);
        EXPECT_FALSE(e.stopped);
        EXPECT_GT(e.memory, 0U);
    }
    EXPECT_EQ(seen, (std::set<int>{1, 2, 3}));
    EXPECT_TRUE(pool.wait(0ms).empty());
}

TEST_F(Pool, KeepsToItsBudgetAndRunsWhatIsTooLargeAlone) {
    ProcessPool pool({.cores = 3, .memory = 1000'000'000});
    ProcessTask task = shell(1, "exec sleep 1000");
    task.cores = 8;  // more than there are: alone, then
    EXPECT_TRUE(pool.fits(task));
    task.cores = 2;
    task.memory = 500'000'000;
    pool.start(task);
    ProcessTask other = shell(2, "exec sleep 1000");
    EXPECT_TRUE(pool.fits(other));
    other.cores = 2;
    EXPECT_FALSE(pool.fits(other));
    other.cores = 1;
    other.memory = 500'000'000;
    EXPECT_TRUE(pool.fits(other));
    other.memory = 500'000'001;
    EXPECT_FALSE(pool.fits(other));
    pool.stop(1);
    ASSERT_EQ(wait_for_all(pool).size(), 1U);
    EXPECT_TRUE(pool.fits(other));
}

TEST_F(Pool, CountsTheMemoryThatAChildReallyHas) {
    ProcessPool pool({.cores = 4, .memory = 60'000'000});
    const auto grown = folder / "grown";
    // a shell variable of 32 MB
    pool.start(shell(1, "x=$(head -c 32000000 /dev/zero | tr '\\0' a); echo ok >" + grown.string() +
                            "; while :; do sleep 0.01; done"));
    (void)first_line("grown");
    (void)pool.wait(1ms);
    EXPECT_GT(pool.memory_of(1), 32'000'000U);
    ProcessTask other = shell(2, "");
    other.memory = 30'000'000;
    EXPECT_FALSE(pool.fits(other)) << "nothing was said of the first one's memory, but it was measured";
}

TEST_F(Pool, StopsOneAndLetsItSave) {
    ProcessPool pool({.cores = 2});
    const auto script = [&](int id) {
        const std::string me = (folder / std::to_string(id)).string();
        return "trap 'echo saved >>" + me + "; exit 130' TERM; echo ready >" + me + "; while :; do sleep 0.01; done";
    };
    for (const int id : {1, 2}) pool.start(shell(id, script(id)));
    for (const char* id : {"1", "2"}) EXPECT_EQ(first_line(id), "ready");
    pool.stop(1);
    pool.stop(1);  // no second signal
    pool.stop(5);  // never heard of
    const std::vector<ProcessEnd> ended = pool.wait(60s);
    ASSERT_EQ(ended.size(), 1U);
    EXPECT_EQ(ended[0].id, 1);
    EXPECT_TRUE(ended[0].stopped);
    EXPECT_EQ(ended[0].exit, 130);
    EXPECT_EQ(text_of("1"), "ready\nsaved\n");
    EXPECT_TRUE(pool.runs(2));
    EXPECT_FALSE(pool.runs(1));
    pool.stop_all();
    EXPECT_EQ(wait_for_all(pool).size(), 1U);
}

TEST_F(Pool, KillsWhatDoesNotStop) {
    ProcessPool pool({.cores = 1}, 50ms);
    const std::string ready = (folder / "ready").string();
    pool.start(shell(1, "trap '' TERM; echo ready >" + ready + "; while :; do sleep 0.01; done"));
    (void)first_line("ready");
    pool.stop(1);
    const std::vector<ProcessEnd> ended = wait_for_all(pool);
    ASSERT_EQ(ended.size(), 1U);
    EXPECT_EQ(ended[0].signal, SIGKILL);
    EXPECT_TRUE(ended[0].stopped);
}

TEST_F(Pool, GivesAChildItsEnvironmentAndAppendsWhatItSays) {
    ProcessPool pool({.cores = 1});
    ::setenv("MICA_POOL_TEST", "ours", 1);
    ProcessTask task = shell(1, "echo \"$MICA_POOL_TEST $1\" >&2; echo lost");
    task.environment = {"MICA_POOL_TEST=its own"};
    task.output = folder / "log";
    for (int round = 0; round < 2; ++round) {
        pool.start(task);
        (void)wait_for_all(pool);
    }
    EXPECT_EQ(text_of("log"), "its own \nits own \n");
    task.output = folder / "missing" / "log";
    EXPECT_THROW(pool.start(task), Error);
    task.output.clear();
    task.command = {(folder / "nothing").string()};
    try {
        pool.start(task);
        FAIL() << "a program that is not there started";
    } catch (const Error& e) {
        EXPECT_NE(std::string(e.what()).find("No such file"), std::string::npos) << e.what();
    }
    EXPECT_EQ(pool.running(), 0U);
}

// A child whose program is killed must not work on.
TEST_F(Pool, AChildEndsWhenTheProgramIsKilled) {
    const std::string ready = (folder / "ready").string(), saved = (folder / "saved").string();
    const pid_t program = ::fork();
    if (program == 0) {
        ProcessPool pool({.cores = 1});
        pool.start(shell(
            1, "trap 'echo yes >" + saved + "; exit 130' TERM; echo $$ >" + ready + "; while :; do sleep 0.01; done"));
        for (;;) ::pause();
    }
    const pid_t child = std::stoi(first_line("ready"));
    ::kill(program, SIGKILL);
    ASSERT_EQ(::waitpid(program, nullptr, 0), program);
    EXPECT_EQ(first_line("saved"), "yes");
    while (::kill(child, 0) == 0 && std::ifstream("/proc/" + std::to_string(child) + "/stat").good()) {
        std::string state;
        std::ifstream in("/proc/" + std::to_string(child) + "/stat");
        for (int i = 0; i < 3; ++i) in >> state;
        if (state == "Z") break;  // ended, and nobody here waits for it
        std::this_thread::sleep_for(5ms);
    }
    SUCCEED();
}

TEST_F(Pool, KillsWhatStillRunsAtItsEnd) {
    pid_t child = 0;
    {
        ProcessPool pool({.cores = 1});
        pool.start(shell(1, "echo $$ >" + (folder / "pid").string() + "; exec sleep 1000"));
        child = std::stoi(first_line("pid"));
    }
    EXPECT_NE(::kill(child, 0), 0);
}

TEST(AvailableMemory, IsKnownHere) { EXPECT_GT(available_memory(), 1'000'000U); }

}  // namespace
}  // namespace mica
