// What stands around the map's cells: row names, columns without times, cursor, legend.
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>
#include <vector>

#include "widgets/attention_map.h"
#include "widgets/attention_map_cache.h"
#include "widgets/map_geometry.h"
#include "widgets/map_marks.h"
#include "widgets/palette.h"
#include "widgets/ruler_ticks.h"

namespace mica {

void AttentionMapView::paintCursor(QPainter& painter, const QRectF& area) {
    if (!hasMap()) return;
    if (columnsHaveTimes()) {
        // the step at the cursor, as a bracket above and below its column
        const int column = columnAtTime(columns_, view()->position());
        if (column >= 0) {
            const QRectF cell = cellRect(0, column);
            painter.fillRect(QRectF(cell.left(), area.top(), std::max(2.0, cell.width()), 3), accentColour(palette()));
            painter.fillRect(QRectF(cell.left(), area.bottom() - 3, std::max(2.0, cell.width()), 3),
                             accentColour(palette()));
        }
        TimeLane::paintCursor(painter, area);
    }
    if (const int row = currentRow(); row >= 0) {
        const double y = laneYOfRow(rows_, area.top(), area.height(), row);
        const double height = std::max(2.0, area.height() / rows_.duration());
        painter.fillRect(QRectF(area.left(), y, 3, height), accentColour(palette()));
        painter.fillRect(QRectF(area.right() - 3, y, 3, height), accentColour(palette()));
    }
}

void AttentionMapView::paintHeader(QPainter& painter, const QRectF& area) {
    const QFontMetricsF metrics(font());
    if (!hasMap()) {
        TimeLane::paintHeader(painter, area);
        return;
    }
    const double rowHeight = area.height() / rows_.duration(), height = metrics.height();
    const int first = std::max(0, static_cast<int>(rows_.begin)),
              last = std::min(rowCount(), static_cast<int>(std::ceil(rows_.end)));
    const int lit = markedRow();
    const bool times = shown_->target.labels.empty() && !shown_->target.times.empty();
    // round times, as far apart as their labels are high
    const double perRow = rowCount() > 0 && times
                              ? (shown_->target.times.back().end - shown_->target.times.front().begin) / rowCount()
                              : 0;
    const double step = niceStep(std::max(perRow, perRow * 1.1 * height / rowHeight));
    const int stride = static_cast<int>(niceStep(std::max(1.0, 1.1 * height / rowHeight)));
    const auto box = [&](int row) {
        const double middle = laneYOfRow(rows_, area.top(), area.height(), row + 0.5);
        const double top = std::clamp(middle - height / 2, area.top(), std::max(area.top(), area.bottom() - height));
        return QRectF(area.left() + 2, top, area.width() - 6, height);
    };
    const auto write = [&](const QRectF& where, const QString& text) {
        painter.drawText(where.adjusted(3, 0, -3, 0), Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(text, Qt::ElideRight, where.width() - 6));
    };
    const auto name = [&](int row) {
        const auto i = static_cast<std::size_t>(row);
        if (!shown_->target.labels.empty())
            return i < shown_->target.masked.size() && shown_->target.masked[i]
                       ? QStringLiteral("\u25A2 ") + shown_->target.labels[i]
                       : shown_->target.labels[i];
        return times ? timeLabel(shown_->target.times[i].begin, std::min(perRow, 0.01)) : tr("step %1").arg(row + 1);
    };
    const QRectF litBox = lit >= first && lit < last ? box(lit) : QRectF();
    double free = area.top() - 1;  // nothing above this line may be written on
    painter.setPen(shown_->target.labels.empty() ? quietText(palette()) : palette().color(QPalette::WindowText));
    for (int row = first; row < last; ++row) {
        QString text;
        if (times) {
            const Interval& span = shown_->target.times[static_cast<std::size_t>(row)];
            const double tick = std::ceil(span.begin / step - 1e-6) * step;
            if (tick >= span.end - 1e-9) continue;
            text = timeLabel(tick, step);
        } else {
            if (shown_->target.labels.empty() && row % stride != 0) continue;
            text = name(row);
        }
        const QRectF where = box(row);
        if (where.top() < free - 0.15 * height || (litBox.isValid() && where.intersects(litBox))) continue;
        write(where, text);
        free = where.bottom();
    }
    if (litBox.isValid()) {
        painter.fillRect(litBox, accentColour(palette()));
        painter.setPen(isDark(palette()) ? QColor(Qt::black) : QColor(Qt::white));
        write(litBox, name(lit));
    }
}

// Columns without times: their words or numbers stand under them.
void AttentionMapView::paintBand(QPainter& painter, const QRectF& area) {
    const QFontMetricsF metrics(font());
    const QRectF band(area.left(), area.bottom(), area.width(), bandHeight());
    painter.save();
    painter.setClipRect(band);
    painter.setPen(quietText(palette()));
    double free = area.left() - 1;
    for (int column = 0; column < columnCount(); ++column) {
        const auto i = static_cast<std::size_t>(column);
        const double left = xOfTime(columns_[i].begin), right = xOfTime(columns_[i].end);
        if (right < area.left() || left > area.right()) continue;
        const bool words = !shown_->source.labels.empty();
        const QString text = words ? metrics.elidedText(shown_->source.labels[i], Qt::ElideRight, right - left - 2)
                                   : QString::number(column + 1);
        const double width = metrics.horizontalAdvance(text), x = std::max(area.left() + 1, (left + right - width) / 2);
        if (x < free || x + width > area.right() || (words && right - left < 2 * metrics.averageCharWidth())) continue;
        painter.drawText(QPointF(x, band.top() + metrics.ascent()), text);
        free = x + width + metrics.averageCharWidth();
    }
    painter.restore();
    painter.setPen(quietText(palette()));
    painter.drawText(QRectF(0, band.top(), area.left() - 6, band.height()), Qt::AlignRight | Qt::AlignTop,
                     metrics.elidedText(tr("times unknown"), Qt::ElideLeft, area.left() - 12));
}

void AttentionMapView::paintLegend(QPainter& painter, const QRectF& area) {
    const QFontMetricsF metrics(font());
    const QRectF strip(area.left(), area.bottom() + bandHeight() + 4, area.width(), legendHeight() - 6);
    const double middle = strip.center().y();
    const auto text = [&](double x, const QString& s, const QColor& colour) {
        painter.setPen(colour);
        painter.drawText(QRectF(x, strip.top(), strip.right() - x, strip.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         s);
        return x + metrics.horizontalAdvance(s);
    };
    painter.setClipRect(QRectF(0, strip.top() - 4, width(), strip.height() + 8));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(6, strip.top(), area.left() - 12, strip.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(title(), Qt::ElideRight, area.left() - 12));
    const QColor plain = palette().color(QPalette::WindowText), quiet = quietText(palette());
    const auto number = [](float v) { return QString::number(static_cast<double>(v), 'g', 2); };
    double x = text(strip.left() + 2, number(picture_.shades.low), plain) + 5;
    const QRectF bar(x, middle - 6, std::clamp(strip.width() * 0.16, 60.0, 180.0), 12);
    const ColourTable table =
        isDifference() ? divergingTable(isDark(palette())) : colourTable(colours_, isDark(palette()));
    QImage gradient(255, 1, QImage::Format_RGB32);
    for (int i = 0; i < 255; ++i) gradient.setPixel(i, 0, table[static_cast<std::size_t>(i + 1)]);
    painter.drawImage(bar, gradient);
    painter.setPen(gridColour(palette()));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar);
    x = text(bar.right() + 5, number(picture_.shades.high), plain) + 8;
    const bool rows = shown_->shading.normalisation == MapNormalisation::row;
    QString said = isDifference() ? (rows ? tr("first less second, of the row's largest") : tr("first less second"))
                                  : (rows ? tr("of the row's largest weight") : tr("attention weight"));
    if (shown_->shading.scale == MapScale::logarithmic) said += tr(", log");
    said += shown_->shading.head < 0
                ? (shown_->map->heads == 1 ? tr(", its only head")
                                           : tr(", mean of %n heads", nullptr, static_cast<int>(shown_->map->heads)))
                : tr(", head %1 of %2").arg(shown_->shading.head + 1).arg(shown_->map->heads);
    // keys only of what is shown; where room is short they take their short names, then the words before them yield
    struct Key {
        QString name, brief;
        std::function<void(const QRectF&)> draw;
    };
    std::vector<Key> keys;
    const auto key = [&keys](const QString& name, const QString& brief, std::function<void(const QRectF&)> draw) {
        keys.push_back({name, brief, std::move(draw)});
    };
    const auto line = [&](const QColor& colour, const QList<qreal>& dash, double width) {
        return [&painter, colour, dash, width](const QRectF& box) {
            QPen pen(colour, width);
            if (!dash.isEmpty()) pen.setDashPattern(dash);
            pen.setCapStyle(Qt::FlatCap);
            painter.setPen(pen);
            painter.drawRect(box.adjusted(1, 1, -1, -1));
        };
    };
    if (!picture_.kept.empty())
        key(tr("outside %1 % of the row").arg(100 * shown_->kept_mass), tr("rest"), [&](const QRectF& box) {
            painter.fillRect(box, cache_->table[60]);
            painter.setPen(gridColour(palette()));
            painter.drawRect(box);
        });
    if (!picture_.selected.empty())
        key(isDifference() ? tr("W of the first") : tr("W selected"), tr("W"), line(selectedColour(palette()), {}, 2));
    if (!picture_.propagated.empty())
        key(isDifference() ? tr("V of the first") : tr("V propagated"), tr("V"),
            line(propagatedColour(palette()), {3, 2}, 2));
    if (!picture_.truth.empty()) key(tr("true correspondence"), tr("truth"), line(truthColour(palette()), {1, 1}, 2.5));
    if (!shown_->map->hidden.empty())
        key(tr("masked"), tr("masked"), [&](const QRectF& box) {
            painter.fillRect(box, palette().color(QPalette::Base));
            painter.fillRect(box, QBrush(quiet, Qt::BDiagPattern));
            painter.setPen(gridColour(palette()));
            painter.drawRect(box);
        });
    const auto width = [&](bool brief) {
        double all = 0;
        for (const Key& k : keys) all += 39 + metrics.horizontalAdvance(brief ? k.brief : k.name);
        return all;
    };
    const bool brief = x + metrics.horizontalAdvance(said) + 14 + width(false) > strip.right() + 14;
    const double room = std::max(0.0, strip.right() - x - width(brief));
    x = text(x, metrics.elidedText(said, Qt::ElideRight, room), quiet) + 14;
    for (const Key& k : keys) {
        k.draw(QRectF(x, middle - 6, 20, 12));
        x = text(x + 25, brief ? k.brief : k.name, quiet) + 14;
    }
}

void AttentionMapView::paintEvent(QPaintEvent* event) {
    TimeLane::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = plotArea();
    if (hasMap()) {
        if (bandHeight() > 0) paintBand(painter, area);
        if (legend_shown_) paintLegend(painter, area);
    }
    if (hasFocus() && printed() == 0) {
        painter.setClipping(false);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1.5));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

}  // namespace mica
