// A person's own recordings: what becomes of them, and of those that cannot be used.
#include <gtest/gtest.h>

#include <cstring>

#include "datasets/features/word_vectors.h"
#include "datasets/import/own_clips.h"
#include "datasets/sample/performance.h"
#include "datasets/sample/render.h"
#include "datasets/sample/sample_set.h"
#include "datasets/store/store.h"
#include "made_odd_clips.h"
#include "tests/refusal.h"

using namespace mica;

namespace {

// As usual, but the face is looked for less often.
FeatureRecipes recipes() {
    FeatureRecipes r = usual_recipes();
    FaceOptions face;
    face.detect_every = 25;
    r[1] = read_recipe(Modality::vision, face_recipe(face));
    return r;
}

OwnClips make(const made::Folder& folder, const std::vector<Recording>& recordings,
              const FeatureRecipes& r = recipes()) {
    return make_own_clips(recordings, r, folder / "own", no_progress, {});
}

Clip only(const OwnClips& own) {
    const auto set = open_set(own.file);
    EXPECT_EQ(set->size(), 1u);
    return set->read(0);
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST(OwnClips, BecomeASetWithoutLabels) {
    const made::Folder folder;
    made::clip(folder / "a.mp4", 30);
    made::clip(folder / "b.mp4", 40);
    made::write(folder / "a.srt",
                "1\n00:00:00,100 --> 00:00:00,400\nhello\n\n2\n00:00:00,500 --> 00:00:00,900\n[mask]\n");
    const std::vector<Recording> two{{folder / "a.mp4", transcript_beside(folder / "a.mp4")}, {folder / "b.mp4", {}}};
    EXPECT_EQ(two[0].words, folder / "a.srt");
    std::int64_t last = 0, most = 0;
    const OwnClips own = make_own_clips(two, recipes(), folder / "own",
                                        [&](std::int64_t done, std::int64_t total, const std::string& text) {
                                            EXPECT_GE(done, last);
                                            EXPECT_LE(done, total);
                                            EXPECT_FALSE(text.empty());
                                            last = done, most = total;
                                        },
                                        {});
    EXPECT_GT(last, most / 2);
    EXPECT_FALSE(own.kept);
    EXPECT_TRUE(own.left_out.empty());
    const auto set = open_set(own.file);
    ASSERT_EQ(set->size(), 2u);
    EXPECT_TRUE(is_own(set->info()));
    EXPECT_FALSE(set->labelled());
    for (std::size_t m = 0; m < 3; ++m) EXPECT_TRUE(alike(recipes_of(set->info())[m], recipes()[m]));
    const Clip a = set->read(0), b = set->read(1);
    EXPECT_EQ(a.info.id, "a");
    EXPECT_EQ(a.info.split, Split::none);
    EXPECT_EQ(set->media(0), folder / "a.mp4");
    EXPECT_EQ(a.info.transcript, "hello [mask]");
    ASSERT_EQ(a.streams[0].steps, 2u);
    const WordVectors vectors = WordVectors::hashed();
    EXPECT_EQ(std::vector<float>(a.streams[0].row(0), a.streams[0].row(0) + 64), vectors.vector("hello"));
    EXPECT_EQ(std::vector<float>(a.streams[0].row(1), a.streams[0].row(1) + 64), vectors.mask());
    EXPECT_TRUE(a.words[1].masked);
    EXPECT_EQ(a.streams[1].steps, 30u);
    EXPECT_EQ(a.info.flagged_frames, 30u);  // no face in any frame
    EXPECT_EQ(b.streams[0].steps, 0u);
    EXPECT_GT(b.streams[2].steps, 0u);
    EXPECT_TRUE(holds(b.info.note, "no transcript")) << b.info.note;
    EXPECT_TRUE(holds(b.info.note, "no face in 40 of 40 frames")) << b.info.note;
}

TEST(OwnClips, TheSameAgainIsThereAtOnce) {
    const made::Folder folder;
    made::clip(folder / "a.mp4", 10);
    const OwnClips first = make(folder, {{folder / "a.mp4", {}}});
    const auto again = make(folder, {{folder / "a.mp4", {}}});
    EXPECT_TRUE(again.kept);
    EXPECT_EQ(again.file, first.file);
    made::write(folder / "w.align", "0 5000 one\n");
    EXPECT_NE(make(folder, {{folder / "a.mp4", folder / "w.align"}}).file, first.file);
    FeatureRecipes other = recipes();
    other[2] = {};
    const auto mute = make(folder, {{folder / "a.mp4", {}}}, other);
    EXPECT_NE(mute.file, first.file);
    EXPECT_EQ(open_set(mute.file)->info().streams[2].features, 0u);
    made::clip(folder / "a.mp4", 11);  // other bytes under the name
    EXPECT_NE(make(folder, {{folder / "a.mp4", {}}}).file, first.file);
    // one name in two folders
    std::filesystem::create_directories(folder / "x");
    std::filesystem::copy_file(folder / "a.mp4", folder / "x" / "a.mp4");
    const auto two = open_set(make(folder, {{folder / "a.mp4", {}}, {folder / "x" / "a.mp4", {}}}).file);
    EXPECT_EQ(two->clips()[1].id, "a #2");
}

TEST(OwnClips, OddRecordingsAreTakenAsTheyAre) {
    const made::Folder folder;
    const Sound none{16000, {}};
    made::clip(folder / "mute.mp4", 20, 25, &none);
    const Clip mute = only(make(folder, {{folder / "mute.mp4", {}}}));
    EXPECT_EQ(mute.streams[1].steps, 20u);
    EXPECT_EQ(mute.streams[2].steps, 0u);
    EXPECT_TRUE(holds(mute.info.note, "no sound"));

    made::turned_clip(folder / "turned.mp4", 10);
    ASSERT_GT(probe_media(folder / "turned.mp4").height, probe_media(folder / "turned.mp4").width);
    EXPECT_EQ(only(make(folder, {{folder / "turned.mp4", {}}})).streams[1].steps, 10u);

    made::uneven_clip(folder / "uneven.mkv", 20);
    const Clip uneven = only(make(folder, {{folder / "uneven.mkv", {}}}));
    ASSERT_EQ(uneven.streams[1].steps, 20u);
    EXPECT_NEAR(uneven.streams[1].times[3].duration(), 0.04, 0.002);
    EXPECT_NEAR(uneven.streams[1].times[15].duration(), 0.08, 0.002);

    made::clip(folder / "large.mp4", 2, 25, nullptr, 3840, 2160);
    const Clip large = only(make(folder, {{folder / "large.mp4", {}}}));
    EXPECT_EQ(large.streams[1].steps, 2u);
    EXPECT_TRUE(holds(large.info.note, "3840 x 2160")) << large.info.note;

    // sound alone: a .wav by hand
    std::string wav("RIFF\0\0\0\0WAVEfmt \20\0\0\0\1\0\1\0\200\76\0\0\0\175\0\0\2\0\20\0data\0\0\0\0", 44);
    const std::uint32_t bytes = 2 * 16000, riff = bytes + 36;
    std::memcpy(wav.data() + 40, &bytes, 4);
    std::memcpy(wav.data() + 4, &riff, 4);
    for (int i = 0; i < 16000; ++i) wav += {static_cast<char>(i), static_cast<char>(i % 7)};
    made::write(folder / "voice.wav", wav);
    const Clip voice = only(make(folder, {{folder / "voice.wav", {}}}));
    EXPECT_EQ(voice.streams[1].steps, 0u);
    EXPECT_EQ(voice.streams[2].steps, 25u);
    EXPECT_TRUE(holds(voice.info.note, "no video"));
}

TEST(OwnClips, WhatCannotBeUsedIsASentence) {
    const made::Folder folder;
    made::clip(folder / "good.mp4", 10);
    made::write(folder / "late.align", "0 5000 one\n25000 250000 two\n");
    made::write(folder / "odd.json", "{\"pair\": \"V>L\"}");
    made::write(folder / "text.mp4", "this is a letter, no film\n");
    made::write(folder / "empty.mp4", "");
    const std::string whole = made::read(folder / "good.mp4");
    made::write(folder / "half.mp4", whole.substr(0, whole.size() / 2));
    const Sound none{16000, {}};
    made::clip(folder / "long.mp4", 310, 1, &none);
    const std::vector<std::pair<Recording, std::string>> table{
        {{folder / "good.mp4", folder / "late.align"}, "open it without"},
        {{folder / "good.mp4", folder / "odd.json"}, "odd.json"},
        {{folder / "good.mp4", folder / "gone.srt"}, "gone.srt"},
        {{folder / "text.mp4", {}}, "text.mp4"},
        {{folder / "empty.mp4", {}}, "empty.mp4"},
        {{folder / "half.mp4", {}}, "half.mp4"},
        {{folder / "gone.mp4", {}}, "gone.mp4"},
        {{folder.path, {}}, folder.path.string()},
        {{folder / "long.mp4", {}}, "Cut out the part"},
    };
    std::vector<Recording> all{{folder / "good.mp4", {}}};
    for (const auto& [recording, part] : table) {
        const std::string said = refusal([&, &r = recording] { (void)make(folder, {r}); });
        EXPECT_TRUE(holds(said, part)) << said;
        all.push_back(recording);
    }
    // one bad recording spoils no other
    const OwnClips own = make(folder, all);
    EXPECT_EQ(own.left_out.size(), table.size());
    EXPECT_EQ(open_set(own.file)->size(), 1u);
    EXPECT_FALSE(refusal([&] { (void)make(folder, {}); }).empty());
}

TEST(OwnClips, RecipesThatCannotBeMadeAreRefused) {
    const made::Folder folder;
    made::clip(folder / "a.mp4", 10);
    FeatureRecipes r = recipes();
    r[1] = read_recipe(Modality::vision, "FACET 4.2");
    EXPECT_TRUE(holds(refusal([&] { (void)make(folder, {{folder / "a.mp4", {}}}, r); }), "FACET"));
    made::write(folder / "glove.txt", "one 1 2 3\ntwo 3 2 1\n");
    made::write(folder / "a.align", "0 5000 one\n5000 10000 other\n");
    r = recipes();
    r[0] = read_recipe(Modality::text, WordVectors::glove(folder / "glove.txt", {"one", "two"}).recipe());
    const Clip clip = only(make(folder, {{folder / "a.mp4", folder / "a.align"}}, r));
    EXPECT_EQ(clip.streams[0].features, 3u);
    EXPECT_EQ(clip.streams[0].values[1], 2);
    EXPECT_EQ(only(make(folder, {{folder / "a.mp4", {}}}, r)).streams[0].steps, 0u);
    made::write(folder / "glove.txt", "one 1 2 3\ntwo 3 2 2\n");
    made::write(folder / "b.align", "0 5000 one\n");
    EXPECT_TRUE(holds(refusal([&] {
                          (void)make(folder, {{folder / "a.mp4", folder / "b.align"}}, r);
                      }),
                      "another file"));
    std::filesystem::remove(folder / "glove.txt");
    EXPECT_TRUE(holds(refusal([&] {
                          (void)make(folder, {{folder / "a.mp4", folder / "b.align"}}, r);
                      }),
                      "put the file"));
}

TEST(OwnClips, StoppedLeavesNothing) {
    const made::Folder folder;
    made::clip(folder / "a.mp4", 60);
    std::stop_source stop;
    EXPECT_THROW((void)make_own_clips(
                     {{folder / "a.mp4", {}}}, recipes(), folder / "own",
                     [&](std::int64_t done, std::int64_t, const std::string&) {
                         if (done > 0) stop.request_stop();
                     },
                     stop.get_token()),
                 Cancelled);
    EXPECT_TRUE(std::filesystem::is_empty(folder / "own"));
}

TEST(OwnClips, AFilmOfTheSampleSetIsKnownAgain) {
    const made::Folder folder;
    render_clip(Performance(1, 10), folder / "s1-00010.mp4", {});
    const FeatureRecipes sample = recipes_of(sample_info({}));
    const Clip own = only(make(folder, {{folder / "s1-00010.mp4", {}}}, sample)), truth = sample_clip(1, 10);
    for (std::size_t m = 0; m < 3; ++m) {
        EXPECT_EQ(own.streams[m].values, truth.streams[m].values);
        EXPECT_EQ(own.streams[m].times, truth.streams[m].times);
    }
    EXPECT_TRUE(own.info.label.empty());
    EXPECT_EQ(own.info.note, "no transcript: the words are the film's own");
    const auto set = open_set(make(folder, {{folder / "s1-00010.mp4", {}}}, sample).file);
    for (std::size_t m = 0; m < 3; ++m) EXPECT_TRUE(alike(recipes_of(set->info())[m], sample[m]));
    // another film under its name, and the film under another name
    made::clip(folder / "s1-00011.mp4", 10);
    std::filesystem::copy_file(folder / "s1-00010.mp4", folder / "other.mp4");
    for (const char* name : {"s1-00011.mp4", "other.mp4"})
        EXPECT_TRUE(holds(refusal([&] {
                              (void)make(folder, {{folder / name, {}}}, sample);
                          }),
                          "no film of the sample set"));
}

TEST(OwnClips, APersonsWordsGoBeforeThoseOfAFilm) {
    const made::Folder folder;
    render_clip(Performance(1, 10), folder / "s1-00010.mp4", {});
    const FeatureRecipes sample = recipes_of(sample_info({}));
    made::write(folder / "mine.srt",
                "1\n00:00:00,100 --> 00:00:00,500\nhello\n\n2\n00:00:00,600 --> 00:00:00,900\n[mask]\n");
    const Clip told = only(make(folder, {{folder / "s1-00010.mp4", folder / "mine.srt"}}, sample)),
               film = sample_clip(1, 10);
    EXPECT_EQ(told.info.transcript, "hello [mask]");
    ASSERT_EQ(told.words.size(), 2U);
    EXPECT_TRUE(told.words[1].masked);
    EXPECT_EQ(told.streams[index(Modality::text)].steps, 2U);
    EXPECT_TRUE(told.links.empty());  // of the film's words
    for (const Modality m : {Modality::vision, Modality::audio})
        EXPECT_EQ(told.streams[index(m)].values, film.streams[index(m)].values);
    const Clip silent = only(make(folder, {{folder / "s1-00010.mp4", {}, true}}, sample));
    EXPECT_EQ(silent.info.steps[index(Modality::text)], 0U);
    EXPECT_TRUE(silent.words.empty());
    EXPECT_EQ(silent.info.note, "no transcript: no text");
    made::write(folder / "late.srt", "1\n00:09:00,100 --> 00:09:00,500\nlate\n");
    EXPECT_TRUE(holds(refusal([&] {
                          (void)make(folder, {{folder / "s1-00010.mp4", folder / "late.srt"}}, sample);
                      }),
                      "after the clip"));
}
