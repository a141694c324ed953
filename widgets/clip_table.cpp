#include "widgets/clip_table.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>
#include <utility>

#include "widgets/clip_filters.h"
#include "widgets/clip_rows.h"
#include "widgets/flow_layout.h"
#include "widgets/state_panel.h"
#include "widgets/key_mark.h"

namespace mica {
namespace {

QString keyed(const QString& tip, const QAction* action) {
    return QStringLiteral("%1 (%2)").arg(tip, action->shortcut().toString(QKeySequence::NativeText));
}

}  // namespace

ClipTable::ClipTable(QWidget* parent)
    : QWidget(parent),
      model_(new ClipModel(this)),
      view_(new QTableView),
      states_(new StatePanel),
      search_(new QLineEdit),
      split_(new QComboBox),
      more_(new QToolButton),
      reset_(new QToolButton),
      filters_(new ClipFilters),
      filter_room_(new QScrollArea),
      count_(new QLabel),
      only_(new QLabel) {
    setObjectName(QStringLiteral("clipTable"));
    build();
    link();
    tell();
}

void ClipTable::build() {
    search_->setObjectName(QStringLiteral("clipSearch"));
    search_->setPlaceholderText(tr("Search clips and words"));
    search_->setAccessibleName(tr("Search clips"));
    search_->setClearButtonEnabled(true);
    search_->installEventFilter(this);
    split_->setObjectName(QStringLiteral("clipSplit"));
    split_->setAccessibleName(tr("Split shown"));
    split_->setToolTip(tr("Which part of the set is listed"));
    fillSplits(split_, tr("all splits"), tr("no split"));
    more_->setObjectName(QStringLiteral("clipMore"));
    reset_->setObjectName(QStringLiteral("clipReset"));
    filter_room_->setWidget(filters_);
    filter_room_->setWidgetResizable(true);
    filter_room_->setFrameShape(QFrame::NoFrame);
    filter_room_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    filter_room_->hide();
    count_->setObjectName(QStringLiteral("clipCount"));
    only_->setObjectName(QStringLiteral("clipOnly"));
    only_->setWordWrap(true);

    view_->setObjectName(QStringLiteral("clipView"));
    view_->setAccessibleName(tr("Clips"));
    view_->setModel(model_);
    dressClipTable(view_);
    view_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    view_->setSortingEnabled(true);
    const int digit = fontMetrics().averageCharWidth();
    for (const auto& [column, characters] : {std::pair{ClipColumn::id, 16},
                                             {ClipColumn::label, 10},
                                             {ClipColumn::words, 34},
                                             {ClipColumn::split, 11},
                                             {ClipColumn::duration, 10},
                                             {ClipColumn::text_steps, 7},
                                             {ClipColumn::vision_steps, 7},
                                             {ClipColumn::audio_steps, 7},
                                             {ClipColumn::group, 14}})
        view_->setColumnWidth(static_cast<int>(column), characters * digit + 12);
    states_->setContent(view_);

    // what does not fit beside the search goes below it
    auto* controls = new QWidget;
    auto* flow = new FlowLayout(controls, 4);
    for (QWidget* w : std::initializer_list<QWidget*>{split_, more_, reset_}) flow->addWidget(w);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(4);
    column->addWidget(search_);
    column->addWidget(controls);
    column->addWidget(filter_room_);
    column->addWidget(only_);
    column->addWidget(states_, 1);
    column->addWidget(count_);

    auto* find = new QAction(tr("&Find clips"), this);
    find->setShortcut(QKeySequence::Find);
    find->setToolTip(keyed(tr("Puts the keyboard into the search field"), find));
    search_->setToolTip(tr("Every part typed must occur in the name, the group, the words, the label or the notes "
                           "(%1; Escape clears)")
                            .arg(find->shortcut().toString(QKeySequence::NativeText)));
    auto* filter = new QAction(tr("Fi&lters"), this);
    filter->setCheckable(true);
    filter->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    filter->setToolTip(keyed(tr("Fields for label, lengths and what is missing"), filter));
    auto* all = new QAction(tr("Sho&w all clips"), this);
    all->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    all->setToolTip(keyed(tr("Lifts search and filters"), all));
    actions_ = {find, filter, all};
    more_->setDefaultAction(filter);
    reset_->setDefaultAction(all);
    for (QToolButton* button : {more_, reset_}) {
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }
    connect(find, &QAction::triggered, this, &ClipTable::find);
    connect(filter, &QAction::toggled, this, &ClipTable::setFiltersShown);
    connect(all, &QAction::triggered, this, &ClipTable::reset);
}

void ClipTable::link() {
    connect(search_, &QLineEdit::textChanged, this, &ClipTable::setSearch);
    connect(search_, &QLineEdit::returnPressed, this, [this] {
        if (!view_->currentIndex().isValid() && model_->rowCount() > 0) view_->setCurrentIndex(model_->index(0, 0));
        view_->setFocus();
    });
    connect(split_, &QComboBox::currentIndexChanged, this, &ClipTable::setSplit);
    connect(filters_, &ClipFilters::edited, this, [this] {
        ClipCriteria criteria = model_->criteria();
        filters_->apply(criteria);
        setCriteria(criteria);
    });
    connect(states_, &StatePanel::actionRequested, this, &ClipTable::reset);
    connect(view_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ClipTable::currentChanged);
    connect(view_, &QTableView::activated, this, [this](const QModelIndex& now) {
        if (const int at = model_->position(now.row()); at >= 0) Q_EMIT clipActivated(at, chosen());
    });
    // rows come and go by reset: the chosen one is found again
    connect(model_, &QAbstractItemModel::modelAboutToBeReset, this, [this] { quiet_ = true; });
    connect(model_, &QAbstractItemModel::modelReset, this, [this] {
        quiet_ = false;
        showCurrent();
        tell();
    });
}

void ClipTable::currentChanged(const QModelIndex& now) {
    const int at = model_->position(now.row());
    if (quiet_ || at < 0) return;
    chosen_ = at;
    Q_EMIT clipChosen(at, chosen());
}

void ClipTable::showCurrent() {
    const bool before = std::exchange(quiet_, true);
    const int row = chosen_ < 0 ? -1 : model_->rowOf(chosen_);
    view_->setCurrentIndex(row < 0 ? QModelIndex() : model_->index(row, 0));
    if (row >= 0) view_->scrollTo(model_->index(row, 0));
    quiet_ = before;
}

void ClipTable::setList(std::shared_ptr<const ClipList> list) {
    chosen_ = -1;
    model_->setList(std::move(list));
    const auto& now = model_->list();
    filters_->setList(now ? *now : ClipList{});
    setCriteria({});
    if (now) fitNames(view_, static_cast<int>(ClipColumn::id), *now->clips);
    // columns that no clip has take no room
    const auto any = [&now](auto&& has) {
        return now && now->clips && std::any_of(now->clips->begin(), now->clips->end(), has);
    };
    const auto hide = [this](ClipColumn column, bool on) { view_->setColumnHidden(static_cast<int>(column), on); };
    hide(ClipColumn::notes, !any([](const ClipInfo& c) { return c.flagged_frames > 0 || !c.note.empty(); }));
    hide(ClipColumn::words, !any([](const ClipInfo& c) { return !c.transcript.empty(); }));
    hide(ClipColumn::duration, !any([](const ClipInfo& c) { return c.duration > 0; }));
    hide(ClipColumn::group, !any([](const ClipInfo& c) { return !c.group.empty(); }));
}

void ClipTable::setClips(std::vector<ClipInfo> clips, Task task) {
    setList(make_clip_list(std::make_shared<const std::vector<ClipInfo>>(std::move(clips)), std::move(task)));
}

void ClipTable::setCriteria(const ClipCriteria& criteria) {
    const bool changed = !(criteria == model_->criteria());
    {
        const QSignalBlocker quiet_search(search_), quiet_split(split_);
        if (search_->text() != criteria.search) search_->setText(criteria.search);
        split_->setCurrentIndex(criteria.split ? split_->findData(static_cast<int>(*criteria.split)) : 0);
    }
    filters_->setCriteria(criteria);
    model_->setCriteria(criteria);
    tell();
    if (changed) Q_EMIT criteriaChanged();
}

QString ClipTable::chosen() const {
    return chosen_ < 0 || !model_->list()
               ? QString()
               : QString::fromStdString(model_->list()->at(static_cast<std::size_t>(chosen_)).id);
}

bool ClipTable::choose(const QString& id) {
    const int at = model_->find(id);
    if (at < 0) return false;
    if (model_->rowOf(at) < 0) reset();
    const QModelIndex index = model_->index(model_->rowOf(at), 0);
    view_->setCurrentIndex(index);
    view_->scrollTo(index);
    return true;
}

void ClipTable::mark(int position) {
    chosen_ =
        model_->list() && position >= 0 && static_cast<std::size_t>(position) < model_->list()->size() ? position : -1;
    showCurrent();
}

int ClipTable::visibleCount() const { return model_->rowCount(); }
void ClipTable::chooseNext() { move(1); }
void ClipTable::choosePrevious() { move(-1); }

void ClipTable::move(int by) {
    const int rows = model_->rowCount();
    if (rows == 0) return;
    const QModelIndex now = view_->currentIndex();
    const int row = now.isValid() ? std::clamp(now.row() + by, 0, rows - 1) : (by > 0 ? 0 : rows - 1);
    view_->setCurrentIndex(model_->index(row, 0));
}

void ClipTable::setSearch(const QString& text) {
    ClipCriteria criteria = model_->criteria();
    criteria.search = text;
    setCriteria(criteria);
}

void ClipTable::setSplit(int comboIndex) {
    ClipCriteria criteria = model_->criteria();
    const QVariant which = split_->itemData(comboIndex);
    criteria.split = which.isValid() ? std::optional(static_cast<Split>(which.toInt())) : std::nullopt;
    setCriteria(criteria);
}

void ClipTable::reset() { setCriteria({}); }

void ClipTable::find() {
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
}

void ClipTable::setFiltersShown(bool on) {
    actions_[1]->setChecked(on);
    filter_room_->setVisible(on);
}

bool ClipTable::eventFilter(QObject* watched, QEvent* event) {
    if (watched == search_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape) {  // first the text goes, then the keyboard goes to the list
            if (search_->text().isEmpty())
                view_->setFocus();
            else
                search_->clear();
            return true;
        }
        if (key == Qt::Key_Down) {
            if (!view_->currentIndex().isValid()) chooseNext();
            view_->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

// The words under and over the table.
void ClipTable::tell() {
    const ClipCriteria& c = model_->criteria();
    const int all = model_->list() ? static_cast<int>(model_->list()->size()) : 0, shown = model_->rowCount();
    actions_[1]->setText(c.filters() ? tr("Fi&lters (%1)").arg(c.filters()) : tr("Fi&lters"));
    for (QAction* action : {actions_[1], actions_[2]}) action->setIconText(withoutKeyMark(action->text()));
    actions_[2]->setEnabled(!c.empty());
    only_->setVisible(c.only != nullptr);
    if (c.only) only_->setText(tr("Only clips of the check: %1").arg(c.only_title));
    if (all == 0) {
        count_->setText(tr("No clips"));
        states_->showEmpty(model_->list() ? tr("The set holds no clips.")
                                          : tr("The clips of a set are listed here when one is open."));
        return;
    }
    count_->setText(shown == all ? tr("%n clips", nullptr, all) : tr("%1 of %n clips", nullptr, all).arg(shown));
    if (shown == 0)
        states_->showEmpty(tr("None of the clips fits search and filters."), tr("Show all clips"));
    else
        states_->showFull();
}

}  // namespace mica
