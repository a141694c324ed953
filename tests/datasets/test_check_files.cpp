// labels: data
// The check of files of other forms: sequences, word timings, tables, feature files, and what is no form at all.
// Pickles are held to Python's own reading of them in tests/readers.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

#include "datasets/check/check_file.h"
#include "datasets/types/error.h"
#include "made_clips.h"
#include "made_csd.h"

using namespace mica;

namespace {

CheckReport checked(const std::filesystem::path& file) { return check_file(file, no_progress, {}); }

CheckReport checked(const made::Folder& folder, const std::string& name, const std::string& text) {
    made::write(folder / name, text);
    return checked(folder / name);
}

const Finding* found(const CheckReport& r, const std::string& rule) {
    for (const Finding& f : r.findings)
        if (f.rule == rule) return &f;
    return nullptr;
}

std::string refused(const made::Folder& folder, const std::string& name, const std::string& text) {
    try {
        (void)checked(folder, name, text);
    } catch (const Error& e) {
        return e.what();
    }
    return "no error";
}

}  // namespace

TEST(CheckFiles, WordTimingsAreToldFromTheirContent) {
    const made::Folder folder;
    const CheckReport align = checked(folder, "a.align", "0 10000 sil\n10000 20000 bin\n20000 30000 blue\n");
    EXPECT_EQ(align.kind, "word timings (align)");
    EXPECT_EQ(align.streams.at(0).shape, (std::vector<std::size_t>{2}));
    EXPECT_TRUE(align.findings.empty());

    const std::string srt = "1\n00:00:01,000 --> 00:00:09,000\nwords that share their time\n";
    const CheckReport cues = checked(folder, "a.srt", srt);
    EXPECT_EQ(cues.kind, "word timings (SubRip)");
    EXPECT_EQ(cues.streams.at(0).longest, 5u);
    ASSERT_TRUE(found(cues, "long-words"));
    EXPECT_EQ(found(cues, "long-words")->count, 5u);
    ASSERT_TRUE(found(cues, "word-times"));
    EXPECT_EQ(found(cues, "words-overlap"), nullptr);

    EXPECT_EQ(checked(folder, "a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\none\n").kind, "word timings (WebVTT)");
    const CheckReport json = checked(
        folder, "a.json", R"({"words": [{"word": "a", "start": 0, "end": 1}, {"word": "b", "start": 1, "end": 1.5}]})");
    EXPECT_EQ(json.kind, "word timings (JSON)");
    EXPECT_EQ(json.streams.at(0).longest, 2u);
}

TEST(CheckFiles, WordTimingsThatTheImportRefuses) {
    const made::Folder folder;
    const CheckReport r = checked(folder, "a.align", "0 20000 bin\n10000 30000 blue\n");
    ASSERT_TRUE(found(r, "refused-file"));
    EXPECT_EQ(r.findings.front().severity, Severity::problem);
    EXPECT_NE(r.findings.front().what.find("overlaps"), std::string::npos) << r.findings.front().what;
    EXPECT_EQ(r.findings.front().clips, (std::vector<std::string>{"a"}));
}

TEST(CheckFiles, TablesOfLabels) {
    const made::Folder folder;
    const CheckReport good = checked(folder, "l.csv", "id,label,split\na,1,train\nb,-2.5,train\nc,0,valid\nd,3,test\n");
    EXPECT_EQ(good.kind, "table of labels");
    EXPECT_EQ(good.splits, (std::array<std::uint64_t, 4>{2, 1, 1, 0}));
    ASSERT_EQ(good.labels.size(), 6u);
    EXPECT_EQ(good.labels[0].count[0], 1u);
    EXPECT_EQ(good.labels[5].count[2], 1u);
    for (const Finding& f : good.findings) EXPECT_NE(f.severity, Severity::problem) << f.what;

    const CheckReport bad =
        checked(folder, "bad.tsv",
                "id\tlabel\tsplit\na\t1\ttrain\na\t2\ttest\nb\tnan\ttrain\nc\t\ttrain\nd\t1\tlearn\nd\t1\ttrain\n");
    ASSERT_TRUE(found(bad, "split-overlap"));
    EXPECT_EQ(found(bad, "split-overlap")->severity, Severity::problem);
    EXPECT_EQ(found(bad, "split-overlap")->clips.front(), "a");
    ASSERT_TRUE(found(bad, "label-not-finite"));
    EXPECT_EQ(found(bad, "label-not-finite")->clips, (std::vector<std::string>{"b"}));
    ASSERT_TRUE(found(bad, "label-missing"));
    ASSERT_TRUE(found(bad, "unknown-split"));
    EXPECT_EQ(found(bad, "empty-split")->what, "no row is in valid");

    const CheckReport classes = checked(folder, "c.csv", "clip;class\na;yes\nb;no\nc;yes\n");
    ASSERT_EQ(classes.labels.size(), 2u);
    EXPECT_EQ(classes.labels[1].name, "yes");
    EXPECT_EQ(classes.labels[1].count[3], 2u);

    // MMSA's own table: clips count within their video
    const CheckReport mmsa = checked(
        folder, "label.csv", "video_id,clip_id,text,label,mode\nv1,1,a,0.5,train\nv1,2,b,-0.5,test\nv2,1,c,1,valid\n");
    EXPECT_EQ(found(mmsa, "duplicate-id"), nullptr);
    ASSERT_TRUE(found(mmsa, "split-overlap"));
    EXPECT_EQ(found(mmsa, "split-overlap")->clips, (std::vector<std::string>{"v1$_$1", "v1$_$2"}));

    ASSERT_TRUE(found(checked(folder, "t.csv", "a,b\n1,2\n"), "no-column"));
    ASSERT_TRUE(found(checked(folder, "t.csv", "id,label\n1\n"), "refused-file"));
}

TEST(CheckFiles, Sequences) {
    const made::Folder folder;
    const float bad = -std::numeric_limits<float>::infinity();
    made::csd(folder / "a.csd", "COVAREP",
              {{"v1", {2, {0, 0.5, 0.5, 1}, {1, 2, 3, 4}, {}}}, {"v2", {2, {1, 2, 0, 1}, {5, bad, 7, 8}, {}}}},
              {{"dimension names", R"(["F0", "VUV"])"}});
    const CheckReport r = checked(folder / "a.csd");
    EXPECT_EQ(r.kind, "computational sequence");
    EXPECT_EQ(r.streams.at(0).name, "COVAREP");
    EXPECT_EQ(r.streams.at(0).type, "f4");
    EXPECT_EQ(r.streams.at(0).shape, (std::vector<std::size_t>{4, 2}));
    EXPECT_EQ(r.streams.at(0).feature_names, (std::vector<std::string>{"F0", "VUV"}));
    EXPECT_EQ(r.streams.at(0).infinite, 1u);
    EXPECT_EQ(r.streams.at(0).nan, 0u);
    ASSERT_TRUE(found(r, "not-finite"));
    EXPECT_EQ(found(r, "not-finite")->clips, (std::vector<std::string>{"v2"}));
    ASSERT_TRUE(found(r, "times-unordered"));
    EXPECT_EQ(found(r, "times-unordered")->severity, Severity::warning);

    made::csd(folder / "w.csd", "words", {{"v1", {0, {0, 1, 1, 2, 2, 3}, {}, {"one", "sp", "two"}}}});
    const CheckReport words = checked(folder / "w.csd");
    ASSERT_TRUE(found(words, "pauses"));
    EXPECT_EQ(found(words, "pauses")->count, 1u);
}

TEST(CheckFiles, FeatureFiles) {
    const made::Folder folder;
    const CheckReport face = checked(folder, "face.csv",
                                     "frame, timestamp, confidence, success, AU12_r\n1, 0.00, 0.9, 1, 0.5\n2, 0.04, "
                                     "0.9, 1, nan\n3, 0.08, 0.1, 0, 0\n");
    EXPECT_EQ(face.kind, "OpenFace table");
    EXPECT_EQ(face.streams.at(0).feature_names, (std::vector<std::string>{"confidence", "AU12_r"}));
    EXPECT_EQ(face.streams.at(0).nan, 1u);
    EXPECT_EQ(face.streams.at(0).longest, 3u);
    ASSERT_TRUE(found(face, "flagged-frames"));
    EXPECT_EQ(found(face, "flagged-frames")->count, 1u);

    std::string text, cut;
    for (int w = 0; w < 30; ++w) {
        text += "word" + std::to_string(w);
        for (int f = 0; f < 12; ++f) text += " " + std::to_string((w * 7 + f * 3) % 11) + ".5";
        text += "\n";
    }
    const CheckReport glove = checked(folder, "glove.txt", text);
    EXPECT_EQ(glove.kind, "word vectors (GloVe)");
    EXPECT_EQ(glove.streams.at(0).shape, (std::vector<std::size_t>{30, 12}));
    EXPECT_EQ(found(glove, "odd-rows"), nullptr);
    const CheckReport odd = checked(folder, "glove.txt", text + "word3 1 2 3 4 5 6 7 8 9 10 11 12\nlast 1 x 2\n");
    ASSERT_TRUE(found(odd, "duplicate-word"));
    ASSERT_TRUE(found(odd, "odd-rows"));
    EXPECT_EQ(odd.streams.at(0).longest, 31u);
}

TEST(CheckFiles, WhatIsOfNoFormIsNamedInOneSentence) {
    const made::Folder folder;
    for (const auto& [name, text] :
         std::vector<std::pair<std::string, std::string>>{{"note.txt", "just some words\n"},
                                                          {"picture.png", std::string("\x89PNG\r\n\x1a\n\0\0\0", 11)},
                                                          {"zeros.csv", std::string(100, '\0')}}) {
        const std::string why = refused(folder, name, text);
        EXPECT_NE(why.find("of no form that this program reads"), std::string::npos) << why;
        EXPECT_NE(why.find(".csd"), std::string::npos) << why;
    }
    EXPECT_NE(refused(folder, "empty.h5", "").find("is empty"), std::string::npos);
    EXPECT_THROW((void)checked(folder.path), Error);
    EXPECT_THROW((void)checked(folder / "nothing.h5"), Error);
}

TEST(CheckFiles, PicklesThatClaimTooMuchOrAskToRunSomething) {
    const made::Folder folder;
    using namespace std::string_literals;
    const std::string run =
        "\x80\x02"
        "cos\nsystem\nX\x02\x00\x00\x00ls\x85R."s;
    EXPECT_NE(refused(folder, "run.pkl", run).find("system"), std::string::npos) << refused(folder, "run.pkl", run);
    std::string huge("\x80\x04\x8e", 3);  // eight bytes of length follow
    huge += std::string(8, '\x7f') + "x.";
    EXPECT_NE(refused(folder, "huge.pkl", huge), "no error");
    EXPECT_NE(refused(folder, "cut.pkl", std::string("\x80\x04}", 3)), "no error");
}

TEST(CheckFiles, TheRealFilesOfMosi) {
    const char* data = std::getenv("MICA_TEST_DATA");
    if (!data) GTEST_SKIP() << "MICA_TEST_DATA names no folder of real files";
    const std::filesystem::path mosi = std::filesystem::path(data) / "mosi";
    const CheckReport words = checked(mosi / "CMU_MOSI_ModifiedTimestampedWords.csd");
    EXPECT_EQ(words.splits, (std::array<std::uint64_t, 4>{52, 10, 31, 0}));
    EXPECT_EQ(words.streams.at(0).shape, (std::vector<std::size_t>{51056}));
    ASSERT_TRUE(found(words, "pauses"));
    EXPECT_EQ(found(words, "pauses")->count, 8287u);
    const CheckReport labels = checked(mosi / "CMU_MOSI_Opinion_Labels.csd");
    EXPECT_EQ(labels.splits, (std::array<std::uint64_t, 4>{1284, 229, 686, 0}));
    ASSERT_TRUE(found(labels, "times-unordered"));
    EXPECT_EQ(found(labels, "times-unordered")->clips, (std::vector<std::string>{"VbQk4H8hgr0", "d6hH302o4v8"}));
    ASSERT_TRUE(found(labels, "times-empty"));
    EXPECT_EQ(found(labels, "times-empty")->clips, (std::vector<std::string>{"2WGyTLYerpo"}));
}
