// labels: slow
// What the time line rests on: every frame is the one its number says, sound and picture lie at the same times, and
// the spectrogram shows a tone where it sounds.
#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <numbers>
#include <random>

#include "datasets/features/spectrogram.h"
#include "datasets/media/numbered_video.h"
#include "datasets/types/error.h"
#include "datasets/types/progress.h"

using namespace mica;

namespace {

class TimelineMedia : public testing::Test {
protected:
    static void SetUpTestSuite() {
        folder = std::filesystem::temp_directory_path() / ("mica-timeline-" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder);
        NumberedVideo wish;
        wish.frames = 120;
        wish.flash_every = 20;
        file = folder / "numbered.mp4";
        write_numbered_video(file, wish);  // 1280 x 720, one key frame, three frames between
    }
    static void TearDownTestSuite() {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }
    static inline std::filesystem::path folder, file;
};

Sound tone(double hertz, double begin, double end, double whole, int rate = 16000) {
    Sound s{rate, std::vector<float>(static_cast<std::size_t>(whole * rate), 0.0F)};
    for (std::size_t i = 0; i < s.samples.size(); ++i) {
        const double t = static_cast<double>(i) / rate;
        if (t >= begin && t < end) s.samples[i] = static_cast<float>(std::sin(2 * std::numbers::pi * hertz * t));
    }
    return s;
}

}  // namespace

// a reader that knows the frames decodes nothing behind the one it jumps to; it must go on from there all the same
TEST_F(TimelineMedia, JumpsOfKnownFramesLandAndGoOn) {
    NumberedVideo often;
    often.frames = 120;
    often.flash_every = 0;
    often.coding = {12, 2};
    write_numbered_video(folder / "often.mp4", often);
    for (const auto& each : {file, folder / "often.mp4"}) {
        VideoReader reader(each);
        reader.know_frames(frame_times(each));
        std::mt19937 random(5);
        for (int i = 0; i < 40; ++i) {
            const int frame = static_cast<int>(random() % 120);
            const DecodedFrame got = reader.decoded_at((frame + 0.5) / 25);
            EXPECT_EQ(burnt_number(reader.small_picture(got, 640, 360)), frame);
            EXPECT_NEAR(got.time, frame / 25.0, 1e-6);
            EXPECT_EQ(std::isinf(got.end), frame == 119);
            if (i % 3 == 0) {  // on in small steps, through next() and by time
                for (int on = frame + 1; on < std::min(120, frame + 4); ++on) {
                    const auto next = reader.decoded_next();
                    ASSERT_TRUE(next.has_value()) << on;
                    EXPECT_EQ(burnt_number(reader.small_picture(*next, 640, 360)), on);
                }
            } else if (i % 3 == 1 && frame > 0) {
                EXPECT_EQ(burnt_number(reader.small_picture(reader.decoded_at((frame - 0.5) / 25), 640, 360)),
                          frame - 1);
            }
        }
        // beyond the end: the last; a list that names no frame of this file is not believed
        EXPECT_EQ(burnt_number(reader.small_picture(reader.decoded_at(99), 640, 360)), 119);
        reader.know_frames({0.013, 1.771, 3.003});
        for (const int frame : {100, 3, 70}) EXPECT_EQ(burnt_number(reader.frame_at((frame + 0.5) / 25)), frame);
    }
}

TEST_F(TimelineMedia, SeeksLandOnTheFrameOfTheTime) {
    VideoReader reader(file);
    ASSERT_EQ(reader.info().width, 1280);
    std::mt19937 random(3);
    for (int i = 0; i < 60; ++i) {
        const int frame = static_cast<int>(random() % 120);
        // just begun, in the middle, nearly over
        const double t = (frame + (i % 3 == 0 ? 0.0 : i % 3 == 1 ? 0.5 : 0.999)) / 25;
        EXPECT_EQ(burnt_number(reader.frame_at(t)), frame) << t;
    }
}

TEST_F(TimelineMedia, DecodedFramesAreTheSameOnesAtAnySize) {
    VideoReader reader(file), other(file);
    EXPECT_EQ(burnt_number(reader.small_picture(reader.decoded_at(77.5 / 25), 300, 300)), 77);
    const DecodedFrame first = reader.decoded_at(0);
    EXPECT_LT(first.begin, -1e9);
    EXPECT_NEAR(first.end, 0.04, 1e-9);
    EXPECT_GT(first.bytes, 1280U * 720U);
    int frame = 0;
    DecodedFrame last = first;
    while (auto next = reader.decoded_next()) {
        ++frame;
        EXPECT_EQ(next->begin, last.end);
        EXPECT_NEAR(next->time, frame / 25.0, 1e-9);
        if (frame % 25 == 3) {
            EXPECT_EQ(burnt_number(other.small_picture(*next, 640, 480)), frame);
        }
        last = std::move(*next);
    }
    EXPECT_EQ(frame, 119);
    EXPECT_GT(last.end, 1e9);
    const Picture small = other.small_picture(last, 333, 1000);
    EXPECT_EQ(small.width, 333);
    EXPECT_EQ(small.height, 187);
    EXPECT_EQ(other.small_picture(last, 5000, 5000).width, 1280);  // never made larger
}

TEST_F(TimelineMedia, TheContainerTellsWhenFramesBegin) {
    const std::vector<double> times = frame_times(file);
    ASSERT_EQ(times.size(), 120U);
    for (std::size_t i = 0; i < times.size(); ++i) EXPECT_NEAR(times[i], static_cast<double>(i) / 25, 1e-6);
    EXPECT_THROW((void)frame_times(folder / "missing.mp4"), Error);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW((void)frame_times(file, stop.get_token()), Cancelled);
}

// The picture flashes when the sound beeps: decoded apart, both lie within 2 ms of the same time.
TEST_F(TimelineMedia, PictureAndSoundLieAtTheSameTimes) {
    VideoReader reader(file);
    std::vector<double> flashes, beeps;
    for (int f = 0; f < 120; ++f)
        if (const Picture p = reader.frame_at((f + 0.5) / 25); is_flash(p)) flashes.push_back(p.time);
    const Sound sound = read_sound(file, 22050);
    double quiet_since = -1;
    for (std::size_t i = 0; i < sound.samples.size(); ++i) {
        const double t = static_cast<double>(i) / sound.rate;
        if (std::abs(sound.samples[i]) < 0.2F) continue;
        if (t - quiet_since > 0.1) beeps.push_back(t);
        quiet_since = t;
    }
    ASSERT_EQ(flashes.size(), 6U);
    ASSERT_EQ(beeps.size(), 6U);
    for (std::size_t i = 0; i < 6; ++i) EXPECT_NEAR(flashes[i], beeps[i], 0.002);
}

TEST(Spectrogram, ShowsAToneWhenAndWhereItSounds) {
    const Spectrogram s = spectrogram(tone(1000, 0.5, 1.0, 1.5));
    EXPECT_NEAR(s.hop, 0.005, 1e-12);
    EXPECT_NEAR(s.highest_hz(), 8000, 1e-6);
    ASSERT_FALSE(s.empty());
    const auto& fine = s.levels.front();
    ASSERT_EQ(fine.values.size(), fine.columns * s.bins);
    const auto at = [&](double t, double hz) {
        return decibels(fine.values[static_cast<std::size_t>(std::lround(t / s.hop)) * s.bins +
                                    static_cast<std::size_t>(std::lround(hz / s.bin_hz))]);
    };
    EXPECT_NEAR(at(0.75, 1000), 0, 0.6);  // a full-scale sine
    EXPECT_LT(at(0.75, 3000), -60);
    EXPECT_LT(at(0.45, 1000), -100);
    EXPECT_LT(at(1.05, 1000), -100);
    EXPECT_NEAR(at(0.5, 1000), -6, 1.5);  // half of the window sounds
    EXPECT_NEAR(decibels(s.loudest), 0, 0.6);
}

TEST(Spectrogram, CoarserLevelsNeverLoseTheLoudest) {
    const Spectrogram s = spectrogram(tone(2000, 0.6, 0.63, 2));
    for (std::size_t l = 1; l < s.levels.size(); ++l) {
        EXPECT_EQ(s.levels[l].columns, (s.levels[l - 1].columns + 1) / 2);
        EXPECT_EQ(*std::max_element(s.levels[l].values.begin(), s.levels[l].values.end()), s.loudest);
    }
    EXPECT_EQ(s.levels.back().columns, 1U);
}

TEST(Spectrogram, TakesWhatComes) {
    EXPECT_TRUE(spectrogram({}).empty());
    EXPECT_TRUE(spectrogram({16000, {}}).empty());
    EXPECT_THROW((void)spectrogram({10, {0.5F}}), Error);
    EXPECT_EQ(spectrogram({16000, {0.5F}}).levels.front().columns, 1U);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW((void)spectrogram(tone(500, 0, 1, 1), stop.get_token()), Cancelled);
    // long sounds are looked at less often, not longer than 60,000 times
    const Spectrogram s = spectrogram({1000, std::vector<float>(1000 * 700, 0.0F)});
    EXPECT_LE(s.levels.front().columns, 60'001U);
    EXPECT_EQ(s.loudest, 0);
}
