// The attention that a run keeps of watched clips: it comes back, is thinned, is whole or not at all, and damage is told.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "core/runs/kept_attention.h"
#include "core/training/session.h"
#include "datasets/types/error.h"
#include "tests/training/toy.h"

using namespace mica;

namespace {

AttentionSnapshot made(const std::string& clip, int epoch) {
    AttentionSnapshot s;
    s.run = "run";
    s.clip = clip;
    s.epoch = epoch;
    s.prediction = {0.25F, -1.5F};
    s.truth = {1};
    for (int layer = 0; layer < 2; ++layer) {
        AttentionMap map;
        map.pair = {Modality::vision, Modality::text};
        map.layer = layer;
        map.heads = 2;
        map.rows = 2;
        map.columns = 3;
        for (int i = 0; i < 12; ++i) map.weight.push_back(static_cast<float>(i + layer + epoch) / 64);
        map.w.assign(12, 0);
        map.w[1] = map.w[7] = 1;
        map.v = map.w;
        map.v[2] = 1;
        map.hidden = {0, 0, 1, 0, 0, 0};
        map.gamma = {0.125F, 0.0625F};
        s.maps.push_back(map);
    }
    return s;
}

std::string refusal(const std::filesystem::path& run, int epoch, const std::string& clip) {
    try {
        (void)read_kept(run, epoch, clip);
    } catch (const Error& e) {
        return e.what();
    }
    return {};
}

}  // namespace

TEST(KeptAttention, ComesBack) {
    const toy::Folder folder("kept");
    const AttentionKeeper keeper(folder.path(), 8);
    auto second = made("b \"quoted\"", 3);
    auto seen = std::make_shared<Clip>();
    seen->info.id = second.clip;
    seen->streams[1].steps = 3;
    seen->streams[1].times = {{0, 0.5}, {0.5, 1}, {1, 1.5}};
    seen->words = {{"so", {0.1, 0.4}, true}};
    second.seen = seen;
    keeper.keep(3, {made("a", 3), second});
    EXPECT_EQ(kept_epochs(folder.path(), "a"), std::vector<int>{3});
    EXPECT_TRUE(kept_epochs(folder.path(), "c").empty());
    const AttentionSnapshot back = read_kept(folder.path(), 3, "a"), is = made("a", 3);
    EXPECT_EQ(back.epoch, 3);
    EXPECT_EQ(back.prediction, is.prediction);
    EXPECT_EQ(back.truth, is.truth);
    ASSERT_EQ(back.maps.size(), is.maps.size());
    for (std::size_t i = 0; i < is.maps.size(); ++i) {
        EXPECT_EQ(back.maps[i].pair, is.maps[i].pair);
        EXPECT_EQ(back.maps[i].layer, is.maps[i].layer);
        EXPECT_EQ(back.maps[i].weight, is.maps[i].weight);  // 64ths are exact in half precision
        EXPECT_EQ(back.maps[i].w, is.maps[i].w);
        EXPECT_EQ(back.maps[i].v, is.maps[i].v);
        EXPECT_EQ(back.maps[i].hidden, is.maps[i].hidden);
        EXPECT_EQ(back.maps[i].gamma, is.maps[i].gamma);
    }
    const AttentionSnapshot other = read_kept(folder.path(), 3, second.clip);
    ASSERT_TRUE(other.seen);
    EXPECT_EQ(other.seen->streams[1].times, seen->streams[1].times);
    EXPECT_EQ(other.seen->words.front().text, "so");
    EXPECT_TRUE(other.seen->words.front().masked);
}

TEST(KeptAttention, HalfPrecisionStaysWithinItsError) {
    const toy::Folder folder("kept-half");
    AttentionSnapshot s = made("a", 1);
    for (std::size_t i = 0; i < 12; ++i) s.maps[0].weight[i] = std::exp(-static_cast<float>(i));
    AttentionKeeper(folder.path(), 8).keep(1, {s});
    const AttentionSnapshot back = read_kept(folder.path(), 1, "a");
    for (std::size_t i = 0; i < 12; ++i)
        EXPECT_NEAR(back.maps[0].weight[i], s.maps[0].weight[i], s.maps[0].weight[i] * std::pow(2.0F, -11.0F) + 3e-8F);
}

TEST(KeptAttention, AnEmptyStreamLeavesItsMapsOut) {
    const toy::Folder folder("kept-empty");
    AttentionSnapshot s = made("a", 1);
    s.maps[1].rows = 0;
    for (auto* values : {&s.maps[1].w, &s.maps[1].v, &s.maps[1].hidden}) values->clear();
    s.maps[1].weight.clear();
    AttentionKeeper(folder.path(), 8).keep(1, {s});
    EXPECT_EQ(read_kept(folder.path(), 1, "a").maps.size(), 1U);
}

TEST(KeptAttention, IsThinnedEvenlyAndTheNewestStays) {
    const toy::Folder folder("kept-thin");
    const AttentionKeeper keeper(folder.path(), 4);
    for (int epoch = 0; epoch <= 9; ++epoch) {
        keeper.keep(epoch, {made("a", epoch)});
        const auto kept = kept_epochs(folder.path(), "a");
        EXPECT_EQ(kept.back(), epoch);
        EXPECT_EQ(kept.front(), 0);
        EXPECT_LE(kept.size(), 5U);
    }
    EXPECT_EQ(kept_epochs(folder.path(), "a"), (std::vector<int>{0, 4, 8, 9}));
    keeper.forget_after(4);  // resumed from the checkpoint of epoch 4
    EXPECT_EQ(kept_epochs(folder.path(), "a"), (std::vector<int>{0, 4}));
    const toy::Folder none("kept-none");
    AttentionKeeper(none.path(), 0).keep(1, {made("a", 1)});
    EXPECT_FALSE(std::filesystem::exists(none / "attention"));
}

TEST(KeptAttention, DamageIsToldAndHidesNoOtherEpoch) {
    const toy::Folder folder("kept-damage");
    const AttentionKeeper keeper(folder.path(), 8);
    for (int epoch = 0; epoch < 3; ++epoch) keeper.keep(epoch, {made("a", epoch)});
    const auto file = folder / "attention" / "epoch-1.safetensors";
    std::ifstream in(file, std::ios::binary);
    const std::string whole{std::istreambuf_iterator<char>(in), {}};
    for (std::size_t length : {std::size_t{0}, std::size_t{7}, std::size_t{60}, whole.size() / 2, whole.size() - 1}) {
        std::ofstream(file, std::ios::binary) << whole.substr(0, length);
        EXPECT_FALSE(refusal(folder.path(), 1, "a").empty()) << length;
    }
    std::ofstream(file, std::ios::binary) << std::string(100, '\x7f');
    EXPECT_EQ(kept_epochs(folder.path(), "a"), (std::vector<int>{0, 2}));
    EXPECT_EQ(read_kept(folder.path(), 2, "a").maps.size(), 2U);
    // every single damaged byte is read or refused; none crashes
    for (std::size_t i = 0; i < whole.size(); i += 11) {
        std::string bad = whole;
        bad[i] = static_cast<char>(bad[i] ^ 0x15);
        std::ofstream(file, std::ios::binary) << bad;
        (void)refusal(folder.path(), 1, "a");
        (void)kept_epochs(folder.path(), "a");
    }
    EXPECT_NE(refusal(folder.path(), 7, "a").find("0, "), std::string::npos) << "names the epochs there are";
    EXPECT_NE(refusal(folder.path(), 2, "b").find('b'), std::string::npos);
}

TEST(KeptAttention, AFolderThatCannotBeWrittenLeavesWhatIsThere) {
    const toy::Folder folder("kept-locked");
    const AttentionKeeper keeper(folder.path(), 8);
    keeper.keep(1, {made("a", 1)});
    // a folder in the file's place: the rename fails, for any user
    std::filesystem::create_directories(folder / "attention" / "epoch-2.safetensors" / "x");
    EXPECT_THROW(keeper.keep(2, {made("a", 2)}), Error);
    EXPECT_EQ(read_kept(folder.path(), 1, "a").epoch, 1);
    for (const auto& entry : std::filesystem::directory_iterator(folder / "attention"))
        EXPECT_TRUE(entry.path().filename() == "epoch-1.safetensors" ||
                    entry.path().filename() == "epoch-2.safetensors")
            << entry.path();
}

TEST(KeptAttention, ATrainingKeepsWatchedClipsAndTheSavedModelAgrees) {
    const toy::Folder folder("kept-run");
    const auto file = toy::make(folder / "set.h5", {30});
    const auto run = folder / "run";
    (void)toy::run(open_set(file), toy::options({"watch=clip-4, clip-3"}), run);
    for (const char* clip : {"clip-3", "clip-4"}) {
        const auto kept = kept_epochs(run, clip);
        ASSERT_FALSE(kept.empty());
        EXPECT_EQ(kept.back(), 2);
        const auto set = open_set(file);
        ModelSession session(run, "last", set);
        const AttentionSnapshot now = session.attend(set->find(clip)), then = read_kept(run, 2, clip);
        ASSERT_EQ(now.maps.size(), then.maps.size());
        for (std::size_t m = 0; m < now.maps.size(); ++m)
            for (std::size_t i = 0; i < now.maps[m].weight.size(); ++i)
                ASSERT_NEAR(now.maps[m].weight[i], then.maps[m].weight[i], 1e-3) << clip << " " << m;
    }
    EXPECT_TRUE(kept_epochs(run, "clip-9").empty());
}
