#include "widgets/figure_paint.h"

#include <QFontMetricsF>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

#include "widgets/palette.h"
#include "widgets/video_view.h"

namespace mica {
namespace {

// Bands of a figure from top to bottom.
struct Bands {
    QRectF title, targets, lines, sources, caption;
};

QString captionText(const AttentionFigure& figure) { return figure.caption.join(QStringLiteral(". ")); }

Bands bandsOf(const QRectF& area, const AttentionFigure& figure, const FigureStyle& style, const QFontMetricsF& m) {
    const double line = m.height();
    Bands b;
    const double title = figure.title.isEmpty() ? 0 : 1.3 * line;
    double caption = 0;
    if (style.captions && !figure.caption.isEmpty())
        caption =
            m.boundingRect(QRectF(0, 0, area.width() - line, 1e4), Qt::TextWordWrap, captionText(figure)).height() +
            0.4 * line;
    caption = std::min(caption, 0.4 * area.height());
    const double words = 2.1 * line;
    const double rest = std::max(0.0, area.height() - title - words - caption);
    double sources = std::min(0.6 * rest, 8.5 * line);
    double tallest = 0;  // of the pictures, as wide as their places
    const double each = area.width() / static_cast<double>(std::max<std::size_t>(1, figure.sources.size()));
    for (const auto& source : figure.sources)
        if (!source.image.isNull())
            tallest = std::max(tallest, each * source.image.height() / std::max(1, source.image.width()));
    if (tallest > 0) sources = std::min(sources, tallest + 1.5 * line);
    double y = area.top();
    const auto next = [&](double height) {
        const QRectF band(area.left(), y, area.width(), height);
        y += height;
        return band;
    };
    b.title = next(title);
    b.targets = next(words);
    b.lines = next(rest - sources);
    b.sources = next(sources);
    b.caption = next(caption);
    return b;
}

QRectF share(const QRectF& band, std::size_t i, std::size_t n, double widest) {
    const double each = band.width() / static_cast<double>(std::max<std::size_t>(1, n));
    const double width = std::min(each, widest);
    return {band.left() + each * (static_cast<double>(i) + 0.5) - width / 2, band.top(), width, band.height()};
}

QRectF sourceBox(const Bands& b, const AttentionFigure& figure, std::size_t i) {
    return share(b.sources, i, figure.sources.size(), 1.5 * b.sources.height()).adjusted(2, 0, -2, 0);
}
QRectF targetBox(const Bands& b, const AttentionFigure& figure, std::size_t i) {
    return share(b.targets, i, figure.targets.size(), b.targets.width()).adjusted(1, 0, -1, 0);
}

void paintLines(QPainter& painter, const Bands& b, const AttentionFigure& figure, const FigureStyle& style,
                const QFontMetricsF& m) {
    float most = 1e-9F;
    for (const auto& line : figure.lines) most = std::max(most, std::abs(line.weight));
    const bool someLit = std::any_of(figure.lines.begin(), figure.lines.end(), [](const auto& l) { return l.lit; });
    const double thickest = 0.42 * m.height(), begin = b.lines.top() + 1 + thickest / 2;  // below the words' times
    for (const auto& line : figure.lines) {
        const double part = static_cast<double>(std::abs(line.weight) / most);
        QColor colour = line.lit ? accentColour(style.palette) : style.palette.color(QPalette::WindowText);
        colour.setAlphaF(static_cast<float>((line.lit  ? 0.35
                                             : someLit ? 0.08
                                                       : 0.15) +
                                            (line.lit  ? 0.65
                                             : someLit ? 0.27
                                                       : 0.65) *
                                                part));
        QPen pen(colour, std::max(0.6, thickest * part));
        pen.setCapStyle(Qt::RoundCap);
        if (line.weight < 0) pen.setStyle(Qt::DashLine);  // of a difference
        painter.setPen(pen);
        const QRectF from = targetBox(b, figure, static_cast<std::size_t>(line.target)),
                     to = sourceBox(b, figure, static_cast<std::size_t>(line.source));
        painter.drawLine(QPointF(from.center().x(), begin), QPointF(to.center().x(), b.lines.bottom() - 1));
    }
    // numbers stand over the sources of the lit target, on paper where lines cross
    for (const auto& line : figure.lines) {
        if (!line.lit) continue;
        const QRectF to = sourceBox(b, figure, static_cast<std::size_t>(line.source));
        const QString text = QString::number(static_cast<double>(line.weight), 'f', 3);
        const double width = m.horizontalAdvance(text) + 4;
        if (width > to.width() + 12) continue;
        const QRectF box(to.center().x() - width / 2, b.lines.bottom() - 1.15 * m.height(), width, m.height());
        QColor paper = style.palette.color(QPalette::Base);
        paper.setAlphaF(0.85F);
        painter.fillRect(box, paper);
        painter.setPen(style.palette.color(QPalette::Text));
        painter.drawText(box, Qt::AlignCenter, text);
    }
}

void paintSource(QPainter& painter, const QRectF& box, const AttentionFigure::Source& source, const FigureStyle& style,
                 const QFontMetricsF& m) {
    const QRectF picture = box.adjusted(0, 0, 0, -m.height() - 2);
    painter.setPen(QPen(gridColour(style.palette), 1));
    painter.setBrush(Qt::NoBrush);
    double foot = picture.bottom();
    if (!source.image.isNull()) {
        QRectF where = letterbox(source.image.size(), picture);
        where.moveTop(picture.top());  // where the lines end
        foot = where.bottom();
        painter.drawImage(where, source.image);
        painter.drawRect(where);
    } else {
        painter.drawRoundedRect(picture.adjusted(1, 1, -1, -1), 3, 3);
    }
    painter.setPen(style.palette.color(QPalette::Text));
    const QRectF under(box.left() - 2, foot + 1, box.width() + 4, m.height() + 1);
    if (source.image.isNull())
        painter.drawText(picture, Qt::AlignCenter | Qt::TextWordWrap, source.text);
    else
        painter.drawText(under, Qt::AlignCenter, m.elidedText(source.text, Qt::ElideRight, under.width()));
}

}  // namespace

void paintFigure(QPainter& painter, const QRectF& area, const AttentionFigure& figure, const FigureStyle& style) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setFont(style.font);
    const QFontMetricsF m(style.font, painter.device());
    const Bands b = bandsOf(area, figure, style, m);
    const QColor ink = style.palette.color(QPalette::Text), quiet = quietText(style.palette);
    QFont bold = style.font;
    bold.setBold(true);
    if (!figure.title.isEmpty()) {
        painter.setFont(bold);
        painter.setPen(ink);
        const QFontMetricsF strong(bold, painter.device());
        painter.drawText(b.title, Qt::AlignLeft | Qt::AlignVCenter,
                         strong.elidedText(figure.title, Qt::ElideRight, b.title.width()));
        painter.setFont(style.font);
    }
    paintLines(painter, b, figure, style, m);
    for (std::size_t i = 0; i < figure.targets.size(); ++i) {
        const auto& target = figure.targets[i];
        const QRectF box = targetBox(b, figure, i), upper(box.left(), box.top(), box.width(), m.height() + 2);
        if (target.lit) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(accentColour(style.palette));
            painter.drawRoundedRect(upper, 3, 3);
            painter.setBrush(Qt::NoBrush);
        }
        painter.setFont(target.lit ? bold : style.font);
        painter.setPen(target.lit ? (isDark(style.palette) ? QColor(Qt::black) : QColor(Qt::white)) : ink);
        const QFontMetricsF own(painter.font(), painter.device());
        painter.drawText(upper, Qt::AlignCenter, own.elidedText(target.text, Qt::ElideRight, upper.width()));
        painter.setFont(style.font);
        painter.setPen(quiet);
        if (m.horizontalAdvance(target.under) <= box.width())
            painter.drawText(QRectF(box.left(), upper.bottom(), box.width(), m.height()), Qt::AlignCenter,
                             target.under);
    }
    for (std::size_t i = 0; i < figure.sources.size(); ++i)
        paintSource(painter, sourceBox(b, figure, i), figure.sources[i], style, m);
    if (b.caption.height() > 0) {
        painter.setPen(quiet);
        painter.drawText(b.caption.adjusted(m.height() / 2, 0.3 * m.height(), -m.height() / 2, 0),
                         Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, captionText(figure));
    }
    painter.restore();
}

namespace {
QRectF panel(const QRectF& area, std::size_t i, std::size_t n) {
    const double each = area.height() / static_cast<double>(std::max<std::size_t>(1, n));
    return {area.left(), area.top() + each * static_cast<double>(i), area.width(), each - (n > 1 ? 6 : 0)};
}
}  // namespace

void paintFigures(QPainter& painter, const QRectF& area, const std::vector<AttentionFigure>& figures,
                  const FigureStyle& style) {
    for (std::size_t i = 0; i < figures.size(); ++i)
        paintFigure(painter, panel(area, i, figures.size()), figures[i], style);
}

QRectF figureSourceBox(const QRectF& area, const AttentionFigure& figure, const FigureStyle& style, int i) {
    if (i < 0 || i >= static_cast<int>(figure.sources.size())) return {};
    return sourceBox(bandsOf(area, figure, style, QFontMetricsF(style.font)), figure, static_cast<std::size_t>(i));
}

QRectF figureTargetBox(const QRectF& area, const AttentionFigure& figure, const FigureStyle& style, int i) {
    if (i < 0 || i >= static_cast<int>(figure.targets.size())) return {};
    return targetBox(bandsOf(area, figure, style, QFontMetricsF(style.font)), figure, static_cast<std::size_t>(i));
}

}  // namespace mica
