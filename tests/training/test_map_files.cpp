// Maps as files: what is in them is what the model attends to, in every form, and what cannot be written is told.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "core/runs/kept_attention.h"
#include "core/runs/map_file.h"
#include "core/training/session.h"
#include "datasets/store/h5_file.h"
#include "tests/refusal.h"
#include "toy.h"

using namespace mica;

namespace {

class MapFiles : public testing::Test {
protected:
    static void SetUpTestSuite() {
        folder_ = std::make_unique<toy::Folder>("map-files");
        set_ = toy::make(*folder_ / "set.h5", {40});
        (void)toy::run(open_set(set_), toy::options({"watch=clip-4"}), *folder_ / "run");
    }
    static void TearDownTestSuite() { folder_.reset(); }

    static InspectWish wish() { return {*folder_ / "run", {}, set_, "clip-4", "best"}; }
    static AttentionSnapshot attended() {
        return ModelSession(*folder_ / "run", "best", open_set(set_)).attend(open_set(set_)->find("clip-4"));
    }
    static std::filesystem::path written(const std::string& name, const MapChoice& choice) {
        const std::filesystem::path file = *folder_ / name;
        write_maps(map_records(inspect(wish()), choice), file);
        return file;
    }

    static std::unique_ptr<toy::Folder> folder_;
    static std::filesystem::path set_;
};
std::unique_ptr<toy::Folder> MapFiles::folder_;
std::filesystem::path MapFiles::set_;

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream in(line + ",");
    for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
    return cells;
}

// Name and bytes of each member of a zip archive of stored files.
std::map<std::string, std::string> members(const std::string& zip) {
    const auto number = [&](std::size_t at, std::size_t n) {
        std::uint64_t v = 0;
        for (std::size_t i = n; i-- > 0;) v = v << 8 | static_cast<unsigned char>(zip[at + i]);
        return v;
    };
    std::map<std::string, std::string> all;
    for (std::size_t at = 0; zip.compare(at, 4, "PK\x03\x04") == 0;) {
        const std::size_t name = number(at + 26, 2), extra = number(at + 28, 2);
        const std::size_t size = number(at + 30 + name + 4, 8), data = at + 30 + name + extra;
        all[zip.substr(at + 30, name)] = zip.substr(data, size);
        at = data + size;
    }
    return all;
}

// The values behind the header of an .npy.
std::vector<float> floats(const std::string& npy) {
    const std::size_t head = 10 + static_cast<unsigned char>(npy[8]) + 256U * static_cast<unsigned char>(npy[9]);
    std::vector<float> values((npy.size() - head) / sizeof(float));
    std::memcpy(values.data(), npy.data() + head, values.size() * sizeof(float));
    return values;
}

const MapChoice kWords{Pair{Modality::vision, Modality::text}, 1, std::nullopt};

}  // namespace

TEST_F(MapFiles, Hdf5HoldsEveryMapBitForBit) {
    const AttentionSnapshot s = attended();
    const Clip clip = open_set(set_)->read(open_set(set_)->find("clip-4"));
    const h5::Source in(written("all.h5", {}));
    ASSERT_EQ(in.children("/", 100).size(), s.maps.size());
    EXPECT_EQ(std::get<std::string>(*in.attribute("/", "format")), "mica maps");
    for (std::size_t i = 0; i < s.maps.size(); ++i) {
        const AttentionMap& map = s.maps[i];
        const std::string group = "map" + std::to_string(i + 1);
        const auto text = [&](const char* name) { return std::get<std::string>(*in.attribute(group, name)); };
        EXPECT_EQ(in.node(group + "/weights").shape,
                  (std::vector<std::size_t>{static_cast<std::size_t>(map.heads), static_cast<std::size_t>(map.rows),
                                            static_cast<std::size_t>(map.columns)}));
        EXPECT_EQ(in.read_all<float>(group + "/weights", 3), map.weight);
        EXPECT_EQ(in.read_all<std::uint8_t>(group + "/W", 3), map.w);
        EXPECT_EQ(in.read_all<std::uint8_t>(group + "/V", 3), map.v);
        EXPECT_EQ(in.read_all<float>(group + "/gamma", 1), map.gamma);
        EXPECT_EQ(text("run"), "run");
        EXPECT_EQ(text("clip"), "clip-4");
        EXPECT_EQ(text("pair"), map.pair.name());
        EXPECT_EQ(text("source"), name(map.pair.source));
        EXPECT_EQ(text("fingerprint"), open_set(set_)->info().fingerprint);
        EXPECT_EQ(text("precision"), "single");
        EXPECT_EQ(std::get<std::int64_t>(*in.attribute(group, "layer")), map.layer + 1);
        EXPECT_EQ(std::get<std::int64_t>(*in.attribute(group, "epoch")), s.epoch);
        const auto times = in.read_all<double>(group + "/target_times", 2);
        const Stream& target = clip.streams[index(map.pair.target)];
        ASSERT_EQ(times.size(), 2 * target.times.size());
        EXPECT_EQ(times[2], target.times[1].begin);
        EXPECT_EQ(times[3], target.times[1].end);
        if (map.pair.target != Modality::text) continue;
        EXPECT_EQ(in.read_strings(group + "/target_words", 0, 4),
                  (std::vector<std::string>{"word0", "word1", "word2", "word3"}));
    }
}

TEST_F(MapFiles, NumpyHasTheSameNamesAndValues) {
    const AttentionSnapshot s = attended();
    const auto all = members(bytes_of(written("all.npz", {})));
    for (std::size_t i = 0; i < s.maps.size(); ++i)
        EXPECT_EQ(floats(all.at("map" + std::to_string(i + 1) + "/weights.npy")), s.maps[i].weight);
    for (const char* name : {"W", "V", "gamma", "heads", "target_times", "source_times", "run", "epoch", "clip",
                             "layer", "pair", "source", "target", "set", "fingerprint", "precision", "change"})
        EXPECT_TRUE(all.contains("map1/" + std::string(name) + ".npy")) << name;
    EXPECT_NE(all.at("map1/epoch.npy").find("'shape': ()"), std::string::npos);
    // one map alone
    const auto one = map_records(inspect(wish()), kWords);
    ASSERT_EQ(one.size(), 1U);
    EXPECT_EQ(floats(bytes_of(written("one.npy", kWords))), one.front().map.weight);
    EXPECT_NE(refusal([] { (void)written("all.npy", {}); }).find("one map"), std::string::npos);
}

TEST_F(MapFiles, CsvSaysEachCell) {
    const AttentionMap map = map_records(inspect(wish()), kWords).front().map;
    std::istringstream in(bytes_of(written("one.csv", kWords)));
    std::string line;
    std::getline(in, line);
    EXPECT_EQ(line,
              "run,epoch,change,clip,pair,layer,head,target,target_text,target_begin,target_end,source,source_text,"
              "source_begin,source_end,weight,w,v,hidden");
    std::size_t rows = 0;
    for (; std::getline(in, line); ++rows) {
        const auto cells = cells_of(line);
        ASSERT_EQ(cells.size(), 19U) << line;
        ASSERT_LT(rows, map.weight.size());
        EXPECT_EQ(std::stof(cells[15]), map.weight[rows]);
        EXPECT_EQ(cells[16], map.w[rows] ? "1" : "0");
        EXPECT_EQ(cells[18], "");  // nothing is hidden
        EXPECT_EQ(cells[5], "2");
        const auto columns = static_cast<std::size_t>(map.columns);
        EXPECT_EQ(std::stoul(cells[11]), rows % columns + 1);
        EXPECT_EQ(cells[8], "word" + std::to_string(rows / columns % 4));
    }
    EXPECT_EQ(rows, map.weight.size());
}

TEST_F(MapFiles, CsvQuotesWhatWouldBreakIt) {
    auto records = map_records(inspect(wish()), kWords);
    records.front().target.words.front() = "he said \"no\", twice";
    const std::filesystem::path file = *folder_ / "quoted.csv";
    write_maps(records, file);
    EXPECT_NE(bytes_of(file).find("1,\"he said \"\"no\"\", twice\","), std::string::npos);
}

TEST_F(MapFiles, HeadsAndLayersAreChosenOrAveraged) {
    const AttentionSnapshot s = attended();
    std::vector<const AttentionMap*> layers;
    for (const AttentionMap& map : s.maps)
        if (map.pair == *kWords.pair) layers.push_back(&map);
    ASSERT_EQ(layers.size(), 2U);
    const std::size_t cells = layers[0]->weight.size() / static_cast<std::size_t>(layers[0]->heads);
    const auto second = map_records(inspect(wish()), read_choice("V-L", "2", "2")).front();
    ASSERT_EQ(second.heads, std::vector<int>{2});
    ASSERT_EQ(second.map.weight.size(), cells);
    for (std::size_t i = 0; i < cells; ++i) EXPECT_EQ(second.map.weight[i], layers[1]->weight[cells + i]);
    EXPECT_EQ(second.map.w[3], layers[1]->w[cells + 3]);
    const auto mean = map_records(inspect(wish()), read_choice("V>L", "mean", "mean")).front();
    EXPECT_EQ(mean.map.layer, -1);
    EXPECT_EQ(mean.heads, std::vector<int>{0});
    EXPECT_TRUE(mean.map.w.empty());
    double sum = 0;
    for (const AttentionMap* layer : layers)
        for (int h = 0; h < layer->heads; ++h) sum += static_cast<double>(layer->at(h, 1, 2));
    EXPECT_NEAR(mean.map.at(0, 1, 2), sum / (2.0 * layers[0]->heads), 1e-7);
    // each row is still a distribution
    for (int row = 0; row < mean.map.rows; ++row) {
        double whole = 0;
        for (int column = 0; column < mean.map.columns; ++column)
            whole += static_cast<double>(mean.map.at(0, row, column));
        EXPECT_NEAR(whole, 1, 1e-5);
    }
}

TEST_F(MapFiles, KeptEpochsSayThatTheyAreRounded) {
    InspectWish kept = wish();
    kept.epoch = "0";
    const auto records = map_records(inspect(kept), kWords);
    EXPECT_EQ(records.front().epoch, 0);
    EXPECT_TRUE(records.front().rounded);
    EXPECT_EQ(records.front().map.weight, chosen_maps(read_kept(*folder_ / "run", 0, "clip-4"), kWords).front().weight);
    kept.epoch = "7";
    EXPECT_NE(refusal([&] { (void)inspect(kept); }).find("Kept epochs: 0, 1, 2"), std::string::npos);
    kept.epoch = "newest";
    EXPECT_NE(refusal([&] { (void)inspect(kept); }).find("newest"), std::string::npos);
}

TEST_F(MapFiles, RunsStandBesideEachOther) {
    InspectWish two = wish();
    two.compared = {*folder_ / "run"};
    Inspected all = inspect(two);
    all.runs[1].layer = 0;
    const auto records = map_records(all, kWords);
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(records[0].map.layer, 1);
    EXPECT_EQ(records[1].map.layer, 0);
}

TEST_F(MapFiles, WhatIsNotThereIsNamed) {
    const Inspected all = inspect(wish());
    const auto told = [&](const MapChoice& choice) { return refusal([&] { (void)map_records(all, choice); }); };
    EXPECT_NE(told(read_choice("", "9", "")).find("has no layer 9. Its layers are 1, 2"), std::string::npos);
    EXPECT_NE(told(read_choice("", "", "9")).find("has no head 9"), std::string::npos);
    for (const char* wrong : {"V", "VL", "V-V", "v-l", "V-L-A", "X-L"})
        EXPECT_NE(refusal([&] { (void)read_choice(wrong, "", ""); }).find("--pair"), std::string::npos) << wrong;
    for (const char* wrong : {"0", "-1", "1.5", "all", "99999999999"})
        EXPECT_NE(refusal([&] { (void)read_choice("", wrong, ""); }).find("--layer"), std::string::npos) << wrong;
    InspectWish other = wish();
    other.clip = "nobody";
    EXPECT_NE(refusal([&] { (void)inspect(other); }).find("there is no clip 'nobody'"), std::string::npos);
    other = wish();
    other.run = *folder_ / "no-run";
    (void)refusal([&] { (void)inspect(other); });
    // a run of one stream has no pairs
    (void)toy::run(open_set(set_), toy::options({"epochs=1", "streams=L"}), *folder_ / "text");
    other = wish();
    other.run = *folder_ / "text";
    EXPECT_NE(refusal([&] { (void)map_records(inspect(other), {}); }).find("has no attention"), std::string::npos);
}

TEST_F(MapFiles, FilesAppearWholeOrNotAtAll) {
    const auto records = map_records(inspect(wish()), {});
    for (const char* name : {"cut.h5", "cut.npz", "cut.csv"}) {
        const std::filesystem::path file = *folder_ / name;
        std::ofstream(file) << "older";
        std::stop_source stop;
        stop.request_stop();
        EXPECT_THROW(write_maps(records, file, stop.get_token()), Cancelled);
        EXPECT_EQ(bytes_of(file), "older");
    }
    EXPECT_NE(refusal([&] { write_maps(records, *folder_ / "none" / "x.csv"); }).find("x.csv"), std::string::npos);
    EXPECT_NE(refusal([&] { write_maps(records, *folder_ / "none" / "x.h5"); }).find("x.h5"), std::string::npos);
    EXPECT_NE(refusal([&] { write_maps(records, *folder_ / "x.txt"); }).find("endings"), std::string::npos);
    for (const auto& entry : std::filesystem::directory_iterator(folder_->path()))
        EXPECT_NE(entry.path().extension(), ".part") << entry.path();
    // the same again gives the same bytes
    const std::string once = bytes_of(written("again.h5", {}));
    EXPECT_EQ(bytes_of(written("again.h5", {})), once);
}
