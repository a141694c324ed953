// The curves of a run as it trains, and of others beside it: losses, metrics, A-distance, attention's health, gradients,
// learning rate, on one x axis; what happened meanwhile as marks; a warning where attention has stopped to mean anything.
#pragma once

#include <QString>
#include <QWidget>

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "widgets/curve_plot.h"
#include "widgets/metric_names.h"
#include "widgets/run_curves.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QSlider;
class QToolButton;

namespace mica {

class CurvePanel;

class TrainingCurves : public QWidget {
    Q_OBJECT
public:
    explicit TrainingCurves(QWidget* parent = nullptr);

    /// The run in front: empty, or with a past. Those beside it stay.
    void clear();
    void setRun(std::shared_ptr<RunCurves> run);
    [[nodiscard]] const RunCurves& run() const { return *run_; }
    void setRunName(const QString& name);
    /// What the run in front tells, in order; several steps at once cost little more than one.
    void addStep(const StepReport& report) { addSteps({report}); }
    void addSteps(const std::vector<StepReport>& reports);
    void addEpoch(const EpochReport& report);
    void addEvent(const RunEvent& event);
    /// Runs beside it. A group of several is drawn as its mean and the band around it.
    void setCompared(std::vector<RunGroup> groups);
    [[nodiscard]] const std::vector<RunGroup>& compared() const { return compared_; }
    /// The runs beside it have told more.
    void grow();

    void setAxis(CurveAxis axis);
    /// A control for all panels, in the row above them; owned.
    void addControl(QWidget* control);

    [[nodiscard]] CurvePlot* loss() const { return plots_[0]; }
    [[nodiscard]] CurvePlot* metrics() const { return plots_[1]; }
    [[nodiscard]] CurvePlot* aDistance() const { return plots_[2]; }
    [[nodiscard]] CurvePlot* health() const { return plots_[3]; }
    [[nodiscard]] CurvePlot* gradients() const { return plots_[4]; }
    [[nodiscard]] CurvePlot* learningRate() const { return plots_[5]; }
    /// What is said of attention that has stopped to mean anything; empty: nothing.
    [[nodiscard]] QString alarm() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void buildControls();
    void buildChoices();
    void link(CurvePlot* plot);
    [[nodiscard]] CurveAxis axis() const;
    [[nodiscard]] std::vector<RunGroup> groups() const;
    void showAll();
    void showPanel(std::size_t panel);
    void offerMetrics();
    void offerLayers();
    void showMarks();
    void showExtent();
    void showAlarm();
    void arrange();
    void giveRoom();

    std::shared_ptr<RunCurves> run_ = std::make_shared<RunCurves>();
    std::vector<RunGroup> compared_;
    std::array<CurvePlot*, 6> plots_{};
    std::array<CurvePanel*, 6> panels_{};
    QComboBox *axis_ = nullptr, *weights_ = nullptr, *metric_ = nullptr, *layer_ = nullptr, *quantity_ = nullptr;
    QSlider* smoothing_ = nullptr;
    QToolButton* log_x_ = nullptr;
    QWidget *controls_ = nullptr, *page_ = nullptr;
    QLabel* alarm_ = nullptr;
    QGridLayout* grid_ = nullptr;
    int columns_ = 0;
};

/// How an event of a run is drawn, x left open: "Step 120: alpha 0.5 from here on". Nothing: it is not drawn.
[[nodiscard]] std::optional<CurveMark> markOf(const RunEvent& event);

}  // namespace mica
