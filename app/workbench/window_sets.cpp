// The open sets: opening, going from one to another, closing, and which are opened again at the next start.
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QFileDialog>
#include <QSettings>
#include <QSignalBlocker>

#include "app/workbench/check_panel.h"
#include "app/workbench/clip_panel.h"
#include "app/workbench/job_board.h"
#include "app/workbench/main_window.h"
#include "app/workbench/message_bar.h"
#include "app/workbench/words.h"

#include "datasets/sample/sample_set.h"
#include "widgets/clip_table.h"
#include "widgets/distributions.h"
#include "widgets/state_panel.h"

namespace mica {

namespace {
constexpr auto kOpen = "sets/open";
constexpr auto kCurrent = "sets/current";
}  // namespace

void MainWindow::linkSets() {
    connect(&sets_, &OpenSets::leaving, this, &MainWindow::keepSet);
    connect(&sets_, &OpenSets::activated, this, &MainWindow::showSet);
    connect(&sets_, &OpenSets::changed, this, [this] {
        const QSignalBlocker quiet(set_chooser_);
        set_chooser_->clear();
        for (int i = 0; i < static_cast<int>(sets_.all().size()); ++i) {
            set_chooser_->addItem(sets_.title(i));
            set_chooser_->setItemData(i, sets_.files().at(i), Qt::ToolTipRole);
        }
        set_chooser_->setCurrentIndex(sets_.current());
        set_chooser_->setEnabled(set_chooser_->count() > 0);
    });
    connect(set_chooser_, &QComboBox::activated, &sets_, &OpenSets::activate);
    linkBrowser();
}

// Distributions and check lead to clips of the browser.
void MainWindow::linkBrowser() {
    connect(distributions_, &Distributions::chosen, this, [this](const ClipCriteria& bar) {
        clips_dock_->show();
        clips_->setCriteria(bar);
    });
    connect(check_panel_, &CheckPanel::clipActivated, this, [this](const QString& id) {
        if (!clips_->choose(id))
            messages_->show(MessageBar::Kind::note, tr("The set has no clip %1; it may have been made anew.").arg(id));
    });
    connect(check_panel_, &CheckPanel::onlyClips, this,
            [this](const std::vector<std::string>& ids, const QString& title) {
                ClipCriteria only;
                only.only = std::make_shared<const std::vector<std::string>>(ids);
                only.only_title = title;
                clips_dock_->show();
                clips_->setCriteria(only);
            });
}

void MainWindow::openDialog() {
    auto* dialog = new QFileDialog(this, tr("Open a set"), {}, tr("Sets (*.h5 *.hdf5);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& files) {
        for (const QString& file : files) openSet(path_of(file));
    });
    dialog->open();
}

void MainWindow::openSet(const std::filesystem::path& file) {
    if (const int at = sets_.find(file); at >= 0 && !sets_.stale(at)) {
        sets_.activate(at);
        Q_EMIT setOpened();
        return;
    }
    auto read = std::make_shared<OpenSet>();
    jobs_->run(
        tr("Opening %1").arg(text_of(file.filename())),
        [file, read](const Progress&, const std::stop_token&) { *read = read_set(file); }, {},
        [this, read](JobOutcome outcome, const QString& message) {
            if (outcome == JobOutcome::failed) messages_->show(MessageBar::Kind::failure, message);
            if (outcome != JobOutcome::done) return clipEmptyAction();
            opened(std::move(*read));
        });
}

void MainWindow::opened(OpenSet set) {
    if (set.set->size() == 0)
        messages_->show(MessageBar::Kind::warning, tr("%1: the set holds no clips.").arg(text_of(set.set->path())));
    set.clip = firstClip(*set.set);
    sets_.activate(sets_.add(std::move(set)));
    rememberSets();
    Q_EMIT setOpened();
}

bool MainWindow::openRemembered(const std::filesystem::path& file) {
    const QSettings settings;
    QStringList files = settings.value(QLatin1String(kOpen)).toStringList(), gone;
    QString current = settings.value(QLatin1String(kCurrent)).toString();
    std::error_code ignored;
    for (const QString& each : QStringList(files))
        if (!std::filesystem::exists(path_of(each), ignored)) {
            files.removeAll(each);
            gone << each;
        }
    if (!file.empty()) {
        current = text_of(std::filesystem::absolute(file, ignored));
        files.removeAll(current);
        files << current;
    }
    if (!gone.isEmpty()) {
        messages_->show(MessageBar::Kind::note,
                        gone.size() == 1 ? tr("%1 was open last time and is not there any more.").arg(gone.front())
                                         : tr("%n sets that were open last time are not there any more: %1", nullptr,
                                              static_cast<int>(gone.size()))
                                               .arg(gone.join(QStringLiteral(", "))));
        QSettings().setValue(QLatin1String(kOpen), files);
    }
    if (files.isEmpty()) return false;
    auto read = std::make_shared<std::vector<OpenSet>>();
    auto failures = std::make_shared<QStringList>();
    clip_panel_->states()->showLoading(tr("Opening the sets of the last time..."));
    jobs_->run(
        files.size() == 1 ? tr("Opening %1").arg(text_of(path_of(files.front()).filename()))
                          : tr("Opening %n sets", nullptr, static_cast<int>(files.size())),
        [files, read, failures](const Progress& progress, const std::stop_token& stop) {
            for (const QString& each : files) {
                if (stop.stop_requested()) return;
                progress(static_cast<std::int64_t>(read->size()), files.size(), each.toStdString());
                try {
                    read->push_back(read_set(path_of(each)));
                } catch (const std::exception& e) {
                    *failures << words_of(e);
                }
            }
        },
        {},
        [this, read, failures, current](JobOutcome, const QString&) {
            for (const QString& text : *failures) messages_->show(MessageBar::Kind::failure, text);
            for (OpenSet& set : *read) {
                set.clip = firstClip(*set.set);
                sets_.add(std::move(set));
            }
            if (sets_.all().empty()) return clipEmptyAction();
            const int at = sets_.find(path_of(current));
            sets_.activate(at >= 0 ? at : static_cast<int>(sets_.all().size()) - 1);
            rememberSets();
            Q_EMIT setOpened();
        });
    return true;
}

void MainWindow::rememberSets() {
    QSettings settings;
    settings.setValue(QLatin1String(kOpen), sets_.files());
    settings.setValue(QLatin1String(kCurrent), sets_.current() < 0 ? QString() : sets_.files().at(sets_.current()));
}

// Validation and test clips are those to look at.
int MainWindow::firstClip(const Dataset& set) {
    for (const Split s : {Split::test, Split::valid})
        if (const auto clips = set.split(s); !clips.empty()) return static_cast<int>(clips.front());
    return set.size() ? 0 : -1;
}

void MainWindow::keepSet() {
    OpenSet* now = sets_.now();
    now->clip = selection_.clip();
    now->run = selection_.run();
    now->checkpoint = selection_.checkpoint();
    now->criteria = clips_->criteria();
}

void MainWindow::showSet() {
    const OpenSet* now = sets_.now();
    const OpenSet shown = now ? *now : OpenSet{};
    restoring_ = true;
    clips_->setList(shown.list);
    clips_->setCriteria(shown.criteria);
    clips_->mark(shown.clip);
    distributions_->setList(shown.list);
    run_chosen_ = !shown.run.empty();
    selection_.setSet(shown.set);
    // "now, as it trains" ends with the training
    const bool live =
        shown.checkpoint == QLatin1String("live") && !(training_.running() && training_.run() == shown.run);
    QString checkpoint = shown.checkpoint;
    if (live) {
        const auto saved = checkpoints_of(shown.run);
        checkpoint = saved.empty() ? QString() : saved.front();
    }
    if (live && checkpoint.isEmpty())
        selection_.setRun({}, {});
    else
        selection_.setRun(shown.run, checkpoint);
    selection_.setClip(shown.clip);
    restoring_ = false;
    chooseRun();
    setWindowTitle(shown.set ? tr("%1 - MICA Workbench").arg(sets_.title(sets_.current())) : tr("MICA Workbench"));
    if (!shown.set) clipEmptyAction();
    rememberSets();
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
    states->showEmpty(
        tr("No set is open. Open one from the File menu, drop files on the window, or make the sample set: "
           "drawn faces that speak, with pictures, sound, words and known attention (about a minute)."),
        tr("Make the sample set"));
    disconnect(states, &StatePanel::actionRequested, this, nullptr);
    connect(states, &StatePanel::actionRequested, this, [this] { makeSample(offered_sample_); });
}

void MainWindow::makeSample(const std::filesystem::path& file) {
    if (file.empty()) return;
    if (!selection_.set())
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
