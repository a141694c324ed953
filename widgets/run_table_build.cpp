// Controls and actions of the runs table.
#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <array>

#include "widgets/flow_layout.h"
#include "widgets/run_note_editor.h"
#include "widgets/run_table.h"
#include "widgets/run_text.h"
#include "widgets/state_panel.h"

namespace mica {

namespace {

int characters(const RunColumn& column) {
    switch (column.kind) {
        case RunColumn::Kind::name:
            return 34;
        case RunColumn::Kind::note:
            return 30;
        case RunColumn::Kind::experiment:
        case RunColumn::Kind::set:
        case RunColumn::Kind::tags:
        case RunColumn::Kind::created:
            return 18;
        case RunColumn::Kind::valid:
        case RunColumn::Kind::test:
            return 19;
        case RunColumn::Kind::seed:
        case RunColumn::Kind::epochs:
        case RunColumn::Kind::best:
            return 10;
        case RunColumn::Kind::state:
        case RunColumn::Kind::model:
        case RunColumn::Kind::preset:
        case RunColumn::Kind::setting:
            break;
    }
    return 13;
}

// A click on a column's name leaves the menu open: one seldom comes alone.
class StaysOpen : public QMenu {
public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent* event) override {
        QAction* action = actionAt(event->position().toPoint());
        if (action && action->isCheckable())
            action->trigger();
        else
            QMenu::mouseReleaseEvent(event);
    }
};

}  // namespace

void RunTable::build() {
    setObjectName(QStringLiteral("runTable"));
    search_->setObjectName(QStringLiteral("runSearch"));
    search_->setPlaceholderText(tr("Search runs, tags and notes"));
    search_->setAccessibleName(tr("Search runs"));
    search_->setToolTip(
        tr("Every word typed must occur in the name, the experiment, the model, the set, the tags or the note (%1; "
           "Escape clears)")
            .arg(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_F).toString(QKeySequence::NativeText)));
    search_->setClearButtonEnabled(true);
    search_->installEventFilter(this);
    group_->setObjectName(QStringLiteral("runGroup"));
    group_->setAccessibleName(tr("Group runs"));
    group_->setToolTip(tr("Folds runs together; a group shows mean and deviation (of the sample) of its figures"));
    for (const auto& [grouping, text] :
         {std::pair{RunGrouping::none, tr("no groups")}, std::pair{RunGrouping::experiment, tr("by experiment")},
          std::pair{RunGrouping::model, tr("by model")}, std::pair{RunGrouping::set, tr("by set")},
          std::pair{RunGrouping::tag, tr("by tag")}})
        group_->addItem(text, static_cast<int>(grouping));
    state_->setObjectName(QStringLiteral("runState"));
    state_->setAccessibleName(tr("States shown"));
    state_->setToolTip(tr("Lists only runs in that state"));
    state_->addItem(tr("all states"), QString());
    for (const char* state : {"running", "finished", "stopped", "killed", "damaged"})
        state_->addItem(stateTitle(state), QLatin1String(state));
    columns_->setObjectName(QStringLiteral("runColumns"));
    columns_->setText(tr("Columns"));
    columns_->setAccessibleName(tr("Columns"));
    columns_->setToolTip(tr("Which columns the table has; they are remembered"));
    columns_->setPopupMode(QToolButton::InstantPopup);
    column_menu_ = new StaysOpen(this);
    columns_->setMenu(column_menu_);
    count_->setObjectName(QStringLiteral("runCount"));

    view_->setObjectName(QStringLiteral("runView"));
    view_->setAccessibleName(tr("Runs"));
    view_->setModel(model_);
    view_->setUniformRowHeights(true);
    view_->setRootIsDecorated(false);
    view_->setTextElideMode(Qt::ElideMiddle);  // names are told apart by their ends
    view_->setAllColumnsShowFocus(true);
    view_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view_->setEditTriggers(QAbstractItemView::DoubleClicked);
    view_->setAlternatingRowColors(true);
    view_->setContextMenuPolicy(Qt::CustomContextMenu);
    view_->setItemDelegate(new RunNoteEditor(model_, view_));
    view_->setExpandsOnDoubleClick(true);
    view_->installEventFilter(this);
    view_->header()->setStretchLastSection(true);
    view_->header()->setSectionsMovable(false);
    view_->header()->setSortIndicator(-1, Qt::AscendingOrder);
    view_->setSortingEnabled(true);
    states_->setContent(view_);

    buildActions();
    archived_->setDefaultAction(action(Do::archived));
    archived_->setObjectName(QStringLiteral("runArchived"));
    for (QToolButton* button : {columns_, archived_}) {
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }
    auto* controls = new QWidget;
    auto* flow = new FlowLayout(controls, 4);
    search_->setMinimumWidth(fontMetrics().averageCharWidth() * 34);
    for (QWidget* w : std::initializer_list<QWidget*>{search_, group_, state_, columns_, archived_}) flow->addWidget(w);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(4);
    column->addWidget(controls);
    column->addWidget(states_, 1);
    column->addWidget(count_);
}

// Their keys hold while the keyboard is in the table (see eventFilter): elsewhere the same keys do other things.
void RunTable::buildActions() {
    struct Entry {
        Do what;
        QString text, tip;
        QKeySequence key;
    };
    const auto dock = [](Qt::Key key) { return QKeySequence(Qt::ALT | Qt::SHIFT | key); };
    const std::array<Entry, 13> all{{
        {Do::find, tr("&Find runs"), tr("Puts the keyboard into the search field"),
         QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_F)},
        {Do::open, tr("&Open in Inspect"), tr("Goes to the run's set and shows what it attends"),
         QKeySequence(Qt::Key_Return)},
        {Do::curves, tr("Show &curves"), tr("Puts the curves of the chosen runs over each other"), dock(Qt::Key_C)},
        {Do::tags, tr("Write &tags"),
         tr("Words to find runs by, with commas between them; of several chosen runs each gets or loses what you add "
            "or "
            "take away"),
         QKeySequence(Qt::Key_F2)},
        {Do::note, tr("Write a &note"), tr("What you say of the run"), QKeySequence(Qt::SHIFT | Qt::Key_F2)},
        {Do::archive, tr("&Archive"), tr("Takes runs out of the list, or puts them back; nothing is deleted"),
         dock(Qt::Key_A)},
        {Do::trash, tr("&Delete"), tr("Moves runs to the trash folder; Undo brings them back"),
         QKeySequence(Qt::Key_Delete)},
        {Do::undo, tr("&Undo"), tr("Takes the last change of tags, notes, archive or the last deletion back"),
         dock(Qt::Key_Z)},
        {Do::redo, tr("&Redo"), tr("Makes the change again that was taken back"), dock(Qt::Key_Y)},
        {Do::copy, tr("Cop&y"), tr("Copies chosen rows for a spreadsheet"), QKeySequence(Qt::CTRL | Qt::Key_C)},
        {Do::csv, tr("Write as CS&V..."), tr("Writes chosen rows, or all that are shown, into a file"),
         dock(Qt::Key_V)},
        {Do::fold, tr("Fold or unfold a&ll groups"), tr("Shows groups alone, or all their runs"), dock(Qt::Key_F)},
        {Do::archived, tr("Archived runs too"), tr("Lists archived runs as well"), dock(Qt::Key_H)},
    }};
    for (const Entry& entry : all) {
        auto* action = new QAction(entry.text, this);
        action->setShortcut(entry.key);
        action->setShortcutContext(Qt::WidgetShortcut);
        action->setToolTip(QStringLiteral("%1 (%2)").arg(entry.tip, entry.key.toString(QKeySequence::NativeText)));
        action->setStatusTip(entry.tip);
        connect(action, &QAction::triggered, this, [this, what = entry.what] { act(what); });
        actions_ << action;
    }
    action(Do::archived)->setCheckable(true);
}

void RunTable::link() {
    connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
        RunCriteria criteria = model_->criteria();
        criteria.search = text;
        setCriteria(criteria);
    });
    connect(search_, &QLineEdit::returnPressed, this, [this] { view_->setFocus(); });
    connect(state_, &QComboBox::currentIndexChanged, this, [this] {
        RunCriteria criteria = model_->criteria();
        criteria.state = state_->currentData().toString().toStdString();
        setCriteria(criteria);
    });
    connect(group_, &QComboBox::currentIndexChanged, this, [this] {
        setGrouping(static_cast<RunGrouping>(group_->currentData().toInt()));
        Q_EMIT lookChanged();
    });
    connect(column_menu_, &QMenu::aboutToShow, this, &RunTable::fillColumnMenu);
    connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (quiet_) return;
        tell();
        Q_EMIT chosenChanged();
    });
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!quiet_) tell();
    });
    connect(view_, &QTreeView::activated, this, [this](const QModelIndex& index) {
        if (model_->run(index) && !(model_->flags(index) & Qt::ItemIsEditable)) act(Do::open);
    });
    connect(view_, &QWidget::customContextMenuRequested, this, &RunTable::contextMenu);
    connect(model_, &RunModel::notesEdited, this, &RunTable::takeNotes);
    connect(states_, &StatePanel::retryRequested, this, &RunTable::retryRequested);
    connect(states_, &StatePanel::actionRequested, this, [this] {
        if (model_->count() == 0) {
            Q_EMIT trainRequested();
            return;
        }
        RunCriteria all;
        all.archived = model_->criteria().archived;
        setCriteria(all);
    });
}

void RunTable::fillColumnMenu() {
    column_menu_->clear();
    column_menu_->addAction(tr("The usual ones"), this, [this] {
        chosen_columns_.clear();
        showUsual();
        Q_EMIT lookChanged();
    });
    column_menu_->addSeparator();
    QMenu *valid = nullptr, *test = nullptr, *settings = nullptr;
    const auto menu = [this](QMenu*& below, const QString& title) {
        if (!below) {
            below = new StaysOpen(title, column_menu_);
            column_menu_->addMenu(below);
        }
        return below;
    };
    for (const RunColumn& column : columns_of(model_->all())) {
        if (column.kind == RunColumn::Kind::name) continue;  // always there
        QMenu* where = column.kind == RunColumn::Kind::valid     ? menu(valid, tr("Validation"))
                       : column.kind == RunColumn::Kind::test    ? menu(test, tr("Test, reported only"))
                       : column.kind == RunColumn::Kind::setting ? menu(settings, tr("Settings"))
                                                                 : column_menu_;
        QString text = columnTitle(column);
        text = text.mid(text.indexOf(QLatin1Char('\n')) + 1);
        auto* action = where->addAction(text.replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setCheckable(true);
        const auto& now = model_->columns();
        action->setChecked(std::find(now.begin(), now.end(), column) != now.end());
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            std::vector<RunColumn> wanted;
            for (const RunColumn& c : columns_of(model_->all())) {
                const auto& shown = model_->columns();
                if (c == column ? on : std::find(shown.begin(), shown.end(), c) != shown.end()) wanted.push_back(c);
            }
            setColumns(std::move(wanted));
            Q_EMIT lookChanged();
        });
    }
}

void RunTable::setWidths() {
    const int digit = fontMetrics().averageCharWidth();
    for (int c = 0; c < model_->columnCount(); ++c)
        view_->setColumnWidth(c, characters(model_->columns()[static_cast<std::size_t>(c)]) * digit + 16);
}

}  // namespace mica
