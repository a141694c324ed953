// What is kept under a key is found under that key alone, and nothing damaged is taken for it.
#include <gtest/gtest.h>

#include <fstream>

#include "core/runs/keyed_json.h"
#include "datasets/types/error.h"
#include "tests/refusal.h"
#include "tests/training/toy.h"

using namespace mica;

TEST(KeyedJson, IsFoundUnderItsKeyAlone) {
    const toy::Folder folder("keyed");
    const auto file = folder / "deep/er/one.json";
    EXPECT_TRUE(read_keyed(file, "a").is_null());
    write_keyed(file, "a|\xff", {{"value", 3}});  // a path's bytes need not be UTF-8
    write_keyed(file, "a", {{"value", 4}});
    EXPECT_EQ(read_keyed(file, "a").at("value"), 4);
    EXPECT_TRUE(read_keyed(file, "b").is_null());
}

TEST(KeyedJson, DamagedIsNothing) {
    const toy::Folder folder("keyed-damaged");
    for (const char* text : {"", "{\"key\": \"a\"", "[]", "3", "{\"key\": 3}", "{\"value\": 1}", "\xff\xfe{}"}) {
        std::ofstream(folder / "one.json", std::ios::binary) << text;
        EXPECT_TRUE(read_keyed(folder / "one.json", "a").is_null()) << text;
    }
    std::filesystem::resize_file(folder / "one.json", std::uintmax_t{1} << 27);  // sparse
    EXPECT_TRUE(read_keyed(folder / "one.json", "a").is_null());
    std::ofstream(folder / "file") << "no folder";
    EXPECT_NE(message([&] { write_keyed(folder / "file/one.json", "a", {{"value", 1}}); }), "no error");
}
