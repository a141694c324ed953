// How the attention map is painted: cells from a cached image, marks and words above it.
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

#include "widgets/attention_map.h"
#include "widgets/attention_map_cache.h"
#include "widgets/map_geometry.h"
#include "widgets/map_raster.h"
#include "widgets/palette.h"
#include "widgets/ruler_ticks.h"

namespace mica {
namespace {

QColor selectedColour(const QPalette& palette) {
    return isDark(palette) ? QColor(0xff, 0x7a, 0x8a) : QColor(0xd0, 0x21, 0x3f);
}
QColor propagatedColour(const QPalette& palette) {
    return isDark(palette) ? QColor(0xff, 0xa6, 0x4d) : QColor(0xb3, 0x4a, 0x00);
}
QColor truthColour(const QPalette& palette) {
    return isDark(palette) ? QColor(0x54, 0xe0, 0xb0) : QColor(0x00, 0x7d, 0x5a);
}

// how an outline goes along its way, in logical pixels: drawn where true, its halo where false
struct Way {
    int period, drawn;
};
constexpr Way kSolid{1, 1}, kDashed{10, 6}, kDotted{4, 2};

}  // namespace

void AttentionMapView::renderCache(const QRectF& area) {
    const double ratio = devicePixelRatioF();
    const QSize pixels(static_cast<int>(std::ceil(area.width() * ratio)),
                       static_cast<int>(std::ceil(area.height() * ratio)));
    const Interval visible = timeScale().visible;
    Cache& c = *cache_;
    if (c.painted == c.generation && c.visible == visible && c.rows == rows_ && c.pixels == pixels && c.ratio == ratio)
        return;
    c.painted = c.generation;
    c.visible = visible;
    c.rows = rows_;
    c.pixels = pixels;
    c.ratio = ratio;
    const bool dark = isDark(palette());
    c.table = colourTable(colours_, dark);

    // whole device pixels reach a hair beyond the area: the ranges grow by as much
    const double perPixelX = visible.duration() / (area.width() * ratio),
                 perPixelY = rows_.duration() / (area.height() * ratio);
    const auto columnPixels =
        cellsOfPixels(columns_, {visible.begin, visible.begin + perPixelX * pixels.width()}, pixels.width());
    const auto rowPixels =
        cellsOfPixels(rowSpans(map_.rows), {rows_.begin, rows_.begin + perPixelY * pixels.height()}, pixels.height());

    const auto shade = pooledMaximum(shades_.shade, map_.columns, rowPixels, columnPixels, 0);
    if (c.image.size() != pixels) c.image = QImage(pixels, QImage::Format_RGB32);
    const QRgb gap = palette().color(QPalette::Window).rgb();
    const QRgb hiddenGround = palette().color(QPalette::Base).rgb(), hatch = quietText(palette()).rgb();
    const int period = std::max(4, qRound(7 * ratio)), line = std::max(1, qRound(ratio));
    for (int y = 0; y < pixels.height(); ++y) {
        auto* out = reinterpret_cast<QRgb*>(c.image.scanLine(y));
        const std::uint8_t* in = shade.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width());
        const CellRange row = rowPixels[static_cast<std::size_t>(y)];
        for (int x = 0; x < pixels.width(); ++x) {
            const CellRange column = columnPixels[static_cast<std::size_t>(x)];
            if (in[x] != 0)
                out[x] = c.table[in[x]];
            else if (row.first == row.last || column.first == column.last)
                out[x] = gap;
            else
                out[x] = (x + y) % period < line ? hatch : hiddenGround;
        }
    }
    const QRgb halo = palette().color(QPalette::Base).rgb();
    const auto draw = [&](const std::vector<std::uint8_t>& cells, const QColor& colour, int width, Way way) {
        if (cells.empty()) return;
        const auto ring = outline(pooledMaximum(cells, map_.columns, rowPixels, columnPixels, 0), pixels.width(),
                                  pixels.height(), std::max(1, qRound(width * ratio)));
        // the colours along the way, once for all lines: they differ by a shift only
        const int period = std::max(1, qRound(way.period * ratio)), drawn = qRound(way.drawn * ratio);
        std::vector<QRgb> pattern(static_cast<std::size_t>(pixels.width() + period));
        for (std::size_t i = 0; i < pattern.size(); ++i)
            pattern[i] = static_cast<int>(i) % period < drawn ? colour.rgb() : halo;
        for (int y = 0; y < pixels.height(); ++y) {
            auto* out = reinterpret_cast<QRgb*>(c.image.scanLine(y));
            const std::uint8_t* in =
                ring.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width());
            const QRgb* along = pattern.data() + y % period;
            for (int x = 0; x < pixels.width(); ++x) out[x] = in[x] ? along[x] : out[x];
        }
    };
    draw(selected_, selectedColour(palette()), 2, kSolid);
    draw(propagated_, propagatedColour(palette()), 2, kDashed);
    draw(truth_cells_, truthColour(palette()), 3, kDotted);
    c.image.setDevicePixelRatio(ratio);
}

void AttentionMapView::paintPlot(QPainter& painter, const QRectF& area) {
    if (!hasMap()) {
        painter.setPen(refused_.isEmpty() ? quietText(palette()) : failureColour(palette()));
        painter.drawText(area.adjusted(12, 8, -12, -8), Qt::AlignCenter | Qt::TextWordWrap,
                         refused_.isEmpty() ? empty_text_ : refused_);
        return;
    }
    renderCache(area);
    painter.drawImage(area.topLeft(), cache_->image);
    paintDiagonal(painter, area);
    paintValues(painter, area);
    paintMarks(painter, area);
}

// where target and source are at the same time
void AttentionMapView::paintDiagonal(QPainter& painter, const QRectF& area) {
    if (!columnsHaveTimes() || target_.times.empty() || target_.modality == Modality::text) return;
    QPolygonF way;
    for (int r = std::max(0, static_cast<int>(rows_.begin) - 1);
         r < std::min(map_.rows, static_cast<int>(rows_.end) + 2); ++r)
        way << QPointF(xOfTime(target_.times[static_cast<std::size_t>(r)].middle()),
                       laneYOfRow(rows_, area.top(), area.height(), r + 0.5));
    QColor under = palette().color(QPalette::Base);
    under.setAlphaF(0.6F);
    painter.setPen(QPen(under, 3));
    painter.drawPolyline(way);
    painter.setPen(QPen(palette().color(QPalette::Text), 1, Qt::DashLine));
    painter.drawPolyline(way);
}

// numbers, once cells are large enough to hold them
void AttentionMapView::paintValues(QPainter& painter, const QRectF& area) {
    const QFontMetricsF metrics(font());
    const double rowHeight = area.height() / rows_.duration();
    const double needed = metrics.horizontalAdvance(QStringLiteral("0.000")) + 6;
    if (rowHeight < 1.25 * metrics.height()) return;
    const Interval visible = timeScale().visible;
    for (int column = 0; column < map_.columns; ++column) {
        const Interval& span = columns_[static_cast<std::size_t>(column)];
        if (span.end <= visible.begin || span.begin >= visible.end || xOfTime(span.end) - xOfTime(span.begin) < needed)
            continue;
        for (int row = static_cast<int>(rows_.begin); row < std::min<double>(map_.rows, rows_.end); ++row) {
            const auto cell = static_cast<std::size_t>(row) * static_cast<std::size_t>(map_.columns) +
                              static_cast<std::size_t>(column);
            if (shades_.shade[cell] == 0) continue;
            const QRgb ground = cache_->table[shades_.shade[cell]];
            painter.setPen(lightness(ground) > 55 ? QColor(0x15, 0x15, 0x15) : QColor(0xf5, 0xf5, 0xf5));
            painter.drawText(cellRect(row, column), Qt::AlignCenter,
                             QString::number(static_cast<double>(shades_.weight[cell]), 'f', 3));
        }
    }
}

void AttentionMapView::paintMarks(QPainter& painter, const QRectF& area) {
    const auto rowRect = [&](int row) {
        const double top = laneYOfRow(rows_, area.top(), area.height(), row),
                     bottom = laneYOfRow(rows_, area.top(), area.height(), row + 1);
        // a row thinner than a line is still seen
        return QRectF(area.left(), top, area.width(), std::max(bottom - top, 1.0));
    };
    const QColor accent = accentColour(palette());
    painter.setBrush(Qt::NoBrush);
    if (const int row = litRow(); row >= 0) {
        const QRectF lit = rowRect(row);
        if (outer_row_ >= 0 || frozen_row_ >= 0) {  // the others step back
            QColor veil = palette().color(QPalette::Base);
            veil.setAlphaF(0.45F);
            painter.fillRect(
                QRectF(area.topLeft(), QPointF(area.right(), std::clamp(lit.top(), area.top(), area.bottom()))), veil);
            painter.fillRect(
                QRectF(QPointF(area.left(), std::clamp(lit.bottom(), area.top(), area.bottom())), area.bottomRight()),
                veil);
        }
        painter.setPen(
            QPen(accent, frozen_row_ == row ? 2 : 1,
                 hovered_row_ == row || outer_row_ == row || frozen_row_ == row ? Qt::SolidLine : Qt::DashLine));
        painter.drawLine(lit.topLeft(), lit.topRight());
        painter.drawLine(lit.bottomLeft(), lit.bottomRight());
        // the strongest sources: ranked marks under the row
        QFont small = font();
        small.setPointSizeF(0.75 * font().pointSizeF());
        small.setBold(true);
        const QFontMetricsF metrics(small);
        painter.setFont(small);
        for (std::size_t i = 0; i < strongest_.size(); ++i) {
            const QRectF cell = cellRect(row, strongest_[i].column);
            if (cell.right() < area.left() || cell.left() > area.right()) continue;
            painter.setPen(QPen(accent, 2));
            painter.drawRect(cell.width() < 5 ? QRectF(cell.center().x() - 2.5, cell.top(), 5, cell.height())
                                              : cell.adjusted(1, 1, -1, -1));
            const QString rank = QString::number(i + 1);
            const double side = metrics.height();
            const bool below = lit.bottom() + side + 2 < area.bottom();
            const QRectF badge(cell.center().x() - side / 2, below ? lit.bottom() + 1 : lit.top() - side - 1, side,
                               side);
            painter.setPen(Qt::NoPen);
            painter.setBrush(accent);
            painter.drawEllipse(badge);
            painter.setBrush(Qt::NoBrush);
            painter.setPen(isDark(palette()) ? QColor(Qt::black) : QColor(Qt::white));
            painter.drawText(badge, Qt::AlignCenter, rank);
        }
        painter.setFont(font());
    }
    if (hovered_row_ >= 0 && hovered_column_ >= 0) {
        QRectF cell = cellRect(hovered_row_, hovered_column_);
        if (cell.width() < 4) cell = QRectF(cell.center().x() - 2, cell.top(), 4, cell.height());
        if (cell.height() < 4) cell = QRectF(cell.left(), cell.center().y() - 2, cell.width(), 4);
        painter.setPen(QPen(palette().color(QPalette::Base), 3));
        painter.drawRect(cell);
        painter.setPen(QPen(palette().color(QPalette::Text), 1.5));
        painter.drawRect(cell);
    }
}

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
              last = std::min(map_.rows, static_cast<int>(std::ceil(rows_.end)));
    const int lit = litRow();
    const bool times = target_.labels.empty() && !target_.times.empty();
    // round times, as far apart as their labels are high
    const double perRow =
        map_.rows > 0 && times ? (target_.times.back().end - target_.times.front().begin) / map_.rows : 0;
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
        if (!target_.labels.empty())
            return i < target_.masked.size() && target_.masked[i] ? QStringLiteral("\u25A2 ") + target_.labels[i]
                                                                  : target_.labels[i];
        return times ? timeLabel(target_.times[i].begin, std::min(perRow, 0.01)) : tr("step %1").arg(row + 1);
    };
    const QRectF litBox = lit >= first && lit < last ? box(lit) : QRectF();
    double free = area.top() - 1;  // nothing above this line may be written on
    painter.setPen(target_.labels.empty() ? quietText(palette()) : palette().color(QPalette::WindowText));
    for (int row = first; row < last; ++row) {
        QString text;
        if (times) {
            const Interval& span = target_.times[static_cast<std::size_t>(row)];
            const double tick = std::ceil(span.begin / step - 1e-6) * step;
            if (tick >= span.end - 1e-9) continue;
            text = timeLabel(tick, step);
        } else {
            if (target_.labels.empty() && row % stride != 0) continue;
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
    for (int column = 0; column < map_.columns; ++column) {
        const auto i = static_cast<std::size_t>(column);
        const double left = xOfTime(columns_[i].begin), right = xOfTime(columns_[i].end);
        if (right < area.left() || left > area.right()) continue;
        const bool words = !source_.labels.empty();
        const QString text = words ? metrics.elidedText(source_.labels[i], Qt::ElideRight, right - left - 2)
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
    double x = text(strip.left() + 2, number(shades_.low), plain) + 5;
    const QRectF bar(x, middle - 6, std::clamp(strip.width() * 0.16, 60.0, 180.0), 12);
    QImage gradient(255, 1, QImage::Format_RGB32);
    for (int i = 0; i < 255; ++i) gradient.setPixel(i, 0, cache_->table[static_cast<std::size_t>(i + 1)]);
    painter.drawImage(bar, gradient);
    painter.setPen(gridColour(palette()));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar);
    x = text(bar.right() + 5, number(shades_.high), plain) + 8;
    QString said =
        options_.normalisation == MapNormalisation::row ? tr("of the row's largest weight") : tr("attention weight");
    if (options_.scale == MapScale::logarithmic) said += tr(", log");
    said += options_.head < 0 ? (map_.heads == 1 ? tr(", its only head") : tr(", mean of %1 heads").arg(map_.heads))
                              : tr(", head %1 of %2").arg(options_.head + 1).arg(map_.heads);
    x = text(x, said, quiet) + 14;
    // keys only of what is shown; those that no longer fit are left out whole
    const auto key = [&](const QString& name, auto&& draw) {
        if (x + 26 + metrics.horizontalAdvance(name) > strip.right()) return;
        draw(QRectF(x, middle - 6, 20, 12));
        x = text(x + 25, name, quiet) + 14;
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
    if (!selected_.empty()) key(tr("W selected"), line(selectedColour(palette()), {}, 2));
    if (!propagated_.empty()) key(tr("V propagated"), line(propagatedColour(palette()), {3, 2}, 2));
    if (!truth_cells_.empty()) key(tr("true correspondence"), line(truthColour(palette()), {1, 1}, 2.5));
    if (!map_.hidden.empty())
        key(tr("masked"), [&](const QRectF& box) {
            painter.fillRect(box, palette().color(QPalette::Base));
            painter.fillRect(box, QBrush(quiet, Qt::BDiagPattern));
            painter.setPen(gridColour(palette()));
            painter.drawRect(box);
        });
}

void AttentionMapView::paintEvent(QPaintEvent* event) {
    TimeLane::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = plotArea();
    if (hasMap()) {
        if (bandHeight() > 0) paintBand(painter, area);
        paintLegend(painter, area);
    }
    if (hasFocus()) {
        painter.setClipping(false);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1.5));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

}  // namespace mica
