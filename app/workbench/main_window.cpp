#include "app/workbench/main_window.h"

#include <QDockWidget>
#include <QScrollArea>
#include <QVBoxLayout>

#include "app/workbench/attention_panel.h"
#include "app/workbench/clip_panel.h"
#include "app/workbench/job_board.h"
#include "app/workbench/message_bar.h"
#include "app/workbench/places.h"
#include "app/workbench/set_panel.h"
#include "app/workbench/train_panel.h"
#include "app/workbench/words.h"

#include "datasets/sample/sample_set.h"
#include "datasets/store/store.h"
#include "widgets/clip_table.h"
#include "widgets/job_strip.h"
#include "widgets/state_panel.h"
#include "widgets/training_curves.h"

namespace mica {

namespace {
constexpr int kCurvesLines = 64;  // height of the four curve panels in lines of text; less would squeeze their axes
}

MainWindow::MainWindow(std::filesystem::path runs, ThemeSetter* theme, QWidget* parent)
    : QMainWindow(parent),
      theme_(theme),
      runs_(std::move(runs)),
      attention_(&selection_),
      offered_sample_(default_set()) {
    setWindowTitle(tr("MICA Workbench"));
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    build();
    buildMenus();
    buildLayouts();
    linkSelection();
    linkTraining();
    restoreWindow();
    clipEmptyAction();
    runs_.refresh();
}

MainWindow::~MainWindow() {
    // panels and jobs refer to the members above: they go first
    jobs_->stopAll();
    training_.stop();
    training_.wait();
    for (QDockWidget* d : {attention_dock_, curves_dock_, train_dock_, set_dock_, clips_dock_}) delete d;
    delete takeCentralWidget();
}

void MainWindow::build() {
    messages_ = new MessageBar;
    clip_panel_ = new ClipPanel(&selection_, &attention_);
    auto* strip = new JobStrip;
    jobs_ = new JobBoard(strip, this);
    auto* central = new QWidget;
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(4, 4, 4, 0);
    column->setSpacing(4);
    column->addWidget(messages_);
    column->addWidget(clip_panel_, 1);
    column->addWidget(strip);
    setCentralWidget(central);
    clips_ = new ClipTable;
    train_panel_ = new TrainPanel(&selection_, &runs_, &training_);
    attention_panel_ = new AttentionPanel(&selection_, &attention_, &runs_, &training_, clip_panel_->map());
    curves_ = new TrainingCurves;
    clips_dock_ = dock(QStringLiteral("clips"), tr("Clips"), clips_, Qt::LeftDockWidgetArea);
    train_dock_ = dock(QStringLiteral("train"), tr("Training"), train_panel_, Qt::LeftDockWidgetArea);
    set_dock_ = dock(QStringLiteral("set"), tr("About this set"), new SetPanel(&selection_), Qt::RightDockWidgetArea);
    curves_->setMinimumHeight(fontMetrics().height() * kCurvesLines);
    auto* curves = new QScrollArea;
    curves->setWidgetResizable(true);
    curves->setFrameShape(QFrame::NoFrame);
    curves->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    curves->setWidget(curves_);
    curves_dock_ = dock(QStringLiteral("curves"), tr("Curves"), curves, Qt::RightDockWidgetArea);
    attention_dock_ = dock(QStringLiteral("attention"), tr("Attention"), attention_panel_, Qt::RightDockWidgetArea);
}

void MainWindow::linkSelection() {
    connect(clips_, &ClipTable::clipChosen, &selection_,
            [this](int index, const QString&) { selection_.setClip(index); });
    connect(clips_, &ClipTable::clipActivated, this, [this](int index, const QString&) {
        selection_.setClip(index);
        setLayoutShown(Layout::inspect);
        clip_panel_->setFocus();
    });
    connect(&selection_, &Selection::setChanged, this, [this] {
        if (!selection_.set()) return clips_->setClips({}, {});
        clips_->setClips(selection_.set()->clips(), selection_.set()->info().task);
        setWindowTitle(tr("%1 - MICA Workbench").arg(text_of(selection_.set()->info().name)));
    });
    connect(&selection_, &Selection::clipChanged, this, [this] {
        if (const QString id = selection_.clipId(); !id.isEmpty() && id != clips_->chosen()) clips_->choose(id);
        training_.watch(selection_.clipId());
    });
    connect(&selection_, &Selection::runChanged, this, [this] { run_chosen_ = !selection_.run().empty(); });
    // the newest run on this set is what a person most likely wants to see
    connect(&runs_, &RunList::changed, this, [this] {
        if (run_chosen_ || !selection_.set() || training_.running()) return;
        for (const RunEntry& entry : runs_.runs()) {
            if (!entry.summary.fits(selection_.set()->info()) || entry.checkpoints.empty()) continue;
            return selection_.setRun(entry.path, entry.checkpoints.front());
        }
    });
    connect(&selection_, &Selection::setChanged, &runs_, &RunList::refresh);
    connect(&runs_, &RunList::troubled, this,
            [this](const QString& text) { messages_->show(MessageBar::Kind::warning, text); });
    connect(train_panel_, &TrainPanel::troubled, this,
            [this](const QString& text) { messages_->show(MessageBar::Kind::failure, text); });
    connect(clip_panel_, &ClipPanel::mediaTroubled, this,
            [this](const QString& text) { messages_->show(MessageBar::Kind::warning, text); });
}

void MainWindow::linkTraining() {
    jobs_->follow(&training_);
    connect(&training_, &TrainingJob::started, this, [this] {
        curves_->clear();
        attention_.trainingStarted(training_.run());
        selection_.setRun(training_.run(), QStringLiteral("live"));
        // a resumed run shows its past
        if (const RunEntry* entry = runs_.find(training_.run()))
            for (const EpochReport& report : entry->summary.history) curves_->addEpoch(report);
        setLayoutShown(Layout::train);
    });
    connect(&training_, &TrainingJob::stepsDone, this, [this](const std::vector<StepReport>& steps) {
        for (const StepReport& step : steps) curves_->addStep(step);
    });
    connect(&training_, &TrainingJob::epochDone, curves_, &TrainingCurves::addEpoch);
    connect(&training_, &TrainingJob::snapshotReady, &attention_, &AttentionSource::addLive);
    connect(&training_, &TrainingJob::ended, this, [this](JobOutcome outcome, const QString& message) {
        if (selection_.run() == training_.run() && selection_.checkpoint() == QLatin1String("live")) {
            const auto saved = checkpoints_of(training_.run());
            if (saved.empty())
                selection_.setRun({}, {});
            else
                selection_.setRun(training_.run(), saved.front());
        }
        attention_.trainingEnded();
        if (outcome == JobOutcome::failed) messages_->show(MessageBar::Kind::failure, message);
        runs_.refresh();
    });
    connect(jobs_, &JobBoard::trainingResultActivated, this, [this] {
        selection_.setRun(training_.run(), QStringLiteral("best"));
        setLayoutShown(Layout::inspect);
    });
}

void MainWindow::openSet(const std::filesystem::path& file) {
    auto opened = std::make_shared<std::shared_ptr<const Dataset>>();
    jobs_->run(
        tr("Opening %1").arg(text_of(file.filename())),
        [file, opened](const Progress&, const std::stop_token&) { *opened = open_set(file); }, {},
        [this, opened](JobOutcome outcome, const QString& message) {
            if (outcome == JobOutcome::failed) messages_->show(MessageBar::Kind::failure, message);
            if (outcome != JobOutcome::done) return clipEmptyAction();
            run_chosen_ = false;
            if (!training_.running()) selection_.setRun({}, {});
            selection_.setSet(*opened);
            chooseFirstClip();
            Q_EMIT setOpened();
        });
}

void MainWindow::chooseFirstClip() {
    const auto& set = selection_.set();
    if (!set || set->size() == 0) {
        messages_->show(MessageBar::Kind::warning,
                        tr("%1: the set holds no clips.").arg(set ? text_of(set->path()) : QString()));
        return;
    }
    // validation and test clips are those to look at
    for (const Split s : {Split::test, Split::valid})
        if (const auto clips = set->split(s); !clips.empty())
            return selection_.setClip(static_cast<int>(clips.front()));
    selection_.setClip(0);
}

void MainWindow::openDefault(const std::filesystem::path& file) {
    offered_sample_ = file;
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) return openSet(file);
    clipEmptyAction();
}

void MainWindow::clipEmptyAction() {
    if (selection_.set()) return;
    StatePanel* states = clip_panel_->states();
    states->showEmpty(tr("No set is open. Open one from the File menu, or make the sample set: drawn faces that speak, "
                         "with pictures, sound, words and known attention (about a minute)."),
                      tr("Make the sample set"));
    disconnect(states, &StatePanel::actionRequested, this, nullptr);
    connect(states, &StatePanel::actionRequested, this, [this] { makeSample(offered_sample_); });
}

void MainWindow::makeSample(const std::filesystem::path& file) {
    if (file.empty()) return;
    clip_panel_->states()->showLoading(tr("Making the sample set. Its progress is shown below."));
    jobs_->run(
        tr("Sample set"),
        [file](const Progress& progress, const std::stop_token& stop) {
            (void)make_sample(file.parent_path(), {}, progress, stop);
        },
        tr("made"),
        [this, file](JobOutcome outcome, const QString& message) {
            if (outcome == JobOutcome::done) return openSet(file);
            if (outcome == JobOutcome::failed) messages_->show(MessageBar::Kind::failure, message);
            clipEmptyAction();
        });
}

}  // namespace mica
