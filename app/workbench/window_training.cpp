// Training in the window: its curves, its menu, what happens when one begins, ends, or breaks.
#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

#include <algorithm>

#include "app/workbench/branch_dialog.h"
#include "app/workbench/clip_panel.h"
#include "app/workbench/compare_picker.h"
#include "app/workbench/curve_source.h"
#include "app/workbench/job_board.h"
#include "app/workbench/main_window.h"
#include "app/workbench/message_bar.h"
#include "app/workbench/train_panel.h"
#include "app/workbench/words.h"
#include "core/training/settings.h"
#include "widgets/key_mark.h"
#include "widgets/training_curves.h"

namespace mica {

void MainWindow::buildCurves() {
    curves_ = new TrainingCurves;
    compare_ = new ComparePicker(&runs_);
    curves_->addControl(compare_);
    curve_source_ = new CurveSource(&selection_, &training_, curves_, compare_, this);
    connect(curve_source_, &CurveSource::troubled, this,
            [this](const QString& text) { messages_->show(MessageBar::Kind::warning, text); });
}

void MainWindow::buildTrainingMenu() {
    QMenu* train = menuBar()->addMenu(tr("&Training"));
    train->setToolTipsVisible(true);
    auto* start = add(train, tr("&Train on this set"), tr("Starts a new run with the settings of the Train layout"),
                      QKeySequence(Qt::CTRL | Qt::Key_T));
    connect(start, &QAction::triggered, train_panel_, &TrainPanel::start);
    auto* pause =
        add(train, tr("&Pause"), tr("Waits after the running step, or goes on"), QKeySequence(Qt::CTRL | Qt::Key_P));
    pause->setCheckable(true);
    connect(pause, &QAction::triggered, &training_, &TrainingJob::setPaused);
    auto* stop = add(train, tr("&Stop and save"), tr("Ends after the running step; the run can be resumed"),
                     QKeySequence(Qt::CTRL | Qt::Key_Period));
    connect(stop, &QAction::triggered, &training_, &TrainingJob::stop);
    train->addSeparator();
    auto* branch = add(train, tr("&Go on from an epoch of another run\u2026"),
                       tr("A new run that begins where another one stood, with other settings"),
                       QKeySequence(Qt::CTRL | Qt::Key_B));
    connect(branch, &QAction::triggered, this, &MainWindow::askBranch);
    auto* repeat = add(train, tr("&Repeat the chosen run"),
                       tr("Trains it once more, with every change that was made while it trained, at the same steps"),
                       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    connect(repeat, &QAction::triggered, this, [this] { train_panel_->repeat(selection_.run()); });
    const auto state = [this, start, pause, stop, branch, repeat] {
        const bool free = selection_.set() && !training_.running();
        branch->setEnabled(free);
        repeat->setEnabled(free && !selection_.run().empty());
        start->setEnabled(selection_.set() && selection_.set()->labelled() && !training_.running());
        pause->setEnabled(training_.running());
        pause->setChecked(training_.running() && training_.paused());
        stop->setEnabled(training_.running());
    };
    connect(&training_, &TrainingJob::started, this, state);
    connect(&training_, &TrainingJob::pausedChanged, this, state);
    connect(&training_, &TrainingJob::ended, this, state);
    connect(&selection_, &Selection::setChanged, this, state);
    connect(&selection_, &Selection::runChanged, this, state);
    state();

    start_action_ = start;
    pause_action_ = pause;
    stop_action_ = stop;
    colourSigns();
    auto* bar = addToolBar(tr("Training"));
    bar->setObjectName(QStringLiteral("training bar"));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setMovable(false);
    for (QAction* action : {start, pause, stop}) {
        action->setIconText(withoutKeyMark(action->text()));
        bar->addAction(action);
    }
}

// A training only knows the clips of its own set: while another set is on screen it goes on with the clip it had.
void MainWindow::watchClip() {
    if (!training_.running() || trainsOnShown()) training_.watch(selection_.clipId());
}

void MainWindow::linkTraining() {
    jobs_->follow(&training_);
    connect(&training_, &TrainingJob::started, this, [this] {
        watchClip();
        trained_ = training_.set()->path();
        attention_.trainingStarted(training_.run());
        selection_.setRun(training_.run(), QStringLiteral("live"));
        setLayoutShown(Layout::train);
    });
    connect(&training_, &TrainingJob::snapshotReady, &attention_, &AttentionSource::addLive);
    connect(&training_, &TrainingJob::ended, this, &MainWindow::trainingEnded);
    connect(train_panel_, &TrainPanel::branchAsked, this, &MainWindow::askBranch);
    connect(train_panel_->series(), &SeedSeries::ended, this, [this](const QString& text) {
        messages_->show(MessageBar::Kind::note, text);
        SeedSeries* series = train_panel_->series();
        compare_->choose({{tr("%1: mean").arg(text_of(series->folder().filename())), series->runs()}});
    });
    connect(jobs_, &JobBoard::trainingResultActivated, this, [this] {
        if (const int at = sets_.find(trained_); at >= 0) sets_.activate(at);
        selection_.setRun(training_.run(), QStringLiteral("best"));
        setLayoutShown(Layout::inspect);
    });
}

void MainWindow::trainingEnded(JobOutcome outcome, const QString& message) {
    if (selection_.run() == training_.run() && selection_.checkpoint() == QLatin1String("live")) {
        const auto saved = checkpoints_of(training_.run());
        if (saved.empty())
            selection_.setRun({}, {});
        else
            selection_.setRun(training_.run(), saved.front());
    }
    attention_.trainingEnded();
    runs_.refresh();
    if (outcome != JobOutcome::failed) return;
    const std::optional<NotFinite>& broken = training_.notFinite();
    if (!broken || !broken->may_go_on()) return messages_->show(MessageBar::Kind::failure, message);
    // what was bad and where, and the way on: the last good checkpoint with half the rate
    double rate = broken->rate();
    for (const OptionInfo& option : option_table(training_.options().model))
        if (option.key == "learning_rate") rate = std::min(rate, option.maximum);
    const QString half = text_of(format_number(rate / 2));
    messages_->show(
        MessageBar::Kind::failure,
        tr("Training stopped at %1: %2. The checkpoint of step %3 is kept.")
            .arg(text_of(broken->where()), text_of(broken->reason()))
            .arg(broken->saved()),
        tr("Go on from step %1 with learning rate %2").arg(broken->saved()).arg(half),
        [this, run = training_.run(), half] { train_panel_->resume(run, {"learning_rate=" + half.toStdString()}); });
}

BranchDialog* MainWindow::askBranch() {
    if (!selection_.set() || training_.running()) return nullptr;
    QString at = selection_.checkpoint();
    if (selection_.keptEpoch() >= 0) at = QStringLiteral("epoch-%1").arg(selection_.keptEpoch());
    auto* dialog = new BranchDialog(runs_, selection_.set()->info(), selection_.run(), at, this);
    connect(dialog, &BranchDialog::chosen, this, [this](const std::filesystem::path& run, const QString& checkpoint) {
        setLayoutShown(Layout::train);
        train_panel_->branchFrom(run, checkpoint);
    });
    dialog->open();
    return dialog;
}

}  // namespace mica
