#include "widgets/score_list.h"

#include <QHeaderView>

#include <cmath>

namespace mica {
namespace {

/// Sorted by number; what has none comes last in either order's end.
class Item : public QTreeWidgetItem {
public:
    using QTreeWidgetItem::QTreeWidgetItem;
    bool operator<(const QTreeWidgetItem& other) const override {
        const int column = treeWidget() ? treeWidget()->sortColumn() : 0;
        if (column == 0) return text(0) < other.text(0);
        const double a = data(column, Qt::UserRole).toDouble(), b = other.data(column, Qt::UserRole).toDouble();
        return std::isnan(a) ? false : std::isnan(b) ? true : a < b;
    }
};

}  // namespace

ScoreList::ScoreList(QWidget* parent) : QTreeWidget(parent) {
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSortingEnabled(true);
    setAccessibleName(tr("Clips and their figures"));
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    const auto choose = [this](const QTreeWidgetItem* item) {
        if (!filling_ && item) Q_EMIT clipChosen(item->data(0, Qt::UserRole).toInt());
    };
    connect(this, &QTreeWidget::currentItemChanged, this, [choose](QTreeWidgetItem* item) { choose(item); });
    connect(this, &QTreeWidget::itemActivated, this, [choose](QTreeWidgetItem* item) { choose(item); });
    connect(this, &QTreeWidget::itemClicked, this, [choose](QTreeWidgetItem* item) { choose(item); });
}

void ScoreList::setClips(const std::vector<ScoredClip>& clips, const QStringList& columns, const QStringList& tips,
                         int sorted, Qt::SortOrder order) {
    filling_ = true;
    setSortingEnabled(false);
    clear();
    setColumnCount(1 + static_cast<int>(columns.size()));
    setHeaderLabels(QStringList{tr("Clip")} + columns);
    for (int c = 0; c < tips.size(); ++c) headerItem()->setToolTip(c + 1, tips[c]);
    headerItem()->setToolTip(0, tr("A click goes to the clip"));
    std::vector<bool> whole(static_cast<std::size_t>(columns.size()), true);  // counts are written as such
    for (const ScoredClip& clip : clips)
        for (std::size_t s = 0; s < clip.scores.size(); ++s)
            whole[s] = whole[s] && (std::isnan(clip.scores[s]) || clip.scores[s] == std::floor(clip.scores[s]));
    if (!whole.empty()) whole[0] = false;  // the figure itself, which may be 0 or 1 for all
    QList<QTreeWidgetItem*> items;
    for (const ScoredClip& clip : clips) {
        auto* item = new Item;
        item->setText(0, clip.id);
        item->setToolTip(0, clip.id);
        item->setData(0, Qt::UserRole, clip.index);
        for (std::size_t s = 0; s < clip.scores.size(); ++s) {
            const int column = static_cast<int>(s) + 1;
            const double v = clip.scores[s];
            item->setText(column, std::isfinite(v) ? QString::number(v, 'f', whole[s] ? 0 : 3) : tr("n/a"));
            item->setData(column, Qt::UserRole, v);
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        }
        items << item;
    }
    addTopLevelItems(items);
    setSortingEnabled(true);
    sortByColumn(sorted + 1, order);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int c = 1; c < columnCount(); ++c) {
        header()->setSectionResizeMode(c, QHeaderView::ResizeToContents);
        headerItem()->setTextAlignment(c, Qt::AlignRight | Qt::AlignVCenter);
    }
    setCurrentItem(nullptr);
    filling_ = false;
}

QStringList ScoreList::order() const {
    QStringList ids;
    for (int i = 0; i < topLevelItemCount(); ++i) ids << topLevelItem(i)->text(0);
    return ids;
}

void ScoreList::setCurrentClip(int index) {
    if (currentItem() && currentItem()->data(0, Qt::UserRole).toInt() == index) return;
    filling_ = true;
    QTreeWidgetItem* found = nullptr;
    for (int i = 0; i < topLevelItemCount() && !found; ++i)
        if (topLevelItem(i)->data(0, Qt::UserRole).toInt() == index) found = topLevelItem(i);
    setCurrentItem(found);
    filling_ = false;
}

// Qt marks the first item where none is; nobody has chosen it.
void ScoreList::focusInEvent(QFocusEvent* event) {
    filling_ = true;
    QTreeWidget::focusInEvent(event);
    filling_ = false;
}

QSize ScoreList::sizeHint() const { return {320, 200}; }

}  // namespace mica
