#include "widgets/spectrogram_image.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace mica {
namespace {

double mel(double hertz) { return 2595 * std::log10(1 + hertz / 700); }
double hertzOfMel(double mel) { return 700 * (std::pow(10, mel / 2595) - 1); }

// The bins of one row of pixels: all from first to last, or a place between two of them.
struct Row {
    std::size_t first = 0, last = 0;
    float part = 0;  // between first and first + 1
    bool between = false;
};

std::vector<Row> rowsOf(const Spectrogram& s, const SpectrogramLook& look, int height) {
    std::vector<Row> rows(static_cast<std::size_t>(height));
    const double top = static_cast<double>(s.bins - 1);
    const auto binAt = [&](int y) {
        return std::clamp(hertzOfPart(look.scale, 1 - static_cast<double>(y) / height, s.highest_hz()) / s.bin_hz, 0.0,
                          top);
    };
    for (int y = 0; y < height; ++y) {
        Row& row = rows[static_cast<std::size_t>(y)];
        const double low = binAt(y + 1), high = binAt(y);
        if (std::ceil(low) <= std::floor(high)) {
            row.first = static_cast<std::size_t>(std::ceil(low));
            row.last = static_cast<std::size_t>(std::floor(high));
        } else {
            const double middle = 0.5 * (low + high);
            row.first = std::min(static_cast<std::size_t>(middle), s.bins - 1);
            row.last = std::min(row.first + 1, s.bins - 1);
            row.part = static_cast<float>(middle - static_cast<double>(row.first));
            row.between = true;
        }
    }
    return rows;
}

}  // namespace

double hertzOfPart(FrequencyScale scale, double part, double highest) {
    if (scale == FrequencyScale::linear) return part * highest;
    if (scale == FrequencyScale::mel) return hertzOfMel(part * mel(highest));
    return highest > kLowestHertz ? kLowestHertz * std::pow(highest / kLowestHertz, part) : part * highest;
}

double partOfHertz(FrequencyScale scale, double hertz, double highest) {
    if (!(highest > 0)) return 0;
    if (scale == FrequencyScale::linear) return hertz / highest;
    if (scale == FrequencyScale::mel) return mel(hertz) / mel(highest);
    return highest > kLowestHertz ? std::log(std::max(hertz, 1e-9) / kLowestHertz) / std::log(highest / kLowestHertz)
                                  : hertz / highest;
}

std::vector<double> frequencyTicks(FrequencyScale scale, double highest, double gap) {
    // the ones a reader of speech looks for first, then what fits between them
    constexpr std::array<double, 11> order{1000, 5000, 200, 10000, 2000, 500, 100, 20000, 3000, 8000, 4000};
    std::vector<double> chosen;
    for (const double f : order) {
        const double part = partOfHertz(scale, f, highest);
        if (part < gap / 2 || part > 1 - gap / 2) continue;
        if (std::all_of(chosen.begin(), chosen.end(),
                        [&](double other) { return std::abs(partOfHertz(scale, other, highest) - part) >= gap; }))
            chosen.push_back(f);
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

QImage spectrogramImage(const Spectrogram& s, const Interval& visible, const QSize& pixels, const SpectrogramLook& look,
                        const ColourTable& table) {
    QImage image(pixels, QImage::Format_RGB32);
    image.fill(table.front());
    if (s.empty() || s.bins < 2 || pixels.isEmpty() || visible.duration() <= 0 || s.hop <= 0) return image;
    const std::vector<Row> rows = rowsOf(s, look, pixels.height());
    const double bottom = s.loudest - 2 * look.range_db;  // in levels
    std::array<QRgb, 256> colour{};
    for (std::size_t v = 0; v < colour.size(); ++v)
        colour[v] = table[static_cast<std::size_t>(
            std::clamp(255 * (static_cast<double>(v) - bottom) / (2 * look.range_db), 0.0, 255.0))];

    const double perPixel = visible.duration() / pixels.width() / s.hop;  // finest columns
    std::size_t level = 0;
    double width = 1;  // finest columns in one of the level
    while (level + 1 < s.levels.size() && perPixel / width > 2) ++level, width *= 2;
    const Spectrogram::Level& columns = s.levels[level];
    std::vector<std::uint8_t> pooled(s.bins);
    for (int x = 0; x < pixels.width(); ++x) {
        // a column stands for half a hop on either side of its moment
        const double begin = visible.begin / s.hop + 0.5 + x * perPixel;
        const double first = std::floor(begin / width),
                     last = std::max(first, std::ceil((begin + perPixel) / width) - 1);
        if (first < 0 || first >= static_cast<double>(columns.columns)) continue;
        const auto from = static_cast<std::size_t>(first);
        const auto to = std::min(static_cast<std::size_t>(last), columns.columns - 1);
        const std::uint8_t* values = columns.values.data() + from * s.bins;
        if (to > from) {
            std::copy_n(values, s.bins, pooled.begin());
            for (std::size_t c = from + 1; c <= to; ++c) {
                const std::uint8_t* other = columns.values.data() + c * s.bins;
                for (std::size_t b = 0; b < s.bins; ++b) pooled[b] = std::max(pooled[b], other[b]);
            }
            values = pooled.data();
        }
        for (int y = 0; y < pixels.height(); ++y) {
            const Row& row = rows[static_cast<std::size_t>(y)];
            std::uint8_t value = values[row.first];
            if (row.between) {
                const auto low = static_cast<float>(value), high = static_cast<float>(values[row.last]);
                value = static_cast<std::uint8_t>(low + row.part * (high - low) + 0.5F);
            } else {
                for (std::size_t b = row.first + 1; b <= row.last; ++b) value = std::max(value, values[b]);
            }
            reinterpret_cast<QRgb*>(image.scanLine(y))[x] = colour[value];
        }
    }
    return image;
}

double decibelsAt(const Spectrogram& s, double seconds, double hertz) {
    if (s.empty() || s.hop <= 0 || s.bin_hz <= 0) return -120;
    const double column = std::round(seconds / s.hop), bin = std::round(hertz / s.bin_hz);
    if (column < 0 || bin < 0 || column >= static_cast<double>(s.levels.front().columns) ||
        bin >= static_cast<double>(s.bins))
        return -120;
    return decibels(s.levels.front().values[static_cast<std::size_t>(column) * s.bins + static_cast<std::size_t>(bin)]);
}

}  // namespace mica
