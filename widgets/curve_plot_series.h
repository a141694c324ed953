// One curve's points and what is drawn of them. Private to the curve plot.
#pragma once

#include "widgets/custom_plot.h"

#include <algorithm>
#include <cmath>

#include "widgets/curve_plot.h"

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
    std::vector<double> x, y;
    std::size_t drawn = 0;  // points already in the graphs
    Smoother smoother;
    double x_low = NAN, x_high = NAN, y_low = NAN, y_high = NAN;  // of what can be drawn
    bool dense = false, visible = true, mark_best = false, higher_is_better = false;
    QCPGraph* raw = nullptr;
    QCPGraph* smooth = nullptr;
    QCPGraph* best_mark = nullptr;
    QCPItemText* best_text = nullptr;
    QToolButton* button = nullptr;

    void restart(double smoothing) {
        drawn = 0;
        smoother = Smoother(smoothing);
        x_low = x_high = y_low = y_high = NAN;
        raw->data()->clear();
        smooth->data()->clear();
    }
    void widen(double at, double value) {
        if (std::isnan(value)) return;
        x_low = std::fmin(x_low, at), x_high = std::fmax(x_high, at);
        y_low = std::fmin(y_low, value), y_high = std::fmax(y_high, value);
    }
    [[nodiscard]] std::size_t nearest(double at) const {
        const auto above = std::lower_bound(x.begin(), x.end(), at);
        if (above == x.begin()) return 0;
        if (above == x.end()) return x.size() - 1;
        const auto i = static_cast<std::size_t>(above - x.begin());
        return at - x[i - 1] <= x[i] - at ? i - 1 : i;
    }
};

struct CurvePlot::Marks {
    QCPItemStraightLine* pointer = nullptr;
};

}  // namespace mica
