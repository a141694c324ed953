// Sweep files: what they say, and what is said of their mistakes.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "core/sweeps/plan.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

/// A table of three options, as training has one.
std::string check(const std::string& model, const std::string& preset, const std::string& key,
                  const std::string& value) {
    if (model != "mica" && model != "mult") throw Error("there is no model '" + model + "'", "");
    if (!preset.empty() && preset != "sample") throw Error("there is no preset '" + preset + "'", "");
    if (key.empty()) return {};
    if (key == "pea" || key == "mmd" || key == "propagate") {
        if (value != "true" && value != "false") throw Error(key + " is neither true nor false", "--set");
        return value;
    }
    if (key != "alpha" && key != "layers" && key != "epochs") throw Error("there is no option '" + key + "'", "--set");
    const double number = std::stod(value);
    if (number < 0 || number > 1000) throw Error(key + " is out of range", "--set", "It goes from 0 to 1000");
    if (key != "alpha" && number != static_cast<int>(number)) throw Error(key + " is not a whole number", "--set");
    return value_text(number);
}

class Plan : public testing::Test {
protected:
    Plan() { std::filesystem::create_directories(folder); }
    ~Plan() override { std::filesystem::remove_all(folder); }
    [[nodiscard]] SweepPlan read(const std::string& text) const {
        std::ofstream(folder / "try.toml") << text;
        SweepPlan plan = read_sweep_file(folder / "try.toml");
        check_plan(plan, "try.toml", check);
        return plan;
    }
    /// The sentence of the refusal.
    [[nodiscard]] std::string refused(const std::string& text) const {
        try {
            (void)read(text);
        } catch (const Error& e) {
            EXPECT_FALSE(e.where().empty()) << e.what();
            return e.what();
        }
        ADD_FAILURE() << "accepted:\n" << text;
        return {};
    }
    const std::filesystem::path folder =
        std::filesystem::path(testing::TempDir()) / ("plan" + std::to_string(::getpid()));
};

const std::string kWhole = R"(
name = "wide"
data = "set.h5"
view = ["align=words"]
model = "mica"
preset = "sample"
metric = "acc2_non0"
trials = 30
seed = 7
seeds = 2
epochs = 12
[options]
pea = false
[parameters]
layers = [3, 1, 2]
alpha = { low = 1e-3, high = 10, log = true }
[sampler]
kind = "tpe"
startup = 5
[pruner]
kind = "halving"
first = 2
factor = 4
[budget]
cores = 4
parallel = 2
memory = 1.5
[[published]]
parameter = "alpha"
metric = "Acc-2"
source = "a table"
points = [[0.8, 0.837], [0.9, 0.8]]
[[published]]
parameter = "variant"
metric = "Acc-2"
source = "another"
points = [["full model", 0.837, 0.0012]]
)";

TEST_F(Plan, SaysEverythingThatTheFileSays) {
    const SweepPlan p = read(kWhole);
    EXPECT_EQ(p.name, "wide");
    EXPECT_EQ(p.view, std::vector<std::string>{"align=words"});
    EXPECT_EQ(p.preset, "sample");
    EXPECT_TRUE(p.higher_is_better());
    EXPECT_EQ(p.trials, 30);
    EXPECT_EQ(p.seed, 7U);
    EXPECT_EQ(p.seeds, 2);
    EXPECT_EQ(p.options, (std::map<std::string, std::string>{{"epochs", "12"}, {"pea", "false"}}));
    ASSERT_EQ(p.parameters.size(), 2U);
    EXPECT_EQ(p.parameters[0].key, "layers") << "the file's order, not the alphabet's";
    EXPECT_EQ(p.parameters[0].choices, (std::vector<std::string>{"3", "1", "2"}));
    EXPECT_EQ(p.parameters[1].low, 1e-3);
    EXPECT_EQ(p.parameters[1].high, 10);
    EXPECT_TRUE(p.parameters[1].logarithmic);
    EXPECT_FALSE(p.parameters[1].whole);
    EXPECT_EQ(p.startup, 5);
    EXPECT_EQ(p.pruner, "halving");
    EXPECT_EQ(p.first, 2);
    EXPECT_EQ(p.factor, 4);
    EXPECT_EQ(p.cores, 4);
    EXPECT_EQ(p.parallel, 2);
    EXPECT_EQ(p.memory_gib, 1.5);
    ASSERT_EQ(p.published.size(), 2U);
    EXPECT_EQ(p.published[0].points.at(1), (std::pair{0.9, 0.8}));
    EXPECT_EQ(p.published[1].named.at(0).choice, "full model");
    EXPECT_EQ(p.published[1].named.at(0).deviation, 0.0012);
}

TEST_F(Plan, IsTheSameWrittenAndReadAgain) {
    SweepPlan p = read(kWhole);
    p.fingerprint = "f00";
    p.set_name = "a \"set\"";
    p.note = "two\nlines";
    std::ofstream(folder / "again.toml") << text_of(p);
    const SweepPlan q = read_sweep_file(folder / "again.toml");
    EXPECT_EQ(text_of(q), text_of(p));
    EXPECT_EQ(difference(p, q), "");
    EXPECT_EQ(q.parameters[0].key, "layers");
    EXPECT_EQ(q.published[1].named.at(0).figure, 0.837);
    EXPECT_EQ(q.note, p.note);
}

TEST_F(Plan, GridIsTheProductWithTheLastVaryingFastest) {
    const SweepPlan p = read("[parameters]\nlayers = [1, 2]\nalpha = [0, 0.5, 1]\n[sampler]\nkind = \"grid\"\n");
    EXPECT_EQ(p.trials, 6);
    EXPECT_EQ(grid_points(p), (std::vector<std::vector<std::size_t>>{{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {1, 2}}));
}

TEST_F(Plan, AVariantSetsSeveralOptionsAtOnce) {
    const SweepPlan p = read(R"(
[parameters]
model = ["mica", "mult"]
[[variant]]
name = "no alignment"
set = { mmd = false, pea = false }
[[variant]]
name = "full model"
set = { mmd = true, pea = true }
[sampler]
kind = "grid"
)");
    EXPECT_EQ(p.trials, 4);
    const TrialSettings s = settings_of(p, {{"model", "mult"}, {"variant", "full model"}});
    EXPECT_EQ(s.model, "mult");
    EXPECT_EQ(s.options, (std::map<std::string, std::string>{{"mmd", "true"}, {"pea", "true"}}));
    EXPECT_EQ(s.seed, p.seed);
}

TEST_F(Plan, RefusesWithFileKeyAndRemedy) {
    const std::string tail = "[sampler]\nkind = \"grid\"\n";
    const struct {
        std::string text, place, reason;
    } rows[] = {
        {"trials = 3\n", "try.toml", "nothing to vary"},
        {"triels = 3\n[parameters]\nalpha = [1]\n", "triels", "There are: "},
        {"[parameters]\nalpha = { low = 1, high = 2 }\n", "trials", "is missing"},
        {"trials = 0\n[parameters]\nalpha = [1]\n", "trials", "from 1 to"},
        {"trials = \"many\"\n[parameters]\nalpha = [1]\n", "trials", "whole number"},
        {"[parameters]\nalpa = [1]\n" + tail, "parameters.alpa", "there is no option 'alpa'"},
        {"[parameters]\nalpha = [1, 2000]\n" + tail, "parameters.alpha", "out of range. It goes from 0 to 1000"},
        {"[parameters]\nalpha = [1, 1.0]\n" + tail, "parameters.alpha", "'1' twice"},
        {"[parameters]\nalpha = []\n" + tail, "parameters.alpha", ""},
        {"[parameters]\nalpha = 3\n" + tail, "parameters.alpha", "neither a list nor a range"},
        {"[parameters]\nalpha = [[1], [2]]\n" + tail, "parameters.alpha", "is not one value"},
        {"[parameters]\nalpha = { low = 1, high = 2 }\n" + tail, "parameters.alpha", "a range, of which a grid"},
        {"trials = 3\n[parameters]\nalpha = { low = 1 }\n", "parameters.alpha", "no low or no high"},
        {"trials = 3\n[parameters]\nalpha = { low = 2, high = 1 }\n", "parameters.alpha", "not below its high"},
        {"trials = 3\n[parameters]\nalpha = { low = nan, high = 1 }\n", "parameters.alpha.low", "is not a number"},
        {"trials = 3\n[parameters]\nalpha = { low = 0, high = 1, log = true }\n", "parameters.alpha", "Begin above 0"},
        {"trials = 3\n[parameters]\nalpha = { low = 0, high = 1, lg = true }\n", "parameters.alpha.lg", "no key"},
        {"trials = 3\n[parameters]\nlayers = { low = 1, high = 4 }\n", "parameters.layers", "Add whole = true"},
        {"trials = 3\n[parameters]\nmodel = { low = 1, high = 4 }\n", "parameters.model", "Write a list"},
        {"trials = 4\n[parameters]\nalpha = [1, 2]\n" + tail, "trials", "the grid has 2 points"},
        {"model = \"mika\"\n[parameters]\nalpha = [1]\n" + tail, "model", "there is no model 'mika'"},
        {"[parameters]\nmodel = [\"mica\", \"x\"]\n" + tail, "model", "there is no model 'x'"},
        {"preset = \"no\"\n[parameters]\nalpha = [1]\n" + tail, "preset", "there is no preset 'no'"},
        {"[options]\nalpha = 2\n[parameters]\nalpha = [1]\n" + tail, "parameters.alpha", "also fixed"},
        {"[options]\nseed = 2\n[parameters]\nalpha = [1]\n" + tail, "options.seed", "is no option"},
        {"epochs = 3\n[options]\nepochs = 2\n[parameters]\nalpha = [1]\n" + tail, "epochs", "there twice"},
        {"seeds = 3\n[parameters]\nseed = [1, 2]\n" + tail, "parameters.seed", "seeds = 3"},
        {"[parameters]\nseed = [-1]\n" + tail, "parameters.seed", "no seed"},
        {"[parameters]\nalpha = [1]\n[sampler]\nkind = \"gird\"\n", "sampler.kind", "tpe, random, grid"},
        {"[parameters]\nalpha = [1]\n[pruner]\nkind = \"median\"\n" + tail, "pruner.kind", "none, halving"},
        {"[parameters]\nalpha = [1]\n[budget]\nmemory = -1\n" + tail, "budget.memory", "negative"},
        {"[[variant]]\nset = { pea = true }\n" + tail, "variant.name", "is missing"},
        {"[[variant]]\nname = \"a\"\nset = { pea = true }\n[[variant]]\nname = \"b\"\nset = {}\n" + tail, "variant 'b'",
         "does not set pea"},
        {"[[variant]]\nname = \"a\"\nset = { pea = 3 }\n" + tail, "variant 'a'", "neither true nor false"},
        {"[[variant]]\nname = \"a\"\nset = { pea = true }\n[options]\npea = true\n" + tail, "variant.set.pea",
         "elsewhere too"},
        {"[parameters\n", "try.toml", "(line 1)"},
    };
    for (const auto& row : rows) {
        const std::string said = refused(row.text);
        EXPECT_NE(said.find("try.toml"), std::string::npos) << said;
        EXPECT_NE(said.find(row.place), std::string::npos) << row.text << "\nsays: " << said;
        EXPECT_NE(said.find(row.reason), std::string::npos) << row.text << "\nsays: " << said;
    }
    EXPECT_THROW((void)read_sweep_file(folder / "missing.toml"), Error);
}

TEST_F(Plan, NamesTheFirstDifference) {
    const SweepPlan a = read(kWhole);
    SweepPlan b = a;
    b.trials = 50;
    b.parallel = 1;
    b.published.clear();
    EXPECT_EQ(difference(a, b), "");
    b.options["pea"] = "true";
    EXPECT_EQ(difference(a, b), "it has pea = false, not true");
    b = a;
    b.parameters[1].high = 20;
    EXPECT_NE(difference(a, b).find("alpha = 0.001 to 10, log"), std::string::npos);
    b = a;
    b.seed = 8;
    EXPECT_EQ(difference(a, b), "it has seed = 7, not 8");
}

}  // namespace
}  // namespace mica
