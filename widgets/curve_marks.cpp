#include "widgets/curve_marks.h"

#include <algorithm>
#include <utility>

namespace mica {
namespace {

constexpr double kReach = 4, kSymbol = 5;  // pixels

// One symbol a kind, so that colour is never needed to tell them apart.
QPolygonF symbol(CurveMark::Kind kind, double x, double y) {
    const double s = kSymbol;
    switch (kind) {
        case CurveMark::Kind::change:  // a triangle that points down
            return {{{x - s, y}, {x + s, y}, {x, y + 1.6 * s}}};
        case CurveMark::Kind::rate:  // a step down
            return {{{x - s, y}, {x, y}, {x, y + s}, {x + s, y + s}, {x + s, y + 1.6 * s}, {x - s, y + 1.6 * s}}};
        case CurveMark::Kind::session:  // a diamond
            return {{{x, y}, {x + s, y + s}, {x, y + 2 * s}, {x - s, y + s}}};
        case CurveMark::Kind::end:  // a square
            return {{{x - s, y}, {x + s, y}, {x + s, y + 2 * s}, {x - s, y + 2 * s}}};
        case CurveMark::Kind::warning:  // a triangle that points up
            return {{{x, y}, {x + s, y + 1.7 * s}, {x - s, y + 1.7 * s}}};
    }
    return {};
}

}  // namespace

CurveMarks::CurveMarks(QCustomPlot* plot) : QCPAbstractItem(plot) {}

void CurveMarks::setMarks(std::vector<CurveMark> marks) {
    marks_ = std::move(marks);
    std::stable_sort(marks_.begin(), marks_.end(), [](const auto& a, const auto& b) { return a.x < b.x; });
}

std::vector<const CurveMark*> CurveMarks::near(double pixel) const {
    std::vector<const CurveMark*> found;
    for (const CurveMark& m : marks_)
        if (std::abs(parentPlot()->xAxis->coordToPixel(m.x) - pixel) <= kReach) found.push_back(&m);
    return found;
}

const CurveMark* CurveMarks::next(double x, bool backwards) const {
    if (backwards) {
        const auto at =
            std::lower_bound(marks_.begin(), marks_.end(), x, [](const CurveMark& m, double v) { return m.x < v; });
        return at == marks_.begin() ? nullptr : &*std::prev(at);
    }
    const auto at =
        std::upper_bound(marks_.begin(), marks_.end(), x, [](double v, const CurveMark& m) { return v < m.x; });
    return at == marks_.end() ? nullptr : &*at;
}

void CurveMarks::setColours(const QColor& line, const QColor& warning) {
    line_ = line;
    warning_ = warning;
}

void CurveMarks::draw(QCPPainter* painter) {
    const QRect room = clipRect();
    double drawn = -1e9;
    painter->setAntialiasing(true);
    for (const CurveMark& m : marks_) {
        const double x = parentPlot()->xAxis->coordToPixel(m.x);
        if (x < room.left() - kSymbol || x > room.right() + kSymbol) continue;
        const bool warns = m.kind == CurveMark::Kind::warning;
        if (!warns && x - drawn < 1) continue;  // a slider that was dragged: one line, all of them in its words
        drawn = x;
        const QColor colour = warns ? warning_ : line_;
        QColor thin = colour;
        thin.setAlphaF(0.6F);
        painter->setPen(QPen(thin, 1, warns ? Qt::SolidLine : Qt::DashLine));
        painter->drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()));
        painter->setPen(QPen(colour, 1));
        painter->setBrush(colour);
        painter->drawPolygon(symbol(m.kind, x, room.top() + 1));
    }
}

}  // namespace mica
