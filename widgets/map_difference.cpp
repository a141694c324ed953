#include "widgets/map_difference.h"

#include <algorithm>
#include <cmath>

namespace mica {

Shades differenceOf(const AttentionMap& first, const AttentionMap& second, const ShadeOptions& options) {
    Shades out = shadesOf(first, options);
    const Shades other = shadesOf(second, options);
    if (out.rows != other.rows || out.columns != other.columns || out.rows == 0) return {};
    const auto rows = static_cast<std::size_t>(out.rows), columns = static_cast<std::size_t>(out.columns);
    std::vector<float> largest(rows, 0.0F);
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t i = r * columns; i < (r + 1) * columns; ++i) {
            if (other.shade[i] == 0) out.shade[i] = 0;
            out.weight[i] -= other.weight[i];
            if (out.shade[i] != 0) largest[r] = std::max(largest[r], std::abs(out.weight[i]));
        }
    if (options.normalisation == MapNormalisation::whole)
        std::fill(largest.begin(), largest.end(), *std::max_element(largest.begin(), largest.end()));
    const bool log = options.scale == MapScale::logarithmic;
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t i = r * columns; i < (r + 1) * columns; ++i) {
            if (out.shade[i] == 0) continue;
            const float share = largest[r] > 0 ? std::min(std::abs(out.weight[i]) / largest[r], 1.0F) : 0.0F;
            const float part = !log ? share : share > 0 ? std::max(0.0F, 1 + std::log10(share) / kDecades) : 0.0F;
            const int size = static_cast<int>(0.5F + 126 * part);
            out.shade[i] = static_cast<std::uint8_t>(1 + 2 * size + (out.weight[i] < 0 ? 1 : 0));
        }
    out.high = options.normalisation == MapNormalisation::row ? 1.0F : largest.front();
    out.low = -out.high;
    return out;
}

}  // namespace mica
