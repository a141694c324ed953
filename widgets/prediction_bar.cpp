#include "widgets/prediction_bar.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/clip_list.h"
#include "widgets/palette.h"
#include "widgets/ruler_ticks.h"

namespace mica {
namespace {

std::size_t likeliest(const std::vector<float>& p) {
    return static_cast<std::size_t>(std::max_element(p.begin(), p.end()) - p.begin());
}

}  // namespace

PredictionBar::PredictionBar(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("predictionBar"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    changed();
}

void PredictionBar::setTask(Task task) {
    task_ = std::move(task);
    updateGeometry();
    changed();
}

void PredictionBar::setTruth(std::vector<float> label) {
    truth_ = std::move(label);
    changed();
}

void PredictionBar::setPrediction(std::vector<float> prediction) {
    prediction_ = std::move(prediction);
    changed();
}

void PredictionBar::clear() {
    truth_.clear();
    prediction_.clear();
    changed();
}

QString PredictionBar::summary() const { return words(false); }

// marks: with the signs of the axis before the words, so that the line is its legend
QString PredictionBar::words(bool marks) const {
    const QString truth = truth_.empty() ? tr("no label") : tr("truth %1").arg(labelText(truth_, task_));
    const QString diamond =
        marks && task_.kind == TaskKind::regression && !truth_.empty() ? QStringLiteral("\u25C6 ") : QString();
    const QString triangle = marks && task_.kind == TaskKind::regression ? QStringLiteral("\u25BC ") : QString();
    if (prediction_.empty() || !std::isfinite(prediction_.front()))
        return diamond + truth + QStringLiteral("   ") + tr("no prediction yet");
    if (!task_.parts.empty()) return partWords(truth);
    if (task_.kind == TaskKind::classification) {
        const std::size_t best = likeliest(prediction_);
        const QString name = labelText({static_cast<float>(best)}, task_);
        QString text = truth + QStringLiteral("   ") +
                       tr("prediction %1 (%2)").arg(name).arg(static_cast<double>(prediction_[best]), 0, 'f', 2);
        if (!truth_.empty())
            text += QStringLiteral("   ") + (static_cast<float>(best) == truth_.front() ? tr("right") : tr("wrong"));
        return text;
    }
    QString text =
        diamond + truth + QStringLiteral("   ") + triangle + tr("prediction %1").arg(labelText(prediction_, task_));
    if (!truth_.empty() && std::isfinite(truth_.front()))
        text += QStringLiteral("   ") +
                tr("|error| %1").arg(static_cast<double>(std::abs(truth_.front() - prediction_.front())), 0, 'f', 2);
    return text;
}

std::vector<float> shownProbabilities(const std::vector<float>& prediction, const Task& task) {
    const std::size_t parts = task.parts.size();
    if (parts == 0 || prediction.size() == parts || prediction.size() % parts != 0) return prediction;
    const std::size_t classes = prediction.size() / parts;
    std::vector<float> yes;
    for (std::size_t p = 0; p < parts; ++p) yes.push_back(1 - prediction[p * classes]);
    return yes;
}

QString PredictionBar::partWords(const QString& truth) const {
    const std::vector<float> p = shownProbabilities(prediction_, task_);
    std::vector<float> predicted;
    for (const float each : p) predicted.push_back(each >= 0.5F ? 1 : 0);
    std::size_t right = 0;
    for (std::size_t i = 0; i < predicted.size(); ++i) right += partIsSet(truth_, i) == partIsSet(predicted, i) ? 1 : 0;
    QString text = truth + QStringLiteral("   ") + tr("prediction %1").arg(labelText(predicted, task_));
    if (!truth_.empty()) text += QStringLiteral("   ") + tr("%1 of %2 right").arg(right).arg(predicted.size());
    return text;
}

void PredictionBar::changed() {
    setAccessibleName(tr("Truth and prediction"));
    setAccessibleDescription(summary());
    setToolTip(task_.kind == TaskKind::regression
                   ? tr("Truth (diamond) and prediction (triangle) on the label's scale\n%1").arg(summary())
               : task_.parts.empty()
                   ? tr("Probability of each class; the true one is framed\n%1").arg(summary())
                   : tr("Probability of each label; those that are true are framed\n%1").arg(summary()));
    update();
}

QSize PredictionBar::sizeHint() const {
    const double line = QFontMetricsF(font()).height();
    return {300, qRound(task_.kind == TaskKind::regression ? 3.6 * line : 5.8 * line) + 4};
}
QSize PredictionBar::minimumSizeHint() const { return {180, sizeHint().height()}; }

void PredictionBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) updateGeometry();
    QWidget::changeEvent(event);
}

void PredictionBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetricsF metrics(font());
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(6, 2, width() - 12, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(words(true), Qt::ElideRight, width() - 12));
    const QRectF area(6, metrics.height() + 6, width() - 12, height() - metrics.height() - 8);
    if (task_.kind == TaskKind::regression)
        paintAxis(painter, area);
    else
        paintClasses(painter, area);
}

void PredictionBar::paintAxis(QPainter& painter, const QRectF& area) const {
    const QFontMetricsF metrics(font());
    const double margin = metrics.horizontalAdvance(QStringLiteral("+3.0")) / 2;
    const double left = area.left() + margin, right = area.right() - margin, y = area.top() + 0.9 * metrics.height();
    const double low = task_.minimum, high = task_.maximum > task_.minimum ? task_.maximum : task_.minimum + 1;
    const auto xOf = [&](double v) { return left + (right - left) * (std::clamp(v, low, high) - low) / (high - low); };
    painter.setPen(QPen(quietText(palette()), 1));
    painter.drawLine(QPointF(left, y), QPointF(right, y));
    const double least = (high - low) * 3 * margin / std::max(1.0, right - left);
    for (const Tick& tick : ticks({low, high}, least)) {
        painter.setPen(QPen(quietText(palette()), 1));
        painter.drawLine(QPointF(xOf(tick.value), y), QPointF(xOf(tick.value), y + (tick.major ? 5 : 3)));
        if (!tick.major) continue;
        const QString text = (tick.value > 1e-9 && low < 0 ? QStringLiteral("+") : QString()) +
                             QString::number(std::abs(tick.value) < 1e-9 ? 0 : tick.value);
        painter.drawText(QRectF(xOf(tick.value) - 40, y + 5, 80, metrics.height()), Qt::AlignHCenter | Qt::AlignTop,
                         text);
    }
    const bool truth = !truth_.empty() && std::isfinite(truth_.front()),
               predicted = !prediction_.empty() && std::isfinite(prediction_.front());
    if (truth && predicted) {  // the error as a bar between both
        QColor error = accentColour(palette());
        error.setAlphaF(0.35F);
        const double a = xOf(static_cast<double>(truth_.front())), b = xOf(static_cast<double>(prediction_.front()));
        painter.fillRect(QRectF(std::min(a, b), y - 3, std::abs(a - b), 6), error);
    }
    if (truth) {
        const double x = xOf(static_cast<double>(truth_.front()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(QPalette::WindowText));
        painter.drawPolygon(QPolygonF{{x, y - 6}, {x + 6, y}, {x, y + 6}, {x - 6, y}});
    }
    if (predicted) {
        const double x = xOf(static_cast<double>(prediction_.front()));
        painter.setPen(QPen(palette().color(QPalette::Window), 1));
        painter.setBrush(accentColour(palette()));
        painter.drawPolygon(QPolygonF{{x, y}, {x + 6, y - 11}, {x - 6, y - 11}});
    }
}

void PredictionBar::paintClasses(QPainter& painter, const QRectF& area) const {
    const QFontMetricsF metrics(font());
    const bool parts = !task_.parts.empty();
    const std::vector<float> shown = shownProbabilities(prediction_, task_);
    const std::size_t n = std::max(parts ? task_.parts.size() : task_.classes.size(), shown.size());
    if (n == 0) return;
    const double each = area.width() / static_cast<double>(n), label = metrics.height();
    const double tallest = area.height() - label - 2;
    for (std::size_t i = 0; i < n; ++i) {
        const QRectF slot(area.left() + each * static_cast<double>(i), area.top(), each, area.height());
        const double p =
            i < shown.size() && std::isfinite(shown[i]) ? std::clamp(static_cast<double>(shown[i]), 0.0, 1.0) : 0;
        const QRectF full(slot.left() + 2, slot.top(), std::max(1.0, slot.width() - 4), tallest);
        const QRectF bar(full.left(), full.bottom() - tallest * p, full.width(), tallest * p);
        const bool is_true = parts ? partIsSet(truth_, i)
                                   : !truth_.empty() && std::isfinite(truth_.front()) &&
                                         static_cast<std::size_t>(std::max(0.0F, truth_.front())) == i;
        const bool best = !shown.empty() && (parts ? p >= 0.5 : likeliest(shown) == i);
        painter.fillRect(full, palette().color(QPalette::Base));
        QColor fill = accentColour(palette());
        if (!best) fill.setAlphaF(0.45F);
        painter.fillRect(bar, fill);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(is_true ? palette().color(QPalette::WindowText) : gridColour(palette()), is_true ? 2 : 1));
        painter.drawRect(full);
        painter.setPen(palette().color(QPalette::WindowText));
        QString name = parts && i < task_.parts.size() ? QString::fromStdString(task_.parts[i])
                                                       : labelText({static_cast<float>(i)}, task_);
        if (is_true) name = QStringLiteral("\u2713 ") + name;
        if (slot.width() >= 2 * metrics.averageCharWidth())
            painter.drawText(QRectF(slot.left(), full.bottom() + 2, slot.width(), label), Qt::AlignCenter,
                             metrics.elidedText(name, Qt::ElideRight, slot.width() - 2));
        if (!shown.empty() && full.width() >= metrics.horizontalAdvance(QStringLiteral("0.00")) && tallest >= label) {
            if (bar.height() > 0.6 * full.height() && best) painter.setPen(Qt::white);  // on the accent
            painter.drawText(full, Qt::AlignCenter, QString::number(p, 'f', 2));
        }
    }
}

}  // namespace mica
