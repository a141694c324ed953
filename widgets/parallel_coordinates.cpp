#include "widgets/parallel_coordinates.h"

#include <QEvent>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace mica {
namespace {

constexpr double kReach = 8;  // pixels within which a line is meant
constexpr double kEnd = 5;    // and the end of a brush

bool same_axes(const SweepList& a, const SweepList& b) {
    return std::equal(a.axes.begin(), a.axes.end(), b.axes.begin(), b.axes.end(),
                      [](const SweepAxis& x, const SweepAxis& y) { return x.key == y.key; });
}

}  // namespace

ParallelCoordinates::ParallelCoordinates(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("parallelCoordinates"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Parallel coordinates of the trials"));
}

QSize ParallelCoordinates::sizeHint() const { return {fontMetrics().height() * 40, fontMetrics().height() * 9}; }
QSize ParallelCoordinates::minimumSizeHint() const { return {fontMetrics().height() * 14, fontMetrics().height() * 8}; }

void ParallelCoordinates::setList(std::shared_ptr<const SweepList> list) {
    const bool kept = list && list_ && same_axes(*list, *list_);
    list_ = std::move(list);
    const std::size_t trials = list_ ? list_->size() : 0;
    if (!kept) {
        order_.resize(list_ ? list_->axes.size() : 0);
        std::iota(order_.begin(), order_.end(), 0);
        brushes_.clear();
        anchor_.reset();
        drag_ = {};
        slot_ = -1;
    }
    if (current_ >= static_cast<int>(trials)) current_ = -1;
    fit_.assign(trials, true);
    setAccessibleDescription(tr("%n trials", nullptr, static_cast<int>(trials)));
    redraw();
}

void ParallelCoordinates::setFitting(std::vector<bool> fit) {
    fit.resize(list_ ? list_->size() : 0);
    if (fit == fit_) return;
    fit_ = std::move(fit);
    strong_ = {};
    update();
}

void ParallelCoordinates::setBrushes(const SweepBrushes& brushes) {
    if (brushes == brushes_) return;
    brushes_ = brushes;
    update();
}

void ParallelCoordinates::setCurrent(int trial) {
    if (trial == current_) return;
    current_ = list_ && trial < static_cast<int>(list_->size()) ? trial : -1;
    update();
}

void ParallelCoordinates::moveAxis(int from, int to) {
    const auto order = moved(order_, from, to);
    if (order == order_) return;
    order_ = order;
    redraw();
}

void ParallelCoordinates::redraw() {
    faint_ = strong_ = {};
    update();
}

void ParallelCoordinates::send() {
    update();
    Q_EMIT brushed(brushes_);
}

const SweepAxis& ParallelCoordinates::axisIn(int slot) const {
    return list_->axes[static_cast<std::size_t>(order_[static_cast<std::size_t>(slot)])];
}

double ParallelCoordinates::shareOf(std::size_t trial, int slot) const {
    const auto axis = static_cast<std::size_t>(order_[static_cast<std::size_t>(slot)]);
    return list_->axes[axis].share(list_->number(trial, axis));
}

ParallelGeometry ParallelCoordinates::geometryNow() const {
    const QFontMetricsF metrics(font());
    const double line = metrics.height();
    double left = 1.5 * line, right = 1.5 * line;
    if (axes() > 0) {  // figures stand right of an axis, names around it
        const auto half = [&](int slot) { return std::min(12 * line, nameWidth(slot)) / 2; };
        left = std::max(left, half(0));
        right = std::max(right, half(axes() - 1));
        for (const SweepAxis::Mark& mark : axisIn(axes() - 1).marks(6))
            right = std::max(right, std::min(8 * line, metrics.horizontalAdvance(mark.text)) + 14);
    }
    QRectF area = QRectF(rect()).adjusted(left, 2.9 * line, -right, -1.9 * line);
    area.setWidth(std::max(20.0, area.width()));
    area.setHeight(std::max(20.0, area.height()));
    return {area, axes()};
}

double ParallelCoordinates::nameWidth(int slot) const {
    QFont face = font();
    face.setBold(axisIn(slot).key == kObjectiveKey);
    return QFontMetricsF(face).horizontalAdvance(axisIn(slot).title) + 12;
}

QRectF ParallelCoordinates::nameRect(int slot) const {
    const ParallelGeometry g = geometryNow();
    const QFontMetricsF metrics(font());
    // where names do not fit beside each other they take turns in two rows
    double widest = 0;
    for (int s = 0; s < axes(); ++s) widest = std::max(widest, nameWidth(s));
    const bool rows = axes() > 1 && widest > g.spacing();
    const double room = std::max(20.0, axes() > 1 ? g.spacing() * (rows ? 2 : 1) : g.area.width());
    const double w = std::min(room, nameWidth(slot)), h = metrics.height() + 4;
    const double top = g.area.top() - 10 - h - (rows && slot % 2 ? h : 0);
    const double left = std::clamp(g.x(slot) - w / 2, 0.0, std::max(0.0, width() - w));
    return {left, top, w, h};
}

int ParallelCoordinates::trialAt(const QPointF& place) const {
    if (!list_) return -1;
    const ParallelGeometry g = geometryNow();
    int found = -1;
    double least = kReach;
    bool fits = false;
    for (std::size_t t = 0; t < list_->size(); ++t) {
        const double d = g.distance(place, [&](int slot) { return shareOf(t, slot); });
        if (d > kReach || (fits && !fit_[t]) || (fits == fit_[t] && d >= least)) continue;
        found = static_cast<int>(t);
        least = d;
        fits = fit_[t];
    }
    return found;
}

// The brush of an axis at a share, and which part of it.
std::optional<SweepBrush> ParallelCoordinates::brushAt(int slot, double share, Drag::What& part) const {
    const SweepAxis& axis = axisIn(slot);
    const double end = kEnd / geometryNow().area.height();
    for (const SweepBrush& b : brushes_) {
        if (b.axis != axis.key) continue;
        const double low = axis.share(b.low), high = axis.share(b.high);
        if (share < low - end || share > high + end) continue;
        part = std::abs(share - low) <= end    ? Drag::What::low
               : std::abs(share - high) <= end ? Drag::What::high
                                               : Drag::What::move;
        return b;
    }
    return std::nullopt;
}

void ParallelCoordinates::resizeEvent(QResizeEvent*) { redraw(); }

void ParallelCoordinates::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) shades_.clear();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) redraw();
    QWidget::changeEvent(event);
}

}  // namespace mica
