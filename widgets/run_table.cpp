#include "widgets/run_table.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>
#include <set>

#include "widgets/key_mark.h"
#include "widgets/run_text.h"
#include "widgets/state_panel.h"

namespace mica {

namespace {
QString path_text(const RunRowPtr& row) { return QString::fromStdString(row->run.path.string()); }
}  // namespace

RunTable::RunTable(QWidget* parent)
    : QWidget(parent),
      model_(new RunModel(this)),
      view_(new QTreeView),
      states_(new StatePanel),
      search_(new QLineEdit),
      group_(new QComboBox),
      state_(new QComboBox),
      columns_(new QToolButton),
      archived_(new QToolButton),
      column_menu_(nullptr),
      count_(new QLabel) {
    build();
    link();
    model_->setPalette(palette());
    showUsual();
    setUndo({}, {});
    setLoading();
}

// The view, which goes later, lets go of its rows then.
RunTable::~RunTable() {
    view_->selectionModel()->disconnect(this);
    model_->disconnect(this);
}

void RunTable::apply(const std::vector<RunRowPtr>& changed, const std::vector<std::filesystem::path>& gone) {
    loading_ = false;
    keepView([&] { model_->apply(changed, gone); });
    if (chosen_columns_.empty()) showUsual();
    if (!model_->criteria().search.isEmpty()) unfoldSearched();
    tell();
}

void RunTable::setLoading() {
    if (model_->count() > 0) return;
    loading_ = true;
    tell();
}

void RunTable::setUnreadable(const QString& folder, const QString& why) {
    folder_ = folder;
    unreadable_ = why;
    loading_ = false;
    tell();
}

// The view forgets what is chosen, unfolded and on screen when the model begins anew.
void RunTable::keepView(const std::function<void()>& change) {
    bool anew = false;
    const auto link = connect(model_, &QAbstractItemModel::modelAboutToBeReset, this, [&anew] { anew = true; });
    std::vector<std::filesystem::path> runs;
    for (const RunRowPtr& row : chosen()) runs.push_back(row->run.path);
    const auto current = model_->run(view_->currentIndex());
    std::set<QString> open;
    for (int r = 0; r < model_->rowCount() && model_->grouping() != RunGrouping::none; ++r)
        if (const QModelIndex i = model_->index(r, 0); view_->isExpanded(i)) open.insert(model_->groupName(i));
    const int place = view_->verticalScrollBar()->value();
    quiet_ = true;
    change();
    disconnect(link);
    if (anew) {
        for (int r = 0; r < model_->rowCount(); ++r)
            if (const QModelIndex i = model_->index(r, 0); model_->group(i) && open.contains(model_->groupName(i)))
                view_->expand(i);
        if (current)
            if (const QModelIndex i = model_->indexOf(current->run.path); i.isValid())
                view_->selectionModel()->setCurrentIndex(i, QItemSelectionModel::NoUpdate);
        choose(runs);
        view_->verticalScrollBar()->setValue(place);
    }
    quiet_ = false;
    std::vector<std::filesystem::path> now;
    for (const RunRowPtr& row : chosen()) now.push_back(row->run.path);
    if (now != runs) Q_EMIT chosenChanged();
}

std::vector<RunRowPtr> RunTable::chosen() const {
    QModelIndexList rows = view_->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex& a, const QModelIndex& b) {
        const auto place = [](const QModelIndex& i) {
            return i.parent().isValid() ? std::pair{i.parent().row(), i.row()} : std::pair{i.row(), -1};
        };
        return place(a) < place(b);
    });
    std::vector<RunRowPtr> runs;
    std::set<const RunRow*> seen;
    for (const QModelIndex& index : rows)
        for (RunRowPtr& row : model_->runsOf(index))
            if (seen.insert(row.get()).second) runs.push_back(std::move(row));
    return runs;
}

void RunTable::choose(const std::vector<std::filesystem::path>& runs) {
    QItemSelection rows;
    QModelIndex first;
    for (const auto& run : runs) {
        const QModelIndex index = model_->indexOf(run);
        if (!index.isValid()) continue;
        if (!first.isValid()) first = index;
        rows.select(index, index.siblingAtColumn(model_->columnCount() - 1));
    }
    view_->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    if (first.isValid() && !quiet_) {
        view_->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        view_->scrollTo(first);
    }
}

void RunTable::setColumns(std::vector<RunColumn> columns) {
    std::erase_if(columns, [](const RunColumn& c) { return c.kind == RunColumn::Kind::name; });
    if (columns.empty()) {
        chosen_columns_.clear();
        return showUsual();
    }
    columns.insert(columns.begin(), {RunColumn::Kind::name, {}});  // where rows are folded
    chosen_columns_ = columns;
    keepView([&] { model_->setColumns(std::move(columns)); });
    setWidths();
}

void RunTable::showUsual() {
    auto columns = usual_columns(model_->all());
    if (columns == model_->columns()) return;
    keepView([&] { model_->setColumns(std::move(columns)); });
    setWidths();
}

void RunTable::setGrouping(RunGrouping grouping) {
    {
        const QSignalBlocker quiet(group_);
        group_->setCurrentIndex(group_->findData(static_cast<int>(grouping)));
    }
    keepView([&] { model_->setGrouping(grouping); });
    view_->setRootIsDecorated(grouping != RunGrouping::none);
    unfoldSearched();
    tell();
}

void RunTable::setCriteria(const RunCriteria& criteria) {
    {
        const QSignalBlocker quiet_search(search_), quiet_state(state_);
        if (search_->text() != criteria.search) search_->setText(criteria.search);
        state_->setCurrentIndex(std::max(0, state_->findData(QString::fromStdString(criteria.state))));
    }
    action(Do::archived)->setChecked(criteria.archived);
    keepView([&] { model_->setCriteria(criteria); });
    unfoldSearched();
    tell();
}

void RunTable::unfoldSearched() {
    if (model_->grouping() != RunGrouping::none && !model_->criteria().search.trimmed().isEmpty()) view_->expandAll();
}

void RunTable::setUndo(const QString& undo, const QString& redo) {
    action(Do::undo)->setEnabled(!undo.isEmpty());
    action(Do::undo)->setText(undo.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(undo));
    action(Do::redo)->setEnabled(!redo.isEmpty());
    action(Do::redo)->setText(redo.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(redo));
}

void RunTable::act(Do what) {
    const auto runs = chosen();
    QStringList paths;
    for (const RunRowPtr& row : runs) paths << path_text(row);
    switch (what) {
        case Do::find:
            search_->setFocus(Qt::ShortcutFocusReason);
            return search_->selectAll();
        case Do::open:
            if (const RunRowPtr row = model_->run(view_->currentIndex())) Q_EMIT openRequested(path_text(row));
            return;
        case Do::curves:
            if (!paths.isEmpty()) Q_EMIT curvesRequested(paths);
            return;
        case Do::tags:
            return edit(RunColumn::Kind::tags);
        case Do::note:
            return edit(RunColumn::Kind::note);
        case Do::archive:
            return archive();
        case Do::trash:
            if (!paths.isEmpty()) Q_EMIT trashRequested(paths);
            return;
        case Do::undo:
            Q_EMIT undoRequested();
            return;
        case Do::redo:
            Q_EMIT redoRequested();
            return;
        case Do::copy:
            return copy();
        case Do::csv:
            Q_EMIT csvRequested();
            return;
        case Do::fold:
            return foldAll();
        case Do::archived: {
            RunCriteria criteria = model_->criteria();
            criteria.archived = action(Do::archived)->isChecked();
            return setCriteria(criteria);
        }
    }
}

// In its own column, which is shown for it where it was not.
void RunTable::edit(RunColumn::Kind kind) {
    const RunRowPtr row = model_->run(view_->currentIndex());
    if (!row) return;
    const auto column = [this, kind] {
        const auto& all = model_->columns();
        const auto at = std::find(all.begin(), all.end(), RunColumn{kind, {}});
        return at == all.end() ? -1 : static_cast<int>(at - all.begin());
    };
    if (column() < 0) {
        auto all = model_->columns();
        all.push_back({kind, {}});
        setColumns(std::move(all));
        Q_EMIT lookChanged();
    }
    const QModelIndex cell = view_->currentIndex().siblingAtColumn(column());
    view_->scrollTo(cell);
    view_->edit(cell);
}

void RunTable::archive() {
    const auto runs = chosen();
    if (runs.empty()) return;
    const bool all = std::all_of(runs.begin(), runs.end(), [](const RunRowPtr& r) { return r->run.notes.archived; });
    std::vector<std::pair<QString, RunNotes>> notes;
    for (const RunRowPtr& row : runs) {
        if (row->run.notes.archived == !all) continue;
        notes.emplace_back(path_text(row), row->run.notes);
        notes.back().second.archived = !all;
    }
    const int n = static_cast<int>(notes.size());
    Q_EMIT notesRequested(notes,
                          all ? tr("take %n runs out of the archive", nullptr, n) : tr("archive %n runs", nullptr, n));
}

// What was added to or taken from one of several chosen runs' tags holds for all of them.
void RunTable::takeNotes(const QString& run, const RunNotes& notes) {
    const RunRowPtr edited = model_->find(run.toStdString());
    if (!edited) return;
    const RunNotes& before = edited->run.notes;
    std::vector<std::pair<QString, RunNotes>> all{{run, notes}};
    if (notes.note != before.note) {
        Q_EMIT notesRequested(all, tr("the note of %1").arg(QString::fromStdString(edited->run.name)));
        return;
    }
    const auto runs = chosen();
    if (std::find(runs.begin(), runs.end(), edited) != runs.end())
        for (const RunRowPtr& row : runs) {
            if (row == edited) continue;
            RunNotes theirs = row->run.notes;
            for (const std::string& tag : before.tags)
                if (!notes.tags.contains(tag)) theirs.tags.erase(tag);
            for (const std::string& tag : notes.tags)
                if (!before.tags.contains(tag)) theirs.tags.insert(tag);
            if (!(theirs == row->run.notes)) all.emplace_back(path_text(row), theirs);
        }
    Q_EMIT notesRequested(all, tr("tags of %n runs", nullptr, static_cast<int>(all.size())));
}

void RunTable::copy() {
    QStringList lines, names;
    for (const RunColumn& column : model_->columns()) names << columnName(column);
    lines << names.join(QLatin1Char('\t'));
    for (const RunRowPtr& row : chosen()) {
        QStringList cells;
        for (const RunColumn& column : model_->columns()) cells << cellText(*row, column);
        lines << cells.join(QLatin1Char('\t'));
    }
    if (lines.size() > 1) QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')) + QLatin1Char('\n'));
}

std::vector<RunRowPtr> RunTable::meant() const {
    std::vector<RunRowPtr> runs = chosen();
    if (!runs.empty()) return runs;
    std::set<const RunRow*> seen;
    for (int r = 0; r < model_->rowCount(); ++r)
        for (RunRowPtr& row : model_->runsOf(model_->index(r, 0)))
            if (seen.insert(row.get()).second) runs.push_back(std::move(row));
    return runs;
}

void RunTable::contextMenu(QPoint at) {
    if (!view_->indexAt(at).isValid()) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addActions({action(Do::open), action(Do::curves)});
    menu->addSeparator();
    menu->addActions({action(Do::tags), action(Do::note), action(Do::archive), action(Do::trash)});
    menu->addSeparator();
    menu->addActions({action(Do::undo), action(Do::redo)});
    menu->addSeparator();
    menu->addActions({action(Do::copy), action(Do::csv)});
    menu->popup(view_->viewport()->mapToGlobal(at));
}

void RunTable::foldAll() {
    bool any = false;
    for (int r = 0; r < model_->rowCount(); ++r) any = any || view_->isExpanded(model_->index(r, 0));
    if (any)
        view_->collapseAll();
    else
        view_->expandAll();
}

bool RunTable::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    const int code = key->key() == Qt::Key_Enter ? static_cast<int>(Qt::Key_Return) : key->key();
    const QKeySequence pressed(code | (key->modifiers() & ~Qt::KeypadModifier).toInt());
    if (watched == search_ && pressed != action(Do::find)->shortcut()) {
        if (event->type() == QEvent::ShortcutOverride || (code != Qt::Key_Escape && code != Qt::Key_Down)) return false;
        if (code == Qt::Key_Escape && !search_->text().isEmpty())
            search_->clear();
        else
            view_->setFocus();
        return true;
    }
    if (watched == view_ && !view_->hasFocus()) return false;  // Enter in a cell's editor is the editor's
    for (QAction* action : actions_) {
        if (action->shortcut() != pressed || !action->isEnabled()) continue;
        if (code == Qt::Key_Return && model_->group(view_->currentIndex())) {
            if (event->type() == QEvent::KeyPress)
                view_->setExpanded(view_->currentIndex(), !view_->isExpanded(view_->currentIndex()));
            event->accept();
            return event->type() == QEvent::KeyPress;
        }
        event->accept();
        if (event->type() == QEvent::ShortcutOverride) return true;
        action->trigger();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RunTable::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && model_) model_->setPalette(palette());
}

// What the table says besides its rows, and what can be done now.
void RunTable::tell() {
    const auto runs = chosen();
    const bool one = model_->run(view_->currentIndex()) != nullptr, some = !runs.empty();
    for (const Do what : {Do::open, Do::tags, Do::note}) action(what)->setEnabled(one);
    for (const Do what : {Do::curves, Do::archive, Do::trash, Do::copy}) action(what)->setEnabled(some);
    action(Do::csv)->setEnabled(model_->rowCount() > 0);
    action(Do::fold)->setEnabled(model_->grouping() != RunGrouping::none && model_->rowCount() > 0);
    const bool all =
        some && std::all_of(runs.begin(), runs.end(), [](const RunRowPtr& r) { return r->run.notes.archived; });
    action(Do::archive)->setText(all ? tr("Take out of the &archive") : tr("&Archive"));
    action(Do::archived)->setIconText(withoutKeyMark(action(Do::archived)->text()));
    const int shown = model_->shownCount(), count = model_->count();
    if (loading_) {
        count_->clear();
        return states_->showLoading(tr("Reading the runs..."));
    }
    if (!unreadable_.isEmpty())
        return states_->showFailed(tr("The runs folder %1 cannot be read").arg(folder_), unreadable_,
                                   tr("See that it is there and that you may read it."), tr("Try again"));
    QStringList words{shown == count ? tr("%n runs", nullptr, count) : tr("%1 of %n runs", nullptr, count).arg(shown)};
    if (some) words << tr("%n chosen", nullptr, static_cast<int>(runs.size()));
    count_->setText(count ? words.join(QLatin1String(", ")) : QString());
    if (count == 0)
        return states_->showEmpty(tr("No run yet. Train a model: its run is listed here, as are those that "
                                     "other programs write into the runs folder."),
                                  tr("Train a model"));
    if (shown == 0)
        return states_->showEmpty(tr("None of the runs fits the search, or they are archived."), tr("Show all runs"));
    states_->showFull();
}

}  // namespace mica
