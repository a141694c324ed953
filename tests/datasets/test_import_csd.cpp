// labels: data
// Import of computational sequences: small ones with known content, and the real MOSI.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <functional>
#include <limits>

#include "datasets/csd/roles.h"
#include "datasets/import/csd.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"
#include "made_clips.h"
#include "made_csd.h"
#include "tests/refusal.h"

using namespace mica;

namespace {

bool noted(const ImportSummary& s, const std::string& part) {
    for (const std::string& n : s.notes)
        if (n.find(part) != std::string::npos) return true;
    return false;
}

// Two videos. Video a: segments 10-12 s and 12-13 s, words on both, vision at 2 Hz, audio only in the first.
void make_set(const made::Folder& f) {
    made::csd(f / "CMU_MOSI_Opinion_Labels.csd", "Opinion Segment Labels",
              {{"a", {1, {10, 12, 12, 13}, {1.5f, -2}, {}}}, {"b", {1, {0, 1, 5, 5}, {3, 0}, {}}}},
              {{"dataset name", "\"CMU-MOSI\""}});
    made::csd(f / "CMU_MOSI_TimestampedWords.csd", "words",
              {{"a", {0, {1, 2, 10, 10.5, 10.5, 11, 11, 12.25, 12.25, 12.75}, {}, {"hey", "so", "sp", "good", "bad"}}},
               {"b", {0, {0.25, 0.5}, {}, {"no"}}}});
    made::csd(f / "CMU_MOSI_Visual_Facet_42.csd", "FACET",
              {{"a",
                {2,
                 {9.5, 10, 10, 10.5, 10.5, 11, 11, 11.5, 11.5, 12, 12, 12.5, 12.5, 13},
                 {0, 0, 1, 10, 2, 20, 3, 30, 4, 40, 5, 50, 6, 60},
                 {}}},
               {"b", {2, {0, 0.5, 0.5, 1}, {7, 70, 8, 80}, {}}}},
              {{"dimension names", R"(["AU1","AU2"])"}});
    const float inf = std::numeric_limits<float>::infinity();
    made::csd(f / "CMU_MOSI_COVAREP.csd", "COVAREP", {{"a", {1, {10.4, 10.6, 10.6, 11.5}, {-inf, 2}, {}}}});
}

CsdOptions options_for(const made::Folder& f) {
    CsdOptions o;
    for (const char* name :
         {"CMU_MOSI_Opinion_Labels", "CMU_MOSI_TimestampedWords", "CMU_MOSI_Visual_Facet_42", "CMU_MOSI_COVAREP"})
        o.files.push_back(f / (std::string(name) + ".csd"));
    o.folds = "draw";
    return o;
}

Clip clip(const std::shared_ptr<Dataset>& set, const std::string& id) { return set->read(set->find(id)); }

}  // namespace

TEST(ImportCsd, SegmentsKeepTheirWordsAndTheirOwnRows) {
    const made::Folder f;
    make_set(f);
    const auto s = import_csd(options_for(f), f / "set.h5", no_progress, {});
    EXPECT_EQ(s.clips, 4u);
    const auto set = open_set(f / "set.h5");
    EXPECT_EQ(set->info().name, "CMU-MOSI");
    EXPECT_EQ(set->info().task.name, "sentiment");
    EXPECT_EQ(set->info().streams[1].feature_names, (std::vector<std::string>{"AU1", "AU2"}));
    EXPECT_EQ(set->info().streams[1].rate, 2);
    const Clip c = clip(set, "a[0]");
    EXPECT_EQ(c.info.group, "a");
    EXPECT_EQ(c.info.duration, 2);
    EXPECT_EQ(c.info.label, (std::vector<float>{1.5f}));
    EXPECT_EQ(c.info.transcript, "so good");
    ASSERT_EQ(c.words.size(), 2u);  // "sp" is a silence
    EXPECT_EQ(c.words[0].time, (Interval{0, 0.5}));
    EXPECT_EQ(c.words[1].time, (Interval{1, 2}));  // cut at the segment's end
    EXPECT_EQ(c.streams[0].steps, 2u);
    EXPECT_EQ(c.streams[0].features, 64u);
    EXPECT_EQ(c.streams[1].values, (std::vector<float>{1, 10, 2, 20, 3, 30, 4, 40}));
    EXPECT_EQ(c.streams[1].times[3], (Interval{1.5, 2}));
    EXPECT_EQ(c.streams[2].values, (std::vector<float>{0, 2}));
    EXPECT_NEAR(c.streams[2].times[0].begin, 0.4, 1e-12);
    EXPECT_EQ(clip(set, "a[1]").info.transcript, "good bad");
    const Clip empty = clip(set, "b[1]");
    EXPECT_EQ(empty.info.steps, (std::array<std::uint32_t, 3>{0, 0, 0}));
    EXPECT_NE(empty.info.note.find("no length"), std::string::npos);
    EXPECT_TRUE(noted(s, "1 value was not finite and is 0"));
    EXPECT_TRUE(noted(s, "audio (CMU_MOSI_COVAREP.csd): 1 of 2 videos with labels are missing: b"));
    EXPECT_TRUE(noted(s, "1 word lies outside every labelled segment"));
    EXPECT_TRUE(noted(s, "2 words reach over the border"));
    EXPECT_TRUE(noted(s, "1 segment has no length"));
    EXPECT_EQ(s.without_sound, 3u);
}

TEST(ImportCsd, AlignedToWordsEachStreamHasARowAWord) {
    const made::Folder f;
    make_set(f);
    auto o = options_for(f);
    o.files.pop_back();
    o.align = "words";
    (void)import_csd(o, f / "set.h5", no_progress, {});
    const auto set = open_set(f / "set.h5");
    const Clip c = clip(set, "a[0]");
    // "so" 10-10.5: one row; "good" 11-12.25: rows 3, 4 and half of 5, collapsed over the whole word, then cut
    EXPECT_EQ(c.streams[1].values, (std::vector<float>{1, 10, 4, 40}));
    EXPECT_EQ(c.streams[1].times, (std::vector<Interval>{{0, 0.5}, {1, 2}}));
    EXPECT_EQ(clip(set, "a[1]").streams[1].values, (std::vector<float>{4, 40, 5.5, 55}));
    o.collapse = Collapse::max;
    (void)import_csd(o, f / "set.h5", no_progress, {});
    EXPECT_EQ(clip(open_set(f / "set.h5"), "a[0]").streams[1].values, (std::vector<float>{1, 10, 5, 50}));
}

TEST(ImportCsd, AlignmentLeavesOutVideosThatAStreamLacks) {
    const made::Folder f;
    make_set(f);
    auto o = options_for(f);
    o.align = "words";
    const auto s = import_csd(o, f / "set.h5", no_progress, {});
    EXPECT_EQ(s.clips, 2u);
    ASSERT_EQ(s.left_out.size(), 2u);
    EXPECT_EQ(s.left_out[0].id, "b[0]");
    const auto set = open_set(f / "set.h5");
    // "so" 10-10.5 overlaps only the first audio row (-inf, now 0), from 10.4 on; "good" 11-12.25 the second to 11.5
    const Clip c = clip(set, "a[0]");
    EXPECT_EQ(c.streams[2].values, (std::vector<float>{0, 2}));
    EXPECT_NEAR(c.streams[2].times[0].begin, 0.4, 1e-12);
    EXPECT_NEAR(c.streams[2].times[1].end, 1.5, 1e-12);
    EXPECT_EQ(clip(set, "a[1]").streams[2].steps, 0u);  // "good" has its sound before this segment, "bad" has none
    o.align = "COVAREP";
    (void)import_csd(o, f / "set.h5", no_progress, {});
    const Clip d = clip(open_set(f / "set.h5"), "a[0]");
    EXPECT_EQ(d.streams[1].values, (std::vector<float>{1.5, 15, 2.5, 25}));  // 10.4-10.6: rows 1, 2; 10.6-11.5: 2, 3
    EXPECT_EQ(d.words.size(), 2u);
}

TEST(ImportCsd, WordVectorsOfASequenceFollowTheWords) {
    const made::Folder f;
    make_set(f);
    made::csd(f / "CMU_MOSI_TimestampedWordVectors.csd", "glove_vectors",
              {{"a", {2, {1, 2, 10, 10.5, 10.5, 11, 11, 12.25}, {1, 1, 2, 2, 0, 0, 4, 4}, {}}},
               {"b", {2, {0.25, 0.5}, {6, 6}, {}}}});
    auto o = options_for(f);
    o.files.push_back(f / "CMU_MOSI_TimestampedWordVectors.csd");
    const auto s = import_csd(o, f / "set.h5", no_progress, {});
    const auto set = open_set(f / "set.h5");
    EXPECT_EQ(clip(set, "a[0]").streams[0].values, (std::vector<float>{2, 2, 4, 4}));
    const Clip c = clip(set, "a[1]");
    EXPECT_EQ(c.streams[0].values, (std::vector<float>{4, 4, 0, 0}));
    EXPECT_EQ(c.streams[0].valid, (std::vector<std::uint8_t>{1, 0}));
    EXPECT_TRUE(noted(s, "1 word has no row here"));
}

TEST(ImportCsd, SequencesThatAreAlignedAlreadyAreTakenBySegment) {
    const made::Folder f;
    made::csd(f / "labels.csd", "labels", {{"v[0]", {1, {0, 2}, {1}, {}}}, {"v[7]", {1, {0, 3}, {2}, {}}}});
    made::csd(f / "words.csd", "words", {{"v[0]", {0, {0, 1}, {}, {"one"}}}, {"v[7]", {0, {0, 1}, {}, {"seven"}}}});
    made::csd(f / "vision.csd", "vision", {{"v[0]", {1, {0, 1}, {10}, {}}}, {"v[7]", {1, {0, 1}, {70}, {}}}});
    CsdOptions o;
    o.files = {f / "labels.csd", f / "words.csd", f / "vision.csd"};
    (void)import_csd(o, f / "set.h5", no_progress, {});
    const auto set = open_set(f / "set.h5");
    ASSERT_EQ(set->size(), 2u);
    EXPECT_EQ(clip(set, "v[7]").info.transcript, "seven");
    EXPECT_EQ(clip(set, "v[7]").streams[1].values, (std::vector<float>{70}));
    EXPECT_EQ(clip(set, "v[0]").streams[1].values, (std::vector<float>{10}));
}

TEST(ImportCsd, RolesAreFoundByNameOrAskedFor) {
    EXPECT_EQ(role_of("CMU_MOSEI_TimestampedGloveVectors_with_SP"), Role::text);
    EXPECT_EQ(role_of("CMU_MOSI_TimestampedWordVectors"), Role::text);
    EXPECT_EQ(role_of("CMU_MOSI_ModifiedTimestampedWords"), Role::words);
    EXPECT_EQ(role_of("CMU_MOSEI_VisualFacet42"), Role::vision);
    EXPECT_EQ(role_of("CMU_MOSI_openSMILE_IS09"), Role::audio);
    EXPECT_EQ(role_of("CMU_MOSEI_Labels"), Role::labels);
    EXPECT_FALSE(role_of("CMU_MOSI_TimestampedPhones"));
    const made::Folder f;
    make_set(f);
    auto o = options_for(f);
    std::filesystem::copy_file(f / "CMU_MOSI_COVAREP.csd", f / "mine.csd");
    made::csd(f / "odd.csd", "features", {{"a", {1, {0, 1}, {1}, {}}}});
    o.files.push_back(f / "odd.csd");
    EXPECT_NE(message([&] { (void)import_csd(o, f / "s.h5", no_progress, {}); }).find("--vision"), std::string::npos);
    o.files.back() = f / "mine.csd";
    EXPECT_NE(message([&] { (void)import_csd(o, f / "s.h5", no_progress, {}); }).find("both this and"),
              std::string::npos);
    o.told[static_cast<std::size_t>(Role::audio)] = f / "mine.csd";
    const auto s = import_csd(o, f / "s.h5", no_progress, {});
    EXPECT_TRUE(noted(s, "CMU_MOSI_COVAREP.csd is not used"));
    o = options_for(f);
    o.files.erase(o.files.begin());
    EXPECT_NE(message([&] { (void)import_csd(o, f / "s.h5", no_progress, {}); }).find("no file of labels"),
              std::string::npos);
    o = options_for(f);
    o.align = "OpenFace";
    EXPECT_NE(message([&] { (void)import_csd(o, f / "s.h5", no_progress, {}); }).find("no sequence called 'OpenFace'"),
              std::string::npos);
}

TEST(ImportCsd, LabelsOfSeveralValues) {
    const made::Folder f;
    made::csd(f / "CMU_MOSEI_Labels.csd", "All Labels",
              {{"a", {7, {0, 1, 1, 2}, {-1, 1, 2, 0, 0, 0, 3, std::nanf(""), 0, 0, 0, 0, 0, 0}, {}}}});
    made::csd(f / "CMU_MOSEI_TimestampedWords.csd", "words", {{"a", {0, {0, 1}, {}, {"hi"}}}});
    CsdOptions o;
    o.files = {f / "CMU_MOSEI_Labels.csd", f / "CMU_MOSEI_TimestampedWords.csd"};
    auto s = import_csd(o, f / "s.h5", no_progress, {});
    EXPECT_EQ(clip(open_set(f / "s.h5"), "a[0]").info.label, (std::vector<float>{-1}));
    ASSERT_EQ(s.left_out.size(), 1u);  // NaN
    EXPECT_TRUE(noted(s, "The folds 'mosei' lack 1 video,"));
    for (const auto& [label, values] : {std::pair{"fear", std::vector<float>{3}}, std::pair{"2", std::vector<float>{2}},
                                        std::pair{"all", std::vector<float>{-1, 1, 2, 0, 0, 0, 3}}}) {
        o.label = label;
        (void)import_csd(o, f / "s.h5", no_progress, {});
        EXPECT_EQ(clip(open_set(f / "s.h5"), "a[0]").info.label, values) << label;
    }
    o.label = "joy";
    EXPECT_NE(message([&] { (void)import_csd(o, f / "s.h5", no_progress, {}); }).find("It has sentiment, happy"),
              std::string::npos);
}

TEST(ImportCsd, MediaAreNumberedInOrderOfTime) {
    const made::Folder f;
    make_set(f);
    made::csd(f / "CMU_MOSI_Opinion_Labels.csd", "labels", {{"a", {1, {12, 13, 10, 12}, {1, 2}, {}}}});
    std::filesystem::create_directories(f / "Raw/Video/Segmented");
    for (const char* n : {"a_1.mp4", "a_2.mp4", "a_3.mp4"}) made::write(f / "Raw/Video/Segmented" / n, "");
    auto o = options_for(f);
    o.media = f / "Raw";
    const auto s = import_csd(o, f / "set.h5", no_progress, {});
    const auto set = open_set(f / "set.h5");
    EXPECT_EQ(clip(set, "a[0]").info.media, "Raw/Video/Segmented/a_2.mp4");
    EXPECT_EQ(clip(set, "a[1]").info.media, "Raw/Video/Segmented/a_1.mp4");
    EXPECT_TRUE(noted(s, "found for 2 of 2 segments"));
    EXPECT_TRUE(noted(s, "not in order of time"));
}

TEST(ImportCsd, TheRealMosi) {
    const char* data = std::getenv("MICA_TEST_DATA");
    if (!data) GTEST_SKIP() << "MICA_TEST_DATA does not name the folder of real data";
    const std::filesystem::path folder = std::filesystem::path(data) / "mosi";
    const made::Folder f;
    CsdOptions o;
    o.files = {folder / "CMU_MOSI_ModifiedTimestampedWords.csd"};
    o.told[0] = folder / "CMU_MOSI_Opinion_Labels.csd";
    const auto s = import_csd(o, f / "set.h5", no_progress, {});
    EXPECT_EQ(s.clips, 2199u);
    EXPECT_EQ(s.splits, (std::array<std::size_t, 3>{1284, 229, 686}));
    EXPECT_TRUE(s.left_out.empty());
    const auto set = open_set(f / "set.h5");
    std::size_t words = 0, silent = 0;
    for (std::size_t i = 0; i < set->size(); ++i) {
        const Clip c = set->read(i);
        words += c.words.size();
        for (const Word& w : c.words) EXPECT_LE(w.time.end, c.info.duration + 1e-9);
        silent += c.words.empty();
    }
    EXPECT_EQ(words, 27713u);  // counted in Python with numpy from the same files
    EXPECT_EQ(silent, 1u);
    EXPECT_EQ(clip(set, "2WGyTLYerpo[43]").words.size(), 0u);
    EXPECT_TRUE(noted(s, "1 segment has no length"));
    const Clip first = clip(set, "03bSnISJMiM[0]");
    EXPECT_FLOAT_EQ(first.info.label[0], 2.4f);
    EXPECT_EQ(first.info.split, Split::train);
    EXPECT_NEAR(first.info.duration, 55.94535 - 51.904533, 1e-5);
    const auto again = import_csd(o, f / "again.h5", no_progress, {});
    EXPECT_EQ(again.fingerprint, s.fingerprint);
}
