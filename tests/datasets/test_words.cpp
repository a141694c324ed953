#include <gtest/gtest.h>

#include <random>

#include "datasets/types/error.h"
#include "datasets/words/words.h"
#include "made_clips.h"

using namespace mica;

namespace {

const std::string kLong = R"(File type = "ooTextFile"
Object class = "TextGrid"

xmin = 0
xmax = 1.5
tiers? <exists>
size = 2
item []:
    item [1]:
        class = "IntervalTier"
        name = "phones"
        xmin = 0
        xmax = 1.5
        intervals: size = 1
        intervals [1]:
            xmin = 0
            xmax = 1.5
            text = "HH"
    item [2]:
        class = "IntervalTier"
        name = "Words"
        xmin = 0
        xmax = 1.5
        intervals: size = 3
        intervals [1]:
            xmin = 0
            xmax = 0.5
            text = "he said ""no"""
        intervals [2]:
            xmin = 0.5
            xmax = 0.75
            text = ""
        intervals [3]:
            xmin = 0.75
            xmax = 1.5
            text = "żaba"
)";
const std::string kShort =
    "File type = \"ooTextFile\"\nObject class = "
    "\"TextGrid\"\n\n0\n1.5\n<exists>\n1\n\"IntervalTier\"\n\"words\"\n0\n1.5\n2\n"
    "0\n0.5\n\"one\"\n0.5\n1.5\n\"two\"\n";
const std::string kSrt =
    "1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>Hello</i> there\r\n\r\n2\r\n00:01:00,000 --> 00:01:01,000\r\nyou\r\n";
const std::string kVtt =
    "WEBVTT - a title\n\nNOTE a remark\nof two lines\n\nfirst\n00:01.000 --> 00:03.000 align:start\n"
    "<v Ann>one <00:02.000>two\n\n01:00:00.000 --> 01:00:01.000\nx &amp; y\n";
const std::string kJson = R"({"text": "hi you", "segments": [{"words": [{"word": " hi", "start": 0.1, "end": 0.4}]},
  {"words": [{"word": "you", "start": 0.5, "end": 0.9, "probability": 0.8}]}]})";
const std::string kAlign = "0 23750 sil\n23750 29500 bin\n29500 34000 blue\n34000 75000 sil\n";

using Parser = WordFile (*)(std::string_view, const std::string&);
const std::vector<std::pair<Parser, std::string>>& samples() {
    static const std::vector<std::pair<Parser, std::string>> all{{parse_textgrid, kLong},   {parse_textgrid, kShort},
                                                                 {parse_srt, kSrt},         {parse_vtt, kVtt},
                                                                 {parse_words_json, kJson}, {parse_align, kAlign}};
    return all;
}

void expect_word(const Word& w, const std::string& text, double begin, double end) {
    EXPECT_EQ(w.text, text);
    EXPECT_NEAR(w.time.begin, begin, 1e-9);
    EXPECT_NEAR(w.time.end, end, 1e-9);
    EXPECT_FALSE(w.masked);
}

}  // namespace

TEST(Words, Align) {
    const auto w = parse_align(kAlign, "a").words;
    ASSERT_EQ(w.size(), 2u);
    expect_word(w[0], "bin", 0.95, 1.18);
    expect_word(w[1], "blue", 1.18, 1.36);
}

TEST(Words, Wdseg) {
    const auto w = parse_wdseg(
                       "\t SFrm\t EFrm\t    SegAScr Word\n\t  0\t  9\t -10 <s>\n\t 10\t 29\t -20 GOOD\n"
                       "\t 30\t 59\t -20 A(2)\n\t 60\t 69\t -1 ++BREATHING++\n Total score: -50\n",
                       "a")
                       .words;
    ASSERT_EQ(w.size(), 2u);
    expect_word(w[0], "GOOD", 0.1, 0.3);
    expect_word(w[1], "A", 0.3, 0.6);
    EXPECT_THROW((void)parse_wdseg("0 9 -10\n", "a"), Error);
    EXPECT_THROW((void)parse_wdseg("0 x -10 WORD\n", "a"), Error);
}

TEST(Words, TextGridBothForms) {
    const auto w = parse_textgrid(kLong, "a").words;
    ASSERT_EQ(w.size(), 2u);
    expect_word(w[0], "he said \"no\"", 0, 0.5);
    expect_word(w[1], "żaba", 0.75, 1.5);
    const auto s = parse_textgrid(kShort, "a").words;
    ASSERT_EQ(s.size(), 2u);
    expect_word(s[1], "two", 0.5, 1.5);
}

TEST(Words, TextGridInUtf16) {
    const made::Folder folder;
    for (const bool little : {true, false}) {
        std::string wide = little ? "\xff\xfe" : "\xfe\xff";
        for (const char c : kShort) wide += little ? std::string{c, '\0'} : std::string{'\0', c};
        made::write(folder / "a.TextGrid", wide);
        EXPECT_EQ(read_words(folder / "a.TextGrid").words.size(), 2u);
        made::write(folder / "odd.TextGrid", wide + "x");
        EXPECT_THROW((void)read_words(folder / "odd.TextGrid"), Error);
    }
}

TEST(Words, SubtitlesShareTheTimeOfTheirCue) {
    const WordFile srt = parse_srt(kSrt, "a");
    ASSERT_EQ(srt.words.size(), 3u);
    expect_word(srt.words[0], "Hello", 1, 2.5);
    expect_word(srt.words[1], "there", 1, 2.5);
    expect_word(srt.words[2], "you", 60, 61);
    EXPECT_NE(srt.note.find("share"), std::string::npos);
    EXPECT_EQ(parse_srt("00:00:01,000 --> 00:00:02,000\nalone\n", "a").note, "");
}

TEST(Words, VttUsesTheTimesInsideCues) {
    const WordFile vtt = parse_vtt(kVtt, "a");
    ASSERT_EQ(vtt.words.size(), 5u);
    expect_word(vtt.words[0], "one", 1, 2);
    expect_word(vtt.words[1], "two", 2, 3);
    expect_word(vtt.words[3], "&", 3600, 3601);
}

TEST(Words, WhisperJson) {
    const auto w = parse_words_json(kJson, "a").words;
    ASSERT_EQ(w.size(), 2u);
    expect_word(w[0], "hi", 0.1, 0.4);
    EXPECT_EQ(parse_words_json(R"([{"text": "a", "start": 0, "end": 1}])", "a").words.size(), 1u);
    EXPECT_EQ(parse_words_json(R"({"words": [{"word": "a", "start": 0, "end": 1}]})", "a").words.size(), 1u);
}

TEST(Words, EveryFaultIsSaidWithFileAndPlace) {
    struct Case {
        Parser parse;
        const char* text;
        const char* reason;
    };
    const Case cases[] = {
        {parse_align, "0 12500 a\n5000 20000 b\n", "overlaps"},
        {parse_align, "0 10 a\n-5 20 b\n", "line 2"},
        {parse_align, "-5 20 b\n", "negative"},
        {parse_align, "0 10 a\n20 15 b\n", "before it begins"},
        {parse_align, "0 10 a\n20 20 b\n", "no time"},
        {parse_align, "0 nan a\n", "no numbers"},
        {parse_align, "0 1e400 a\n", "no numbers"},
        {parse_align, "0 10\n", "start end word"},
        {parse_align, "0 10 a b\n", "start end word"},
        {parse_align, "", "no words"},
        {parse_align, "0 10 sil\n", "no words"},
        {parse_align, "0 99999999999 a\n", "later than a day"},
        {parse_textgrid, "hello", "truncated"},
        {parse_textgrid,
         "\"ooTextFile\" \"TextGrid\" 0 1 <exists> 1 \"IntervalTier\" \"words\" 0 1 999999999 0 1 \"a\"",
         "does not fit"},
        {parse_textgrid, "\"ooTextFile\" \"TextGrid\" 0 1 <exists> 1 \"IntervalTier\" \"words\" 0 1 1 0 nan \"a\"",
         "no number"},
        {parse_textgrid,
         "\"ooTextFile\" \"TextGrid\" 0 1 <exists> 1 \"IntervalTier\" \"words\" 0 1 2 0 1 \"a\" 0.5 2 \"b\"",
         "overlaps"},
        {parse_textgrid, "\"ooTextFile\" \"TextGrid\" 0 1 <exists> 1 \"IntervalTier\" \"wor", "does not end"},
        {parse_srt, "1\n-00:00:01,000 --> 00:00:02,000\na\n", "negative or malformed"},
        {parse_srt, "1\n00:00:03,000 --> 00:00:02,000\na\n", "before it begins"},
        {parse_srt, "1\n00:00:01,000 --> 00:00:03,000\na\n\n2\n00:00:02,000 --> 00:00:04,000\nb\n", "overlaps"},
        {parse_srt, "1\n", "truncated"},
        {parse_vtt, "00:01.000 --> 00:02.000\na\n", "WEBVTT"},
        {parse_vtt, "WEBVTT\n\n00:01 -> 2\n", "cue"},
        {parse_words_json, "{\"words\": [", "JSON"},
        {parse_words_json, "{\"words\": [{\"word\": \"a\", \"start\": 0}]}", "\"end\""},
        {parse_words_json, "{\"words\": [{\"word\": \"a\", \"start\": \"0\", \"end\": 1}]}", "\"start\""},
        {parse_words_json, "{\"words\": [{\"word\": \"\", \"start\": 0, \"end\": 1}]}", "empty"},
        {parse_words_json, "{\"words\": [{\"word\": \"a\", \"start\": 1, \"end\": 0.5}]}", "before it begins"},
        {parse_words_json, "{\"segments\": [{\"text\": \"a\"}]}", "no \"words\""},
        {parse_words_json, "17", "neither"},
    };
    for (const Case& c : cases) {
        try {
            (void)c.parse(c.text, "the-file");
            ADD_FAILURE() << "accepted: " << c.text;
        } catch (const Error& e) {
            const std::string said = e.what();
            EXPECT_EQ(said.rfind("the-file: ", 0), 0u) << said;
            EXPECT_NE(said.find(c.reason), std::string::npos) << said << " for " << c.text;
        }
    }
    EXPECT_THROW((void)parse_words_json(std::string(100000, '['), "deep"), Error);
}

TEST(Words, ATinyOverlapIsRounding) {
    const auto w =
        parse_words_json(R"([{"word": "a", "start": 0, "end": 0.5004}, {"word": "b", "start": 0.5, "end": 1}])", "a")
            .words;
    EXPECT_LE(w[0].time.end, w[1].time.begin);
}

TEST(Words, MutatedFilesGiveWordsInOrderOrAnError) {
    std::mt19937_64 random(11);
    const std::string alphabet = "0123456789.:->\n\"<>{}[], abcxyz-\\";
    for (const auto& [parse, text] : samples())
        for (int k = 0; k < 3000; ++k) {
            std::string bad = text;
            const auto edits = 1 + random() % 6;
            for (std::uint64_t n = 0; n < edits && !bad.empty(); ++n) {
                const std::size_t at = random() % bad.size();
                switch (random() % 4) {
                    case 0:
                        bad[at] = alphabet[random() % alphabet.size()];
                        break;
                    case 1:
                        bad.erase(at, 1 + random() % 12);
                        break;
                    case 2:
                        bad.insert(at, 1, alphabet[random() % alphabet.size()]);
                        break;
                    default:
                        bad[at] = static_cast<char>(random());
                        break;
                }
            }
            if (random() % 5 == 0) bad.resize(random() % (bad.size() + 1));
            try {
                const WordFile f = parse(bad, "m");
                ASSERT_FALSE(f.words.empty());
                for (std::size_t i = 0; i < f.words.size(); ++i) {
                    const Interval& t = f.words[i].time;
                    ASSERT_TRUE(std::isfinite(t.begin) && std::isfinite(t.end) && t.begin >= 0 && t.begin < t.end)
                        << bad;
                    ASSERT_FALSE(f.words[i].text.empty());
                    if (i) {
                        const Interval& b = f.words[i - 1].time;
                        ASSERT_TRUE(t == b || t.begin >= b.end) << bad;
                    }
                }
            } catch (const Error&) {
            }
        }
}

TEST(Words, FilesAreChosenByExtension) {
    const made::Folder folder;
    made::write(folder / "a.ALIGN", kAlign);
    EXPECT_EQ(read_words(folder / "a.ALIGN").words.size(), 2u);
    made::write(folder / "a.docx", kAlign);
    EXPECT_THROW((void)read_words(folder / "a.docx"), Error);
    EXPECT_THROW((void)read_words(folder / "none.align"), Error);
    EXPECT_THROW((void)read_words(folder.path), Error);
    made::write(folder / "latin.srt", "00:00:01,000 --> 00:00:02,000\ncaf\xe9\n");
    EXPECT_EQ(read_words(folder / "latin.srt").words.at(0).text, "café");
}
