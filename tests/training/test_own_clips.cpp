// A run on clips that it was not trained on: the same numbers where the clip is the same, words where it cannot be.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "core/training/session.h"
#include "tests/own_run.h"
#include "tests/refusal.h"
#include "toy.h"

using namespace mica;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// Trains one epoch on FOLDER/set.h5 made of the recordings; the run's folder.
std::filesystem::path trained(const std::filesystem::path& set, const std::filesystem::path& run,
                              const std::vector<std::string>& more = {}) {
    std::vector<std::string> settings{"epochs=1",     "feature_noise=0",    "mask_spans=0",
                                      "time_shift=0", "a_distance_every=0", "normalise=none"};
    settings.insert(settings.end(), more.begin(), more.end());
    (void)toy::run(open_set(set), toy::options(settings), run);
    return run;
}

class Own : public testing::Test {
protected:
    static void SetUpTestSuite() {
        folder_ = std::make_unique<toy::Folder>("own-clips");
        recordings_ = recorded::make_recordings(*folder_ / "media", 6);
        set_ = recorded::make_labelled(*folder_ / "set.h5", recordings_);
        run_ = trained(set_, *folder_ / "run");
    }
    static void TearDownTestSuite() { folder_.reset(); }

    static std::shared_ptr<const Dataset> own(const std::vector<Recording>& recordings,
                                              const FeatureRecipes& recipes = recorded::own_recipes()) {
        return open_set(make_own_clips(recordings, recipes, *folder_ / "own", no_progress, {}).file);
    }
    static std::string why(const std::filesystem::path& run, const Dataset& set) { return why_not(read_run(run), set); }

    static std::unique_ptr<toy::Folder> folder_;
    static std::vector<Recording> recordings_;
    static std::filesystem::path set_, run_;
};
std::unique_ptr<toy::Folder> Own::folder_;
std::vector<Recording> Own::recordings_;
std::filesystem::path Own::set_, Own::run_;

void expect_same(const AttentionSnapshot& a, const AttentionSnapshot& b) {
    EXPECT_EQ(a.prediction, b.prediction);
    ASSERT_EQ(a.maps.size(), b.maps.size());
    for (std::size_t i = 0; i < a.maps.size(); ++i) {
        EXPECT_EQ(a.maps[i].weight, b.maps[i].weight);
        EXPECT_EQ(a.maps[i].v, b.maps[i].v);
    }
}

}  // namespace

TEST_F(Own, TheSameRecordingGivesTheSameBits) {
    const std::shared_ptr<const Dataset> labelled = open_set(set_), clips = own({recordings_[1]});
    ASSERT_EQ(why(run_, *clips), "");
    ModelSession on_set(run_, "best", labelled), on_own(run_, "best", clips);
    const AttentionSnapshot a = on_set.attend(1), b = on_own.attend(0);
    expect_same(a, b);
    EXPECT_EQ(b.note, "");
    EXPECT_TRUE(b.truth.empty());
    ASSERT_TRUE(b.task);
    EXPECT_EQ(b.task->classes, (std::vector<std::string>{"glad", "sad", "calm"}));
    EXPECT_FALSE(a.task);
}

TEST_F(Own, RunsOfBeforeTellByTheirSet) {
    const auto old = *folder_ / "old-run";
    std::filesystem::copy(run_, old, std::filesystem::copy_options::recursive);
    std::ifstream in(old / "run.toml");
    std::string text, kept;
    bool inside = false;
    while (std::getline(in, text)) {
        if (text.find('[') == 0) inside = holds(text, "[inputs");
        if (!inside) kept += text + "\n";
    }
    in.close();
    std::ofstream(old / "run.toml") << kept;
    ASSERT_FALSE(RunFolder(old).read().inputs);
    const std::shared_ptr<const Dataset> clips = own({recordings_[2]});
    EXPECT_EQ(why(old, *clips), "");
    ModelSession now(run_, "best", clips), before(old, "best", clips);
    expect_same(now.attend(0), before.attend(0));
    // its set is gone
    kept.replace(kept.find("set.h5"), 6, "non.h5");
    std::ofstream(old / "run.toml") << kept;
    EXPECT_TRUE(holds(why(old, *clips), "is not there to tell"));
    EXPECT_TRUE(holds(refusal([&] { ModelSession(old, "best", clips); }), "is not there to tell"));
}

TEST_F(Own, WithoutAStreamTheViewIsToldSo) {
    const std::shared_ptr<const Dataset> clips = own({{recordings_[1].media, {}}});
    ModelSession session(run_, "best", clips);
    const AttentionSnapshot s = session.attend(0);
    EXPECT_TRUE(holds(s.note, "There is no text")) << s.note;
    for (const float p : s.prediction) EXPECT_TRUE(std::isfinite(p));
    for (const AttentionMap& map : s.maps) {
        const bool text = map.pair.source == Modality::text || map.pair.target == Modality::text;
        EXPECT_EQ(map.rows * map.columns == 0, text) << map.pair.name();
        for (const float w : map.weight) ASSERT_TRUE(std::isfinite(w));
    }
    // an empty stream is what the model makes of a stream that is hidden from it
    const std::shared_ptr<const Dataset> whole = own({recordings_[1]});
    ModelSession with(run_, "best", whole);
    Intervention drop;
    drop.dropped[0] = true;
    const auto dropped = with.attend(0, drop);
    for (std::size_t i = 0; i < s.prediction.size(); ++i) EXPECT_NEAR(s.prediction[i], dropped.prediction[i], 1e-5);
}

TEST_F(Own, GatesOfALengthAreShownNoMore) {
    const auto run = trained(set_, *folder_ / "gates", {"gate_bias=per_step"});
    const auto longer = *folder_ / "media" / "longer.mp4";
    made::clip(longer, 45, 25, nullptr, 96, 64);
    const std::shared_ptr<const Dataset> clips = own({{longer, recordings_[0].words}});
    ModelSession session(run, "best", clips);
    const AttentionSnapshot s = session.attend(0);
    EXPECT_TRUE(holds(s.note, "first 20 of 45 vision steps")) << s.note;
    for (const AttentionMap& map : s.maps)
        if (map.pair.target == Modality::vision) {
            EXPECT_EQ(map.rows, 20);
        }
}

TEST_F(Own, ViewsOfARunAreLaidOverOwnClips) {
    TrainingOptions options = toy::options(
        {"epochs=1", "a_distance_every=0", "positions=steps", "normalise=none", "feature_noise=0", "mask_spans=0"});
    options.view = {"align=words", "filter=split!=none"};
    (void)toy::run(open_set(set_), options, *folder_ / "words");
    const std::shared_ptr<const Dataset> labelled = open_set(set_), clips = own({recordings_[1]});
    ModelSession on_set(*folder_ / "words", "best", labelled), on_own(*folder_ / "words", "best", clips);
    ASSERT_TRUE(on_own.shows(0));
    expect_same(on_set.attend(1), on_own.attend(0));
}

TEST_F(Own, OtherRecipesAreNamed) {
    FeatureRecipes other = recorded::own_recipes();
    other[0] = read_recipe(Modality::text, WordVectors::hashed(32).recipe());
    const std::shared_ptr<const Dataset> clips = own({recordings_[1]}, other);
    EXPECT_TRUE(holds(why(run_, *clips), "hashed word vectors of 16 values")) << why(run_, *clips);
    EXPECT_TRUE(holds(why(run_, *clips), "hashed word vectors of 32 values"));
    EXPECT_TRUE(holds(refusal([&] { ModelSession(run_, "best", clips); }), "cannot be shown on these clips"));
    other = recorded::own_recipes();
    other[2] = {};
    EXPECT_TRUE(holds(why(run_, *own({recordings_[1]}, other)), "were made without"));
    // a run that does not listen does not need the sound
    const auto deaf = trained(set_, *folder_ / "deaf", {"streams=LV"});
    EXPECT_EQ(why(deaf, *own({recordings_[1]}, other)), "");
    // features of elsewhere
    const auto made = toy::make(*folder_ / "made.h5", {12, 3, false, true});
    const auto run = trained(made, *folder_ / "elsewhere");
    EXPECT_TRUE(holds(why(run, *clips), "cannot be made here")) << why(run, *clips);
    EXPECT_TRUE(holds(why_not_made(*read_run(run).inputs), "text"));
}

TEST_F(Own, NothingIsLearntFromClipsWithoutLabels) {
    const auto clips = own({recordings_[0], recordings_[1]});
    const std::string said = refusal([&] { (void)toy::run(clips, toy::options({"epochs=1"}), *folder_ / "never"); });
    EXPECT_TRUE(holds(said, "no labels")) << said;
    EXPECT_FALSE(std::filesystem::exists(*folder_ / "never"));
}

TEST_F(Own, InputsAreWrittenAndReadBack) {
    const RunConfiguration c = RunFolder(run_).read();
    ASSERT_TRUE(c.inputs);
    EXPECT_EQ(c.inputs->task.name, "mood");
    EXPECT_EQ(c.inputs->task.classes.size(), 3u);
    const auto set = open_set(set_);
    for (std::size_t m = 0; m < 3; ++m) {
        EXPECT_EQ(c.inputs->streams[m].features, set->info().streams[m].features);
        EXPECT_EQ(c.inputs->streams[m].longest, set->info().streams[m].longest);
        EXPECT_EQ(c.inputs->streams[m].rate, set->info().streams[m].rate);
        EXPECT_EQ(c.inputs->streams[m].feature_names, set->info().streams[m].feature_names);
        EXPECT_TRUE(alike(recipes_of(*c.inputs)[m], recorded::own_recipes()[m]));
    }
    // damage is a sentence
    const auto odd = *folder_ / "odd";
    std::filesystem::create_directories(odd);
    const std::string text = made::read(run_ / "run.toml");
    for (const auto& [from, to] : {std::pair<std::string, std::string>{"features = 16", "features = -1"},
                                   {"kind = 'classification'", "kind = 'ranking'"},
                                   {"longest = 2", "longest = 99999999999"}}) {
        std::string broken = text;
        const auto at = broken.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        made::write(odd / "run.toml", broken.replace(at, from.size(), to));
        EXPECT_TRUE(holds(refusal([&] { (void)RunFolder(odd).read(); }), "damaged"));
    }
}

TEST_F(Own, LongRecordingsAreRefusedWithALength) {
    // 250 s of two streams at 25 a second, by their lengths alone
    const auto run = trained(set_, *folder_ / "wide", {"d=32", "heads=16", "layers=4"});
    DatasetInfo info = open_set(own({recordings_[0]})->path())->info();
    const auto file = *folder_ / "long.h5";
    SetWriter writer(file, info);
    Clip clip;
    clip.info.id = "long";
    clip.info.duration = 250;
    for (const std::size_t m : {1, 2}) {
        Stream& s = clip.streams[m];
        s.steps = 6250;
        s.features = info.streams[m].features;
        s.values.assign(s.steps * s.features, 0.0F);
        for (std::size_t t = 0; t < s.steps; ++t)
            s.times.push_back({static_cast<double>(t) / 25, static_cast<double>(t + 1) / 25});
    }
    writer.add(clip);
    writer.finish();
    ModelSession session(run, "best", open_set(file));
    const std::string said = refusal([&] { (void)session.attend(0); });
    EXPECT_TRUE(holds(said, "Cut out at most")) << said;
}
