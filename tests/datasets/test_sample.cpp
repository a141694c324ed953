// The sample set keeps what docs/sample-set.md promises of it.
#include <gtest/gtest.h>

#include <unistd.h>

#include <cmath>
#include <fstream>
#include <set>

#include "datasets/features/acoustic.h"
#include "datasets/media/media.h"
#include "datasets/sample/best_score.h"
#include "datasets/sample/ensure_media.h"
#include "datasets/sample/performance.h"
#include "datasets/sample/sample_set.h"
#include "datasets/sample/speakers.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"

using namespace mica;
namespace fs = std::filesystem;

namespace {

class Sample : public testing::Test {
protected:
    void SetUp() override {
        folder = fs::temp_directory_path() / ("mica-sample-" + std::to_string(::getpid()) + "-" +
                                              testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::create_directories(folder);
    }
    void TearDown() override { fs::remove_all(folder); }
    fs::path folder;
};

std::string bytes_of(const fs::path& p) {
    std::ifstream in(p, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

SampleOptions small(std::size_t clips = 12, unsigned threads = 2) {
    SampleOptions o;
    o.seed = 5;
    o.clips = clips;
    o.threads = threads;
    return o;
}

double column_mean(const Stream& s, std::size_t f, const Interval& t, bool voiced_only, std::size_t voicing) {
    double sum = 0, n = 0;
    for (std::size_t i = 0; i < s.steps; ++i)
        if (t.contains(s.times[i].middle()) && (!voiced_only || s.row(i)[voicing] > 0.5f)) {
            sum += s.row(i)[f];
            ++n;
        }
    return n > 0 ? sum / n : NAN;
}

}  // namespace

TEST_F(Sample, TheSameSeedGivesTheSameBytesOnAnyNumberOfThreads) {
    EXPECT_EQ(make_sample(folder / "a", small(12, 1), no_progress, {}), SampleOutcome::made);
    EXPECT_EQ(make_sample(folder / "b", small(12, 3), no_progress, {}), SampleOutcome::made);
    EXPECT_TRUE(bytes_of(folder / "a/sample.h5") == bytes_of(folder / "b/sample.h5"));
    std::size_t films = 0;
    for (const auto& e : fs::directory_iterator(folder / "a/media")) {
        EXPECT_TRUE(bytes_of(e.path()) == bytes_of(folder / "b/media" / e.path().filename()));
        ++films;
    }
    EXPECT_EQ(films, 2u);
    SampleOptions other = small();
    other.seed = 6;
    other.media = false;
    make_sample(folder / "c", other, no_progress, {});
    EXPECT_NE(open_set(folder / "a/sample.h5")->info().fingerprint,
              open_set(folder / "c/sample.h5")->info().fingerprint);
}

TEST_F(Sample, ASetThatIsThereIsKeptAndAnotherIsNotOverwritten) {
    SampleOptions o = small();
    make_sample(folder, o, no_progress, {});
    const auto stamp = fs::last_write_time(folder / "sample.h5");
    EXPECT_EQ(make_sample(folder, o, no_progress, {}), SampleOutcome::kept);
    EXPECT_EQ(fs::last_write_time(folder / "sample.h5"), stamp);
    o.seed = 9;
    EXPECT_THROW(make_sample(folder, o, no_progress, {}), Error);
    o.force = true;
    o.media = false;
    EXPECT_EQ(make_sample(folder, o, no_progress, {}), SampleOutcome::made);
    EXPECT_EQ(open_set(folder / "sample.h5")->clips()[0].id, "s9-00000");
}

TEST_F(Sample, StoppingLeavesNoSet) {
    std::stop_source stop;
    const Progress progress = [&](std::int64_t done, std::int64_t, const std::string&) {
        if (done > 1) stop.request_stop();
    };
    SampleOptions o = small(240);
    EXPECT_THROW(make_sample(folder, o, progress, stop.get_token()), Cancelled);
    EXPECT_FALSE(fs::exists(folder / "sample.h5"));
    for (const auto& e : fs::directory_iterator(folder / "media")) EXPECT_EQ(e.path().extension(), ".mp4") << e.path();
}

TEST_F(Sample, FilmsHoldPictureAndSoundAndAreMadeWhenOpened) {
    SampleOptions o = small();
    make_sample(folder, o, no_progress, {});
    const auto set = open_set(folder / "sample.h5");
    EXPECT_TRUE(set->info().sample);
    for (const std::size_t i : {std::size_t{10}, std::size_t{3}}) {
        EXPECT_EQ(fs::exists(set->media(i)), i == 10);
        const fs::path film = ensure_media(*set, i, no_progress, {});
        EXPECT_EQ(film, set->media(i));
        const MediaInfo m = probe_media(film);
        EXPECT_TRUE(m.has_video && m.has_audio);
        EXPECT_EQ(m.width, 320);
        EXPECT_NEAR(m.frame_rate, 25, 1e-6);
        EXPECT_NEAR(m.duration, set->clips()[i].duration, 0.1);
        // The sound of the film is the sound the features were taken from: the same on top of each other.
        const Sound heard = read_sound(film, kAcousticSoundRate);
        const Performance p(5, i);
        double aa = 0, bb = 0, ab = 0;
        for (std::size_t k = 0; k < std::min(heard.samples.size(), p.sound().samples.size()); ++k) {
            const double a = heard.samples[k], b = p.sound().samples[k];
            aa += a * a;
            bb += b * b;
            ab += a * b;
        }
        EXPECT_GT(ab / std::sqrt(aa * bb), 0.8);
    }
    // what was rendered before and what is rendered now are the same
    const std::string before = bytes_of(set->media(10));
    fs::remove(set->media(10));
    EXPECT_TRUE(bytes_of(ensure_media(*set, 10, no_progress, {})) == before);
}

TEST(SampleScript, LabelsFollowTheFormula) {
    double noise = 0;
    for (std::size_t i = 0; i < 3000; ++i) {
        const Script s = write_script(1, i);
        EXPECT_GE(s.label, -3);
        EXPECT_LE(s.label, 3);
        EXPECT_GE(s.words.size(), 5u);
        EXPECT_LE(s.words.size(), 9u);
        const double m = std::clamp(meaning(s.words), -3.0, 3.0);
        noise = std::max(noise, std::abs(s.label - m));
    }
    EXPECT_LT(noise, 0.6);
    EXPECT_EQ(meaning({{"x", 2.0, 1, -1}, {"y", 0, 1, 1}, {"z", 1.0, -1, -1}}), 2.0 * share(1, -1) + share(-1, -1));
    // combinations matter: what a smile adds depends on the voice
    EXPECT_GT(share(1, 1), 0);
    EXPECT_LT(share(1, -1), 0);
}

TEST(SampleScript, SpeakersDoNotCrossSplits) {
    std::array<std::set<std::size_t>, 3> who;
    for (std::size_t i = 0; i < 1200; ++i)
        who[static_cast<std::size_t>(sample_split(i))].insert(write_script(1, i).speaker);
    EXPECT_EQ(who[0].size() + who[1].size() + who[2].size(), kSpeakers);
    std::set<std::size_t> all;
    for (const auto& w : who) all.insert(w.begin(), w.end());
    EXPECT_EQ(all.size(), kSpeakers);
}

TEST(SampleScript, SingleStreamsKnowClearlyLess) {
    const auto scores = best_scores(1, 30000);
    ASSERT_EQ(scores.size(), 7u);
    for (std::size_t i = 0; i < 3; ++i) EXPECT_LT(scores[i].corr, 0.5) << scores[i].streams;
    for (std::size_t i = 3; i < 6; ++i) EXPECT_LT(scores[i].corr, 0.75) << scores[i].streams;
    EXPECT_GT(scores[6].corr, 0.97);
    EXPECT_LT(scores[6].mae, 0.4 * scores[3].mae);
}

TEST(SamplePerformance, ExpressionsAndTonesKeepTheirOwnTimes) {
    std::size_t links = 0, at_border = 0;
    for (std::size_t i = 0; i < 30; ++i) {
        const Performance p(2, i);
        EXPECT_GE(p.duration(), 2.0);
        EXPECT_LE(p.duration(), 5.0);
        ASSERT_EQ(p.words().size(), p.script().words.size());
        for (std::size_t w = 0; w < p.words().size(); ++w) {
            EXPECT_GT(p.words()[w].duration(), 0.03) << p.script().words[w].text;
            if (w > 0) {
                EXPECT_GE(p.words()[w].begin, p.words()[w - 1].end - 1e-9);
            }
        }
        for (const Link& l : p.links())
            for (std::size_t m = 1; m < 3; ++m) {
                if (l.span[m].duration() == 0) continue;
                ++links;
                EXPECT_GT(l.span[m].overlap(l.span[0]), 0.5 * l.span[0].duration());
                at_border += std::abs(l.span[m].begin - l.span[0].begin) < 0.005 &&
                             std::abs(l.span[m].end - l.span[0].end) < 0.005;
            }
        for (std::size_t e = 1; e < p.expressions().size(); ++e)
            EXPECT_GE(p.expressions()[e].time.begin, p.expressions()[e - 1].time.end);
        for (std::size_t e = 1; e < p.tones().size(); ++e)
            EXPECT_GE(p.tones()[e].time.begin, p.tones()[e - 1].time.end);
    }
    EXPECT_GT(links, 60u);
    EXPECT_LT(at_border, links / 20);
}

TEST(SamplePerformance, TonesAreInTheSoundAndExpressionsInTheFace) {
    const auto names = acoustic_names({12.5, 26, true, false});
    const auto at = [&](const char* n) {
        return static_cast<std::size_t>(std::ranges::find(names, n) - names.begin());
    };
    std::array<double, 2> pitch{}, energy{}, smile{}, count{}, faces{};
    for (std::size_t i = 0; i < 40; ++i) {
        const Clip c = sample_clip(3, i);
        const Performance p(3, i);
        for (const Tone& t : p.tones()) {
            const double f0 = column_mean(c.streams[2], at("F0"), t.time, true, at("voicing"));
            if (std::isnan(f0)) continue;
            const std::size_t k = t.semitones > 0;
            pitch[k] += f0;
            energy[k] += column_mean(c.streams[2], at("energy"), t.time, true, at("voicing"));
            ++count[k];
        }
        for (const Expression& e : p.expressions()) {
            const std::size_t k = e.kind > 0;
            smile[k] += column_mean(c.streams[1], Face::smile, e.time, false, 0) -
                        column_mean(c.streams[1], Face::frown, e.time, false, 0);
            ++faces[k];
        }
    }
    ASSERT_GT(count[0], 20);
    ASSERT_GT(count[1], 20);
    EXPECT_GT(pitch[1] / count[1] - pitch[0] / count[0], 3.0) << "semitones";
    EXPECT_GT(energy[1] / count[1] - energy[0] / count[0], 3.0) << "decibels";
    EXPECT_GT(smile[1] / faces[1] - smile[0] / faces[0], 0.8);
}

TEST(SampleSound, TonesChangePitchAndKeepDuration) {
    Sound s;
    s.rate = 16000;
    for (int i = 0; i < 16000; ++i) {
        double v = 0;
        for (int h = 1; h < 8; ++h) v += std::sin(2 * 3.14159265358979 * 150 * h * i / 16000.0) / h;
        s.samples.push_back(static_cast<float>(0.15 * v));
    }
    const Sound out = with_tones(s, {{{0.3, 0.7}, 5, 0}});
    ASSERT_EQ(out.samples.size(), s.samples.size());
    const Stream f = acoustic_features(out, {25, 26, true, false});
    const auto names = acoustic_names({25, 26, true, false});
    const auto f0 = static_cast<std::size_t>(std::ranges::find(names, "F0") - names.begin());
    const double base = 12 * std::log2(1.5);
    EXPECT_NEAR(f.row(3)[f0], base, 0.3);
    EXPECT_NEAR(f.row(12)[f0], base + 5, 0.5);
    EXPECT_NEAR(f.row(22)[f0], base, 0.3);
    EXPECT_TRUE(std::equal(s.samples.begin(), s.samples.begin() + 4000, out.samples.begin(),
                           [](float a, float b) { return std::abs(a - b) < 0.02f; }));
}
