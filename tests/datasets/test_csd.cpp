// labels: data
// Computational sequences: reading, damage, the SDK's alignment, folds. Literal cases are computed by hand.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <functional>
#include <limits>

#include "datasets/csd/align.h"
#include "datasets/csd/folds.h"
#include "datasets/csd/sequence.h"
#include "datasets/store/h5_foreign.h"
#include "datasets/types/error.h"
#include "made_clips.h"
#include "made_csd.h"
#include "tests/refusal.h"

using namespace mica;

namespace {

SequenceRows rows_of(std::vector<Interval> times, std::vector<float> values, std::size_t features = 1) {
    SequenceRows r;
    r.times = std::move(times);
    r.values = std::move(values);
    r.features = features;
    return r;
}

}  // namespace

TEST(Csd, ReadsNumbersWordsAndMetadata) {
    const made::Folder folder;
    made::csd(folder / "a.csd", "Some Sequence",
              {{"v1", {2, {0, 0.5, 0.5, 1}, {1, 2, 3, 4}, {}}}, {"v0[2]", {2, {3, 4}, {5, 6}, {}}}},
              {{"dimension names", R"(["AU1", "AU2"])"}, {"creator", "\"A. Zadeh\""}, {"contact", "not JSON"}});
    const Sequence s(folder / "a.csd");
    EXPECT_EQ(s.name(), "Some Sequence");
    EXPECT_EQ(s.type(), "f4");
    EXPECT_EQ(s.features(), 2u);
    EXPECT_EQ(s.metadata().at("creator"), "A. Zadeh");
    EXPECT_EQ(s.metadata().at("contact"), "not JSON");
    EXPECT_EQ(s.feature_names(), (std::vector<std::string>{"AU1", "AU2"}));
    ASSERT_EQ(s.entries().size(), 2u);
    EXPECT_EQ(s.entries()[0].id, "v0[2]");
    EXPECT_EQ(s.entries()[1].rows, 2u);
    EXPECT_EQ(s.read(1).values, (std::vector<float>{1, 2, 3, 4}));
    EXPECT_EQ(s.read(1).times[1], (Interval{0.5, 1}));
    EXPECT_EQ(s.of_video("v0"), (std::vector<std::size_t>{0}));

    made::csd(folder / "w.csd", "words", {{"v1", {0, {0, 1, 1, 2}, {}, {"twelve bytes", "caf\xc3\xa9"}}}});
    const Sequence w(folder / "w.csd");
    EXPECT_TRUE(w.text());
    EXPECT_EQ(w.type(), "S12");
    EXPECT_EQ(w.read(0).texts, (std::vector<std::string>{"twelve bytes", "caf\xc3\xa9"}));
}

TEST(Csd, GathersAVideosRowsInOrderOfTime) {
    const made::Folder folder;
    const double nan = std::nan("");
    made::csd(folder / "a.csd", "s",
              {{"v[0]", {1, {4, 5, 1, 2}, {1, 2}, {}}},
               {"v[1]", {1, {0, 1, 1, 3, nan, 1, 3, 2}, {3, 4, 5, 6}, {}}},
               {"video", {1, {0, 9}, {7}, {}}}});
    const Sequence s(folder / "a.csd");
    std::vector<Sequence::Damaged> damaged;
    const SequenceRows all = s.gather("v", damaged);
    EXPECT_EQ(all.values, (std::vector<float>{3, 2, 4, 1}));  // 2 before 4: equal begins stay in the order of ids
    EXPECT_TRUE(damaged.empty());
    EXPECT_EQ(s.gather("nobody", damaged).size(), 0u);
}

TEST(Csd, SaysWhichIdsAreDamagedAndLoadsTheRest) {
    const made::Folder folder;
    {
        h5::Sink sink(folder / "a.csd");
        const std::vector<double> t{0, 1, 1, 2};
        const std::vector<float> v{1, 2, 3, 4};
        for (const char* g :
             {"s", "s/data", "s/data/good", "s/data/flat", "s/data/none", "s/data/short", "s/data/wide"})
            sink.group(g);
        sink.write("s/data/good/features", {2, 1}, v.data());
        sink.write("s/data/good/intervals", {2, 2}, t.data());
        sink.write("s/data/flat/features", {2}, v.data());
        sink.write("s/data/flat/intervals", {2, 2}, t.data());
        sink.write("s/data/short/features", {2, 1}, v.data());
        sink.write("s/data/short/intervals", {1, 2}, t.data());
        sink.write("s/data/wide/features", {2, 2}, v.data());
        sink.write("s/data/wide/intervals", {2, 2}, t.data());
        sink.close();
    }
    const Sequence s(folder / "a.csd");
    ASSERT_EQ(s.entries().size(), 1u);
    EXPECT_EQ(s.read(0).values, (std::vector<float>{1, 2}));
    std::map<std::string, std::string> why;
    for (const auto& d : s.damaged()) why[d.id] = d.reason;
    EXPECT_EQ(why["flat"], "features have 1 dimensions, not 2");
    EXPECT_EQ(why["short"], "has 2 rows of features but 1 intervals");
    EXPECT_EQ(why["wide"], "has 2 features where the sequence has 1 features");
    EXPECT_NE(why["none"].find("no readable field"), std::string::npos) << why["none"];
}

TEST(Csd, FilesThatAreNoSequenceAreRefusedInOneSentence) {
    const made::Folder folder;
    made::write(folder / "text.csd", "not HDF5 at all");
    EXPECT_EQ(message([&] { Sequence(folder / "text.csd"); }),
              (folder / "text.csd").string() + ": is not an HDF5 file");
    EXPECT_NE(message([&] { Sequence(folder / "gone.csd"); }).find("there is no such file"), std::string::npos);
    {
        h5::Sink sink(folder / "other.h5");
        sink.group("clips");
        sink.close();
    }
    EXPECT_NE(message([&] { Sequence(folder / "other.h5"); }).find("its first group 'clips' has no 'data'"),
              std::string::npos);
}

// Files that HDF5 1.10 does not survive, found by fuzzing. This process does, and says one sentence.
TEST(Csd, FilesThatHdf5DoesNotSurviveHarmNothing) {
    const char* resources = std::getenv("MICA_RESOURCES");
    if (!resources) GTEST_SKIP() << "MICA_RESOURCES does not say where the source tree is";
    const auto corpus = std::filesystem::path(resources) / "../tests/fuzz/corpus/csd";
    for (const char* name : {"crash.csd", "abort.csd", "endless.csd"}) {
        ASSERT_TRUE(std::filesystem::exists(corpus / name));
        const Sequence s(corpus / name);  // the damage lies in the metadata: the rows are whole
        EXPECT_EQ(s.entries().size(), 3u) << name;
        for (std::size_t i = 0; i < s.entries().size(); ++i) EXPECT_EQ(s.read(i).size(), s.entries()[i].rows) << name;
    }
    EXPECT_NE(message([&] { h5::examine(corpus / "crash.csd"); }).find("HDF5 fails on it"), std::string::npos);
    EXPECT_NE(message([&] { h5::examine(corpus / "endless.csd"); }).find("HDF5 does not come to an end"),
              std::string::npos);
}

TEST(Align, KeepsTheOverlapCutsAndCollapsesIt) {
    // Rows of 0.4 s; the reference row 0.5 to 1.25 overlaps 0.4-0.8, 0.8-1.2, 1.2-1.6.
    const auto rows = rows_of({{0, 0.4}, {0.4, 0.8}, {0.8, 1.2}, {1.2, 1.6}}, {1, 2, 4, 9});
    const std::vector<Interval> reference{{0.5, 1.25}};
    const auto mean = align(reference, rows, Collapse::mean);
    ASSERT_EQ(mean.size(), 1u);
    EXPECT_EQ(mean[0].values, (std::vector<float>{5}));
    EXPECT_EQ(mean[0].time, (Interval{0.5, 1.25}));
    const std::map<Collapse, float> expected{{Collapse::sum, 15.0f},  {Collapse::min, 2.0f},  {Collapse::max, 9.0f},
                                             {Collapse::first, 2.0f}, {Collapse::last, 9.0f}, {Collapse::middle, 4.0f}};
    for (const auto& [how, value] : expected) EXPECT_EQ(align(reference, rows, how)[0].values[0], value) << name(how);
}

TEST(Align, NumbersHaveGapsWhereNothingOverlaps) {
    const auto rows = rows_of({{0, 1}, {5, 6}}, {1, 2});
    // before, touching only, an empty reference row, inside the hole, and the second row
    const auto aligned = align({{-1, 0}, {0, 0.5}, {0.5, 0.5}, {2, 3}, {5.5, 9}}, rows, Collapse::mean);
    ASSERT_EQ(aligned.size(), 2u);
    EXPECT_EQ(aligned[0].reference, 1u);
    EXPECT_EQ(aligned[0].time, (Interval{0, 0.5}));
    EXPECT_EQ(aligned[1].reference, 4u);
    EXPECT_EQ(aligned[1].time, (Interval{5.5, 6}));  // cut at the row's end, not the reference's
    EXPECT_EQ(aligned[1].values, (std::vector<float>{2}));
}

TEST(Align, AnOverlapOfEpsilonDoesNotCount) {
    const auto rows = rows_of({{0, 1}, {1, 2}}, {1, 2});
    EXPECT_EQ(align({{0.5, 1.000009}}, rows, Collapse::sum)[0].values[0], 1);
    EXPECT_EQ(align({{0.5, 1.000012}}, rows, Collapse::sum)[0].values[0], 3);
    EXPECT_TRUE(align({{0.5, 0.500009}}, rows, Collapse::sum).empty());
}

TEST(Align, FindsALongRowBehindShortOnes) {
    const auto rows = rows_of({{0, 100}, {1, 2}, {3, 4}, {50, 51}}, {1, 2, 3, 4});
    const RowFinder finder(rows.times);
    const auto found = finder.overlaps({10, 50.5});
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].row, 0u);
    EXPECT_EQ(found[0].time, (Interval{10, 50.5}));
    EXPECT_EQ(found[1].row, 3u);
    EXPECT_EQ(found[1].time, (Interval{50, 50.5}));
}

TEST(Align, ValuesThatAreNotFiniteBecomeZeroAndAreCounted) {
    const float inf = std::numeric_limits<float>::infinity();
    auto rows = rows_of({{0, 1}, {1, 2}}, {-inf, 1, std::nanf(""), 3}, 2);
    EXPECT_EQ(clean(rows), 2u);
    const auto aligned = align({{0, 2}}, rows, Collapse::mean);
    EXPECT_EQ(aligned[0].values, (std::vector<float>{0, 2}));
}

TEST(Align, VideosThatAllSequencesShare) {
    const made::Folder folder;
    const made::Rows one{1, {0, 1}, {1}, {}};
    made::csd(folder / "a.csd", "a", {{"v1[0]", one}, {"v1[1]", one}, {"v2", one}, {"v4", one}});
    made::csd(folder / "b.csd", "b", {{"v1", one}, {"v3", one}, {"v4[7]", one}});
    const Sequence a(folder / "a.csd"), b(folder / "b.csd");
    EXPECT_EQ(shared_videos({&a, &b}), (std::vector<std::string>{"v1", "v4"}));
}

TEST(Folds, OfMosiAndMoseiAreBuiltIn) {
    for (const auto& [name, sizes] :
         {std::pair{"mosi", std::array<int, 3>{52, 10, 31}}, std::pair{"mosei", std::array<int, 3>{2249, 300, 678}}}) {
        const auto folds = builtin_folds(name);
        ASSERT_TRUE(folds);
        std::array<int, 3> count{};
        for (const auto& [id, split] : folds->of) ++count[static_cast<std::size_t>(split)];
        EXPECT_EQ(count, sizes) << name;
    }
    EXPECT_EQ(builtin_folds("mosi")->split("2iD-tVS8NPw"), Split::train);
    EXPECT_EQ(builtin_folds("mosi")->split("nobody"), Split::none);
    EXPECT_FALSE(builtin_folds("iemocap"));
    EXPECT_EQ(folds_for({"CMU_MOSI_COVAREP"}), "mosi");
    EXPECT_EQ(folds_for({"All Labels", "CMU-MOSEI"}), "mosei");
    EXPECT_EQ(folds_for({"text"}), "");
}

TEST(Folds, OfAFileAreChecked) {
    const made::Folder folder;
    made::write(folder / "f.json", R"({"train": ["a"], "valid": [], "test": ["b", "c"]})");
    EXPECT_EQ(read_folds(folder / "f.json").split("c"), Split::test);
    made::write(folder / "f.json", R"({"folds": {"train": ["a"], "valid": ["a"], "test": []}})");
    EXPECT_NE(message([&] { (void)read_folds(folder / "f.json"); }).find("'a' in two folds"), std::string::npos);
    made::write(folder / "f.json", R"({"folds": {"train": ["a"], "test": []}})");
    EXPECT_NE(message([&] { (void)read_folds(folder / "f.json"); }).find("no list \"valid\""), std::string::npos);
    made::write(folder / "f.json", std::string(1 << 20, '['));
    EXPECT_NE(message([&] { (void)read_folds(folder / "f.json"); }).find("does not hold folds"), std::string::npos);
}

TEST(Csd, TheRealFilesOfMosi) {
    const char* data = std::getenv("MICA_TEST_DATA");
    if (!data) GTEST_SKIP() << "MICA_TEST_DATA does not name the folder of real data";
    const std::filesystem::path folder = std::filesystem::path(data) / "mosi";
    const Sequence words(folder / "CMU_MOSI_ModifiedTimestampedWords.csd"),
        labels(folder / "CMU_MOSI_Opinion_Labels.csd");
    EXPECT_EQ(words.name(), "CMU_MOSI_ModifiedTimestampedWords");
    EXPECT_EQ(labels.name(), "Opinion Segment Labels");
    EXPECT_EQ(labels.metadata().at("dataset name"), "CMU-MOSI");
    EXPECT_EQ(words.entries().size(), 93u);
    std::size_t tokens = 0, silent = 0, segments = 0;
    for (std::size_t i = 0; i < words.entries().size(); ++i)
        for (const std::string& t : words.read(i).texts) {
            ++tokens;
            silent += t == "sp";
        }
    for (const auto& e : labels.entries()) segments += e.rows;
    EXPECT_EQ(tokens, 51056u);
    EXPECT_EQ(silent, 8287u);
    EXPECT_EQ(segments, 2199u);
    EXPECT_EQ(words.read(0).texts[2], "this");
    EXPECT_NEAR(words.read(0).times[0].begin, 2.11768707, 1e-8);
}

// What h5py reads from the real files, bit for bit: ids, times and features or words.
TEST(Csd, ReadsWhatH5pyReads) {
    const char* data = std::getenv("MICA_TEST_DATA");
    if (!data) GTEST_SKIP() << "MICA_TEST_DATA does not name the folder of real data";
    const char* python = nullptr;
    for (const char* p : {"python3", "/usr/bin/python3"})
        if (!python && std::system((std::string(p) + " -c 'import h5py, numpy' 2>/dev/null").c_str()) == 0) python = p;
    if (!python) GTEST_SKIP() << "python3 with h5py and numpy is not at hand";
    const made::Folder folder;
    made::write(folder / "compare.py", R"(
import sys, h5py, numpy as np
root = list(h5py.File(sys.argv[1]).values())[0]["data"]
rows = 0
for line in open(sys.argv[2], encoding="utf-8"):
    id, begin, end, value = line.rstrip("\n").split("\t")
    name, at = id.rsplit(" ", 1)
    entry, at = root[name], int(at)
    wanted = entry["features"][at][0]
    got = value.encode() if isinstance(wanted, bytes) else np.float32(float.fromhex(value))
    assert got == wanted, (id, got, wanted)
    assert [float.fromhex(begin), float.fromhex(end)] == [float(t) for t in entry["intervals"][at]], id
    rows += 1
assert rows == sum(e["features"].shape[0] for e in root.values()), rows
)");
    for (const char* name : {"CMU_MOSI_ModifiedTimestampedWords.csd", "CMU_MOSI_Opinion_Labels.csd"}) {
        const auto file = std::filesystem::path(data) / "mosi" / name;
        const Sequence s(file);
        std::string dump;
        for (std::size_t i = 0; i < s.entries().size(); ++i) {
            const SequenceRows rows = s.read(i);
            for (std::size_t r = 0; r < rows.size(); ++r) {
                char times[128], value[64];
                std::snprintf(times, sizeof times, " %zu\t%a\t%a\t", r, rows.times[r].begin, rows.times[r].end);
                if (!s.text()) std::snprintf(value, sizeof value, "%a", static_cast<double>(rows.values[r]));
                dump += s.entries()[i].id + times + (s.text() ? rows.texts[r] : value) + "\n";
            }
        }
        made::write(folder / "dump", dump);
        const std::string command = std::string(python) + " " + (folder / "compare.py").string() + " " + file.string() +
                                    " " + (folder / "dump").string();
        EXPECT_EQ(std::system(command.c_str()), 0) << name;
    }
}
