// What a set says of its features tells whether they can be made again, and whether two sets were made alike.
#include <gtest/gtest.h>

#include "datasets/features/recipe.h"
#include "datasets/features/word_vectors.h"
#include "datasets/feature_files/covarep.h"
#include "datasets/feature_files/openface.h"
#include "datasets/sample/sample_set.h"
#include "made_clips.h"

using namespace mica;

namespace {

FeatureRecipe audio(const std::string& text) { return read_recipe(Modality::audio, text); }

bool says(const FeatureRecipe& r, const std::string& part) { return r.why_not.find(part) != std::string::npos; }

}  // namespace

TEST(Recipe, OwnExtractorsAreReadBackWithEverySetting) {
    AcousticOptions a;
    a.rate = 12.5;
    a.bands = 40;
    a.changes = a.relative = true;
    const FeatureRecipe sound = audio(acoustic_recipe(a));
    ASSERT_TRUE(sound.extractable());
    EXPECT_EQ(std::get<AcousticOptions>(sound.extractor), a);
    FaceOptions f;
    f.points = f.changes = false;
    f.appearance = 12;
    f.detect_every = 7;
    const FeatureRecipe face = read_recipe(Modality::vision, face_recipe(f));
    ASSERT_TRUE(face.extractable());
    EXPECT_EQ(std::get<FaceOptions>(face.extractor), f);
    const FeatureRecipe words = read_recipe(Modality::text, WordVectors::hashed(48).recipe());
    ASSERT_TRUE(words.extractable());
    EXPECT_EQ(std::get<HashedWords>(words.extractor).size, 48u);
    for (const FeatureRecipe& r : usual_recipes()) EXPECT_TRUE(r.extractable()) << r.says;
}

TEST(Recipe, EqualMeansMadeAlike) {
    AcousticOptions a, b;
    EXPECT_TRUE(alike(audio(acoustic_recipe(a)), audio(acoustic_recipe(b))));
    b.rate = 20;
    EXPECT_FALSE(alike(audio(acoustic_recipe(a)), audio(acoustic_recipe(b))));
    b = a;
    b.relative = true;
    EXPECT_FALSE(alike(audio(acoustic_recipe(a)), audio(acoustic_recipe(b))));
    // the order of keys decides nothing
    EXPECT_TRUE(
        alike(read_recipe(Modality::text, WordVectors::hashed(64).recipe()),
              read_recipe(Modality::text,
                          R"({"size": 64, "vectors": "hashed character 3-5-grams", "version": 1, "kind": "words"})")));
    EXPECT_FALSE(alike(audio(""), audio("")));
    EXPECT_FALSE(alike(audio("as in mosi.pkl"), audio("as in mosi.pkl")));
}

TEST(Recipe, WhatCannotBeMadeHereSaysWhy) {
    EXPECT_TRUE(says(audio(covarep_recipe()), "COVAREP"));
    EXPECT_TRUE(says(read_recipe(Modality::vision, openface_recipe({})), "OpenFace"));
    const FeatureRecipe facet = read_recipe(
        Modality::vision, R"({"kind":"computational sequence","name":"CMU_MOSI_VisualFacet_4.2","file":"f.csd"})");
    EXPECT_FALSE(facet.extractable());
    EXPECT_TRUE(says(facet, "FACET")) << facet.why_not;
    EXPECT_TRUE(
        says(audio(R"({"kind":"computational sequence","name":"CMU_MOSI_COVAREP","file":"c.csd"})"), "COVAREP"));
    EXPECT_TRUE(says(audio("as in mosi.pkl"), "elsewhere"));
    EXPECT_TRUE(says(audio(""), "nothing says"));
}

TEST(Recipe, OddTextsAreUnknownAndNeverCrash) {
    for (const char* text :
         {"{", "[]", "{}", "null", "7", R"({"kind": 7})", R"({"kind": "acoustic", "rate": "fast"})",
          R"({"kind": "acoustic", "version": 99, "rate": 25, "mel_bands": 26})", R"({"kind": "acoustic", "rate": 1e9})",
          R"({"kind": "face", "appearance": -5})", R"({"kind": "face", "version": 2, "landmarks": "other"})",
          R"({"kind": "words", "vectors": "hashed", "size": 99999999})",
          R"({"kind": "words", "vectors": "GloVe", "sha256": 3})", "\xff\xfe"}) {
        const FeatureRecipe r = audio(text);
        EXPECT_FALSE(r.extractable()) << text;
        EXPECT_FALSE(r.why_not.empty()) << text;
    }
}

TEST(Recipe, GloveIsKnownByTheFilesBytes) {
    const made::Folder folder;
    made::write(folder / "a.txt", "one 1 2 3\ntwo 3 2 1\n");
    made::write(folder / "b.txt", "one 1 2 3\ntwo 3 2 1\n");
    made::write(folder / "c.txt", "one 1 2 3\ntwo 3 2 2\n");
    const auto read = [&](const char* name, const std::set<std::string>& needed) {
        return read_recipe(Modality::text, WordVectors::glove(folder / name, needed).recipe());
    };
    const FeatureRecipe a = read("a.txt", {"one", "two"});
    ASSERT_TRUE(a.extractable()) << a.why_not;
    EXPECT_EQ(std::get<GloveWords>(a.extractor).file, folder / "a.txt");
    EXPECT_TRUE(alike(a, read("b.txt", {"one", "two"})));
    EXPECT_FALSE(alike(a, read("c.txt", {"one", "two"})));
    // unknown words get the mean length of the words that a set needed: kept, it gives other clips the same vectors
    const auto first = WordVectors::glove(folder / "a.txt", {"one"});
    const float length = std::get<GloveWords>(read_recipe(Modality::text, first.recipe()).extractor).length;
    const auto again = WordVectors::glove(folder / "a.txt", {"none"}, length);
    EXPECT_EQ(again.recipe(), first.recipe());
    EXPECT_EQ(again.vector("none"), first.vector("none"));
    EXPECT_EQ(again.mask(), first.mask());
    // sets of before did not name their file
    const FeatureRecipe old =
        read_recipe(Modality::text, R"({"kind": "words", "version": 1, "vectors": "GloVe", "size": 3})");
    EXPECT_FALSE(old.extractable());
    EXPECT_TRUE(says(old, "import it again"));
    EXPECT_FALSE(alike(old, old));
}

TEST(Recipe, SampleSetsOfBeforeCountAsKnown) {
    const DatasetInfo now = sample_info({});
    DatasetInfo before = now;
    AcousticOptions o;
    o.rate = 12.5;
    o.cepstra = true;
    before.streams[2].recipe = acoustic_recipe(o);
    const FeatureRecipes a = recipes_of(now), b = recipes_of(before);
    for (std::size_t m = 0; m < 3; ++m) {
        EXPECT_TRUE(a[m].extractable());
        EXPECT_TRUE(alike(a[m], b[m]));
    }
    // the same words in a set that is none
    before.sample = false;
    EXPECT_FALSE(recipes_of(before)[1].extractable());
    EXPECT_FALSE(alike(recipes_of(before)[2], a[2]));
}
