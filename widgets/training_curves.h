// The curves of a run as it trains: loss parts, validation metrics, A-distance per pair, health of attention.
#pragma once

#include <QWidget>

#include <vector>

#include "core/reports/reports.h"

class QComboBox;

namespace mica {

class CurvePlot;

class TrainingCurves : public QWidget {
    Q_OBJECT
public:
    explicit TrainingCurves(QWidget* parent = nullptr);

    /// Empty again, for a new run.
    void clear();
    /// Loss panel, x = step: total, L_p, alpha * L_m, beta * L_e.
    void addStep(const StepReport& report);
    /// Metrics, A-distance and health panels, x = epoch.
    void addEpoch(const EpochReport& report);

    [[nodiscard]] CurvePlot* loss() const { return loss_; }
    [[nodiscard]] CurvePlot* metrics() const { return metrics_; }
    [[nodiscard]] CurvePlot* aDistance() const { return a_distance_; }
    [[nodiscard]] CurvePlot* health() const { return health_; }

private:
    void showMetric();
    void showHealth();

    CurvePlot* loss_;
    CurvePlot* metrics_;
    CurvePlot* a_distance_;
    CurvePlot* health_;
    QComboBox* metric_;
    QComboBox* quantity_;
    std::vector<EpochReport> epochs_;
};

/// What a metric key stands for, its formula and convention: for tooltips.
[[nodiscard]] QString metricTitle(const std::string& key);
[[nodiscard]] QString metricTip(const std::string& key, bool higherIsBetter);

}  // namespace mica
