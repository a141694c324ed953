// What a person does with a plot: pointing, moving, zooming, keys.
#include <QKeyEvent>
#include <QLabel>
#include <QToolTip>

#include <cmath>
#include <limits>

#include "widgets/curve_plot.h"
#include "widgets/curve_plot_parts.h"
#include "widgets/curve_plot_series.h"

namespace mica {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kPan = 0.1, kZoom = 0.8;  // of the range in sight, a key

}  // namespace

void CurvePlot::showAll() {
    whole_ = true;
    queueReplot();
}

void CurvePlot::setXRange(double low, double high) {
    if (!(low < high)) return;
    whole_ = false;
    plot_->xAxis->setRange(low, high);
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

// from a drag or wheel on the axes stay where they were put
void CurvePlot::moved() {
    whole_ = false;
    Q_EMIT xMoved(plot_->xAxis->range().lower, plot_->xAxis->range().upper);
}

void CurvePlot::zoomX(double factor) {
    const QCPRange range = plot_->xAxis->range();
    plot_->xAxis->scaleRange(factor, log_x_ && range.lower > 0 ? std::sqrt(range.lower * range.upper) : range.center());
    moved();
    queueReplot();
}

QString CurvePlot::readOut(double x) const {
    QStringList parts;
    double nearest = kNaN;
    for (const auto& s : series_) {
        if (!s->visible || s->x.empty()) continue;
        const std::size_t i = s->nearest(x);
        if (std::isnan(nearest) || std::abs(s->x[i] - x) < std::abs(nearest - x)) nearest = s->x[i];
        QString value = std::isfinite(s->y[i]) ? QString::number(s->y[i], 'g', 4) : tr("not defined");
        if (i < s->low.size() && s->low[i] < s->high[i])
            value =
                tr("%1 (%2 to %3)").arg(value, QString::number(s->low[i], 'g', 4), QString::number(s->high[i], 'g', 4));
        parts << QStringLiteral("%1 %2").arg(s->name, value);
    }
    if (parts.isEmpty()) return {};
    return QStringLiteral("%1 %2: %3")
        .arg(x_label_.isEmpty() ? tr("x") : x_label_, QString::number(nearest, 'g', whole_x_ ? 8 : 4),
             parts.join(tr(", ")));
}

void CurvePlot::point(double x) {
    pointed_ = x;
    const QString said = readOut(x);
    read_out_->setText(said.isEmpty() ? QStringLiteral(" ") : said);
    read_out_->setToolTip(said);
    parts_->pointer->setVisible(!said.isEmpty());
    parts_->pointer->point1->setCoords(x, 1);
    parts_->pointer->point2->setCoords(x, 2);
    plot_->layer(QStringLiteral("overlay"))->replot();
}

void CurvePlot::hover(double x) {
    if (!std::isnan(x)) {
        point(x);
    } else if (!std::isnan(pointed_)) {
        pointed_ = kNaN;
        parts_->pointer->setVisible(false);
        queueReplot();
    }
}

void CurvePlot::sayMarks(double pixel, const QPoint& global) {
    QStringList said;
    const auto near = parts_->marks->near(pixel);
    for (const CurveMark* m : near)
        if (said.size() < 8) said << m->text;
    if (near.size() > 8) said << tr("and %n more", nullptr, static_cast<int>(near.size()) - 8);
    if (said.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(global, said.join(QLatin1Char('\n')), plot_);
}

void CurvePlot::keyPressEvent(QKeyEvent* event) {
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    if (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) return QWidget::keyPressEvent(event);
    QCPAxis* x = plot_->xAxis;
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right: {
            const double by = event->key() == Qt::Key_Left ? -kPan : kPan;
            if (log_x_)
                x->setRange(x->range() * std::pow(x->range().upper / x->range().lower, by));
            else
                x->moveRange(by * x->range().size());
            moved();
            return queueReplot();
        }
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return zoomX(kZoom);
        case Qt::Key_Minus:
            return zoomX(1 / kZoom);
        case Qt::Key_Home:
            showAll();
            Q_EMIT allShown();
            return;
        case Qt::Key_L:
            return shift ? setLogX(!log_x_) : setLogY(!log_y_);
        case Qt::Key_M: {
            const double from = std::isnan(pointed_) ? (shift ? x->range().upper : x->range().lower) : pointed_;
            if (const CurveMark* m = parts_->marks->next(from, shift)) {
                point(m->x);
                read_out_->setText(m->text);
                read_out_->setToolTip(m->text);
                sayMarks(x->coordToPixel(m->x), plot_->mapToGlobal(QPoint(qRound(x->coordToPixel(m->x)), 12)));
                Q_EMIT xHovered(m->x);
            }
            return;
        }
        default:
            return QWidget::keyPressEvent(event);
    }
}

void CurvePlot::paintEvent(QPaintEvent* event) {
    if (stale_) queueReplot();
    QWidget::paintEvent(event);
}

bool CurvePlot::eventFilter(QObject* watched, QEvent* event) {
    if (watched == plot_ && event->type() == QEvent::Resize) empty_->setGeometry(plot_->rect());
    if (watched == plot_ && event->type() == QEvent::Leave) {
        hover(kNaN);
        Q_EMIT xHovered(kNaN);
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace mica
