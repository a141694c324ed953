// What a curve plot draws besides its curves. Private to the curve plot.
#pragma once

#include "widgets/curve_marks.h"
#include "widgets/curve_plot.h"
#include "widgets/custom_plot.h"

namespace mica {

struct CurvePlot::Parts {
    QCPItemStraightLine* pointer = nullptr;
    CurveMarks* marks = nullptr;
};

}  // namespace mica
