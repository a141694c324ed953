#include "app/workbench/sweep_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "app/workbench/job_board.h"
#include "app/workbench/key_page.h"
#include "app/workbench/sweep_dialog.h"
#include "app/workbench/words.h"
#include "core/sweeps/engine.h"
#include "core/sweeps/read_sweep.h"
#include "widgets/dock_keys.h"
#include "widgets/state_panel.h"
#include "widgets/sweep_view.h"

namespace mica {

namespace fs = std::filesystem;

SweepPanel::SweepPanel(Selection* selection, JobBoard* jobs, fs::path runs, QWidget* parent)
    : QWidget(parent),
      selection_(selection),
      jobs_(jobs),
      follower_(std::move(runs)),
      chooser_(new QComboBox),
      new_(new QPushButton(tr("New sweep..."))),
      resume_(new QPushButton(tr("Go on"))),
      stop_(new QPushButton(tr("Stop sweep"))),
      view_(new SweepView) {
    setObjectName(QStringLiteral("sweepPanel"));
    build();
    link();
    view_->states()->showLoading(tr("Looking for sweeps..."));
    showState();
}

SweepPanel::~SweepPanel() { letGo(true); }  // where nobody was asked, nothing is lost

void SweepPanel::build() {
    chooser_->setObjectName(QStringLiteral("sweepChooser"));
    chooser_->setAccessibleName(tr("Sweep shown"));
    chooser_->setToolTip(tr("The sweeps below the runs folder, the newest first (Alt+Shift+W)"));
    chooser_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    chooser_->setMinimumContentsLength(18);
    new_->setObjectName(QStringLiteral("sweepNew"));
    new_->setToolTip(tr("Trains many runs with different settings on the set on screen (Alt+Shift+N)"));
    resume_->setObjectName(QStringLiteral("sweepResume"));
    resume_->setToolTip(tr("Goes on with the sweep on screen where it was stopped or cut off (Alt+Shift+R)"));
    stop_->setObjectName(QStringLiteral("sweepStop"));
    stop_->setToolTip(tr("Lets the running trials save and ends the sweep; it can be gone on with (Alt+Shift+E)"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(4, 4, 4, 0);
    auto* name = new QLabel(tr("Sweep"));
    name->setBuddy(chooser_);
    row->addWidget(name);
    row->addWidget(chooser_, 1);
    for (QPushButton* b : {new_, resume_, stop_}) row->addWidget(b);
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(view_, 1);
    const auto press = [](QPushButton* button) { return [button] { button->click(); }; };
    const QStringList keys = addDockKeys(
        this, {{"W", tr("To the choice of a sweep"), [this] { chooser_->setFocus(Qt::ShortcutFocusReason); }},
               {"N", tr("Starts a new sweep"), press(new_)},
               {"R", tr("Goes on with a stopped sweep"), press(resume_)},
               {"E", tr("Stops the sweep"), press(stop_)}});
    describeKeys(this, tr("Sweeps"), keys + view_->keyHelp());
}

void SweepPanel::link() {
    connect(chooser_, &QComboBox::activated, this, [this] { show(path_of(chooser_->currentData().toString())); });
    connect(new_, &QPushButton::clicked, this, &SweepPanel::askNew);
    connect(resume_, &QPushButton::clicked, this, &SweepPanel::resume);
    connect(stop_, &QPushButton::clicked, this, &SweepPanel::stop);
    connect(view_->states(), &StatePanel::actionRequested, this, &SweepPanel::askNew);
    connect(view_->states(), &StatePanel::retryRequested, this, [this] { show(fs::path(shown())); });
    connect(view_, &SweepView::runActivated, this, [this](const QString& run) { Q_EMIT runActivated(path_of(run)); });
    connect(view_, &SweepView::stopRequested, this,
            [this](int number) { ask(trial_stop_file(shown(), number), tr("Stop trial %1").arg(number)); });
    connect(selection_, &Selection::setChanged, this, &SweepPanel::showState);
    connect(&follower_, &SweepFollower::listed, this, &SweepPanel::fill);
    connect(&follower_, &SweepFollower::read, this,
            [this](const std::shared_ptr<const SweepReport>& report, bool at_work) { take(*report, at_work); });
    connect(&follower_, &SweepFollower::waiting, this, [this](bool at_work) {
        at_work_ = at_work;
        unfinished_ = !at_work;
        view_->clear();
        if (at_work || leashes_.contains(shown()))
            view_->states()->showLoading(tr("The sweep is being prepared..."));
        else
            view_->states()->showEmpty(tr("No trial of this sweep has begun. \"Go on\" starts it."));
        showState();
    });
    connect(&follower_, &SweepFollower::failed, this, [this](const QString& why) {
        at_work_ = unfinished_ = false;
        view_->clear();
        view_->states()->showFailed(tr("The sweep cannot be read"), why, {}, tr("Try again"));
        showState();
    });
}

// Only what is on screen is read.
void SweepPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    follower_.setPaused(false);
}

void SweepPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    follower_.setPaused(true);
}

void SweepPanel::fill() {
    const QSignalBlocker quiet(chooser_);
    chooser_->clear();
    std::error_code error;
    for (const SweepEntry& entry : follower_.sweeps()) {
        const QString name = text_of(entry.folder.lexically_relative(follower_.root()));
        chooser_->addItem(entry.at_work ? tr("%1 (running)").arg(name) : name, text_of(entry.folder));
        chooser_->setItemData(chooser_->count() - 1, text_of(entry.folder), Qt::ToolTipRole);
    }
    const int at = chooser_->findData(text_of(shown()));
    if (at >= 0) {
        chooser_->setCurrentIndex(at);
    } else if (!leashes_.contains(shown())) {  // gone, or none was chosen yet; one that starts has no folder yet
        if (follower_.sweeps().empty())
            showEmpty();
        else
            show(follower_.sweeps().front().folder);
    }
    showState();
}

void SweepPanel::showEmpty() {
    follower_.follow({});
    at_work_ = unfinished_ = false;
    view_->clear();
    view_->states()->showEmpty(tr("No sweep yet. A sweep trains many runs with different settings, compares them on "
                                  "validation, and reports the test figures of the best one once, at its end."),
                               tr("New sweep..."));
}

void SweepPanel::show(const fs::path& folder) {
    if (folder != shown()) {
        view_->clear();
        view_->states()->showLoading(tr("Reading the sweep..."));
        at_work_ = unfinished_ = false;
    }
    if (const int at = chooser_->findData(text_of(folder)); at >= 0) chooser_->setCurrentIndex(at);
    follower_.follow(folder);
    showState();
}

void SweepPanel::take(const SweepReport& report, bool at_work) {
    at_work_ = at_work;
    unfinished_ = static_cast<int>(report.trials.size()) < report.planned || (report.best && report.test.empty());
    for (const SweepTrial& t : report.trials)
        unfinished_ = unfinished_ || t.state == SweepTrial::State::waiting || t.state == SweepTrial::State::running ||
                      (t.state == SweepTrial::State::stopped && t.ended.empty());
    view_->setReport(report);
    showState();
}

void SweepPanel::showState() {
    const bool ours = leashes_.contains(shown());
    stop_->setEnabled(at_work_);
    resume_->setEnabled(!shown().empty() && unfinished_ && !at_work_ && !ours);
    view_->setStoppable(at_work_);
}

SweepDialog* SweepPanel::askNew() {
    auto* dialog =
        new SweepDialog(selection_->set() ? selection_->set()->path() : fs::path(), follower_.root(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SweepDialog::chosen, this, &SweepPanel::start);
    dialog->open();
    return dialog;
}

void SweepPanel::resume() {
    if (!resume_->isEnabled()) return;
    SweepWish wish;
    wish.folder = shown();
    start(wish);
}

void SweepPanel::start(const SweepWish& wish) {
    if (leashes_.contains(wish.folder)) return;
    auto leash = std::make_shared<SweepLeash>();
    leashes_[wish.folder] = leash;
    jobs_->run(
        tr("Sweep %1").arg(text_of(wish.folder.filename())),
        [wish, leash](const Progress& progress, const std::stop_token& stop) {
            follow_sweep(wish, *leash, progress, stop);
        },
        tr("ended; the best trial and its test figures are in Sweeps"),
        [this, folder = wish.folder](JobOutcome outcome, const QString& message) {
            leashes_.erase(folder);
            follower_.refresh();
            // one that could not even begin has no folder to tell it
            if (outcome == JobOutcome::failed && shown() == folder && !view_->list())
                view_->states()->showFailed(tr("The sweep did not start"), message, {});
            showState();
        });
    show(wish.folder);
    view_->states()->showLoading(tr("The sweep is being prepared..."));
    showState();
}

void SweepPanel::stop() {
    if (at_work_) ask(sweep_stop_file(shown()), tr("Stop sweep"));
}

// A file is all it takes, but a disk may be slow.
void SweepPanel::ask(const fs::path& stop_file, const QString& title) {
    jobs_->run(title, [stop_file](const Progress&, const std::stop_token&) { ask_to_stop(stop_file); }, {});
}

void SweepPanel::letGo(bool go_on) {
    for (auto& [folder, leash] : leashes_) leash->end = go_on ? SweepLeash::End::go_on : SweepLeash::End::stop;
}

}  // namespace mica
