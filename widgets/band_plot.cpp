#include "widgets/band_plot.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "widgets/palette.h"
#include "widgets/ruler_ticks.h"

namespace mica {
namespace {

/// A mark of its own for each series, beside colour and dash.
void mark(QPainter& painter, const QPointF& at, std::size_t series, const QColor& colour) {
    constexpr double r = 3.4;
    painter.setPen(QPen(colour, 1.4));
    painter.setBrush(series == 0 ? QBrush(colour) : painter.background());
    if (series == 0)
        painter.drawEllipse(at, r, r);
    else if (series == 1)
        painter.drawRect(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r));
    else if (series == 2)
        painter.drawPolygon(QPolygonF{at + QPointF(0, -r), at + QPointF(r, r), at + QPointF(-r, r)});
    else
        painter.drawPolygon(
            QPolygonF{at + QPointF(0, -r), at + QPointF(r, 0), at + QPointF(0, r), at + QPointF(-r, 0)});
}

}  // namespace

BandPlot::BandPlot(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Curves with their spread"));
}

void BandPlot::setSeries(std::vector<double> x, std::vector<BandSeries> series, const QString& xName,
                         const QString& yName) {
    x_ = std::move(x);
    series_ = std::move(series);
    x_name_ = xName;
    y_name_ = yName;
    lit_ = -1;
    top_ = 0;
    for (const BandSeries& s : series_)
        for (const auto* values : {&s.mean, &s.high})
            for (const double v : *values)
                if (std::isfinite(v)) top_ = std::max(top_, v);
    top_ = top_ > 0 ? top_ * 1.08 : 1;
    update();
}

void BandPlot::setEmptyText(const QString& text) {
    empty_ = text;
    update();
}

QRectF BandPlot::area() const {
    const double line = fontMetrics().height();
    return QRectF(rect()).adjusted(8 + fontMetrics().horizontalAdvance(QStringLiteral("0.0000")), line * 2.6,
                                   -10 - fontMetrics().horizontalAdvance(QStringLiteral("90")) / 2.0, -line * 2.4);
}

QPointF BandPlot::at(double x, double y) const {
    const QRectF a = area();
    const double low = x_.front(), span = x_.size() > 1 ? x_.back() - low : 1;
    return {a.left() + a.width() * (x - low) / span, a.bottom() - a.height() * y / top_};
}

int BandPlot::placeAt(const QPointF& point) const {
    if (x_.empty() || !area().adjusted(-12, -12, 12, 12).contains(point)) return -1;
    int best = 0;
    for (int i = 1; i < static_cast<int>(x_.size()); ++i)
        if (std::abs(at(x_[static_cast<std::size_t>(i)], 0).x() - point.x()) <
            std::abs(at(x_[static_cast<std::size_t>(best)], 0).x() - point.x()))
            best = i;
    return best;
}

QString BandPlot::readOut(int place) const {
    if (place < 0 || place >= static_cast<int>(x_.size())) return {};
    const auto i = static_cast<std::size_t>(place);
    QStringList parts;
    for (const BandSeries& s : series_) {
        QString part = tr("%1 %2").arg(s.name, QString::number(s.mean[i], 'f', 3));
        if (!s.low.empty()) part += tr(" (%1 to %2)").arg(s.low[i], 0, 'f', 3).arg(s.high[i], 0, 'f', 3);
        parts << part;
    }
    return tr("%1 %: %2").arg(std::lround(100 * x_[i])).arg(parts.join(QStringLiteral(", ")));
}

void BandPlot::paintGrid(QPainter& painter) const {
    const QRectF a = area();
    const double line = fontMetrics().height();
    for (const Tick& tick : ticks({0, top_}, top_ * 2.2 * line / std::max(1.0, a.height()))) {
        if (!tick.major) continue;
        const double y = at(x_.front(), tick.value).y();
        painter.setPen(gridColour(palette()));
        painter.drawLine(QPointF(a.left(), y), QPointF(a.right(), y));
        painter.setPen(quietText(palette()));
        painter.drawText(QRectF(0, y - line / 2, a.left() - 4, line), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(tick.value, 'g', 3));
    }
    painter.setPen(palette().color(QPalette::WindowText));
    for (const double x : x_) {
        const QPointF foot = at(x, 0);
        painter.drawText(QRectF(foot.x() - 30, a.bottom() + 2, 60, line), Qt::AlignHCenter | Qt::AlignTop,
                         QString::number(std::lround(100 * x)));
    }
    painter.setPen(quietText(palette()));
    painter.drawText(QRectF(0, a.bottom() + 2 + line, width(), line * 1.3), Qt::AlignHCenter | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(x_name_, Qt::ElideRight, width()));
    painter.drawText(QRectF(6, line * 1.3, width() - 12, line), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(y_name_, Qt::ElideRight, width() - 12));
}

void BandPlot::paintLegend(QPainter& painter) const {
    double x = 8;
    const double y = fontMetrics().height() * 0.7;
    for (std::size_t s = 0; s < series_.size(); ++s) {
        const QPen pen = seriesPen(static_cast<int>(s), palette());
        painter.setPen(pen);
        painter.drawLine(QPointF(x, y), QPointF(x + 24, y));
        mark(painter, QPointF(x + 12, y), s, pen.color());
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QPointF(x + 29, y + painter.fontMetrics().ascent() / 2.0 - 1), series_[s].name);
        x += 42 + painter.fontMetrics().horizontalAdvance(series_[s].name);
    }
}

void BandPlot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBackground(palette().base());
    if (x_.empty() || series_.empty()) {
        painter.setPen(quietText(palette()));
        painter.drawText(rect().adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap,
                         empty_.isEmpty() ? tr("Nothing measured yet") : empty_);
        return;
    }
    painter.fillRect(area(), palette().base());
    paintGrid(painter);
    for (std::size_t s = 0; s < series_.size(); ++s) {
        const BandSeries& series = series_[s];
        QPen pen = seriesPen(static_cast<int>(s), palette());
        if (!series.low.empty()) {
            QPolygonF band;
            for (std::size_t i = 0; i < x_.size(); ++i) band << at(x_[i], series.high[i]);
            for (std::size_t i = x_.size(); i-- > 0;) band << at(x_[i], series.low[i]);
            QColor fill = pen.color();
            fill.setAlphaF(0.13F);
            painter.setPen(Qt::NoPen);
            painter.setBrush(fill);
            painter.drawPolygon(band);
        }
        QPolygonF curve;
        for (std::size_t i = 0; i < x_.size(); ++i) curve << at(x_[i], series.mean[i]);
        pen.setWidthF(2);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(curve);
        for (const QPointF& point : curve) mark(painter, point, s, pen.color());
    }
    paintLegend(painter);
    if (lit_ >= 0) {
        painter.setPen(QPen(accentColour(palette()), 1));
        const double x = at(x_[static_cast<std::size_t>(lit_)], 0).x();
        painter.drawLine(QPointF(x, area().top()), QPointF(x, area().bottom()));
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(accentColour(palette()), 1, Qt::DotLine));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -1, -1));
    }
}

void BandPlot::light(int place) {
    if (place == lit_) return;
    lit_ = place;
    setToolTip(readOut(place));
    setAccessibleDescription(readOut(place));
    update();
}

void BandPlot::mouseMoveEvent(QMouseEvent* event) { light(placeAt(event->position())); }
void BandPlot::leaveEvent(QEvent*) { light(-1); }

void BandPlot::keyPressEvent(QKeyEvent* event) {
    const int n = static_cast<int>(x_.size());
    if (n == 0) return QWidget::keyPressEvent(event);
    if (event->key() == Qt::Key_Left) return light(lit_ <= 0 ? n - 1 : lit_ - 1);
    if (event->key() == Qt::Key_Right) return light((lit_ + 1) % n);
    QWidget::keyPressEvent(event);
}

}  // namespace mica
