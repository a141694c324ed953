// Options: the table, the presets to the digit, and what a wrong setting is told.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "core/training/options.h"
#include "core/training/settings.h"
#include "datasets/types/error.h"

using namespace mica;

namespace {

std::string complaint(const std::string& preset, const std::vector<std::string>& set) {
    try {
        (void)train_settings(make_options(preset, set));
    } catch (const Error& e) {
        return e.what();
    }
    return {};
}

struct Table1 {
    const char* preset;
    const char *batch, *epochs, *rate, *heads, *tau, *alpha, *beta, *audio_kernel, *layers;
};

}  // namespace

// Table 1 of the paper.
TEST(Presets, AreTable1ToTheDigit) {
    for (const Table1& row : {Table1{"mosei", "64", "120", "5e-04", "10", "0.3", "0.8", "0.5", "3", "6"},
                              Table1{"mosi", "64", "120", "0.001", "8", "0.25", "0.8", "0.5", "3", "4"},
                              Table1{"iemocap", "32", "80", "0.001", "10", "0.25", "0.7", "0.5", "5", "4"}}) {
        const auto v = make_options(row.preset, {}).values;
        EXPECT_EQ(v.at("optimizer"), "adam");
        EXPECT_EQ(v.at("batch"), row.batch) << row.preset;
        EXPECT_EQ(v.at("epochs"), row.epochs) << row.preset;
        EXPECT_EQ(std::stod(v.at("learning_rate")), std::stod(row.rate)) << row.preset;
        EXPECT_EQ(v.at("d"), "40");
        EXPECT_EQ(v.at("heads"), row.heads) << row.preset;
        EXPECT_EQ(v.at("tau"), row.tau) << row.preset;
        EXPECT_EQ(v.at("alpha"), row.alpha) << row.preset;
        EXPECT_EQ(v.at("beta"), row.beta) << row.preset;
        EXPECT_EQ(v.at("kernel_text"), "3");
        EXPECT_EQ(v.at("kernel_vision"), "3");
        EXPECT_EQ(v.at("kernel_audio"), row.audio_kernel) << row.preset;
        EXPECT_EQ(v.at("layers"), row.layers) << row.preset;
        EXPECT_EQ(v.at("gate_bias"), "per_step");
        EXPECT_EQ(v.at("positions"), "steps");
        EXPECT_EQ(v.at("element_distance"), "raw");
        EXPECT_EQ(v.at("normalise"), "none");
    }
    EXPECT_EQ(preset_names(), (std::vector<std::string>{"grid", "iemocap", "mosei", "mosi", "sample"}));
}

TEST(Options, PresetThenSetWins) {
    const auto o = make_options("mosi", {"batch = 7", "pea=off", "learning_rate=0.0020"});
    EXPECT_EQ(o.values.at("batch"), "7");
    EXPECT_EQ(o.values.at("pea"), "false");
    EXPECT_EQ(o.values.at("learning_rate"), "0.002");
    const TrainSettings s = train_settings(o);
    EXPECT_EQ(s.batch, 7);
    EXPECT_EQ(s.live.learning_rate, 0.002);
    EXPECT_EQ(o.values.size(), option_table().size());
}

TEST(Options, DefaultsOfTheTableFitTheTable) {
    for (const OptionInfo& o : option_table()) EXPECT_EQ(complaint("", {o.key + "=" + o.initial}), "") << o.key;
}

TEST(Options, OfEveryModelFitAndMakeAPreset) {
    const std::filesystem::path file = std::filesystem::temp_directory_path() / "mica_options_test.toml";
    for (const ModelInfo& m : model_list()) {
        const auto defaults = make_options("", {}, m.name);
        EXPECT_EQ(defaults.model, m.name);
        EXPECT_EQ(defaults.values.size(), option_table(m.name).size());
        std::ofstream(file) << preset_schema(m.name);
        EXPECT_EQ(make_options(file.string(), {}, m.name).values, defaults.values) << m.name;
        for (const std::string& preset : preset_names(m.name))
            EXPECT_NO_THROW((void)train_settings(make_options(preset, {}, m.name))) << m.name << " " << preset;
    }
    std::filesystem::remove(file);
    EXPECT_THROW((void)make_options("", {}, "mulk"), Error);
    EXPECT_THROW((void)make_options("", {"alpha=1"}, "lf_lstm"), Error);
    EXPECT_EQ(train_settings(make_options("", {}, "lf_lstm")).live.alpha, 0);
    const auto o = make_options("reference", {}, "mult").values;  // mult.md, item 19
    for (const auto& [key, value] : {std::pair{"d", "30"},
                                     {"heads", "5"},
                                     {"layers", "5"},
                                     {"batch", "24"},
                                     {"epochs", "40"},
                                     {"learning_rate", "0.001"},
                                     {"clip", "0.8"},
                                     {"plateau_patience", "20"},
                                     {"plateau_factor", "0.1"},
                                     {"padding", "reference"},
                                     {"future_mask", "true"},
                                     {"optimizer", "adam"},
                                     {"bucketing", "false"}})
        EXPECT_EQ(o.at(key), value) << key;
}

TEST(Options, WrongOnesAreNamedWithTheNearest) {
    EXPECT_NE(complaint("", {"batchs=3"}).find("Did you mean 'batch'?"), std::string::npos);
    EXPECT_NE(complaint("", {"optimizer=adamx"}).find("adam, adamw"), std::string::npos);
    EXPECT_NE(complaint("", {"tau=1.5"}).find("out of range"), std::string::npos);
    EXPECT_NE(complaint("", {"epochs=2.5"}).find("whole number"), std::string::npos);
    EXPECT_NE(complaint("", {"alpha=nan"}).find("not a number"), std::string::npos);
    EXPECT_NE(complaint("", {"alpha=1x"}).find("not a number"), std::string::npos);
    EXPECT_NE(complaint("", {"alpha="}).find("not a number"), std::string::npos);
    EXPECT_NE(complaint("", {"alpha"}).find("key=value"), std::string::npos);
    EXPECT_NE(complaint("", {"streams=LX"}).find("letters"), std::string::npos);
    EXPECT_NE(complaint("", {"streams="}).find("letters"), std::string::npos);
    EXPECT_NE(complaint("", {"streams=LL"}).find("letters"), std::string::npos);
    EXPECT_NE(complaint("", {"pea=perhaps"}).find("true nor false"), std::string::npos);
    const std::string preset = complaint("mosy", {});
    EXPECT_NE(preset.find("mosi"), std::string::npos);
    EXPECT_NE(preset.find("grid"), std::string::npos);
}

TEST(Options, StreamsHaveOneSpelling) { EXPECT_EQ(make_options("", {"streams=AL"}).values.at("streams"), "LA"); }
