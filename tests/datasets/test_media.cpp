#include <gtest/gtest.h>

#include <functional>
#include <random>

#include "datasets/media/media.h"
#include "datasets/types/error.h"
#include "made_clips.h"
#include "tests/refusal.h"

using namespace mica;

TEST(Media, FramesComeBackInOrderWithTheirTimes) {
    const made::Folder folder;
    made::clip(folder / "a.mp4", 60, 25);
    VideoReader reader(folder / "a.mp4");
    EXPECT_EQ(reader.info().width, 160);
    EXPECT_EQ(reader.info().height, 128);
    EXPECT_NEAR(reader.info().frame_rate, 25, 1e-6);
    EXPECT_EQ(reader.info().frames, 60);
    for (int i = 0; i < 60; ++i) {
        const auto p = reader.next();
        ASSERT_TRUE(p) << i;
        EXPECT_EQ(made::number_of(*p), i);
        EXPECT_NEAR(p->time, i / 25.0, 1e-6);
    }
    EXPECT_FALSE(reader.next());
}

TEST(Media, AnyTimeGivesTheFrameOnScreen) {
    const made::Folder folder;
    made::clip(folder / "a.mp4", 100, 30);
    VideoReader reader(folder / "a.mp4");
    std::mt19937_64 random(7);
    for (int k = 0; k < 200; ++k) {
        const double t = static_cast<double>(random() % 100000) / 100000 * 3.6;
        const Picture p = reader.frame_at(t);
        const int wanted = std::min(99, static_cast<int>(std::floor(t * 30 + 1e-4)));
        EXPECT_EQ(made::number_of(p), wanted) << t;
        if (k % 10 == 0 && wanted < 99) {
            const auto following = reader.next();
            ASSERT_TRUE(following);
            EXPECT_EQ(made::number_of(*following), wanted + 1);
        }
    }
    EXPECT_EQ(made::number_of(reader.frame_at(-5)), 0);
    EXPECT_EQ(made::number_of(reader.frame_at(1e12)), 99);
    // A frame's own time gives that frame, whatever its rounding.
    for (int i = 0; i < 100; ++i) EXPECT_EQ(made::number_of(reader.frame_at(i / 30.0)), i);
    for (int i = 99; i >= 0; --i) EXPECT_EQ(made::number_of(reader.frame_at((i + 0.5) / 30.0)), i);
}

TEST(Media, SoundKeepsItsPlaceAndLevel) {
    const made::Folder folder;
    const Sound in = made::tone(2.4, 1.0, 1.5, 200);
    made::clip(folder / "a.mp4", 60, 25, &in);
    const Sound out = read_sound(folder / "a.mp4", 16000);
    EXPECT_EQ(out.rate, 16000);
    EXPECT_NEAR(out.duration(), 2.4, 0.08);
    const auto level = [&](double from, double to) {
        double sum = 0;
        for (auto i = static_cast<std::size_t>(from * 16000); i < static_cast<std::size_t>(to * 16000); ++i)
            sum += static_cast<double>(out.samples[i]) * static_cast<double>(out.samples[i]);
        return std::sqrt(sum / ((to - from) * 16000));
    };
    EXPECT_LT(level(0.1, 0.95), 0.01);
    EXPECT_NEAR(level(1.05, 1.45), std::sqrt((0.04 + 0.01 + 0.0025) / 2), 0.01);
    EXPECT_LT(level(1.55, 2.3), 0.01);
    EXPECT_NEAR(static_cast<double>(read_sound(folder / "a.mp4", 8000).samples.size()),
                static_cast<double>(out.samples.size()) / 2, 40);
}

TEST(Media, TheSameInputGivesTheSameBytes) {
    const made::Folder folder;
    made::clip(folder / "a.mp4");
    made::clip(folder / "b.mp4");
    EXPECT_EQ(made::read(folder / "a.mp4"), made::read(folder / "b.mp4"));
}

TEST(Media, AnUnfinishedFileLeavesNothingBehind) {
    const made::Folder folder;
    made::write(folder / "a.mp4", "older");
    {
        VideoWriter writer(folder / "a.mp4", 160, 128, 25, 16000);
        writer.add(made::frame(0, 160, 128));
        EXPECT_THROW(writer.add(made::frame(0, 64, 64)), Error);
    }
    EXPECT_EQ(made::read(folder / "a.mp4"), "older");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path), {}), 1);
    EXPECT_THROW(VideoWriter(folder / "odd.mp4", 161, 128, 25, 16000), Error);
}

TEST(Media, BrokenFilesAreNamedWithAReason) {
    const made::Folder folder;
    made::clip(folder / "a.mp4", 60, 25);
    const std::string whole = made::read(folder / "a.mp4");
    made::write(folder / "head.mp4", whole.substr(0, 200));
    made::write(folder / "empty.mp4", "");
    made::write(folder / "text.mp4", "this is no media file at all\n");
    made::write(folder / "list.m3u8", "#EXTM3U\n#EXTINF:1,\na.mp4\n");
    for (const char* name : {"head.mp4", "empty.mp4", "text.mp4", "list.m3u8", "missing.mp4"}) {
        const auto file = folder / name;
        const std::string said = message([&] { VideoReader reader(file); });
        EXPECT_NE(said.find(file.string()), std::string::npos) << said;
        EXPECT_NE(message([&] { (void)read_sound(file, 16000); }), "no error") << name;
        EXPECT_NE(message([&] { (void)probe_media(file); }), "no error") << name;
    }
    // Cut in the middle: what is there still decodes, and a late time gives its last frame.
    made::write(folder / "half.mp4", whole.substr(0, whole.size() / 2));
    VideoReader reader(folder / "half.mp4");
    int frames = 0, last = -1;
    while (const auto p = reader.next()) {
        EXPECT_GT(made::number_of(*p), last);
        last = made::number_of(*p);
        ++frames;
    }
    EXPECT_GT(frames, 3);
    EXPECT_LT(last, 59);
    EXPECT_EQ(made::number_of(reader.frame_at(2.3)), last);
}

TEST(Media, NoSoundAndNoVideoAreSaid) {
    const made::Folder folder;
    const Sound none{16000, {}};
    made::clip(folder / "mute.mp4", 10, 25, &none);
    EXPECT_FALSE(probe_media(folder / "mute.mp4").has_audio);
    EXPECT_NE(message([&] { (void)read_sound(folder / "mute.mp4", 16000); }).find("no sound"), std::string::npos);
}

TEST(Media, DamagedBytesNeverCrash) {
    const made::Folder folder;
    made::clip(folder / "a.mp4", 30, 25);
    const std::string whole = made::read(folder / "a.mp4");
    std::mt19937_64 random(3);
    for (int k = 0; k < 60; ++k) {
        std::string bad = whole;
        for (int n = 0; n < 30; ++n) bad[random() % bad.size()] = static_cast<char>(random());
        if (k % 3 == 0) bad.resize(random() % bad.size());
        made::write(folder / "bad.mp4", bad);
        try {
            VideoReader reader(folder / "bad.mp4");
            for (int i = 0; i < 40 && reader.next(); ++i) {
            }
            (void)reader.frame_at(0.5);
            (void)read_sound(folder / "bad.mp4", 16000);
        } catch (const Error&) {
        }
    }
}
