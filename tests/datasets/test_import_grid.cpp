// labels: data
// A few real clips of the GRID corpus; skipped without them.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>

#include "datasets/import/grid.h"
#include "datasets/media/media.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"
#include "made_clips.h"

using namespace mica;

namespace {

std::filesystem::path corpus() {
    const char* data = std::getenv("MICA_TEST_DATA");
    const auto folder = std::filesystem::path(data ? data : "") / "grid";
    if (!data || !std::filesystem::is_directory(folder / "clips")) {
        std::cout << "MICA_TEST_DATA names no folder with grid/clips: skipped\n";
        std::exit(77);
    }
    return folder;
}

}  // namespace

TEST(GridClips, EveryFrameIsThereAtItsTime) {
    VideoReader reader(corpus() / "clips/bbaf2n.mpg");
    EXPECT_EQ(reader.info().width, 360);
    EXPECT_EQ(reader.info().height, 288);
    EXPECT_EQ(reader.info().frames, 75);
    std::vector<Picture> all;
    while (auto p = reader.next()) all.push_back(std::move(*p));
    ASSERT_EQ(all.size(), 75u);
    for (std::size_t i = 0; i < 75; ++i) EXPECT_NEAR(all[i].time, static_cast<double>(i) / 25, 1e-4);
    for (const std::size_t i : {70u, 3u, 44u, 0u, 74u, 12u, 13u, 11u})
        EXPECT_EQ(reader.frame_at(all[i].time + 0.01).rgb, all[i].rgb) << i;
    EXPECT_NEAR(read_sound(corpus() / "clips/bbaf2n.mpg", 16000).duration(), 3, 0.05);
}

TEST(GridClips, TwelveClipsBecomeASetWithMaskedColours) {
    const made::Folder folder;
    std::filesystem::create_directories(folder / "clips");
    int count = 0;
    for (const char* name :
         {"bbaf2n", "bbwg2p", "bgig9a", "lbwlzp", "lgiz5a", "lriezp", "lwbl7s", "pbao9s", "prbx5a", "sbaa7a"}) {
        const auto from = corpus() / "clips" / (std::string(name) + ".mpg");
        if (!std::filesystem::exists(from)) continue;
        std::filesystem::create_symlink(from, (folder / "clips") / (std::string(name) + ".mpg"));
        ++count;
    }
    ASSERT_GE(count, 8);
    made::write((folder / "clips") / "notes.mpg", "x");
    GridOptions options;
    options.clips = folder / "clips";
    options.align = corpus() / "align";
    const auto s = import_grid(options, folder / "set.h5", no_progress, {});
    EXPECT_EQ(s.clips, static_cast<std::size_t>(count));
    ASSERT_EQ(s.left_out.size(), 1u);
    EXPECT_NE(s.left_out[0].reason.find("notes.mpg"), std::string::npos);
    EXPECT_LT(static_cast<double>(s.flagged_frames), 0.05 * static_cast<double>(s.frames));
    const auto set = open_set(folder / "set.h5");
    const Clip clip = set->read(set->find("bbaf2n"));
    EXPECT_EQ(clip.info.transcript, "bin blue at f two now");
    EXPECT_EQ(set->info().task.classes.at(static_cast<std::size_t>(clip.info.label.at(0))), "blue");
    EXPECT_TRUE(clip.words[1].masked);
    EXPECT_FALSE(clip.words[0].masked);
    EXPECT_NEAR(clip.words[1].time.begin, 29500 / 25000.0, 1e-9);
    EXPECT_EQ(clip.streams[1].steps, 75u);
    EXPECT_NEAR(set->info().streams[1].rate, 25, 1e-6);
    // The masked vector is the same in every clip and says nothing of the colour.
    const Clip other = set->read(set->find("lgiz5a"));
    const auto width = clip.streams[0].features;
    EXPECT_TRUE(std::equal(clip.streams[0].row(1), clip.streams[0].row(1) + width, other.streams[0].row(1)));
    // The lips move while she or he speaks, and not while nothing is said.
    const auto& names = set->info().streams[1].feature_names;
    const auto open = static_cast<std::size_t>(std::find(names.begin(), names.end(), "d_mouth_open") - names.begin());
    double quiet = 0, spoken = 0;
    int q = 0, n = 0;
    for (std::size_t i = 0; i < 75; ++i) {
        const double v = std::abs(static_cast<double>(clip.streams[1].row(i)[open]));
        const double t = clip.streams[1].times[i].middle();
        if (t > clip.words.front().time.begin && t < clip.words.back().time.end)
            spoken += v, ++n;
        else if (t < 0.7)
            quiet += v, ++q;
    }
    EXPECT_GT(spoken / n, 2 * quiet / q);
}
