// labels: data
// A set, its export as computational sequences, and the set that comes back: the same bits.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <functional>

#include "datasets/csd/sequence.h"
#include "datasets/export/csd.h"
#include "datasets/import/csd.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"
#include "made_clips.h"
#include "tests/refusal.h"

using namespace mica;

namespace {

Stream stream(std::size_t steps, std::size_t features, bool times, bool valid) {
    Stream s;
    s.steps = steps;
    s.features = features;
    for (std::size_t i = 0; i < steps * features; ++i) s.values.push_back(static_cast<float>(i) / 3 - 1);
    if (!s.values.empty()) s.values[0] = -0.0f;
    for (std::size_t i = 0; times && i < steps; ++i)
        s.times.push_back({static_cast<double>(i) / 7, static_cast<double>(i + 1) / 7});
    if (valid) s.valid.assign(steps, 1);
    if (valid && steps > 1) s.valid[1] = 0;
    return s;
}

// Everything that a set can hold: ids with and without numbers, folders in ids, unknown times, empty streams, notes.
void make_set(const std::filesystem::path& file) {
    DatasetInfo info;
    info.name = "made \"set\"";
    info.origin = "by hand";
    info.task.name = "sentiment";
    info.streams[0] = {4, {}, 0, "text recipe", 0};
    info.streams[1] = {2, {"AU1", "AU2"}, 25, "", 0};
    info.streams[2] = {3, {}, 12.5, "", 0};
    SetWriter writer(file, info);
    const auto add = [&](const std::string& id, Split split, std::size_t words, const Stream& v, const Stream& a) {
        Clip c;
        c.info.id = id;
        c.info.group = "g/" + id;
        c.info.split = split;
        c.info.duration = id == "a" ? 0 : 3.1;
        c.info.label = id == "c" ? std::vector<float>{} : std::vector<float>{0.1f, -2};
        c.info.media = "media/" + id + ".mp4";
        c.info.note = "a note";
        c.info.flagged_frames = 3;
        for (std::size_t i = 0; i < words; ++i)
            c.words.push_back({i ? "caf\xc3\xa9" : "", {static_cast<double>(i), static_cast<double>(i) + 0.5}, i == 1});
        c.info.transcript = "what was said";
        c.streams = {stream(words, 4, true, false), v, a};
        if (id == "b[2]") c.links.push_back({{Interval{0, 1}, Interval{1, 2}, Interval{0, 0}}});
        writer.add(c);
    };
    add("b[2]", Split::train, 2, stream(3, 2, true, true), stream(5, 3, false, false));
    add("a", Split::valid, 0, stream(1, 2, false, false), stream(0, 3, false, false));
    add("a[0]", Split::test, 3, stream(0, 2, false, false), stream(2, 3, true, false));
    add("s1/50%", Split::none, 1, stream(2, 2, true, false), stream(1, 3, true, true));
    add("c", Split::train, 0, stream(2, 2, true, false), stream(1, 3, true, false));
    writer.finish();
}

void expect_same_after_round_trip(const std::filesystem::path& file, const made::Folder& f) {
    (void)export_csd(*open_set(file), f / "out", no_progress, {});
    CsdOptions o;
    o.files = {f / "out"};
    const auto s = import_csd(o, f / "back.h5", no_progress, {});
    EXPECT_EQ(s.fingerprint, open_set(file)->info().fingerprint);
    EXPECT_TRUE(s.notes.empty());
    EXPECT_TRUE(made::read(file) == made::read(f / "back.h5")) << "the files differ";
}

}  // namespace

TEST(ExportCsd, ComesBackBitForBit) {
    const made::Folder f;
    make_set(f / "set.h5");
    expect_same_after_round_trip(f / "set.h5", f);
}

TEST(ExportCsd, WritesWhatTheSdkReads) {
    const made::Folder f;
    make_set(f / "set.h5");
    const auto s = export_csd(*open_set(f / "set.h5"), f / "out", no_progress, {});
    EXPECT_EQ(s.clips, 5u);
    EXPECT_EQ(s.files.size(), 6u);
    const Sequence vision(f / "out/vision.csd");
    EXPECT_EQ(vision.name(), "vision");
    EXPECT_EQ(vision.metadata().at("root name"), "vision");
    EXPECT_EQ(vision.metadata().at("dataset name"), "made \"set\"");
    for (const char* field : {"computational sequence description", "dimension names", "computational sequence version",
                              "alignment compatible", "dataset version", "creator", "contact",
                              "featureset bib citation", "dataset bib citation"})
        EXPECT_TRUE(vision.metadata().contains(field)) << field;
    EXPECT_EQ(vision.feature_names(), (std::vector<std::string>{"AU1", "AU2"}));
    const auto at = vision.find("s1%2F50%25[0]");
    ASSERT_LT(at, vision.entries().size());
    EXPECT_EQ(vision.read(at).times[1], (Interval{1.0 / 7, 2.0 / 7}));
    const Sequence audio(f / "out/audio.csd");
    EXPECT_TRUE(std::isnan(audio.read(audio.find("b[2]")).times[0].begin));  // not known, not made up
    const Sequence words(f / "out/words.csd");
    EXPECT_EQ(words.read(words.find("b[2]")).texts, (std::vector<std::string>{"", "caf\xc3\xa9"}));
}

TEST(ExportCsd, IdsStayApart) {
    EXPECT_EQ(csd_ids({"a", "a[0]", "a", "x/y", "x%2Fy"}),
              (std::vector<std::string>{"a[0]", "a[0][1]", "a[1]", "x%2Fy[0]", "x%252Fy[0]"}));
}

TEST(ExportCsd, WithoutItsColumnsItIsReadAsAnyOther) {
    const made::Folder f;
    make_set(f / "set.h5");
    (void)export_csd(*open_set(f / "set.h5"), f / "out", no_progress, {});
    std::filesystem::remove(f / "out/columns.h5");
    CsdOptions o;
    o.files = {f / "out"};
    o.align = "none";
    (void)import_csd(o, f / "back.h5", no_progress, {});
    const auto set = open_set(f / "back.h5");
    const Clip c = set->read(set->find("b[2]"));
    EXPECT_EQ(c.info.duration, 3.1);
    EXPECT_EQ(c.streams[1].values, stream(3, 2, true, false).values);
}

TEST(ExportCsd, NothingButAnOlderExportIsReplaced) {
    const made::Folder f;
    make_set(f / "set.h5");
    const auto set = open_set(f / "set.h5");
    std::filesystem::create_directories(f / "mine");
    made::write(f / "mine/thesis.txt", "dear");
    EXPECT_NE(message([&] { (void)export_csd(*set, f / "mine", no_progress, {}); }).find("holds other files"),
              std::string::npos);
    EXPECT_EQ(made::read(f / "mine/thesis.txt"), "dear");
    (void)export_csd(*set, f / "out", no_progress, {});
    (void)export_csd(*set, f / "out", no_progress, {});
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW((void)export_csd(*set, f / "new", no_progress, stop.get_token()), Cancelled);
    EXPECT_FALSE(std::filesystem::exists(f / "new"));
    std::size_t left = 0;
    for (const auto& e : std::filesystem::directory_iterator(f.path)) left += e.path().filename() != "";
    EXPECT_EQ(left, 3u);  // set.h5, mine, out: nothing half done
}

TEST(ExportCsd, ChangesAreSeen) {
    const made::Folder f;
    make_set(f / "set.h5");
    (void)export_csd(*open_set(f / "set.h5"), f / "out", no_progress, {});
    std::filesystem::copy_file(f / "out/audio.csd", f / "out/vision.csd",
                               std::filesystem::copy_options::overwrite_existing);
    CsdOptions o;
    o.files = {f / "out"};
    EXPECT_NE(message([&] { (void)import_csd(o, f / "back.h5", no_progress, {}); }).find("in another size"),
              std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(f / "back.h5"));
}

TEST(ExportCsd, TheRealMosiComesBackBitForBit) {
    const char* data = std::getenv("MICA_TEST_DATA");
    if (!data) GTEST_SKIP() << "MICA_TEST_DATA does not name the folder of real data";
    const std::filesystem::path folder = std::filesystem::path(data) / "mosi";
    const made::Folder f;
    CsdOptions o;
    o.files = {folder / "CMU_MOSI_ModifiedTimestampedWords.csd", folder / "CMU_MOSI_Opinion_Labels.csd"};
    (void)import_csd(o, f / "set.h5", no_progress, {});
    expect_same_after_round_trip(f / "set.h5", f);
}
