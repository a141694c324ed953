// run.db is looked at by others at any moment: while it is made, written and closed.
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "core/runs/database.h"
#include "datasets/types/error.h"
#include "tests/training/toy.h"

using namespace mica;

TEST(RunDatabase, ReadersNeverMeetAHalfMadeFile) {
    const toy::Folder folder("run-database");
    std::atomic<int> current = 0;
    std::atomic<bool> done = false;
    std::atomic<int> seen = 0;
    std::string trouble;
    std::jthread reader([&] {
        while (!done) {
            const auto file = folder / (std::to_string(current) + ".db");
            if (!std::filesystem::exists(file)) continue;
            try {
                const RunDatabase database(file, RunDatabase::Mode::read);
                (void)database.get("state");
                (void)database.epochs();
                ++seen;
            } catch (const Error& e) {
                trouble = e.what();
                return;
            }
        }
    });
    for (int i = 0; i < 60; ++i) {
        current = i;
        RunDatabase database(folder / (std::to_string(i) + ".db"), RunDatabase::Mode::write);
        database.set("state", "running");
        StepReport step;
        step.step = 1;
        database.add_step(step);
        database.add_epoch({});
    }
    done = true;
    reader.join();
    EXPECT_EQ(trouble, "");
    EXPECT_GT(seen, 0);
}

TEST(RunDatabase, RemainsOfACutOffStartAreNoHindrance) {
    const toy::Folder folder("run-database-rest");
    const auto file = folder / "run.db";
    { std::ofstream(file.string() + ".part") << "no database"; }
    RunDatabase database(file, RunDatabase::Mode::write);
    database.set("state", "running");
    EXPECT_EQ(database.get("state"), "running");
    EXPECT_FALSE(std::filesystem::exists(file.string() + ".part"));
}
