#include "widgets/link_lane.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/palette.h"

namespace mica {
namespace {

double overlap(const Interval& a, const Interval& b) { return std::min(a.end, b.end) - std::max(a.begin, b.begin); }

}  // namespace

int wordOfLink(const Link& link, const std::vector<Word>& words) {
    const Interval& text = link.span[index(Modality::text)];
    int found = -1;
    double most = 1e-9;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (const double common = overlap(text, words[i].time); common > most) {
            most = common;
            found = static_cast<int>(i);
        }
    return found;
}

LinkLane::LinkLane(TimeView* view, QWidget* parent) : TimeLane(view, tr("Belongs together"), parent) {
    setObjectName(QStringLiteral("linkLane"));
}

void LinkLane::setLinks(std::vector<Link> links, const std::vector<Word>& words) {
    const bool had = !links_.empty();
    links_ = std::move(links);
    words_.clear();
    texts_.clear();
    for (const Link& link : links_) {
        words_.push_back(wordOfLink(link, words));
        texts_.push_back(words_.back() < 0
                             ? QString()
                             : tr("word %1 \u201c%2\u201d")
                                   .arg(words_.back() + 1)
                                   .arg(QString::fromStdString(words[static_cast<std::size_t>(words_.back())].text)));
    }
    highlighted_ = -1;
    hover(-1);
    if (had != !links_.empty()) updateGeometry();
    update();
}

void LinkLane::setHighlightedWord(int word) {
    const auto at = word < 0 ? words_.end() : std::find(words_.begin(), words_.end(), word);
    const int link = at == words_.end() ? -1 : static_cast<int>(at - words_.begin());
    if (link == highlighted_) return;
    highlighted_ = link;
    update();
}

QSize LinkLane::sizeHint() const {
    return {400, qRound((links_.empty() ? 1.5 : 3.2) * QFontMetricsF(font()).height())};
}

QRectF LinkLane::barRect(int link, Modality modality) const {
    if (link < 0 || link >= static_cast<int>(links_.size())) return {};
    const Interval& span = links_[static_cast<std::size_t>(link)].span[index(modality)];
    if (span.duration() <= 0) return {};
    const QRectF area = plotArea();
    const double row = static_cast<double>(index(modality));
    // bars are a third of their rows; the bands between them need the rest
    const double each = area.height() / 3, thickness = std::max(4.0, 0.36 * each);
    const double left = xOfTime(span.begin), right = std::max(left + 2, xOfTime(span.end));
    return {left, area.top() + (row + 0.5) * each - thickness / 2, right - left, thickness};
}

void LinkLane::paintBands(QPainter& painter, int link, bool lit) const {
    QRectF above;
    for (const Modality m : kModalities) {
        const QRectF bar = barRect(link, m);
        if (bar.isEmpty()) continue;
        if (!above.isEmpty()) {
            QPainterPath band;
            band.moveTo(above.bottomLeft());
            band.lineTo(above.bottomRight());
            band.lineTo(bar.topRight());
            band.lineTo(bar.topLeft());
            band.closeSubpath();
            QColor fill = lit ? accentColour(palette()) : quietText(palette());
            fill.setAlphaF(lit ? 0.45F : 0.16F);
            painter.fillPath(band, fill);
            fill.setAlphaF(lit ? 1.0F : 0.45F);
            painter.setPen(QPen(fill, lit ? 1.5 : 0.8));
            painter.drawLine(above.bottomLeft(), bar.topLeft());
            painter.drawLine(above.bottomRight(), bar.topRight());
        }
        above = bar;
    }
}

void LinkLane::paintPlot(QPainter& painter, const QRectF& area) {
    if (links_.empty()) {
        painter.setPen(quietText(palette()));
        painter.drawText(area.adjusted(8, 0, -8, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         QFontMetricsF(font()).elidedText(
                             tr("This set keeps no links: what lies at the same time is taken to belong together"),
                             Qt::ElideRight, area.width() - 16));
        return;
    }
    const int lit = litLink();
    const int count = static_cast<int>(links_.size());
    for (int i = 0; i < count; ++i)
        if (i != lit) paintBands(painter, i, false);
    if (lit >= 0) paintBands(painter, lit, true);
    for (int i = 0; i < count; ++i)
        for (const Modality m : kModalities) {
            const QRectF bar = barRect(i, m);
            if (bar.isEmpty() || bar.right() < area.left() || bar.left() > area.right()) continue;
            painter.setPen(i == lit ? QPen(accentColour(palette()), 1.5) : QPen(Qt::NoPen));
            painter.setBrush(modalityColour(m, palette()));
            painter.drawRect(bar.adjusted(0.5, 0, -0.5, 0));  // neighbours stay apart
        }
    painter.setBrush(Qt::NoBrush);
}

void LinkLane::paintHeader(QPainter& painter, const QRectF& area) {
    if (links_.empty()) return TimeLane::paintHeader(painter, area);
    const QFontMetricsF metrics(font());
    QFont small = font();
    small.setPointSizeF(0.8 * font().pointSizeF());
    painter.setFont(small);
    double widest = 0;
    for (const Modality m : kModalities) {
        const double each = area.height() / 3;
        painter.setPen(modalityColour(m, palette()));
        const QString title = modalityTitle(m);
        widest = std::max(widest, QFontMetricsF(small).horizontalAdvance(title));
        painter.drawText(QRectF(area.left(), area.top() + static_cast<double>(index(m)) * each, area.width() - 6, each),
                         Qt::AlignRight | Qt::AlignVCenter, title);
    }
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::WindowText));
    // two short lines beside the names of the rows
    painter.drawText(area.adjusted(6, 0, -widest - 10, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap,
                     title());
}

LinkLane::Hit LinkLane::hitAt(const QPointF& lane) const {
    if (links_.empty() || !plotArea().contains(lane)) return {};
    for (int i = static_cast<int>(links_.size()) - 1; i >= 0; --i)
        for (const Modality m : kModalities) {
            const double reach = plotArea().height() / 6;  // half a row: a thin bar is hit easily
            const QRectF bar = barRect(i, m);
            if (!bar.isEmpty() && lane.x() >= bar.left() && lane.x() <= bar.right() &&
                std::abs(lane.y() - bar.center().y()) <= reach)
                return {i, m};
        }
    return {};
}

QString LinkLane::linkText(int link) const {
    if (link < 0 || link >= static_cast<int>(links_.size())) return {};
    const auto at = static_cast<std::size_t>(link);
    QStringList lines;
    if (!texts_[at].isEmpty()) lines << texts_[at];
    for (const Modality m : kModalities) {
        const Interval& span = links_[at].span[index(m)];
        if (span.duration() <= 0) continue;
        lines << tr("%1: %2 to %3 s").arg(modalityTitle(m)).arg(span.begin, 0, 'f', 3).arg(span.end, 0, 'f', 3);
    }
    return lines.join(QLatin1Char('\n'));
}

void LinkLane::hover(int link) {
    if (link == hovered_) return;
    hovered_ = link;
    update();
    Q_EMIT wordHovered(link < 0 ? -1 : words_[static_cast<std::size_t>(link)]);
}

void LinkLane::mousePressEvent(QMouseEvent* event) {
    TimeLane::mousePressEvent(event);
    if (!view() || event->button() != Qt::LeftButton || (event->modifiers() & Qt::ShiftModifier)) return;
    const Hit hit = hitAt(event->position());
    hover(hit.link);
    if (hit.link >= 0) view()->setPosition(links_[static_cast<std::size_t>(hit.link)].span[index(hit.modality)].begin);
}

void LinkLane::mouseMoveEvent(QMouseEvent* event) {
    TimeLane::mouseMoveEvent(event);
    hover(hitAt(event->position()).link);
}

void LinkLane::leaveEvent(QEvent* event) {
    hover(-1);
    TimeLane::leaveEvent(event);
}

bool LinkLane::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return TimeLane::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const Hit hit = hitAt(help->pos());
    QToolTip::showText(help->globalPos(),
                       hit.link >= 0
                           ? linkText(hit.link)
                           : tr("Which word, piece of video and piece of sound truly belong together, as the set says"),
                       this);
    return true;
}

}  // namespace mica
