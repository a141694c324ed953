// How the curves are drawn: new points into the graphs, ranges, best values, pens.
#include "widgets/curve_plot.h"

#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <limits>

#include "widgets/curve_plot_series.h"
#include "widgets/palette.h"

namespace mica {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kDense = 5000;  // points of a curve from which it is drawn the cheap way
constexpr std::size_t kFew = 24;      // up to which each is marked: one alone is no line, and gaps between are seen

QIcon penIcon(const QPen& pen, qreal ratio) {
    QPixmap pixmap(QSize(26, 10) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen wide = pen;
    wide.setWidthF(2.2);
    painter.setPen(wide);
    painter.drawLine(QPointF(1, 5), QPointF(25, 5));
    return QIcon(pixmap);
}

}  // namespace

void CurvePlot::refill(Series& s) {
    const auto drawable = [this](double y) { return std::isfinite(y) && (!log_y_ || y > 0) ? y : kNaN; };
    for (; s.drawn < s.x.size(); ++s.drawn) {
        const double x = s.x[s.drawn], y = drawable(s.y[s.drawn]);
        s.raw->addData(x, y);
        if (smoothing_ > 0) s.smooth->addData(x, drawable(s.smoother.next(s.y[s.drawn])));
        s.widen(x, y);
    }
}

void CurvePlot::refresh() {
    bool any = false;
    for (int i = 0; i < seriesCount(); ++i) {
        Series& s = *at(i);
        refill(s);
        any = any || !s.x.empty();
        if (const bool dense = s.x.size() > kDense; dense != s.dense) {
            s.dense = dense;
            restyle();
        }
        s.raw->setVisible(s.visible);
        s.raw->setScatterStyle(s.x.size() <= kFew ? QCPScatterStyle(QCPScatterStyle::ssDisc, 5)
                                                  : QCPScatterStyle(QCPScatterStyle::ssNone));
        s.smooth->setVisible(s.visible && smoothing_ > 0);
        const int b = s.mark_best && s.visible ? best(i) : -1;
        s.best_mark->data()->clear();
        s.best_mark->setVisible(b >= 0);
        const auto where = static_cast<std::size_t>(std::max(b, 0));
        const bool shown = b >= 0 && (!log_y_ || s.y[where] > 0);
        s.best_text->setVisible(shown);
        if (!shown) continue;
        s.best_mark->addData(s.x[where], s.y[where]);
        s.best_text->setText(tr("best %1").arg(s.y[where], 0, 'g', 4));
    }
    empty_->setVisible(!any);
    read_out_->setVisible(any);
    legend_->setVisible(seriesCount() > 0);
    if (any && !marks_->pointer->visible()) {
        double last = kNaN;
        for (const auto& s : series_)
            if (s->visible && !s->x.empty() && !(s->x.back() <= last)) last = s->x.back();
        read_out_->setText(std::isnan(last) ? QStringLiteral(" ") : readOut(last));
        read_out_->setToolTip(read_out_->text().trimmed());
    }
    if (whole_) rescale();
    for (const auto& s : series_) {  // the best value's words lie above it, on the side where there is room
        if (s->best_mark->data()->isEmpty()) continue;
        const QCPGraphData& point = *s->best_mark->data()->constBegin();
        const bool right = point.key > plot_->xAxis->range().center();
        s->best_text->setPositionAlignment((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignBottom);
        s->best_text->position->setPixelPosition(
            QPointF(plot_->xAxis->coordToPixel(point.key), plot_->yAxis->coordToPixel(point.value) - 8));
    }
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::rescale() {
    double x0 = kNaN, x1 = kNaN, y0 = kNaN, y1 = kNaN;
    for (const auto& s : series_) {
        if (!s->visible || s->drawn == 0) continue;
        x0 = std::fmin(x0, s->x_low), x1 = std::fmax(x1, s->x_high);
        y0 = std::fmin(y0, s->y_low), y1 = std::fmax(y1, s->y_high);
    }
    if (std::isnan(x0)) x0 = 0, x1 = 1;
    if (x1 <= x0) x0 -= 0.5, x1 = x0 + 1;
    const double xMargin = 0.02 * (x1 - x0);
    plot_->xAxis->setRange(x0 - xMargin, x1 + xMargin);
    if (y_high_ > y_low_ && !log_y_) {
        plot_->yAxis->setRange(y_low_, y_high_);
        return;
    }
    if (std::isnan(y0)) y0 = log_y_ ? 0.1 : 0, y1 = 1;
    if (log_y_) {
        const double margin = std::max(1.05, std::pow(y1 / y0, 0.06));
        plot_->yAxis->setRange(y0 / margin, y1 * margin);
    } else {
        const double spread = y1 > y0 ? y1 - y0 : std::max(1e-6, std::abs(y0) * 0.1);
        plot_->yAxis->setRange(y0 - 0.06 * spread, y1 + 0.12 * spread);
    }
}

void CurvePlot::restyle() {
    const QColor text = palette().color(QPalette::Text), grid = gridColour(palette());
    plot_->setBackground(QBrush(palette().color(QPalette::Base)));
    for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis}) {
        axis->setBasePen(QPen(quietText(palette())));
        axis->setTickPen(QPen(quietText(palette())));
        axis->setSubTickPen(QPen(grid));
        axis->setTickLabelColor(text);
        axis->setLabelColor(text);
        axis->setTickLabelFont(font());
        axis->setLabelFont(font());
        axis->grid()->setPen(QPen(grid, 0, Qt::DotLine));
        axis->grid()->setZeroLinePen(QPen(grid, 1));
    }
    QPalette quiet = empty_->palette();
    quiet.setColor(QPalette::WindowText, quietText(palette()));
    quiet.setColor(QPalette::Window, palette().color(QPalette::Base));
    empty_->setPalette(quiet);
    marks_->pointer->setPen(QPen(accentColour(palette()), 1));
    for (int i = 0; i < seriesCount(); ++i) {
        Series& s = *at(i);
        const QPen pen = seriesPen(i, palette());
        QPen faint = pen;
        QColor pale = pen.color();
        pale.setAlphaF(0.3F);
        faint.setColor(pale);
        faint.setStyle(Qt::SolidLine);
        faint.setWidthF(1);
        QPen thin = pen;  // a dense curve fills its band: dashes cannot be seen in it and cost time
        thin.setStyle(Qt::SolidLine);
        thin.setWidthF(1);
        s.raw->setPen(smoothing_ > 0 ? faint : s.dense ? thin : pen);
        s.raw->setAntialiased(!s.dense);
        s.smooth->setPen(pen);
        s.best_mark->setScatterStyle(
            QCPScatterStyle(QCPScatterStyle::ssStar, QPen(pen.color(), 2), QBrush(pen.color()), 10));
        s.best_text->setColor(text);
        s.best_text->setFont(font());
        s.best_text->setPadding(QMargins(3, 0, 3, 0));
        QColor ground = palette().color(QPalette::Base);
        ground.setAlphaF(0.8F);
        s.best_text->setBrush(ground);
        s.button->setIcon(penIcon(pen, devicePixelRatioF()));
        s.button->setIconSize({26, 10});
    }
}

}  // namespace mica
