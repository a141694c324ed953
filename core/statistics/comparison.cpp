#include "core/statistics/comparison.h"

#include <cmath>

namespace mica {

PairCell pair_cell(Verdict a, Verdict b) {
    if (a == Verdict::uncounted || b == Verdict::uncounted) return PairCell::uncounted;
    if (a == Verdict::right) return b == Verdict::right ? PairCell::both : PairCell::only_a;
    return b == Verdict::right ? PairCell::only_b : PairCell::none;
}

Comparison compare_outcomes(const std::vector<Outcome>& a, const std::vector<Outcome>& b, Measure measure,
                            std::optional<Split> split, const PairedWish& wish, const std::stop_token& stop) {
    Comparison c;
    c.measure = measure;
    c.split = split;
    std::vector<std::uint8_t> right_a, right_b;
    std::vector<double> error_a, error_b;
    const auto inside = [&](const Outcome& o) { return !split || o.split == *split; };
    for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
        if (j >= b.size() || (i < a.size() && a[i].clip < b[j].clip)) {
            c.unpaired += inside(a[i++]);
            continue;
        }
        if (i >= a.size() || b[j].clip < a[i].clip) {
            c.unpaired += inside(b[j++]);
            continue;
        }
        const Outcome &x = a[i++], &y = b[j++];
        if (!inside(x)) continue;
        if (!std::isfinite(x.error) || !std::isfinite(y.error)) {
            ++c.unlabelled;
            continue;
        }
        error_a.push_back(std::abs(x.error));
        error_b.push_back(std::abs(y.error));
        const PairCell cell = pair_cell(verdict(x, measure), verdict(y, measure));
        if (cell == PairCell::uncounted) {
            ++c.uncounted;
            continue;
        }
        right_a.push_back(cell == PairCell::both || cell == PairCell::only_a);
        right_b.push_back(cell == PairCell::both || cell == PairCell::only_b);
    }
    c.right = compare_right(right_a, right_b, wish, stop);
    c.error = compare_errors(error_a, error_b, wish, stop);
    return c;
}

}  // namespace mica
