// How the attention map is painted: cells from a cached image, marks and words above it.
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

#include "widgets/attention_map.h"
#include "widgets/attention_map_cache.h"
#include "widgets/map_difference.h"
#include "widgets/map_geometry.h"
#include "widgets/map_marks.h"
#include "widgets/map_raster.h"
#include "widgets/palette.h"
#include "widgets/ruler_ticks.h"

namespace mica {
namespace {

QString valueText(float weight, bool difference) {
    const QString text = QString::number(static_cast<double>(weight), 'f', 3);
    return difference && weight > 0 ? QLatin1Char('+') + text : text;
}

constexpr double kSignRoom = 9;  // logical pixels
constexpr int kSignFrom = 32;    // of the 126 sizes of a difference: a quarter of the largest

// The sign as a shape, for eyes and papers without colours.
void paintSign(QPainter& painter, const QPointF& middle, bool negative, const QColor& ink) {
    painter.fillRect(QRectF(middle.x() - 2.5, middle.y() - 0.5, 5, 1), ink);
    if (!negative) painter.fillRect(QRectF(middle.x() - 0.5, middle.y() - 2.5, 1, 5), ink);
}

// how an outline goes along its way, in logical pixels: drawn where true, its halo where false
struct Way {
    int period, drawn;
};
constexpr Way kSolid{1, 1}, kDashed{10, 6}, kDotted{4, 2};

}  // namespace

void AttentionMapView::renderCache(const QRectF& area) {
    const double ratio = printed() > 0 ? printed() : devicePixelRatioF();
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
    c.table = codeTable(shown_->kind(), !picture_.kept.empty(), colours_, dark, palette().color(QPalette::Base));

    // whole device pixels reach a hair beyond the area: the ranges grow by as much
    const double perPixelX = visible.duration() / (area.width() * ratio),
                 perPixelY = rows_.duration() / (area.height() * ratio);
    const auto columnPixels =
        cellsOfPixels(columns_, {visible.begin, visible.begin + perPixelX * pixels.width()}, pixels.width());
    const auto rowPixels =
        cellsOfPixels(rowSpans(rowCount()), {rows_.begin, rows_.begin + perPixelY * pixels.height()}, pixels.height());

    const auto shade = pooledMaximum(picture_.code, columnCount(), rowPixels, columnPixels, 0);
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
    // where outlines lie over each other the first stays in the gaps of the next
    std::vector<std::uint8_t> taken;
    const auto draw = [&](const std::vector<std::uint8_t>& cells, const QColor& colour, int width, Way way) {
        if (cells.empty()) return;
        const auto ring = outline(pooledMaximum(cells, columnCount(), rowPixels, columnPixels, 0), pixels.width(),
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
            if (taken.empty()) {
                for (int x = 0; x < pixels.width(); ++x) out[x] = in[x] ? along[x] : out[x];
                continue;
            }
            std::uint8_t* below = taken.data() + (in - ring.data());
            for (int x = 0; x < pixels.width(); ++x) {
                if (in[x] && !(below[x] && along[x] == halo)) out[x] = along[x];
                below[x] |= in[x];
            }
        }
        if (taken.empty()) taken = ring;
    };
    draw(picture_.selected, selectedColour(palette()), 2, kSolid);
    draw(picture_.propagated, propagatedColour(palette()), 2, kDashed);
    draw(picture_.truth, truthColour(palette()), 3, kDotted);
    c.image.setDevicePixelRatio(ratio);
}

void AttentionMapView::paintPlot(QPainter& painter, const QRectF& area) {
    if (!hasMap()) {
        painter.setPen(refused_.isEmpty() ? quietText(palette()) : failureColour(palette()));
        painter.drawText(area.adjusted(12, 8, -12, -8), Qt::AlignCenter | Qt::TextWordWrap,
                         isDrawing()          ? tr("Drawing the map...")
                         : refused_.isEmpty() ? empty_text_
                                              : refused_);
        return;
    }
    renderCache(area);
    painter.drawImage(area.topLeft(), cache_->image);
    paintDiagonal(painter, area);
    paintSpans(painter, area);
    paintValues(painter, area);
    paintMarks(painter, area);
}

// where target and source are at the same time
void AttentionMapView::paintDiagonal(QPainter& painter, const QRectF& area) {
    if (!columnsHaveTimes() || shown_->target.times.empty() || shown_->target.modality == Modality::text) return;
    QPolygonF way;
    for (int r = std::max(0, static_cast<int>(rows_.begin) - 1);
         r < std::min(rowCount(), static_cast<int>(rows_.end) + 2); ++r)
        way << QPointF(xOfTime(shown_->target.times[static_cast<std::size_t>(r)].middle()),
                       laneYOfRow(rows_, area.top(), area.height(), r + 0.5));
    QColor under = palette().color(QPalette::Base);
    under.setAlphaF(0.6F);
    painter.setPen(QPen(under, 3));
    painter.drawPolyline(way);
    painter.setPen(QPen(palette().color(QPalette::Text), 1, Qt::DashLine));
    painter.drawPolyline(way);
}

// When each word was said, as a bracket at the foot of its row: the rows alone have no time.
void AttentionMapView::paintSpans(QPainter& painter, const QRectF& area) {
    if (!columnsHaveTimes() || shown_->target.times.empty() || shown_->target.modality != Modality::text) return;
    const double rowHeight = area.height() / rows_.duration();
    if (rowHeight < 7) return;
    for (int row = std::max(0, static_cast<int>(rows_.begin)); row < std::min<double>(rowCount(), rows_.end); ++row) {
        const Interval& span = shown_->target.times[static_cast<std::size_t>(row)];
        const double foot = laneYOfRow(rows_, area.top(), area.height(), row + 1) - 2, top = foot - 3;
        const QPolygonF bracket{{xOfTime(span.begin) + 1, top},
                                {xOfTime(span.begin) + 1, foot},
                                {xOfTime(span.end) - 1, foot},
                                {xOfTime(span.end) - 1, top}};
        painter.setPen(QPen(palette().color(QPalette::Base), 4));
        painter.drawPolyline(bracket);
        painter.setPen(QPen(modalityColour(Modality::text, palette()), 2));
        painter.drawPolyline(bracket);
    }
}

// numbers, once cells are large enough to hold them; before that the sign of a difference that counts
void AttentionMapView::paintValues(QPainter& painter, const QRectF& area) {
    const QFontMetricsF metrics(font());
    const double rowHeight = area.height() / rows_.duration();
    const double needed =
        metrics.horizontalAdvance(isDifference() ? QStringLiteral("+0.000") : QStringLiteral("0.000")) + 6;
    const bool tall = rowHeight >= 1.25 * metrics.height();
    if (!tall && (!isDifference() || rowHeight < kSignRoom)) return;
    const Interval visible = timeScale().visible;
    for (int column = 0; column < columnCount(); ++column) {
        const Interval& span = columns_[static_cast<std::size_t>(column)];
        const double width = xOfTime(span.end) - xOfTime(span.begin);
        const bool number = tall && width >= needed;
        if (span.end <= visible.begin || span.begin >= visible.end ||
            (!number && (!isDifference() || width < kSignRoom)))
            continue;
        for (int row = static_cast<int>(rows_.begin); row < std::min<double>(rowCount(), rows_.end); ++row) {
            const auto cell = static_cast<std::size_t>(row) * static_cast<std::size_t>(columnCount()) +
                              static_cast<std::size_t>(column);
            if (picture_.shades.shade[cell] == 0) continue;
            const QRgb ground = cache_->table[picture_.code[cell]];
            const QColor ink = lightness(ground) > 55 ? QColor(0x15, 0x15, 0x15) : QColor(0xf5, 0xf5, 0xf5);
            if (!number) {
                if (differenceSize(picture_.shades.shade[cell]) >= kSignFrom)
                    paintSign(painter, cellRect(row, column).center(), picture_.shades.weight[cell] < 0, ink);
                continue;
            }
            painter.setPen(ink);
            painter.drawText(cellRect(row, column), Qt::AlignCenter,
                             valueText(picture_.shades.weight[cell], isDifference()));
        }
    }
}

void AttentionMapView::paintLitRow(QPainter& painter, const QRectF& area) {
    const auto rowRect = [&](int row) {
        const double top = laneYOfRow(rows_, area.top(), area.height(), row),
                     bottom = laneYOfRow(rows_, area.top(), area.height(), row + 1);
        // a row thinner than a line is still seen
        return QRectF(area.left(), top, area.width(), std::max(bottom - top, 1.0));
    };
    const QColor accent = accentColour(palette());
    painter.setBrush(Qt::NoBrush);
    if (const int row = markedRow(); row >= 0) {
        const QRectF lit = rowRect(row);
        if (frozen_row_ >= 0) {  // the others step back
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
}

void AttentionMapView::paintMarks(QPainter& painter, const QRectF& area) {
    paintLitRow(painter, area);
    const int column = litColumn();
    if (column < 0 || printed() > 0) return;
    painter.setBrush(Qt::NoBrush);
    // the column by two lines, so that its cells keep their colours
    QRectF strip = cellRect(0, column);
    if (strip.width() < 3) strip = QRectF(strip.center().x() - 1.5, strip.top(), 3, strip.height());
    painter.setPen(QPen(accentColour(palette()), 1, Qt::DashLine));
    painter.drawLine(QPointF(strip.left(), area.top()), QPointF(strip.left(), area.bottom()));
    painter.drawLine(QPointF(strip.right(), area.top()), QPointF(strip.right(), area.bottom()));
    const int row = hovered_column_ >= 0 ? hovered_row_ : outer_row_;
    if (row < 0) return;
    QRectF cell = cellRect(row, column);
    if (cell.width() < 4) cell = QRectF(cell.center().x() - 2, cell.top(), 4, cell.height());
    if (cell.height() < 4) cell = QRectF(cell.left(), cell.center().y() - 2, cell.width(), 4);
    painter.setPen(QPen(palette().color(QPalette::Base), 3));
    painter.drawRect(cell);
    painter.setPen(QPen(palette().color(QPalette::Text), 1.5));
    painter.drawRect(cell);
}

}  // namespace mica
