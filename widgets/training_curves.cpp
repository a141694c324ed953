#include "widgets/training_curves.h"

#include <QComboBox>
#include <QGridLayout>
#include <QResizeEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <optional>

#include "widgets/curve_plot.h"

namespace mica {
namespace {

QComboBox* choice(QWidget* parent, const QString& objectName, const QString& name, const QString& tip) {
    auto* box = new QComboBox(parent);
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    box->setToolTip(tip);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

// mean of what `value` gives for the entries that `fits` accepts; nothing where there is none
template <typename Entries, typename Fits, typename Value>
std::optional<double> mean(const Entries& entries, Fits&& fits, Value&& value) {
    double sum = 0;
    int n = 0;
    for (const auto& e : entries)
        if (fits(e) && std::isfinite(value(e))) sum += value(e), ++n;
    if (n == 0) return std::nullopt;
    return sum / n;
}

QString pairName(const Pair& pair) {
    return QStringLiteral("%1\u2192%2").arg(QLatin1Char(letter(pair.source))).arg(QLatin1Char(letter(pair.target)));
}

}  // namespace

TrainingCurves::TrainingCurves(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("trainingCurves"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    column->addWidget(scroll);
    page_ = new QWidget(scroll);
    grid_ = new QGridLayout(page_);
    grid_->setContentsMargins(4, 4, 4, 4);
    scroll->setWidget(page_);

    loss_ = new CurvePlot(tr("Loss"), page_);
    loss_->setObjectName(QStringLiteral("lossPlot"));
    loss_->setAxisLabels(tr("step"), tr("loss"));
    loss_->setEmptyText(tr("Start training to see the loss and its parts"));
    metrics_ = new CurvePlot(tr("Validation"), page_);
    metrics_->setObjectName(QStringLiteral("metricsPlot"));
    metrics_->setEmptyText(tr("Metrics appear after the first epoch"));
    a_distance_ = new CurvePlot(tr("A-distance"), page_);
    a_distance_->setObjectName(QStringLiteral("aDistancePlot"));
    a_distance_->setAxisLabels(tr("epoch"), tr("A-distance"));
    a_distance_->setYRange(0, 2);
    a_distance_->setEmptyText(tr("The distance between the two modalities of each pair appears once it is measured"));
    health_ = new CurvePlot(tr("Attention's health"), page_);
    health_->setObjectName(QStringLiteral("healthPlot"));
    health_->setEmptyText(tr("Entropy and norms appear after the first epoch"));

    metric_ = choice(metrics_, QStringLiteral("metric"), tr("Metric shown"), tr("Metric of the validation split"));
    metrics_->addControl(metric_);
    layer_ = choice(a_distance_, QStringLiteral("layer"), tr("Layer shown"),
                    tr("Layer of both A-distance and health; all: their mean"));
    layer_->addItem(tr("all layers"), -1);
    a_distance_->addControl(layer_);
    quantity_ =
        choice(health_, QStringLiteral("quantity"), tr("Quantity shown"),
               tr("Entropy 1 is uniform attention; norms near 0 are the trivial solution of the alignment loss"));
    quantity_->addItem(tr("entropy (1 = uniform)"), tr("entropy"));
    for (const QString& name : {tr("mean |q|"), tr("mean |k|"), tr("share in V"), tr("gamma")})
        quantity_->addItem(name, name);
    health_->addControl(quantity_);
    connect(metric_, &QComboBox::currentIndexChanged, this, &TrainingCurves::showMetric);
    connect(layer_, &QComboBox::currentIndexChanged, this, &TrainingCurves::showPairs);
    connect(quantity_, &QComboBox::currentIndexChanged, this, &TrainingCurves::showPairs);
    clear();
    arrange();
}

void TrainingCurves::clear() {
    epochs_.clear();
    last_step_ = 0;
    loss_->clearSeries();
    loss_->addSeries(tr("total"), tr("L = L_p + alpha L_m + beta L_e, on training batches"));
    loss_->addSeries(tr("L_p"), tr("Loss of the task: mean absolute error or cross entropy"));
    loss_->addSeries(tr("\u03B1 L_m"), tr("Weighted alignment of the distributions of queries and keys"));
    loss_->addSeries(tr("\u03B2 L_e"), tr("Weighted alignment of single elements that attention joins"));
    loss_->addSeries(tr("validation"), tr("Total loss on the validation split, after each epoch"));
    metrics_->clearSeries();
    metrics_->setAxisLabels(tr("epoch"), tr("value"));
    a_distance_->clearSeries();
    health_->clearSeries();
    const QSignalBlocker m(metric_), l(layer_);
    metric_->clear();
    metric_->hide();  // until there is something to choose
    while (layer_->count() > 1) layer_->removeItem(1);
}

void TrainingCurves::addStep(const StepReport& report) {
    const auto x = static_cast<double>(report.step);
    last_step_ = x;
    loss_->append(0, x, report.loss.total);
    loss_->append(1, x, report.loss.task);
    loss_->append(2, x, report.alpha * report.loss.marginal);
    loss_->append(3, x, report.beta * report.loss.element);
}

void TrainingCurves::addEpoch(const EpochReport& report) {
    if (last_step_ > 0) loss_->append(4, last_step_, report.valid.total);
    const QString kept = metric_->currentData().toString();
    {
        const QSignalBlocker block(metric_);
        if (metric_->count() == 0) metric_->addItem(tr("score"), QString());
        metric_->show();
        for (const Metric& m : report.valid_metrics) {
            const QString key = QString::fromStdString(m.name);
            if (metric_->findData(key) >= 0) continue;
            metric_->addItem(
                QStringLiteral("%1 %2").arg(metricTitle(key.toStdString()),
                                            m.higher_is_better ? QStringLiteral("\u2191") : QStringLiteral("\u2193")),
                key);
            metric_->setItemData(metric_->count() - 1, metricTip(key.toStdString(), m.higher_is_better),
                                 Qt::ToolTipRole);
        }
        // the first real metric says more than the score, which may be the loss
        metric_->setCurrentIndex(!kept.isEmpty()                           ? metric_->findData(kept)
                                 : epochs_.empty() && metric_->count() > 1 ? 1
                                                                           : metric_->currentIndex());
    }
    offerLayers(report);
    epochs_.push_back(report);
    showMetric();
    showADistance(report);
    showHealth(report);
}

void TrainingCurves::offerLayers(const EpochReport& report) {
    const QSignalBlocker block(layer_);
    int layers = 0;
    for (const ADistance& d : report.a_distance) layers = std::max(layers, d.layer + 1);
    for (const LayerHealth& h : report.health) layers = std::max(layers, h.layer + 1);
    for (int l = layer_->count() - 1; l < layers; ++l) layer_->addItem(tr("layer %1").arg(l + 1), l);
}

void TrainingCurves::showMetric() {
    const QString key = metric_->currentData().toString();
    std::vector<double> x, y;
    bool higher = false;
    for (const EpochReport& e : epochs_) {
        double value = key.isEmpty() ? e.score : NAN;
        for (const Metric& m : e.valid_metrics)
            if (!key.isEmpty() && QString::fromStdString(m.name) == key) value = m.value, higher = m.higher_is_better;
        x.push_back(e.epoch);
        y.push_back(value);
    }
    const QString name = key.isEmpty() ? tr("score") : metricTitle(key.toStdString());
    if (metrics_->seriesCount() != 1 || metrics_->seriesName(0) != name) {
        metrics_->clearSeries();
        metrics_->addSeries(name, key.isEmpty() ? tr("What the best epoch is chosen by; lower is better")
                                                : metricTip(key.toStdString(), higher));
    }
    metrics_->setAxisLabels(tr("epoch"), name);
    metrics_->setData(0, std::move(x), std::move(y));
    metrics_->setBest(0, true, higher);
}

void TrainingCurves::showPairs() {
    a_distance_->clearSeries();
    health_->clearSeries();
    for (const EpochReport& e : epochs_) {
        showADistance(e);
        showHealth(e);
    }
}

void TrainingCurves::showADistance(const EpochReport& report) {
    const int layer = layer_->currentData().toInt();
    const bool together =
        std::any_of(report.a_distance.begin(), report.a_distance.end(), [](const ADistance& d) { return d.head < 0; });
    for (const Pair& pair : kPairs) {
        const auto value = mean(
            report.a_distance,
            [&](const ADistance& d) {
                return d.pair == pair && (layer < 0 || d.layer == layer) && (!together || d.head < 0);
            },
            [](const ADistance& d) { return d.value; });
        if (value)
            a_distance_->append(
                a_distance_->series(pairName(pair),
                                    tr("Proxy A-distance of queries and keys: 0 alike, 2 told apart by a line")),
                report.epoch, *value);
    }
}

void TrainingCurves::showHealth(const EpochReport& report) {
    const int layer = layer_->currentData().toInt(), quantity = quantity_->currentIndex();
    health_->setAxisLabels(tr("epoch"), quantity_->currentData().toString());
    for (const Pair& pair : kPairs) {
        const auto value = mean(
            report.health, [&](const LayerHealth& h) { return h.pair == pair && (layer < 0 || h.layer == layer); },
            [quantity](const LayerHealth& h) {
                switch (quantity) {
                    case 0:
                        return h.entropy;
                    case 1:
                        return h.query_norm;
                    case 2:
                        return h.key_norm;
                    case 3:
                        return h.selected;
                    default:
                        return h.gamma;
                }
            });
        if (value) health_->append(health_->series(pairName(pair)), report.epoch, *value);
    }
}

void TrainingCurves::arrange() {
    // side by side where there is room, below each other where there is not
    const int columns = width() >= 2 * 56 * fontMetrics().averageCharWidth() ? 2 : 1;
    if (columns == columns_) return;
    columns_ = columns;
    int i = 0;
    for (CurvePlot* plot : {loss_, metrics_, a_distance_, health_}) {
        grid_->addWidget(plot, i / columns, i % columns);
        ++i;
    }
    for (int c = 0; c < 2; ++c) grid_->setColumnStretch(c, c < columns ? 1 : 0);
}

void TrainingCurves::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

}  // namespace mica
