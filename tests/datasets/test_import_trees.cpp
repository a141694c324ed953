#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <functional>
#include <limits>

#include "datasets/features/landmarks.h"
#include "datasets/import/clips.h"
#include "datasets/import/iemocap.h"
#include "datasets/import/iemocap_files.h"
#include "datasets/import/mmsa.h"
#include "datasets/import/untimed.h"
#include "datasets/sample/face.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"
#include "made_clips.h"
#include "tests/refusal.h"

using namespace mica;

namespace {

void write(const std::filesystem::path& file, const std::string& text) {
    std::filesystem::create_directories(file.parent_path());
    made::write(file, text);
}

// 16-bit mono at 16 kHz.
void write_wav(const std::filesystem::path& file, double duration) {
    const Sound tone = made::tone(duration, 0.1, duration - 0.1, 180);
    std::string data;
    const auto number = [&](std::uint32_t v, int bytes) {
        for (int i = 0; i < bytes; ++i) data.push_back(static_cast<char>(v >> (8 * i)));
    };
    const auto size = static_cast<std::uint32_t>(2 * tone.samples.size());
    data += "RIFF";
    number(36 + size, 4);
    data += "WAVEfmt ";
    number(16, 4), number(1, 2), number(1, 2), number(16000, 4), number(32000, 4), number(2, 2), number(16, 2);
    data += "data";
    number(size, 4);
    for (const float s : tone.samples) number(static_cast<std::uint32_t>(static_cast<std::int32_t>(s * 30000)), 2);
    write(file, data);
}

constexpr const char* kSegments =
    "\t SFrm\t EFrm\t    SegAScr Word\n\t    0\t    9\t   -1000 <s>\n\t   10\t   29\t   -2000 EXCUSE\n"
    "\t   30\t   39\t   -300 <sil>\n\t   40\t   59\t   -2500 ME(2)\n\t   60\t   69\t   -10 ++LAUGHTER++\n"
    "\t   70\t   78\t   -10 </s>\n Total score:      -12345\n";

// A dialogue of three utterances in each session that is named, with a film of 100 frames.
void make_session(const std::filesystem::path& root, int session) {
    const std::string name = "Ses0" + std::to_string(session) + "F_impro01";
    const auto folder = root / ("Session" + std::to_string(session));
    write(folder / "dialog/EmoEvaluation" / (name + ".txt"),
          "% [START_TIME - END_TIME] TURN_NAME EMOTION [V, A, D]\n\n[0.4000 - 1.2000]\t" + name +
              "_F000\tneu\t[2.5000, 2.0000, 3.0000]\nC-E2:\tNeutral;\t()\n[1.2000 - 2.0000]\t" + name +
              "_M000\texc\t[4.0000, 3.5000, 3.0000]\n[2.4000 - 3.2000]\t" + name +
              "_F001\tang\t[1.5000, 4.0000, 4.5000]\n");
    write(folder / "dialog/transcriptions" / (name + ".txt"),
          name + "_F000 [000.4000-001.2000]: Excuse me.\n" + name +
              "_F001 [002.4000-003.2000]: Do you have your forms?\n");
    std::filesystem::create_directories(folder / "dialog/avi/DivX");
    const Sound silence = made::tone(4, 0, 0, 100);
    made::clip(folder / "dialog/avi/DivX" / "film.mp4", 100, 25, &silence, 320, 128);
    std::filesystem::rename(folder / "dialog/avi/DivX/film.mp4", folder / "dialog/avi/DivX" / (name + ".avi"));
    for (const char* part : {"_F000", "_M000", "_F001"})
        write_wav(folder / "sentences/wav" / name / (name + part + ".wav"), 0.8);
    for (const char* part : {"_F000", "_M000"})
        write(folder / "sentences/ForcedAlignment" / name / (name + part + ".wdseg"), kSegments);
}

IemocapOptions iemocap(const std::filesystem::path& folder) {
    IemocapOptions o;
    o.folder = folder;
    o.features.face.detect_every = 25;
    return o;
}

}  // namespace

TEST(Iemocap, EvaluationLines) {
    const auto all = parse_iemocap_evaluation(
        "% header\n[140.2250 - 145.6000]\tSes01F_impro05_F019\tang\t[1.5000, 4.0000, 4.5000]\nC-E1:\tAnger;\t()\r\n",
        "f");
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].time, (Interval{140.225, 145.6}));
    EXPECT_EQ(all[0].dialogue(), "Ses01F_impro05");
    EXPECT_EQ(all[0].category, "ang");
    EXPECT_EQ(all[0].ratings, (std::array<double, 3>{1.5, 4, 4.5}));
    for (const char* bad :
         {"[1 - x]\tSes01F_a_F0\tang\t[1, 2, 3]", "[2.0 - 1.0]\tSes01F_aa_F0\tang\t[1, 2, 3]",
          "[1.0 - 2.0]\t../../../Ses_F0\tang\t[1, 2, 3]", "[1.0 - 2.0]\tSes01F_aa_F0\tanger\t[1, 2, 3]",
          "[1.0 - 2.0]\tSes01F_aa_F0\tang\t[1, 2]", "[1.0 - 2.0]\tSes01F_aa_F0", "nothing"})
        EXPECT_NE(message([&] { (void)parse_iemocap_evaluation(bad, "f"); }), "no error") << bad;
}

TEST(Iemocap, ATreeBecomesASet) {
    const made::Folder folder;
    for (const int session : {1, 2, 4}) make_session(folder / "tree", session);
    const auto s = import_iemocap(iemocap(folder / "tree"), folder / "set.h5", no_progress, {});
    EXPECT_EQ(s.clips, 6u);  // "exc" is no part of the four
    EXPECT_EQ(s.splits, (std::array<std::size_t, 3>{2, 2, 2}));
    EXPECT_TRUE(s.left_out.empty());
    EXPECT_EQ(s.classes.at("neutral"), 3u);
    EXPECT_EQ(s.classes.at("angry"), 3u);
    EXPECT_EQ(s.classes.at("sad"), 0u);
    ASSERT_EQ(s.notes.size(), 2u);
    EXPECT_NE(s.notes[0].find("only 3 of the five sessions"), std::string::npos);
    EXPECT_NE(s.notes[1].find("exc 3"), std::string::npos);

    const auto set = open_set(folder / "set.h5");
    EXPECT_EQ(set->info().task.parts, (std::vector<std::string>{"neutral", "happy", "sad", "angry"}));
    const Clip first = set->read(set->find("Ses01F_impro01_F000"));
    EXPECT_EQ(first.info.split, Split::test);
    EXPECT_EQ(first.info.label, (std::vector<float>{1, 0, 0, 0}));
    EXPECT_EQ(first.info.transcript, "EXCUSE ME");
    EXPECT_EQ(first.info.group, "Ses01F_impro01");
    ASSERT_EQ(first.words.size(), 2u);
    EXPECT_NEAR(first.words[0].time.begin, 0.10, 1e-9);
    EXPECT_NEAR(first.words[1].time.end, 0.60, 1e-9);
    EXPECT_NEAR(first.info.duration, 0.8, 1e-3);
    // 0.4 to 1.2 s of a film of 25 frames a second, with times of the utterance.
    EXPECT_EQ(first.info.steps[index(Modality::vision)], 20u);
    EXPECT_NEAR(first.streams[index(Modality::vision)].times.front().begin, 0, 1e-9);
    EXPECT_NEAR(first.streams[index(Modality::vision)].times.back().end, 0.8, 1e-9);
    EXPECT_EQ(first.info.steps[index(Modality::audio)], 20u);
    EXPECT_NE(first.info.media.find("sentences/wav"), std::string::npos);
    EXPECT_NE(first.info.note.find("0.40 to 1.20 s of Ses01F_impro01.avi"), std::string::npos);
    // Without a forced alignment the words have no times.
    const Clip second = set->read(set->find("Ses04F_impro01_F001"));
    EXPECT_EQ(second.info.split, Split::train);
    EXPECT_TRUE(second.words.empty());
    EXPECT_EQ(second.info.steps[index(Modality::text)], 5u);
    EXPECT_FALSE(second.streams[index(Modality::text)].has_times());
    EXPECT_EQ(second.info.transcript, "Do you have your forms?");
}

TEST(Iemocap, OtherLabels) {
    const made::Folder folder;
    make_session(folder / "tree", 3);
    auto options = iemocap(folder / "tree");
    options.excited_is_happy = true;
    EXPECT_EQ(import_iemocap(options, folder / "a.h5", no_progress, {}).classes.at("happy"), 1u);
    options.excited_is_happy = false;
    options.labels = IemocapLabels::category;
    const auto named = import_iemocap(options, folder / "b.h5", no_progress, {});
    EXPECT_EQ(named.classes.at("excited"), 1u);
    EXPECT_EQ(named.classes.at("angry"), 1u);
    options.labels = IemocapLabels::ratings;
    (void)import_iemocap(options, folder / "c.h5", no_progress, {});
    const auto set = open_set(folder / "c.h5");
    EXPECT_EQ(set->clips()[set->find("Ses03F_impro01_F001")].label, (std::vector<float>{1.5f, 4, 4.5f}));
    EXPECT_EQ(set->info().task.minimum, 1);
    EXPECT_NE(message([&] {
                  (void)import_iemocap(iemocap(folder / "none"), folder / "d.h5", no_progress, {});
              }).find("no such folder"),
              std::string::npos);
    EXPECT_NE(message([&] {
                  (void)import_iemocap(iemocap(folder.path), folder / "d.h5", no_progress, {});
              }).find("none of Session1 to Session5"),
              std::string::npos);
}

// A MAT-file of version 5 with a matrix of one column of doubles called "features".
std::string mat_of(const std::vector<double>& values) {
    const auto element = [](std::uint32_t type, std::string body) {
        const auto size = static_cast<std::uint32_t>(body.size());
        body.resize((body.size() + 7) / 8 * 8);
        std::string tag(8, '\0');
        std::memcpy(tag.data(), &type, 4);
        std::memcpy(tag.data() + 4, &size, 4);
        return tag + body;
    };
    const std::array<std::int32_t, 2> shape{static_cast<std::int32_t>(values.size()), 1};
    const std::string header = "MATLAB 5.0 MAT-file", kind("\x06\0\0\0\0\0\0\0", 8);
    return header + std::string(124 - header.size(), ' ') + std::string("\0\x01IM", 4) +
           element(14, element(6, kind) + element(5, std::string(reinterpret_cast<const char*>(shape.data()), 8)) +
                           element(1, "features") +
                           element(9, std::string(reinterpret_cast<const char*>(values.data()), 8 * values.size())));
}

// A face in the left half of the first half of a film only.
TEST(Pictures, PiecesAndHalvesAreWhatTheyShouldBe) {
    const made::Folder folder;
    const FacePainter painter(speaker(0), 320, 240);
    const Picture face = painter.paint({});
    {
        VideoWriter film(folder / "film.mp4", 640, 240, 25, 16000);
        for (int i = 0; i < 50; ++i) {
            Picture p;
            p.width = 640;
            p.height = 240;
            p.rgb.assign(640 * 240 * 3, 128);
            for (int y = 0; i < 25 && y < 240; ++y)
                std::copy_n(face.rgb.begin() + y * 320 * 3, 320 * 3, p.rgb.begin() + y * 640 * 3);
            film.add(p);
        }
        film.finish(made::tone(2, 0, 0, 100));
    }
    FaceReader reader;
    const auto flagged = [&](Interval time, PictureHalf half) {
        VideoReader video(folder / "film.mp4");
        const FaceFeatures f = reader.read(video, {}, {time, half});
        EXPECT_EQ(f.stream.steps, 20u);
        return f.flagged;
    };
    EXPECT_EQ(flagged({0.12, 0.92}, PictureHalf::left), 0u);
    EXPECT_EQ(flagged({0.12, 0.92}, PictureHalf::right), 20u);
    EXPECT_EQ(flagged({0.12, 0.92}, PictureHalf::whole), 0u);
    EXPECT_EQ(flagged({1.12, 1.92}, PictureHalf::left), 20u);
    EXPECT_EQ(flagged({0.6, 1.4}, PictureHalf::left), 10u);
}

TEST(Untimed, WordsAndCharacters) {
    EXPECT_EQ(untimed_words("Well, \"yes\" - don't (you)?"), (std::vector<std::string>{"Well", "yes", "don't", "you"}));
    EXPECT_EQ(untimed_words("\xe4\xbd\xa0\xe5\xa5\xbd\xef\xbc\x8cOK 3.5"),
              (std::vector<std::string>{"\xe4\xbd\xa0", "\xe5\xa5\xbd", "OK", "3.5"}));
    EXPECT_TRUE(untimed_words(" ... \n").empty());
    EXPECT_EQ(untimed_words("\xff\xe4 x").size(), 2u);  // no UTF-8
    EXPECT_TRUE(has_ideographs("a\xe5\xa5\xbd"));
    EXPECT_FALSE(has_ideographs("\xc3\xa9t\xc3\xa9"));
}

namespace {

void make_mmsa(const std::filesystem::path& root) {
    for (const char* video : {"video_1", "video_2"})
        for (const char* clip : {"0001", "0002"}) {
            std::filesystem::create_directories(root / "Raw" / video);
            made::clip(root / "Raw" / video / (std::string(clip) + ".mp4"), 25);
        }
    write(root / "label.csv",
          "\xef\xbb\xbfvideo_id,clip_id,text,label,label_T,label_A,label_V,annotation,mode\n"
          "video_1,0001,\xe6\x88\x91\xe5\xbe\x88\xe5\xa5\xbd\xe3\x80\x82,0.8,0.4,0.6,1.0,Positive,train\n"
          "video_1,2,\"no, not now\",-0.2,0.4,0.6,1.0,Negative,valid\n"
          "video_2,0001,one two,0.0,0,0,0,Neutral,test\n"
          "video_2,0002,lost,high,0,0,0,Neutral,test\n"
          "video_3,0001,gone,0.0,0,0,0,Neutral,train\n"
          "../secret,0001,gone,0.0,0,0,0,Neutral,train\n");
    made::write(root / "Raw/video_2/0001.align", "0 5000 sil\n5000 12500 one\n12500 20000 two\n");
}

MmsaOptions mmsa(const std::filesystem::path& folder) {
    MmsaOptions o;
    o.folder = folder;
    o.features.face.detect_every = 25;
    return o;
}

}  // namespace

TEST(Mmsa, RawFoldersBecomeASet) {
    const made::Folder folder;
    make_mmsa(folder / "sims");
    const auto s = import_mmsa(mmsa(folder / "sims"), folder / "set.h5", no_progress, {});
    EXPECT_EQ(s.clips, 3u);
    EXPECT_EQ(s.splits, (std::array<std::size_t, 3>{1, 1, 1}));
    EXPECT_EQ(s.left_out.size(), 3u);
    ASSERT_EQ(s.notes.size(), 2u);
    EXPECT_NE(s.notes[0].find("not known for 2 clips"), std::string::npos);
    EXPECT_NE(s.notes[1].find("each character is a step"), std::string::npos);
    const auto set = open_set(folder / "set.h5");
    EXPECT_EQ(set->info().name, "sims");
    EXPECT_EQ(set->info().task.minimum, -1);
    EXPECT_EQ(set->info().task.maximum, 1);
    const Clip first = set->read(set->find("video_1/0001"));
    EXPECT_EQ(first.info.label, std::vector<float>{0.8f});
    EXPECT_EQ(first.info.group, "video_1");
    EXPECT_EQ(first.info.steps, (std::array<std::uint32_t, 3>{3, 25, 25}));
    EXPECT_TRUE(first.words.empty());
    EXPECT_FALSE(first.streams[0].has_times());
    EXPECT_EQ(first.info.media, "sims/Raw/video_1/0001.mp4");
    EXPECT_EQ(set->read(set->find("video_1/2")).info.media, "sims/Raw/video_1/0002.mp4");
    const Clip timed = set->read(set->find("video_2/0001"));
    ASSERT_EQ(timed.words.size(), 2u);
    EXPECT_NEAR(timed.words[0].time.begin, 0.2, 1e-9);
    EXPECT_TRUE(timed.streams[0].has_times());
}

TEST(Mmsa, AnotherLabelAndColumn) {
    const made::Folder folder;
    make_mmsa(folder / "sims");
    auto options = mmsa(folder / "sims");
    options.label = "annotation";
    const auto s = import_mmsa(options, folder / "set.h5", no_progress, {});
    EXPECT_EQ(s.classes.at("Neutral"), 2u);
    options.label = "label_X";
    EXPECT_NE(
        message([&] { (void)import_mmsa(options, folder / "x.h5", no_progress, {}); }).find("no column \"label_X\""),
        std::string::npos);
    options.label = "label_V";
    options.tokens = "annotation";  // any column will do here
    (void)import_mmsa(options, folder / "t.h5", no_progress, {});
    EXPECT_EQ(open_set(folder / "t.h5")->clips()[0].steps[0], 1u);
}

TEST(FeatureFolders, TakeThePlaceOfOwnFeatures) {
    const made::Folder folder;
    const std::string header = "frame, timestamp, confidence, success, AU01_r\n";
    for (const char* id : {"a", "b", "c"})
        write(folder / "words" / (std::string(id) + ".align"), "0 12500 one\n12500 22500 two\n");
    write(folder / "labels.csv", "id,label,split\na.mp4,1,train\nb,2,valid\nc,0,test\nd,1,test\n");
    write(folder / "faces/a.csv", header + "1, 0, 1, 1, 0.5\n2, 0.5, 1, 0, 0\n");
    write(folder / "faces/deep/b.csv", header + "1, 0, 1, 1, 0.25\n2, 0.5, 1, 1, 1\n");
    write(folder / "faces/other.csv", header + "1, 0, 1, 1, 0.25\n");
    std::filesystem::create_directories(folder / "media");
    made::clip(folder / "media" / "c.mp4", 25);
    ClipsOptions o;
    o.clips = folder / "media";
    o.words = folder / "words";
    o.labels = folder / "labels.csv";
    o.features.vision_files = folder / "faces";
    const auto s = import_folder(o, folder / "set.h5", no_progress, {});
    EXPECT_EQ(s.clips, 3u);
    ASSERT_EQ(s.left_out.size(), 1u);
    EXPECT_EQ(s.left_out[0].id, "d");
    EXPECT_EQ(s.flagged_frames, 1u);
    const auto set = open_set(folder / "set.h5");
    const auto& vision = set->info().streams[index(Modality::vision)];
    EXPECT_EQ(vision.feature_names, (std::vector<std::string>{"confidence", "AU01_r"}));
    EXPECT_NE(vision.recipe.find("OpenFace"), std::string::npos);
    EXPECT_EQ(vision.rate, 2);
    const Clip a = set->read(set->find("a"));
    EXPECT_EQ(a.streams[1].values, (std::vector<float>{1, 0.5f, 1, 0}));
    EXPECT_EQ(a.streams[1].valid, (std::vector<std::uint8_t>{1, 0}));
    EXPECT_EQ(a.info.media, "");
    EXPECT_NEAR(a.info.duration, 1, 1e-9);
    const Clip c = set->read(set->find("c"));  // has sound but no table
    EXPECT_EQ(c.info.steps, (std::array<std::uint32_t, 3>{2, 0, 25}));
    EXPECT_NE(c.info.note.find("no OpenFace table"), std::string::npos);

    // COVAREP's file gives the sound's stream at its own rate.
    write(folder / "voices/a.mat", mat_of(std::vector<double>(100, 0.5)));
    write(folder / "voices/c.mat", mat_of({1, -std::numeric_limits<double>::infinity(), 3}));
    o.features.audio_files = folder / "voices";
    (void)import_folder(o, folder / "set3.h5", no_progress, {});
    const auto both = open_set(folder / "set3.h5");
    EXPECT_EQ(both->info().streams[index(Modality::audio)].rate, 100);
    EXPECT_NE(both->info().streams[index(Modality::audio)].recipe.find("COVAREP"), std::string::npos);
    const Clip voiced = both->read(both->find("c"));
    EXPECT_EQ(voiced.streams[2].values, (std::vector<float>{1, 0, 3}));
    EXPECT_NE(voiced.info.note.find("1 values that were not finite"), std::string::npos);
    EXPECT_NEAR(voiced.info.duration, 1, 0.05);  // its film's
    EXPECT_EQ(both->read(both->find("b")).info.steps[2], 0u);
    o.features.audio_files.clear();

    // A table with other columns is that clip's own fault.
    write(folder / "faces/deep/b.csv", "frame, timestamp, success, AU02_r\n1, 0, 1, 0.25\n2, 0.5, 1, 1\n");
    const auto again = import_folder(o, folder / "set2.h5", no_progress, {});
    EXPECT_EQ(again.clips, 2u);
    EXPECT_NE(again.left_out[0].reason.find("other features"), std::string::npos);
    o.features.vision_files = folder / "nowhere";
    EXPECT_NE(message([&] { (void)import_folder(o, folder / "x.h5", no_progress, {}); }).find("no such folder"),
              std::string::npos);
}
