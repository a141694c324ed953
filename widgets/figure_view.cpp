#include "widgets/figure_view.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <limits>
#include <utility>

#include "widgets/palette.h"

namespace mica {

FigureView::FigureView(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("figureView"));
    setAccessibleName(tr("Figure: words, and the moments that they attend to most"));
    setToolTip(tr("Point at a word to light its lines (Up and Down, Enter freezes); click a picture to go there"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void FigureView::setFigures(std::vector<AttentionFigure> figures) {
    figures_ = std::move(figures);
    QStringList told;
    for (const AttentionFigure& f : figures_) told << f.title;
    setAccessibleDescription(told.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

void FigureView::setEmptyText(const QString& text) {
    empty_text_ = text;
    update();
}

QSize FigureView::minimumSizeHint() const {
    const auto n = static_cast<double>(std::max<std::size_t>(1, figures_.size()));
    return {300, qRound(n * 11 * QFontMetricsF(font()).height())};
}

FigureStyle FigureView::figureStyle() const { return {font(), palette(), false}; }

QRectF FigureView::panelArea(int figure) const {
    const QRectF area = QRectF(rect()).adjusted(6, 4, -6, -4);
    const auto n = static_cast<int>(figures_.size());
    const double each = area.height() / std::max(1, n);
    return {area.left(), area.top() + each * figure, area.width(), each - (n > 1 ? 6 : 0)};
}

QRectF FigureView::sourceBox(int figure, int source) const {
    if (figure < 0 || figure >= static_cast<int>(figures_.size())) return {};
    return figureSourceBox(panelArea(figure), figures_[static_cast<std::size_t>(figure)], figureStyle(), source);
}

QRectF FigureView::targetBox(int figure, int target) const {
    if (figure < 0 || figure >= static_cast<int>(figures_.size())) return {};
    return figureTargetBox(panelArea(figure), figures_[static_cast<std::size_t>(figure)], figureStyle(), target);
}

void FigureView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (figures_.empty()) {
        painter.setPen(quietText(palette()));
        painter.drawText(rect().adjusted(12, 8, -12, -8), Qt::AlignCenter | Qt::TextWordWrap, empty_text_);
    }
    for (int i = 0; i < static_cast<int>(figures_.size()); ++i)
        paintFigure(painter, panelArea(i), figures_[static_cast<std::size_t>(i)], figureStyle());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Highlight), 1.5) : QPen(gridColour(palette()), 1));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

FigureView::Place FigureView::at(const QPointF& point) const {
    for (int f = 0; f < static_cast<int>(figures_.size()); ++f) {
        const AttentionFigure& figure = figures_[static_cast<std::size_t>(f)];
        for (int i = 0; i < static_cast<int>(figure.targets.size()); ++i)
            if (targetBox(f, i).contains(point)) return {figure.targets[static_cast<std::size_t>(i)].step, -1, 0};
        for (int i = 0; i < static_cast<int>(figure.sources.size()); ++i)
            if (const auto& s = figure.sources[static_cast<std::size_t>(i)]; sourceBox(f, i).contains(point))
                return {-1, s.step, s.time};
    }
    return {};
}

void FigureView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const Place place = at(event->position());
    if (place.target >= 0) Q_EMIT targetClicked(place.target);
    if (place.source >= 0) Q_EMIT sourceClicked(place.source, place.time);
}

void FigureView::mouseMoveEvent(QMouseEvent* event) {
    const Place place = at(event->position());
    setCursor(place.target >= 0 || place.source >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (std::exchange(hovered_target_, place.target) != place.target) Q_EMIT targetHovered(place.target);
    if (std::exchange(hovered_source_, place.source) != place.source)
        Q_EMIT sourceHovered(place.source, place.source >= 0 ? place.time : std::numeric_limits<double>::quiet_NaN());
}

void FigureView::leaveEvent(QEvent* event) {
    if (std::exchange(hovered_target_, -1) >= 0) Q_EMIT targetHovered(-1);
    if (std::exchange(hovered_source_, -1) >= 0) Q_EMIT sourceHovered(-1, std::numeric_limits<double>::quiet_NaN());
    QWidget::leaveEvent(event);
}

void FigureView::keyPressEvent(QKeyEvent* event) {
    const bool up = event->key() == Qt::Key_Up, down = event->key() == Qt::Key_Down;
    if ((!up && !down) || figures_.empty()) return QWidget::keyPressEvent(event);
    const auto& targets = figures_.front().targets;
    int at = -1;
    for (int i = 0; i < static_cast<int>(targets.size()); ++i)
        if (targets[static_cast<std::size_t>(i)].lit) at = i;
    at = std::clamp(at + (down ? 1 : -1), 0, static_cast<int>(targets.size()) - 1);
    if (!targets.empty()) Q_EMIT targetClicked(targets[static_cast<std::size_t>(at)].step);
}

}  // namespace mica
