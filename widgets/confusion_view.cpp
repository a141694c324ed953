#include "widgets/confusion_view.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

#include "widgets/color_scale.h"
#include "widgets/palette.h"

namespace mica {
namespace {

QString count(std::uint64_t n) { return QLocale().toString(static_cast<qulonglong>(n)); }

double share(std::uint64_t part, std::uint64_t whole) {
    return whole ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

QFont small(QFont font) {
    font.setPointSizeF(0.88 * font.pointSizeF());
    return font;
}

}  // namespace

ConfusionView::ConfusionView(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setConfusion({}, {}, {});
}

void ConfusionView::setConfusion(Confusion confusion, QStringList names, const QString& title) {
    const bool same = confusion.size == confusion_.size;
    confusion_ = std::move(confusion);
    names_ = std::move(names);
    title_ = title;
    if (!same) lit_ = chosen_ = {};
    setAccessibleName(title.isEmpty() ? tr("Confusion matrix") : tr("Confusion matrix: %1").arg(title));
    QStringList rows;
    for (int t = 0; t < confusion_.size; ++t)
        for (int p = 0; p < confusion_.size; ++p)
            if (confusion_.at(t, p) > 0) rows << cellText(t, p);
    setAccessibleDescription(rows.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

void ConfusionView::setShares(bool on) {
    shares_ = on;
    update();
}

void ConfusionView::setChosen(int truth, int predicted) {
    chosen_ = {truth, predicted};
    update();
}

QSize ConfusionView::sizeHint() const {
    const int line = fontMetrics().height();
    return {std::max(16, 4 * (confusion_.size + 3)) * line * 2 / 3, (confusion_.size + 3) * line * 3 / 2};
}
QSize ConfusionView::minimumSizeHint() const {
    const int line = fontMetrics().height(),
              n = std::min(confusion_.size, 9);  // more than that is cut rather than wide
    return {line * (n + 5), line * (n + 3)};
}

QRectF ConfusionView::area() const {
    const QFontMetricsF metrics(small(font()));
    double names = metrics.horizontalAdvance(tr("sum"));
    for (const QString& n : names_) names = std::max(names, metrics.horizontalAdvance(n));
    names = std::min(names, width() / 4.0) + 8 + 1.3 * metrics.height();  // beside them the word "truth", upright
    const double top = metrics.height() * 2.4 + (title_.isEmpty() ? 0 : metrics.height() * 1.2);
    return QRectF(rect()).adjusted(names, top, -2, -2);
}

QRectF ConfusionView::cellRect(int truth, int predicted) const {
    const QRectF all = area();
    const int n = confusion_.size + 1;
    const double w = all.width() / n, h = std::min(all.height() / n, 1.4 * w);
    return {all.left() + w * predicted, all.top() + h * truth, w, h};
}

ConfusionView::Place ConfusionView::placeAt(const QPointF& at) const {
    for (int t = 0; t <= confusion_.size; ++t)
        for (int p = 0; p <= confusion_.size; ++p)
            if (cellRect(t, p).contains(at) && confusion_.size > 0) return {t, p};
    return {};
}

QString ConfusionView::figure(int t, int p) const {
    const int n = confusion_.size;
    if (t == n && p == n)
        return shares_ ? tr("%1 %").arg(100 * share(confusion_.right(), confusion_.total()), 0, 'f', 0)
                       : count(confusion_.total());
    if (p == n) return count(confusion_.row(t));
    if (t == n)
        return shares_ ? tr("%1 %").arg(100 * share(confusion_.column(p), confusion_.total()), 0, 'f', 0)
                       : count(confusion_.column(p));
    if (!shares_) return count(confusion_.at(t, p));
    return tr("%1 %").arg(100 * share(confusion_.at(t, p), confusion_.row(t)), 0, 'f', 0);
}

QString ConfusionView::cellText(int t, int p) const {
    const int n = confusion_.size;
    if (t < 0 || p < 0) return {};
    if (t == n && p == n)
        return tr("%n clips, %1 right (%2 %)", nullptr, static_cast<int>(confusion_.total()))
            .arg(count(confusion_.right()))
            .arg(100 * share(confusion_.right(), confusion_.total()), 0, 'f', 1);
    if (p == n)
        return tr("truth %1: %n clips, %2 of them right", nullptr, static_cast<int>(confusion_.row(t)))
            .arg(names_.value(t), count(confusion_.at(t, t)));
    if (t == n)
        return tr("prediction %1: %n clips, %2 of them right", nullptr, static_cast<int>(confusion_.column(p)))
            .arg(names_.value(p), count(confusion_.at(p, p)));
    return tr("truth %1, prediction %2: %n clips, %3 % of this truth", nullptr, static_cast<int>(confusion_.at(t, p)))
        .arg(names_.value(t), names_.value(p))
        .arg(100 * share(confusion_.at(t, p), confusion_.row(t)), 0, 'f', 1);
}

void ConfusionView::paintCell(QPainter& painter, int t, int p) const {
    const int n = confusion_.size;
    const QRectF box = cellRect(t, p).adjusted(1, 1, -1, -1);
    QColor text = palette().color(QPalette::WindowText);
    if (t < n && p < n) {
        static const ColourTable light = colourTable(MapColours::grey, false),
                                 dark = colourTable(MapColours::grey, true);
        const double part = share(confusion_.at(t, p), confusion_.row(t));
        // not to the end of the scale: the figure is to be read on every shade
        const QRgb shade = (isDark(palette()) ? dark : light)[static_cast<std::size_t>(20 + 215 * part)];
        painter.fillRect(box, QColor(shade));
        text = lightness(shade) > 55 ? Qt::black : Qt::white;
        painter.setPen(t == p ? QPen(palette().color(QPalette::WindowText), 2) : QPen(gridColour(palette()), 1));
        painter.drawRect(box);
    }
    const bool chosen = !(chosen_ == Place{}) && (chosen_.truth < 0 || chosen_.truth == t) &&
                        (chosen_.predicted < 0 || chosen_.predicted == p) && t < n && p < n;
    if (chosen || lit_ == Place{t, p}) {
        painter.setPen(QPen(accentColour(palette()), chosen ? 3 : 2, chosen ? Qt::SolidLine : Qt::DotLine));
        painter.drawRect(box.adjusted(1, 1, -1, -1));
    }
    painter.setPen(text);
    painter.drawText(box, Qt::AlignCenter,
                     painter.fontMetrics().elidedText(figure(t, p), Qt::ElideRight, static_cast<int>(box.width())));
}

void ConfusionView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int n = confusion_.size;
    if (n == 0 || confusion_.total() == 0) {
        painter.setPen(quietText(palette()));
        return painter.drawText(rect().adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap,
                                title_.isEmpty() ? tr("None of these clips is counted")
                                                 : tr("%1: none of these clips is counted").arg(title_));
    }
    painter.setBrush(Qt::NoBrush);
    const QRectF all = area();
    painter.setFont(small(font()));
    const QFontMetricsF metrics(painter.font());
    double y = 0;
    if (!title_.isEmpty()) {
        QFont bold = painter.font();
        bold.setBold(true);
        painter.setFont(bold);
        painter.drawText(QRectF(0, 0, width(), 1.2 * metrics.height()), Qt::AlignCenter, title_);
        painter.setFont(small(font()));
        y = 1.2 * metrics.height();
    }
    painter.setPen(quietText(palette()));
    painter.drawText(QRectF(all.left(), y, all.width(), metrics.height()), Qt::AlignCenter, tr("prediction"));
    painter.save();
    painter.rotate(-90);
    painter.drawText(QRectF(-cellRect(n, 0).bottom(), 0, cellRect(n, 0).bottom() - all.top(), 1.2 * metrics.height()),
                     Qt::AlignCenter, tr("truth"));
    painter.restore();
    for (int i = 0; i <= n; ++i) {
        const QString name = i < n ? names_.value(i) : tr("sum");
        const QRectF column = cellRect(0, i), row = cellRect(i, 0);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRectF(column.left(), all.top() - 1.2 * metrics.height(), column.width(), metrics.height()),
                         Qt::AlignCenter, metrics.elidedText(name, Qt::ElideRight, column.width() - 2));
        const QRectF left(1.3 * metrics.height(), row.top(), all.left() - 1.3 * metrics.height() - 6, row.height());
        painter.drawText(left, Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(name, Qt::ElideRight, left.width()));
    }
    for (int t = 0; t <= n; ++t)
        for (int p = 0; p <= n; ++p) paintCell(painter, t, p);
}

void ConfusionView::light(Place place) {
    if (place == lit_) return;
    lit_ = place;
    update();
}

void ConfusionView::choose(Place place) {
    if (place.truth < 0) return;
    const int n = confusion_.size;
    Q_EMIT cellChosen(place.truth == n ? -1 : place.truth, place.predicted == n ? -1 : place.predicted);
}

void ConfusionView::mouseMoveEvent(QMouseEvent* event) { light(placeAt(event->position())); }
void ConfusionView::leaveEvent(QEvent*) { light({}); }
void ConfusionView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) choose(placeAt(event->position()));
}
void ConfusionView::focusOutEvent(QFocusEvent* event) {
    light({});
    QWidget::focusOutEvent(event);
}

void ConfusionView::keyPressEvent(QKeyEvent* event) {
    const int n = confusion_.size;
    if (n == 0) return QWidget::keyPressEvent(event);
    Place to = lit_.truth < 0 ? Place{0, 0} : lit_;
    const bool first = lit_.truth < 0;
    switch (event->key()) {
        case Qt::Key_Left:
            to.predicted -= first ? 0 : 1;
            break;
        case Qt::Key_Right:
            to.predicted += first ? 0 : 1;
            break;
        case Qt::Key_Up:
            to.truth -= first ? 0 : 1;
            break;
        case Qt::Key_Down:
            to.truth += first ? 0 : 1;
            break;
        case Qt::Key_Home:
            to = {0, 0};
            break;
        case Qt::Key_End:
            to = {n, n};
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            return choose(lit_);
        case Qt::Key_Escape:
            Q_EMIT cellChosen(-1, -1);
            return;
        default:
            return QWidget::keyPressEvent(event);
    }
    light({std::clamp(to.truth, 0, n), std::clamp(to.predicted, 0, n)});
}

bool ConfusionView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const Place place = placeAt(QPointF(help->pos()));
    if (place.truth < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(),
                           tr("%1\nClick to list these clips").arg(cellText(place.truth, place.predicted)), this);
    return true;
}

}  // namespace mica
