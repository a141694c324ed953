#include "widgets/training_curves.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/reports/attention_alarm.h"
#include "widgets/curve_panel.h"
#include "widgets/flow_layout.h"
#include "widgets/palette.h"

namespace mica {
namespace {

constexpr std::size_t kLoss = 0, kMetrics = 1, kADistance = 2, kHealth = 3, kGradients = 4, kRate = 5;
constexpr int kPlotLines = 9;  // least height of a drawing in lines of text; less would squeeze its axes

QComboBox* choice(QWidget* parent, const QString& objectName, const QString& name, const QString& tip) {
    auto* box = new QComboBox(parent);
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    box->setToolTip(tip);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

}  // namespace

std::optional<CurveMark> markOf(const RunEvent& e) {
    const QString step = TrainingCurves::tr("Step %1: ").arg(e.step);
    const auto mark = [&](CurveMark::Kind kind, const QString& text) { return CurveMark{0, kind, step + text}; };
    if (e.kind == QLatin1String("live") || e.kind == QLatin1String("options"))
        return mark(CurveMark::Kind::change, TrainingCurves::tr("%1 from here on").arg(e.text));
    if (e.kind == QLatin1String("learning_rate"))
        return mark(CurveMark::Kind::rate, TrainingCurves::tr("learning rate, %1").arg(e.text));
    if (e.kind == QLatin1String("early_stop"))
        return mark(CurveMark::Kind::end, TrainingCurves::tr("ended early, %1").arg(e.text));
    if (e.kind == QLatin1String("stop")) return mark(CurveMark::Kind::session, TrainingCurves::tr("stopped and saved"));
    if (e.kind == QLatin1String("resume"))
        return mark(CurveMark::Kind::session, TrainingCurves::tr("resumed: %1").arg(e.text));
    if (e.kind == QLatin1String("branch"))
        return mark(CurveMark::Kind::session, TrainingCurves::tr("branched off here: %1").arg(e.text));
    if (e.kind == QLatin1String("warning")) return mark(CurveMark::Kind::warning, e.text);
    return std::nullopt;  // start and finish are the ends of the curves
}

TrainingCurves::TrainingCurves(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("trainingCurves"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    buildControls();
    column->addWidget(controls_);
    alarm_ = new QLabel(this);
    alarm_->setObjectName(QStringLiteral("attentionAlarm"));
    alarm_->setAccessibleName(tr("Warning about attention"));
    alarm_->setWordWrap(true);
    alarm_->setMargin(6);
    alarm_->hide();
    column->addWidget(alarm_);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    column->addWidget(scroll, 1);
    page_ = new QWidget(scroll);
    grid_ = new QGridLayout(page_);
    grid_->setContentsMargins(4, 4, 4, 4);
    scroll->setWidget(page_);
    build();
    buildChoices();
    showAll();
    arrange();
}

void TrainingCurves::buildControls() {
    controls_ = new QWidget(this);
    auto* flow = new FlowLayout(controls_, 8);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    controls_->setSizePolicy(policy);
    axis_ = choice(controls_, QStringLiteral("axis"), tr("Horizontal axis"),
                   tr("What the curves are drawn over; time: seconds that the training has worked, pauses left out"));
    axis_->addItem(tr("by step"), static_cast<int>(CurveAxis::step));
    axis_->addItem(tr("by epoch"), static_cast<int>(CurveAxis::epoch));
    axis_->addItem(tr("by time"), static_cast<int>(CurveAxis::time));
    connect(axis_, &QComboBox::currentIndexChanged, this, &TrainingCurves::showAll);
    flow->addWidget(axis_);
    auto* pair = new QWidget(controls_);  // word and slider stay together when the row wraps
    auto* row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 0, 0);
    auto* word = new QLabel(tr("Smoothing"), pair);
    row->addWidget(word);
    smoothing_ = new QSlider(Qt::Horizontal, pair);
    smoothing_->setObjectName(QStringLiteral("smoothingOfAll"));
    smoothing_->setAccessibleName(tr("Smoothing of all curves"));
    smoothing_->setToolTip(tr("Moving average of the curves; at the left end it is off"));
    smoothing_->setRange(0, 99);
    smoothing_->setFixedWidth(9 * fontMetrics().averageCharWidth() + 30);
    word->setBuddy(smoothing_);
    connect(smoothing_, &QSlider::valueChanged, this, [this](int v) {
        for (CurvePlot* plot : plots_) plot->setSmoothing(v / 100.0);
    });
    row->addWidget(smoothing_);
    flow->addWidget(pair);
    log_x_ = new QToolButton(controls_);
    log_x_->setObjectName(QStringLiteral("logXOfAll"));
    log_x_->setText(tr("log x"));
    log_x_->setAccessibleName(tr("Logarithmic horizontal axis of all panels"));
    log_x_->setToolTip(tr("Logarithmic horizontal axis; what lies at zero or left of it is left out (Shift+L)"));
    log_x_->setCheckable(true);
    connect(log_x_, &QToolButton::toggled, this, [this](bool on) {
        for (CurvePlot* plot : plots_) plot->setLogX(on);
    });
    flow->addWidget(log_x_);
    auto* everything = new QToolButton(controls_);
    everything->setObjectName(QStringLiteral("everything"));
    everything->setText(tr("Everything"));
    everything->setAccessibleName(tr("Show everything"));
    everything->setToolTip(tr("All panels at their whole length again (Home, or a double click)"));
    connect(everything, &QToolButton::clicked, this, [this] {
        for (CurvePlot* plot : plots_) plot->showAll();
    });
    flow->addWidget(everything);
}

void TrainingCurves::build() {
    const std::array<std::pair<QString, const char*>, 6> names{std::pair{tr("Loss"), "lossPlot"},
                                                               std::pair{tr("Metrics"), "metricsPlot"},
                                                               std::pair{tr("A-distance"), "aDistancePlot"},
                                                               std::pair{tr("Attention's health"), "healthPlot"},
                                                               std::pair{tr("Gradients"), "gradientPlot"},
                                                               std::pair{tr("Learning rate"), "ratePlot"}};
    for (std::size_t i = 0; i < names.size(); ++i) {
        plots_[i] = new CurvePlot(names[i].first, page_);
        plots_[i]->setObjectName(QLatin1String(names[i].second));
        plots_[i]->hideSharedControls();
        link(plots_[i]);
    }
    plots_[kLoss]->setEmptyText(tr("Start training to see the loss and its parts"));
    plots_[kMetrics]->setEmptyText(tr("Metrics appear after the first epoch"));
    plots_[kADistance]->setYRange(0, 2);
    plots_[kADistance]->setEmptyText(
        tr("The distance between the two modalities of each pair appears once it is measured"));
    plots_[kHealth]->setEmptyText(tr("Entropy and norms appear after the first epoch"));
    plots_[kGradients]->setLogY(true);  // parts differ by orders of magnitude
    plots_[kGradients]->setEmptyText(tr("The norm of the gradient appears with the first step"));
    plots_[kRate]->setEmptyText(tr("The learning rate appears with the first step"));
}

// The panels share one x axis: what is moved, zoomed or pointed at in one is so in all.
void TrainingCurves::link(CurvePlot* plot) {
    const auto others = [this, plot](auto&& what) {
        for (CurvePlot* other : plots_)
            if (other && other != plot) what(other);
    };
    connect(plot, &CurvePlot::xMoved, this,
            [others](double low, double high) { others([&](CurvePlot* other) { other->setXRange(low, high); }); });
    connect(plot, &CurvePlot::allShown, this, [others] { others([](CurvePlot* other) { other->showAll(); }); });
    connect(plot, &CurvePlot::xHovered, this,
            [others](double x) { others([x](CurvePlot* other) { other->hover(x); }); });
    connect(plot, &CurvePlot::logXChanged, log_x_, &QToolButton::setChecked);
}

void TrainingCurves::buildChoices() {
    weights_ = choice(plots_[kLoss], QStringLiteral("weights"), tr("Losses shown"),
                      tr("As they add up to the objective, or each apart without its weight"));
    weights_->addItem(tr("weighted"));
    weights_->addItem(tr("apart"));
    plots_[kLoss]->addControl(weights_);
    metric_ = choice(plots_[kMetrics], QStringLiteral("metric"), tr("Metric shown"),
                     tr("Metric of the splits; test is measured once, at the end"));
    plots_[kMetrics]->addControl(metric_);
    layer_ = choice(plots_[kADistance], QStringLiteral("layer"), tr("Layer shown"),
                    tr("Layer of both A-distance and health: the mean of all by pair, every layer by itself, or one"));
    layer_->addItem(tr("mean of layers"), kMeanOfLayers);
    layer_->addItem(tr("each layer"), kEachLayer);
    plots_[kADistance]->addControl(layer_);
    quantity_ =
        choice(plots_[kHealth], QStringLiteral("quantity"), tr("Quantity shown"),
               tr("Entropy 1 is uniform attention; norms near 0 are the trivial solution of the alignment loss"));
    for (const QString& name :
         {tr("entropy (1 = uniform)"), tr("mean |q|"), tr("mean |k|"), tr("share in V"), tr("gamma")})
        quantity_->addItem(name);
    plots_[kHealth]->addControl(quantity_);

    const auto panel = [this](std::size_t i, const QString& label, CurvePanel::Quantities quantities) {
        panels_[i] = new CurvePanel(plots_[i], label, std::move(quantities));
    };
    panel(kLoss, tr("loss"),
          [this](const auto&) { return weights_->currentIndex() ? plain_losses() : weighted_losses(); });
    panel(kMetrics, {}, [this](const auto& groups) {
        return metric_->count() ? metric_curves(metric_->currentData().toString().toStdString(),
                                                metric_->currentData(Qt::UserRole + 1).toBool(), groups)
                                : std::vector<CurveQuantity>();
    });
    panel(kADistance, tr("A-distance"),
          [this](const auto& groups) { return a_distance_curves(layer_->currentData().toInt(), groups); });
    panel(kHealth, {}, [this](const auto& groups) {
        return health_curves(static_cast<Health>(quantity_->currentIndex()), layer_->currentData().toInt(), groups);
    });
    panel(kGradients, tr("gradient norm"), [](const auto& groups) { return gradient_curves(groups); });
    panel(kRate, tr("learning rate"), [](const auto&) { return rate_curves(); });
    connect(weights_, &QComboBox::currentIndexChanged, this, [this] { showPanel(kLoss); });
    connect(metric_, &QComboBox::currentIndexChanged, this, [this] { showPanel(kMetrics); });
    connect(quantity_, &QComboBox::currentIndexChanged, this, [this] { showPanel(kHealth); });
    connect(layer_, &QComboBox::currentIndexChanged, this, [this] {
        showPanel(kADistance);
        showPanel(kHealth);
    });
}

CurveAxis TrainingCurves::axis() const { return static_cast<CurveAxis>(axis_->currentData().toInt()); }

void TrainingCurves::setAxis(CurveAxis axis) { axis_->setCurrentIndex(axis_->findData(static_cast<int>(axis))); }

void TrainingCurves::addControl(QWidget* control) { controls_->layout()->addWidget(control); }

std::vector<RunGroup> TrainingCurves::groups() const {
    std::vector<RunGroup> all{{run_->name, {run_}}};
    all.insert(all.end(), compared_.begin(), compared_.end());
    return all;
}

void TrainingCurves::showPanel(std::size_t panel) {
    panels_[panel]->show(groups(), axis());
    QMetaObject::invokeMethod(this, &TrainingCurves::giveRoom, Qt::QueuedConnection);
}

void TrainingCurves::showAll() {
    offerMetrics();
    offerLayers();
    for (std::size_t i = 0; i < panels_.size(); ++i) showPanel(i);
    showExtent();
    showMarks();
    showAlarm();
}

void TrainingCurves::clear() { setRun(std::make_shared<RunCurves>()); }

void TrainingCurves::setRun(std::shared_ptr<RunCurves> run) {
    run_ = std::move(run);
    showAll();
}

void TrainingCurves::setRunName(const QString& name) {
    run_->name = name;
    if (!compared_.empty()) showAll();
}

void TrainingCurves::setCompared(std::vector<RunGroup> groups) {
    compared_ = std::move(groups);
    showAll();
}

void TrainingCurves::addSteps(const std::vector<StepReport>& reports) {
    for (const StepReport& r : reports) run_->addStep(r);
    for (const std::size_t i : {kLoss, kGradients, kRate}) panels_[i]->grow();
    showExtent();
}

void TrainingCurves::addEpoch(const EpochReport& report) {
    run_->addEpoch(report);
    offerMetrics();
    offerLayers();
    for (const std::size_t i : {kLoss, kMetrics, kADistance, kHealth}) panels_[i]->grow();
    giveRoom();
    showExtent();
    showAlarm();
}

void TrainingCurves::addEvent(const RunEvent& event) {
    run_->addEvent(event);
    showMarks();
}

void TrainingCurves::grow() {
    offerMetrics();
    offerLayers();
    for (CurvePanel* panel : panels_) panel->grow();
    giveRoom();
    showExtent();
    showMarks();
    showAlarm();
}

void TrainingCurves::offerMetrics() {
    const QSignalBlocker block(metric_);
    const bool first = metric_->count() == 0;
    bool any = false;
    for (const RunGroup& group : groups())
        for (const auto& run : group.runs) {
            if (run->epochs().empty()) continue;
            any = true;
            if (metric_->count() == 0) metric_->addItem(tr("score"), QString());
            for (const Metric& m : run->epochs().back().valid_metrics) {
                const QString key = QString::fromStdString(m.name);
                if (metric_->findData(key) >= 0) continue;
                metric_->addItem(
                    QStringLiteral("%1 %2").arg(
                        metricTitle(m.name), m.higher_is_better ? QStringLiteral("\u2191") : QStringLiteral("\u2193")),
                    key);
                metric_->setItemData(metric_->count() - 1, m.higher_is_better, Qt::UserRole + 1);
                metric_->setItemData(metric_->count() - 1, metricTip(m.name, m.higher_is_better), Qt::ToolTipRole);
            }
        }
    if (!any) metric_->clear();
    metric_->setVisible(any);
    // the first real metric says more than the score, which may be the loss
    if (first && metric_->count() > 1) metric_->setCurrentIndex(1);
}

void TrainingCurves::offerLayers() {
    const QSignalBlocker block(layer_);
    constexpr int kFixed = 2;  // entries that are of no single layer
    const int layers = layers_in(groups());
    for (int l = layer_->count() - kFixed; l < layers; ++l) layer_->addItem(tr("layer %1").arg(l + 1), l);
    while (layer_->count() - kFixed > layers) layer_->removeItem(layer_->count() - 1);
}

void TrainingCurves::showMarks() {
    std::vector<CurveMark> marks;
    const std::vector<RunGroup> all = groups();
    for (const RunGroup& group : all)
        for (const auto& run : group.runs)
            for (const RunEvent& event : run->events()) {
                std::optional<CurveMark> mark = markOf(event);
                if (!mark) continue;
                mark->x = run->eventX(event.step, axis());
                if (all.size() > 1 || group.runs.size() > 1) mark->text = tr("%1, %2").arg(run->name, mark->text);
                marks.push_back(std::move(*mark));
            }
    for (CurvePlot* plot : plots_) plot->setMarks(marks);
}

// Everything is the same stretch of x in every panel.
void TrainingCurves::showExtent() {
    double low = std::numeric_limits<double>::infinity(), high = -low;
    const auto take = [&](double x) {
        if (std::isfinite(x)) low = std::min(low, x), high = std::max(high, x);
    };
    for (const RunGroup& group : groups())
        for (const auto& run : group.runs) {
            if (run->steps() > 0) take(run->stepX(0, axis())), take(run->stepX(run->steps() - 1, axis()));
            const std::size_t epochs = run->epochs().size();
            if (epochs > 0) take(run->epochX(0, axis())), take(run->epochX(epochs - 1, axis()));
        }
    for (CurvePlot* plot : plots_) plot->setXExtent(low, high);
}

QString TrainingCurves::alarm() const { return alarm_->isHidden() ? QString() : alarm_->text(); }

void TrainingCurves::showAlarm() {
    const auto& epochs = run_->epochs();
    const std::vector<AttentionAlarm> alarms =
        epochs.size() < 2 ? std::vector<AttentionAlarm>() : attention_alarms(epochs.front(), epochs.back());
    alarm_->setVisible(!alarms.empty());
    if (alarms.empty()) return;
    QPalette palette = alarm_->palette();
    palette.setColor(QPalette::WindowText, warningColour(this->palette()));
    alarm_->setPalette(palette);
    alarm_->setText(
        tr("\u26A0 L_e has fallen from %1 to %2, but attention may mean nothing any more: %3. Less beta, or a "
           "smaller tau, may help.")
            .arg(QString::number(epochs.front().train.element, 'g', 3),
                 QString::number(epochs.back().train.element, 'g', 3), QString::fromStdString(alarm_text(alarms))));
}

void TrainingCurves::arrange() {
    // side by side where there is room, below each other where there is not
    const int columns = width() >= 2 * 56 * fontMetrics().averageCharWidth() ? 2 : 1;
    if (columns == columns_) return;
    columns_ = columns;
    int i = 0;
    for (CurvePlot* plot : plots_) {
        grid_->addWidget(plot, i / columns, i % columns);
        ++i;
    }
    for (int c = 0; c < 2; ++c) grid_->setColumnStretch(c, c < columns ? 1 : 0);
}

// Choices and legends wrap in a narrow dock: what they take is not taken from the drawing.
void TrainingCurves::giveRoom() {
    for (CurvePlot* plot : plots_) plot->setMinimumHeight(plot->heightWith(kPlotLines * fontMetrics().height()));
}

void TrainingCurves::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
    QMetaObject::invokeMethod(this, &TrainingCurves::giveRoom, Qt::QueuedConnection);  // when widths are known
}

void TrainingCurves::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange && alarm_) showAlarm();
    QWidget::changeEvent(event);
}

}  // namespace mica
