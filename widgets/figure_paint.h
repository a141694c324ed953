// Paints a figure on anything: the window, a picture, a page.
#pragma once

#include <QFont>
#include <QPainter>
#include <QPalette>

#include "widgets/attention_figure.h"

namespace mica {

struct FigureStyle {
    QFont font;
    QPalette palette;
    bool captions = true;
};

/// Words above, sources below, lines between them: width, opacity and a number at the lit ones say the weight. Sizes
/// follow the font; `area` in the painter's own units.
void paintFigure(QPainter& painter, const QRectF& area, const AttentionFigure& figure, const FigureStyle& style);
/// Several under each other, sharing `area` evenly.
void paintFigures(QPainter& painter, const QRectF& area, const std::vector<AttentionFigure>& figures,
                  const FigureStyle& style);
/// Where the i-th source lies (for pointing); the i-th target.
[[nodiscard]] QRectF figureSourceBox(const QRectF& area, const AttentionFigure& figure, const FigureStyle& style,
                                     int i);
[[nodiscard]] QRectF figureTargetBox(const QRectF& area, const AttentionFigure& figure, const FigureStyle& style,
                                     int i);

}  // namespace mica
