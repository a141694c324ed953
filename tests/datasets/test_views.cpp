// Derived sets: every Dataset keeps the contract; what each option does to values, times, flags and lengths.
#include "tests/datasets/dataset_contract.h"

#include <cmath>

#include "datasets/views/filter.h"
#include "datasets/views/resample.h"
#include "datasets/views/statistics.h"
#include "datasets/views/view.h"
#include "tests/datasets/made_sets.h"
#include "tests/refusal.h"

using namespace mica;

namespace {

using Texts = std::vector<std::string>;

std::shared_ptr<const Dataset> native(const std::filesystem::path& folder, const made::SetWish& wish = {}) {
    const auto file = folder / "set.h5";
    if (!std::filesystem::exists(file)) made::set(file, wish);
    return open_set(file);
}

DatasetMaker viewed(const std::string& name, const Texts& options, const made::SetWish& wish = {}) {
    return {name, [=](const std::filesystem::path& folder) {
                return std::make_shared<const View>(native(folder, wish), parse_view(options));
            }};
}

}  // namespace

namespace mica {

INSTANTIATE_TEST_SUITE_P(
    Sets, DatasetContract,
    testing::Values(DatasetMaker{"native", [](const auto& folder) { return native(folder); }}, viewed("itself", {}),
                    viewed("streams", {"streams=LA"}), viewed("slower", {"rate.vision=5", "rate.audio=4.7"}),
                    viewed("faster", {"rate.vision=40"}),
                    viewed("slower without times", {"rate.vision=5"}, {30, false, true, true, 15, 3}),
                    viewed("words", {"align=words"}), viewed("normalised", {"normalise=LVA"}),
                    viewed("first steps", {"longest.text=2", "longest.vision=7", "longest.audio=4"}),
                    viewed("last steps", {"longest.text=2", "longest.vision=7", "keep=end"}),
                    viewed("filter", {"filter=split=train|valid label>=-1 has=vision"}),
                    viewed("all at once", {"filter=has=vision|audio", "rate.audio=25", "align=words",
                                           "longest.vision=3", "normalise=VA"}),
                    DatasetMaker{
                        "view of a view",
                        [](const auto& folder) {
                            auto words = std::make_shared<const View>(native(folder), parse_view({"align=words"}));
                            auto fewer = std::make_shared<const View>(words, parse_view({"filter=length.text>=2"}));
                            return std::make_shared<const View>(fewer, parse_view({"longest.vision=2", "normalise=V"}));
                        }}),
    dataset_name);

}  // namespace mica

TEST(ViewOptions, OneSpellingAndBackAgain) {
    const ViewOptions o = parse_view({"normalise=AV", "longest.text=050", "filter=  split=train   label>=1.50 ",
                                      "rate.vision=5.0", "align=words", "keep=end"});
    const Texts text = view_text(o);
    EXPECT_EQ(text, (Texts{"filter=split=train label>=1.5", "rate.vision=5", "align=words", "longest.text=50",
                           "keep=end", "normalise=VA"}));
    EXPECT_EQ(parse_view(text), o);
    EXPECT_TRUE(view_text(parse_view({"streams=AVL", "keep=end", "rate.audio=0", "filter="})).empty());
    std::set<std::string> keys;
    for (const ViewOption& row : view_option_table()) {
        EXPECT_FALSE(row.help.empty()) << row.key;
        EXPECT_TRUE(keys.insert(row.key).second);
        EXPECT_NO_THROW((void)parse_view({row.key + "=" + row.initial})) << row.key;
    }
}

TEST(ViewOptions, RefusesWhatItDoesNotKnow) {
    for (const auto& [given, said] :
         std::vector<std::pair<std::string, std::string>>{{"stream=LV", "there is no option 'stream'"},
                                                          {"streams", "key=value"},
                                                          {"streams=", "at least one"},
                                                          {"streams=LL", "not a set of the letters"},
                                                          {"normalise=X", "not a set of the letters"},
                                                          {"rate.text=3", "there is no option 'rate.text'"},
                                                          {"rate.vision=-1", "from 0 to 10000"},
                                                          {"rate.vision=nan", "from 0 to 10000"},
                                                          {"longest.audio=2.5", "whole number"},
                                                          {"longest.audio=1e99", "whole number"},
                                                          {"keep=middle", "neither start nor end"},
                                                          {"filter=speed>3", "'speed', which is not known"},
                                                          {"filter=split>train", "split cannot be asked with >"},
                                                          {"filter=split=dev", "there is no split 'dev'"},
                                                          {"filter=duration<long", "'long' is not a number"},
                                                          {"filter=id=\"a b", "a quote is not closed"},
                                                          {"filter=id~(", "cannot be read"},
                                                          {"filter=id~a{9999}", "counts repeats"},
                                                          {"filter=id~(a)\\1", "refers back"},
                                                          {"filter=train", "not of the form"},
                                                          {"filter=has=smell", "nothing that a clip has"},
                                                          {"filter=length>3", "'length', which is not known"}}) {
        const std::string sentence = refusal([&] { (void)parse_view({given}); });
        EXPECT_NE(sentence.find(said), std::string::npos) << given << " -> " << sentence;
    }
}

TEST(ViewFilter, KeepsWhatItsTermsSay) {
    Task task;
    task.kind = TaskKind::classification;
    task.classes = {"no", "yes"};
    task.parts = {"happy", "sad"};
    ClipInfo c;
    c.id = "ses1 a.mp4[3]";
    c.group = "ses1";
    c.split = Split::valid;
    c.duration = 4.5;
    c.steps = {6, 90, 0};
    c.flagged_frames = 9;
    c.label = {1, 0};
    const auto keeps = [&](const std::string& filter) { return Filter(filter).test(task)(c); };
    for (const char* yes : {"",
                            "split=valid",
                            "split=train|valid",
                            "split!=test",
                            "id=\"ses1 a.mp4[3]\"",
                            "id~^ses1",
                            "id~\\[3\\]$",
                            "id!~xyz",
                            "group=ses1|ses2",
                            "has=vision",
                            "has=audio|text",
                            "has!=audio",
                            "has=label",
                            "has!=media",
                            "label=yes",
                            "label=1",
                            "label.sad=no",
                            "label.happy!=no",
                            "duration<5",
                            "duration>=4.5",
                            "length.vision=90",
                            "length.audio<1",
                            "flagged<=0.1",
                            "split=valid duration<8 label=yes"})
        EXPECT_TRUE(keeps(yes)) << yes;
    for (const char* no : {"split=train", "split!=valid", "id~^a", "group!=ses1", "has=audio", "label=no",
                           "label.sad=yes", "duration<4.5", "length.text>6", "flagged>0.1", "split=valid has=media"})
        EXPECT_FALSE(keeps(no)) << no;
    EXPECT_NE(refusal([&] { (void)keeps("label=maybe"); }).find("no, yes"), std::string::npos);
    EXPECT_NE(refusal([&] { (void)keeps("label.angry=yes"); }).find("no label 'angry'"), std::string::npos);
    c.label.clear();
    c.duration = 0;
    c.steps[1] = 0;
    for (const char* unknown : {"label=yes", "label!=yes", "duration<5", "duration>=0", "flagged<1"})
        EXPECT_FALSE(keeps(unknown)) << unknown;
}

TEST(Resampled, MeansWeightedBySharedTime) {
    // 4 steps of 0.1 s to 0.15 s: the first new one is step 0 and half of step 1
    Stream s{4, 1, {0, 3, 6, 9}, {{0, .1}, {.1, .2}, {.2, .3}, {.3, .4}}, {}};
    const Stream r = resampled(s, 0, 1 / 0.15);
    ASSERT_EQ(r.steps, 3U);
    EXPECT_NEAR(r.values[0], 1.0, 1e-6);
    EXPECT_NEAR(r.values[1], 5.0, 1e-6);
    EXPECT_NEAR(r.values[2], 9.0, 1e-6);
    EXPECT_NEAR(r.times[1].begin, .15, 1e-12);
    EXPECT_NEAR(r.times[2].end, .4, 1e-12);  // never past what was there
    EXPECT_TRUE(r.valid.empty());
    // the same from step counts, times stay unknown
    s.times.clear();
    const Stream counted = resampled(s, 10, 1 / 0.15);
    EXPECT_EQ(counted.values, r.values);
    EXPECT_TRUE(counted.times.empty());
}

TEST(Resampled, KeepsMeansAndLengthsWhateverTheRates) {
    std::mt19937_64 r(9);
    for (int n = 0; n < 200; ++n) {
        Stream s = made::set_stream(r, 0.4 + 0.01 * static_cast<double>(r() % 300), 20, 1, false);
        const double rate = 1 + 0.1 * static_cast<double>(r() % 190);  // below 20
        const Stream t = resampled(s, 0, rate);
        const double end = s.times.back().end;
        EXPECT_NEAR(t.times.back().end, end, 1e-12);
        EXPECT_NEAR(static_cast<double>(t.steps), end * rate, 1.0);
        double before = 0, after = 0;
        for (std::size_t i = 0; i < s.steps; ++i) before += s.values[i] * s.times[i].duration();
        for (std::size_t i = 0; i < t.steps; ++i) after += t.values[i] * t.times[i].duration();
        EXPECT_NEAR(after, before, 1e-4);  // what is weighted by shared time keeps its integral
    }
}

TEST(Resampled, HigherRatesRepeatAndGapsAreFlagged) {
    const Stream s{3, 1, {1, 2, 3}, {{0, .2}, {.2, .4}, {.8, 1}}, {}};
    const Stream faster = resampled(s, 0, 10);
    EXPECT_EQ(faster.values, (std::vector<float>{1, 1, 2, 2, 0, 0, 0, 0, 3, 3}));
    EXPECT_EQ(faster.valid, (std::vector<std::uint8_t>{1, 1, 1, 1, 0, 0, 0, 0, 1, 1}));
    const Stream slower = resampled(s, 0, 2.5);
    EXPECT_EQ(slower.values, (std::vector<float>{1.5, 0, 3}));
    EXPECT_EQ(slower.valid, (std::vector<std::uint8_t>{1, 0, 1}));
    Stream flagged = s;
    flagged.valid = {1, 0, 0};
    const Stream kept = resampled(flagged, 0, 2.5);
    EXPECT_EQ(kept.values, (std::vector<float>{1, 0, 0}));
    EXPECT_EQ(kept.valid, (std::vector<std::uint8_t>{1, 0, 0}));
    const Stream points{3, 1, {1, 3, 8}, {{0, 0}, {.1, .1}, {.5, .5}}, {}};
    EXPECT_EQ(resampled(points, 0, 4).values, (std::vector<float>{2, 8}));
}

TEST(AlignedToWords, AsTheSdkDoesIt) {
    const Stream s{5, 1, {1, 2, 3, 4, 5}, {{0, .1}, {.1, .2}, {.2, .3}, {.3, .4}, {.4, .5}}, {1, 1, 1, 0, 1}};
    const std::vector<Word> words{{"a", {0, .15}, false},        // two steps, unweighted
                                  {"b", {.15, .200005}, false},  // shares less than 1e-5 s with the third
                                  {"c", {.21, .39}, false},      // one of its two is flagged
                                  {"d", {.3, .4}, false},        // only a flagged one
                                  {"e", {.6, .7}, false}};       // none
    const Stream r = aligned_to_words(s, words);
    EXPECT_EQ(r.values, (std::vector<float>{1.5, 2, 3, 0, 0}));
    EXPECT_EQ(r.valid, (std::vector<std::uint8_t>{1, 1, 1, 0, 0}));
    ASSERT_EQ(r.times.size(), 5U);
    for (std::size_t w = 0; w < 5; ++w) EXPECT_EQ(r.times[w], words[w].time);
}

class Views : public testing::Test {
protected:
    made::Folder folder;
    std::shared_ptr<const Dataset> base = native(folder.path);
    [[nodiscard]] std::shared_ptr<const View> view(const Texts& options) const {
        return std::make_shared<const View>(base, parse_view(options));
    }
};

TEST_F(Views, AreNamedByTheirBaseAndTheirOptions) {
    const auto same = view({});
    EXPECT_EQ(same->info().fingerprint, base->info().fingerprint);
    EXPECT_EQ(same->info().name, base->info().name);
    const auto words = view({"align=words", "normalise=VA"});
    EXPECT_NE(words->info().fingerprint, base->info().fingerprint);
    EXPECT_EQ(words->info().fingerprint, view({"normalise=AV", "align=words"})->info().fingerprint);
    EXPECT_NE(words->info().fingerprint, view({"align=words"})->info().fingerprint);
    EXPECT_NE(words->info().origin.find(base->info().fingerprint), std::string::npos);
    EXPECT_NE(words->info().origin.find("align=words"), std::string::npos);
    EXPECT_EQ(words->info().streams[1].rate, 0);
    EXPECT_EQ(words->info().streams[1].feature_names, base->info().streams[1].feature_names);
    EXPECT_EQ(view({"rate.vision=5"})->info().streams[1].rate, 5);
    EXPECT_EQ(words->path(), base->path());
    EXPECT_EQ(view({"streams=L"})->info().streams[1].features, 0U);
}

TEST_F(Views, WordAlignmentGivesEveryStreamTheWordsTimes) {
    const auto words = view({"align=words"});
    bool flagged = false;
    for (std::size_t i = 0; i < words->size(); ++i) {
        const Clip c = words->read(i);
        for (const std::size_t m : {1U, 2U}) {
            if (base->clips()[i].steps[m] == 0) {
                EXPECT_EQ(c.streams[m].steps, 0U);
                continue;
            }
            ASSERT_EQ(c.streams[m].steps, c.words.size());
            for (std::size_t w = 0; w < c.words.size(); ++w) EXPECT_EQ(c.streams[m].times[w], c.words[w].time);
        }
        flagged = flagged || c.info.flagged_frames > 0;
    }
    EXPECT_TRUE(flagged);  // vision ends early in some clips
}

TEST_F(Views, NormalisedTrainingSplitsHaveMeanZeroAndDeviationOne) {
    const auto view = this->view({"rate.vision=7", "longest.audio=9", "normalise=VA"});
    std::array<std::vector<double>, 3> sum{}, square{};
    std::array<double, 3> count{};
    for (const std::size_t i : view->split(Split::train)) {
        const Clip c = view->read(i);
        for (const std::size_t m : {1U, 2U}) {
            const Stream& s = c.streams[m];
            sum[m].resize(view->info().streams[m].features);
            square[m].resize(sum[m].size());
            for (std::size_t t = 0; t < s.steps; ++t) {
                const bool valid = s.valid.empty() || s.valid[t];
                count[m] += valid;
                for (std::size_t f = 0; f < s.features; ++f) {
                    if (!valid) {
                        EXPECT_EQ(s.row(t)[f], 0.0F);
                    }
                    sum[m][f] += s.row(t)[f];
                    square[m][f] += s.row(t)[f] * s.row(t)[f];
                }
            }
        }
    }
    for (const std::size_t m : {1U, 2U})
        for (std::size_t f = 0; f < sum[m].size(); ++f) {
            EXPECT_NEAR(sum[m][f] / count[m], 0, 1e-5);
            EXPECT_NEAR(square[m][f] / count[m], 1, 1e-4);
        }
    // statistics are those of the training split, not of what is read
    const auto raw = this->view({"rate.vision=7", "longest.audio=9"});
    const auto by = measure_features(*raw, [&](std::size_t i) { return std::make_shared<const Clip>(raw->read(i)); },
                                     {false, true, true}, no_progress, {});
    const std::size_t i = view->split(Split::test).front();
    const Clip a = raw->read(i), b = view->read(i);
    ASSERT_GT(a.streams[2].steps, 0U);
    EXPECT_EQ(b.streams[2].values[1], (a.streams[2].values[1] - by.mean[2][1]) / by.deviation[2][1]);
    EXPECT_EQ(a.streams[0].values, b.streams[0].values);
}

TEST_F(Views, MeasuringStopsWhenAskedAndBeginsAnew) {
    const auto view = this->view({"normalise=V"});
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(view->measure(no_progress, stop.get_token()), Cancelled);
    EXPECT_NO_THROW((void)view->read(0));
    EXPECT_NO_THROW(view->measure(no_progress, stop.get_token()));  // done already
    EXPECT_THROW(View(base, parse_view({"align=words"}), no_progress, stop.get_token()), Cancelled);
}

TEST_F(Views, TruncationKeepsWordsAndTextTogether) {
    for (const bool end : {false, true}) {
        const auto view = this->view({"longest.text=2", end ? "keep=end" : "keep=start"});
        for (std::size_t i = 0; i < view->size(); ++i) {
            const Clip whole = base->read(i), c = view->read(i);
            const std::size_t n = std::min<std::size_t>(2, whole.words.size());
            ASSERT_EQ(c.words.size(), n);
            const std::size_t first = end ? whole.words.size() - n : 0;
            EXPECT_EQ(c.words[0].text, whole.words[first].text);
            EXPECT_EQ(c.streams[0].values[0], whole.streams[0].values[first * 4]);
            EXPECT_EQ(c.streams[1].values, whole.streams[1].values);
        }
    }
}

TEST_F(Views, FiltersKeepTheOrderAndTheBase) {
    const auto view = this->view({"filter=split=train label>=1"});
    ASSERT_GT(view->size(), 1U);
    ASSERT_LT(view->size(), base->size());
    for (std::size_t i = 0; i < view->size(); ++i) {
        EXPECT_EQ(view->clips()[i].id, base->clips()[view->base_index(i)].id);
        EXPECT_GE(view->clips()[i].label[0], 1);
        if (i > 0) {
            EXPECT_GT(view->base_index(i), view->base_index(i - 1));
        }
    }
}

TEST_F(Views, RefuseWhatTheSetCannotGive) {
    EXPECT_NE(refusal([&] {
                  (void)view({"streams=LA", "rate.vision=5"});
              }).find("leaves out vision"),
              std::string::npos);
    EXPECT_NE(refusal([&] {
                  (void)view({"filter=split=test", "normalise=V"});
              }).find("no training clips"),
              std::string::npos);
    EXPECT_NE(refusal([&] { (void)view({"filter=label=happy"}); }).find("neither a number nor a class"),
              std::string::npos);
    const auto text = view({"streams=L"});
    EXPECT_NE(refusal([&] { View(text, parse_view({"streams=VA"})); }).find("none of the streams"), std::string::npos);
    made::Folder other;
    made::SetWish wish;
    wish.times = false;
    wish.rate = 0;
    const auto untimed = native(other.path, wish);
    const std::string rate = refusal([&] { View(untimed, parse_view({"rate.vision=5"})); });
    EXPECT_NE(rate.find("clip 'clip0[x y]' has no times for vision"), std::string::npos) << rate;
    const std::string align = refusal([&] { View(untimed, parse_view({"align=words"})); });
    EXPECT_NE(align.find("which align = words needs"), std::string::npos) << align;
    made::Folder third;
    wish.times = true;
    wish.words = false;
    const std::string words = refusal([&] { View(native(third.path, wish), parse_view({"align=words"})); });
    EXPECT_NE(words.find("has no words with times"), std::string::npos) << words;
}
