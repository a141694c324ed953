// Import and check: by menu, or by dropping files and folders on the window.
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QUrl>

#include "app/workbench/check_panel.h"
#include "app/workbench/import_summary.h"
#include "app/workbench/job_board.h"
#include "app/workbench/main_window.h"
#include "app/workbench/message_bar.h"
#include "app/workbench/recordings_dialog.h"
#include "app/workbench/words.h"

namespace mica {

namespace {

std::vector<std::filesystem::path> files_of(const QMimeData* data) {
    std::vector<std::filesystem::path> files;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile()) files.push_back(path_of(url.toLocalFile()));
    return files;
}

bool is_set(const std::filesystem::path& file) { return file.extension() == ".h5" || file.extension() == ".hdf5"; }

}  // namespace

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!files_of(event->mimeData()).empty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    std::vector<std::filesystem::path> sources;
    for (const auto& file : files_of(event->mimeData())) {
        if (is_set(file))
            openSet(file);
        else
            sources.push_back(file);
    }
    event->acceptProposedAction();
    if (sources.empty()) return;
    const bool own = std::any_of(sources.begin(), sources.end(), may_be_recording) &&
                     std::all_of(sources.begin(), sources.end(),
                                 [](const auto& file) { return may_be_recording(file) || may_be_transcript(file); });
    if (own) {
        askRecordings(sources);
        return;
    }
    if (import_kind_for(sources.front())) {
        askImport(sources);
        return;
    }
    messages_->show(MessageBar::Kind::note,
                    tr("%1: no kind of import fits it. Choose one from File > Import, or check the file.")
                        .arg(text_of(sources.front())),
                    tr("Check it"), [this, file = sources.front()] { check(file); });
}

ImportDialog* MainWindow::askImport(const std::vector<std::filesystem::path>& sources) {
    auto* dialog = new ImportDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::chosen, this, &MainWindow::import);
    dialog->setSource(sources);
    dialog->open();
    return dialog;
}

void MainWindow::import(const ImportWish& wish) {
    auto summary = std::make_shared<ImportSummary>();
    jobs_->run(tr("Import of %1").arg(text_of(wish.to.stem())), work_of(wish, summary), tr("imported"),
               [this, wish, summary](JobOutcome outcome, const QString& message) {
                   importEnded(wish, *summary, outcome, message);
               });
}

void MainWindow::importEnded(const ImportWish& wish, const ImportSummary& summary, JobOutcome outcome,
                             const QString& message) {
    const ImportKind* kind = import_kind(wish.kind);
    if (outcome == JobOutcome::cancelled) {
        const bool resumes = kind && kind->resumes;
        messages_->show(MessageBar::Kind::note,
                        resumes ? tr("The import of %1 was stopped. What is finished is kept: it goes on from there.")
                                      .arg(text_of(wish.to.stem()))
                                : tr("The import of %1 was stopped; no file was written.").arg(text_of(wish.to.stem())),
                        resumes ? tr("Go on") : tr("Start again"), [this, wish] { import(wish); });
        return;
    }
    if (outcome == JobOutcome::failed) {
        messages_->show(MessageBar::Kind::failure, message, tr("Change and try again..."),
                        [this, wish] { askImport()->setWish(wish); });
        return;
    }
    messages_->show(
        summary.left_out.empty() && summary.notes.empty() ? MessageBar::Kind::note : MessageBar::Kind::warning,
        summary_sentence(summary), tr("Details..."), [this, summary] {
            auto* window = new ImportSummaryWindow(summary, this);
            window->setAttribute(Qt::WA_DeleteOnClose);
            window->show();
        });
    openSet(wish.to);
}

void MainWindow::checkDialog() {
    auto* dialog = new QFileDialog(this, tr("Check a file"), {}, tr("All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { check(path_of(file)); });
    dialog->open();
}

void MainWindow::check(const std::filesystem::path& file) {
    check_dock_->show();
    check_dock_->raise();
    check_panel_->checkFile(file);
}

}  // namespace mica
