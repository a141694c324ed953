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

#include "widgets/curve_plot_parts.h"
#include "widgets/curve_plot_series.h"
#include "widgets/flow_layout.h"

namespace mica {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
const std::vector<double> kNone;
constexpr int kSoon = 33, kSeldom = 3000;  // milliseconds until what was changed is painted, at least and at most
constexpr double kShare = 600;             // so many times what painting takes lies between two paintings of new points

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
      parts_(std::make_unique<Parts>()),
      pointed_(kNaN) {
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
    buildPlot();
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setAutoFillBackground(true);  // an axis of nothing is not shown
    empty_->setMargin(12);

    replot_.setSingleShot(true);
    connect(&replot_, &QTimer::timeout, this, &CurvePlot::refresh);
    restyle();
    refresh();
}

CurvePlot::~CurvePlot() = default;

void CurvePlot::buildPlot() {
    plot_->setObjectName(QStringLiteral("plot"));
    plot_->setAccessibleName(title_);
    plot_->setToolTip(
        tr("Drag: move. Wheel: zoom. Double click: everything. With keys: arrows, + and -, Home, L (logarithm), M "
           "(marks)"));
    plot_->setFocusPolicy(Qt::NoFocus);  // keys are the whole widget's
    setFocusPolicy(Qt::StrongFocus);
    plot_->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    plot_->setNoAntialiasingOnDrag(true);
    plot_->setPlottingHint(QCP::phFastPolylines);
    plot_->setMinimumSize(60, 60);
    setTickers();
    plot_->layer(QStringLiteral("overlay"))->setMode(QCPLayer::lmBuffered);
    plot_->installEventFilter(this);
    parts_->marks = new CurveMarks(plot_);
    parts_->pointer = new QCPItemStraightLine(plot_);
    parts_->pointer->setLayer(QStringLiteral("overlay"));
    parts_->pointer->setVisible(false);
    connect(plot_, &QCustomPlot::mousePress, this, [this] { setFocus(Qt::MouseFocusReason); });
    connect(plot_, &QCustomPlot::mouseMove, this, [this](QMouseEvent* e) {
        if (e->buttons() & Qt::LeftButton) moved();
        point(plot_->xAxis->pixelToCoord(e->pos().x()));
        sayMarks(e->pos().x(), e->globalPosition().toPoint());
        Q_EMIT xHovered(pointed_);
    });
    connect(plot_, &QCustomPlot::mouseDoubleClick, this, [this] {
        showAll();
        Q_EMIT allShown();
    });
    connect(plot_, &QCustomPlot::mouseWheel, this, [this] {
        // the range changes after this signal
        QMetaObject::invokeMethod(this, &CurvePlot::moved, Qt::QueuedConnection);
    });
    connect(plot_, &QCustomPlot::afterLayout, this, &CurvePlot::drawVisible);  // the columns' pixels are known then
}

void CurvePlot::buildHeader() {
    auto* flow = new FlowLayout(header_, 8);
    auto* name = new QLabel(title_, header_);
    QFont bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    flow->addWidget(name);
    // word and slider stay together when the row wraps
    smooth_control_ = new QWidget(header_);
    auto* pair = new QHBoxLayout(smooth_control_);
    pair->setContentsMargins(0, 0, 0, 0);
    auto* smooth = new QLabel(tr("Smoothing"), smooth_control_);
    pair->addWidget(smooth);
    smooth_slider_ = new QSlider(Qt::Horizontal, smooth_control_);
    smooth_slider_->setObjectName(QStringLiteral("smoothing"));
    smooth_slider_->setAccessibleName(tr("Smoothing of %1").arg(title_));
    smooth_slider_->setToolTip(tr("Moving average of the curves; at the left end it is off"));
    smooth_slider_->setRange(0, 99);
    smooth_slider_->setFixedWidth(9 * fontMetrics().averageCharWidth() + 30);
    smooth->setBuddy(smooth_slider_);
    connect(smooth_slider_, &QSlider::valueChanged, this, [this](int v) { setSmoothing(v / 100.0); });
    pair->addWidget(smooth_slider_);
    flow->addWidget(smooth_control_);
    const auto button = [&](const char* name, const QString& text, const QString& spoken, const QString& tip) {
        auto* b = new QToolButton(header_);
        b->setObjectName(QLatin1String(name));
        b->setText(text);
        b->setAccessibleName(spoken);
        b->setToolTip(tip);
        b->setCheckable(true);
        flow->addWidget(b);
        return b;
    };
    log_x_button_ = button("logX", tr("log x"), tr("Logarithmic horizontal axis of %1").arg(title_),
                           tr("Logarithmic horizontal axis; what lies at zero or left of it is left out (Shift+L)"));
    log_button_ = button("logY", tr("log y"), tr("Logarithmic axis of %1").arg(title_),
                         tr("Logarithmic vertical axis; values of zero and below are left out (L)"));
    connect(log_x_button_, &QToolButton::toggled, this, &CurvePlot::setLogX);
    connect(log_button_, &QToolButton::toggled, this, &CurvePlot::setLogY);
}

void CurvePlot::hideSharedControls() {
    smooth_control_->hide();
    log_x_button_->hide();
}

void CurvePlot::addControl(QWidget* control) { header_->layout()->addWidget(control); }

CurvePlot::Series* CurvePlot::at(int series) const {
    return series >= 0 && series < seriesCount() ? series_[static_cast<std::size_t>(series)].get() : nullptr;
}

int CurvePlot::addSeries(const QString& name, const QString& tip, int style) {
    const int number = seriesCount();
    auto s = std::make_unique<Series>();
    s->name = name;
    s->style = style < 0 ? number : style;
    for (QCPGraph** graph : {&s->band_low, &s->band_high, &s->raw, &s->smooth, &s->best_mark}) {
        *graph = plot_->addGraph();
        (*graph)->setAdaptiveSampling(false);  // what is drawn is chosen by column already
    }
    s->band_low->setPen(Qt::NoPen);
    s->band_high->setPen(Qt::NoPen);
    s->band_high->setChannelFillGraph(s->band_low);
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
    restyle(*s);
    series_.push_back(std::move(s));
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
    if (!s->x.empty() && x < s->x.back()) {  // seldom: the points before are looked at anew
        const auto place = std::upper_bound(s->x.begin(), s->x.end(), x) - s->x.begin();
        s->x.insert(s->x.begin() + place, x);
        s->y.insert(s->y.begin() + place, y);
        s->restart(smoothing_);
    } else {
        s->x.push_back(x);
        s->y.push_back(y);
    }
    queueData();
}

void CurvePlot::setData(int series, std::vector<double> x, std::vector<double> y) {
    setBand(series, std::move(x), std::move(y), {}, {});
}

void CurvePlot::setBand(int series, std::vector<double> x, std::vector<double> y, std::vector<double> low,
                        std::vector<double> high) {
    Series* s = at(series);
    if (!s) return;
    const bool band = !low.empty() && !high.empty();
    std::size_t n = std::min(x.size(), y.size());
    if (band) n = std::min({n, low.size(), high.size()});
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < n; ++i)
        if (std::isfinite(x[i])) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&x](std::size_t a, std::size_t b) { return x[a] < x[b]; });
    const auto ordered = [&order](const std::vector<double>& from) {
        std::vector<double> to;
        to.reserve(order.size());
        for (const std::size_t i : order) to.push_back(from[i]);
        return to;
    };
    s->x = ordered(x);
    s->y = ordered(y);
    s->low = band ? ordered(low) : std::vector<double>();
    s->high = band ? ordered(high) : std::vector<double>();
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
        for (QCPGraph* graph : {s->band_high, s->band_low, s->raw, s->smooth, s->best_mark}) plot_->removeGraph(graph);
        plot_->removeItem(s->best_text);
        legend_->layout()->removeWidget(s->button);
        delete s->button;
    }
    series_.clear();
    whole_ = true;
    queueReplot();
}

void CurvePlot::setMarks(std::vector<CurveMark> marks) {
    parts_->marks->setMarks(std::move(marks));
    queueReplot();
}

const std::vector<CurveMark>& CurvePlot::marks() const { return parts_->marks->marks(); }

void CurvePlot::setAxisLabels(const QString& x, const QString& y) {
    x_label_ = x;
    y_label_ = y;
    plot_->xAxis->setLabel(x);
    plot_->yAxis->setLabel(y);
    queueReplot();
}

void CurvePlot::restart() {
    for (const auto& s : series_) s->restart(smoothing_);
    queueReplot();
}

void CurvePlot::setTickers() {
    const auto set = [](QCPAxis* axis, bool log, bool whole) {
        axis->setScaleType(log ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
        if (log) {
            axis->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
        } else if (whole) {
            const auto ticker = QSharedPointer<QCPAxisTickerFixed>::create();  // there is no half a step or epoch
            ticker->setScaleStrategy(QCPAxisTickerFixed::ssMultiples);
            axis->setTicker(ticker);
        } else {
            axis->setTicker(QSharedPointer<QCPAxisTicker>::create());
        }
        axis->setNumberFormat(QStringLiteral("gb"));
        axis->setNumberPrecision(log ? 1 : whole ? 8 : 4);
    };
    set(plot_->xAxis, log_x_, whole_x_);
    set(plot_->yAxis, log_y_, false);
}

void CurvePlot::setWholeX(bool whole) {
    if (std::exchange(whole_x_, whole) == whole) return;
    setTickers();
    queueReplot();
}

void CurvePlot::setLogX(bool log) {
    log_x_button_->setChecked(log);
    if (std::exchange(log_x_, log) == log) return;
    setTickers();
    whole_ = true;
    queueReplot();
    Q_EMIT logXChanged(log);
}

void CurvePlot::setLogY(bool log) {
    log_button_->setChecked(log);
    if (std::exchange(log_y_, log) == log) return;
    setTickers();
    whole_ = true;
    restart();
}

void CurvePlot::setSmoothing(double factor) {
    factor = std::isfinite(factor) ? std::clamp(factor, 0.0, 0.99) : 0;
    smooth_slider_->setValue(static_cast<int>(std::lround(100 * factor)));
    if (factor == smoothing_) return;
    smoothing_ = factor;
    restyle();
    restart();
}

void CurvePlot::setBest(int series, bool marked, bool higherIsBetter) {
    Series* s = at(series);
    if (!s) return;
    s->mark_best = marked;
    if (std::exchange(s->higher_is_better, higherIsBetter) != higherIsBetter) s->restart(smoothing_);
    queueReplot();
}

int CurvePlot::best(int series) const {
    Series* s = at(series);
    if (!s) return -1;
    s->take(log_y_, smoothing_);
    return static_cast<int>(s->best);
}

void CurvePlot::setEmptyText(const QString& text) { empty_->setText(text); }

void CurvePlot::setYRange(double low, double high) {
    y_low_ = low;
    y_high_ = high;
    queueReplot();
}

void CurvePlot::queueReplot() {
    if (!isVisible() || (replot_.isActive() && replot_.remainingTime() <= kSoon)) return;
    replot_.start(kSoon);
}

void CurvePlot::queueData() {
    if (!isVisible() || replot_.isActive()) return;
    replot_.start(std::clamp(qRound(kShare * plot_->replotTime(true)), kSoon, kSeldom));
}

void CurvePlot::setXExtent(double low, double high) {
    if (low == x_from_ && high == x_to_) return;
    x_from_ = low;
    x_to_ = high;
    queueData();
}

QSize CurvePlot::sizeHint() const { return {420, 240}; }
int CurvePlot::heightWith(int drawing) const {
    const int room = std::max(60, width() - 8);
    const int legend = series_.empty() ? 0 : legend_->layout()->heightForWidth(room);
    return drawing + header_->layout()->heightForWidth(room) + legend + 2 * fontMetrics().height() + 16;
}

QSize CurvePlot::minimumSizeHint() const { return {220, qRound(8 * QFontMetricsF(font()).height())}; }

void CurvePlot::changeEvent(QEvent* event) {
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) && parts_ && parts_->pointer) {
        restyle();
        queueReplot();
    }
    QWidget::changeEvent(event);
}

void CurvePlot::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

}  // namespace mica
