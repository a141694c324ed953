#include "widgets/curve_plot.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "widgets/curve_plot_series.h"
#include "widgets/flow_layout.h"
#include "widgets/palette.h"

namespace mica {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
const std::vector<double> kNone;

}  // namespace

std::vector<double> smoothed(const std::vector<double>& values, double factor) {
    Smoother smoother(factor);
    std::vector<double> out;
    out.reserve(values.size());
    for (const double v : values) out.push_back(smoother.next(v));
    return out;
}

CurvePlot::CurvePlot(const QString& title, QWidget* parent)
    : QWidget(parent),
      title_(title),
      plot_(new QCustomPlot(this)),
      header_(new QWidget(this)),
      read_out_(new QLabel(this)),
      empty_(new QLabel(tr("Nothing measured yet"), plot_)),
      legend_(new QWidget(this)),
      marks_(std::make_unique<Marks>()) {
    setAccessibleName(title);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(2);
    buildHeader();
    column->addWidget(header_);
    legend_->setObjectName(QStringLiteral("legend"));
    new FlowLayout(legend_, 2);
    QSizePolicy flow(QSizePolicy::Preferred, QSizePolicy::Minimum);
    flow.setHeightForWidth(true);
    legend_->setSizePolicy(flow);
    header_->setSizePolicy(flow);
    column->addWidget(legend_);
    column->addWidget(plot_, 1);
    read_out_->setWordWrap(true);
    read_out_->setObjectName(QStringLiteral("readOut"));
    read_out_->setAccessibleName(tr("Values of %1").arg(title));
    read_out_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    read_out_->setText(QStringLiteral(" "));
    column->addWidget(read_out_);

    plot_->setObjectName(QStringLiteral("plot"));
    plot_->setAccessibleName(title);
    plot_->setToolTip(tr("Drag: move. Wheel: zoom. Double click: everything."));
    plot_->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    plot_->setNoAntialiasingOnDrag(true);
    plot_->setPlottingHint(QCP::phFastPolylines);
    plot_->setMinimumSize(60, 60);
    const auto whole = QSharedPointer<QCPAxisTickerFixed>::create();  // there is no half a step or epoch
    whole->setScaleStrategy(QCPAxisTickerFixed::ssMultiples);
    plot_->xAxis->setTicker(whole);
    plot_->layer(QStringLiteral("overlay"))->setMode(QCPLayer::lmBuffered);
    plot_->installEventFilter(this);
    marks_->pointer = new QCPItemStraightLine(plot_);
    marks_->pointer->setLayer(QStringLiteral("overlay"));
    marks_->pointer->setVisible(false);
    connect(plot_, &QCustomPlot::mouseMove, this, [this](QMouseEvent* e) {
        if (e->buttons() & Qt::LeftButton) whole_ = false;
        point(plot_->xAxis->pixelToCoord(e->pos().x()));
    });
    connect(plot_, &QCustomPlot::mouseDoubleClick, this, &CurvePlot::showAll);
    // from a drag or wheel on the axes stay where they were put
    connect(plot_, &QCustomPlot::mouseWheel, this, [this] { whole_ = false; });
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setAutoFillBackground(true);  // an axis of nothing is not shown
    empty_->setMargin(12);

    replot_.setSingleShot(true);
    replot_.setInterval(33);
    connect(&replot_, &QTimer::timeout, this, &CurvePlot::refresh);
    restyle();
    refresh();
}

CurvePlot::~CurvePlot() = default;

void CurvePlot::buildHeader() {
    auto* flow = new FlowLayout(header_, 8);
    auto* name = new QLabel(title_, header_);
    QFont bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    flow->addWidget(name);
    // word and slider stay together when the row wraps
    auto* smoothing = new QWidget(header_);
    auto* pair = new QHBoxLayout(smoothing);
    pair->setContentsMargins(0, 0, 0, 0);
    auto* smooth = new QLabel(tr("Smoothing"), smoothing);
    pair->addWidget(smooth);
    smooth_slider_ = new QSlider(Qt::Horizontal, smoothing);
    smooth_slider_->setObjectName(QStringLiteral("smoothing"));
    smooth_slider_->setAccessibleName(tr("Smoothing of %1").arg(title_));
    smooth_slider_->setToolTip(tr("Moving average of the curves; at the left end it is off"));
    smooth_slider_->setRange(0, 99);
    smooth_slider_->setFixedWidth(9 * fontMetrics().averageCharWidth() + 30);
    smooth->setBuddy(smooth_slider_);
    connect(smooth_slider_, &QSlider::valueChanged, this, [this](int v) { setSmoothing(v / 100.0); });
    pair->addWidget(smooth_slider_);
    flow->addWidget(smoothing);
    log_button_ = new QToolButton(header_);
    log_button_->setObjectName(QStringLiteral("logY"));
    log_button_->setText(tr("log"));
    log_button_->setAccessibleName(tr("Logarithmic axis of %1").arg(title_));
    log_button_->setToolTip(tr("Logarithmic vertical axis; values of zero and below are left out"));
    log_button_->setCheckable(true);
    connect(log_button_, &QToolButton::toggled, this, &CurvePlot::setLogY);
    flow->addWidget(log_button_);
}

void CurvePlot::addControl(QWidget* control) { header_->layout()->addWidget(control); }

CurvePlot::Series* CurvePlot::at(int series) const {
    return series >= 0 && series < seriesCount() ? series_[static_cast<std::size_t>(series)].get() : nullptr;
}

int CurvePlot::addSeries(const QString& name, const QString& tip) {
    const int number = seriesCount();
    auto s = std::make_unique<Series>();
    s->name = name;
    s->raw = plot_->addGraph();
    s->smooth = plot_->addGraph();
    s->best_mark = plot_->addGraph();
    s->best_mark->setLineStyle(QCPGraph::lsNone);
    s->best_text = new QCPItemText(plot_);
    s->best_text->setVisible(false);
    s->button = new QToolButton(legend_);
    s->button->setObjectName(QStringLiteral("series_") + name);
    s->button->setText(name);
    s->button->setAccessibleName(name);
    s->button->setToolTip((tip.isEmpty() ? name : tip) + QLatin1Char('\n') + tr("Click: show or hide"));
    s->button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    s->button->setCheckable(true);
    s->button->setChecked(true);
    s->button->setAutoRaise(true);
    connect(s->button, &QToolButton::toggled, this, [this, shown = s.get()](bool on) {
        shown->visible = on;
        queueReplot();
    });
    legend_->layout()->addWidget(s->button);
    series_.push_back(std::move(s));
    restyle();
    queueReplot();
    return number;
}

int CurvePlot::series(const QString& name, const QString& tip) {
    for (int i = 0; i < seriesCount(); ++i)
        if (series_[static_cast<std::size_t>(i)]->name == name) return i;
    return addSeries(name, tip);
}

int CurvePlot::seriesCount() const { return static_cast<int>(series_.size()); }
QString CurvePlot::seriesName(int series) const { return at(series) ? at(series)->name : QString(); }
bool CurvePlot::isSeriesVisible(int series) const { return at(series) && at(series)->visible; }
const std::vector<double>& CurvePlot::xs(int series) const { return at(series) ? at(series)->x : kNone; }
const std::vector<double>& CurvePlot::ys(int series) const { return at(series) ? at(series)->y : kNone; }

void CurvePlot::setSeriesVisible(int series, bool visible) {
    if (Series* s = at(series)) s->button->setChecked(visible);
}

void CurvePlot::append(int series, double x, double y) {
    Series* s = at(series);
    if (!s || !std::isfinite(x)) return;
    s->x.push_back(x);
    s->y.push_back(y);
    queueReplot();
}

void CurvePlot::setData(int series, std::vector<double> x, std::vector<double> y) {
    Series* s = at(series);
    if (!s) return;
    const std::size_t n = std::min(x.size(), y.size());
    x.resize(n);
    y.resize(n);
    s->x = std::move(x);
    s->y = std::move(y);
    s->restart(smoothing_);
    queueReplot();
}

void CurvePlot::clearData() {
    for (int i = 0; i < seriesCount(); ++i) setData(i, {}, {});
    whole_ = true;
    queueReplot();
}

void CurvePlot::clearSeries() {
    for (const auto& s : series_) {
        plot_->removeGraph(s->raw);
        plot_->removeGraph(s->smooth);
        plot_->removeGraph(s->best_mark);
        plot_->removeItem(s->best_text);
        legend_->layout()->removeWidget(s->button);
        delete s->button;
    }
    series_.clear();
    whole_ = true;
    queueReplot();
}

void CurvePlot::setAxisLabels(const QString& x, const QString& y) {
    x_label_ = x;
    y_label_ = y;
    plot_->xAxis->setLabel(x);
    plot_->yAxis->setLabel(y);
    queueReplot();
}

void CurvePlot::setLogY(bool log) {
    log_button_->setChecked(log);
    if (log == log_y_) return;
    log_y_ = log;
    plot_->yAxis->setScaleType(log ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (log)
        plot_->yAxis->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
    else
        plot_->yAxis->setTicker(QSharedPointer<QCPAxisTicker>::create());
    plot_->yAxis->setNumberFormat(QStringLiteral("gb"));
    plot_->yAxis->setNumberPrecision(log ? 1 : 4);
    for (const auto& s : series_) s->restart(smoothing_);
    whole_ = true;
    queueReplot();
}

void CurvePlot::setSmoothing(double factor) {
    factor = std::isfinite(factor) ? std::clamp(factor, 0.0, 0.99) : 0;
    smooth_slider_->setValue(static_cast<int>(std::lround(100 * factor)));
    if (factor == smoothing_) return;
    smoothing_ = factor;
    for (const auto& s : series_) s->restart(smoothing_);
    restyle();
    queueReplot();
}

void CurvePlot::setBest(int series, bool marked, bool higherIsBetter) {
    Series* s = at(series);
    if (!s) return;
    s->mark_best = marked;
    s->higher_is_better = higherIsBetter;
    queueReplot();
}

int CurvePlot::best(int series) const {
    const Series* s = at(series);
    int found = -1;
    for (std::size_t i = 0; s && i < s->y.size(); ++i) {
        if (!std::isfinite(s->y[i])) continue;
        const double so_far = found < 0 ? 0 : s->y[static_cast<std::size_t>(found)];
        if (found < 0 || (s->higher_is_better ? s->y[i] > so_far : s->y[i] < so_far)) found = static_cast<int>(i);
    }
    return found;
}

void CurvePlot::setEmptyText(const QString& text) { empty_->setText(text); }

void CurvePlot::setYRange(double low, double high) {
    y_low_ = low;
    y_high_ = high;
    queueReplot();
}

void CurvePlot::showAll() {
    whole_ = true;
    queueReplot();
}

QString CurvePlot::readOut(double x) const {
    QStringList parts;
    double nearest = kNaN;
    for (const auto& s : series_) {
        if (!s->visible || s->x.empty()) continue;
        const std::size_t i = s->nearest(x);
        if (std::isnan(nearest) || std::abs(s->x[i] - x) < std::abs(nearest - x)) nearest = s->x[i];
        parts << QStringLiteral("%1 %2").arg(
            s->name, std::isfinite(s->y[i]) ? QString::number(s->y[i], 'g', 4) : tr("not defined"));
    }
    if (parts.isEmpty()) return {};
    return QStringLiteral("%1 %2: %3")
        .arg(x_label_.isEmpty() ? tr("x") : x_label_, QString::number(nearest, 'g', 8), parts.join(tr(", ")));
}

void CurvePlot::point(double x) {
    const QString said = readOut(x);
    read_out_->setText(said.isEmpty() ? QStringLiteral(" ") : said);
    read_out_->setToolTip(said);
    marks_->pointer->setVisible(!said.isEmpty());
    marks_->pointer->point1->setCoords(x, 1);
    marks_->pointer->point2->setCoords(x, 2);
    plot_->layer(QStringLiteral("overlay"))->replot();
    Q_EMIT xHovered(x);
}

void CurvePlot::queueReplot() {
    if (isVisible() && !replot_.isActive()) replot_.start();
}

QSize CurvePlot::sizeHint() const { return {420, 240}; }
QSize CurvePlot::minimumSizeHint() const { return {220, qRound(8 * QFontMetricsF(font()).height())}; }

void CurvePlot::changeEvent(QEvent* event) {
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) && marks_ && marks_->pointer) {
        restyle();
        queueReplot();
    }
    QWidget::changeEvent(event);
}

void CurvePlot::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

bool CurvePlot::eventFilter(QObject* watched, QEvent* event) {
    if (watched == plot_ && event->type() == QEvent::Resize) empty_->setGeometry(plot_->rect());
    if (watched == plot_ && event->type() == QEvent::Leave) {
        marks_->pointer->setVisible(false);
        queueReplot();
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace mica
