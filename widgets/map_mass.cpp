#include "widgets/map_mass.h"

#include <algorithm>
#include <cmath>

namespace mica {

std::vector<std::uint8_t> cellsHoldingMass(const Shades& shades, double share) {
    const auto columns = static_cast<std::size_t>(std::max(shades.columns, 0));
    std::vector<std::uint8_t> kept(shades.weight.size(), 0);
    std::vector<int> order;
    for (int r = 0; r < shades.rows; ++r) {
        const std::size_t first = static_cast<std::size_t>(r) * columns;
        const float* weight = shades.weight.data() + first;
        order.clear();
        double sum = 0;
        for (int c = 0; c < shades.columns; ++c) {
            if (shades.shade[first + static_cast<std::size_t>(c)] == 0 || weight[c] == 0) continue;
            order.push_back(c);
            sum += static_cast<double>(std::abs(weight[c]));
        }
        std::sort(order.begin(), order.end(), [weight](int a, int b) {
            const float x = std::abs(weight[a]), y = std::abs(weight[b]);
            return x != y ? x > y : a < b;
        });
        // the rounding of float weights must not ask for one cell more than the share needs
        const double wanted = sum * (std::min(share, 1.0) - 1e-6);
        double held = 0;
        for (const int c : order) {
            if (share < 1 && held >= wanted) break;
            held += static_cast<double>(std::abs(weight[c]));
            kept[first + static_cast<std::size_t>(c)] = 1;
        }
    }
    return kept;
}

}  // namespace mica
