#include "widgets/sweep_trials.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "widgets/clip_rows.h"
#include "widgets/flow_layout.h"
#include "widgets/sweep_model.h"

namespace mica {

using State = SweepTrial::State;

SweepTrials::SweepTrials(QWidget* parent)
    : QWidget(parent),
      model_(new SweepModel(this)),
      table_(new QTableView),
      search_(new QLineEdit),
      state_(new QComboBox),
      open_(new QPushButton(tr("Open run"))),
      stop_(new QPushButton(tr("Stop trial"))),
      count_(new QLabel) {
    setObjectName(QStringLiteral("sweepTrials"));
    build();
    link();
    tell();
}

void SweepTrials::build() {
    search_->setObjectName(QStringLiteral("trialSearch"));
    search_->setPlaceholderText(tr("Search trials"));
    search_->setAccessibleName(tr("Search trials"));
    search_->setToolTip(
        tr("Every part typed must occur in the number, the state, a setting (lr=0.001) or the run (Alt+Shift+F)"));
    search_->setClearButtonEnabled(true);
    state_->setObjectName(QStringLiteral("trialState"));
    state_->setAccessibleName(tr("State shown"));
    state_->setToolTip(tr("Lists only trials in this state (Alt+Shift+S)"));
    state_->addItem(tr("all states"));
    for (const State s :
         {State::waiting, State::running, State::complete, State::pruned, State::failed, State::stopped})
        state_->addItem(stateTitle(s), static_cast<int>(s));
    open_->setObjectName(QStringLiteral("trialOpen"));
    open_->setToolTip(tr("Goes to the chosen trial's run (Enter in the table, Alt+Shift+O)"));
    stop_->setObjectName(QStringLiteral("trialStop"));
    stop_->setToolTip(tr("Stops the chosen trial alone; the sweep goes on with the others (Alt+Shift+X)"));
    count_->setObjectName(QStringLiteral("trialCount"));

    table_->setObjectName(QStringLiteral("trialTable"));
    table_->setAccessibleName(tr("Trials"));
    table_->setModel(model_);
    dressClipTable(table_);
    table_->setContextMenuPolicy(Qt::CustomContextMenu);
    table_->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    table_->setSortingEnabled(true);
    table_->setMinimumHeight(fontMetrics().height() * 5);

    auto* controls = new QWidget;
    auto* flow = new FlowLayout(controls, 6);
    search_->setMinimumWidth(fontMetrics().averageCharWidth() * 24);
    for (QWidget* w : std::initializer_list<QWidget*>{search_, state_, open_, stop_}) flow->addWidget(w);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(controls);
    column->addWidget(table_, 1);
    column->addWidget(count_);
}

void SweepTrials::link() {
    connect(search_, &QLineEdit::textChanged, this, &SweepTrials::sendFilter);
    connect(state_, &QComboBox::currentIndexChanged, this, &SweepTrials::sendFilter);
    connect(search_, &QLineEdit::returnPressed, this, [this] {
        if (!table_->currentIndex().isValid() && model_->rowCount() > 0) table_->setCurrentIndex(model_->index(0, 0));
        table_->setFocus();
    });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        const int trial = quiet_ ? -1 : model_->position(now.row());
        if (trial < 0 || trial == current_) return;
        current_ = trial;
        tell();
        Q_EMIT trialChosen(trial);
    });
    // the model is made anew by a sort: the chosen trial stays chosen
    connect(model_, &QAbstractItemModel::modelReset, this, &SweepTrials::showCurrent);
    connect(table_, &QTableView::activated, this, [this](const QModelIndex& at) {
        if (const int trial = model_->position(at.row()); trial >= 0) Q_EMIT trialActivated(trial);
    });
    connect(open_, &QPushButton::clicked, this, [this] {
        if (canOpen(current_)) Q_EMIT trialActivated(current_);
    });
    connect(stop_, &QPushButton::clicked, this, [this] {
        if (canStop(current_)) Q_EMIT stopRequested(current_);
    });
    connect(table_, &QWidget::customContextMenuRequested, this, &SweepTrials::showMenu);
}

bool SweepTrials::canStop(int trial) const {
    if (!stoppable_ || trial < 0 || !model_->list()) return false;
    return model_->list()->report.trials[static_cast<std::size_t>(trial)].state == State::running;
}

bool SweepTrials::canOpen(int trial) const {
    return trial >= 0 && model_->list() && !model_->list()->report.trials[static_cast<std::size_t>(trial)].run.empty();
}

void SweepTrials::showMenu(const QPoint& at) {
    const int trial = model_->position(table_->indexAt(at).row());
    if (trial < 0) return;
    QMenu menu(this);
    QAction* open = menu.addAction(tr("&Open run"), this, [this, trial] { Q_EMIT trialActivated(trial); });
    open->setEnabled(canOpen(trial));
    QAction* stop = menu.addAction(tr("&Stop this trial"), this, [this, trial] { Q_EMIT stopRequested(trial); });
    stop->setEnabled(canStop(trial));
    menu.exec(table_->viewport()->mapToGlobal(at));
}

void SweepTrials::sendFilter() {
    const QVariant state = state_->currentData();
    Q_EMIT filterEdited(search_->text(),
                        state.isValid() ? std::optional(static_cast<State>(state.toInt())) : std::nullopt);
}

void SweepTrials::setFilter(const QString& search, std::optional<State> state) {
    const QSignalBlocker a(search_), b(state_);
    if (search_->text() != search) search_->setText(search);
    state_->setCurrentIndex(state ? state_->findData(static_cast<int>(*state)) : 0);
}

void SweepTrials::setStoppable(bool on) {
    stoppable_ = on;
    tell();
}

void SweepTrials::setList(std::shared_ptr<const SweepList> list, std::vector<bool> fit) {
    const bool before = std::exchange(quiet_, true);
    const int across = table_->horizontalScrollBar()->value(), down = table_->verticalScrollBar()->value();
    if (!list || current_ >= static_cast<int>(list->size())) current_ = -1;
    model_->setList(std::move(list), std::move(fit));
    table_->horizontalScrollBar()->setValue(across);
    table_->verticalScrollBar()->setValue(down);
    quiet_ = before;
    if (const auto columns = static_cast<std::size_t>(model_->columnCount()); columns != shaped_) {
        shaped_ = columns;
        const int digit = fontMetrics().averageCharWidth();
        for (int c = 0; c < model_->columnCount(); ++c) {
            const QString head = model_->headerData(c, Qt::Horizontal).toString();
            using Column = SweepModel::Column;
            const Column kind = model_->columnKind(c);
            const int wide = kind == Column::run ? 24 : kind == Column::time || kind == Column::state ? 12 : 9;
            table_->setColumnWidth(c, std::max(wide * digit, fontMetrics().horizontalAdvance(head) + 2 * digit) + 14);
        }
    }
    tell();
}

void SweepTrials::setFitting(std::vector<bool> fit) {
    model_->setFitting(std::move(fit));
    tell();
}

void SweepTrials::setCurrent(int trial) {
    if (trial == current_) return;
    current_ = trial;
    showCurrent();
    if (const QModelIndex at = table_->currentIndex(); at.isValid()) table_->scrollTo(at);
    tell();
}

void SweepTrials::showCurrent() {
    const bool before = std::exchange(quiet_, true);
    const int row = model_->rowOf(current_);
    table_->setCurrentIndex(row < 0 ? QModelIndex() : model_->index(row, 0));
    quiet_ = before;
}

void SweepTrials::tell() {
    const int all = model_->list() ? static_cast<int>(model_->list()->size()) : 0, shown = model_->rowCount();
    count_->setText(shown == all ? tr("%n trials", nullptr, all) : tr("%1 of %n trials", nullptr, all).arg(shown));
    open_->setEnabled(canOpen(current_));
    stop_->setEnabled(canStop(current_));
    stop_->setVisible(stoppable_);
}

}  // namespace mica
