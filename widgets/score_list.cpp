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
    header()->setStretchLastSection(true);
    header()->setSectionsMovable(false);
    const auto choose = [this](const QTreeWidgetItem* item) {
        if (!filling_ && item) Q_EMIT clipChosen(item->data(0, Qt::UserRole).toInt());
    };
    connect(this, &QTreeWidget::currentItemChanged, this, [choose](QTreeWidgetItem* item) { choose(item); });
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
    QList<QTreeWidgetItem*> items;
    for (const ScoredClip& clip : clips) {
        auto* item = new Item;
        item->setText(0, clip.id);
        item->setToolTip(0, clip.id);
        item->setData(0, Qt::UserRole, clip.index);
        for (std::size_t s = 0; s < clip.scores.size(); ++s) {
            const int column = static_cast<int>(s) + 1;
            const double v = clip.scores[s];
            const bool whole = std::abs(v) >= 2 && v == std::floor(v);
            item->setText(column, std::isfinite(v) ? QString::number(v, 'f', whole ? 0 : 3) : tr("n/a"));
            item->setData(column, Qt::UserRole, v);
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        }
        items << item;
    }
    addTopLevelItems(items);
    setSortingEnabled(true);
    sortByColumn(sorted + 1, order);
    for (int c = 0; c < columnCount(); ++c) resizeColumnToContents(c);
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

QSize ScoreList::sizeHint() const { return {320, 200}; }

}  // namespace mica
