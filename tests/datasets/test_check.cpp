// What the check finds: for each rule a set or file that has the fault, and one that has not.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>

#include "datasets/check/check_file.h"
#include "datasets/store/h5_file.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"
#include "made_clips.h"
#include "made_csd.h"

using namespace mica;

namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinite = std::numeric_limits<float>::infinity();

CheckReport checked(const std::filesystem::path& file) { return check_file(file, no_progress, {}); }

const Finding* found(const CheckReport& r, const std::string& rule) {
    for (const Finding& f : r.findings)
        if (f.rule == rule) return &f;
    return nullptr;
}
std::size_t findings(const CheckReport& r, Severity s) {
    std::size_t n = 0;
    for (const Finding& f : r.findings) n += f.severity == s;
    return n;
}
std::string all(const CheckReport& r) {
    std::string text;
    for (const Finding& f : r.findings) text += "[" + f.rule + "] " + f.what + "\n";
    return text;
}

// Twelve clips without a fault: 6 train, 3 valid, 3 test, two classes, three streams, words.
struct Plain {
    DatasetInfo info;
    std::vector<Clip> clips;

    Plain() {
        info.name = "plain";
        info.task.kind = TaskKind::classification;
        info.task.classes = {"no", "yes"};
        info.streams[0] = {2, {}, 0, "", 0};
        info.streams[1] = {3, {"AU1", "AU2", "AU12"}, 25, "", 0};
        info.streams[2] = {2, {"F0", "energy"}, 25, "", 0};
        for (int i = 0; i < 12; ++i) {
            Clip c;
            c.info.id = "clip" + std::to_string(i);
            c.info.group = "video" + std::to_string(i);
            c.info.split = i < 6 ? Split::train : i < 9 ? Split::valid : Split::test;
            c.info.duration = 2;
            c.info.label = {static_cast<float>(i % 2)};
            for (const Modality m : kModalities) {
                Stream& s = c.streams[index(m)];
                s.features = info.streams[index(m)].features;
                s.steps = m == Modality::text ? 3 : 4 + static_cast<std::size_t>(i % 3);
                for (std::size_t v = 0; v < s.steps * s.features; ++v)
                    s.values.push_back(static_cast<float>((i * 37 + static_cast<int>(v) * 11) % 23) / 10 - 1);
                for (std::size_t t = 0; t < s.steps; ++t)
                    s.times.push_back({0.3 * static_cast<double>(t), 0.3 * static_cast<double>(t) + 0.3});
            }
            for (int w = 0; w < 3; ++w) c.words.push_back({"word", {0.3 * w, 0.3 * w + 0.3}, false});
            clips.push_back(std::move(c));
        }
    }
    CheckReport report(const made::Folder& folder) const {
        SetWriter writer(folder / "set.h5", info);
        for (const Clip& c : clips) writer.add(c);
        writer.finish();
        return checked(folder / "set.h5");
    }
};

// A set whose file is written as the format says, but not by its writer, which would refuse it.
void write_raw(const std::filesystem::path& file, const std::vector<std::string>& ids,
               const std::vector<std::uint64_t>& rows, const std::vector<float>& values,
               const std::vector<double>& times) {
    h5::Sink out(file);
    const std::size_t n = ids.size();
    const auto texts = [&](const std::string& path, const std::vector<std::string>& all) {
        std::vector<std::uint8_t> bytes;
        std::vector<std::uint64_t> offsets{0};
        for (const auto& t : all) {
            bytes.insert(bytes.end(), t.begin(), t.end());
            offsets.push_back(bytes.size());
        }
        out.write(path, {bytes.size()}, bytes.data());
        out.write(path + "_offsets", {offsets.size()}, offsets.data());
    };
    const auto root = [&](const char* name, const H5Attribute& v) { out.attribute("/", name, v); };
    root("format", std::string("mica-set"));
    root("version", std::int64_t{1});
    for (const char* name : {"name", "origin", "fingerprint", "task_name"}) root(name, std::string("x"));
    root("sample", false);
    root("task", std::string("regression"));
    root("minimum", -3.0);
    root("maximum", 3.0);
    texts("classes", {});
    out.group("clips");
    texts("clips/id", ids);
    for (const char* name : {"clips/group", "clips/media", "clips/transcript", "clips/note"})
        texts(name, std::vector<std::string>(n));
    const std::vector<std::uint8_t> zero(n, 0), one(n, 1);
    const std::vector<double> durations(n, 1.0);
    const std::vector<std::uint32_t> none(n, 0);
    out.write("clips/split", {n}, zero.data());
    out.write("clips/duration", {n}, durations.data());
    out.write("clips/flagged_frames", {n}, none.data());
    std::vector<float> labels;
    std::vector<std::uint64_t> label_offsets{0}, nothing(n + 1, 0);
    for (std::size_t i = 0; i < n; ++i) {
        labels.push_back(static_cast<float>(i % 3) - 1);
        label_offsets.push_back(labels.size());
    }
    out.write("clips/label", {n}, labels.data());
    out.write("clips/label_offsets", {n + 1}, label_offsets.data());
    out.group("words");
    texts("words/text", {});
    out.write("words/times", {0, 2}, durations.data());
    out.write("words/masked", {0}, zero.data());
    out.write("words/offsets", {n + 1}, nothing.data());
    out.group("links");
    out.write("links/spans", {0, 3, 2}, durations.data());
    out.write("links/offsets", {n + 1}, nothing.data());
    for (const std::string g : {"text", "vision", "audio"}) {
        const bool filled = g == "audio";
        out.group(g);
        out.attribute(g, "features", std::int64_t{filled ? 2 : 0});
        out.attribute(g, "rate", 0.0);
        out.attribute(g, "recipe", std::string());
        texts(g + "/feature_names", {});
        out.write(g + "/offsets", {n + 1}, filled ? rows.data() : nothing.data());
        out.write(g + "/has_times", {n}, one.data());
        out.write(g + "/has_valid", {n}, zero.data());
        if (!filled) continue;
        const std::size_t r = values.size() / 2;
        const std::vector<std::uint8_t> valid(r, 1);
        out.write(g + "/values", {r, 2}, values.data());
        out.write(g + "/times", {r, 2}, times.data());
        out.write(g + "/valid", {r}, valid.data());
    }
    out.close();
}

}  // namespace

TEST(Check, APlainSetHasNoFault) {
    const made::Folder folder;
    const CheckReport r = Plain().report(folder);
    EXPECT_EQ(findings(r, Severity::problem), 0u) << all(r);
    EXPECT_EQ(findings(r, Severity::warning), 0u) << all(r);
    EXPECT_EQ(r.kind, "set of this program");
    EXPECT_EQ(r.fingerprint, open_set(folder / "set.h5")->info().fingerprint);
    EXPECT_EQ(r.bytes, std::filesystem::file_size(folder / "set.h5"));
    EXPECT_EQ(r.splits, (std::array<std::uint64_t, 4>{6, 3, 3, 0}));
    ASSERT_EQ(r.streams.size(), 3u);
    EXPECT_EQ(r.streams[1].shape, (std::vector<std::size_t>{60, 3}));
    EXPECT_EQ(r.streams[1].shortest, 4u);
    EXPECT_EQ(r.streams[1].longest, 6u);
    EXPECT_DOUBLE_EQ(r.streams[1].mean_length, 5);
    EXPECT_EQ(r.streams[1].padding, "none");
    EXPECT_EQ(r.streams[1].lengths, "stored");
    ASSERT_EQ(r.labels.size(), 2u);
    EXPECT_EQ(r.labels[1].name, "yes");
    EXPECT_EQ(r.labels[1].count, (std::array<std::uint64_t, 4>{3, 1, 2, 0}));
    ASSERT_TRUE(found(r, "majority-baseline"));
}

TEST(Check, StatisticsAreThoseOfTheValues) {
    const made::Folder folder;
    const Plain plain;
    const CheckReport r = plain.report(folder);
    for (const Modality m : kModalities) {
        double sum = 0, squares = 0, low = 1e9, high = -1e9, n = 0;
        for (const Clip& c : plain.clips)
            for (const float v : c.streams[index(m)].values) {
                const auto x = static_cast<double>(v);
                sum += x;
                squares += x * x;
                low = std::min(low, x);
                high = std::max(high, x);
                ++n;
            }
        const CheckedStream& s = r.streams[index(m)];
        EXPECT_NEAR(s.mean, sum / n, 1e-12);
        EXPECT_NEAR(s.deviation, std::sqrt(squares / n - sum * sum / n / n), 1e-9);
        EXPECT_EQ(s.minimum, low);
        EXPECT_EQ(s.maximum, high);
    }
}

TEST(Check, FindsFeaturesThatNeverChange) {
    const made::Folder folder;
    Plain p;
    for (Clip& c : p.clips)
        for (std::size_t t = 0; t < c.streams[1].steps; ++t) c.streams[1].values[3 * t + 1] = 0.25f;
    const CheckReport r = p.report(folder);
    const Finding* f = found(r, "constant-feature");
    ASSERT_TRUE(f);
    EXPECT_EQ(f->severity, Severity::warning);
    EXPECT_NE(f->what.find("vision: 1 of 3 features never change (AU2)"), std::string::npos) << f->what;
    EXPECT_EQ(r.streams[1].constant, (std::vector<std::size_t>{1}));
    EXPECT_FALSE(f->effect.empty());
}

TEST(Check, FindsScalesThatDiffer) {
    const made::Folder folder;
    Plain p;
    for (Clip& c : p.clips)
        for (std::size_t t = 0; t < c.streams[2].steps; ++t) c.streams[2].values[2 * t] *= 5000;
    const CheckReport r = p.report(folder);
    const Finding* f = found(r, "feature-scale");
    ASSERT_TRUE(f);
    EXPECT_NE(f->what.find("F0"), std::string::npos) << f->what;
}

TEST(Check, FindsEmptyAndZeroSamples) {
    const made::Folder folder;
    Plain p;
    for (float& v : p.clips[3].streams[2].values) v = 0;
    p.clips[4].streams[1] = {};
    for (Stream& s : p.clips[7].streams) s = {};
    p.clips[7].words.clear();
    const CheckReport r = p.report(folder);
    ASSERT_TRUE(found(r, "all-zero"));
    EXPECT_EQ(found(r, "all-zero")->clips, (std::vector<std::string>{"clip3"}));
    ASSERT_TRUE(found(r, "empty-sample"));
    EXPECT_EQ(found(r, "empty-sample")->clips, (std::vector<std::string>{"clip7"}));
    EXPECT_EQ(r.streams[1].missing, 2u);
    EXPECT_EQ(r.streams[1].samples, 10u);
    bool named = false;
    for (const Finding& f : r.findings)
        named = named || (f.rule == "missing-stream" && f.what.starts_with("vision") &&
                          f.clips == std::vector<std::string>{"clip4", "clip7"});
    EXPECT_TRUE(named) << all(r);
}

TEST(Check, FindsWhatSplitsShare) {
    const made::Folder folder;
    Plain p;
    p.clips[0].info.group = p.clips[11].info.group = "the same video";
    const CheckReport r = p.report(folder);
    const Finding* f = found(r, "split-overlap");
    ASSERT_TRUE(f);
    EXPECT_EQ(f->severity, Severity::warning);
    EXPECT_EQ(f->count, 1u);
    EXPECT_EQ(f->clips, (std::vector<std::string>{"clip0", "clip11"}));

    Plain same;
    same.clips[10].streams = same.clips[1].streams;
    const CheckReport twice = same.report(folder);
    ASSERT_TRUE(found(twice, "duplicate-content"));
    EXPECT_EQ(found(twice, "duplicate-content")->severity, Severity::problem);
    EXPECT_EQ(found(twice, "duplicate-content")->clips, (std::vector<std::string>{"clip10"}));

    Plain within;
    within.clips[2].streams = within.clips[1].streams;
    EXPECT_EQ(found(within.report(folder), "split-overlap"), nullptr);
    const CheckReport once = checked(folder / "set.h5");
    ASSERT_TRUE(found(once, "duplicate-content"));
    EXPECT_EQ(found(once, "duplicate-content")->severity, Severity::warning);
}

TEST(Check, FindsEmptySplitsAndClipsInNone) {
    const made::Folder folder;
    Plain p;
    for (Clip& c : p.clips)
        if (c.info.split == Split::test) c.info.split = Split::none;
    const CheckReport r = p.report(folder);
    ASSERT_TRUE(found(r, "empty-split"));
    EXPECT_NE(found(r, "empty-split")->what.find("test"), std::string::npos);
    ASSERT_TRUE(found(r, "no-split"));
    EXPECT_EQ(found(r, "no-split")->count, 3u);
}

TEST(Check, FindsLabelsThatTeachNothing) {
    const made::Folder folder;
    Plain p;
    p.clips[0].info.label.clear();
    for (Clip& c : p.clips)
        if (!c.info.label.empty()) c.info.label = {1};
    const CheckReport one = p.report(folder);
    ASSERT_TRUE(found(one, "one-class"));
    ASSERT_TRUE(found(one, "label-missing"));
    EXPECT_EQ(found(one, "label-missing")->clips, (std::vector<std::string>{"clip0"}));

    Plain skewed;
    for (Clip& c : skewed.clips) c.info.label = {c.info.id == "clip2" ? 0.0f : 1.0f};
    const CheckReport r = skewed.report(folder);
    ASSERT_TRUE(found(r, "majority-baseline"));
    EXPECT_EQ(found(r, "majority-baseline")->severity, Severity::warning);
    EXPECT_NE(found(r, "majority-baseline")->what.find("\"yes\""), std::string::npos);

    Plain range;
    range.info.task = Task{};
    for (std::size_t i = 0; i < range.clips.size(); ++i) range.clips[i].info.label = {static_cast<float>(i) - 4};
    const CheckReport out = range.report(folder);
    ASSERT_TRUE(found(out, "label-out-of-range"));
    EXPECT_EQ(found(out, "label-out-of-range")->count, 5u);  // -4, and 4 to 7
    ASSERT_EQ(out.labels.size(), 8u);
    EXPECT_EQ(out.labels[0].name, "below -3");
    EXPECT_EQ(out.labels[1].name, "[-3, -2)");
    EXPECT_EQ(out.labels[6].name, "[2, 3]");
    EXPECT_EQ(out.labels[6].count[0] + out.labels[6].count[1], 2u);  // 2 and 3
    EXPECT_EQ(out.labels[7].count[1] + out.labels[7].count[2], 4u);
}

TEST(Check, FindsTimesThatCannotBe) {
    const made::Folder folder;
    Plain p;
    p.clips[1].words[1].time = {0.1, 0.5};  // overlaps the first
    p.clips[2].words[2].time = {1.5, 2.5};  // after the clip's end
    p.clips[3].words[2].time = {0.6, 0.6};  // no time
    const CheckReport r = p.report(folder);
    ASSERT_TRUE(found(r, "words-overlap")) << all(r);
    EXPECT_EQ(found(r, "words-overlap")->clips, (std::vector<std::string>{"clip1"}));
    ASSERT_TRUE(found(r, "times-beyond"));
    EXPECT_EQ(found(r, "times-beyond")->clips, (std::vector<std::string>{"clip2"}));
    ASSERT_TRUE(found(r, "times-empty"));
    EXPECT_EQ(found(r, "times-unordered"), nullptr);
}

TEST(Check, FindsLongClipsFlaggedFramesAndMissingMedia) {
    const made::Folder folder;
    Plain p;
    Stream& s = p.clips[5].streams[1];
    s.steps = 100;
    s.values.resize(300);
    for (std::size_t v = 0; v < 300; ++v) s.values[v] = static_cast<float>(v % 7);
    s.times.clear();
    p.clips[6].info.flagged_frames = 3;
    p.clips[6].info.media = "nowhere.mp4";
    p.clips[7].info.media = "set.h5";  // a file that is there
    const CheckReport r = p.report(folder);
    ASSERT_TRUE(found(r, "long-clip"));
    EXPECT_EQ(found(r, "long-clip")->clips, (std::vector<std::string>{"clip5"}));
    ASSERT_TRUE(found(r, "flagged-frames"));
    EXPECT_EQ(found(r, "flagged-frames")->count, 3u);
    EXPECT_EQ(found(r, "flagged-frames")->clips, (std::vector<std::string>{"clip6"}));
    ASSERT_TRUE(found(r, "media-missing"));
    EXPECT_EQ(found(r, "media-missing")->clips, (std::vector<std::string>{"clip6"}));
}

TEST(Check, ASetThatItsReaderRefusesIsCheckedAllTheSame) {
    const made::Folder folder;
    const auto file = folder / "raw.h5";
    write_raw(file, {"a", "b", "c"}, {0, 2, 4, 6}, {1, 2, 3, kNan, 5, 6, kInfinite, 8, 9, 10, 11, 12},
              {0, .1, .1, .2, .5, .6, .1, .2, 0, .1, -1, -2});
    const CheckReport r = checked(file);
    ASSERT_TRUE(found(r, "refused-clip")) << all(r);
    EXPECT_EQ(found(r, "refused-clip")->clips, (std::vector<std::string>{"a", "b", "c"}));
    ASSERT_EQ(r.streams.size(), 1u);
    EXPECT_EQ(r.streams[0].nan, 1u);
    EXPECT_EQ(r.streams[0].infinite, 1u);
    EXPECT_EQ(r.streams[0].maximum, 12);
    EXPECT_EQ(found(r, "not-finite")->clips, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(found(r, "times-unordered")->count, 2u);
    EXPECT_EQ(found(r, "times-negative")->clips, (std::vector<std::string>{"c"}));
    EXPECT_EQ(found(r, "times-reversed")->clips, (std::vector<std::string>{"c"}));
    EXPECT_EQ(r.findings.front().severity, Severity::problem);
}

TEST(Check, ASetWithOneIdTwiceOrSizesThatDoNotFit) {
    const made::Folder folder;
    const auto file = folder / "raw.h5";
    const std::vector<float> values{1, 2, 3, 4, 5, 6, 7, 9};
    const std::vector<double> times{0, .1, .1, .2, .2, .3, .3, .4};
    write_raw(file, {"a", "a"}, {0, 2, 4}, values, times);
    const CheckReport twice = checked(file);
    ASSERT_TRUE(found(twice, "damaged")) << all(twice);
    ASSERT_TRUE(found(twice, "duplicate-id"));
    EXPECT_EQ(twice.streams.at(0).shape, (std::vector<std::size_t>{4, 2}));

    write_raw(file, {"a", "b"}, {0, 2, 1'000'000'000'000}, values, times);
    const CheckReport r = checked(file);
    ASSERT_TRUE(found(r, "damaged")) << all(r);
    ASSERT_TRUE(found(r, "unreadable")) << all(r);
    EXPECT_EQ(r.streams.at(0).samples, 1u);
    EXPECT_EQ(r.splits[0], 2u);
}

TEST(Check, MutatedSetsNeverCrash) {
    const made::Folder folder;
    Plain().report(folder);
    const std::string whole = made::read(folder / "set.h5");
    std::uint64_t state = 7;
    const auto next = [&] { return state = state * 6364136223846793005ULL + 1442695040888963407ULL, state >> 33; };
    int reports = 0;
    for (int round = 0; round < 60; ++round) {
        std::string bad = whole;
        for (std::uint64_t n = 1 + next() % 8; n > 0; --n) bad[next() % bad.size()] = static_cast<char>(next());
        if (round % 10 == 9) bad.resize(next() % bad.size() + 1);
        made::write(folder / "bad.h5", bad);
        try {
            const CheckReport r = checked(folder / "bad.h5");
            ++reports;
        } catch (const Error& e) {
            EXPECT_NE(std::string(e.what()).find("bad.h5"), std::string::npos) << e.what();
        }
    }
    EXPECT_GT(reports, 10);
}

TEST(Check, CanBeStopped) {
    const made::Folder folder;
    Plain().report(folder);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(check_file(folder / "set.h5", no_progress, stop.get_token()), Cancelled);
}
