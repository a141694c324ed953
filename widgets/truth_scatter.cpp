#include "widgets/truth_scatter.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace mica {
namespace {

constexpr double kReach = 8;    // pixels within which a point is meant
constexpr double kDrag = 4;     // pixels from which a press is a drag
constexpr double kRegion = 24;  // parts of the axis by which a key widens a region

}  // namespace

TruthScatter::TruthScatter(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Truth and prediction"));
}

QSize TruthScatter::sizeHint() const {
    const int line = fontMetrics().height();
    return {line * 13, line * 13};
}
QSize TruthScatter::minimumSizeHint() const {
    const int line = fontMetrics().height();
    return {line * 9, line * 9};
}

void TruthScatter::setPoints(std::vector<TruthPoint> points, double low, double high) {
    std::erase_if(points, [](const TruthPoint& p) { return !std::isfinite(p.truth) || !std::isfinite(p.prediction); });
    std::sort(points.begin(), points.end(), [](const TruthPoint& a, const TruthPoint& b) {
        return std::pair(a.truth, a.prediction) < std::pair(b.truth, b.prediction);
    });
    points_ = std::move(points);
    low_ = low;
    high_ = high;
    for (const TruthPoint& p : points_) {
        low_ = std::min({low_, static_cast<double>(p.truth), static_cast<double>(p.prediction)});
        high_ = std::max({high_, static_cast<double>(p.truth), static_cast<double>(p.prediction)});
    }
    if (!(high_ > low_)) high_ = low_ + 1;
    lit_ = -1;
    setAccessibleDescription(tr("%n clips", nullptr, static_cast<int>(points_.size())));
    stamped_ = {};
    update();
}

void TruthScatter::setRegion(const NumberRange& truth, const NumberRange& prediction) {
    truth_ = truth;
    prediction_ = prediction;
    update();
}

void TruthScatter::setCurrentClip(int clip) {
    if (clip == current_) return;
    current_ = clip;
    update();
}

QRectF TruthScatter::area() const {
    const QFontMetricsF metrics(font());
    const double left = metrics.horizontalAdvance(QStringLiteral("-0.00")) + 1.2 * metrics.height();
    const QRectF all = QRectF(rect()).adjusted(left, 1.3 * metrics.height(), -8, -2.4 * metrics.height());
    const double side = std::max(10.0, std::min(all.width(), all.height()));  // one scale for both: the diagonal is one
    return {all.left() + std::max(0.0, all.width() - side) / 2, all.top(), side, side};
}

TruthScatter::Scale TruthScatter::scale() const {
    const QRectF all = area();
    const double margin = 0.03 * all.width(), each = (all.width() - 2 * margin) / (high_ - low_);
    return {all.left() + margin - each * low_, all.bottom() - margin + each * low_, each, -each};
}

QPointF TruthScatter::placeOf(double truth, double prediction) const { return scale().place(truth, prediction); }

QPointF TruthScatter::valueAt(const QPointF& place) const {
    const Scale s = scale();
    return {(place.x() - s.x) / s.a, (place.y() - s.y) / s.b};
}

int TruthScatter::pointAt(const QPointF& place) const {
    const Scale s = scale();
    int nearest = -1;
    double least = kReach * kReach;
    for (std::size_t i = 0; i < points_.size(); ++i) {
        const QPointF at = s.place(static_cast<double>(points_[i].truth), static_cast<double>(points_[i].prediction));
        const double d = QPointF::dotProduct(at - place, at - place);
        if (d < least) least = d, nearest = static_cast<int>(i);
    }
    return nearest;
}

QString TruthScatter::pointText(int point) const {
    if (point < 0 || point >= static_cast<int>(points_.size())) return {};
    const TruthPoint& p = points_[static_cast<std::size_t>(point)];
    const auto number = [](float v) { return QString::number(static_cast<double>(v), 'f', 2); };
    return tr("truth %1, prediction %2, error %3 (%4)")
        .arg(number(p.truth), number(p.prediction), number(p.prediction - p.truth),
             p.wrong ? tr("wrong") : tr("right"));
}

void TruthScatter::light(int point) {
    if (point == lit_) return;
    lit_ = point;
    update();
}

// values: truth across, prediction down, in either direction.
void TruthScatter::choose(const QRectF& values) {
    const QRectF r = values.normalized();
    truth_ = {r.left(), r.right(), false};
    prediction_ = {r.top(), r.bottom(), false};
    update();
    Q_EMIT regionChosen(truth_, prediction_);
}

void TruthScatter::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    pressed_ = event->position();
    dragged_ = event->position();
}

void TruthScatter::mouseMoveEvent(QMouseEvent* event) {
    if (!pressed_) return light(pointAt(event->position()));
    const QRectF all = area();
    dragged_ = {std::clamp(event->position().x(), all.left(), all.right()),
                std::clamp(event->position().y(), all.top(), all.bottom())};
    update();
}

void TruthScatter::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !pressed_) return;
    const QPointF from = *std::exchange(pressed_, std::nullopt);
    if (QLineF(from, dragged_).length() >= kDrag) return choose(QRectF(valueAt(from), valueAt(dragged_)));
    update();
    if (const int point = pointAt(from); point >= 0) {
        light(point);
        Q_EMIT clipChosen(points_[static_cast<std::size_t>(point)].clip);
    } else if (!truth_.empty() || !prediction_.empty()) {
        truth_ = prediction_ = {};
        Q_EMIT regionChosen({}, {});
    }
}

void TruthScatter::leaveEvent(QEvent*) { light(-1); }

// A region about the lit point, wider in the direction of the key.
void TruthScatter::widen(int key) {
    if (lit_ < 0) return;
    const TruthPoint& p = points_[static_cast<std::size_t>(lit_)];
    const double step = (high_ - low_) / kRegion;
    QRectF r(QPointF(static_cast<double>(p.truth) - step / 2, static_cast<double>(p.prediction) - step / 2),
             QSizeF(step, step));
    if (!truth_.empty() && !prediction_.empty())
        r = QRectF(QPointF(*truth_.low, *prediction_.low), QPointF(*truth_.high, *prediction_.high));
    if (key == Qt::Key_Left) r.setLeft(r.left() - step);
    if (key == Qt::Key_Right) r.setRight(r.right() + step);
    if (key == Qt::Key_Up) r.setBottom(r.bottom() + step);  // prediction grows upwards
    if (key == Qt::Key_Down) r.setTop(r.top() - step);
    choose(r);
}

void TruthScatter::keyPressEvent(QKeyEvent* event) {
    const auto n = static_cast<int>(points_.size());
    const bool arrow = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right || event->key() == Qt::Key_Up ||
                       event->key() == Qt::Key_Down;
    if (arrow && event->modifiers() & Qt::ShiftModifier) return widen(event->key());
    switch (event->key()) {
        case Qt::Key_Left:
            return light(lit_ < 0 ? n - 1 : std::max(0, lit_ - 1));
        case Qt::Key_Right:
            return light(std::min(n - 1, lit_ + 1));
        case Qt::Key_Home:
            return light(n > 0 ? 0 : -1);
        case Qt::Key_End:
            return light(n - 1);
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            if (lit_ >= 0) Q_EMIT clipChosen(points_[static_cast<std::size_t>(lit_)].clip);
            return;
        case Qt::Key_Escape:
            truth_ = prediction_ = {};
            update();
            Q_EMIT regionChosen({}, {});
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

bool TruthScatter::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const int point = pointAt(QPointF(help->pos()));
    QToolTip::showText(help->globalPos(),
                       point < 0 ? tr("Drag to list the clips of a region; Escape lifts it")
                                 : tr("%1\nClick to go to the clip").arg(pointText(point)),
                       this);
    return true;
}

}  // namespace mica
