#include "app/workbench/main_window.h"

#include <QDockWidget>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include "app/workbench/attention_panel.h"
#include "app/workbench/check_panel.h"
#include "app/workbench/clip_panel.h"
#include "app/workbench/curve_source.h"
#include "app/workbench/evidence_view.h"
#include "app/workbench/job_board.h"
#include "app/workbench/message_bar.h"
#include "app/workbench/places.h"
#include "app/workbench/predictions_panel.h"
#include "app/workbench/runs_panel.h"
#include "app/workbench/set_panel.h"
#include "app/workbench/train_panel.h"
#include "app/workbench/words.h"

#include "widgets/clip_table.h"
#include "widgets/distributions.h"
#include "widgets/job_strip.h"
#include "widgets/training_curves.h"
#include "widgets/transport_bar.h"
#include "widgets/whole_text.h"

namespace mica {

MainWindow::MainWindow(std::filesystem::path runs, ThemeSetter* theme, QWidget* parent)
    : QMainWindow(parent),
      theme_(theme),
      runs_(std::move(runs)),
      attention_(&selection_),
      what_if_(&selection_, &attention_),
      offered_sample_(default_set()) {
    setWindowTitle(tr("MICA Workbench"));
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setTabPosition(Qt::RightDockWidgetArea, QTabWidget::East);  // across a narrow dock their names would be cut
    build();
    buildExport();
    buildMenus();
    clip_panel_->transport()->installOn(this, clip_panel_);
    buildLayouts();
    linkSelection();
    linkSets();
    linkTraining();
    new WholeText(this);
    setAcceptDrops(true);
    restoreWindow();
    clipEmptyAction();
    runs_.refresh();
}

// What is taller or wider than its dock scrolls; a dock never makes the window larger than the screen.
QScrollArea* MainWindow::scrolled(QWidget* content) {
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(content);
    return area;
}

MainWindow::~MainWindow() {
    // panels and jobs refer to the members above: they go first
    jobs_->stopAll();
    training_.stop();
    training_.wait();
    qDeleteAll(experiment_docks_);
    delete curve_source_;
    for (QDockWidget* d : {what_if_dock_, predictions_dock_, evidence_dock_, attention_dock_, curves_dock_, train_dock_,
                           check_dock_, distributions_dock_, set_dock_, clips_dock_})
        delete d;
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
    centre_ = new QStackedWidget;
    centre_->addWidget(scrolled(clip_panel_));
    column->addWidget(centre_, 1);
    column->addWidget(strip);
    setCentralWidget(central);
    clips_ = new ClipTable;
    train_panel_ = new TrainPanel(&selection_, &runs_, &training_);
    attention_panel_ = new AttentionPanel(&selection_, &attention_, &runs_, &training_, clip_panel_->maps());
    evidence_ = new EvidenceView(&selection_, jobs_, &runs_);
    predictions_ = new PredictionsPanel(&selection_, &sets_, jobs_, &runs_);
    buildCurves();
    distributions_ = new Distributions;
    check_panel_ = new CheckPanel(&selection_, jobs_);
    clips_dock_ = dock(QStringLiteral("clips"), tr("Clips"), clips_, Qt::LeftDockWidgetArea);
    train_dock_ = dock(QStringLiteral("train"), tr("Training"), scrolled(train_panel_), Qt::LeftDockWidgetArea);
    distributions_dock_ =
        dock(QStringLiteral("distributions"), tr("Distributions"), scrolled(distributions_), Qt::RightDockWidgetArea);
    check_dock_ = dock(QStringLiteral("check"), tr("Check"), check_panel_, Qt::RightDockWidgetArea);
    set_dock_ = dock(QStringLiteral("set"), tr("About this set"), new SetPanel(&selection_), Qt::RightDockWidgetArea);
    curves_dock_ = dock(QStringLiteral("curves"), tr("Curves"), curves_, Qt::RightDockWidgetArea);
    attention_dock_ = dock(QStringLiteral("attention"), tr("Attention"), attention_panel_, Qt::RightDockWidgetArea);
    evidence_dock_ = dock(QStringLiteral("evidence"), tr("Evidence"), scrolled(evidence_), Qt::RightDockWidgetArea);
    connect(evidence_dock_, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        if (visible) widen(evidence_dock_);
    });
    predictions_dock_ =
        dock(QStringLiteral("predictions"), tr("Predictions"), scrolled(predictions_), Qt::RightDockWidgetArea);
    connect(predictions_dock_, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        if (visible) widen(predictions_dock_);
    });
    buildWhatIf();
    buildExperiments();
}

void MainWindow::linkSelection() {
    connect(clips_, &ClipTable::clipChosen, &selection_,
            [this](int index, const QString&) { selection_.setClip(index); });
    connect(clips_, &ClipTable::clipActivated, this, [this](int index, const QString&) {
        selection_.setClip(index);
        setLayoutShown(Layout::inspect);
        clip_panel_->setFocus();
    });
    connect(&selection_, &Selection::clipChanged, this, [this] {
        if (const QString id = selection_.clipId(); !restoring_ && !id.isEmpty() && id != clips_->chosen())
            clips_->choose(id);
        watchClip();
    });
    connect(predictions_, &PredictionsPanel::clipActivated, this, [this](int clip) {
        selection_.setClip(clip);
        setLayoutShown(Layout::inspect);
        clip_panel_->setFocus();
    });
    connect(&selection_, &Selection::runChanged, this, [this] { run_chosen_ = !selection_.run().empty(); });
    connect(&runs_, &RunList::changed, this, &MainWindow::chooseRun);
    connect(&selection_, &Selection::setChanged, &runs_, &RunList::refresh);
    connect(&runs_, &RunList::troubled, this,
            [this](const QString& text) { messages_->show(MessageBar::Kind::warning, text); });
    connect(train_panel_, &TrainPanel::troubled, this,
            [this](const QString& text) { messages_->show(MessageBar::Kind::failure, text); });
    connect(clip_panel_, &ClipPanel::mediaTroubled, this,
            [this](const QString& text) { messages_->show(MessageBar::Kind::warning, text); });
}

bool MainWindow::trainsOnShown() const {
    return training_.set() && selection_.set() &&
           training_.set()->info().fingerprint == selection_.set()->info().fingerprint;
}

// The newest run on this set is what a person most likely wants to see; of a sweep's trials, most were given up early.
void MainWindow::chooseRun() {
    if (run_chosen_ || !selection_.set() || trainsOnShown()) return;
    const RunEntry* newest = nullptr;
    for (const RunEntry& entry : runs_.runs()) {
        const bool fits = entry.summary.fits(selection_.set()->info()) ||
                          (showsOwnClips() && why_not(entry.summary, *selection_.set()).empty());
        if (!fits || entry.checkpoints.empty() || (training_.running() && entry.path == training_.run())) continue;
        if (!newest || (is_trial(newest->path) && !is_trial(entry.path))) newest = &entry;
        if (!is_trial(newest->path)) break;
    }
    if (newest) selection_.setRun(newest->path, newest->checkpoints.front());
}

}  // namespace mica
