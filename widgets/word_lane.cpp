#include "widgets/word_lane.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <cmath>
#include <limits>
#include <utility>

#include "widgets/palette.h"

namespace mica {

int wordAtTime(const std::vector<Word>& words, double seconds) {
    int found = -1;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i].time.contains(seconds)) found = static_cast<int>(i);  // the latest where they overlap
    return found;
}

double nextWordTime(const std::vector<Word>& words, double seconds) {
    double best = std::numeric_limits<double>::quiet_NaN();
    for (const Word& w : words)
        if (w.time.begin > seconds + 1e-9 && !(w.time.begin >= best)) best = w.time.begin;
    return best;
}

double previousWordTime(const std::vector<Word>& words, double seconds) {
    double best = std::numeric_limits<double>::quiet_NaN();
    for (const Word& w : words)
        if (w.time.begin < seconds - 1e-9 && !(w.time.begin <= best)) best = w.time.begin;
    return best;
}

QString wordLabel(const Word& word) {
    const QString text = QString::fromStdString(word.text);
    return word.masked ? QStringLiteral("\u25A2 ") + text : text;
}

WordLane::WordLane(TimeView* view, QWidget* parent)
    : TimeLane(view, tr("Words"), parent), empty_text_(tr("No words with times in this clip")) {
    setObjectName(QStringLiteral("wordLane"));
}

void WordLane::setWords(std::vector<Word> words) {
    words_ = std::move(words);
    highlighted_ = -1;
    hover(-1);
    update();
}

void WordLane::setHighlighted(int word) {
    if (word >= static_cast<int>(words_.size())) word = -1;
    if (word == highlighted_) return;
    highlighted_ = word;
    update();
}

void WordLane::setEmptyText(const QString& text) {
    empty_text_ = text;
    update();
}

QSize WordLane::sizeHint() const { return {400, qRound(1.9 * QFontMetricsF(font()).height()) + 4}; }

void WordLane::paintPlot(QPainter& painter, const QRectF& area) {
    const QFontMetricsF metrics(font());
    if (words_.empty()) {
        painter.setPen(quietText(palette()));
        painter.drawText(area.adjusted(8, 0, -8, 0), Qt::AlignVCenter | Qt::AlignLeft, empty_text_);
        return;
    }
    const TimeScale scale = timeScale();
    const QColor colour = modalityColour(Modality::text, palette());
    for (std::size_t i = 0; i < words_.size(); ++i) {
        const Word& word = words_[i];
        const QRectF box(QPointF(laneXOfTime(scale, word.time.begin), area.top() + 3),
                         QPointF(laneXOfTime(scale, word.time.end), area.bottom() - 4));
        if (box.right() < area.left() || box.left() > area.right()) continue;
        const bool lit = static_cast<int>(i) == highlighted_ || static_cast<int>(i) == hovered_;
        const QRectF inner = box.adjusted(0.5, 0.5, -0.5, -0.5);
        QColor fill = colour;
        fill.setAlphaF(lit ? 1.0F : 0.14F);
        QPainterPath path;
        path.addRoundedRect(inner, 3, 3);
        painter.fillPath(path, fill);
        if (word.masked) {
            QColor hatch = lit ? palette().color(QPalette::Base) : colour;
            hatch.setAlphaF(0.35F);
            painter.fillPath(path, QBrush(hatch, Qt::BDiagPattern));
        }
        painter.setPen(QPen(colour, lit ? 2 : 1, word.masked ? Qt::DashLine : Qt::SolidLine));
        painter.drawPath(path);
        // the text stays readable while part of the word is scrolled out
        const QRectF shown = inner.intersected(area).adjusted(3, 0, -3, 0);
        QString label = wordLabel(word);
        if (metrics.horizontalAdvance(label) > shown.width() + 1)
            label = metrics.elidedText(label, Qt::ElideRight, shown.width());
        if (shown.width() < metrics.averageCharWidth()) continue;
        painter.setPen(lit ? palette().color(QPalette::Base) : palette().color(QPalette::Text));
        painter.drawText(shown, Qt::AlignCenter, label);
    }
}

int WordLane::wordAt(const QPointF& lane) const {
    const QRectF area = plotArea();
    if (lane.x() < area.left() || lane.x() > area.right()) return -1;
    return wordAtTime(words_, timeOfX(lane.x()));
}

void WordLane::hover(int word) {
    if (word == hovered_) return;
    hovered_ = word;
    update();
    Q_EMIT wordHovered(word);
}

void WordLane::mousePressEvent(QMouseEvent* event) {
    TimeLane::mousePressEvent(event);
    if (event->button() != Qt::LeftButton || (event->modifiers() & Qt::ShiftModifier)) return;
    if (const int word = wordAt(event->position()); word >= 0) Q_EMIT wordClicked(word);
}

void WordLane::mouseMoveEvent(QMouseEvent* event) {
    TimeLane::mouseMoveEvent(event);
    hover(wordAt(event->position()));
}

void WordLane::mouseDoubleClickEvent(QMouseEvent* event) {
    const int word = event->button() == Qt::LeftButton ? wordAt(event->position()) : -1;
    if (word < 0 || !view()) return TimeLane::mouseDoubleClickEvent(event);
    const Interval& time = words_[static_cast<std::size_t>(word)].time;
    view()->setSelection(time.begin, time.end);
    view()->setPosition(time.begin);
}

void WordLane::leaveEvent(QEvent* event) {
    hover(-1);
    TimeLane::leaveEvent(event);
}

bool WordLane::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int i = wordAt(help->pos());
        if (i < 0) {
            QToolTip::hideText();
        } else {
            const Word& w = words_[static_cast<std::size_t>(i)];
            const QString word =
                w.masked ? tr("%1 (masked: the model does not see it)").arg(wordLabel(w)) : wordLabel(w);
            QToolTip::showText(help->globalPos(),
                               tr("%1\n%2 to %3 s, %4 s long")
                                   .arg(word)
                                   .arg(w.time.begin, 0, 'f', 3)
                                   .arg(w.time.end, 0, 'f', 3)
                                   .arg(w.time.duration(), 0, 'f', 3),
                               this);
        }
        return true;
    }
    return TimeLane::event(event);
}

}  // namespace mica
