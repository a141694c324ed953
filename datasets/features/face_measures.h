// From 68 landmarks and the picture to one row of numbers. Apart from the detector, so that it can be tested
// with drawn faces.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace mica {

struct FaceOptions;

inline constexpr std::size_t kLandmarks = 68;
struct Point {
    double x = 0, y = 0;
};
using Landmarks =
    std::array<Point, kLandmarks>;  // iBUG order: jaw 0-16, brows 17-26, nose 27-35, eyes 36-47, mouth 48-67

/// A grey picture that someone else owns, rows packed.
struct GreyView {
    const std::uint8_t* data;
    int width, height;
};

/// Names of one row, without changes; the last is "confidence".
[[nodiscard]] std::vector<std::string> face_measure_names(const FaceOptions& options);

/// One row. Does not change when the face is moved, turned in the picture plane or scaled; the appearance
/// does not change with brightness and contrast either.
[[nodiscard]] std::vector<float> face_measures(const Landmarks& points, const GreyView& image, double confidence,
                                               const FaceOptions& options);

}  // namespace mica
