// A plot and the quantities of runs that it may show: all of one run, or one of several runs.
#pragma once

#include <QObject>

#include <functional>
#include <vector>

#include "widgets/curve_quantities.h"

class QComboBox;

namespace mica {

class CurvePlot;

class CurvePanel : public QObject {
    Q_OBJECT
public:
    using Quantities = std::function<std::vector<CurveQuantity>(const std::vector<RunGroup>&)>;
    /// The plot gets a chooser of its curves. yLabel: what all of them are; empty: the chosen curve's name.
    CurvePanel(CurvePlot* plot, QString yLabel, Quantities quantities);

    [[nodiscard]] CurvePlot* plot() const { return plot_; }
    /// Draws these runs. One alone: all its curves; several: the chosen curve of each, one pen a run. Of a group of
    /// several runs the mean and the band from the lowest to the highest.
    void show(const std::vector<RunGroup>& groups, CurveAxis axis);
    /// What the same runs have told since.
    void grow();

private:
    struct Line {
        int series = 0;
        std::size_t group = 0, next = 0;  // next: the first entry that is not drawn yet
        CurveQuantity quantity;
    };
    void offer();
    void draw();
    void extend(Line& line);

    CurvePlot* plot_;
    QComboBox* which_;
    QString y_label_;
    Quantities quantities_;
    std::vector<RunGroup> groups_;
    CurveAxis axis_ = CurveAxis::step;
    std::vector<CurveQuantity> offered_;
    std::vector<Line> lines_;
};

}  // namespace mica
