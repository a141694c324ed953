// QCustomPlot in the window's colours and font.
#pragma once

#include "widgets/custom_plot.h"

namespace mica {

/// Axes, grid and ground as the palette says.
void dressPlot(QCustomPlot* plot, const QPalette& palette, const QFont& font);

/// For small plots: no lesser ticks, no line at zero, numbers as they are written.
void plainAxes(QCustomPlot* plot);

}  // namespace mica
