#include "widgets/flow_layout.h"

#include <algorithm>
#include <utility>

namespace mica {

FlowLayout::FlowLayout(QWidget* parent, int spacing) : QLayout(parent) {
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowLayout::~FlowLayout() { qDeleteAll(items_); }
void FlowLayout::addItem(QLayoutItem* item) { items_ << item; }
int FlowLayout::count() const { return static_cast<int>(items_.size()); }
QLayoutItem* FlowLayout::itemAt(int i) const { return items_.value(i); }
QLayoutItem* FlowLayout::takeAt(int i) { return i >= 0 && i < items_.size() ? items_.takeAt(i) : nullptr; }
int FlowLayout::heightForWidth(int width) const { return place({0, 0, width, 0}, false); }

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    place(rect, true);
}

QSize FlowLayout::minimumSize() const {
    QSize size(0, 0);
    for (const QLayoutItem* item : items_)
        if (!item->isEmpty()) size = size.expandedTo(item->minimumSize());
    return size;
}

int FlowLayout::place(const QRect& rect, bool move) const {
    int x = rect.x(), y = rect.y(), high = 0;
    QList<std::pair<QLayoutItem*, QRect>> line;
    const auto finish = [&] {  // low items stand in the middle of their line
        for (const auto& [item, box] : line)
            if (move) item->setGeometry(box.translated(0, (high - box.height()) / 2));
        line.clear();
    };
    for (QLayoutItem* item : items_) {
        if (item->isEmpty()) continue;  // hidden
        const QSize size(std::min(item->sizeHint().width(), rect.width()), item->sizeHint().height());
        if (x > rect.x() && x + size.width() > rect.right() + 1) {
            finish();
            x = rect.x();
            y += high + spacing();
            high = 0;
        }
        line << std::pair{item, QRect(QPoint(x, y), size)};
        x += size.width() + spacing();
        high = std::max(high, size.height());
    }
    finish();
    return y + high - rect.y();
}

}  // namespace mica
