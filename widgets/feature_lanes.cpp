#include "widgets/feature_lanes.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "widgets/palette.h"

namespace mica {
namespace {

bool isValid(const Stream& s, std::size_t step) { return s.valid.size() != s.steps || s.valid[step] != 0; }

QString number(float value) { return QString::number(static_cast<double>(value), 'g', 3); }

}  // namespace

FeatureRange featureRange(const Stream& stream, std::size_t feature) {
    FeatureRange range;
    bool first = true;
    for (std::size_t step = 0; step < stream.steps && feature < stream.features; ++step) {
        const float value = stream.row(step)[feature];
        if (!isValid(stream, step) || !std::isfinite(value)) continue;
        range =
            first ? FeatureRange{value, value} : FeatureRange{std::min(range.low, value), std::max(range.high, value)};
        first = false;
    }
    return range;
}

FeatureLanes::FeatureLanes(TimeView* view, Modality modality, QWidget* parent)
    : TimeLane(view, modalityTitle(modality), parent), modality_(modality) {
    setObjectName(QStringLiteral("featureLanes_%1").arg(QLatin1Char(letter(modality))));
}

void FeatureLanes::setStream(Stream stream, QStringList names) {
    // a stream whose sizes disagree is shown as empty, never read past its end
    if (stream.values.size() != stream.steps * stream.features) stream = {};
    if (stream.times.size() != stream.steps) stream.times.clear();
    stream_ = std::move(stream);
    names_ = std::move(names);
    ranges_.clear();
    for (std::size_t f = 0; f < stream_.features; ++f) ranges_.push_back(featureRange(stream_, f));
    std::vector<int> kept = visible_;
    visible_.clear();
    setVisibleFeatures(kept);
    updateGeometry();
    update();
}

void FeatureLanes::clear() { setStream({}, {}); }

QStringList FeatureLanes::featureNames() const {
    QStringList names;
    for (qsizetype f = 0; f < static_cast<qsizetype>(stream_.features); ++f)
        names << (f < names_.size() && !names_[f].isEmpty() ? names_[f] : tr("feature %1").arg(f + 1));
    return names;
}

bool FeatureLanes::hasNames() const {
    return std::any_of(names_.begin(), names_.end(), [](const QString& name) { return !name.isEmpty(); });
}

QString FeatureLanes::featureText(int feature) const {
    const QString name = featureNames().value(feature);
    if (feature < names_.size() && !names_[feature].isEmpty()) return name;
    return hasNames() ? tr("%1: the set does not name it").arg(name)
                      : tr("%1: the set names none of its %2 features, so they are counted from 1")
                            .arg(name, modalityWord(modality_));
}

void FeatureLanes::setVisibleFeatures(std::vector<int> features) {
    std::erase_if(features, [this](int f) { return f < 0 || static_cast<std::size_t>(f) >= stream_.features; });
    visible_ = std::move(features);
    updateGeometry();
    update();
}

std::vector<int> FeatureLanes::liveliestFeatures(int count) const {
    std::vector<double> change(stream_.features, 0);
    for (std::size_t f = 0; f < stream_.features; ++f)
        for (std::size_t step = 1; step < stream_.steps; ++step)
            if (stream_.row(step)[f] != stream_.row(step - 1)[f]) change[f] += 1;
    std::vector<int> order(stream_.features);
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return change[static_cast<std::size_t>(a)] > change[static_cast<std::size_t>(b)];
    });
    order.resize(std::min(order.size(), static_cast<std::size_t>(std::max(count, 0))));
    std::sort(order.begin(), order.end());
    return order;
}

int FeatureLanes::rowHeight() const { return qRound(2.0 * QFontMetricsF(font()).height()); }

QSize FeatureLanes::sizeHint() const {
    return {400, rowHeight() * static_cast<int>(std::max<std::size_t>(1, visible_.size()))};
}
QSize FeatureLanes::minimumSizeHint() const { return {160, sizeHint().height()}; }

QString FeatureLanes::emptyText() const {
    if (stream_.steps == 0) return tr("This clip has no %1 features").arg(modalityWord(modality_));
    return tr("No feature chosen");
}

Interval FeatureLanes::stepTime(std::size_t step) const {
    if (stream_.has_times()) return stream_.times[step];
    // times unknown: equal parts of the axis, and the header says so
    const double whole = view()->duration() > 0 ? view()->duration() : 1;
    return {whole * static_cast<double>(step) / static_cast<double>(stream_.steps),
            whole * static_cast<double>(step + 1) / static_cast<double>(stream_.steps)};
}

int FeatureLanes::stepAt(double seconds) const {
    for (std::size_t step = 0; step < stream_.steps; ++step)
        if (stepTime(step).contains(seconds)) return static_cast<int>(step);
    return -1;
}

void FeatureLanes::paintRow(QPainter& painter, const QRectF& area, int feature, const FeatureRange& range) const {
    const TimeScale scale = timeScale();
    const float spread = range.high - range.low;
    const auto yOf = [&](float value) {
        const double part = spread > 0 ? static_cast<double>((value - range.low) / spread) : 0.5;
        return area.bottom() - 4 - std::clamp(part, 0.0, 1.0) * (area.height() - 8);
    };
    const QColor colour = modalityColour(modality_, palette());
    QColor hatch = warningColour(palette());
    hatch.setAlphaF(0.5F);
    QPainterPath curve;
    bool open = false;
    double previousX = 0;
    for (std::size_t step = 0; step < stream_.steps; ++step) {
        const Interval time = stepTime(step);
        const double left = laneXOfTime(scale, time.begin), right = laneXOfTime(scale, time.end);
        if (!isValid(stream_, step)) {
            if (right >= area.left() && left <= area.right())
                painter.fillRect(QRectF(left, area.top() + 1, std::max(1.0, right - left), area.height() - 2),
                                 QBrush(hatch, Qt::BDiagPattern));
            open = false;  // a flagged step is a hole, not a line across
            continue;
        }
        const double x = 0.5 * (left + right), y = yOf(stream_.row(step)[feature]);
        if (open && x >= previousX)
            curve.lineTo(x, y);
        else
            curve.moveTo(x, y);
        if (modality_ == Modality::text) {  // words hold their value from begin to end
            curve.moveTo(left + 1, y);
            curve.lineTo(right - 1, y);
            open = false;
        } else {
            open = true;
        }
        previousX = x;
    }
    painter.setPen(QPen(colour, 1.4));
    painter.drawPath(curve);
}

void FeatureLanes::paintPlot(QPainter& painter, const QRectF& area) {
    if (stream_.steps == 0 || visible_.empty()) {
        painter.setPen(quietText(palette()));
        painter.drawText(area.adjusted(8, 0, -8, 0), Qt::AlignVCenter | Qt::AlignLeft, emptyText());
        return;
    }
    const double each = area.height() / static_cast<double>(visible_.size());
    for (std::size_t i = 0; i < visible_.size(); ++i) {
        const QRectF row(area.left(), area.top() + each * static_cast<double>(i), area.width(), each);
        if (i > 0) {
            painter.setPen(gridColour(palette()));
            painter.drawLine(row.topLeft(), row.topRight());
        }
        paintRow(painter, row, visible_[i], ranges_[static_cast<std::size_t>(visible_[i])]);
    }
}

void FeatureLanes::paintHeader(QPainter& painter, const QRectF& area) {
    if (stream_.steps == 0 || visible_.empty()) {
        TimeLane::paintHeader(painter, area);
        return;
    }
    const QStringList names = featureNames();
    QFont small = font();
    small.setPointSizeF(0.8 * font().pointSizeF());
    const QFontMetricsF metrics(font()), smallMetrics(small);
    const double each = area.height() / static_cast<double>(visible_.size());
    for (std::size_t i = 0; i < visible_.size(); ++i) {
        const QRectF row(area.left() + 6, area.top() + each * static_cast<double>(i), area.width() - 12, each);
        const FeatureRange& range = ranges_[static_cast<std::size_t>(visible_[i])];
        const QString high = number(range.high), low = number(range.low);
        const double scaleWidth = std::max(smallMetrics.horizontalAdvance(high), smallMetrics.horizontalAdvance(low));
        painter.setFont(small);
        painter.setPen(quietText(palette()));
        painter.drawText(row.adjusted(0, 1, 0, 0), Qt::AlignRight | Qt::AlignTop, high);
        painter.drawText(row.adjusted(0, 0, 0, -2), Qt::AlignRight | Qt::AlignBottom, low);
        painter.setFont(font());
        painter.setPen(modalityColour(modality_, palette()));
        QString name = names[visible_[i]];
        if (!stream_.has_times() && view()->duration() > 0) name += tr(" (times unknown)");  // else the ruler says it
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(name, Qt::ElideRight, row.width() - scaleWidth - 4));
    }
}

void FeatureLanes::mouseMoveEvent(QMouseEvent* event) {
    TimeLane::mouseMoveEvent(event);
    const QRectF area = plotArea();
    const double x = event->position().x();
    Q_EMIT stepHovered(x >= area.left() && x <= area.right() ? stepAt(timeOfX(x)) : -1);
}

void FeatureLanes::leaveEvent(QEvent* event) {
    Q_EMIT stepHovered(-1);
    TimeLane::leaveEvent(event);
}

bool FeatureLanes::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return TimeLane::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const QRectF area = plotArea();
    const auto row =
        static_cast<std::size_t>(std::max(0.0, help->pos().y() / area.height() * static_cast<double>(visible_.size())));
    if (row >= visible_.size() || stream_.steps == 0) {
        QToolTip::hideText();
        return true;
    }
    const QString name = featureNames()[visible_[row]], about = featureText(visible_[row]);
    const int step = help->pos().x() >= area.left() ? stepAt(timeOfX(help->pos().x())) : -1;
    if (step < 0) {
        QToolTip::showText(help->globalPos(),
                           stream_.has_times() ? about
                                               : about + QLatin1Char('\n') +
                                                     tr("The times of its steps are not known: they lie evenly spread"),
                           this);
        return true;
    }
    const auto at = static_cast<std::size_t>(step);
    QString text = tr("%1 = %2, step %3").arg(name, number(stream_.row(at)[visible_[row]])).arg(step + 1);
    if (stream_.has_times())
        text += tr(", %1 to %2 s").arg(stream_.times[at].begin, 0, 'f', 3).arg(stream_.times[at].end, 0, 'f', 3);
    if (!isValid(stream_, at)) text += QLatin1Char('\n') + tr("flagged: nothing was measured here");
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

}  // namespace mica
