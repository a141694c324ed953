// Checkpoint files: what was written comes back, damage of every kind is refused in one sentence.
#include <gtest/gtest.h>

#include <torch/torch.h>

#include <atomic>
#include <cstring>
#include <fstream>
#include <thread>

#include "core/runs/safetensors.h"
#include "core/training/random.h"
#include "datasets/types/error.h"
#include "tests/training/toy.h"

using namespace mica;

namespace {

void write(const std::filesystem::path& file, const std::string& header, std::size_t data, std::uint64_t length) {
    std::ofstream out(file, std::ios::binary);
    out.write(reinterpret_cast<const char*>(&length), 8);
    out << header << std::string(data, '\1');
}

}  // namespace

TEST(SafeTensors, ComeBack) {
    const toy::Folder folder("tensors");
    SafeTensors content;
    content.tensors["a"] = torch::randn({3, 4});
    content.tensors["b"] = torch::arange(5).t();
    content.tensors["scalar"] = torch::tensor(2.5, torch::kFloat64);
    content.tensors["empty"] = torch::empty({0, 3});
    content.tensors["turned"] = torch::randn({2, 3}).t();
    content.tensors["flags"] = torch::tensor({true, false});
    content.metadata = {{"note", "quotes \" and ümlaut"}};
    write_safetensors(folder / "x.safetensors", content);
    const SafeTensors back = read_safetensors(folder / "x.safetensors");
    EXPECT_EQ(back.metadata, content.metadata);
    ASSERT_EQ(back.tensors.size(), content.tensors.size());
    for (const auto& [name, tensor] : content.tensors) EXPECT_TRUE(torch::equal(back.tensors.at(name), tensor)) << name;
    EXPECT_EQ(read_safetensors_metadata(folder / "x.safetensors"), content.metadata);
    EXPECT_THROW((void)read_safetensors(folder / "x.safetensors", 16), Error);
}

TEST(SafeTensors, DamageIsRefused) {
    const toy::Folder folder("damage");
    const auto file = folder / "x.safetensors";
    const auto entry = [](const char* dtype, const char* shape, const char* offsets) {
        return std::string("{\"a\":{\"dtype\":\"") + dtype + "\",\"shape\":" + shape + ",\"data_offsets\":" + offsets +
               "}}";
    };
    struct Case {
        std::string header;
        std::size_t data;
    };
    for (
        const Case& c :
        {Case{entry("F32", "[2]", "[0,4]"), 8}, Case{entry("F32", "[2]", "[4,12]"), 12},
         Case{entry("F32", "[2]", "[0,8]"), 7}, Case{entry("F32", "[2]", "[0,8]"), 9},
         Case{entry("Q9", "[2]", "[0,8]"), 8}, Case{entry("F32", "[-2]", "[0,8]"), 8},
         Case{entry("F32", "[1.5]", "[0,8]"), 8}, Case{entry("F32", "[2]", "[8,0]"), 8},
         Case{entry("F32", "[2]", "[0]"), 8}, Case{entry("F32", "2", "[0,8]"), 8},
         Case{entry("F32", "[4611686018427387904,4]", "[0,0]"), 0},
         Case{entry("F32", "[18446744073709551615]", "[0,8]"), 8},
         Case{
             R"({"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}})",
             3},
         Case{R"({"a":{"dtype":"U8","shape":[2]}})", 2}, Case{R"({"a":7})", 0}, Case{R"([1,2])", 0},
         Case{R"({"__metadata__":{"x":1}})", 0}, Case{"{\"a\":", 0}}) {
        write(file, c.header, c.data, c.header.size());
        EXPECT_THROW((void)read_safetensors(file), Error) << c.header;
    }
    for (const std::uint64_t length :
         {std::uint64_t{1} << 63, ~std::uint64_t{0}, std::uint64_t{1} << 40, std::uint64_t{100}}) {
        write(file, "{}", 0, length);
        EXPECT_THROW((void)read_safetensors(file), Error) << length;
    }
    std::ofstream(file, std::ios::trunc) << "abc";
    EXPECT_THROW((void)read_safetensors(file), Error);
    EXPECT_THROW((void)read_safetensors(folder / "missing"), Error);
    EXPECT_THROW((void)read_safetensors(folder.path()), Error);
}

TEST(SafeTensors, MutatedFilesNeverCrash) {
    const toy::Folder folder("mutated");
    const auto file = folder / "x.safetensors";
    write_safetensors(file, {{{"a", torch::randn({7})}, {"b", torch::arange(9)}}, {{"k", "v"}}});
    std::ifstream in(file, std::ios::binary);
    const std::string good{std::istreambuf_iterator<char>(in), {}};
    Random random(3);
    for (int i = 0; i < 400; ++i) {
        std::string bad = good;
        for (std::size_t n = 1 + random.below(3); n > 0; --n)
            bad[random.below(std::min<std::size_t>(bad.size(), 220))] = static_cast<char>(random.next());
        if (i % 4 == 0) bad.resize(random.below(bad.size()));
        std::ofstream(file, std::ios::binary | std::ios::trunc) << bad;
        try {
            (void)read_safetensors(file);
        } catch (const Error&) {
        }
    }
}

TEST(SafeTensors, AnUnwritablePlaceKeepsTheOldFile) {
    const toy::Folder folder("kept");
    const auto file = folder / "x.safetensors";
    write_safetensors(file, {{{"a", torch::ones({3})}}, {}});
    EXPECT_THROW(write_safetensors(file, {{{"a", torch::zeros({3}, torch::kComplexFloat)}}, {}}), Error);
    EXPECT_THROW(write_safetensors("/dev/full/x", {{{"a", torch::ones({3})}}, {}}), Error);
    EXPECT_THROW(write_safetensors(folder / "no/such/folder/x", {{{"a", torch::ones({3})}}, {}}), Error);
    EXPECT_TRUE(torch::equal(read_safetensors(file).tensors.at("a"), torch::ones({3})));
}

// A training saves again and again while others look: who reads gets one of the versions whole.
TEST(SafeTensors, IsReadWholeWhileItIsReplaced) {
    const toy::Folder folder("safetensors-replaced");
    const auto file = folder / "last.safetensors";
    const auto write = [&](std::int64_t n) { write_safetensors(file, {{{"x", torch::full({n}, n)}}, {}}); };
    write(1);
    std::atomic<bool> done = false;
    std::jthread writer([&] {
        for (std::int64_t n = 0; n < 400; ++n) write(1 + n % 7);
        done = true;
    });
    int read = 0;
    for (; !done; ++read) {
        const torch::Tensor x = read_safetensors(file).tensors.at("x");
        ASSERT_EQ(x.sum().item<std::int64_t>(), x.numel() * x.numel());
    }
    EXPECT_GT(read, 0);
}
