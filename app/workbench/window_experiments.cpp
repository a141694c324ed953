// The Experiments layout: the runs table in the middle, and below it what many runs say together.
#include <QAction>
#include <QDockWidget>
#include <QFileDialog>
#include <QMenu>
#include <QMenuBar>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTreeView>

#include <algorithm>

#include "app/workbench/compare_picker.h"
#include "app/workbench/main_window.h"
#include "app/workbench/message_bar.h"
#include "app/workbench/paper_panel.h"
#include "app/workbench/runs_panel.h"
#include "app/workbench/sweep_panel.h"
#include "app/workbench/words.h"
#include "widgets/run_comparison.h"
#include "widgets/run_table.h"

namespace mica {

QDockWidget* MainWindow::addExperiment(const QString& name, const QString& title, QWidget* content) {
    QDockWidget* added = dock(name, title, scrolled(content), Qt::BottomDockWidgetArea);
    experiment_docks_ << added;
    return added;
}

// The docks in the order of their tabs; the first is in front.
void MainWindow::buildExperiments() {
    runs_panel_ = new RunsPanel(&runs_);
    centre_->addWidget(scrolled(runs_panel_));
    comparison_ = new RunComparison;
    addExperiment(QStringLiteral("comparison"), tr("Comparison"), comparison_);
    runs_panel_->follow(comparison_);
    sweeps_ = new SweepPanel(&selection_, jobs_, runs_.root());
    addExperiment(QStringLiteral("sweeps"), tr("Sweeps"), sweeps_);
    connect(sweeps_, &SweepPanel::runActivated, this, &MainWindow::openRun);
    paper_panel_ = new PaperPanel(&runs_);
    connect(paper_panel_, &PaperPanel::failed, this,
            [this](const QString& reason) { messages_->show(MessageBar::Kind::failure, reason); });
    addExperiment(QStringLiteral("paper tables"), tr("Paper's tables"), paper_panel_);

    RunTable* table = runs_panel_->table();
    connect(comparison_, &RunComparison::chooseRequested, table, [table] { table->view()->setFocus(); });
    connect(runs_panel_, &RunsPanel::openRequested, this, [this](const QString& run) { openRun(path_of(run)); });
    connect(runs_panel_, &RunsPanel::curvesRequested, this, &MainWindow::showCurves);
    connect(runs_panel_, &RunsPanel::trainRequested, this, [this] { setLayoutShown(Layout::train); });
    connect(runs_panel_, &RunsPanel::troubled, this,
            [this](const QString& text) { messages_->show(MessageBar::Kind::failure, text); });
    connect(runs_panel_, &RunsPanel::written, this,
            [this](const QString& file) { messages_->show(MessageBar::Kind::note, tr("%1 is written.").arg(file)); });
    connect(runs_panel_->edits(), &RunEdits::trashed, this,
            [this](const std::shared_ptr<RunEdits::Trashed>& trashed, int moved) {
                const auto& runs = trashed->runs;
                if (std::find(runs.begin(), runs.end(), selection_.run()) != runs.end()) selection_.setRun({}, {});
                messages_->show(MessageBar::Kind::note,
                                tr("%n runs are in the trash (folder .trash beside them): %1.", nullptr, moved)
                                    .arg(runs.size() == 1 ? text_of(runs.front().filename())
                                                          : tr("%1 and others").arg(text_of(runs.front().filename()))),
                                tr("Undo"), [this, trashed] { runs_panel_->edits()->restore(trashed); });
            });
}

void MainWindow::buildRunsMenu() {
    QMenu* menu = menuBar()->addMenu(tr("E&xperiments"));
    menu->setToolTipsVisible(true);
    const RunTable* table = runs_panel_->table();
    using Do = RunTable::Do;
    for (const auto& group : {std::vector{Do::find, Do::archived, Do::fold},
                              {Do::open, Do::curves},
                              {Do::tags, Do::note, Do::archive, Do::trash},
                              {Do::undo, Do::redo},
                              {Do::copy, Do::csv}}) {
        if (!menu->isEmpty()) menu->addSeparator();
        for (const Do what : group) menu->addAction(table->action(what));
    }
    connect(table->action(Do::find), &QAction::triggered, this, [this, table] {
        if (layout_ == Layout::experiments) return;
        setLayoutShown(Layout::experiments);
        table->action(Do::find)->trigger();
    });
}

// The first one in front where its set is on screen, the others beside it.
void MainWindow::showCurves(const QStringList& runs) {
    std::vector<ComparedRuns> beside;
    for (const QString& text : runs) {
        const RunEntry* entry = runs_.find(path_of(text));
        if (!entry) continue;
        const bool front = beside.empty() && text == runs.front() && !training_.running() && selection_.set() &&
                           entry->summary.fits(selection_.set()->info()) && !entry->checkpoints.empty();
        if (front)
            selection_.setRun(entry->path, entry->checkpoints.front());
        else if (entry->path != selection_.run())
            beside.push_back({text_of(entry->path.filename()), {entry->path}});
    }
    if (beside.size() > ComparePicker::kMost) {
        messages_->show(
            MessageBar::Kind::note,
            tr("The curves of the first %1 runs are shown: more cannot be told apart.").arg(ComparePicker::kMost));
        beside.resize(ComparePicker::kMost);
    }
    compare_->choose(std::move(beside));
    setLayoutShown(Layout::train);
    curves_dock_->show();
    curves_dock_->raise();
}

// Where the run's set is open, or lies where it lay, this is one step; else a person is asked for it.
void MainWindow::openRun(const std::filesystem::path& path) {
    const RunEntry* entry = runs_.find(path);
    if (!entry && !runs_.row(path)) {
        const auto& all = runs_.runs();
        const std::string inside = path.string() + "/";
        const auto newest = std::find_if(all.begin(), all.end(), [&](const RunEntry& e) {
            return e.path.native().starts_with(inside) && !e.checkpoints.empty();
        });
        if (newest != all.end()) entry = &*newest;
    }
    const std::filesystem::path run = entry ? entry->path : path;
    if (!entry) {
        runs_.refresh();  // one that began a moment ago
        const RunRowPtr row = runs_.row(run);
        return messages_->show(MessageBar::Kind::failure,
                               row ? text_of(row->run.trouble) : tr("%1 is not there any more.").arg(text_of(run)));
    }
    if (entry->checkpoints.empty())
        return messages_->show(
            MessageBar::Kind::warning,
            tr("%1 has no checkpoint yet: there is nothing to look at.").arg(text_of(entry->summary.name)));
    const auto& sets = sets_.all();
    const auto fits = [&](const OpenSet& open) { return entry->summary.fits(open.set->info()); };
    const auto found = sets_.now() && fits(*sets_.now()) ? sets.begin() + sets_.current()
                                                         : std::find_if(sets.begin(), sets.end(), fits);
    if (found != sets.end()) {
        sets_.activate(static_cast<int>(found - sets.begin()));
        return showRun(run);
    }
    std::error_code ignored;
    const std::filesystem::path file = entry->summary.set_file;
    if (std::filesystem::exists(file, ignored)) return openSetOf(run, file);
    const RunRowPtr row = runs_.row(run);
    messages_->show(
        MessageBar::Kind::warning,
        tr("%1 was trained on the set %2 (fingerprint %3), which is not at %4. Copy it there, or say where it is.")
            .arg(text_of(entry->summary.name), row ? text_of(row->run.set_name) : QString(),
                 text_of(entry->summary.base_fingerprint.empty() ? entry->summary.set_fingerprint
                                                                 : entry->summary.base_fingerprint)
                     .left(12),
                 text_of(file)),
        tr("Find the set..."), [this, run] {
            auto* dialog = new QFileDialog(this, tr("The set of %1").arg(text_of(run.filename())), {},
                                           tr("Sets (*.h5 *.hdf5);;All files (*)"));
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->setFileMode(QFileDialog::ExistingFile);
            connect(dialog, &QFileDialog::fileSelected, this,
                    [this, run](const QString& chosen) { openSetOf(run, path_of(chosen)); });
            dialog->open();
        });
}

void MainWindow::openSetOf(const std::filesystem::path& run, const std::filesystem::path& file) {
    // of this set or of one that a person opens meanwhile: the next that comes on screen decides
    connect(
        this, &MainWindow::setOpened, this,
        [this, run, file] {
            const RunEntry* entry = runs_.find(run);
            if (!entry || !selection_.set() || sets_.find(file) != sets_.current()) return;
            if (entry->summary.fits(selection_.set()->info())) return showRun(run);
            messages_->show(MessageBar::Kind::warning,
                            tr("%1 is another set than %2 was trained on (fingerprint %3, not %4).")
                                .arg(text_of(file.filename()), text_of(entry->summary.name),
                                     text_of(selection_.set()->info().fingerprint).left(12),
                                     text_of(entry->summary.set_fingerprint).left(12)));
        },
        Qt::SingleShotConnection);
    openSet(file);
}

void MainWindow::showRun(const std::filesystem::path& run) {
    const RunEntry* entry = runs_.find(run);
    if (!entry || entry->checkpoints.empty()) return;
    selection_.setRun(run, entry->checkpoints.front());
    setLayoutShown(Layout::inspect);
}

}  // namespace mica
