// How the curves are drawn: new points into the graphs, ranges, best values, pens.
#include "widgets/curve_plot.h"

#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <limits>

#include "widgets/curve_plot_parts.h"
#include "widgets/curve_plot_series.h"
#include "widgets/palette.h"
#include "widgets/plot_look.h"

namespace mica {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kFew = 24;  // points up to which each is marked: one alone is no line, and gaps are seen

QSharedPointer<QCPGraphDataContainer> container(const std::vector<CurvePoint>& points) {
    QVector<QCPGraphData> data;
    data.reserve(static_cast<qsizetype>(points.size()));
    for (const CurvePoint& p : points) data.push_back({p.x, p.y});
    auto all = QSharedPointer<QCPGraphDataContainer>::create();
    all->set(data, true);
    return all;
}

// The borders of the pixel columns of an axis, and of one more on either side.
std::vector<double> columns(const QCPAxis* axis) {
    const int left = axis->axisRect()->left(), right = axis->axisRect()->right();
    std::vector<double> edges;
    edges.reserve(static_cast<std::size_t>(std::max(0, right - left + 4)));
    for (int pixel = left - 1; pixel <= right + 2; ++pixel) edges.push_back(axis->pixelToCoord(pixel));
    return edges;
}

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

void CurvePlot::refresh() {
    if (isVisible() && visibleRegion().isEmpty()) {  // scrolled away: painted when it comes into sight
        stale_ = true;
        return;
    }
    stale_ = false;
    bool any = false;
    for (const auto& s : series_) {
        s->take(log_y_, smoothing_);
        any = any || !s->x.empty();
        const bool best = s->mark_best && s->visible && s->best >= 0 &&
                          !std::isnan(s->raw_values.at(static_cast<std::size_t>(s->best)));
        s->best_mark->data()->clear();
        s->best_mark->setVisible(best);
        s->best_text->setVisible(best);
        if (!best) continue;
        const auto where = static_cast<std::size_t>(s->best);
        s->best_mark->addData(s->x[where], s->y[where]);
        s->best_text->setText(tr("best %1").arg(s->y[where], 0, 'g', 4));
    }
    empty_->setVisible(!any);
    read_out_->setVisible(any);
    legend_->setVisible(seriesCount() > 0);
    if (any && std::isnan(pointed_)) {
        double last = kNaN;
        for (const auto& s : series_)
            if (s->visible && !s->x.empty() && !(s->x.back() <= last)) last = s->x.back();
        read_out_->setText(std::isnan(last) ? QStringLiteral(" ") : readOut(last));
        read_out_->setToolTip(read_out_->text().trimmed());
    }
    if (whole_) rescale();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

// Each time the plot is about to be drawn: of every curve what its pixel columns hold, and no more.
void CurvePlot::drawVisible() {
    const std::vector<double> edges = columns(plot_->xAxis);
    std::vector<double> wide;  // a moving average has no spikes: eight pixels of it at a time are enough
    for (std::size_t i = 0; i < edges.size(); i += 8) wide.push_back(edges[i]);
    if (wide.back() < edges.back()) wide.push_back(edges.back());
    for (const auto& s : series_) {
        for (QCPGraph* graph : {s->raw, s->band_low, s->band_high}) graph->setVisible(s->visible);
        s->smooth->setVisible(s->visible && smoothing_ > 0);
        if (!s->visible) continue;
        s->take(log_y_, smoothing_);
        const std::vector<CurvePoint> points = reduced(s->x, s->raw_values, edges);
        s->raw->setData(container(points));
        const bool dense = points.size() > edges.size() / 2;
        s->smooth->setData(container(reduced(s->x, s->smooth_values, dense ? wide : edges)));
        s->band_low->setData(container(reduced(s->x, s->low_values, edges)));
        s->band_high->setData(container(reduced(s->x, s->high_values, edges)));
        if (dense != s->dense) {
            s->dense = dense;
            restyle(*s);
        }
        s->raw->setScatterStyle(s->x.size() <= kFew ? QCPScatterStyle(QCPScatterStyle::ssDisc, 5)
                                                    : QCPScatterStyle(QCPScatterStyle::ssNone));
        drawBest(*s);
    }
}

// The best value's words lie above it, on the side where there is room.
void CurvePlot::drawBest(Series& s) {
    if (s.best_mark->data()->isEmpty()) return;
    const QCPGraphData& point = *s.best_mark->data()->constBegin();
    const double x = plot_->xAxis->coordToPixel(point.key);
    s.best_text->setVisible(plot_->xAxis->range().contains(point.key));
    const bool right = x > plot_->xAxis->axisRect()->center().x();
    s.best_text->setPositionAlignment((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignBottom);
    s.best_text->position->setPixelPosition(QPointF(x, plot_->yAxis->coordToPixel(point.value) - 8));
}

std::vector<std::pair<double, double>> CurvePlot::drawn(int series) const {
    std::vector<std::pair<double, double>> all;
    if (const Series* s = at(series); s && s->visible)
        for (const QCPGraphData& point : *s->raw->data()) all.emplace_back(point.key, point.value);
    return all;
}

void CurvePlot::rescale() {
    double x0 = kNaN, x1 = kNaN, y0 = kNaN, y1 = kNaN;
    for (const auto& s : series_) {
        if (!s->visible || s->x.empty()) continue;
        x0 = std::fmin(x0, log_x_ ? s->positive_x : s->x_low), x1 = std::fmax(x1, s->x_high);
        y0 = std::fmin(y0, s->y_range.low), y1 = std::fmax(y1, s->y_range.high);
    }
    if (x_from_ <= x_to_ && !std::isnan(x0)) {
        if (!log_x_ || x_from_ > 0) x0 = std::fmin(x0, x_from_);
        x1 = std::fmax(x1, x_to_);
    }
    if (log_x_) {
        if (std::isnan(x0)) x0 = 1, x1 = 10;
        const double margin = std::max(1.05, std::pow(x1 / x0, 0.02));
        plot_->xAxis->setRange(x0 / margin, x1 * margin);
    } else {
        if (std::isnan(x0)) x0 = 0, x1 = 1;
        if (x1 <= x0) x0 -= 0.5, x1 = x0 + 1;
        const double margin = 0.02 * (x1 - x0);
        plot_->xAxis->setRange(x0 - margin, x1 + margin);
    }
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
    dressPlot(plot_, palette(), font());
    const QColor grid = gridColour(palette());
    for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis}) {
        axis->setSubTickPen(QPen(grid));
        axis->grid()->setZeroLinePen(QPen(grid, 1));
    }
    QPalette quiet = empty_->palette();
    quiet.setColor(QPalette::WindowText, quietText(palette()));
    quiet.setColor(QPalette::Window, palette().color(QPalette::Base));
    empty_->setPalette(quiet);
    parts_->pointer->setPen(QPen(accentColour(palette()), 1));
    parts_->marks->setColours(quietText(palette()), warningColour(palette()));
    for (const auto& s : series_) restyle(*s);
}

void CurvePlot::restyle(Series& s) {
    const QPen pen = seriesPen(s.style, palette());
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
    QColor fill = pen.color();
    fill.setAlphaF(0.18F);
    s.band_high->setBrush(fill);
    s.best_mark->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssStar, QPen(pen.color(), 2), QBrush(pen.color()), 10));
    s.best_text->setColor(palette().color(QPalette::Text));
    s.best_text->setFont(font());
    s.best_text->setPadding(QMargins(3, 0, 3, 0));
    QColor ground = palette().color(QPalette::Base);
    ground.setAlphaF(0.8F);
    s.best_text->setBrush(ground);
    s.button->setIcon(penIcon(pen, devicePixelRatioF()));
    s.button->setIconSize({26, 10});
}

}  // namespace mica
