// How parallel coordinates are painted: two pictures of lines, kept until they change, and the axes over them.
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

#include "widgets/color_scale.h"
#include "widgets/palette.h"
#include "widgets/parallel_coordinates.h"

namespace mica {
namespace {

constexpr std::size_t kMany = 300;  // trials from which lines are thin
constexpr double kContrast = 30;    // of lightness, that the weakest colour has at least against the ground
constexpr int kGradient = 6;        // pixels: the width of the objective's axis

QList<qreal> dashes(SweepTrial::State state) {
    switch (state) {
        case SweepTrial::State::pruned:
            return {7, 4};
        case SweepTrial::State::failed:
        case SweepTrial::State::stopped:
            return {2, 3};
        case SweepTrial::State::running:
        case SweepTrial::State::waiting:
            return {9, 3, 2, 3};
        case SweepTrial::State::complete:
            break;
    }
    return {};
}

QColor between(const QColor& a, const QColor& b, double share) {
    const auto mix = [share](int x, int y) { return static_cast<int>(x + (y - x) * share); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

}  // namespace

// rank: 0 the worst, 1 the best.
QColor ParallelCoordinates::shade(double rank) const {
    if (shades_.empty()) {  // the scale's weakest colours are those of the ground: lines begin where they are seen well
        const double ground = lightness(palette().color(QPalette::Base).rgb());
        for (const QRgb colour : colourTable(MapColours::blue_yellow, isDark(palette())))
            if (!shades_.empty() || std::abs(lightness(colour) - ground) >= kContrast) shades_.emplace_back(colour);
        if (shades_.empty()) shades_.push_back(palette().color(QPalette::Text));
    }
    const double last = static_cast<double>(shades_.size() - 1);
    return shades_[static_cast<std::size_t>(std::lround(std::clamp(rank, 0.0, 1.0) * last))];
}

QPen ParallelCoordinates::penOf(std::size_t trial, bool fitting) const {
    const QColor base = palette().color(QPalette::Base), text = palette().color(QPalette::Text);
    const bool many = list_->size() > kMany;
    // opaque colours and a width of one pixel: thousands of lines are drawn within a frame
    QPen pen(between(base, text, many ? 0.10 : 0.16), 1);
    if (fitting) {
        const double share = list_->axes.back().share(list_->number(trial, list_->objective()));
        const double rank = list_->report.higher_is_better ? share : 1 - share;
        pen.setColor(std::isnan(share) ? between(base, text, 0.45) : shade(rank));
        pen.setWidthF(many ? 1 : 1.6);
    }
    if (const auto pattern = dashes(list_->report.trials[trial].state); !pattern.isEmpty()) pen.setDashPattern(pattern);
    pen.setCosmetic(true);
    return pen;
}

// The next piece of a line from `slot` on, up to an axis that the trial has no number on; moves `slot` behind it.
QPolygonF ParallelCoordinates::part(std::size_t trial, int& slot) const {
    const ParallelGeometry g = geometryNow();
    QPolygonF line;
    for (; slot < axes(); ++slot) {
        const double share = shareOf(trial, slot);
        if (std::isnan(share)) {
            if (!line.isEmpty()) break;
            continue;
        }
        line << QPointF(g.x(slot), g.y(share));
    }
    return line;
}

void ParallelCoordinates::drawLines(QImage& image, bool fitting) {
    const qreal ratio = devicePixelRatioF();
    image = QImage((QSizeF(size()) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    // smooth lines of thousands take longer than a frame: they come when the mouse lets go
    painter.setRenderHint(QPainter::Antialiasing, !drag_.moved || list_->size() <= kMany);
    const ParallelGeometry g = geometryNow();
    const int n = axes();
    std::vector<double> xs;
    for (int s = 0; s < n; ++s) xs.push_back(g.x(s));
    std::vector<QLineF> lines;
    for (const int trial : list_->rising) {  // the best above the others
        const auto t = static_cast<std::size_t>(trial);
        if (fitting && !fit_[t]) continue;  // the faint picture has all of them, so that no brush changes it
        painter.setPen(penOf(t, fitting));
        lines.clear();
        for (int s = 0; s + 1 < n; ++s) {
            const double a = shareOf(t, s), b = shareOf(t, s + 1);
            if (std::isnan(a) || std::isnan(b)) continue;
            lines.emplace_back(xs[static_cast<std::size_t>(s)], g.y(a), xs[static_cast<std::size_t>(s) + 1], g.y(b));
        }
        painter.drawLines(lines.data(), static_cast<int>(lines.size()));
    }
}

void ParallelCoordinates::paintAxis(QPainter& painter, int slot) const {
    const ParallelGeometry g = geometryNow();
    const QFontMetricsF metrics(painter.font());
    const SweepAxis& axis = axisIn(slot);
    const double x = g.x(slot);
    const bool keys = hasFocus() && slot == slot_;
    if (axis.key == kObjectiveKey) {  // the axis is the scale of the colours
        QLinearGradient colours(0, g.area.bottom(), 0, g.area.top());
        for (int i = 0; i <= 16; ++i) {
            const double share = i / 16.0;
            colours.setColorAt(share, shade(list_->report.higher_is_better ? share : 1 - share));
        }
        painter.fillRect(QRectF(x - kGradient / 2.0, g.area.top(), kGradient, g.area.height()), colours);
        painter.setPen(QPen(palette().color(QPalette::Text), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(x - kGradient / 2.0, g.area.top(), kGradient, g.area.height()));
    } else {
        painter.setPen(QPen(palette().color(QPalette::Text), 1.2));
        painter.drawLine(QPointF(x, g.area.top()), QPointF(x, g.area.bottom()));
    }
    QColor ground = palette().color(QPalette::Base);
    ground.setAlphaF(0.75F);
    const int most = std::clamp(static_cast<int>(g.area.height() / (metrics.height() * 1.5)), 2, 40);
    const double room = std::max(24.0, (slot + 1 < axes() ? g.spacing() : width() - x) - 12);
    for (const SweepAxis::Mark& mark : axis.marks(axis.kind == SweepAxis::Kind::named ? most : std::min(most, 7))) {
        const double y = g.y(axis.share(mark.number));
        const QString text = metrics.elidedText(mark.text, Qt::ElideMiddle, room);
        const QRectF place(x + 6, y - metrics.height() / 2, metrics.horizontalAdvance(text) + 4, metrics.height());
        painter.fillRect(place, ground);
        painter.setPen(QPen(quietText(palette()), 1));
        painter.drawLine(QPointF(x - 4, y), QPointF(x + 4, y));
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(place.adjusted(2, 0, 2, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
    }
    const QRectF name = nameRect(slot);
    QFont plain = painter.font(), bold = plain;
    bold.setBold(axis.key == kObjectiveKey);
    painter.setFont(bold);
    painter.setPen(keys ? accentColour(palette()) : palette().color(QPalette::Text));
    painter.drawText(name, Qt::AlignCenter,
                     QFontMetricsF(bold).elidedText(axis.title, Qt::ElideMiddle, name.width() - 4));
    painter.setFont(plain);
    if (!keys) return;
    painter.setPen(QPen(accentColour(palette()), 2));
    painter.drawLine(name.bottomLeft(), name.bottomRight());
    painter.drawLine(QPointF(x - 9, g.y(mark_)), QPointF(x + 9, g.y(mark_)));
}

void ParallelCoordinates::paintBrushes(QPainter& painter, int slot) const {
    const ParallelGeometry g = geometryNow();
    const SweepAxis& axis = axisIn(slot);
    QColor fill = accentColour(palette());
    painter.setPen(QPen(fill, 1.4));
    fill.setAlphaF(0.25F);
    painter.setBrush(fill);
    for (const SweepBrush& b : brushes_) {
        if (b.axis != axis.key) continue;
        const double low = std::clamp(axis.share(b.low), 0.0, 1.0), high = std::clamp(axis.share(b.high), 0.0, 1.0);
        painter.drawRect(QRectF(QPointF(g.x(slot) - 7, g.y(high)), QPointF(g.x(slot) + 7, g.y(low))));
    }
}

void ParallelCoordinates::paintCurrent(QPainter& painter) const {
    if (current_ < 0) return;
    const auto t = static_cast<std::size_t>(current_);
    for (const bool ground : {true, false}) {
        QPen pen(ground ? palette().color(QPalette::Base) : accentColour(palette()), ground ? 6 : 3);
        pen.setJoinStyle(Qt::RoundJoin);
        if (const auto pattern = dashes(list_->report.trials[t].state); !ground && !pattern.isEmpty()) {
            pen.setDashPattern({2.5, 1.5});
            pen.setCapStyle(Qt::FlatCap);
        }
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        for (int slot = 0; slot < axes();) {
            const QPolygonF line = part(t, slot);
            painter.drawPolyline(line);
            if (ground) continue;
            for (const QPointF& p : line) painter.drawEllipse(p, 2, 2);
        }
    }
}

void ParallelCoordinates::paintLegend(QPainter& painter) const {
    const QFontMetricsF metrics(painter.font());
    const double y = height() - metrics.height() * 0.6;
    double x = 8;
    const auto has = [&](std::initializer_list<SweepTrial::State> states) {
        return std::any_of(list_->report.trials.begin(), list_->report.trials.end(), [&](const SweepTrial& t) {
            return std::find(states.begin(), states.end(), t.state) != states.end();
        });
    };
    using State = SweepTrial::State;
    const auto sample = [&](State state, const QString& text) {
        QPen pen(palette().color(QPalette::Text), 1.6);
        if (const auto pattern = dashes(state); !pattern.isEmpty()) pen.setDashPattern(pattern);
        painter.setPen(pen);
        painter.drawLine(QPointF(x, y), QPointF(x + 24, y));
        painter.drawText(QPointF(x + 29, y + metrics.ascent() / 2 - 1), text);
        x += 29 + metrics.horizontalAdvance(text) + 13;
    };
    if (has({State::complete})) sample(State::complete, stateTitle(State::complete));
    if (has({State::pruned})) sample(State::pruned, stateTitle(State::pruned));
    if (has({State::running, State::waiting})) sample(State::running, stateTitle(State::running));
    if (has({State::failed, State::stopped})) sample(State::failed, tr("failed or stopped"));
    const QString way = list_->report.higher_is_better
                            ? tr("colour: %1, higher is better").arg(list_->axes.back().title)
                            : tr("colour: %1, lower is better").arg(list_->axes.back().title);
    if (x + metrics.horizontalAdvance(way) < width() - 6) {
        painter.setPen(quietText(palette()));
        painter.drawText(QPointF(x, y + metrics.ascent() / 2 - 1), way);
    }
}

void ParallelCoordinates::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (!list_ || axes() == 0) return;
    if (faint_.isNull() && std::find(fit_.begin(), fit_.end(), false) != fit_.end()) drawLines(faint_, false);
    if (strong_.isNull()) drawLines(strong_, true);
    painter.drawImage(0, 0, faint_);
    painter.drawImage(0, 0, strong_);
    painter.setRenderHint(QPainter::Antialiasing);
    paintCurrent(painter);
    for (int s = 0; s < axes(); ++s) {
        paintAxis(painter, s);
        paintBrushes(painter, s);
    }
    paintLegend(painter);
    if (!hasFocus()) return;
    painter.setPen(QPen(accentColour(palette()), 1, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -1, -1));
}

}  // namespace mica
