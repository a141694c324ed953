// labels: golden
// Golden files were written by h5py: strings, scalars and booleans as Python leaves them.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>

#include "datasets/store/h5_values.h"

using namespace mica;

TEST(Fixtures, AreReadWithTheirKinds) {
    const char* folder = std::getenv("MICA_FIXTURES");
    if (!folder) {
        std::cout << "skipped: MICA_FIXTURES does not name the folder of golden files\n";
        std::exit(77);
    }
    const H5Values v = read_h5(std::filesystem::path(folder) / "mica_backbone.h5");
    EXPECT_EQ(std::get<std::string>(v.attributes.at("model")), "MICA");
    EXPECT_EQ(std::get<double>(v.attributes.at("alpha")), 0.8);
    EXPECT_EQ(std::get<std::int64_t>(v.attributes.at("d")), 20);
    EXPECT_EQ(std::get<bool>(v.attributes.at("mmd")), false);
    EXPECT_EQ(v.arrays.at("gradients/conv.L.weight").shape, (std::vector<std::size_t>{20, 12, 3}));
    const H5Values m = read_h5(std::filesystem::path(folder) / "metrics.h5");
    EXPECT_EQ(m.arrays.at("iemocap/truth").shape, (std::vector<std::size_t>{300, 4}));
    EXPECT_TRUE(m.arrays.at("random/acc2_has0").shape.empty());
    EXPECT_NE(m.strings.at("random/reference_print").find("MAE"), std::string::npos);
}
