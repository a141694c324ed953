#include "widgets/color_scale.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace mica {
namespace {

struct Lab {
    double l = 0, a = 0, b = 0;
};

struct Rgb {
    double r = 0, g = 0, b = 0;  // gamma-encoded, 0 to 1 when displayable
};

double encoded(double linear) {
    return linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
}

double decoded(double value) { return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); }

// D65 white
constexpr double kWhiteX = 0.95047, kWhiteY = 1.0, kWhiteZ = 1.08883;

Rgb rgbOf(const Lab& c) {
    const double fy = (c.l + 16) / 116, fx = fy + c.a / 500, fz = fy - c.b / 200;
    const auto inverse = [](double t) {
        return t > 6.0 / 29 ? t * t * t : 3 * (6.0 / 29) * (6.0 / 29) * (t - 4.0 / 29);
    };
    const double x = kWhiteX * inverse(fx), y = kWhiteY * inverse(fy), z = kWhiteZ * inverse(fz);
    return {encoded(3.2404542 * x - 1.5371385 * y - 0.4985314 * z),
            encoded(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z),
            encoded(0.0556434 * x - 0.2040259 * y + 1.0572252 * z)};
}

Lab labOf(QRgb colour) {
    const double r = decoded(qRed(colour) / 255.0), g = decoded(qGreen(colour) / 255.0),
                 b = decoded(qBlue(colour) / 255.0);
    const double x = 0.4124564 * r + 0.3575761 * g + 0.1804375 * b;
    const double y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b;
    const double z = 0.0193339 * r + 0.1191920 * g + 0.9503041 * b;
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double fx = f(x / kWhiteX), fy = f(y / kWhiteY), fz = f(z / kWhiteZ);
    return {116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)};
}

bool displayable(const Rgb& c) {
    const auto in = [](double v) { return v >= -1e-4 && v <= 1 + 1e-4; };
    return in(c.r) && in(c.g) && in(c.b);
}

// the colour itself, or the most saturated displayable one of its lightness and hue
Lab displayed(Lab c) {
    if (displayable(rgbOf(c))) return c;
    double low = 0, high = 1;
    for (int i = 0; i < 24; ++i) {
        const double s = 0.5 * (low + high);
        (displayable(rgbOf({c.l, s * c.a, s * c.b})) ? low : high) = s;
    }
    return {c.l, low * c.a, low * c.b};
}

QRgb packed(const Lab& c) {
    const Rgb v = rgbOf(c);
    const auto byte = [](double x) { return static_cast<int>(std::lround(255 * std::clamp(x, 0.0, 1.0))); };
    return qRgb(byte(v.r), byte(v.g), byte(v.b));
}

double distance(const Lab& p, const Lab& q) {
    return std::sqrt((p.l - q.l) * (p.l - q.l) + (p.a - q.a) * (p.a - q.a) + (p.b - q.b) * (p.b - q.b));
}

// `path` resampled so that neighbours in the table lie equally far apart
template <typename Path>
ColourTable evenTable(const Path& path) {
    constexpr int kFine = 4096;
    std::vector<Lab> point;
    std::vector<double> length{0};
    for (int i = 0; i <= kFine; ++i) {
        point.push_back(displayed(path(static_cast<double>(i) / kFine)));
        if (i > 0) length.push_back(length.back() + distance(point[point.size() - 2], point.back()));
    }
    ColourTable table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double wanted = length.back() * static_cast<double>(i) / static_cast<double>(table.size() - 1);
        const auto found = std::lower_bound(length.begin(), length.end(), wanted - 1e-9);
        table[i] = packed(point[static_cast<std::size_t>(std::min<std::ptrdiff_t>(found - length.begin(), kFine))]);
    }
    return table;
}

ColourTable reversed(ColourTable table) {
    std::reverse(table.begin(), table.end());
    return table;
}

}  // namespace

ColourTable colourTable(MapColours colours, bool dark) {
    const auto grey = [](double t) { return Lab{10 + 88 * t, 0, 0}; };
    static constexpr double kTurn = 0.8;
    // From deep blue through grey to yellow: along this line only lightness and the blue-yellow balance change,
    // which red-green blindness leaves as they are.
    const auto blueYellow = [](double t) {
        const double yellow = -44 + 114 * std::pow(std::min(t, kTurn), 1.15);
        // past the strongest yellow it fades to nearly white, so that weak cells recede on white paper
        const double b = t <= kTurn ? yellow : yellow + (14 - yellow) * (t - kTurn) / (1 - kTurn);
        return Lab{11 + 86 * t, 9 * (1 - t) * (1 - t) - 5 * std::min(t, kTurn), b};
    };
    // some milliseconds each: computed once
    static const ColourTable greys = evenTable(grey), colour = evenTable(blueYellow);
    const ColourTable& table = colours == MapColours::grey ? greys : colour;
    return dark ? table : reversed(table);
}

ColourTable divergingTable(bool dark) {
    const double middle = dark ? 18 : 96, end = dark ? 74 : 46;
    const auto arm = [&](double t, double a, double b) { return Lab{middle + (end - middle) * t, a * t, b * t}; };
    ColourTable table{};
    const ColourTable below = evenTable([&](double t) { return arm(t, 2, -52); });
    const ColourTable above = evenTable([&](double t) { return arm(t, 32, 58); });
    for (std::size_t i = 0; i < 256; ++i)
        table[i] = i < 128 ? below[255 - 2 * i] : above[std::min<std::size_t>(255, 2 * (i - 128))];
    table[128] = above[0];
    return table;
}

double lightness(QRgb colour) { return labOf(colour).l; }
double colourDistance(QRgb one, QRgb other) { return distance(labOf(one), labOf(other)); }

}  // namespace mica
