#include "widgets/transport_icons.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace mica {
namespace {

// on a field of 16 x 16
void triangle(QPainterPath& path, double from, double to) {
    path.moveTo(from, 3);
    path.lineTo(to, 8);
    path.lineTo(from, 13);
    path.closeSubpath();
}

void draw(QPainter& p, const QString& name, const QColor& colour) {
    QPainterPath fill;
    p.setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (name == QLatin1String("start")) {
        fill.addRect(3, 3, 2, 10);
        triangle(fill, 13, 5.5);
    } else if (name == QLatin1String("end")) {
        fill.addRect(11, 3, 2, 10);
        triangle(fill, 3, 10.5);
    } else if (name == QLatin1String("previousWord")) {
        triangle(fill, 8, 2);
        triangle(fill, 14, 8);
    } else if (name == QLatin1String("nextWord")) {
        triangle(fill, 2, 8);
        triangle(fill, 8, 14);
    } else if (name == QLatin1String("previousFrame")) {
        triangle(fill, 9, 2);
        fill.addRect(11, 3, 2, 10);
    } else if (name == QLatin1String("nextFrame")) {
        triangle(fill, 7, 14);
        fill.addRect(3, 3, 2, 10);
    } else if (name == QLatin1String("play")) {
        triangle(fill, 4, 13);
    } else if (name == QLatin1String("pause")) {
        fill.addRect(4, 3, 3, 10);
        fill.addRect(9, 3, 3, 10);
    } else if (name == QLatin1String("stop")) {
        fill.addRect(3.5, 3.5, 9, 9);
    } else if (name == QLatin1String("dismiss")) {
        p.drawLine(QPointF(4, 4), QPointF(12, 12));
        p.drawLine(QPointF(12, 4), QPointF(4, 12));
    } else if (name == QLatin1String("loop")) {
        p.drawArc(QRectF(2.5, 4, 11, 8.5), 120 * 16, 290 * 16);
        fill.moveTo(6.2, 1.2);
        fill.lineTo(6.2, 7);
        fill.lineTo(2.2, 4.1);
        fill.closeSubpath();
    } else if (name == QLatin1String("zoomIn") || name == QLatin1String("zoomOut")) {
        p.drawEllipse(QPointF(6.8, 6.8), 4.6, 4.6);
        p.drawLine(QPointF(10.4, 10.4), QPointF(14, 14));
        p.drawLine(QPointF(4.8, 6.8), QPointF(8.8, 6.8));
        if (name == QLatin1String("zoomIn")) p.drawLine(QPointF(6.8, 4.8), QPointF(6.8, 8.8));
    } else if (name == QLatin1String("follow")) {
        p.drawLine(QPointF(8, 2), QPointF(8, 14));
        p.drawLine(QPointF(1.5, 8), QPointF(5.5, 8));
        p.drawLine(QPointF(3.5, 5.8), QPointF(5.8, 8));
        p.drawLine(QPointF(3.5, 10.2), QPointF(5.8, 8));
        p.drawLine(QPointF(10.5, 8), QPointF(14.5, 8));
    } else if (name == QLatin1String("showAll")) {
        p.drawLine(QPointF(2, 3), QPointF(2, 13));
        p.drawLine(QPointF(14, 3), QPointF(14, 13));
        p.drawLine(QPointF(4.5, 8), QPointF(11.5, 8));
        p.drawLine(QPointF(6.5, 5.8), QPointF(4.5, 8));
        p.drawLine(QPointF(6.5, 10.2), QPointF(4.5, 8));
        p.drawLine(QPointF(9.5, 5.8), QPointF(11.5, 8));
        p.drawLine(QPointF(9.5, 10.2), QPointF(11.5, 8));
    }
    p.fillPath(fill, colour);
}

}  // namespace

QIcon transportIcon(const QString& name, const QPalette& palette) {
    QIcon icon;
    for (const auto& [mode, group] :
         {std::pair{QIcon::Normal, QPalette::Active}, {QIcon::Disabled, QPalette::Disabled}})
        for (const int size : {16, 24, 32, 48, 64}) {
            QPixmap pixmap(size, size);
            pixmap.fill(Qt::transparent);
            QPainter painter(&pixmap);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.scale(size / 16.0, size / 16.0);
            draw(painter, name, palette.color(group, QPalette::ButtonText));
            painter.end();
            icon.addPixmap(pixmap, mode);
        }
    return icon;
}

}  // namespace mica
