#include <gtest/gtest.h>
#include <matio.h>

#include <cstdlib>
#include <functional>
#include <limits>

#include "datasets/feature_files/covarep.h"
#include "datasets/feature_files/mat_file.h"
#include "datasets/feature_files/openface.h"
#include "datasets/types/error.h"
#include "made_clips.h"
#include "tests/refusal.h"

using namespace mica;

namespace {

constexpr const char* kVersion1 =
    "frame, timestamp, confidence, success, gaze_0_x, pose_Tx, x_0, AU01_r, AU01_c\n"
    "1, 0, 0.9, 1, 0.1, 16, 277, 0.5, 1\n"
    "2, 0.033, 0.8, 1, 0.2, 17, 278, 0.75, 1\n"
    "3, 0.067, 0.1, 0, 0, 0, 0, -nan, 0\n"
    "5, 0.133, 0.7, 1, 0.3, 18, 279, 1.5, 1\n";

// What MATLAB's own format library writes; column major as it wants it.
void write_mat(const std::filesystem::path& file, mat_ft version, matio_compression packed, std::size_t rows,
               std::vector<std::string> names, std::vector<double> values, bool with_names = true) {
    mat_t* mat = Mat_CreateVer(file.c_str(), nullptr, version);
    ASSERT_NE(mat, nullptr);
    std::size_t shape[2]{rows, names.size()};
    matvar_t* v = Mat_VarCreate("features", MAT_C_DOUBLE, MAT_T_DOUBLE, 2, shape, values.data(), 0);
    Mat_VarWrite(mat, v, packed);
    Mat_VarFree(v);
    if (with_names) {
        std::size_t cells[2]{1, names.size()};
        v = Mat_VarCreate("names", MAT_C_CELL, MAT_T_CELL, 2, cells, nullptr, 0);
        for (std::size_t i = 0; i < names.size(); ++i) {
            std::size_t length[2]{1, names[i].size()};
            Mat_VarSetCell(v, static_cast<int>(i),
                           Mat_VarCreate(nullptr, MAT_C_CHAR, MAT_T_UINT8, 2, length, names[i].data(), 0));
        }
        Mat_VarWrite(mat, v, packed);
        Mat_VarFree(v);
    }
    Mat_Close(mat);
}

constexpr double kInfinite = std::numeric_limits<double>::infinity(), kNan = std::numeric_limits<double>::quiet_NaN();

}  // namespace

TEST(OpenFace, TheUsualColumnsWithTheirTimes) {
    const made::Folder folder;
    made::write(folder / "a.csv", kVersion1);
    const FeatureFile f = read_openface(folder / "a.csv");
    EXPECT_EQ(f.names, (std::vector<std::string>{"confidence", "gaze_0_x", "pose_Tx", "AU01_r"}));
    EXPECT_EQ(f.stream.steps, 4u);
    EXPECT_EQ(std::vector<float>(f.stream.row(1), f.stream.row(2)), (std::vector<float>{0.8f, 0.2f, 17, 0.75f}));
    EXPECT_EQ(f.stream.valid, (std::vector<std::uint8_t>{1, 1, 0, 1}));
    EXPECT_EQ(f.flagged, 1u);
    EXPECT_EQ(f.not_finite, 1u);
    EXPECT_EQ(f.stream.row(2)[3], 0);
    EXPECT_NEAR(f.rate, 30, 0.1);  // four frames in 0.133 s
    EXPECT_EQ(f.stream.times[0], (Interval{0, 0.033}));
    EXPECT_EQ(f.stream.times[1], (Interval{0.033, 0.067}));
    EXPECT_NEAR(f.stream.times[2].end, 0.1, 0.001);  // frame 4 is not there: nothing is known of its time
    EXPECT_NEAR(f.stream.times[3].end, 0.166, 0.001);
    EXPECT_NE(f.note.find("failed in 1 of 4 frames"), std::string::npos);
    EXPECT_NE(f.note.find("1 values that were not finite"), std::string::npos);
}

TEST(OpenFace, ColumnsByNameAndAll) {
    const made::Folder folder;
    made::write(folder / "a.csv", kVersion1);
    EXPECT_EQ(read_openface(folder / "a.csv", {{"AU*", "x_0"}}).names,
              (std::vector<std::string>{"x_0", "AU01_r", "AU01_c"}));
    EXPECT_EQ(read_openface(folder / "a.csv", {{"all"}}).names.size(), 6u);
    EXPECT_NE(message([&] { (void)read_openface(folder / "a.csv", {{"AU99_r"}}); }).find("no column \"AU99_r\""),
              std::string::npos);
}

TEST(OpenFace, OfSeveralFacesTheSteadiestIsTaken) {
    const made::Folder folder;
    made::write(folder / "a.csv",
                "frame,face_id,timestamp,confidence,success,AU06_r\r\n"
                "1,0,0.000,0.5,0,9\r\n1,1,0.000,0.9,1,1\r\n2,0,0.040,0.5,1,9\r\n2,1,0.040,0.9,1,2\r\n");
    const FeatureFile f = read_openface(folder / "a.csv");
    EXPECT_EQ(f.stream.values, (std::vector<float>{0.9f, 1, 0.9f, 2}));
    EXPECT_NEAR(f.rate, 25, 1e-6);
    EXPECT_NE(f.note.find("2 faces; face 1 is taken"), std::string::npos);
}

TEST(OpenFace, TimesAreNeverInvented) {
    const made::Folder folder;
    made::write(folder / "pictures.csv", "frame, timestamp, AU01_r\n1, 0, 0.5\n2, 0, 0.25\n");
    const FeatureFile f = read_openface(folder / "pictures.csv");
    EXPECT_TRUE(f.stream.times.empty());
    EXPECT_EQ(f.rate, 0);
    EXPECT_NE(f.note.find("no times"), std::string::npos);
    made::write(folder / "one.csv", "frame, timestamp, AU01_r\n1, 0, 0.5\n");
    EXPECT_TRUE(read_openface(folder / "one.csv").stream.times.empty());
}

TEST(OpenFace, FaultsAreNamedWithTheirLine) {
    const made::Folder folder;
    const auto said = [&](const std::string& text) {
        made::write(folder / "a.csv", text);
        return message([&] { (void)read_openface(folder / "a.csv"); });
    };
    const std::string header = "frame, timestamp, success, AU01_r\n1, 0, 1, 0.5\n";
    EXPECT_NE(said(header + "2, 0.04, 1").find("line 3: has 3 fields"), std::string::npos);
    EXPECT_NE(said(header + "2, 0.04, 1, high\n").find("line 3: column 4 is no number"), std::string::npos);
    EXPECT_NE(said(header + "2, -1, 1, 2\n").find("line 3: its timestamp"), std::string::npos);
    EXPECT_NE(said(header + "1, 0.04, 1, 2\n").find("frame number does not grow"), std::string::npos);
    EXPECT_NE(said(header + "2, 0.04, 1, 2\n3, 0.04, 1, 2\n").find("line 4: its timestamp is not later"),
              std::string::npos);
    EXPECT_NE(said("frame, timestamp, success, AU01_r\n").find("no frames"), std::string::npos);
    EXPECT_NE(said("id,label\na,1\n").find("is no OpenFace table"), std::string::npos);
    EXPECT_NE(said("").find("empty"), std::string::npos);
    EXPECT_NE(said("frame, AU01_r, AU01_r\n").find("two columns"), std::string::npos);
}

TEST(OpenFace, ARealTable) {
    const char* data = std::getenv("MICA_TEST_DATA");
    if (!data) GTEST_SKIP();
    const auto file = std::filesystem::path(data) / "misc/OpenFace_Test.csv";
    const FeatureFile f = read_openface(file);
    EXPECT_EQ(f.stream.steps, 100u);
    EXPECT_EQ(f.names.size(), 1u + 6 + 6 + 17);
    EXPECT_EQ(f.names.front(), "confidence");
    EXPECT_EQ(f.names.back(), "AU45_r");
    EXPECT_FLOAT_EQ(f.stream.row(0)[1], 0.109059f);
    EXPECT_EQ(f.flagged, 0u);
    EXPECT_NEAR(f.rate, 1000, 1);  // its frames are a millisecond apart
    EXPECT_EQ(read_openface(file, {{"all"}}).names.size(), 431u - 3);
}

TEST(Covarep, ReadsWhatTheReferenceLibraryWrites) {
    const made::Folder folder;
    const std::vector<double> values{1, 2, 3, -kInfinite, 5, kNan, 1e300, 8};  // 4 x 2, a column after another
    for (const auto& [name, version, packed] : {std::tuple{"plain.mat", MAT_FT_MAT5, MAT_COMPRESSION_NONE},
                                                std::tuple{"packed.mat", MAT_FT_MAT5, MAT_COMPRESSION_ZLIB},
                                                std::tuple{"hdf5.mat", MAT_FT_MAT73, MAT_COMPRESSION_NONE}}) {
        write_mat(folder / name, version, packed, 4, {"F0", "VUV"}, values);
        const FeatureFile f = read_covarep(folder / name);
        EXPECT_EQ(f.stream.steps, 4u) << name;
        EXPECT_EQ(f.stream.values, (std::vector<float>{1, 5, 2, 0, 3, 0, 0, 8})) << name;
        EXPECT_EQ(f.not_finite, 3u) << name;
        EXPECT_EQ(f.rate, 100) << name;
        EXPECT_EQ(f.stream.times[3], (Interval{0.03, 0.04})) << name;
        // Version 7.3 keeps cell arrays as references, which are not followed.
        EXPECT_EQ(f.names,
                  version == MAT_FT_MAT5 ? std::vector<std::string>({"F0", "VUV"}) : std::vector<std::string>())
            << name;
    }
}

TEST(Covarep, TheUsualNamesWhereTheFileHasNone) {
    EXPECT_EQ(covarep_names().size(), 74u);
    EXPECT_EQ(covarep_names()[11], "MCEP_0");
    EXPECT_EQ(covarep_names()[73], "HMPDD_12");
    const made::Folder folder;
    write_mat(folder / "a.mat", MAT_FT_MAT5, MAT_COMPRESSION_ZLIB, 3, covarep_names(), std::vector<double>(3 * 74, 0.5),
              false);
    const FeatureFile f = read_covarep(folder / "a.mat");
    EXPECT_EQ(f.names, covarep_names());
    EXPECT_NE(f.note.find("no names"), std::string::npos);
}

TEST(Covarep, DamagedFilesAreRefused) {
    const made::Folder folder;
    write_mat(folder / "good.mat", MAT_FT_MAT5, MAT_COMPRESSION_NONE, 50, {"F0", "VUV"}, std::vector<double>(100, 1));
    write_mat(folder / "packed.mat", MAT_FT_MAT5, MAT_COMPRESSION_ZLIB, 50, {"F0", "VUV"}, std::vector<double>(100, 1));
    for (const char* name : {"good.mat", "packed.mat"}) {
        const std::string whole = made::read(folder / name);
        for (std::size_t n = 0; n < whole.size() - 8; n += 7) {
            made::write(folder / "cut.mat", whole.substr(0, n));
            EXPECT_NE(message([&] {
                          const FeatureFile f = read_covarep(folder / "cut.mat");
                          if (f.names.empty()) throw Error("lost its names", "");  // cut between the two variables
                      }),
                      "no error")
                << name << " " << n;
        }
    }
    made::write(folder / "text.mat", std::string(200, 'x'));
    EXPECT_NE(message([&] { (void)read_covarep(folder / "text.mat"); }).find("is no MAT-file"), std::string::npos);
    const MatFile mat(folder / "good.mat");
    EXPECT_NE(message([&] { (void)mat.matrix("names"); }).find("no matrix of real numbers"), std::string::npos);
    EXPECT_NE(message([&] { (void)mat.matrix("none"); }).find("no variable"), std::string::npos);
    EXPECT_TRUE(mat.texts("none").empty());
    // A size that the file cannot hold is refused before memory is asked for.
    std::string lie = made::read(folder / "good.mat");
    const std::size_t at = lie.find(std::string("\x32\0\0\0\x02\0\0\0", 8));
    ASSERT_NE(at, std::string::npos);
    lie.replace(at, 8, "\xff\xff\xff\x7f\xff\xff\xff\x7f");
    made::write(folder / "lie.mat", lie);
    EXPECT_NE(message([&] { (void)read_covarep(folder / "lie.mat"); }).find("more than the file can hold"),
              std::string::npos);
}
