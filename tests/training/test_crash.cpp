// labels: slow
// A training that is killed (kill -9) at random moments, or whose disk is full, loses at most what came after its last
// checkpoint, and ends with the bits of one that nobody disturbed.
#include <gtest/gtest.h>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <thread>

#include <nlohmann/json.hpp>

#include "core/runs/database.h"
#include "core/runs/safetensors.h"
#include "core/training/session.h"
#include "datasets/types/error.h"
#include "tests/training/toy.h"

using namespace mica;
namespace fs = std::filesystem;

namespace {

constexpr const char* kFolder = "MICA_CRASH_FOLDER";  // says to this program that it is the one to be killed

/// One step an epoch, so that most of the time goes into writing: last, best, a kept epoch, attention, run.db.
TrainingOptions options() {
    return toy::options({"epochs=40", "batch=64", "keep_every=7", "scheduler=cosine", "warmup=5", "keep_attention=6"});
}

pid_t start(const fs::path& folder) {
    const std::string setting = std::string(kFolder) + "=" + folder.string();
    std::vector<char*> environment;
    for (char** e = environ; *e; ++e) environment.push_back(*e);
    environment.push_back(const_cast<char*>(setting.c_str()));
    environment.push_back(nullptr);
    std::string name = "test", filter = "--gtest_filter=Crash.Victim";
    std::array<char*, 3> arguments{name.data(), filter.data(), nullptr};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    const int error = posix_spawn(&child, "/proc/self/exe", &actions, nullptr, arguments.data(), environment.data());
    posix_spawn_file_actions_destroy(&actions);
    return error == 0 ? child : -1;
}

std::int64_t saved_step(const fs::path& run) {
    const fs::path last = run / "checkpoints/last.safetensors";
    if (!fs::exists(last)) return -1;
    const auto state = nlohmann::json::parse(read_safetensors(last).metadata.at("state"));
    return state.at("step").get<std::int64_t>();
}

std::vector<double> losses(const fs::path& run) {
    std::vector<double> all;
    for (const StepReport& s : RunDatabase(run / "run.db", RunDatabase::Mode::read).steps())
        all.push_back(s.loss.total);
    return all;
}

}  // namespace

// Not a test: the process that the next one kills.
TEST(Crash, Victim) {
    const char* folder = std::getenv(kFolder);
    if (!folder) GTEST_SKIP() << "only as a child of the other test";
    TrainingOptions o = options();
    o.resume = true;
    (void)toy::run(open_set(fs::path(folder) / "toy.h5"), o, fs::path(folder) / "killed");
}

TEST(Crash, KilledAtRandomMomentsItEndsWithTheSameBits) {
    const toy::Folder folder("crash");
    const auto set = open_set(toy::make(folder / "toy.h5"));
    (void)toy::run(set, options(), folder / "whole");
    const fs::path run = folder / "killed";
    Random random(static_cast<std::uint64_t>(getpid()));
    std::int64_t before = -1;
    int kills = 0;
    for (int round = 0; round < 400; ++round) {
        const pid_t child = start(folder.path());
        ASSERT_GT(child, 0);
        // the first seconds of a process are loading; what counts is how far it comes
        const std::int64_t goal = before + 1 + static_cast<std::int64_t>(random.below(6));
        const auto more = std::chrono::microseconds(random.below(60000));
        int status = 0;
        while (waitpid(child, &status, WNOHANG) == 0) {
            std::int64_t now = -1;
            try {
                now = saved_step(run);
            } catch (const Error& e) {
                ADD_FAILURE() << "a checkpoint is damaged while it is written: " << e.what();
            }
            if (kills < 12 && now >= goal) {
                std::this_thread::sleep_for(more);
                ASSERT_EQ(kill(child, SIGKILL), 0);
                ++kills;
                ASSERT_EQ(waitpid(child, &status, 0), child);
                break;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
        const std::int64_t now = saved_step(run);
        EXPECT_GE(now, before) << "a checkpoint went back";
        before = now;
        for (const auto& entry : fs::directory_iterator(run / "checkpoints"))
            if (entry.path().extension() == ".safetensors") {
                EXPECT_NO_THROW((void)read_safetensors(entry.path())) << entry.path();
            }
        EXPECT_NO_THROW((void)read_run(run));
        if (WIFEXITED(status)) {
            EXPECT_EQ(WEXITSTATUS(status), 0);
            break;
        }
    }
    EXPECT_GE(kills, 5);
    EXPECT_EQ(read_run(run).state, "finished");
    EXPECT_EQ(toy::tensors(run, "last"), toy::tensors(folder / "whole", "last"));
    EXPECT_EQ(toy::tensors(run, "best"), toy::tensors(folder / "whole", "best"));
    EXPECT_EQ(toy::tensors(run, "epoch-35"), toy::tensors(folder / "whole", "epoch-35"));
    EXPECT_EQ(losses(run), losses(folder / "whole"));
}

TEST(Crash, AFullDiskKeepsTheLastCheckpoint) {
    const toy::Folder folder("full");
    const auto set = open_set(toy::make(folder / "toy.h5"));
    const TrainingOptions o = toy::options({"epochs=5"});
    (void)toy::run(set, o, folder / "whole");
    (void)toy::run(set, toy::options({"epochs=2"}), folder / "two");
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);  // as the program does
    TrainingEvents events;
    events.epoch = [&](const EpochReport& r) {
        if (r.epoch != 2) return;
        const rlimit full{1000, before.rlim_max};  // not a byte more for any file
        (void)setrlimit(RLIMIT_FSIZE, &full);
    };
    std::string told;
    try {
        (void)train(set, o, folder / "run", events, TrainingControl(), {});
    } catch (const Error& e) {
        told = e.what();
    }
    (void)setrlimit(RLIMIT_FSIZE, &before);
    (void)std::signal(SIGXFSZ, handler);
    EXPECT_NE(told, "");
    std::printf("told: %s\n", told.c_str());
    EXPECT_NE(told.find("untouched"), std::string::npos);
    EXPECT_EQ(toy::tensors(folder / "run", "last"), toy::tensors(folder / "two", "last"));
    for (const auto& entry : fs::recursive_directory_iterator(folder / "run"))
        EXPECT_NE(entry.path().extension(), ".part") << entry.path();
    TrainingOptions rest = o;
    rest.resume = true;
    (void)toy::run(set, rest, folder / "run");
    EXPECT_EQ(toy::tensors(folder / "run", "last"), toy::tensors(folder / "whole", "last"));
    EXPECT_EQ(losses(folder / "run"), losses(folder / "whole"));
}
