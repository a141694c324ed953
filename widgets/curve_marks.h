// Moments on a plot's x axis at which something happened: a thin line, a symbol above it, and words on hover.
#pragma once

#include "widgets/custom_plot.h"

#include <vector>

#include "widgets/curve_plot.h"

namespace mica {

/// Owned by its plot. Thousands of marks cost one pass over those in sight.
class CurveMarks : public QCPAbstractItem {
public:
    explicit CurveMarks(QCustomPlot* plot);
    /// Sorted by x here.
    void setMarks(std::vector<CurveMark> marks);
    [[nodiscard]] const std::vector<CurveMark>& marks() const { return marks_; }
    /// Those whose line is at most 4 pixels from there.
    [[nodiscard]] std::vector<const CurveMark*> near(double pixel) const;
    /// The first one right (or left) of x; null: none.
    [[nodiscard]] const CurveMark* next(double x, bool backwards) const;
    void setColours(const QColor& line, const QColor& warning);
    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

protected:
    void draw(QCPPainter* painter) override;

private:
    std::vector<CurveMark> marks_;
    QColor line_, warning_;
};

}  // namespace mica
