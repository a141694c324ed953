#include "widgets/sweep_scatter.h"

#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "widgets/palette.h"
#include "widgets/plot_look.h"

namespace mica {
namespace {

constexpr double kReach = 9;        // pixels within which a point is meant
constexpr double kMargin = 0.05;    // beyond an axis' ends
constexpr std::size_t kMany = 300;  // points from which they are small

enum Kind { complete, pruned, other, kinds };

Kind kind_of(const SweepTrial& trial) {
    if (trial.state == SweepTrial::State::complete) return complete;
    return trial.state == SweepTrial::State::pruned ? pruned : other;
}

// Thousands of marks are drawn as pictures, which takes a part of the time.
QCPScatterStyle mark(QCPScatterStyle::ScatterShape shape, const QColor& colour, double size, bool filled, bool many) {
    const QCPScatterStyle style(shape, QPen(colour, many ? 1.2 : 1.4), filled ? QBrush(colour) : QBrush(Qt::NoBrush),
                                size);
    if (!many) return style;
    const int side = 2 * static_cast<int>(std::ceil(size / 2)) + 3;
    QPixmap picture(side, side);
    picture.fill(Qt::transparent);
    QCPPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    style.applyTo(&painter, style.pen());
    style.drawShape(&painter, QPointF(side / 2.0, side / 2.0));
    painter.end();
    return QCPScatterStyle(picture);
}

}  // namespace

struct SweepScatter::Marks {
    QCPGraph* all = nullptr;  // faint, below those that fit, so that no brush changes it
    QCPGraph* best = nullptr;
    std::array<QCPGraph*, kinds> points{};
    QCPGraph* current = nullptr;
    QCPItemRect* drag = nullptr;
};

SweepScatter::SweepScatter(std::string axis, QWidget* parent)
    : QWidget(parent), key_(std::move(axis)), plot_(new QCustomPlot(this)), marks_(std::make_unique<Marks>()) {
    plainAxes(plot_);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(plot_);
    plot_->setAttribute(Qt::WA_TransparentForMouseEvents);  // what a drag means is decided here
    plot_->setFocusPolicy(Qt::NoFocus);
    plot_->setMinimumSize(60, 60);
    const auto graph = [this](QCPGraph::LineStyle line, const QString& name) {
        QCPGraph* g = plot_->addGraph();
        g->setLineStyle(line);
        g->setName(name);
        return g;
    };
    marks_->all = graph(QCPGraph::lsNone, {});
    marks_->best = graph(QCPGraph::lsStepLeft, tr("best so far"));
    marks_->points[other] = graph(QCPGraph::lsNone, tr("not ended well"));
    marks_->points[pruned] = graph(QCPGraph::lsNone, stateTitle(SweepTrial::State::pruned));
    marks_->points[complete] = graph(QCPGraph::lsNone, stateTitle(SweepTrial::State::complete));
    marks_->current = graph(QCPGraph::lsNone, {});
    for (QCPGraph* g : {marks_->all, marks_->current}) g->removeFromLegend();
    plot_->addLayer(QStringLiteral("front"), plot_->layer(QStringLiteral("main")));
    front_ = plot_->layer(QStringLiteral("front"));
    front_->setMode(QCPLayer::lmBuffered);
    for (QCPGraph* g : marks_->points) g->setLayer(front_);
    marks_->current->setLayer(front_);
    marks_->drag = new QCPItemRect(plot_);
    marks_->drag->setLayer(front_);
    marks_->drag->setVisible(false);
    plot_->legend->setVisible(false);
    for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis}) axis->setRange(-kMargin, 1 + kMargin);
    restyle();
}

SweepScatter::~SweepScatter() = default;

QSize SweepScatter::sizeHint() const { return {fontMetrics().height() * 18, fontMetrics().height() * 9}; }
QSize SweepScatter::minimumSizeHint() const { return {fontMetrics().height() * 10, fontMetrics().height() * 8}; }

const SweepAxis& SweepScatter::across() const {
    const int at = list_->axisOf(key_);
    return at < 0 ? list_->by_trial : list_->axes[static_cast<std::size_t>(at)];
}

QPointF SweepScatter::shares(int trial) const {
    const auto t = static_cast<std::size_t>(trial);
    return {across().share(list_->numberOn(t, across().key)), up().share(list_->number(t, list_->objective()))};
}

void SweepScatter::setList(std::shared_ptr<const SweepList> list) {
    list_ = std::move(list);
    drawn_.clear();
    fit_.assign(list_ ? list_->size() : 0, true);
    if (current_ >= static_cast<int>(fit_.size())) current_ = -1;
    if (list_) {
        for (int t = 0; t < static_cast<int>(list_->size()); ++t) {
            const QPointF at = shares(t);
            if (!std::isnan(at.x()) && !std::isnan(at.y())) drawn_.push_back(t);
        }
        std::stable_sort(drawn_.begin(), drawn_.end(), [&](int a, int b) { return shares(a).x() < shares(b).x(); });
        setAccessibleName(tr("%1 by %2").arg(up().title, across().title));
        setAccessibleDescription(tr("%n trials", nullptr, static_cast<int>(drawn_.size())));
        plot_->xAxis->setLabel(across().title);
        plot_->yAxis->setLabel(up().title);
        fillTicks();
    }
    restyle();  // many points are smaller
    refresh();
}

// As many as there is room for.
void SweepScatter::fillTicks() {
    if (!list_) return;
    const int line = std::max(1, fontMetrics().height());
    const auto ticks = [](QCPAxis* axis, const SweepAxis& said, int most) {
        const auto ticker = QSharedPointer<QCPAxisTickerText>::create();
        for (const SweepAxis::Mark& mark : said.marks(most)) ticker->addTick(said.share(mark.number), mark.text);
        axis->setTicker(ticker);
    };
    ticks(plot_->xAxis, across(), std::clamp(width() / (4 * line), 2, 8));
    ticks(plot_->yAxis, up(), std::clamp(height() / (2 * line), 2, 7));
}

// What is not on screen is drawn when it comes there.
void SweepScatter::refresh() {
    stale_ = !isVisible();
    if (stale_) return;
    fill();
    fillFront();
    showRegion();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

// What fits or is chosen is another: the rest stays as it is drawn.
void SweepScatter::refreshFront() {
    if (stale_ || !isVisible()) {
        stale_ = true;
        return;
    }
    fillFront();
    showRegion();
    front_->replot();
}

void SweepScatter::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (stale_) refresh();
}

void SweepScatter::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fillTicks();
}

void SweepScatter::setBestShown(bool on) {
    best_ = on;
    refresh();
}

void SweepScatter::setLegendShown(bool on) {
    if (on == plot_->legend->visible()) return;
    plot_->legend->setVisible(on);
    if (on) {  // above the plot, at its left
        plot_->plotLayout()->insertRow(0);
        auto* above = new QCPLayoutGrid;
        plot_->plotLayout()->addElement(0, 0, above);
        above->addElement(0, 0, plot_->legend);
        above->addElement(0, 1, new QCPLayoutElement(plot_));
        above->setColumnStretchFactor(0, 0.001);
        plot_->legend->setFillOrder(QCPLegend::foColumnsFirst);
        plot_->plotLayout()->setRowStretchFactor(0, 0.001);
    } else {
        plot_->axisRect()->insetLayout()->addElement(plot_->legend, Qt::AlignTop | Qt::AlignRight);
        plot_->plotLayout()->removeAt(0);
        plot_->plotLayout()->simplify();
    }
    refresh();
}

void SweepScatter::setFitting(std::vector<bool> fit) {
    fit.resize(list_ ? list_->size() : 0);
    if (fit == fit_) return;
    fit_ = std::move(fit);
    refreshFront();
}

void SweepScatter::setBrushes(const SweepBrushes& brushes) {
    if (brushes == brushes_) return;
    brushes_ = brushes;
    refreshFront();
}

void SweepScatter::setCurrent(int trial) {
    if (trial == current_) return;
    current_ = trial;
    refreshFront();
}

void SweepScatter::fill() {
    QVector<double> x, y;
    std::array<bool, kinds> any{};
    for (const int trial : drawn_) {
        const QPointF at = shares(trial);
        x << at.x();
        y << at.y();
        any[kind_of(list_->report.trials[static_cast<std::size_t>(trial)])] = true;
    }
    marks_->all->setData(x, y, true);
    marks_->best->data()->clear();
    marks_->best->setVisible(best_);
    if (list_ && best_)
        for (std::size_t t = 0; t < list_->size(); ++t)
            if (const double v = list_->best_so_far[t]; !std::isnan(v))
                marks_->best->addData(list_->by_trial.share(list_->report.trials[t].number), up().share(v));
    const auto legend = [](QCPGraph* graph, bool shown) { shown ? graph->addToLegend() : graph->removeFromLegend(); };
    for (std::size_t k = 0; k < kinds; ++k) legend(marks_->points[k], any[k]);
    legend(marks_->best, !marks_->best->data()->isEmpty());
}

void SweepScatter::fillFront() {
    std::array<QVector<double>, kinds> x, y;
    for (const int trial : drawn_) {
        const auto t = static_cast<std::size_t>(trial);
        if (!fit_[t]) continue;
        const QPointF at = shares(trial);
        const Kind kind = kind_of(list_->report.trials[t]);
        x[kind] << at.x();
        y[kind] << at.y();
    }
    for (std::size_t k = 0; k < kinds; ++k) marks_->points[k]->setData(x[k], y[k], true);
    marks_->current->data()->clear();
    if (std::find(drawn_.begin(), drawn_.end(), current_) != drawn_.end()) {
        const QPointF at = shares(current_);
        marks_->current->addData(at.x(), at.y());
    }
}

void SweepScatter::restyle() {
    dressPlot(plot_, palette(), font());
    const bool many = drawn_.size() > kMany;
    const QColor first = seriesPen(0, palette()).color(), second = seriesPen(1, palette()).color();
    using Style = QCPScatterStyle;
    marks_->all->setScatterStyle(mark(Style::ssCircle, gridColour(palette()), many ? 3.5 : 5, false, many));
    marks_->points[complete]->setScatterStyle(mark(Style::ssDisc, first, many ? 4 : 6, true, many));
    marks_->points[pruned]->setScatterStyle(mark(Style::ssTriangle, second, many ? 5 : 7, false, many));
    marks_->points[other]->setScatterStyle(
        mark(Style::ssCross, palette().color(QPalette::Text), many ? 5 : 6, false, many));
    marks_->current->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(accentColour(palette()), 2.4), Qt::NoBrush, 14));
    marks_->best->setPen(QPen(seriesPen(2, palette()).color(), 1.8));
    plot_->legend->setFont(font());
    plot_->legend->setTextColor(palette().color(QPalette::Text));
    plot_->legend->setBrush(Qt::NoBrush);
    plot_->legend->setBorderPen(Qt::NoPen);
    showRegion();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

// Every brush of one axis with every one of the other; where one axis has none, over all of it.
void SweepScatter::showRegion() {
    for (QCPItemRect* rect : std::exchange(regions_, {})) plot_->removeItem(rect);
    if (list_) {
        const auto ranges = [&](const SweepAxis& axis) {
            std::vector<std::pair<double, double>> list;
            for (const SweepBrush& b : brushes_)
                if (b.axis == axis.key) list.emplace_back(axis.share(b.low), axis.share(b.high));
            return list;
        };
        auto xs = ranges(across()), ys = ranges(up());
        const bool any = !xs.empty() || !ys.empty();
        if (xs.empty()) xs.emplace_back(-kMargin, 1 + kMargin);
        if (ys.empty()) ys.emplace_back(-kMargin, 1 + kMargin);
        for (const auto& x : xs)
            for (const auto& y : ys) {
                if (!any) continue;
                auto* rect = new QCPItemRect(plot_);
                rect->setLayer(front_);
                rect->topLeft->setCoords(x.first, y.second);
                rect->bottomRight->setCoords(x.second, y.first);
                regions_.push_back(rect);
            }
    }
    QColor fill = accentColour(palette());
    const QPen edge(fill, 1.4);
    fill.setAlphaF(0.12F);
    std::vector<QCPItemRect*> all = regions_;
    all.push_back(marks_->drag);
    for (QCPItemRect* rect : all) {
        rect->setPen(edge);
        rect->setBrush(fill);
    }
}

QPointF SweepScatter::placeOf(int trial) const {
    const QPointF at = shares(trial);
    return QPointF(plot_->xAxis->coordToPixel(at.x()), plot_->yAxis->coordToPixel(at.y())) + plot_->pos();
}

QPointF SweepScatter::sharesAt(const QPointF& place) const {
    const QPointF in = place - plot_->pos();
    return {std::clamp(plot_->xAxis->pixelToCoord(in.x()), -kMargin, 1 + kMargin),
            std::clamp(plot_->yAxis->pixelToCoord(in.y()), -kMargin, 1 + kMargin)};
}

int SweepScatter::trialAt(const QPointF& place) const {
    int nearest = -1;
    double least = kReach * kReach;
    for (const int trial : drawn_) {
        const QPointF d = placeOf(trial) - place;
        const double square = QPointF::dotProduct(d, d);
        if (square < least) least = square, nearest = trial;
    }
    return nearest;
}

// What is dragged so far; nothing: no longer.
void SweepScatter::showDrag(bool on) {
    marks_->drag->setVisible(on);
    if (on) {
        marks_->drag->topLeft->setCoords(sharesAt(*pressed_));
        marks_->drag->bottomRight->setCoords(sharesAt(dragged_));
    }
    front_->replot();
}

// The region that is brushed, where it is one.
QRectF SweepScatter::region() const {
    if (regions_.size() != 1 || brushes_.size() < 2) return {};
    return QRectF(regions_.front()->topLeft->coords(), regions_.front()->bottomRight->coords()).normalized();
}

void SweepScatter::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) restyle();
    QWidget::changeEvent(event);
}

// The frame of the keyboard is this widget's ground, a pixel around the plot.
void SweepScatter::paintEvent(QPaintEvent*) {
    if (!hasFocus()) return;
    QPainter painter(this);
    painter.setPen(QPen(accentColour(palette()), 1, Qt::DotLine));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -1, -1));
}
void SweepScatter::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}
void SweepScatter::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

}  // namespace mica
