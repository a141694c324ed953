#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>

#include "datasets/import/clips.h"
#include "datasets/import/grid.h"
#include "datasets/import/table.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"
#include "made_clips.h"
#include "tests/refusal.h"

using namespace mica;

namespace {

ClipsOptions options_for(const made::Folder& folder) {
    ClipsOptions o;
    o.clips = folder / "media";
    o.words = folder / "words";
    o.labels = folder / "labels.csv";
    o.features.face.detect_every = 25;
    return o;
}

// Ten sound clips of 30 frames, ids c0 .. c9, two classes.
void make_set(const made::Folder& folder, int count = 10) {
    std::filesystem::create_directories(folder / "media");
    std::filesystem::create_directories(folder / "words");
    std::string table = "ID,Label,Speaker\n";
    for (int i = 0; i < count; ++i) {
        const std::string id = "c" + std::to_string(i);
        made::clip((folder / "media") / (id + ".mp4"), 30);
        made::write((folder / "words") / (id + ".align"), "0 5000 sil\n5000 12500 one\n12500 25000 two\n");
        table += id + "," + (i % 2 ? "happy" : "sad") + ",\n";
    }
    made::write(folder / "labels.csv", table);
}

}  // namespace

TEST(Table, QuotesSeparatorsAndFaults) {
    const Table t = parse_table("a, b ,c\n1,\"x, \"\"y\"\"\nz\", 3 \r\n\n4,,6\n", ',', "t");
    ASSERT_EQ(t.rows.size(), 2u);
    EXPECT_EQ(t.columns, (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_EQ(t.rows[0].fields[1], "x, \"y\"\nz");
    EXPECT_EQ(t.rows[0].fields[2], "3");
    EXPECT_EQ(t.rows[1].fields[1], "");
    EXPECT_EQ(t.rows[1].line, 5u);
    EXPECT_EQ(t.column({"B"}), 3u);
    EXPECT_EQ(t.column({"x", "b"}), 1u);
    EXPECT_NE(message([] { (void)parse_table("a,b\n1\n", ',', "t"); }).find("line 2"), std::string::npos);
    EXPECT_NE(message([] { (void)parse_table("a,b\n1,\"2\n", ',', "t"); }).find("does not end"), std::string::npos);
    EXPECT_NE(message([] { (void)parse_table("a,A\n", ',', "t"); }).find("two columns"), std::string::npos);
    EXPECT_NE(message([] { (void)parse_table("", ',', "t"); }).find("empty"), std::string::npos);
}

TEST(Splits, AreStratifiedSeededAndExact) {
    std::vector<std::string> ids, strata;
    for (int i = 0; i < 400; ++i) {
        ids.push_back("clip" + std::to_string(i));
        strata.push_back(std::to_string(i % 4));
    }
    const auto s = stratified_splits(ids, strata, 1);
    EXPECT_EQ(std::count(s.begin(), s.end(), Split::train), 260);
    EXPECT_EQ(std::count(s.begin(), s.end(), Split::valid), 60);
    EXPECT_EQ(std::count(s.begin(), s.end(), Split::test), 80);
    for (int c = 0; c < 4; ++c) {
        int test = 0, valid = 0;
        for (std::size_t i = 0; i < 400; ++i)
            if (strata[i] == std::to_string(c)) test += s[i] == Split::test, valid += s[i] == Split::valid;
        EXPECT_EQ(test, 20);
        EXPECT_EQ(valid, 15);
    }
    EXPECT_EQ(s, stratified_splits(ids, strata, 1));
    EXPECT_NE(s, stratified_splits(ids, strata, 2));
    // The order of the clips makes no difference.
    std::vector<std::string> back(ids.rbegin(), ids.rend()), strata_back(strata.rbegin(), strata.rend());
    auto r = stratified_splits(back, strata_back, 1);
    std::reverse(r.begin(), r.end());
    EXPECT_EQ(r, s);
}

TEST(Splits, GroupsStayTogether) {
    std::vector<std::string> groups;
    for (int i = 0; i < 300; ++i) groups.push_back("video" + std::to_string(i % 30));
    const auto s = grouped_splits(groups, 3);
    for (std::size_t i = 30; i < 300; ++i) EXPECT_EQ(s[i], s[i - 30]);
    EXPECT_EQ(std::set<Split>(s.begin(), s.end()).size(), 3u);
}

TEST(Grid, NamesEncodeTheSentence) {
    EXPECT_EQ(grid_class("bbaf2n", GridTarget::colour), 0u);
    EXPECT_EQ(grid_class("swwzza", GridTarget::digit), 0u);
    EXPECT_EQ(grid_classes(GridTarget::letter).size(), 25u);
    EXPECT_EQ(grid_classes(GridTarget::letter)[*grid_class("swwz9a", GridTarget::letter)], "z");
    EXPECT_EQ(grid_classes(GridTarget::digit)[*grid_class("swwz9a", GridTarget::digit)], "nine");
    for (const char* bad : {"bbaf2", "bbaf2nn", "xbaf2n", "bbaw2n", "bbaf0n", ""})
        EXPECT_FALSE(grid_class(bad, GridTarget::colour)) << bad;
    EXPECT_FALSE(grid_target("shape"));
}

TEST(Import, AFolderBecomesASet) {
    const made::Folder folder;
    make_set(folder);
    const auto s = import_folder(options_for(folder), folder / "set.h5", no_progress, {});
    EXPECT_EQ(s.clips, 10u);
    EXPECT_TRUE(s.left_out.empty());
    EXPECT_EQ(s.flagged_frames, 300u);  // drawn squares are no faces
    EXPECT_FALSE(std::filesystem::exists(folder / "set.h5.parts"));
    const auto set = open_set(folder / "set.h5");
    EXPECT_EQ(set->info().task.classes, (std::vector<std::string>{"happy", "sad"}));
    EXPECT_EQ(set->info().fingerprint, s.fingerprint);
    const Clip clip = set->read(set->find("c3"));
    EXPECT_EQ(clip.info.label, std::vector<float>{0});
    EXPECT_EQ(clip.info.media, "media/c3.mp4");
    EXPECT_EQ(clip.info.transcript, "one two");
    ASSERT_EQ(clip.words.size(), 2u);
    EXPECT_NEAR(clip.words[1].time.begin, 0.5, 1e-9);
    EXPECT_EQ(clip.streams[0].steps, 2u);
    EXPECT_EQ(clip.streams[1].steps, 30u);
    EXPECT_EQ(clip.streams[2].steps, 30u);
    EXPECT_NEAR(clip.info.duration, 1.2, 1e-6);
    EXPECT_TRUE(std::filesystem::exists(set->media(3)));
}

TEST(Import, BrokenClipsAreLeftOutWithTheirReason) {
    const made::Folder folder;
    make_set(folder, 12);
    const auto media = folder / "media", words = folder / "words";
    const std::string whole = made::read(media / "c0.mp4");
    made::write(media / "c0.mp4", whole.substr(0, whole.size() / 2));
    made::write(media / "c1.mp4", "no media");
    made::write(words / "c2.align", "0 12500 one\n10000 20000 two\n");
    made::write(words / "c3.align", "-5 12500 one\n");
    std::filesystem::remove(words / "c4.align");
    std::filesystem::remove(media / "c5.mp4");
    made::write(words / "c6.align", "0 12500 one\n12500 250000 two\n");
    const Sound none{16000, {}};
    made::clip(media / "c7.mp4", 30, 25, &none);
    std::string table = "id,label\n";
    for (int i = 0; i < 12; ++i) table += "c" + std::to_string(i) + "," + (i == 8 ? "" : i == 9 ? "nan" : "0.5") + "\n";
    made::write(folder / "labels.csv", table + "c10,1\n");
    const auto s = import_folder(options_for(folder), folder / "set.h5", no_progress, {});
    EXPECT_EQ(s.clips, 3u);
    EXPECT_EQ(s.without_sound, 1u);
    const auto reason = [&](const std::string& id) {
        for (const auto& l : s.left_out)
            if (l.id == id) return l.reason;
        return std::string("kept");
    };
    EXPECT_NE(reason("c0").find("truncated"), std::string::npos) << reason("c0");
    EXPECT_NE(reason("c0").find("c0.mp4"), std::string::npos);
    EXPECT_NE(reason("c1").find("c1.mp4"), std::string::npos) << reason("c1");
    EXPECT_NE(reason("c2").find("overlaps"), std::string::npos) << reason("c2");
    EXPECT_NE(reason("c3").find("negative"), std::string::npos) << reason("c3");
    EXPECT_NE(reason("c4").find("no file of word timings"), std::string::npos) << reason("c4");
    EXPECT_NE(reason("c5").find("no media file"), std::string::npos) << reason("c5");
    EXPECT_NE(reason("c6").find("after the clip"), std::string::npos) << reason("c6");
    EXPECT_EQ(reason("c7"), "kept");
    EXPECT_NE(reason("c8").find("label is empty"), std::string::npos) << reason("c8");
    EXPECT_NE(reason("c9").find("no finite number"), std::string::npos) << reason("c9");
    EXPECT_NE(reason("c10").find("a label already"), std::string::npos) << reason("c10");
    const auto set = open_set(folder / "set.h5");
    const Clip mute = set->read(set->find("c7"));
    EXPECT_EQ(mute.streams[2].steps, 0u);
    EXPECT_NE(mute.info.note.find("no sound"), std::string::npos);
}

TEST(Import, AStoppedImportGoesOnAndGivesTheSameSet) {
    const made::Folder folder;
    make_set(folder);
    auto options = options_for(folder);
    const auto straight = import_folder(options, folder / "straight.h5", no_progress, {});
    EXPECT_EQ(straight.reused, 0u);

    options.features.jobs = 1;
    std::stop_source stop;
    EXPECT_THROW((void)import_folder(
                     options, folder / "set.h5",
                     [&](std::int64_t done, std::int64_t, const std::string&) {
                         if (done == 4) stop.request_stop();
                     },
                     stop.get_token()),
                 Cancelled);
    EXPECT_FALSE(std::filesystem::exists(folder / "set.h5"));
    options.features.jobs = 2;
    const auto resumed = import_folder(options, folder / "set.h5", no_progress, {});
    EXPECT_EQ(resumed.reused, 4u);
    EXPECT_EQ(resumed.fingerprint, straight.fingerprint);
    EXPECT_FALSE(std::filesystem::exists(folder / "set.h5.parts"));
}

TEST(Import, PartsOfAnotherRecipeOrFileAreNotReused) {
    const made::Folder folder;
    make_set(folder, 5);
    auto options = options_for(folder);
    options.features.jobs = 1;
    const auto stopped_after = [&](int count) {
        std::stop_source stop;
        EXPECT_THROW((void)import_folder(
                         options, folder / "set.h5",
                         [&](std::int64_t done, std::int64_t, const std::string&) {
                             if (done == count) stop.request_stop();
                         },
                         stop.get_token()),
                     Cancelled);
    };
    stopped_after(3);
    options.features.acoustic.rate = 12.5;
    stopped_after(3);
    // A part that was damaged, and a clip that changed.
    int damaged = 0;
    for (const auto& part : std::filesystem::directory_iterator(folder / "set.h5.parts")) {
        if (damaged++) break;
        std::string bytes = made::read(part.path());
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] + 1);
        made::write(part.path(), bytes);
    }
    const auto s = import_folder(options, folder / "set.h5", no_progress, {});
    EXPECT_EQ(s.reused, 2u);
    EXPECT_EQ(open_set(folder / "set.h5")->read(0).streams[2].steps, 15u);
}

TEST(Import, TargetsAndFoldersThatCannotWorkAreSaid) {
    const made::Folder folder;
    make_set(folder, 2);
    const auto options = options_for(folder);
    made::write(folder / "file", "");
    EXPECT_NE(message([&] { (void)import_folder(options, folder / "file/set.h5", no_progress, {}); }), "no error");
    EXPECT_NE(message([&] { (void)import_folder(options, folder.path, no_progress, {}); }).find("is a folder"),
              std::string::npos);
    auto bad = options;
    bad.clips = folder / "nowhere";
    EXPECT_NE(message([&] { (void)import_folder(bad, folder / "s.h5", no_progress, {}); }).find("no such folder"),
              std::string::npos);
    made::write(folder / "labels.csv", "id,label\nc0,\nc1,\n");
    EXPECT_NE(
        message([&] { (void)import_folder(options, folder / "s.h5", no_progress, {}); }).find("no clip can be used"),
        std::string::npos);
    made::write(folder / "labels.csv", "id,value\nc0,1\n");
    EXPECT_NE(message([&] { (void)import_folder(options, folder / "s.h5", no_progress, {}); }).find("\"label\""),
              std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(folder / "s.h5"));
}

TEST(Import, AnOlderSetSurvivesAFailure) {
    const made::Folder folder;
    make_set(folder, 3);
    made::write(folder / "set.h5", "older");
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW((void)import_folder(options_for(folder), folder / "set.h5", no_progress, stop.get_token()), Cancelled);
    EXPECT_EQ(made::read(folder / "set.h5"), "older");
}

TEST(Import, SplitsOfTheTableAreKept) {
    const made::Folder folder;
    make_set(folder, 4);
    made::write(folder / "labels.csv",
                "file\tlabel\tmode\nc0.mp4\t-1.5\ttrain\nc1.mp4\t2\tdev\nc2.mp4\t5\ttest\nc3.mp4\t0\tsometimes\n");
    const auto s = import_folder(options_for(folder), folder / "set.h5", no_progress, {});
    EXPECT_EQ(s.splits, (std::array<std::size_t, 3>{1, 1, 1}));
    ASSERT_EQ(s.left_out.size(), 1u);
    const auto set = open_set(folder / "set.h5");
    EXPECT_EQ(set->info().task.kind, TaskKind::regression);
    EXPECT_EQ(set->info().task.maximum, 5);
    EXPECT_EQ(set->clips()[set->find("c1")].split, Split::valid);
}
