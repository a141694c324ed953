// Options: the table, the presets to the digit, and what a wrong setting is told.
#include <gtest/gtest.h>

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
