// The lowest and highest of any stretch of a long series, without looking at each of its values.
#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

namespace mica {

/// NaN where the stretch holds nothing but NaN.
struct LowHigh {
    double low = NAN, high = NAN;
    void add(double value) { add({value, value}); }
    void add(const LowHigh& other) {  // fmin and fmax pass over NaN
        low = std::fmin(low, other.low);
        high = std::fmax(high, other.high);
    }
};

/// Level 0 holds the values; every level above holds the lowest and highest of kFan of those below. Adding a value
/// costs a step per level that it completes (about 1/kFan), a question at most 2 kFan per level.
class MinMaxPyramid {
public:
    static constexpr std::size_t kFan = 16;

    void add(double value);
    void clear();
    [[nodiscard]] std::size_t size() const { return values_.size(); }
    [[nodiscard]] double at(std::size_t i) const { return values_[i]; }
    /// Of the values [first, last).
    [[nodiscard]] LowHigh over(std::size_t first, std::size_t last) const;

private:
    std::vector<double> values_;
    std::vector<std::vector<LowHigh>> levels_;  // complete blocks only
};

/// A point of a reduced curve.
struct CurvePoint {
    double x = 0, y = 0;
};

/// What a curve over ascending x must be drawn with so that no pixel column misses its lowest or highest value: where a
/// column has more than four points, its first, lowest, highest and last. edges: the columns' borders on x, ascending,
/// one more than there are columns. Two points beyond either end are kept, so that lines run out of the picture.
[[nodiscard]] std::vector<CurvePoint> reduced(const std::vector<double>& x, const MinMaxPyramid& y,
                                              const std::vector<double>& edges);

}  // namespace mica
