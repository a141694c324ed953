#include "widgets/clip_rows.h"

#include <QComboBox>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>

#include "widgets/clip_list.h"

namespace mica {

void dressClipTable(QTableView* table) {
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setWordWrap(false);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setTabKeyNavigation(false);  // Tab leaves the table
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);  // thousands of rows are never measured
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 8);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setSortIndicatorClearable(true);
}

void fitNames(QTableView* table, int column, const std::vector<ClipInfo>& clips) {
    const QFontMetrics metrics = table->fontMetrics();
    std::size_t longest = 0;
    for (const ClipInfo& clip : clips) longest = std::max(longest, clip.id.size());
    int width = 10 * metrics.averageCharWidth(), measured = 0;
    for (const ClipInfo& clip : clips)  // measuring takes its time: of thousands, some of the longest
        if (clip.id.size() + 1 >= longest && measured++ < 200)
            width = std::max(width, metrics.horizontalAdvance(QString::fromStdString(clip.id)));
    table->setColumnWidth(column, std::min(width, 32 * metrics.averageCharWidth()) + 16);
}

void fillSplits(QComboBox* box, const QString& all, const QString& none) {
    box->addItem(all);
    for (const Split s : {Split::train, Split::valid, Split::test, Split::none})
        box->addItem(s == Split::none ? none : splitTitle(s), static_cast<int>(s));
}

void fillLabels(QComboBox* box, const Task& task, const QString& any) {
    box->clear();
    box->addItem(any);
    int i = 0;
    for (const std::string& name : task.parts.empty() ? task.classes : task.parts)
        box->addItem(QString::fromStdString(name), i++);
}

}  // namespace mica
