#include "widgets/sweep_importance.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

#include "widgets/palette.h"

namespace mica {
namespace {

QString percent(double share) { return QStringLiteral("%1 %").arg(100 * share, 0, 'f', share < 0.1 ? 1 : 0); }

}  // namespace

SweepImportance::SweepImportance(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("sweepImportance"));
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Importance of the settings"));
}

void SweepImportance::setShares(const std::map<std::string, double>& shares, const QString& why) {
    bars_.assign(shares.begin(), shares.end());
    std::erase_if(bars_, [](const auto& bar) { return !std::isfinite(bar.second); });
    std::stable_sort(bars_.begin(), bars_.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    why_ = why;
    if (lit_ >= static_cast<int>(bars_.size())) lit_ = -1;
    QStringList said;
    for (const auto& [key, share] : bars_) said << QString::fromStdString(key) + QLatin1Char(' ') + percent(share);
    setAccessibleDescription(bars_.empty() ? why_ : said.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

// In a low dock the bars move together.
double SweepImportance::rowHeight() const {
    const double line = fontMetrics().height(), rows = this->rows();
    return std::clamp(height() / rows, 1.1 * line, 1.7 * line);
}

double SweepImportance::nameWidth() const {
    double widest = 0;
    for (const auto& [key, share] : bars_)
        widest = std::max(widest, QFontMetricsF(font()).horizontalAdvance(QString::fromStdString(key)));
    return std::min(widest, width() * 0.4) + 10;
}

QSize SweepImportance::sizeHint() const {
    return {fontMetrics().height() * 20, static_cast<int>(1.7 * fontMetrics().height() * rows())};
}
QSize SweepImportance::minimumSizeHint() const {
    return {fontMetrics().height() * 10, static_cast<int>(1.1 * fontMetrics().height() * rows())};
}

QRectF SweepImportance::barRect(int bar) const {
    if (bar < 0 || bar >= static_cast<int>(bars_.size())) return {};
    const double figure = QFontMetricsF(font()).horizontalAdvance(QStringLiteral(" 100 %")) + 8, left = 8 + nameWidth();
    const double most = std::max(1e-9, bars_.front().second), room = std::max(20.0, width() - left - figure - 8);
    const double share = std::clamp(bars_[static_cast<std::size_t>(bar)].second / most, 0.0, 1.0);
    return {left, rowHeight() * (bar + 0.7), std::max(1.0, room * share), rowHeight() * 0.6};
}

int SweepImportance::barAt(const QPointF& place) const {
    const int bar = static_cast<int>(std::floor(place.y() / rowHeight() - 0.5));
    return bar >= 0 && bar < static_cast<int>(bars_.size()) ? bar : -1;
}

void SweepImportance::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetricsF metrics(painter.font());
    if (bars_.empty()) {
        painter.setPen(quietText(palette()));
        painter.drawText(rect().adjusted(12, 8, -12, -8), Qt::AlignCenter | Qt::TextWordWrap, why_);
    }
    const double names = nameWidth();
    for (int i = 0; i < static_cast<int>(bars_.size()); ++i) {
        const auto& [key, share] = bars_[static_cast<std::size_t>(i)];
        const QRectF bar = barRect(i), row(8, bar.center().y() - rowHeight() / 2, names, rowHeight());
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(row.adjusted(0, 0, -10, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(QString::fromStdString(key), Qt::ElideMiddle, names - 10));
        painter.fillRect(bar, seriesPen(0, palette()).color());
        painter.drawText(QRectF(bar.right() + 6, row.top(), 100, rowHeight()), Qt::AlignLeft | Qt::AlignVCenter,
                         percent(share));
        if (hasFocus() && i == lit_) {
            painter.setPen(QPen(accentColour(palette()), 2));
            painter.drawRect(bar.adjusted(-2, -2, 2, 2));
        }
    }
    if (!hasFocus()) return;
    painter.setPen(QPen(accentColour(palette()), 1, Qt::DotLine));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -1, -1));
}

void SweepImportance::mouseReleaseEvent(QMouseEvent* event) {
    const int bar = event->button() == Qt::LeftButton ? barAt(event->position()) : -1;
    if (bar < 0) return;
    lit_ = bar;
    update();
    Q_EMIT settingChosen(QString::fromStdString(bars_[static_cast<std::size_t>(bar)].first));
}

void SweepImportance::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(bars_.size()) - 1;
    switch (event->key()) {
        case Qt::Key_Down:
            lit_ = std::min(last, lit_ + 1);
            break;
        case Qt::Key_Up:
            lit_ = std::min(last, std::max(0, lit_ - 1));
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            if (lit_ >= 0) Q_EMIT settingChosen(QString::fromStdString(bars_[static_cast<std::size_t>(lit_)].first));
            break;
        default:
            return QWidget::keyPressEvent(event);
    }
    update();
}

bool SweepImportance::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const int bar = barAt(QPointF(help->pos()));
    QToolTip::showText(help->globalPos(),
                       bar < 0 ? tr("Share of the objective's spread over the trials that each setting explains")
                               : tr("%1: %2 of the objective's spread\nClick to see its slice")
                                     .arg(QString::fromStdString(bars_[static_cast<std::size_t>(bar)].first),
                                          percent(bars_[static_cast<std::size_t>(bar)].second)),
                       this);
    return true;
}

}  // namespace mica
