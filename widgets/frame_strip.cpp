#include "widgets/frame_strip.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "widgets/palette.h"
#include "widgets/video_view.h"

namespace mica {

FrameStrip::FrameStrip(QWidget* parent)
    : QWidget(parent), empty_text_(tr("Point at a row of the map to see what it attends to most")) {
    setObjectName(QStringLiteral("frameStrip"));
    setAccessibleName(tr("Strongest sources of the row"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FrameStrip::setNote(const QString& note) {
    if (note == note_) return;
    note_ = note;
    update();
}

void FrameStrip::setFrames(const QString& title, std::vector<StripFrame> frames) {
    title_ = title;
    frames_ = std::move(frames);
    hovered_ = -1;
    if (current_ >= static_cast<int>(frames_.size())) current_ = -1;
    QStringList told{title_};
    for (const StripFrame& f : frames_)
        told << QStringLiteral("%1 %2").arg(f.caption).arg(static_cast<double>(f.weight), 0, 'f', 3);
    setAccessibleDescription(told.join(QStringLiteral("; ")));
    update();
}

void FrameStrip::clear() { setFrames({}, {}); }

void FrameStrip::setEmptyText(const QString& text) {
    empty_text_ = text;
    update();
}

QSize FrameStrip::sizeHint() const { return {400, qRound(7.5 * QFontMetricsF(font()).height())}; }
QSize FrameStrip::minimumSizeHint() const { return {200, qRound(5.5 * QFontMetricsF(font()).height())}; }

QRectF FrameStrip::frameRect(int i) const {
    const auto n = static_cast<int>(frames_.size());
    if (i < 0 || i >= n) return {};
    const double top = QFontMetricsF(font()).height() + 8;
    const double high = height() - top - 4;
    const double each = std::min((width() - 8.0) / n, 1.6 * high);
    return {4 + each * i + 2, top, each - 4, high};
}

int FrameStrip::frameAt(const QPointF& position) const {
    for (int i = 0; i < static_cast<int>(frames_.size()); ++i)
        if (frameRect(i).contains(position)) return i;
    return -1;
}

void FrameStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QFontMetricsF metrics(font());
    if (frames_.empty()) {
        painter.setPen(quietText(palette()));
        painter.drawText(rect().adjusted(8, 4, -8, -4), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap,
                         empty_text_);
        return;
    }
    painter.setPen(palette().color(QPalette::WindowText));
    const QRectF heading(6, 2, width() - 12, metrics.height() + 2);
    painter.drawText(heading, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(title_, Qt::ElideRight, heading.width()));
    if (const double x = metrics.horizontalAdvance(title_) + 24; !note_.isEmpty() && x < heading.width()) {
        painter.setPen(quietText(palette()));
        painter.drawText(heading.adjusted(x, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(note_, Qt::ElideRight, heading.width() - x));
    }
    float most = 1e-9F;  // of a difference: the largest of either sign
    for (const StripFrame& frame : frames_) most = std::max(most, std::abs(frame.weight));
    for (int i = 0; i < static_cast<int>(frames_.size()); ++i) {
        const StripFrame& frame = frames_[static_cast<std::size_t>(i)];
        const QRectF box = frameRect(i);
        const bool lit = i == hovered_ || (hasFocus() && i == current_);
        const double line = metrics.height() + 2;
        const QRectF picture = box.adjusted(0, 0, 0, -line);
        painter.fillRect(box, palette().color(QPalette::Base));
        if (!frame.image.isNull())
            painter.drawImage(letterbox(frame.image.size(), picture), frame.image);
        else {
            painter.setPen(palette().color(QPalette::Text));
            painter.drawText(picture.adjusted(3, 0, -3, -6), Qt::AlignCenter | Qt::TextWordWrap, frame.caption);
        }
        // the weight as a bar beside its number: length, not colour, carries it
        painter.fillRect(QRectF(picture.left(), picture.bottom() - 4,
                                picture.width() * static_cast<double>(std::abs(frame.weight) / most), 4),
                         accentColour(palette()));
        const QString weight = (frame.difference && frame.weight > 0 ? QStringLiteral("+") : QString()) +
                               QString::number(static_cast<double>(frame.weight), 'f', 3);
        const QString full = frame.image.isNull() ? weight : frame.caption + QStringLiteral("  ") + weight;
        const QString text = metrics.horizontalAdvance(full) <= box.width() - 4
                                 ? full
                                 : metrics.elidedText(weight, Qt::ElideRight, box.width() - 2);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QRectF(box.left(), box.bottom() - line, box.width(), line), Qt::AlignCenter, text);
        painter.setPen(QPen(lit ? accentColour(palette()) : gridColour(palette()), lit ? 2 : 1));
        painter.drawRect(box);
        // rank, as in the map
        QFont bold = font();
        bold.setBold(true);
        painter.setFont(bold);
        const QRectF badge(box.left() + 2, box.top() + 2, metrics.height(), metrics.height());
        painter.setPen(Qt::NoPen);
        painter.setBrush(accentColour(palette()));
        painter.drawEllipse(badge);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(isDark(palette()) ? Qt::black : Qt::white);
        painter.drawText(badge, Qt::AlignCenter, QString::number(i + 1));
        painter.setFont(font());
    }
}

void FrameStrip::mousePressEvent(QMouseEvent* event) {
    const int i = event->button() == Qt::LeftButton ? frameAt(event->position()) : -1;
    if (i < 0) return;
    current_ = i;
    update();
    Q_EMIT frameClicked(frames_[static_cast<std::size_t>(i)].column, frames_[static_cast<std::size_t>(i)].time);
}

void FrameStrip::mouseMoveEvent(QMouseEvent* event) {
    const int i = frameAt(event->position());
    if (i == hovered_) return;
    hovered_ = i;
    setCursor(i >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
    if (i < 0)
        Q_EMIT frameHovered(-1, std::numeric_limits<double>::quiet_NaN());
    else
        Q_EMIT frameHovered(frames_[static_cast<std::size_t>(i)].column, frames_[static_cast<std::size_t>(i)].time);
}

void FrameStrip::leaveEvent(QEvent* event) {
    if (hovered_ >= 0) {
        hovered_ = -1;
        update();
        Q_EMIT frameHovered(-1, std::numeric_limits<double>::quiet_NaN());
    }
    QWidget::leaveEvent(event);
}

void FrameStrip::focusInEvent(QFocusEvent* event) {
    if (current_ < 0 && !frames_.empty()) current_ = 0;
    update();
    QWidget::focusInEvent(event);
}

void FrameStrip::keyPressEvent(QKeyEvent* event) {
    const int n = static_cast<int>(frames_.size());
    // Up and Down, since Left and Right step through the video
    if (n > 0 && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        current_ = std::clamp(current_ + (event->key() == Qt::Key_Down ? 1 : -1), 0, n - 1);
        update();
    } else if (n > 0 && current_ >= 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        Q_EMIT frameClicked(frames_[static_cast<std::size_t>(current_)].column,
                            frames_[static_cast<std::size_t>(current_)].time);
    } else {
        QWidget::keyPressEvent(event);
    }
}

bool FrameStrip::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int i = frameAt(help->pos());
        if (i >= 0) {
            const StripFrame& f = frames_[static_cast<std::size_t>(i)];
            QToolTip::showText(help->globalPos(),
                               tr("%1\nweight %2, step %3. Click: go there (Enter)")
                                   .arg(f.caption)
                                   .arg(static_cast<double>(f.weight), 0, 'f', 4)
                                   .arg(f.column + 1),
                               this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

}  // namespace mica
