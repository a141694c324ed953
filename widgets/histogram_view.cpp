#include "widgets/histogram_view.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/palette.h"
#include "widgets/ruler_ticks.h"

namespace mica {
namespace {

constexpr double kGap = 0.18;  // share of a bin's column that stays free

QFont small(QFont font) {
    font.setPointSizeF(0.85 * font.pointSizeF());
    return font;
}

}  // namespace

QColor splitColour(Split split, const QPalette& palette) {
    return seriesPen(split == Split::none ? 4 : static_cast<int>(split), palette).color();
}

QBrush splitBrush(Split split, const QPalette& palette) {
    static constexpr std::array<Qt::BrushStyle, 4> patterns{Qt::SolidPattern, Qt::BDiagPattern, Qt::Dense5Pattern,
                                                            Qt::HorPattern};
    return {splitColour(split, palette), patterns[static_cast<std::size_t>(split)]};
}

HistogramView::HistogramView(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setHistogram({});
}

void HistogramView::setHistogram(Histogram histogram) {
    histogram_ = std::move(histogram);
    splits_.clear();
    for (const Split s : {Split::train, Split::valid, Split::test, Split::none})
        if (histogram_.total(s) > 0) splits_.push_back(s);
    lit_ = -1;
    setAccessibleName(histogram_.title.isEmpty() ? tr("Histogram") : histogram_.title);
    QStringList all;
    for (int b = 0; b < static_cast<int>(histogram_.bins.size()); ++b) all << binText(b);
    setAccessibleDescription(all.join(QStringLiteral("; ")));
    update();
}

void HistogramView::setShares(bool on) {
    shares_ = on;
    update();
}

QSize HistogramView::sizeHint() const { return {320, qRound(QFontMetricsF(font()).height() * 12)}; }
QSize HistogramView::minimumSizeHint() const { return {160, qRound(QFontMetricsF(font()).height() * 7)}; }

double HistogramView::value(int bin, Split split) const {
    const auto n =
        static_cast<double>(histogram_.bins[static_cast<std::size_t>(bin)].count[static_cast<std::size_t>(split)]);
    if (!shares_) return n;
    const auto all = static_cast<double>(histogram_.total(split));
    return all > 0 ? 100 * n / all : 0;
}

double HistogramView::top() const {
    double most = 0;
    for (int b = 0; b < static_cast<int>(histogram_.bins.size()); ++b)
        for (const Split s : splits_) most = std::max(most, value(b, s));
    return most > 0 ? most : 1;
}

QRectF HistogramView::plotArea() const {
    const QFontMetricsF metrics(small(font()));
    const double left =
        metrics.horizontalAdvance(shares_ ? QStringLiteral("100 %")
                                          : QLocale().toString(static_cast<qulonglong>(histogram_.most()))) +
        14;
    return QRectF(rect()).adjusted(left, 0.6 * metrics.height(), -6, -(2.3 * metrics.height() + 6));
}

QRectF HistogramView::barRect(int bin, Split split) const {
    const auto found = std::find(splits_.begin(), splits_.end(), split);
    if (bin < 0 || bin >= static_cast<int>(histogram_.bins.size()) || found == splits_.end()) return {};
    const double v = value(bin, split);
    if (v <= 0) return {};
    const QRectF area = plotArea();
    const double column = area.width() / static_cast<double>(histogram_.bins.size());
    const double each = column * (1 - kGap) / static_cast<double>(splits_.size());
    const double x = area.left() + column * (bin + kGap / 2) + each * static_cast<double>(found - splits_.begin());
    const double high = std::max(1.0, area.height() * v / top());
    return {x, area.bottom() - high, std::max(1.0, each), high};
}

HistogramView::Hit HistogramView::hitAt(const QPointF& place) const {
    const QRectF area = plotArea();
    if (histogram_.bins.empty() || place.x() < area.left() || place.x() >= area.right()) return {};
    Hit hit;
    hit.bin = std::clamp(
        static_cast<int>((place.x() - area.left()) / area.width() * static_cast<double>(histogram_.bins.size())), 0,
        static_cast<int>(histogram_.bins.size()) - 1);
    for (const Split s : splits_)
        if (barRect(hit.bin, s).contains(place)) hit.split = s;
    return hit;
}

QString HistogramView::binText(int bin) const {
    const HistogramBin& b = histogram_.bins[static_cast<std::size_t>(bin)];
    const QLocale numbers;
    QStringList counts;
    for (const Split s : splits_) {
        const std::uint64_t n = b.count[static_cast<std::size_t>(s)], all = histogram_.total(s);
        counts << tr("%1 %2 (%3 %)")
                      .arg(numbers.toString(static_cast<qulonglong>(n)), splitTitle(s))
                      .arg(all ? 100.0 * static_cast<double>(n) / static_cast<double>(all) : 0, 0, 'f', 1);
    }
    const QString name =
        b.range.low && b.range.high ? tr("%1 to below %2").arg(b.name, QString::number(*b.range.high, 'g', 4)) : b.name;
    return tr("%1: %2").arg(name, counts.join(QStringLiteral(", ")));
}

void HistogramView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRectF area = plotArea();
    if (histogram_.bins.empty()) {
        painter.setPen(quietText(palette()));
        painter.drawText(rect().adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap,
                         histogram_.without_name.isEmpty()
                             ? tr("Nothing to count")
                             : tr("No clip has a value here: %1").arg(histogram_.without_name));
        return;
    }
    const double column = area.width() / static_cast<double>(histogram_.bins.size());
    if (lit_ >= 0) {
        QColor band = accentColour(palette());
        band.setAlphaF(0.14F);
        painter.fillRect(QRectF(area.left() + column * lit_, area.top(), column, area.height()), band);
    }
    paintAxes(painter, area);
    for (int b = 0; b < static_cast<int>(histogram_.bins.size()); ++b)
        for (const Split s : splits_) {
            const QRectF bar = barRect(b, s);
            if (bar.isNull()) continue;
            painter.setBrush(splitBrush(s, palette()));
            painter.setPen(bar.width() >= 3 ? QPen(splitColour(s, palette()), 1) : Qt::NoPen);
            painter.drawRect(bar);
        }
    paintNames(painter, area);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(accentColour(palette()), 1, Qt::DotLine));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -1, -1));
    }
}

void HistogramView::paintAxes(QPainter& painter, const QRectF& area) const {
    painter.setFont(small(font()));
    const QFontMetricsF metrics(painter.font());
    const double most = top();
    double least = most * 2.2 * metrics.height() / std::max(1.0, area.height());
    if (!shares_) least = std::max(1.0, least);  // counts are whole
    for (const Tick& tick : ticks({0, most}, least)) {
        if (!tick.major) continue;
        const double y = area.bottom() - area.height() * tick.value / most;
        painter.setPen(gridColour(palette()));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(quietText(palette()));
        const QString text =
            shares_ ? tr("%1 %").arg(tick.value) : QLocale().toString(static_cast<qlonglong>(std::llround(tick.value)));
        painter.drawText(QRectF(0, y - metrics.height() / 2, area.left() - 6, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, text);
    }
}

// Names of bins: borders for numbers, the middle for classes; as many as fit.
void HistogramView::paintNames(QPainter& painter, const QRectF& area) const {
    const QFontMetricsF metrics(painter.font());
    painter.setPen(palette().color(QPalette::WindowText));
    const auto n = static_cast<int>(histogram_.bins.size());
    const double column = area.width() / n;
    const bool numbers = !histogram_.bins.front().range.empty();
    double widest = 1;
    for (const HistogramBin& bin : histogram_.bins)
        widest = std::max(widest, metrics.horizontalAdvance(bin.name) + metrics.averageCharWidth());
    // the names of classes are shortened rather than left out; those of numbers are left out rather than shortened
    const int every = numbers ? std::max(1, static_cast<int>(std::ceil(widest / column))) : 1;
    for (int b = 0; b < n; b += every) {
        const double x = area.left() + column * (numbers ? b : b + 0.5), room = numbers ? column * every : column - 2;
        const QRectF box(x - room / 2, area.bottom() + 3, room, metrics.height());
        painter.drawText(box, Qt::AlignHCenter | Qt::AlignTop,
                         metrics.elidedText(histogram_.bins[static_cast<std::size_t>(b)].name, Qt::ElideRight, room));
    }
    painter.setPen(quietText(palette()));
    painter.drawText(QRectF(area.left(), area.bottom() + 5 + metrics.height(), area.width(), metrics.height() + 2),
                     Qt::AlignHCenter | Qt::AlignTop,
                     metrics.elidedText(histogram_.unit, Qt::ElideRight, area.width()));
}

void HistogramView::light(int bin) {
    if (bin == lit_) return;
    lit_ = bin;
    update();
}

void HistogramView::mouseMoveEvent(QMouseEvent* event) { light(hitAt(event->position()).bin); }
void HistogramView::leaveEvent(QEvent*) { light(-1); }
void HistogramView::focusOutEvent(QFocusEvent* event) {
    light(-1);
    QWidget::focusOutEvent(event);
}

void HistogramView::mouseReleaseEvent(QMouseEvent* event) {
    const Hit hit = hitAt(event->position());
    if (event->button() == Qt::LeftButton && hit.bin >= 0)
        Q_EMIT binChosen(hit.bin, hit.split ? static_cast<int>(*hit.split) : -1);
}

void HistogramView::keyPressEvent(QKeyEvent* event) {
    const auto n = static_cast<int>(histogram_.bins.size());
    if (n == 0) return QWidget::keyPressEvent(event);
    switch (event->key()) {
        case Qt::Key_Left:
            return light(lit_ < 0 ? n - 1 : std::max(0, lit_ - 1));
        case Qt::Key_Right:
            return light(std::min(n - 1, lit_ + 1));
        case Qt::Key_Home:
            return light(0);
        case Qt::Key_End:
            return light(n - 1);
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            if (lit_ >= 0) Q_EMIT binChosen(lit_, -1);
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

bool HistogramView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const Hit hit = hitAt(QPointF(help->pos()));
    if (hit.bin < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), tr("%1\nClick to list these clips").arg(binText(hit.bin)), this);
    return true;
}

}  // namespace mica
