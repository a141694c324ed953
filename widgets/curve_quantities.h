// What of a run can be drawn as a curve: losses, metrics, A-distance, health of attention, gradients, learning rate.
#pragma once

#include <QString>

#include <cstddef>
#include <functional>
#include <vector>

#include "widgets/run_curves.h"

namespace mica {

/// One curve. `value` is asked for 0 .. count - 1, in the order of x; an x of NaN: not known yet, nor any later one.
struct CurveQuantity {
    QString name, tip;
    std::function<std::size_t(const RunCurves&)> count;
    std::function<double(const RunCurves&, std::size_t, CurveAxis)> x;
    std::function<double(const RunCurves&, std::size_t)> value;
    bool sparse = false;                          // values that are NaN were not measured and are left out
    bool best = false, higher_is_better = false;  // best: its best value is marked
    bool alone = false;                           // a summary of the others: only drawn where it is asked for
};

/// What stands for a panel where several runs share it: the first one that is `alone`, else the first.
[[nodiscard]] std::size_t summary_of(const std::vector<CurveQuantity>& quantities);

/// As they add up to the objective: total, L_p, alpha L_m, beta L_e, total on validation.
[[nodiscard]] std::vector<CurveQuantity> weighted_losses();
/// Each apart, on training batches and on validation.
[[nodiscard]] std::vector<CurveQuantity> plain_losses();
/// key: of a metric; empty: the score. Validation, training and test, as far as one of the runs has them.
[[nodiscard]] std::vector<CurveQuantity> metric_curves(const std::string& key, bool higher,
                                                       const std::vector<RunGroup>& groups);

/// Which layers a curve is of: their mean with a curve for every pair, every layer with the mean of all pairs, or one.
constexpr int kMeanOfLayers = -1, kEachLayer = -2;
[[nodiscard]] std::vector<CurveQuantity> a_distance_curves(int layer, const std::vector<RunGroup>& groups);
enum class Health { entropy, queries, keys, selected, gamma };
[[nodiscard]] std::vector<CurveQuantity> health_curves(Health what, int layer, const std::vector<RunGroup>& groups);
/// Layers of which the runs tell anything.
[[nodiscard]] int layers_in(const std::vector<RunGroup>& groups);

[[nodiscard]] std::vector<CurveQuantity> gradient_curves(const std::vector<RunGroup>& groups);
[[nodiscard]] std::vector<CurveQuantity> rate_curves();

}  // namespace mica
