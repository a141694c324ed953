// One curve's points and what is drawn of them. Private to the curve plot.
#pragma once

#include "widgets/custom_plot.h"

#include <algorithm>
#include <cmath>

#include "widgets/curve_plot.h"
#include "widgets/min_max_pyramid.h"

namespace mica {

/// The moving average behind smoothed(), a value at a time.
class Smoother {
public:
    explicit Smoother(double factor = 0) : factor_(factor) {}
    double next(double value) {
        if (!std::isfinite(value) || factor_ <= 0) return value;
        sum_ = factor_ * sum_ + (1 - factor_) * value;
        weight_ = factor_ * weight_ + (1 - factor_);  // less than 1 at the start, where sum_ misses a past
        return sum_ / weight_;
    }

private:
    double factor_, sum_ = 0, weight_ = 0;
};

struct CurvePlot::Series {
    QString name;
    int style = 0;
    std::vector<double> x, y;
    std::vector<double> low, high;  // of the band around the curve, one of each a point; empty: no band
    MinMaxPyramid raw_values;       // of y, as far as it can be drawn
    MinMaxPyramid smooth_values;    // of the moving average, where there is one
    MinMaxPyramid low_values, high_values;
    Smoother smoother;
    double x_low = NAN, x_high = NAN, positive_x = NAN;  // of what can be drawn; positive_x: the lowest above 0
    LowHigh y_range;
    bool dense = false, visible = true, mark_best = false, higher_is_better = false;
    std::ptrdiff_t best = -1;
    QCPGraph* raw = nullptr;
    QCPGraph* smooth = nullptr;
    QCPGraph* best_mark = nullptr;
    QCPGraph* band_low = nullptr;  // both without a line; the space between them is filled
    QCPGraph* band_high = nullptr;
    QCPItemText* best_text = nullptr;
    QToolButton* button = nullptr;

    void restart(double smoothing) {
        smoother = Smoother(smoothing);
        x_low = x_high = positive_x = NAN;
        y_range = {};
        for (MinMaxPyramid* p : {&raw_values, &smooth_values, &low_values, &high_values}) p->clear();
        best = -1;
    }
    /// What came since the last time, ready to be drawn.
    void take(bool log_y, double smoothing) {
        const auto drawable = [log_y](double v) { return std::isfinite(v) && (!log_y || v > 0) ? v : NAN; };
        for (std::size_t i = raw_values.size(); i < x.size(); ++i) {
            raw_values.add(drawable(y[i]));
            if (smoothing > 0) smooth_values.add(drawable(smoother.next(y[i])));
            LowHigh drawn;
            drawn.add(raw_values.at(i));
            if (i < low.size()) {
                low_values.add(drawable(low[i]));
                high_values.add(drawable(high[i]));
                drawn.add({low_values.at(i), high_values.at(i)});
            }
            judge(i);
            if (std::isnan(drawn.low)) continue;
            x_low = std::fmin(x_low, x[i]), x_high = std::fmax(x_high, x[i]);
            if (x[i] > 0) positive_x = std::fmin(positive_x, x[i]);
            y_range.add(drawn);
        }
    }
    [[nodiscard]] std::size_t nearest(double at) const {
        const auto above = std::lower_bound(x.begin(), x.end(), at);
        if (above == x.begin()) return 0;
        if (above == x.end()) return x.size() - 1;
        const auto i = static_cast<std::size_t>(above - x.begin());
        return at - x[i - 1] <= x[i] - at ? i - 1 : i;
    }

private:
    void judge(std::size_t i) {
        if (!std::isfinite(y[i])) return;
        const double so_far = best < 0 ? y[i] : y[static_cast<std::size_t>(best)];
        if (best < 0 || (higher_is_better ? y[i] > so_far : y[i] < so_far)) best = static_cast<std::ptrdiff_t>(i);
    }
};

}  // namespace mica
