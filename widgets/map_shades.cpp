#include "widgets/map_shades.h"

#include <algorithm>
#include <cmath>

namespace mica {

bool isWhole(const AttentionMap& map) {
    if (map.heads <= 0 || map.rows <= 0 || map.columns <= 0) return false;
    const auto cells = static_cast<std::size_t>(map.rows) * static_cast<std::size_t>(map.columns);
    return map.weight.size() / static_cast<std::size_t>(map.heads) == cells &&
           map.weight.size() % static_cast<std::size_t>(map.heads) == 0 &&
           (map.hidden.empty() || map.hidden.size() == cells);
}

namespace {

std::vector<float> weightsOf(const AttentionMap& map, int head) {
    const auto cells = static_cast<std::size_t>(map.rows) * static_cast<std::size_t>(map.columns);
    const auto from = [&](int h) {
        return map.weight.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(h) * cells);
    };
    if (head >= 0 && head < map.heads) return {from(head), from(head) + static_cast<std::ptrdiff_t>(cells)};
    std::vector<float> mean(cells, 0.0F);
    for (int h = 0; h < map.heads; ++h) {
        const float* w = &*from(h);
        for (std::size_t i = 0; i < cells; ++i) mean[i] += w[i];
    }
    for (float& m : mean) m /= static_cast<float>(map.heads);
    return mean;
}

std::vector<float> largestOf(const std::vector<float>& weight, const AttentionMap& map) {
    const auto rows = static_cast<std::size_t>(map.rows), columns = static_cast<std::size_t>(map.columns);
    std::vector<float> largest(rows, 0.0F);
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t i = r * columns; i < (r + 1) * columns; ++i)
            if (weight[i] > largest[r] && (map.hidden.empty() || map.hidden[i] == 0)) largest[r] = weight[i];
    return largest;
}

}  // namespace

std::vector<float> largestOfRows(const AttentionMap& map, int head) {
    return isWhole(map) ? largestOf(weightsOf(map, head), map) : std::vector<float>{};
}

Shades shadesOf(const AttentionMap& map, const ShadeOptions& options, const std::vector<float>& beside) {
    Shades out;
    if (!isWhole(map)) return out;
    out.rows = map.rows;
    out.columns = map.columns;
    out.weight = weightsOf(map, options.head);
    out.shade.resize(out.weight.size());
    const auto columns = static_cast<std::size_t>(map.columns);
    const auto hidden = [&](std::size_t i) { return !map.hidden.empty() && map.hidden[i] != 0; };

    const auto rows = static_cast<std::size_t>(map.rows);
    std::vector<float> largest = largestOf(out.weight, map);
    if (beside.size() == rows)
        std::transform(largest.begin(), largest.end(), beside.begin(), largest.begin(),
                       [](float a, float b) { return std::max(a, b); });
    else if (!beside.empty() && options.normalisation == MapNormalisation::whole)
        largest.front() = std::max(largest.front(), *std::max_element(beside.begin(), beside.end()));
    if (options.normalisation == MapNormalisation::whole)
        std::fill(largest.begin(), largest.end(), *std::max_element(largest.begin(), largest.end()));

    const bool log = options.scale == MapScale::logarithmic;
    for (std::size_t r = 0; r < rows; ++r) {
        const float top = largest[r];
        for (std::size_t c = 0; c < columns; ++c) {
            const std::size_t i = r * columns + c;
            if (hidden(i)) continue;  // shade 0
            const float share = top > 0 && out.weight[i] > 0 ? std::min(out.weight[i] / top, 1.0F) : 0.0F;
            const float part = !log ? share : share > 0 ? std::max(0.0F, 1 + std::log10(share) / kDecades) : 0.0F;
            out.shade[i] = static_cast<std::uint8_t>(1.5F + 254 * part);
        }
    }
    out.high = options.normalisation == MapNormalisation::row ? 1.0F : largest.front();
    out.low = log ? out.high * std::pow(10.0F, -kDecades) : 0.0F;
    return out;
}

std::vector<std::uint8_t> selectionOf(const std::vector<std::uint8_t>& cells, const AttentionMap& map, int head) {
    const auto size = static_cast<std::size_t>(map.rows) * static_cast<std::size_t>(map.columns);
    if (size == 0 || cells.size() != size * static_cast<std::size_t>(map.heads)) return {};
    std::vector<std::uint8_t> out(size, 0);
    for (int h = 0; h < map.heads; ++h) {
        if (head >= 0 && h != head) continue;
        const std::uint8_t* from = cells.data() + static_cast<std::size_t>(h) * size;
        for (std::size_t i = 0; i < size; ++i) out[i] = out[i] | (from[i] != 0 ? 1 : 0);
    }
    return out;
}

std::vector<StrongSource> strongestSources(const Shades& shades, int row, int k) {
    std::vector<StrongSource> all;
    if (row < 0 || row >= shades.rows || k <= 0) return all;
    for (int c = 0; c < shades.columns; ++c) {
        const auto i =
            static_cast<std::size_t>(row) * static_cast<std::size_t>(shades.columns) + static_cast<std::size_t>(c);
        if (shades.shade[i] != 0) all.push_back({c, shades.weight[i]});
    }
    const auto count = std::min(all.size(), static_cast<std::size_t>(k));
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count), all.end(),
                      [](const StrongSource& a, const StrongSource& b) {
                          const float x = std::abs(a.weight), y = std::abs(b.weight);
                          return x != y ? x > y : a.column < b.column;
                      });
    all.resize(count);
    return all;
}

}  // namespace mica
