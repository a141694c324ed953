// The curves of a run as it trains: loss parts, validation metrics, A-distance per pair, health of attention.
#pragma once

#include <QWidget>

#include <vector>

#include "core/reports/reports.h"
#include "widgets/metric_names.h"

class QComboBox;
class QGridLayout;

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
    /// Metrics, A-distance and health panels, x = epoch; the validation loss joins the loss panel.
    void addEpoch(const EpochReport& report);

    [[nodiscard]] CurvePlot* loss() const { return loss_; }
    [[nodiscard]] CurvePlot* metrics() const { return metrics_; }
    [[nodiscard]] CurvePlot* aDistance() const { return a_distance_; }
    [[nodiscard]] CurvePlot* health() const { return health_; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showMetric();
    void showPairs();
    void showADistance(const EpochReport& report);
    void showHealth(const EpochReport& report);
    void arrange();
    void offerLayers(const EpochReport& report);

    CurvePlot* loss_;
    CurvePlot* metrics_;
    CurvePlot* a_distance_;
    CurvePlot* health_;
    QComboBox* metric_;
    QComboBox* layer_;
    QComboBox* quantity_;
    QWidget* page_;
    QGridLayout* grid_;
    int columns_ = 0;
    double last_step_ = 0;
    std::vector<EpochReport> epochs_;
};

}  // namespace mica
