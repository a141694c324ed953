#include "widgets/scatter_view.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "widgets/palette.h"

namespace mica {

namespace {
constexpr double kReach = 9;         // pixels from which a point is meant
constexpr double kMargin = 18;       // around the cloud
constexpr double kStep = M_PI / 36;  // of a turn by key
}  // namespace

ScatterView::ScatterView(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Queries and keys, projected"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ScatterView::setPoints(std::vector<ScatterPoint> points, int dimensions, const QStringList& axes) {
    const bool other = points.size() != points_.size() || dimensions != dimensions_;
    points_ = std::move(points);
    dimensions_ = dimensions;
    axes_ = axes;
    if (lit_ >= static_cast<int>(points_.size())) lit_ = -1;
    if (strong_.size() != points_.size()) strong_.clear();
    middle_ = {};
    radius_ = 0;
    if (!points_.empty()) {
        for (std::size_t d = 0; d < 3; ++d) {
            const auto by = [d](const ScatterPoint& a, const ScatterPoint& b) { return a.at[d] < b.at[d]; };
            const auto [low, high] = std::minmax_element(points_.begin(), points_.end(), by);
            middle_[d] = 0.5 * (static_cast<double>(low->at[d]) + static_cast<double>(high->at[d]));
        }
        for (const ScatterPoint& p : points_) {
            double r = 0;
            for (std::size_t d = 0; d < 3; ++d) {
                const double x = static_cast<double>(p.at[d]) - middle_[d];
                // turned, a cloud takes the room of its ball; flat, that of its box
                r = dimensions_ == 3 ? std::hypot(r, x) : std::max(r, std::abs(x));
            }
            radius_ = std::max(radius_, r);
        }
    }
    if (!(radius_ > 0)) radius_ = 1;
    if (other) showAll();
    update();
}

void ScatterView::setCaption(const QString& text) {
    caption_ = text;
    setAccessibleDescription(text);
    update();
}

void ScatterView::setLit(int point) {
    if (point == lit_) return;
    lit_ = point < static_cast<int>(points_.size()) ? point : -1;
    update();
}

void ScatterView::setStrong(std::vector<bool> strong) {
    strong_ = std::move(strong);
    strong_.resize(points_.size());
    update();
}

void ScatterView::showAll() {
    scale_ = 1;
    shift_ = {};
    update();
}

std::array<double, 3> ScatterView::turned(const std::array<float, 3>& at) const {
    const double x = (static_cast<double>(at[0]) - middle_[0]) / radius_,
                 y = (static_cast<double>(at[1]) - middle_[1]) / radius_,
                 z = (static_cast<double>(at[2]) - middle_[2]) / radius_;
    if (dimensions_ == 2) return {x, y, 0};
    const double a = x * std::cos(turn_) + z * std::sin(turn_), b = z * std::cos(turn_) - x * std::sin(turn_);
    return {a, y * std::cos(tilt_) - b * std::sin(tilt_), b * std::cos(tilt_) + y * std::sin(tilt_)};
}

QPointF ScatterView::placed(const std::array<double, 3>& at) const {
    const QRectF room = QRectF(rect()).adjusted(kMargin, kMargin + fontMetrics().height(), -kMargin,
                                                -kMargin - fontMetrics().height() * 1.5);
    const double half = std::max(10.0, std::min(room.width(), room.height()) / 2) * scale_;
    return room.center() + shift_ + QPointF(at[0] * half, -at[1] * half);
}

QPointF ScatterView::placeOf(int point) const { return placed(turned(points_.at(static_cast<std::size_t>(point)).at)); }

int ScatterView::pointAt(const QPointF& place) const {
    int nearest = -1;
    double best = kReach * kReach;
    for (int i = 0; i < static_cast<int>(points_.size()); ++i) {
        const QPointF d = placeOf(i) - place;
        const double square = QPointF::dotProduct(d, d);
        if (square < best) best = square, nearest = i;
    }
    return nearest;
}

void ScatterView::light(int point) {
    if (point == lit_) return;
    lit_ = point;
    update();
    Q_EMIT pointLit(point);
}

void ScatterView::paintAxes(QPainter& painter) const {
    painter.setPen(QPen(gridColour(palette()), 1));
    const auto r = static_cast<float>(radius_ * 0.98);
    for (std::size_t d = 0; d < static_cast<std::size_t>(dimensions_); ++d) {
        std::array<float, 3> from{}, to{};
        for (std::size_t e = 0; e < 3; ++e) from[e] = to[e] = static_cast<float>(middle_[e]);
        from[d] -= r;
        to[d] += r;
        const QPointF end = placed(turned(to));
        painter.setPen(QPen(gridColour(palette()), 1));
        painter.drawLine(placed(turned(from)), end);
        if (static_cast<int>(d) >= axes_.size()) continue;
        painter.setPen(quietText(palette()));
        const QString text = axes_[static_cast<int>(d)];
        const double width = painter.fontMetrics().horizontalAdvance(text);
        painter.drawText(QPointF(std::clamp(end.x() + 4, 2.0, std::max(2.0, this->width() - width - 2)), end.y() - 3),
                         text);
    }
}

void ScatterView::paintLegend(QPainter& painter) const {
    const QFontMetricsF metrics(painter.font());
    double x = 6;
    const double y = height() - metrics.height() / 2 - 4;
    for (const bool query : {true, false}) {
        const auto found =
            std::find_if(points_.begin(), points_.end(), [&](const ScatterPoint& p) { return p.query == query; });
        if (found == points_.end()) continue;
        const QColor colour = modalityColour(found->modality, palette());
        if (query) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
            painter.drawEllipse(QPointF(x + 5, y), 3.5, 3.5);
        } else {
            painter.setPen(QPen(colour, 1.6));
            painter.drawLine(QPointF(x + 2, y - 3), QPointF(x + 8, y + 3));
            painter.drawLine(QPointF(x + 2, y + 3), QPointF(x + 8, y - 3));
        }
        painter.setPen(palette().color(QPalette::WindowText));
        const QString text = query ? tr("queries: %1").arg(modalityTitle(found->modality))
                                   : tr("keys: %1").arg(modalityTitle(found->modality));
        painter.drawText(QPointF(x + 13, y + metrics.ascent() / 2 - 1), text);
        x += 22 + metrics.horizontalAdvance(text);
    }
}

void ScatterView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().base());
    if (points_.empty()) {
        painter.setPen(quietText(palette()));
        painter.drawText(rect().adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap,
                         caption_.isEmpty() ? tr("No points") : caption_);
        return;
    }
    paintAxes(painter);
    std::vector<std::pair<double, int>> order;  // far ones first
    for (int i = 0; i < static_cast<int>(points_.size()); ++i)
        order.emplace_back(-turned(points_[static_cast<std::size_t>(i)].at)[2], i);
    if (dimensions_ == 3) std::sort(order.begin(), order.end(), [](auto a, auto b) { return a.first > b.first; });
    // one side above the other hides it: taken in turn
    if (dimensions_ == 2)
        std::sort(order.begin(), order.end(), [n = static_cast<int>(points_.size())](auto a, auto b) {
            return (a.second * 7919 % n) < (b.second * 7919 % n);
        });
    for (const auto& [depth, i] : order) {
        const auto at = static_cast<std::size_t>(i);
        const ScatterPoint& p = points_[at];
        const QPointF place = placeOf(i);
        if (!rect().adjusted(-8, -8, 8, 8).contains(place.toPoint())) continue;
        QColor colour = modalityColour(p.modality, palette());
        const bool strong = at < strong_.size() && strong_[at];
        colour.setAlphaF(strong || i == lit_ ? 1.0F : 0.62F);
        const double size = (dimensions_ == 3 ? 2.6 - depth : 2.8) * (strong ? 1.9 : 1);
        if (p.query) {
            painter.setPen(strong ? QPen(palette().color(QPalette::WindowText), 1) : QPen(Qt::NoPen));
            painter.setBrush(colour);
            painter.drawEllipse(place, size, size);
        } else {
            painter.setPen(QPen(colour, strong ? 2.4 : 1.4));
            painter.drawLine(place + QPointF(-size, -size), place + QPointF(size, size));
            painter.drawLine(place + QPointF(-size, size), place + QPointF(size, -size));
        }
    }
    if (lit_ >= 0) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(accentColour(palette()), 2));
        painter.drawEllipse(placeOf(lit_), 8, 8);
    }
    paintLegend(painter);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect().adjusted(6, 4, -6, 0), Qt::AlignTop | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(caption_, Qt::ElideRight, width() - 12));
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(accentColour(palette()), 1, Qt::DotLine));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -1, -1));
    }
}

void ScatterView::moveBy(double x, double y) {
    if (dimensions_ == 3) {
        turn_ += x * 0.01;
        tilt_ = std::clamp(tilt_ + y * 0.01, -M_PI / 2, M_PI / 2);
    } else {
        shift_ += QPointF(x, y);
    }
    update();
}

void ScatterView::zoom(double factor) {
    scale_ = std::clamp(scale_ * factor, 0.2, 200.0);
    update();
}

void ScatterView::mousePressEvent(QMouseEvent* event) {
    pressed_ = dragged_ = event->position();
    dragging_ = false;
}

void ScatterView::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton)) return light(pointAt(event->position()));
    if (!dragging_ && (event->position() - pressed_).manhattanLength() < 5) return;
    dragging_ = true;
    const QPointF by = event->position() - dragged_;
    dragged_ = event->position();
    moveBy(by.x(), by.y());
}

void ScatterView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || std::exchange(dragging_, false)) return;
    if (const int point = pointAt(event->position()); point >= 0) {
        light(point);
        Q_EMIT pointChosen(point);
    }
}

void ScatterView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (pointAt(event->position()) < 0) showAll();
}

void ScatterView::wheelEvent(QWheelEvent* event) {
    const double factor = std::pow(1.2, event->angleDelta().y() / 120.0), before = scale_;
    // the place under the pointer stays
    const QPointF middle = placed({0, 0, 0});
    zoom(factor);
    shift_ += (event->position() - middle) * (1 - scale_ / before);
    event->accept();
}

void ScatterView::leaveEvent(QEvent*) { light(-1); }

void ScatterView::keyPressEvent(QKeyEvent* event) {
    const int n = static_cast<int>(points_.size());
    const double by = dimensions_ == 3 ? kStep / 0.01 : 24;
    switch (event->key()) {
        case Qt::Key_Left:
            return moveBy(-by, 0);
        case Qt::Key_Right:
            return moveBy(by, 0);
        case Qt::Key_Up:
            return moveBy(0, -by);
        case Qt::Key_Down:
            return moveBy(0, by);
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return zoom(1.25);
        case Qt::Key_Minus:
            return zoom(0.8);
        case Qt::Key_Home:
            return showAll();
        case Qt::Key_PageDown:
            if (n) light((lit_ + 1) % n);
            return;
        case Qt::Key_PageUp:
            if (n) light(lit_ <= 0 ? n - 1 : lit_ - 1);
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            if (lit_ >= 0) Q_EMIT pointChosen(lit_);
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

bool ScatterView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const int point = pointAt(QPointF(help->pos()));
    if (point < 0)
        QToolTip::showText(help->globalPos(),
                           dimensions_ == 3 ? tr("Drag: turn. Wheel: zoom. Double click: everything. A click on a "
                                                 "point goes to its clip and time.")
                                            : tr("Drag: move. Wheel: zoom. Double click: everything. A click on a "
                                                 "point goes to its clip and time."),
                           this);
    else
        QToolTip::showText(help->globalPos(), points_[static_cast<std::size_t>(point)].tip, this);
    return true;
}

}  // namespace mica
