// labels: golden data
// Every file of golden values for MICA, MulT and the metrics, in single and in double precision.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "core/runs/golden.h"
#include "datasets/types/error.h"

namespace fs = std::filesystem;
using namespace mica;

namespace {

fs::path fixtures() {
    const char* folder = std::getenv("MICA_FIXTURES");
    return folder ? fs::path(folder) : fs::path();
}

std::vector<fs::path> files(const std::string& prefix) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(fixtures()))
        if (entry.path().filename().string().starts_with(prefix)) found.push_back(entry.path());
    return found;
}

TEST(Golden, SinglePrecision) {
    auto list = files("mica_");
    ASSERT_GE(list.size(), 9u);
    const auto mult = files("mult_");
    ASSERT_GE(mult.size(), 4u);
    list.insert(list.end(), mult.begin(), mult.end());
    for (const fs::path& file : list)
        for (const bool plain : {false, true}) {
            GoldenOptions options;
            options.plain = plain;
            const GoldenReport r = check_golden(file, options);
            EXPECT_TRUE(r.ok) << to_json(r);
            EXPECT_FALSE(r.gradients.empty());
            EXPECT_EQ(r.selection_mismatches, 0) << file;
            EXPECT_EQ(r.count_mismatches, 0) << file;
            std::cout << file.filename().string() << (plain ? " plain" : " fused") << (r.ok ? " ok" : " FAILED")
                      << ", gradient norm " << r.gradient_norm << "\n";
        }
}

// In the precision of the expected values the deviations must fall to rounding, which a wrong formula would not.
// (Positions and bandwidths of the yardstick are in single precision, gradients are stored in it.)
TEST(Golden, DoublePrecision) {
    auto list = files("mica_");
    for (const fs::path& file : files("mult_")) list.push_back(file);
    for (const fs::path& file : list) {
        GoldenOptions options;
        options.use_double = true;
        // MulT's values were computed in single precision
        options.tolerance = file.filename().string().starts_with("mult_") ? 5e-5 : 5e-6;
        const GoldenReport r = check_golden(file, options);
        EXPECT_TRUE(r.ok) << to_json(r);
    }
}

TEST(Golden, Metrics) {
    GoldenOptions options;
    options.tolerance = 1e-7;  // some figures are stored in single precision
    const GoldenReport r = check_golden(fixtures() / "metrics.h5", options);
    EXPECT_TRUE(r.ok) << to_json(r);
    EXPECT_GE(r.metrics.size(), 30u);
}

TEST(Golden, SaysWhatItCannotCheck) {
    EXPECT_THROW((void)check_golden(fixtures() / "none.h5", {}), Error);
    const fs::path text = fs::temp_directory_path() / "mica_golden_test.h5";
    std::ofstream(text) << "no HDF5";
    EXPECT_THROW((void)check_golden(text, {}), Error);
    fs::remove(text);
}

}  // namespace

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    if (!fs::is_directory(fixtures())) {
        std::cout << "skipped: MICA_FIXTURES names no folder with the golden values\n";
        return 77;
    }
    return RUN_ALL_TESTS();
}
