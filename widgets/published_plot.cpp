#include "widgets/published_plot.h"

#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

#include "widgets/metric_names.h"
#include "widgets/palette.h"
#include "widgets/plot_look.h"

namespace mica {

PublishedPlot::PublishedPlot(QWidget* parent) : QWidget(parent), plot_(new QCustomPlot(this)) {
    plainAxes(plot_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(plot_);
    plot_->setFocusPolicy(Qt::NoFocus);
    plot_->setMinimumSize(60, 60);
    bars_ = new QCPErrorBars(plot_->xAxis, plot_->yAxis);
    bars_->setDataPlottable(plot_->addGraph());
    plot_->plotLayout()->insertRow(0);
    title_ = new QCPTextElement(plot_);
    plot_->plotLayout()->addElement(0, 0, title_);
    restyle();
}

void PublishedPlot::setPublished(const SweepReport::Published& published, const SweepAxis& axis) {
    QStringList said;
    QVector<double> x, y;
    double left = 0, right = 1, low = INFINITY, high = -INFINITY;
    const auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    for (const SweepAxis::Mark& mark : axis.marks(6)) ticker->addTick(axis.share(mark.number), mark.text);
    QVector<double> deviations;
    const auto add = [&](double number, double figure, double deviation, const QString& name) {
        const double at = axis.share(number);
        if (!std::isfinite(at) || !std::isfinite(figure)) return;
        x << at;
        y << figure;
        deviations << deviation;
        left = std::min(left, at), right = std::max(right, at);
        low = std::min(low, figure - deviation), high = std::max(high, figure + deviation);
        const QString value = QString::number(figure, 'g', 4);
        said << (deviation > 0 ? QStringLiteral("%1: %2 ± %3").arg(name, value, QString::number(deviation, 'g', 2))
                               : QStringLiteral("%1: %2").arg(name, value));
    };
    for (const auto& [value, figure] : published.points)
        add(axis.kind == SweepAxis::Kind::named ? axis.number(sweepNumber(value).toStdString()) : value, figure, 0,
            sweepNumber(value));
    for (const SweepReport::Published::Named& one : published.named)
        add(axis.number(one.choice), one.figure, one.deviation, QString::fromStdString(one.choice));
    if (!(high > low)) low = std::isfinite(low) ? low - 1 : 0, high = low + 2;
    plot_->graph(0)->setData(x, y);
    plot_->graph(0)->setLineStyle(axis.kind == SweepAxis::Kind::named ? QCPGraph::lsNone : QCPGraph::lsLine);
    bars_->setData(deviations);
    plot_->xAxis->setTicker(ticker);
    plot_->xAxis->setRange(left - 0.05 * (right - left), right + 0.05 * (right - left));
    plot_->yAxis->setRange(low - 0.08 * (high - low), high + 0.08 * (high - low));
    const QString metric = metricTitle(published.metric);
    plot_->xAxis->setLabel(axis.title);
    plot_->yAxis->setLabel(tr("published %1").arg(metric));
    const QString source = QString::fromStdString(published.source);
    title_->setText(source);
    setAccessibleName(tr("Published %1 by %2").arg(metric, axis.title));
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    setToolTip(tr("Published (%1), on the paper's test split, for comparison of the shape:\n%2")
                   .arg(source, said.join(QLatin1Char('\n'))));
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void PublishedPlot::restyle() {
    dressPlot(plot_, palette(), font());
    title_->setFont(font());
    title_->setTextColor(quietText(palette()));
    const QPen pen(seriesPen(3, palette()).color(), 1.8, Qt::DashLine);
    plot_->graph(0)->setPen(pen);
    bars_->setPen(QPen(pen.color(), 1.2));
    plot_->graph(0)->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(pen.color(), 1.4),
                                                     QBrush(palette().color(QPalette::Base)), 8));
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void PublishedPlot::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) restyle();
    QWidget::changeEvent(event);
}

}  // namespace mica
