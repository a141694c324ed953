// The restricted reader of pickles: what it reads, what it refuses, and that no input breaks it.
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "datasets/pickle/rows.h"
#include "datasets/types/error.h"
#include "made_clips.h"
#include "made_pickles.h"

using namespace mica;
using namespace mica::pickle;

namespace {

std::string refusal(const std::string& body) {
    try {
        (void)made::pickle(body);
    } catch (const Error& e) {
        return e.what();
    }
    return "it is read";
}

std::vector<float> floats(const Pickle& p, Value v) {
    Rows rows(p, p.array(v));
    std::vector<float> out;
    for (std::size_t i = 0; i < rows.count(); ++i) out.insert(out.end(), rows.row(i), rows.row(i) + rows.width());
    return out;
}

// Reads everything that a pickle holds, to a depth.
std::size_t walk(const Pickle& p, Value v, int depth = 0) {
    std::size_t seen = 1;
    if (depth > 6) return seen;
    if (v.kind == Kind::list || v.kind == Kind::tuple)
        for (std::size_t i = 0; i < std::min<std::size_t>(p.size(v), 50); ++i) seen += walk(p, p.at(v, i), depth + 1);
    if (v.kind == Kind::dict)
        for (std::size_t i = 0; i < std::min<std::size_t>(p.size(v), 50); ++i)
            seen += walk(p, p.value(v, i), depth + 1);
    if (v.kind == Kind::text || v.kind == Kind::bytes) seen += p.text(v).size();
    if (v.kind == Kind::array && p.array(v).items > 0) {
        const Array& a = p.array(v);
        if (a.type.number())
            seen += static_cast<std::size_t>(floats(p, v).size());
        else if (a.type.kind != 'O')
            seen += text_at(p, a, a.items - 1).size();
        else
            seen += walk(p, p.object(a, 0), depth + 1);
    }
    return seen;
}

TEST(Pickle, ReadsNumbersTextsListsAndDicts) {
    const Pickle p = made::pickle(
        made::proto(2) +
        made::dict({{"numbers", made::list({"K\x07", "M\x01\x02", made::integer(0xffffffff), "\x8a\x01\xfe",
                                            "\x8a" + std::string(1, '\0'), "G\x3f\xf8" + std::string(6, '\0'), "I12\n",
                                            "L-5L\n", "F0.25\n", "I01\n", "\x88", "\x89"})},
                    {"none", "N"},
                    {"line", "Vwords\n"},
                    {"quoted", "S'bytes'\n"},
                    {"old",
                     "U\x03"
                     "abc"},
                    {"tuple", "K\x01K\x02\x86"}}) +
        ".");
    const Value numbers = *p.find(p.root(), "numbers");
    const std::vector<double> want{7, 513, -1, -2, 0, 1.5, 12, -5, 0.25, 1, 1, 0};
    ASSERT_EQ(p.size(numbers), want.size());
    for (std::size_t i = 0; i < want.size(); ++i) EXPECT_EQ(p.number(p.at(numbers, i)), want[i]) << i;
    EXPECT_EQ(p.find(p.root(), "none")->kind, Kind::none);
    EXPECT_EQ(p.text(*p.find(p.root(), "old")), "abc");
    EXPECT_EQ(p.text(*p.find(p.root(), "line")), "words");
    EXPECT_EQ(p.text(*p.find(p.root(), "quoted")), "bytes");
    EXPECT_NE(refusal("]S'a\\x00'\n.").find("STRING"), std::string::npos);
    EXPECT_EQ(p.size(*p.find(p.root(), "tuple")), 2u);
    EXPECT_FALSE(p.find(p.root(), "absent"));
    EXPECT_THROW((void)p.number(*p.find(p.root(), "old")), Error);
    EXPECT_THROW((void)p.at(numbers, want.size()), Error);
}

TEST(Pickle, DescribesArraysOfEveryTypeAndOrder) {
    const std::vector<double> values{1, -2, 3.5, 0, 1e300, -0.25};
    const auto read = [&](const std::string& type, char order, const std::string& payload, bool fortran) {
        const Pickle p = made::pickle(made::array(made::dtype(type, order), {2, 3}, payload, fortran) + ".");
        return floats(p, p.root());
    };
    const std::vector<float> c{1, -2, 3.5f, 0, HUGE_VALF, -0.25f}, f{1, 3.5f, HUGE_VALF, -2, 0, -0.25f};
    EXPECT_EQ(read("f8", '<', made::bytes(made::raw(values)), false), c);
    EXPECT_EQ(read("f8", '<', made::bytes(made::raw(values)), true), f);
    EXPECT_EQ(read("f8", '>', made::bytes(made::raw(values, true)), false), c);
    EXPECT_EQ(read("f8", '>', made::latin(made::raw(values, true)), true), f);
    EXPECT_EQ(read("f8", '<', made::latin(made::raw(values)), false), c);
    const std::vector<float> small{1, -2, 3, 0, 100, -100};
    const auto integers = [&]<class T>(const std::string& type, T) {
        const std::vector<T> v{1, static_cast<T>(-2), 3, 0, 100, static_cast<T>(-100)};
        std::vector<float> want;
        for (const T x : v) want.push_back(static_cast<float>(x));
        EXPECT_EQ(read(type, '<', made::bytes(made::raw(v)), false), want) << type;
        EXPECT_EQ(read(type, '>', made::bytes(made::raw(v, true)), false), want) << type;
    };
    integers("i1", std::int8_t{});
    integers("i2", std::int16_t{});
    integers("i4", std::int32_t{});
    integers("i8", std::int64_t{});
    integers("u1", std::uint8_t{});
    integers("u2", std::uint16_t{});
    integers("u4", std::uint32_t{});
    integers("u8", std::uint64_t{});
    integers("f4", float{});
    EXPECT_EQ(read("b1", '|', made::bytes(std::string("\0\1\1\0\0\1", 6)), false),
              (std::vector<float>{0, 1, 1, 0, 0, 1}));
    // halves: 1, -2, 65504, the smallest, infinity, 0.333
    const auto half =
        read("f2", '<', made::bytes(made::raw<std::uint16_t>({0x3c00, 0xc000, 0x7bff, 1, 0x7c00, 0x3555})), false);
    EXPECT_EQ(half, (std::vector<float>{1, -2, 65504, 5.9604644775390625e-08f, HUGE_VALF, 0.333251953125f}));
}

TEST(Pickle, ReadsTextArraysAndObjects) {
    const std::string s = made::dtype("S4", '|', "K\x04");
    const std::string u = made::dtype("U2", '<', "K\x08");
    const Pickle p = made::pickle(
        made::dict({{"s", made::array(s, {2}, made::bytes(std::string("ab\0\0cdef", 8)))},
                    {"u", made::array(u, {2}, made::bytes(made::raw<std::uint32_t>({0x41, 0x732b, 0x1f600, 0})))},
                    {"o", made::array(made::dtype("O8", '|'), {2, 1},
                                      made::list({made::text("first"), made::array<float>("f4", {2}, {1, 2})}))},
                    {"n", "cnumpy.core.multiarray\nscalar\n" + made::dtype("f8") +
                              made::bytes(made::raw<double>({2.5})) + "\x86R"}}) +
        ".");
    EXPECT_EQ(text_at(p, p.array(*p.find(p.root(), "s")), 0), "ab");
    EXPECT_EQ(text_at(p, p.array(*p.find(p.root(), "s")), 1), "cdef");
    EXPECT_EQ(text_at(p, p.array(*p.find(p.root(), "u")), 0), "A猫");
    EXPECT_EQ(text_at(p, p.array(*p.find(p.root(), "u")), 1), "😀");
    const Array& o = p.array(*p.find(p.root(), "o"));
    EXPECT_EQ(o.type.name(), "O");
    EXPECT_EQ(p.text(p.object(o, 0)), "first");
    EXPECT_EQ(floats(p, p.object(o, 1)), (std::vector<float>{1, 2}));
    EXPECT_EQ(p.number(*p.find(p.root(), "n")), 2.5);
}

TEST(Pickle, FindsAnyRowOfBytesWrittenAsText) {
    std::vector<float> values(3 * 50000);  // more than one place of the index
    std::mt19937 random(1);
    for (float& v : values) v = static_cast<float>(random()) - 2e9f;
    const std::string body = made::array(made::dtype("f4"), {50000, 3}, made::latin(made::raw(values))) + ".";
    const Pickle p = made::pickle(body);
    EXPECT_GT(p.array(p.root()).data.places->size(), 5u);
    Rows rows(p, p.array(p.root()));
    for (const std::size_t i : {49999, 0, 25000, 16384, 5461, 5462, 1})
        for (std::size_t k = 0; k < 3; ++k) EXPECT_EQ(rows.row(i)[k], values[3 * i + k]) << i;
    for (const std::size_t i : {149999, 16384, 0}) EXPECT_EQ(number_at(p, p.array(p.root()), i), values[i]);
}

TEST(Pickle, RunsNothingAndNamesWhatAFileAsksFor) {
    const std::string said = refusal("cos\nsystem\n(S'echo hi'\ntR.");
    EXPECT_NE(said.find("asks to run os.system"), std::string::npos) << said;
    EXPECT_NE(said.find("not run"), std::string::npos) << said;
    EXPECT_NE(said.find("made.pkl"), std::string::npos) << said;
    EXPECT_NE(refusal(made::proto(4) + "\x8c\x08"
                                       "builtins\x8c\x04"
                                       "eval\x93.")
                  .find("builtins.eval"),
              std::string::npos);
    EXPECT_NE(refusal("cnumpy.core.multiarray\nfromfile\n.").find("fromfile"), std::string::npos);
    EXPECT_NE(refusal("(iposix\nsystem\n.").find("INST"), std::string::npos);
    EXPECT_NE(refusal(made::proto(2) + "cnumpy\nndarray\n)\x81.").find("NEWOBJ"), std::string::npos);
    EXPECT_NE(refusal(made::proto(2) + "\x82\x01.").find("EXT1"), std::string::npos);
    EXPECT_NE(refusal(made::proto(2) + "P1\n.").find("PERSID"), std::string::npos);
    EXPECT_NE(refusal(made::proto(5) + "\x97.").find("NEXT_BUFFER"), std::string::npos);
    EXPECT_NE(refusal("c_codecs\nencode\n" + made::text("x") + made::text("rot13") + "\x86R.").find("rot13"),
              std::string::npos);
    EXPECT_NE(refusal("cnumpy\ndtype\n" + made::text("V8") + "\x85R.").find("V8"), std::string::npos);
    EXPECT_NE(refusal("cevil\n\x1b[31m\n.").find("evil.?[31m"), std::string::npos);
    EXPECT_NE(refusal("hello").find("no pickle"), std::string::npos);
}

TEST(Pickle, RefusesSizesThatLie) {
    const std::vector<float> six{1, 2, 3, 4, 5, 6};
    EXPECT_NE(refusal(made::array<float>("f4", {2, 4}, six) + ".").find("has 24 bytes"), std::string::npos);
    EXPECT_NE(refusal(made::array<float>("f4", {std::size_t{1} << 62, 4}, six) + ".").find("more than any file"),
              std::string::npos);
    EXPECT_NE(refusal(made::array<float>("f4", {std::size_t{1} << 63, 0}, {}) + ".").find("damaged"),
              std::string::npos);
    EXPECT_NE(refusal("X\xff\xff\xff\xff"
                      "abc")
                  .find("truncated"),
              std::string::npos);
    EXPECT_NE(refusal("\x8e" + made::little(UINT64_MAX, 8) + "abc").find("truncated"), std::string::npos);
    EXPECT_NE(refusal("Nr\xff\xff\xff\xff.").find("damaged"), std::string::npos);
    EXPECT_NE(refusal("Nr\xff\xff\xff\x7f.").find("memo"), std::string::npos);
    EXPECT_NE(refusal("Nj\x01" + std::string(3, '\0') + ".").find("memo"), std::string::npos);
    EXPECT_NE(refusal(made::array(made::dtype("O8", '|'), {3}, made::list({"N"})) + ".").find("objects"),
              std::string::npos);
}

TEST(Pickle, DepthAndNumberCannotBreakIt) {
    // lists in lists, a hundred thousand deep, and a list that holds itself
    const std::string deep = std::string(100000, ']') + std::string(99999, 'a') + ".";
    EXPECT_EQ(made::pickle(deep).size(made::pickle(deep).root()), 1u);
    const Pickle self = made::pickle("]q" + std::string(1, '\0') + "h" + std::string(1, '\0') + "a.");
    EXPECT_GE(walk(self, self.root()), 2u);
    // every level names the one before ten times: nothing is multiplied out
    std::string laughs = "]q" + std::string(1, '\0');
    for (int i = 1; i < 200; ++i) {
        laughs += "](";
        for (int k = 0; k < 10; ++k) laughs += "h" + std::string(1, static_cast<char>(i - 1));
        laughs += "eq" + std::string(1, static_cast<char>(i));
    }
    EXPECT_EQ(made::pickle(laughs + ".").size(made::pickle(laughs + ".").root()), 10u);
    // one byte each, each worth a hundred in memory
    EXPECT_NE(refusal(std::string(3000000, ']') + ".").find("more memory"), std::string::npos);
    EXPECT_NE(refusal(std::string(30000000, 'N') + ".").find("more memory"), std::string::npos);
}

TEST(Pickle, EveryTruncationIsOneError) {
    const std::string body =
        made::proto(4) + "\x95" + made::little(40, 8) +
        made::dict({{"a", made::array<float>("f4", {2, 3}, {1, 2, 3, 4, 5, 6})}, {"b", made::latin("\xff\x01")}}) + ".";
    EXPECT_NO_THROW((void)made::pickle(body));
    for (std::size_t n = 0; n < body.size(); ++n) EXPECT_THROW((void)made::pickle(body.substr(0, n)), Error) << n;
}

TEST(Pickle, MutationsAreReadOrRefused) {
    const std::string body =
        made::proto(4) +
        made::dict({{"a", made::array<float>("f4", {2, 3}, {1, 2, 3, 4, 5, 6})},
                    {"b", made::latin("\xff\x01")},
                    {"o", made::array(made::dtype("O8", '|'), {1}, made::list({made::text("x")}))},
                    {"s", made::array(made::dtype("S2", '|', "K\x02"), {2}, made::bytes("abcd"), true)}}) +
        ".";
    std::mt19937 random(7);
    std::size_t good = 0, bad = 0;
    for (int round = 0; round < 20000; ++round) {
        std::string s = body;
        for (int k = static_cast<int>(random() % 3); k >= 0; --k) {
            const std::size_t at = random() % s.size();
            if (random() % 4 == 0)
                s.erase(at, random() % 9);
            else
                s[at] = static_cast<char>(random());
            if (s.empty()) s = ".";
        }
        try {
            const Pickle p = made::pickle(s);
            (void)walk(p, p.root());
            ++good;
        } catch (const Error&) {
            ++bad;
        }
    }
    EXPECT_GT(good, 100u);
    EXPECT_GT(bad, 100u);
}

TEST(Pickle, ReadsTheRealFiles) {
    const char* data = std::getenv("MICA_TEST_DATA");
    if (!data) GTEST_SKIP() << "MICA_TEST_DATA is not set: no real files";
    const Pickle p(std::filesystem::path(data) / "mmsa/example.pkl");
    const Array& audio = p.array(*p.find(p.root(), "audio"));
    EXPECT_EQ(audio.shape, (std::vector<std::size_t>{2, 1432, 25}));
    EXPECT_EQ(audio.type.name(), "f4");
    EXPECT_EQ(p.array(*p.find(p.root(), "vision")).type.name(), "f8");
    EXPECT_EQ(number_at(p, p.array(*p.find(p.root(), "audio_lengths")), 1), 478);
    const Pickle one(std::filesystem::path(data) / "mmsa/feature_unaligned.pkl");
    const Array& bert = one.array(*one.find(one.root(), "text_bert"));
    EXPECT_EQ(bert.shape, (std::vector<std::size_t>{3, 11}));
    EXPECT_FALSE(bert.in_order());  // Fortran order
    EXPECT_EQ(number_at(one, bert, 0), 101);
    EXPECT_EQ(number_at(one, bert, 1), 1012);
    EXPECT_EQ(number_at(one, bert, 10), 102);
    EXPECT_EQ(number_at(one, bert, 11), 1);
    EXPECT_EQ(one.number(*one.find(*one.find(*one.find(one.root(), "config"), "video"), "fps")), 25);
}

}  // namespace
