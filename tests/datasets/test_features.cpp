#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "datasets/features/acoustic.h"
#include "datasets/features/face_measures.h"
#include "datasets/features/landmarks.h"
#include "datasets/features/steps.h"
#include "datasets/features/word_vectors.h"
#include "datasets/types/error.h"
#include "made_clips.h"

using namespace mica;

namespace {

double dot(const std::vector<float>& a, const std::vector<float>& b) {
    double s = 0;
    for (std::size_t i = 0; i < a.size(); ++i) s += static_cast<double>(a[i]) * static_cast<double>(b[i]);
    return s;
}

std::size_t at(const std::vector<std::string>& names, const std::string& name) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

// A face of the usual proportions, drawn by hand: enough of it for the measures.
Landmarks face(double open) {
    Landmarks p{};
    for (std::size_t i = 0; i < 17; ++i) {
        const double a = 3.14159265 * static_cast<double>(i) / 16;
        p[i] = {100 - 60 * std::cos(a), 90 + 70 * std::sin(a)};
    }
    for (std::size_t i = 0; i < 5; ++i) {
        p[17 + i] = {55 + 8.0 * static_cast<double>(i), 60};
        p[22 + i] = {113 + 8.0 * static_cast<double>(i), 60};
        p[31 + i] = {90 + 5.0 * static_cast<double>(i), 110};
    }
    for (std::size_t i = 0; i < 4; ++i) p[27 + i] = {100, 75 + 9.0 * static_cast<double>(i)};
    const double ex[6] = {-12, -5, 5, 12, 5, -5}, ey[6] = {0, -5, -5, 0, 5, 5};
    for (std::size_t i = 0; i < 6; ++i) {
        p[36 + i] = {72 + ex[i], 75 + ey[i]};
        p[42 + i] = {128 + ex[i], 75 + ey[i]};
    }
    for (std::size_t i = 0; i < 12; ++i) {
        const double a = 3.14159265 + 6.2831853 * static_cast<double>(i) / 12;
        p[48 + i] = {100 + 25 * std::cos(a), 132 + (8 + open) * std::sin(a)};
    }
    for (std::size_t i = 0; i < 8; ++i) {
        const double a = 3.14159265 + 6.2831853 * static_cast<double>(i) / 8;
        p[60 + i] = {100 + 20 * std::cos(a), 132 + open * std::sin(a)};
    }
    return p;
}

}  // namespace

TEST(Acoustic, PitchEnergyAndVoicingFollowTheSound) {
    const Sound s = made::tone(2.0, 0.8, 1.6, 200);
    const AcousticOptions o;
    const Stream f = acoustic_features(s, o);
    const auto names = acoustic_names(o);
    ASSERT_EQ(f.features, names.size());
    ASSERT_EQ(f.steps, 50u);
    ASSERT_EQ(f.times.size(), 50u);
    EXPECT_DOUBLE_EQ(f.times[10].begin, 0.4);
    const std::size_t pitch = at(names, "F0"), voicing = at(names, "voicing"), energy = at(names, "energy");
    for (std::size_t i = 0; i < f.steps; ++i) {
        const float* r = f.row(i);
        if (i >= 23 && i < 37) {
            EXPECT_NEAR(r[pitch], 12, 0.1) << i;  // 200 Hz is an octave over 100 Hz
            EXPECT_FLOAT_EQ(r[voicing], 1) << i;
            EXPECT_NEAR(r[energy], 10 * std::log10((0.04 + 0.01 + 0.0025) / 2), 0.5) << i;
        }
        if (i < 17 || i > 44) {
            EXPECT_FLOAT_EQ(r[pitch], 0) << i;
            EXPECT_FLOAT_EQ(r[voicing], 0) << i;
            EXPECT_FLOAT_EQ(r[energy], -80) << i;
        }
    }
}

TEST(Acoustic, BandsFollowTheFrequency) {
    const auto loudest = [](double hertz) {
        Sound s = made::tone(0.5, 0, 0.5, hertz);
        for (std::size_t i = 0; i < s.samples.size(); ++i)
            s.samples[i] = static_cast<float>(0.3 * std::sin(6.283185307 * hertz * static_cast<double>(i) / 16000));
        const Stream f = acoustic_features(s, {});
        return std::max_element(f.row(6), f.row(6) + 26) - f.row(6);
    };
    // Band centres: mel(60) + (b + 1) * (mel(7600) - mel(60)) / 27.
    const auto mel = [](double f) { return 2595 * std::log10(1 + f / 700); };
    for (const double hertz : {300.0, 1000.0, 3000.0, 6000.0}) {
        const double b = (mel(hertz) - mel(60)) / ((mel(7600) - mel(60)) / 27) - 1;
        EXPECT_NEAR(static_cast<double>(loudest(hertz)), b, 1.0) << hertz;
    }
}

TEST(Acoustic, OddInputsStayFiniteAndSized) {
    std::mt19937_64 random(5);
    for (const double duration : {0.0, 0.001, 0.03, 0.5, 1.01})
        for (const double rate : {1.0, 12.5, 25.0, 100.0})
            for (const bool cepstra : {false, true}) {
                Sound s{kAcousticSoundRate, {}};
                s.samples.resize(static_cast<std::size_t>(duration * 16000));
                for (float& v : s.samples) v = static_cast<float>(random() % 2001) / 1000 - 1;
                AcousticOptions o{rate, 26, cepstra, true};
                const Stream f = acoustic_features(s, o);
                EXPECT_EQ(f.steps, static_cast<std::size_t>(std::ceil(s.duration() * rate - 1e-6)));
                EXPECT_EQ(f.features, acoustic_names(o).size());
                EXPECT_EQ(f.values.size(), f.steps * f.features);
                for (const float v : f.values) ASSERT_TRUE(std::isfinite(v));
            }
    EXPECT_EQ(acoustic_features(Sound{16000, std::vector<float>(8000)}, {}, 1.0).steps, 25u);
    EXPECT_THROW((void)acoustic_features(Sound{8000, {}}, {}), Error);
    EXPECT_THROW((void)acoustic_features(Sound{16000, {}}, {0.5}), Error);
}

TEST(Steps, SlopesOfALineAreItsSlope) {
    Stream s;
    s.steps = 10;
    s.features = 1;
    for (int i = 0; i < 10; ++i) s.values.push_back(static_cast<float>(3 * i));
    const Stream d = with_changes(s);
    ASSERT_EQ(d.features, 2u);
    for (std::size_t i = 2; i < 8; ++i) EXPECT_FLOAT_EQ(d.row(i)[1], 3);
}

TEST(WordVectors, HashedVectorsAreFixedAndTellWordsApart) {
    const auto blue = hashed_word("blue"), red = hashed_word("red");
    EXPECT_EQ(blue, hashed_word("BLUE"));
    EXPECT_EQ(hashed_word("ÉTÉ"), hashed_word("été"));
    EXPECT_NEAR(dot(blue, blue), 1, 1e-5);
    EXPECT_LT(std::abs(dot(blue, red)), 0.5);
    EXPECT_GT(dot(hashed_word("walking"), hashed_word("walked")), dot(hashed_word("walking"), hashed_word("purple")));
    const WordVectors v = WordVectors::hashed();
    EXPECT_EQ(v.mask(), WordVectors::hashed().mask());
    EXPECT_NEAR(dot(v.mask(), v.mask()), 1, 1e-5);
    EXPECT_NE(v.mask(), v.vector("mask"));
    const std::vector<Word> words{{"bin", {0, 1}, false}, {"blue", {1, 2}, true}};
    const Stream s = v.stream(words);
    EXPECT_EQ(std::vector<float>(s.row(1), s.row(1) + 64), v.mask());
    EXPECT_EQ(s.times[1], words[1].time);
    EXPECT_NE(std::vector<float>(s.row(1), s.row(1) + 64), v.vector("blue"));
    EXPECT_THROW((void)WordVectors::hashed(0), Error);
}

TEST(WordVectors, TheHeaderOfWord2vecIsNoWord) {
    const made::Folder folder;
    made::write(folder / "w.txt", "2 3\nred 1 2 3\nblue 4 5 6\n");
    const auto v = WordVectors::glove(folder / "w.txt", {"red", "2"});
    EXPECT_EQ(v.size(), 3u);
    EXPECT_EQ(v.vector("red"), (std::vector<float>{1, 2, 3}));
    EXPECT_EQ(v.missing(), std::vector<std::string>{"2"});
    made::write(folder / "bad.txt", "2 4\nred 1 2 3\nblue 4 5 6\n");
    EXPECT_THROW((void)WordVectors::glove(folder / "bad.txt", {"red"}), Error);
    made::write(folder / "one.txt", "2 4\nred 1\n");  // vectors of one value
    EXPECT_EQ(WordVectors::glove(folder / "one.txt", {"red"}).size(), 1u);
}

TEST(WordVectors, GloveFilesMayHoldTokensWithBlanks) {
    const made::Folder folder;
    made::write(folder / "g.txt", ", 0.1 0.2 0.3\n. . . 1 2 3\nblue 1 0 0\n12 4 5 6\nred 0 2 0\r\n");
    const auto v = WordVectors::glove(folder / "g.txt", {"Blue", "red", "green", ". . ."});
    EXPECT_EQ(v.size(), 3u);
    EXPECT_EQ(v.vector("Blue"), (std::vector<float>{1, 0, 0}));
    EXPECT_EQ(v.vector(". . ."), (std::vector<float>{1, 2, 3}));
    EXPECT_EQ(v.vector("red"), (std::vector<float>{0, 2, 0}));
    EXPECT_EQ(v.missing(), std::vector<std::string>{"green"});
    EXPECT_EQ(v.vector("green").size(), 3u);

    made::write(folder / "cut.txt", "blue 1 0 0\nred 0 2\n");
    const auto said = [&](const char* name, const std::set<std::string>& needed) -> std::string {
        try {
            (void)WordVectors::glove(folder / name, needed);
        } catch (const Error& e) {
            return e.what();
        }
        return "";
    };
    // The shorter line decides the size when it stands among the first; a token "blue 1" is then lawful.
    made::write(folder / "late.txt", [] {
        std::string t;
        for (int i = 0; i < 300; ++i) t += "w" + std::to_string(i) + " 1 2 3\n";
        return t + "last 1 2\n";
    }());
    EXPECT_NE(said("late.txt", {"w1"}).find("line 301"), std::string::npos) << said("late.txt", {"w1"});
    made::write(folder / "nan.txt", "w 1 2 nan\n");
    EXPECT_NE(said("nan.txt", {"w"}).find("line 1"), std::string::npos);
    EXPECT_NE(said("g.txt", {"zebra"}), "");
    EXPECT_NE(said("missing.txt", {"zebra"}), "");
}

TEST(Face, MeasuresDoNotChangeWithPlaceSizeAndTurn) {
    std::vector<std::uint8_t> blank(300 * 300, 128);
    const GreyView view{blank.data(), 300, 300};
    FaceOptions o;
    o.appearance = 0;
    const Landmarks p = face(5);
    Landmarks q;
    const double a = 0.3, s = 0.8;
    for (std::size_t i = 0; i < kLandmarks; ++i)
        q[i] = {120 + s * (p[i].x * std::cos(a) - p[i].y * std::sin(a)),
                20 + s * (p[i].x * std::sin(a) + p[i].y * std::cos(a))};
    const auto x = face_measures(p, view, 1, o), y = face_measures(q, view, 1, o);
    ASSERT_EQ(x.size(), face_measure_names(o).size());
    for (std::size_t i = 0; i < x.size(); ++i) EXPECT_NEAR(x[i], y[i], 1e-4) << face_measure_names(o)[i];
}

TEST(Face, AnOpeningMouthIsSeen) {
    std::vector<std::uint8_t> blank(300 * 300, 128);
    const GreyView view{blank.data(), 300, 300};
    FaceOptions o;
    const auto names = face_measure_names(o);
    const auto x = face_measures(face(1), view, 1, o), y = face_measures(face(9), view, 1, o);
    // Eyes 56 pixels apart; the inner lips' three spans are 2 * open * (sin 45, sin 90, sin 135 degrees).
    EXPECT_NEAR(y[at(names, "mouth_open")], 2 * 9 * (1 + std::sqrt(2.0)) / 3 / 56, 1e-3);
    EXPECT_GT(y[at(names, "mouth_height")], x[at(names, "mouth_height")]);
    EXPECT_NEAR(y[at(names, "mouth_width")], 50.0 / 56, 1e-3);
    EXPECT_NEAR(y[at(names, "eye_left")], 10.0 / 24, 1e-3);
    for (const float v : x) EXPECT_TRUE(std::isfinite(v));
}

TEST(Face, TheLookOfTheMouthIgnoresLightness) {
    std::vector<std::uint8_t> dark(200 * 200), light(200 * 200);
    std::mt19937_64 random(2);
    for (int y = 0; y < 200; ++y)
        for (int x = 0; x < 200; ++x) {
            const double v = 60 + 30 * std::sin(x * 0.11) * std::cos(y * 0.07);
            dark[static_cast<std::size_t>(y * 200 + x)] = static_cast<std::uint8_t>(std::lround(v));
            light[static_cast<std::size_t>(y * 200 + x)] = static_cast<std::uint8_t>(std::lround(1.5 * v + 40));
        }
    FaceOptions o;
    o.points = false;
    const auto names = face_measure_names(o);
    const auto a = face_measures(face(5), {dark.data(), 200, 200}, 1, o),
               b = face_measures(face(5), {light.data(), 200, 200}, 1, o);
    double size = 0;
    for (std::size_t i = 14; i < 14 + 30; ++i) {
        EXPECT_NEAR(a[i], b[i], 0.05) << names[i];
        size += std::abs(static_cast<double>(a[i]));
    }
    EXPECT_GT(size, 0.5);
}

TEST(Face, FramesWithoutAFaceAreFlagged) {
    const made::Folder folder;
    made::clip(folder / "a.mp4", 10);
    VideoReader video(folder / "a.mp4");
    FaceReader reader;
    const FaceFeatures f = reader.read(video);
    EXPECT_EQ(f.stream.steps, 10u);
    EXPECT_EQ(f.flagged, 10u);
    for (const auto v : f.stream.valid) EXPECT_EQ(v, 0);
    for (const float v : f.stream.values) EXPECT_EQ(v, 0);
    EXPECT_THROW(FaceReader({}, folder / "none.dat"), Error);
    made::write(folder / "bad.dat", "no model");
    EXPECT_THROW(FaceReader({}, folder / "bad.dat"), Error);
}
