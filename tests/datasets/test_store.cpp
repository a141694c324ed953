// Round trips, refusals and damage of the native set file.
#include <gtest/gtest.h>

#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cmath>
#include <fstream>
#include <limits>
#include <random>
#include <thread>

#include "datasets/store/digest.h"
#include "datasets/store/digest_blocks.h"
#include "datasets/store/h5_file.h"
#include "datasets/store/h5_values.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"
#include "tests/datasets/same_clip.h"
#include "tests/refusal.h"

using namespace mica;
namespace fs = std::filesystem;

namespace {

class Store : public testing::Test {
protected:
    void SetUp() override {
        folder = fs::temp_directory_path() / ("mica-store-" + std::to_string(::getpid()) + "-" +
                                              testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::create_directories(folder);
        file = folder / "set.h5";
    }
    void TearDown() override { fs::remove_all(folder); }
    fs::path folder, file;
};

DatasetInfo outline() {
    DatasetInfo d;
    d.name = "Prüfsatz";
    d.origin = R"({"seed": 1})";
    d.task.name = "sentiment";
    d.sample = true;
    d.streams[0] = {4, {}, 0, "words", 0};
    d.streams[1] = {3, {"AU1", "AU2", "AU12"}, 15, "", 0};
    d.streams[2] = {2, {"F0", "énergie"}, 12.5, "log-mel", 0};
    return d;
}

Stream stream(std::mt19937_64& r, std::size_t steps, std::size_t features, bool timed, bool flagged) {
    Stream s;
    s.steps = steps;
    s.features = features;
    for (std::size_t i = 0; i < steps * features; ++i)
        s.values.push_back(static_cast<float>(r() % 2001) / 100.0f - 10.0f);
    if (timed)
        for (std::size_t i = 0; i < steps; ++i)
            s.times.push_back({static_cast<double>(i) / 7, static_cast<double>(i + 1) / 7});
    if (flagged)
        for (std::size_t i = 0; i < steps; ++i) s.valid.push_back(static_cast<std::uint8_t>(r() % 2));
    return s;
}

Clip clip(std::mt19937_64& r, int number) {
    Clip c;
    c.info.id = "clip-" + std::to_string(number) + (number % 3 ? "" : " žluťoučký 猫");
    c.info.group = "speaker" + std::to_string(number % 4);
    c.info.split = static_cast<Split>(number % 4);
    c.info.duration = 0.25 * number;
    c.info.label = {static_cast<float>(number % 7) - 3.0f};
    if (number % 5 == 0) c.info.label.push_back(0.5f);
    c.info.media = "media/" + std::to_string(number) + ".mp4";
    c.info.transcript = "ein Wört\nzwei";
    c.info.flagged_frames = static_cast<std::uint32_t>(number);
    c.info.note = number % 2 ? "no face in 3 frames" : "";
    const std::size_t words = r() % 6;
    c.streams[0] = stream(r, words, 4, number % 2 == 0, false);
    c.streams[1] = stream(r, number % 6 == 1 ? 0 : r() % 900, 3, number % 3 == 0, number % 4 == 0);
    c.streams[2] = stream(r, r() % 40, 2, true, false);
    if (number % 3 != 2)
        for (std::size_t w = 0; w < words; ++w)
            c.words.push_back({w % 2 ? "größer" : "", {static_cast<double>(w), static_cast<double>(w) + 0.5}, w == 1});
    for (std::size_t l = 0; l < r() % 3; ++l)
        c.links.push_back({{Interval{0.1, 0.2}, Interval{0.15, 0.4}, Interval{0, 0}}});
    return c;
}

std::vector<Clip> write_set(const fs::path& file, int clips, unsigned seed = 7) {
    std::mt19937_64 r(seed);
    SetWriter writer(file, outline());
    std::vector<Clip> all;
    for (int i = 0; i < clips; ++i) {
        all.push_back(clip(r, i));
        writer.add(all.back());
    }
    writer.finish();
    return all;
}

std::string bytes_of(const fs::path& p) {
    std::ifstream in(p, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

Clip good() {
    std::mt19937_64 r(3);
    Clip c = clip(r, 4);
    c.streams[1] = stream(r, 5, 3, true, false);
    c.streams[0] = stream(r, 2, 4, true, false);
    c.words = {{"so", {0, 0.5}, false}, {"fine", {0.5, 1}, false}};
    return c;
}

}  // namespace

TEST_F(Store, RoundTripsRaggedClips) {
    const auto all = write_set(file, 60);
    const auto set = open_set(file);
    ASSERT_EQ(set->size(), all.size());
    for (std::size_t i = all.size(); i-- > 0;) expect_same_clip(all[i], set->read(i));
    const DatasetInfo& d = set->info();
    const DatasetInfo o = outline();
    EXPECT_EQ(d.name, o.name);
    EXPECT_EQ(d.origin, o.origin);
    EXPECT_TRUE(d.sample);
    EXPECT_EQ(d.task.name, "sentiment");
    EXPECT_EQ(d.task.minimum, -3);
    EXPECT_EQ(d.fingerprint.size(), 64u);
    for (std::size_t m = 0; m < 3; ++m) {
        EXPECT_EQ(d.streams[m].features, o.streams[m].features);
        EXPECT_EQ(d.streams[m].feature_names, o.streams[m].feature_names);
        EXPECT_EQ(d.streams[m].rate, o.streams[m].rate);
        EXPECT_EQ(d.streams[m].recipe, o.streams[m].recipe);
        std::uint32_t longest = 0;
        for (const Clip& c : all) longest = std::max(longest, static_cast<std::uint32_t>(c.streams[m].steps));
        EXPECT_EQ(d.streams[m].longest, longest);
    }
    EXPECT_EQ(set->find(all[6].info.id), 6u);
    EXPECT_EQ(set->find("none"), set->size());
    EXPECT_THROW((void)set->read(all.size()), Error);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1) << "parts left behind";
}

TEST_F(Store, SameClipsGiveSameBytesAndFingerprint) {
    write_set(file, 20);
    write_set(folder / "again.h5", 20);
    EXPECT_TRUE(bytes_of(file) == bytes_of(folder / "again.h5"));
    write_set(folder / "other.h5", 20, 8);
    EXPECT_NE(open_set(file)->info().fingerprint, open_set(folder / "other.h5")->info().fingerprint);
}

TEST_F(Store, FingerprintSeesContentNotPlaces) {
    const auto print = [&](const std::function<void(Clip&)>& change) {
        Clip c = good();
        change(c);
        SetWriter w(file, outline());
        w.add(c);
        w.finish();
        return open_set(file)->info().fingerprint;
    };
    const std::string base = print([](Clip&) {});
    EXPECT_EQ(base, print([](Clip& c) {
                  c.info.media = "elsewhere.mp4";
                  c.info.note = "x";
              }));
    EXPECT_NE(base, print([](Clip& c) { c.info.label[0] += 0.125f; }));
    EXPECT_NE(base, print([](Clip& c) { c.info.split = Split::test; }));
    EXPECT_NE(base, print([](Clip& c) { c.streams[1].values[7] += 0.125f; }));
    EXPECT_NE(base, print([](Clip& c) { c.words[0].masked = true; }));
    EXPECT_NE(base, print([](Clip& c) { c.info.id += "x"; }));
}

TEST(Digest, KnownAnswers) {
    Digest empty;
    EXPECT_EQ(empty.hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    Digest abc;
    abc.bytes("abc", 3);
    EXPECT_EQ(abc.hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    Digest million;
    const std::string part(77, 'a');
    std::size_t left = 1000000;
    for (; left >= part.size(); left -= part.size()) million.bytes(part.data(), part.size());
    million.bytes(part.data(), left);
    EXPECT_EQ(million.hex(), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Digest, TheProcessorsInstructionsGiveThePlainBits) {
    const DigestBlocks hardware = digest_blocks_hardware();
    if (!hardware) GTEST_SKIP() << "this processor has no SHA instructions";
    std::mt19937_64 r(11);
    for (const std::size_t count : {0, 1, 2, 3, 64, 1000}) {
        std::vector<std::uint8_t> data(64 * count + 1);
        for (std::uint8_t& b : data) b = static_cast<std::uint8_t>(r());
        std::array<std::uint32_t, 8> a{}, b{};
        for (std::uint32_t& word : a) word = static_cast<std::uint32_t>(r());
        b = a;
        digest_blocks_plain(a, data.data() + 1, count);  // also from an odd address
        hardware(b, data.data() + 1, count);
        EXPECT_EQ(a, b) << count;
    }
}

TEST_F(Store, RefusesBadClipsByName) {
    const auto says = [&](const std::function<void(Clip&)>& change) {
        Clip c = good();
        c.info.id = "c7";
        change(c);
        SetWriter w(file, outline());
        return refusal([&] { w.add(c); });
    };
    const std::string nan = says([](Clip& c) { c.streams[1].values[5] = NAN; });
    EXPECT_NE(nan.find("c7"), std::string::npos) << nan;
    EXPECT_NE(nan.find("vision, step 1, feature 2 (AU12)"), std::string::npos) << nan;
    EXPECT_NE(says([](Clip& c) { c.streams[2].values[0] = INFINITY; }).find("audio, step 0, feature 0 (F0)"),
              std::string::npos);
    EXPECT_NE(says([](Clip& c) { c.words[1].time = {0.9, 0.6}; }).find("runs backwards"), std::string::npos);
    EXPECT_NE(says([](Clip& c) { c.words[0].time = {-0.5, 0.6}; }).find("negative"), std::string::npos);
    EXPECT_NE(says([](Clip& c) { std::swap(c.streams[1].times[1], c.streams[1].times[2]); }).find("out of order"),
              std::string::npos);
    EXPECT_NE(says([](Clip& c) { c.info.label = {NAN}; }).find("label"), std::string::npos);
    says([](Clip& c) { c.info.id.clear(); });
    says([](Clip& c) { c.words.pop_back(); });
    says([](Clip& c) { c.streams[1].features = 4; });
    says([](Clip& c) { c.streams[1].times.pop_back(); });
    says([](Clip& c) { c.streams[0].times[0].end = NAN; });
}

TEST_F(Store, RefusesDuplicateIdsAndForeignClasses) {
    DatasetInfo d = outline();
    d.task = {TaskKind::classification, "colour", 0, 0, {"blue", "green"}};
    SetWriter w(file, d);
    Clip c = good();
    c.info.label = {1};
    w.add(c);
    EXPECT_NE(refusal([&] { w.add(c); }).find("two clips named"), std::string::npos);
    c.info.id = "other";
    c.info.label = {2};
    refusal([&] { w.add(c); });
    c.info.label = {0};
    w.add(c);  // a refused clip does not spoil the set
    w.finish();
    const auto set = open_set(file);
    EXPECT_EQ(set->size(), 2u);
    EXPECT_EQ(set->info().task.classes, d.task.classes);
}

TEST_F(Store, AnUnfinishedWriterLeavesTheOldSet) {
    write_set(file, 3);
    const std::string before = bytes_of(file);
    {
        std::mt19937_64 r(1);
        SetWriter w(file, outline());
        for (int i = 0; i < 10; ++i) w.add(clip(r, i));
    }
    EXPECT_TRUE(before == bytes_of(file));
    EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1);
}

TEST_F(Store, AFullDiskIsOneSentenceAndLeavesTheOldSet) {
    write_set(file, 3);
    const std::string before = bytes_of(file);
    // a limit on file size is a full disk as far as write() is concerned
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    getrlimit(RLIMIT_FSIZE, &old);
    const rlimit small{200000, old.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const std::string said = refusal([&] { write_set(file, 400); });
    setrlimit(RLIMIT_FSIZE, &old);
    EXPECT_NE(said.find("set.h5"), std::string::npos) << said;
    EXPECT_NE(said.find("cannot be written"), std::string::npos) << said;
    EXPECT_TRUE(before == bytes_of(file));
    EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1);
}

TEST_F(Store, TruncatedFilesAreRefusedNotCrashedOn) {
    write_set(file, 12);
    const std::string whole = bytes_of(file);
    std::mt19937_64 r(11);
    const fs::path cut = folder / "cut.h5";
    for (int i = 0; i < 150; ++i) {
        const std::size_t size = i < 20 ? static_cast<std::size_t>(i) * 5 : r() % whole.size();
        std::ofstream(cut, std::ios::binary).write(whole.data(), static_cast<std::streamsize>(size));
        refusal([&] { (void)open_set(cut); });
        refusal([&] { (void)read_h5(cut); });
    }
}

TEST_F(Store, DamagedBytesNeverCrash) {
    write_set(file, 12);
    const std::string whole = bytes_of(file);
    std::mt19937_64 r(12);
    const fs::path bad = folder / "bad.h5";
    for (int i = 0; i < 300; ++i) {
        std::string b = whole;
        for (int k = 0; k < 4; ++k) b[r() % b.size()] = static_cast<char>(r());
        std::ofstream(bad, std::ios::binary).write(b.data(), static_cast<std::streamsize>(b.size()));
        try {
            const auto set = open_set(bad);
            for (std::size_t c = 0; c < set->size(); ++c) {
                try {
                    (void)set->read(c);
                } catch (const Error&) {
                }
            }
        } catch (const Error&) {
        }
    }
}

TEST_F(Store, ForeignFilesAreNamed) {
    EXPECT_NE(refusal([&] { (void)open_set(file); }).find("no such file"), std::string::npos);
    EXPECT_NE(refusal([&] { (void)open_set(folder); }).find("folder"), std::string::npos);
    std::ofstream(file) << "";
    EXPECT_NE(refusal([&] { (void)open_set(file); }).find("empty"), std::string::npos);
    std::ofstream(file) << "id,label\n1,2\n";
    EXPECT_NE(refusal([&] { (void)open_set(file); }).find("not an HDF5 file"), std::string::npos);
}

TEST_F(Store, AnotherVersionIsNamed) {
    h5::Sink sink(file);
    sink.attribute("/", "format", std::string("mica-set"));
    sink.attribute("/", "version", std::int64_t{9});
    sink.close();
    EXPECT_NE(refusal([&] { (void)open_set(file); }).find("version 9"), std::string::npos);
}

TEST_F(Store, ReadsFromSeveralThreads) {
    const auto all = write_set(file, 40);
    const auto set = open_set(file);
    std::atomic<int> wrong = 0;
    std::vector<std::jthread> threads;
    for (unsigned t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            std::mt19937_64 r(t);
            for (int k = 0; k < 150; ++k) {
                const std::size_t i = r() % all.size();
                const Clip c = set->read(i);
                if (c.info.id != all[i].info.id || c.streams[1].values != all[i].streams[1].values) ++wrong;
            }
        });
    threads.clear();
    EXPECT_EQ(wrong, 0);
}

TEST_F(Store, ReadsAnyHdf5FileAsValues) {
    const auto all = write_set(file, 5);
    const H5Values v = read_h5(file);
    EXPECT_EQ(std::get<std::string>(v.attributes.at("format")), "mica-set");
    EXPECT_EQ(std::get<bool>(v.attributes.at("sample")), true);
    EXPECT_EQ(std::get<std::int64_t>(v.attributes.at("vision@features")), 3);
    const H5Array& a = v.arrays.at("vision/values");
    std::size_t rows = 0;
    for (const Clip& c : all) rows += c.streams[1].steps;
    EXPECT_EQ(a.shape, (std::vector<std::size_t>{rows, 3}));
    EXPECT_EQ(a.values.at(4), static_cast<double>(all[0].streams[1].values.at(4)));
    EXPECT_THROW((void)read_h5(file, 100), Error);
}
