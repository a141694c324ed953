#include "widgets/video_view.h"

#include <QFontMetricsF>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

#include "widgets/palette.h"

namespace mica {

QRectF letterbox(const QSizeF& picture, const QRectF& box) {
    if (picture.isEmpty() || box.isEmpty()) return QRectF(box.center(), QSizeF(0, 0));
    const double scale = std::min(box.width() / picture.width(), box.height() / picture.height());
    const QSizeF size = picture * scale;
    return {QPointF(box.center().x() - size.width() / 2, box.center().y() - size.height() / 2), size};
}

VideoView::VideoView(QWidget* parent) : QWidget(parent), placeholder_(tr("No clip chosen")) {
    setObjectName(QStringLiteral("videoView"));
    setAccessibleName(tr("Video"));
    setToolTip(tr("The picture at the cursor. Click: play or pause (Space)"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::ClickFocus);
}

void VideoView::setFrame(QImage image, double time, qint64 number) {
    image_ = std::move(image);
    image_.setDevicePixelRatio(1);
    time_ = time;
    number_ = number;
    update();
}

void VideoView::setPlaceholder(const QString& text) {
    image_ = {};
    number_ = -1;
    placeholder_ = text;
    setAccessibleDescription(text);
    update();
}

void VideoView::setOverlayVisible(bool visible) {
    overlay_ = visible;
    update();
}

QSize VideoView::sizeHint() const { return {360, 270}; }
QSize VideoView::minimumSizeHint() const { return {160, 120}; }

void VideoView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    Q_EMIT roomChanged(size() * devicePixelRatioF());
}

void VideoView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (image_.isNull()) {
        painter.fillRect(rect(), palette().color(QPalette::Base));
        painter.setPen(gridColour(palette()));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
        painter.setPen(quietText(palette()));
        painter.drawText(rect().adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap, placeholder_);
        return;
    }
    painter.fillRect(rect(), QColor(0x10, 0x10, 0x10));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF picture = letterbox(image_.size(), rect());
    painter.drawImage(picture, image_);
    if (!overlay_) return;
    QString text = tr("%1 s").arg(time_, 0, 'f', 3);
    if (number_ >= 0) text += tr("  frame %1").arg(number_ + 1);
    const QFontMetricsF metrics(font());
    const QRectF box(6, height() - metrics.height() - 10, metrics.horizontalAdvance(text) + 12, metrics.height() + 4);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 170));
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(Qt::white);
    painter.drawText(box, Qt::AlignCenter, text);
}

void VideoView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && rect().contains(event->pos())) Q_EMIT clicked();
}

}  // namespace mica
