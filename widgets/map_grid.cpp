#include "widgets/map_grid.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/map_geometry.h"
#include "widgets/map_thumbnail.h"
#include "widgets/palette.h"

namespace mica {

MapGrid::MapGrid(TimeView* view, QWidget* parent)
    : QWidget(parent), view_(view), empty_text_(tr("No attention yet: train a model or open a run")) {
    setObjectName(QStringLiteral("mapGrid"));
    setAccessibleName(tr("All heads and layers"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(view_, &TimeView::rangeChanged, this, &MapGrid::draw);
    connect(view_, &TimeView::durationChanged, this, &MapGrid::draw);
    connect(view_, &TimeView::positionChanged, this, [this] { update(); });
}

void MapGrid::setMaps(std::vector<std::shared_ptr<const AttentionMap>> maps, MapAxis source, MapAxis target,
                      std::vector<std::shared_ptr<const AttentionMap>> less) {
    maps_.clear();
    less_.clear();
    const bool both = less.size() == maps.size();
    const auto fits = [](const AttentionMap& one, const AttentionMap& other) {
        return one.rows == other.rows && one.columns == other.columns && one.heads == other.heads;
    };
    for (std::size_t i = 0; i < maps.size(); ++i) {
        if (!maps[i] || !isWhole(*maps[i]) || (!maps_.empty() && !fits(*maps[i], *maps_.front()))) continue;
        if (both && (!less[i] || !isWhole(*less[i]) || !fits(*maps[i], *less[i]))) continue;
        if (both) less_.push_back(std::move(less[i]));
        maps_.push_back(std::move(maps[i]));
    }
    source_ = std::move(source);
    target_ = std::move(target);
    const std::size_t all = maps_.size() * static_cast<std::size_t>(heads() + 1);
    if (images_.size() != all) images_.assign(all, {});
    hovered_ = {};
    current_ = {std::clamp(current_.layer, 0, std::max(0, layers() - 1)), std::clamp(current_.column, 0, heads())};
    draw();
    update();
}

void MapGrid::setEmptyText(const QString& text) {
    empty_text_ = text;
    update();
}

void MapGrid::setLook(const MapLook& look) {
    if (look == look_) return;
    look_ = look;
    draw();
}

void MapGrid::setChosen(int layer, int head) {
    chosen_layer_ = layer;
    chosen_head_ = head;
    for (int i = 0; i < layers(); ++i)
        if (maps_[static_cast<std::size_t>(i)]->layer == layer) current_ = {i, head < 0 ? heads() : head};
    update();
}

void MapGrid::setLitRow(int row) {
    if (std::exchange(lit_row_, row) != row) update();
}

MapGridGeometry MapGrid::geometryNow() const {
    const QFontMetricsF metrics(font());
    const double legend = metrics.height() + 8;
    return {QSizeF(width(), std::max(1.0, height() - legend)),
            {metrics.horizontalAdvance(tr("layer %1").arg(88)) + 8, metrics.height() + 4},
            layers(),
            heads()};
}

QSize MapGrid::minimumSizeHint() const {
    const QFontMetricsF metrics(font());
    // small maps lower than three lines tell nothing; of many layers all must still fit on a screen
    return {240, qRound(metrics.height() * std::min(27.0, 3 + 3.0 * std::max(3, layers())))};
}

std::size_t MapGrid::indexOf(Place place) const {
    return static_cast<std::size_t>(place.layer) * static_cast<std::size_t>(heads() + 1) +
           static_cast<std::size_t>(place.column);
}

QRectF MapGrid::tile(int layer, int head) const {
    for (int i = 0; i < layers(); ++i)
        if (maps_[static_cast<std::size_t>(i)]->layer == layer) return geometryNow().tile(i, head < 0 ? heads() : head);
    return {};
}

const QImage& MapGrid::image(int layer, int head) const {
    static const QImage none;
    for (int i = 0; i < layers(); ++i)
        if (maps_[static_cast<std::size_t>(i)]->layer == layer) return images_[indexOf({i, head < 0 ? heads() : head})];
    return none;
}

std::function<std::vector<QImage>()> MapGrid::drawing() const {
    ThumbnailStyle style;
    const double ratio = printed_ > 0 ? printed_ : devicePixelRatioF();
    const QRectF box = geometryNow().tile(0, 0);
    style.pixels = QSize(std::max(1, qRound(box.width() * ratio)), std::max(1, qRound(box.height() * ratio)));
    style.visible = view_->visibleRange();
    style.columns = columnSpans(source_.times, maps_.front()->columns, view_->duration());
    style.colours = look_.colours;
    style.dark = isDark(palette());
    style.ground = palette().color(QPalette::Base);
    style.gap = palette().color(QPalette::Window);
    return [maps = maps_, less = less_, look = look_, style] {
        std::vector<QImage> images;
        for (std::size_t i = 0; i < maps.size(); ++i)
            for (int column = 0; column <= maps[i]->heads; ++column) {
                MapWish wish;
                wish.map = maps[i];
                if (!less.empty()) wish.less = less[i];
                wish.shading = {column == wish.map->heads ? -1 : column, look.scale, look.normalisation};
                wish.kept_mass = look.kept_mass;
                images.push_back(thumbnailOf(wish, style));
            }
        return images;
    };
}

// The worker draws all of them at the size they have now; until then the last ones stay, stretched.
void MapGrid::draw() {
    if (maps_.empty()) return worker_.cancel();
    worker_.post([this, make = drawing()]() -> MapWorker::Answer {
        return [this, images = make()] {
            images_ = images;
            update();
            Q_EMIT drawn();
        };
    });
}

void MapGrid::setPrinted(double pixels) {
    printed_ = pixels;
    if (printed_ == 0) return draw();
    worker_.cancel();
    if (!maps_.empty()) images_ = drawing()();
}

void MapGrid::paintTile(QPainter& painter, Place place, const QRectF& box) {
    const AttentionMap& map = *maps_[static_cast<std::size_t>(place.layer)];
    const QImage& image = images_[indexOf(place)];
    if (image.isNull())
        painter.fillRect(box, palette().color(QPalette::Base));
    else
        painter.drawImage(box, image);
    painter.save();
    painter.setClipRect(box);
    const QColor accent = accentColour(palette());
    if (lit_row_ >= 0 && lit_row_ < map.rows) {
        const double each = box.height() / map.rows, top = box.top() + each * lit_row_;
        painter.setPen(QPen(accent, 1));
        painter.drawLine(QPointF(box.left(), top), QPointF(box.right(), top));
        painter.drawLine(QPointF(box.left(), top + each), QPointF(box.right(), top + each));
    }
    if (!source_.times.empty() && printed_ == 0) {
        const Interval& visible = view_->visibleRange();
        const double x = box.left() + box.width() * (view_->position() - visible.begin) / visible.duration();
        painter.setPen(QPen(accent, 1));
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()));
    }
    painter.restore();
    const bool here = map.layer == chosen_layer_ && place.column == (chosen_head_ < 0 ? heads() : chosen_head_);
    const bool pointed = printed_ == 0 && (place == hovered_ || (hasFocus() && place == current_));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(gridColour(palette()), 1));
    painter.drawRect(box);
    if (pointed) {
        painter.setPen(QPen(palette().color(QPalette::Text), 1.5, Qt::DashLine));
        painter.drawRect(box.adjusted(1, 1, -1, -1));
    }
    if (here) {
        painter.setPen(QPen(accent, 3));
        painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5));
    }
}

void MapGrid::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetricsF metrics(font());
    if (maps_.empty()) {
        painter.setPen(quietText(palette()));
        painter.drawText(rect().adjusted(12, 8, -12, -8), Qt::AlignCenter | Qt::TextWordWrap, empty_text_);
        return;
    }
    const MapGridGeometry g = geometryNow();
    const auto name = [&](const QRectF& box, int align, const QString& text, bool here) {
        QFont strong = font();
        strong.setBold(here);
        painter.setFont(strong);
        painter.setPen(here ? palette().color(QPalette::WindowText) : quietText(palette()));
        painter.drawText(box, align | Qt::TextSingleLine,
                         QFontMetricsF(strong).elidedText(text, Qt::ElideRight, box.width()));
    };
    for (int column = 0; column < g.columns(); ++column) {
        const QRectF box = g.tile(0, column);
        const bool mean = column == g.heads;
        const QString full = mean ? tr("mean") : tr("head %1").arg(column + 1);
        name(QRectF(box.left(), 0, box.width(), g.labels.height()), Qt::AlignCenter,
             metrics.horizontalAdvance(full) < box.width() || mean ? full : QString::number(column + 1),
             column == (chosen_head_ < 0 ? g.heads : chosen_head_));
    }
    for (int layer = 0; layer < g.layers; ++layer) {
        const int number = maps_[static_cast<std::size_t>(layer)]->layer;
        const QRectF box = g.tile(layer, 0);
        name(QRectF(2, box.top(), g.labels.width() - 6, box.height()), Qt::AlignRight | Qt::AlignVCenter,
             tr("layer %1").arg(number + 1), number == chosen_layer_);
        for (int column = 0; column < g.columns(); ++column) paintTile(painter, {layer, column}, g.tile(layer, column));
    }
    painter.setFont(font());
    paintLegend(painter);
}

// What the shades mean: small maps have no room for numbers.
void MapGrid::paintLegend(QPainter& painter) {
    const QFontMetricsF metrics(font());
    const MapGridGeometry g = geometryNow();
    const QRectF line(g.labels.width() + 2, height() - metrics.height() - 4, width() - g.labels.width() - 4,
                      metrics.height());
    const bool dark = isDark(palette()), rows = look_.normalisation == MapNormalisation::row;
    const ColourTable table = isDifference() ? divergingTable(dark) : colourTable(look_.colours, dark);
    QImage gradient(255, 1, QImage::Format_RGB32);
    for (int i = 0; i < 255; ++i) gradient.setPixel(i, 0, table[static_cast<std::size_t>(i + 1)]);
    const QString low = isDifference() ? tr("less") : QStringLiteral("0");
    const QRectF bar(line.left() + metrics.horizontalAdvance(low) + 5, line.center().y() - 5, 90, 10);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, low);
    painter.drawImage(bar, gradient);
    QString said = isDifference()
                       ? (rows ? tr("more in the first, of each row's largest difference")
                               : tr("more in the first, of each small map's largest difference"))
                       : (rows ? tr("the largest weight of each row") : tr("the largest weight of each small map"));
    if (look_.scale == MapScale::logarithmic) said += tr(", log");
    if (look_.kept_mass < 1) said += tr("; faded: outside %1 % of the row").arg(100 * look_.kept_mass);
    const QRectF rest(bar.right() + 5, line.top(), std::max(0.0, line.right() - bar.right() - 5), line.height());
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(said, Qt::ElideRight, rest.width()));
    painter.setPen(gridColour(palette()));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar);
}

void MapGrid::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    draw();
}

void MapGrid::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) draw();
    QWidget::changeEvent(event);
}

void MapGrid::choose(Place place) {
    if (place.layer < 0) return;
    current_ = place;
    update();
    Q_EMIT chosen(maps_[static_cast<std::size_t>(place.layer)]->layer, place.column == heads() ? -1 : place.column);
}

QString MapGrid::tell(Place place) const {
    const int layer = maps_[static_cast<std::size_t>(place.layer)]->layer + 1;
    return place.column == heads()
               ? tr("Layer %1, mean of all heads. Click or Enter: show it large").arg(layer)
               : tr("Layer %1, head %2. Click or Enter: show it large").arg(layer).arg(place.column + 1);
}

void MapGrid::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) choose(geometryNow().at(event->position()));
}

void MapGrid::mouseMoveEvent(QMouseEvent* event) {
    const Place place = geometryNow().at(event->position());
    if (place == hovered_) return;
    hovered_ = place;
    setCursor(place.layer >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void MapGrid::leaveEvent(QEvent* event) {
    hovered_ = {};
    update();
    QWidget::leaveEvent(event);
}

void MapGrid::keyPressEvent(QKeyEvent* event) {
    const auto step = [this](int layer, int column) {
        current_ = {std::clamp(current_.layer + layer, 0, std::max(0, layers() - 1)),
                    std::clamp(current_.column + column, 0, heads())};
        if (layers() > 0) setAccessibleDescription(tell(current_));
        update();
    };
    switch (event->key()) {
        case Qt::Key_Left:
            return step(0, -1);
        case Qt::Key_Right:
            return step(0, 1);
        case Qt::Key_Up:
            return step(-1, 0);
        case Qt::Key_Down:
            return step(1, 0);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (layers() > 0) choose(current_);
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

bool MapGrid::event(QEvent* event) {
    // arrows go through the small maps here, not through the clip's frames
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool arrow = key->key() == Qt::Key_Left || key->key() == Qt::Key_Right || key->key() == Qt::Key_Up ||
                           key->key() == Qt::Key_Down;
        if (arrow && key->modifiers() == Qt::NoModifier) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const Place place = geometryNow().at(help->pos());
        if (place.layer >= 0)
            QToolTip::showText(help->globalPos(), tell(place), this);
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) update();
    return QWidget::event(event);
}

}  // namespace mica
