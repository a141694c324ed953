#include "widgets/plot_look.h"

#include "widgets/palette.h"

namespace mica {

void dressPlot(QCustomPlot* plot, const QPalette& palette, const QFont& font) {
    const QColor text = palette.color(QPalette::Text), grid = gridColour(palette);
    plot->setBackground(QBrush(palette.color(QPalette::Base)));
    for (QCPAxis* axis : {plot->xAxis, plot->yAxis}) {
        axis->setBasePen(QPen(quietText(palette)));
        axis->setTickPen(QPen(quietText(palette)));
        axis->setTickLabelColor(text);
        axis->setLabelColor(text);
        axis->setTickLabelFont(font);
        axis->setLabelFont(font);
        axis->grid()->setPen(QPen(grid, 0, Qt::DotLine));
    }
}

void plainAxes(QCustomPlot* plot) {
    for (QCPAxis* axis : {plot->xAxis, plot->yAxis}) {
        axis->setSubTicks(false);
        axis->setNumberFormat(QStringLiteral("g"));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
}

}  // namespace mica
