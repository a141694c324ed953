#include "widgets/clip_table.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>
#include <utility>

namespace mica {

ClipTable::ClipTable(QWidget* parent)
    : QWidget(parent),
      model_(new ClipModel(this)),
      filter_(new ClipFilter(this)),
      view_(new QTableView(this)),
      search_(new QLineEdit(this)),
      split_(new QComboBox(this)),
      count_(new QLabel(this)) {
    setObjectName(QStringLiteral("clipTable"));
    filter_->setSourceModel(model_);

    search_->setObjectName(QStringLiteral("clipSearch"));
    search_->setPlaceholderText(tr("Search clips and words"));
    search_->setAccessibleName(tr("Search clips"));
    search_->setToolTip(tr("Every part typed must occur in the name, the words, the label or the notes"));
    search_->setClearButtonEnabled(true);
    split_->setObjectName(QStringLiteral("clipSplit"));
    split_->setAccessibleName(tr("Split shown"));
    split_->setToolTip(tr("Which part of the set is listed"));
    split_->addItem(tr("all splits"));
    for (const Split s : {Split::train, Split::valid, Split::test, Split::none})
        split_->addItem(splitTitle(s), static_cast<int>(s));
    count_->setObjectName(QStringLiteral("clipCount"));

    view_->setObjectName(QStringLiteral("clipView"));
    view_->setAccessibleName(tr("Clips"));
    view_->setModel(filter_);
    view_->setSelectionBehavior(QAbstractItemView::SelectRows);
    view_->setSelectionMode(QAbstractItemView::SingleSelection);
    view_->setSortingEnabled(true);
    view_->setWordWrap(false);
    view_->setShowGrid(false);
    view_->setAlternatingRowColors(true);
    view_->setTabKeyNavigation(false);
    view_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view_->verticalHeader()->hide();
    // one fixed height: thousands of rows are never measured
    view_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    view_->horizontalHeader()->setHighlightSections(false);
    view_->horizontalHeader()->setStretchLastSection(true);
    view_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    const int digit = fontMetrics().averageCharWidth();
    for (const auto& [column, characters] : {std::pair{ClipModel::id, 16},
                                             {ClipModel::split, 11},
                                             {ClipModel::words, 34},
                                             {ClipModel::label, 11},
                                             {ClipModel::duration, 10},
                                             {ClipModel::text_steps, 7},
                                             {ClipModel::vision_steps, 7},
                                             {ClipModel::audio_steps, 7}})
        view_->setColumnWidth(column, characters * digit + 12);

    auto* top = new QHBoxLayout;
    top->addWidget(search_, 1);
    top->addWidget(split_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->addLayout(top);
    column->addWidget(view_, 1);
    column->addWidget(count_);

    connect(search_, &QLineEdit::textChanged, this, &ClipTable::setSearch);
    connect(search_, &QLineEdit::returnPressed, this, [this] {
        if (!view_->currentIndex().isValid() && filter_->rowCount() > 0) view_->setCurrentIndex(filter_->index(0, 0));
        view_->setFocus();
    });
    connect(split_, &QComboBox::currentIndexChanged, this, &ClipTable::setSplit);
    connect(view_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now, const QModelIndex&) {
                const QModelIndex at = filter_->mapToSource(now);
                if (at.isValid())
                    Q_EMIT clipChosen(at.row(),
                                      QString::fromStdString(model_->clips()[static_cast<std::size_t>(at.row())].id));
            });
    connect(view_, &QTableView::activated, this, [this](const QModelIndex& now) {
        const QModelIndex at = filter_->mapToSource(now);
        if (at.isValid())
            Q_EMIT clipActivated(at.row(),
                                 QString::fromStdString(model_->clips()[static_cast<std::size_t>(at.row())].id));
    });
    connect(filter_, &QAbstractItemModel::rowsInserted, this, &ClipTable::countRows);
    connect(filter_, &QAbstractItemModel::rowsRemoved, this, &ClipTable::countRows);
    connect(filter_, &QAbstractItemModel::modelReset, this, &ClipTable::countRows);
    countRows();
}

void ClipTable::setClips(std::vector<ClipInfo> clips, Task task) {
    model_->setClips(std::move(clips), std::move(task));
    // streams and notes that no clip has take no room
    const auto any = [this](auto&& has) { return std::any_of(model_->clips().begin(), model_->clips().end(), has); };
    view_->setColumnHidden(ClipModel::notes,
                           !any([](const ClipInfo& c) { return c.flagged_frames > 0 || !c.note.empty(); }));
    view_->setColumnHidden(ClipModel::words, !any([](const ClipInfo& c) { return !c.transcript.empty(); }));
    countRows();
}

QString ClipTable::chosen() const {
    const QModelIndex at = filter_->mapToSource(view_->currentIndex());
    return at.isValid() ? QString::fromStdString(model_->clips()[static_cast<std::size_t>(at.row())].id) : QString();
}

bool ClipTable::choose(const QString& id) {
    const int row = model_->find(id);
    if (row < 0) return false;
    if (!filter_->mapFromSource(model_->index(row, 0)).isValid()) {
        search_->clear();
        split_->setCurrentIndex(0);
    }
    const QModelIndex at = filter_->mapFromSource(model_->index(row, 0));
    view_->setCurrentIndex(at);
    view_->scrollTo(at);
    return true;
}

int ClipTable::visibleCount() const { return filter_->rowCount(); }
void ClipTable::chooseNext() { move(1); }
void ClipTable::choosePrevious() { move(-1); }

void ClipTable::move(int by) {
    const int rows = filter_->rowCount();
    if (rows == 0) return;
    const QModelIndex now = view_->currentIndex();
    const int row = now.isValid() ? std::clamp(now.row() + by, 0, rows - 1) : (by > 0 ? 0 : rows - 1);
    view_->setCurrentIndex(filter_->index(row, 0));
}

void ClipTable::setSearch(const QString& text) {
    if (search_->text() != text) {
        search_->setText(text);  // comes back here
        return;
    }
    filter_->setSearch(text);
    countRows();
}

void ClipTable::setSplit(int comboIndex) {
    if (split_->currentIndex() != comboIndex) {
        split_->setCurrentIndex(comboIndex);
        return;
    }
    const QVariant which = split_->itemData(comboIndex);
    filter_->setSplit(which.isValid() ? std::optional(static_cast<Split>(which.toInt())) : std::nullopt);
    countRows();
}

void ClipTable::countRows() {
    const int all = model_->rowCount(), shown = filter_->rowCount();
    if (all == 0)
        count_->setText(tr("No clips"));
    else if (shown == all)
        count_->setText(all == 1 ? tr("1 clip") : tr("%1 clips").arg(all));
    else if (shown == 0)
        count_->setText(tr("None of %1 clips fits the search").arg(all));
    else
        count_->setText(tr("%1 of %2 clips").arg(shown).arg(all));
}

}  // namespace mica
