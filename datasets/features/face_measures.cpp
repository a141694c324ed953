#include "datasets/features/face_measures.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numbers>
#include <span>

#include "datasets/features/landmarks.h"

namespace mica {
namespace {

constexpr std::array<const char*, 14> kMeasures{
    "mouth_width", "mouth_height", "mouth_open", "inner_width", "corner_left", "corner_right", "upper_lip",
    "lower_lip",   "chin",         "brow_left",  "brow_right",  "brow_gap",    "eye_left",     "eye_right"};

constexpr int kPatchWidth = 32, kPatchHeight = 24;
constexpr double kPatchSpan = 1.15;  // width in eye distances
constexpr int kMostFrequency = 12;

Point mean(const Landmarks& p, std::size_t from, std::size_t to) {
    Point m;
    for (std::size_t i = from; i <= to; ++i) m.x += p[i].x, m.y += p[i].y;
    const auto n = static_cast<double>(to - from + 1);
    return {m.x / n, m.y / n};
}

double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

// The frame of the face: origin under the nose, x along the eyes, unit their distance.
struct FaceFrame {
    Point origin;
    double scale = 1, cosine = 1, sine = 0;

    explicit FaceFrame(const Landmarks& p) {
        const Point left = mean(p, 36, 41), right = mean(p, 42, 47);
        scale = std::max(distance(left, right), 1e-6);
        cosine = (right.x - left.x) / scale;
        sine = (right.y - left.y) / scale;
        origin = mean(p, 31, 35);
    }
    Point in(Point q) const {
        const double x = (q.x - origin.x) / scale, y = (q.y - origin.y) / scale;
        return {x * cosine + y * sine, -x * sine + y * cosine};
    }
    Point out(Point q) const {
        return {origin.x + scale * (q.x * cosine - q.y * sine), origin.y + scale * (q.x * sine + q.y * cosine)};
    }
};

double sample(const GreyView& image, Point p) {  // bilinear, clamped at the border
    const double x = std::clamp(p.x, 0.0, image.width - 1.0), y = std::clamp(p.y, 0.0, image.height - 1.0);
    const int x0 = static_cast<int>(x), y0 = static_cast<int>(y);
    const int x1 = std::min(x0 + 1, image.width - 1), y1 = std::min(y0 + 1, image.height - 1);
    const double a = x - x0, b = y - y0;
    const auto at = [&](int i, int j) {
        return static_cast<double>(image.data[static_cast<std::ptrdiff_t>(j) * image.width + i]);
    };
    return (1 - b) * ((1 - a) * at(x0, y0) + a * at(x1, y0)) + b * ((1 - a) * at(x0, y1) + a * at(x1, y1));
}

// Frequencies (u, v) from low to high, the constant left out.
std::vector<std::pair<int, int>> zigzag(int count) {
    std::vector<std::pair<int, int>> order;
    for (int sum = 1; static_cast<int>(order.size()) < count; ++sum)
        for (int u = 0; u <= sum && static_cast<int>(order.size()) < count; ++u) order.emplace_back(u, sum - u);
    return order;
}

void add_appearance(const FaceFrame& face, const Landmarks& p, const GreyView& image, int count,
                    std::vector<float>& row) {
    static_assert(kMostFrequency * (kMostFrequency + 1) / 2 - 1 >= 60);
    const Point middle = face.in(mean(p, 48, 59));
    std::array<double, kPatchWidth * kPatchHeight> patch{};
    const double pitch = kPatchSpan / kPatchWidth;
    double sum = 0, square = 0;
    for (int j = 0; j < kPatchHeight; ++j)
        for (int i = 0; i < kPatchWidth; ++i) {
            const Point q{middle.x + (i - (kPatchWidth - 1) / 2.0) * pitch,
                          middle.y + (j - (kPatchHeight - 1) / 2.0) * pitch};
            const double v = sample(image, face.out(q));
            patch[static_cast<std::size_t>(j * kPatchWidth + i)] = v;
            sum += v;
            square += v * v;
        }
    const double n = kPatchWidth * kPatchHeight, average = sum / n;
    const double spread = std::sqrt(std::max(0.0, square / n - average * average)) + 1;
    // Rows first, then columns: only the low frequencies are wanted.
    std::array<double, kPatchHeight * kMostFrequency> half{};
    for (int j = 0; j < kPatchHeight; ++j)
        for (int u = 0; u < kMostFrequency; ++u) {
            double s = 0;
            for (int i = 0; i < kPatchWidth; ++i)
                s += (patch[static_cast<std::size_t>(j * kPatchWidth + i)] - average) *
                     std::cos(std::numbers::pi * u * (i + 0.5) / kPatchWidth);
            half[static_cast<std::size_t>(j * kMostFrequency + u)] = s;
        }
    for (const auto& [u, v] : zigzag(count)) {
        double s = 0;
        for (int j = 0; j < kPatchHeight; ++j)
            s += half[static_cast<std::size_t>(j * kMostFrequency + u)] *
                 std::cos(std::numbers::pi * v * (j + 0.5) / kPatchHeight);
        row.push_back(static_cast<float>(s * 2 / (std::sqrt(n) * spread * std::sqrt(n))));
    }
}

}  // namespace

std::vector<std::string> face_measure_names(const FaceOptions& o) {
    std::vector<std::string> names(kMeasures.begin(), kMeasures.end());
    char text[24];
    if (o.points)
        for (int i = 48; i < 68; ++i)
            for (const char axis : {'x', 'y'}) {
                std::snprintf(text, sizeof text, "mouth%d_%c", i, axis);
                names.emplace_back(text);
            }
    for (const auto& [u, v] : zigzag(o.appearance)) {
        std::snprintf(text, sizeof text, "look_%d_%d", u, v);
        names.emplace_back(text);
    }
    names.emplace_back("confidence");
    return names;
}

std::vector<float> face_measures(const Landmarks& p, const GreyView& image, double confidence, const FaceOptions& o) {
    const FaceFrame face(p);
    Landmarks q;
    for (std::size_t i = 0; i < kLandmarks; ++i) q[i] = face.in(p[i]);
    const auto ratio = [&](std::size_t a, std::size_t b, std::size_t c, std::size_t d, std::size_t left,
                           std::size_t right) {
        return (distance(q[a], q[b]) + distance(q[c], q[d])) / (2 * std::max(distance(q[left], q[right]), 1e-6));
    };
    const double lips = 0.5 * (q[51].y + q[57].y);
    // y points down: a raised corner or brow counts positive.
    const std::array<double, kMeasures.size()> values{
        distance(q[48], q[54]),
        (distance(q[50], q[58]) + distance(q[51], q[57]) + distance(q[52], q[56])) / 3,
        (distance(q[61], q[67]) + distance(q[62], q[66]) + distance(q[63], q[65])) / 3,
        distance(q[60], q[64]),
        lips - q[48].y,
        lips - q[54].y,
        distance(q[51], q[62]),
        distance(q[57], q[66]),
        q[8].y,
        mean(q, 36, 41).y - mean(q, 17, 21).y,
        mean(q, 42, 47).y - mean(q, 22, 26).y,
        distance(q[21], q[22]),
        ratio(37, 41, 38, 40, 36, 39),
        ratio(43, 47, 44, 46, 42, 45)};
    std::vector<float> row;
    for (const double v : values) row.push_back(static_cast<float>(v));
    if (o.points)
        for (std::size_t i = 48; i < 68; ++i) {
            row.push_back(static_cast<float>(q[i].x));
            row.push_back(static_cast<float>(q[i].y));
        }
    if (o.appearance > 0) add_appearance(face, p, image, o.appearance, row);
    row.push_back(static_cast<float>(confidence));
    return row;
}

}  // namespace mica
