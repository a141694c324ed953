// From MulT and MMSA pickles to sets: splits, ids, labels, lengths, values that are not finite, refusals.
#include <gtest/gtest.h>

#include <cmath>

#include "datasets/import/pickle.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"
#include "made_clips.h"
#include "made_pickles.h"

using namespace mica;
namespace fs = std::filesystem;

namespace {

const std::string kS8 = made::dtype("S8", '|', "K\x08");

std::string padded(std::string s, std::size_t width = 8) {
    s.resize(width, '\0');
    return s;
}

// Samples of one feature: rows of steps.
std::string stream(const std::vector<std::vector<float>>& samples) {
    std::vector<float> all;
    for (const auto& s : samples) all.insert(all.end(), s.begin(), s.end());
    return made::array<float>("f4", {samples.size(), samples[0].size(), 1}, all);
}

struct Imported {
    ImportSummary summary;
    std::shared_ptr<Dataset> set;
    [[nodiscard]] bool said(const std::string& words) const {
        for (const std::string& n : summary.notes)
            if (n.find(words) != std::string::npos) return true;
        return false;
    }
    [[nodiscard]] std::string all() const {
        std::string s;
        for (const std::string& n : summary.notes) s += n + "\n";
        return s;
    }
};

class ImportPickle : public testing::Test {
protected:
    made::Folder folder;

    Imported import(const std::string& body, PickleLabels labels = PickleLabels::automatic) {
        made::write(folder / "a.pkl", body + ".");
        PickleOptions options;
        options.file = folder / "a.pkl";
        options.labels = labels;
        Imported out;
        out.summary = import_pickle(options, folder / "a.h5", no_progress, {});
        out.set = open_set(folder / "a.h5");
        EXPECT_EQ(out.summary.fingerprint, out.set->info().fingerprint);
        return out;
    }
    std::string refusal(const std::string& body, PickleLabels labels = PickleLabels::automatic) {
        fs::remove(folder / "a.h5");
        try {
            (void)import(body, labels);
        } catch (const Error& e) {
            EXPECT_FALSE(fs::exists(folder / "a.h5"));
            return e.what();
        }
        return "it is imported";
    }
};

std::vector<std::pair<std::string, std::string>> mult_part() {
    return {{"vision", stream({{0, 0, 1}, {0, 2, 3}})},
            {"text", stream({{0, 5, 0}, {6, 0, 7}})},
            {"audio", stream({{0, -INFINITY, 1, 2}, {0, 0, 0, 0}})},
            {"labels", made::array<double>("f8", {2, 1, 1}, {1.5, -2})},
            {"id", made::array(kS8, {2, 3},
                               made::bytes(padded("vid_1") + padded("1.5") + padded("2.75") + padded("vid_1") +
                                           padded("0.25") + padded("1.5")))}};
}

TEST_F(ImportPickle, ReadsMulTWithZerosOnTheLeft) {
    const Imported i =
        import(made::dict({{"train", made::dict(mult_part())},
                           {"dev", made::dict({{"vision", stream({{0, 1, 1}})},
                                               {"text", stream({{1, 1, 1}})},
                                               {"audio", stream({{0, NAN, INFINITY, 1}})},
                                               {"labels", made::array<float>("f4", {1, 1, 1}, {0.5f})}})}}));
    ASSERT_EQ(i.set->size(), 3u) << i.all();
    EXPECT_EQ(i.summary.splits, (std::array<std::size_t, 3>{2, 1, 0}));
    const Clip a = i.set->read(0), b = i.set->read(1), c = i.set->read(2);
    EXPECT_EQ(a.info.id, "vid_1[1.5,2.75]");
    EXPECT_EQ(a.info.group, "vid_1");
    EXPECT_EQ(a.info.duration, 1.25);
    EXPECT_NE(a.info.note.find("from 1.5 s to 2.75 s of vid_1"), std::string::npos);
    EXPECT_EQ(a.info.label, std::vector<float>{1.5f});
    EXPECT_EQ(a.streams[0].values, (std::vector<float>{5, 0}));  // a zero step behind a real one stays
    EXPECT_EQ(a.streams[1].values, std::vector<float>{1});
    EXPECT_EQ(a.streams[2].values, (std::vector<float>{0, 1, 2}));  // minus infinite: 0
    EXPECT_TRUE(a.streams[0].times.empty());                        // no times are made up
    EXPECT_EQ(b.streams[0].values, (std::vector<float>{6, 0, 7}));
    EXPECT_EQ(b.streams[2].steps, 0u);
    EXPECT_EQ(c.info.id, "dev/0");
    EXPECT_EQ(c.info.split, Split::valid);
    EXPECT_EQ(c.streams[2].values, (std::vector<float>{0, 0, 1}));
    EXPECT_TRUE(i.said("audio: 1 value was no number, 1 minus and 1 plus infinite, in 2 samples")) << i.all();
    EXPECT_TRUE(i.said("vision: lengths are found from zero steps on the left, in 3 of 3")) << i.all();
    EXPECT_TRUE(i.said("audio: 1 of 3 samples have nothing but zeros")) << i.all();
    EXPECT_TRUE(i.said("1 samples have no id")) << i.all();
}

TEST_F(ImportPickle, ReadsMmsaWithStatedLengths) {
    const std::string part =
        made::dict({{"raw_text", made::list({made::text("so good"), made::text("猫")})},
                    {"audio", stream({{1, 2, 0, 0}, {3, 0, 0, 0}})},
                    {"vision", stream({{0, 1, 0, 0, 0}, {1, 2, 3, 4, 0}})},
                    {"text", stream({{1, 2, 9}, {1, 0, 9}})},
                    {"text_bert", made::array<std::int64_t>("i8", {2, 3, 3},
                                                            {1, 2, 3, 1, 1, 0, 0, 0, 0, 1, 2, 3, 1, 1, 1, 0, 0, 0})},
                    {"audio_lengths", made::list({"K\x03", "K\x01"})},
                    {"vision_lengths", made::array<std::int64_t>("i8", {2}, {3, 9})},
                    {"id", made::list({made::text("v$_$1"), made::text("v$_$1")})},
                    {"annotations", made::list({made::text("Positive"), made::text("Negative")})},
                    {"classification_labels", made::array<float>("f4", {2}, {2, 0})},
                    {"regression_labels", made::array<float>("f4", {2}, {NAN, -0.5f})}});
    const Imported i = import(made::dict({{"test", part}}));
    const Clip a = i.set->read(0), b = i.set->read(1);
    EXPECT_EQ(a.info.id, "v$_$1");
    EXPECT_EQ(b.info.id, "v$_$1#2");
    EXPECT_EQ(b.info.group, "v");
    EXPECT_EQ(b.info.transcript, "猫");
    EXPECT_TRUE(a.info.label.empty());
    EXPECT_EQ(b.info.label, std::vector<float>{-0.5f});
    EXPECT_EQ(a.streams[2].values, (std::vector<float>{1, 2, 0}));  // as stated, though the last is zero
    EXPECT_EQ(a.streams[0].values, (std::vector<float>{1, 2}));     // by the mask
    EXPECT_EQ(b.streams[0].values, (std::vector<float>{1, 0, 9}));
    EXPECT_EQ(b.streams[1].steps, 5u);
    EXPECT_TRUE(i.said("vision: 1 of 2 samples state a length beyond the array")) << i.all();
    EXPECT_TRUE(i.said("text: 1 of 2 samples have values beyond the stated length")) << i.all();
    EXPECT_TRUE(i.said("text: lengths are those of the mask in text_bert")) << i.all();
    EXPECT_TRUE(i.said("1 samples have an id that occurred before")) << i.all();
    EXPECT_TRUE(i.said("1 samples have a label that is no finite number")) << i.all();
    const Imported classes = import(made::dict({{"test", part}}), PickleLabels::classification);
    EXPECT_EQ(classes.set->info().task.classes, (std::vector<std::string>{"Negative", "1", "Positive"}));
    EXPECT_EQ(classes.set->clips()[0].label, std::vector<float>{2});
    EXPECT_EQ(classes.summary.classes.at("Positive"), 1u);
}

TEST_F(ImportPickle, ReadsTheFourEmotionsOfIemocap) {
    const std::string part =
        made::dict({{"vision", stream({{0, 1}})},
                    {"text", stream({{0, 1}})},
                    {"audio", stream({{0, 0, 1}})},
                    {"labels", made::array<std::int64_t>("i8", {1, 4, 2}, {1, 0, 0, 1, 1, 0, 0, 1})}});
    const Imported i = import(made::dict({{"train", part}}));
    EXPECT_EQ(i.set->info().task.parts, (std::vector<std::string>{"neutral", "happy", "sad", "angry"}));
    EXPECT_EQ(i.set->info().task.classes, (std::vector<std::string>{"no", "yes"}));
    EXPECT_EQ(i.set->clips()[0].label, (std::vector<float>{0, 1, 0, 1}));
    EXPECT_NE(refusal(made::dict({{"train", part}}), PickleLabels::regression).find("no regression"),
              std::string::npos);
}

TEST_F(ImportPickle, KeepsSevenLabelsOfMosei) {
    auto part = mult_part();
    part[3].second = made::array<float>("f4", {2, 1, 7}, {1, 0, 0, 0, 0, 0, 3, 2, 0, 0, 0, 0, 0, 1});
    const Imported i = import(made::dict({{"train", made::dict(part)}}));
    EXPECT_EQ(i.set->clips()[1].label, (std::vector<float>{2, 0, 0, 0, 0, 0, 1}));
    EXPECT_TRUE(i.said("sentiment, happy, sad, anger, surprise, disgust, fear")) << i.all();
}

TEST_F(ImportPickle, KeepsAlignedStreamsTogether) {
    const Imported i = import(made::dict({{"train", made::dict({{"vision", stream({{0, 0, 1, 1}})},
                                                                {"text", stream({{0, 1, 1, 1}})},
                                                                {"audio", stream({{0, 0, 0, 1}})},
                                                                {"labels", made::list({"K\x01"})}})}}));
    const Clip c = i.set->read(0);
    for (const Stream& s : c.streams) EXPECT_EQ(s.steps, 3u);
    EXPECT_EQ(c.streams[2].values, (std::vector<float>{0, 0, 1}));
    EXPECT_TRUE(i.said("aligned word by word")) << i.all();
}

TEST_F(ImportPickle, ReadsListsOfArraysAndFloatIds) {
    const Imported i =
        import(made::dict({{"valid", made::dict({{"vision", made::list({made::array<float>("f4", {2, 1}, {0, 1}),
                                                                        made::array<float>("f4", {1, 1}, {4})})},
                                                 {"labels", made::list({"K\x01", "G\xbf\xf0" + std::string(6, '\0')})},
                                                 {"id", made::array<double>("f8", {2, 1}, {12, 13.5})}})}}));
    EXPECT_EQ(i.set->clips()[1].id, "13.5");
    EXPECT_EQ(i.set->read(0).streams[1].values, (std::vector<float>{0, 1}));  // nothing is cut from a whole array
    EXPECT_EQ(i.set->clips()[1].label, std::vector<float>{-1});
}

TEST_F(ImportPickle, SaysWhatDoesNotFit) {
    EXPECT_NE(refusal("N").find("no dict of splits"), std::string::npos);
    EXPECT_NE(refusal(made::dict({{"train", "N"}})).find("no part with text, vision or audio"), std::string::npos);
    auto part = mult_part();
    part[0].second = stream({{1}});
    EXPECT_NE(refusal(made::dict({{"train", made::dict(part)}})).find("samples of vision"), std::string::npos);
    part = mult_part();
    part[3].second = made::list({"K\x01"});
    EXPECT_NE(refusal(made::dict({{"train", made::dict(part)}})).find("1 labels for 2 samples in 'train'"),
              std::string::npos);
    part = mult_part();
    part[4].second = made::list({made::text("x")});
    EXPECT_NE(refusal(made::dict({{"train", made::dict(part)}})).find("1 ids for 2 samples"), std::string::npos);
    EXPECT_NE(
        refusal(made::dict({{"dev", made::dict(mult_part())}, {"valid", made::dict(mult_part())}})).find("two parts"),
        std::string::npos);
    const Imported other = import(made::dict({{"extra", made::dict(mult_part())}}));
    EXPECT_EQ(other.set->clips()[0].split, Split::none);
    EXPECT_TRUE(other.said("'extra' is none of train, valid, test"));
}

TEST_F(ImportPickle, StopsWithoutATrace) {
    made::write(folder / "a.pkl", made::dict({{"train", made::dict(mult_part())}}) + ".");
    std::stop_source source;
    source.request_stop();
    PickleOptions options;
    options.file = folder / "a.pkl";
    EXPECT_THROW((void)import_pickle(options, folder / "a.h5", no_progress, source.get_token()), Cancelled);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path), {}), 1);
}

TEST_F(ImportPickle, ReadsTheRealFiles) {
    const char* data = std::getenv("MICA_TEST_DATA");
    if (!data) GTEST_SKIP() << "MICA_TEST_DATA is not set: no real files";
    PickleOptions options;
    options.file = fs::path(data) / "mmsa/example.pkl";
    (void)import_pickle(options, folder / "two.h5", no_progress, {});
    const auto two = open_set(folder / "two.h5");
    ASSERT_EQ(two->size(), 2u);
    EXPECT_EQ(two->clips()[0].steps, (std::array<std::uint32_t, 3>{16, 48, 477}));
    EXPECT_EQ(two->clips()[1].steps, (std::array<std::uint32_t, 3>{16, 48, 478}));
    options.file = fs::path(data) / "mmsa/feature_unaligned.pkl";
    (void)import_pickle(options, folder / "one.h5", no_progress, {});
    const auto one = open_set(folder / "one.h5");
    ASSERT_EQ(one->size(), 1u);
    EXPECT_EQ(one->clips()[0].steps, (std::array<std::uint32_t, 3>{11, 32, 221}));
    EXPECT_EQ(one->info().streams[1].features, 177u);
}

}  // namespace
