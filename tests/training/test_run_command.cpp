// `mica run` and the ways in which `mica train` begins, through the program itself: what it prints and with which code it
// ends.
#include <gtest/gtest.h>

#include "tests/training/program.h"

using namespace mica;
using nlohmann::json;

namespace {

class RunCommand : public ProgramTest {
protected:
    RunCommand() : ProgramTest("run-command") {}
    void SetUp() override {
        ProgramTest::SetUp();
        if (!IsSkipped()) toy::make(folder / "toy.h5");
    }
    [[nodiscard]] static std::string small() {
        return "--data toy.h5 --threads 1 --epochs 2 --set d=16 --set heads=2 --set layers=1 --set memory_layers=1 "
               "--set gate_bias=per_channel --set batch=8 --set mmd_rows=64 ";
    }
};

}  // namespace

TEST_F(RunCommand, TrainsRepeatsBranchesAndLists) {
    ASSERT_EQ(
        mica("train " + small() + "--out a --live 3:alpha=0.4 --set keep_every=1 --checkpoint-every 2epochs").code, 0);
    ASSERT_EQ(mica("train --replay a --out b").code, 0);
    EXPECT_EQ(toy::tensors(folder / "a"), toy::tensors(folder / "b"));
    ASSERT_EQ(mica("train --branch a --epoch 1 --out c --set learning_rate=0.0002").code, 0);
    EXPECT_EQ(mica("train --branch a --epoch 7 --out d").code, 1);
    EXPECT_EQ(mica("train --branch a --replay b --out d").code, 2);
    EXPECT_EQ(mica("train --epoch 1 --out d").code, 2);
    EXPECT_EQ(mica("train " + small() + "--out d --checkpoint-every never").code, 2);
    EXPECT_EQ(mica("train " + small() + "--out d --live d=20").code, 1);
    EXPECT_FALSE(std::filesystem::exists(folder / "d"));

    ASSERT_EQ(mica("run tag a c --add good --add 'for later'").code, 0);
    ASSERT_EQ(mica("run tag c --remove good").code, 0);
    ASSERT_EQ(mica("run note a --text 'the first one'").code, 0);
    const json list = mica("run list . --sort name --json").parsed();
    ASSERT_EQ(list.size(), 3U);
    EXPECT_EQ(list[0]["name"], "a");
    EXPECT_EQ(list[0]["state"], "finished");
    EXPECT_EQ(list[0]["tags"], json({"for later", "good"}));
    EXPECT_EQ(list[0]["note"], "the first one");
    EXPECT_EQ(mica("run list --tag good --json").parsed().size(), 1U);
    EXPECT_EQ(mica("run list --where learning_rate=2e-4 --json").parsed()[0]["name"], "c");
    EXPECT_EQ(mica("run list --search FIRST --json").parsed().size(), 1U);
    EXPECT_EQ(mica("run list --sort nonsense").code, 1);
    EXPECT_EQ(mica("run list --state none").code, 2);
    EXPECT_NE(mica("run list").out.find("finished"), std::string::npos);

    const json shown = mica("run show a --json").parsed();
    EXPECT_TRUE(std::any_of(shown["events"].begin(), shown["events"].end(),
                            [](const json& e) { return e["kind"] == "live" && e["step"] == 3; }));
    const json differs = mica("run compare a c --json").parsed()["configuration"];
    EXPECT_EQ(differs["learning_rate"], json({"0.001", "2e-04"}));
    EXPECT_TRUE(differs.contains("origin"));
    EXPECT_FALSE(differs.contains("d"));

    ASSERT_EQ(mica("run archive b").code, 0);
    EXPECT_EQ(mica("run list --json").parsed().size(), 2U);
    EXPECT_EQ(mica("run list --archived --json").parsed().size(), 3U);
    const json gone = mica("run delete b --json").parsed();
    EXPECT_TRUE(std::filesystem::exists(std::filesystem::path(gone[0]["moved_to"].get<std::string>()) / "run.toml"));
    EXPECT_EQ(mica("run delete b").code, 1);

    EXPECT_EQ(mica("run export a --json").parsed()["steps"].size(), 10U);
    EXPECT_EQ(mica("run export a --csv table").code, 0);
    EXPECT_EQ(mica("run export a --bundle bundle").code, 0);
    EXPECT_EQ(mica("run export a").code, 2);
    const json one = mica("predict bundle --data toy.h5 --json").parsed(), other = mica("predict a --json").parsed();
    EXPECT_EQ(one["clips"], other["clips"]);
    EXPECT_EQ(one["figures"], other["figures"]);
}

TEST_F(RunCommand, SeedsAreOneExperimentThatGoesOn) {
    ASSERT_EQ(mica("train " + small() + "--seeds 3..4 --out e").code, 0);
    ASSERT_EQ(mica("train " + small() + "--seed 4 --out single").code, 0);
    EXPECT_EQ(toy::tensors(folder / "e/seed-4"), toy::tensors(folder / "single"));
    EXPECT_EQ(mica("train " + small() + "--seeds 3..4 --out e").code, 1);
    const auto before = std::filesystem::last_write_time(folder / "e/seed-3/checkpoints/last.safetensors");
    const json more = mica("train --resume --seeds 3..5 --out e --json").parsed();
    EXPECT_EQ(std::filesystem::last_write_time(folder / "e/seed-3/checkpoints/last.safetensors"), before);
    ASSERT_EQ(more["runs"].size(), 3U);
    double sum = 0;
    for (const json& run : more["runs"]) sum += run["test"]["accuracy"].get<double>();
    EXPECT_NEAR(more["test"]["accuracy"]["mean"].get<double>(), sum / 3, 1e-12);
    EXPECT_EQ(more["test"]["accuracy"]["n"], 3);
    EXPECT_EQ(mica("run seeds e --json").parsed(), more);
    EXPECT_EQ(mica("train " + small() + "--seeds 1..2 --seed 3 --out f").code, 2);
}
