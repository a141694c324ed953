// A person's own recordings: asked for, made into clips in the background, opened, removed.
#include <QMessageBox>
#include <QPushButton>

#include "app/workbench/job_board.h"
#include "app/workbench/main_window.h"
#include "app/workbench/message_bar.h"
#include "app/workbench/recordings_dialog.h"
#include "app/workbench/words.h"

#include "datasets/import/own_clips.h"

namespace mica {

RecordingsDialog* MainWindow::askRecordings(const std::vector<std::filesystem::path>& files) {
    auto* dialog = new RecordingsDialog(&runs_, selection_.run(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RecordingsDialog::chosen, this, &MainWindow::openRecordings);
    dialog->addFiles(files);
    dialog->open();
    return dialog;
}

void MainWindow::openRecordings(const RecordingsWish& wish) {
    struct Made {
        OwnClips own;
        OpenSet set;
    };
    auto made = std::make_shared<Made>();
    const QString title = wish.recordings.size() == 1
                              ? tr("Features of %1").arg(text_of(wish.recordings.front().media.filename()))
                              : tr("Features of %n recordings", nullptr, static_cast<int>(wish.recordings.size()));
    jobs_->run(
        title,
        [wish, made](const Progress& progress, const std::stop_token& stop) {
            made->own = make_own_clips(wish.recordings, wish.recipes, own_clips_folder(), progress, stop);
            made->set = read_set(made->own.file);
        },
        tr("opened"),
        [this, wish, made](JobOutcome outcome, const QString& message) {
            if (outcome == JobOutcome::cancelled)
                messages_->show(MessageBar::Kind::note, tr("The recordings were not opened; nothing was kept."));
            if (outcome == JobOutcome::failed)
                messages_->show(MessageBar::Kind::failure, message, tr("Change and try again..."), [this, wish] {
                    std::vector<std::filesystem::path> files;
                    for (const Recording& r : wish.recordings) {
                        files.push_back(r.media);
                        if (!r.words.empty()) files.push_back(r.words);
                    }
                    askRecordings(files);
                });
            if (outcome != JobOutcome::done) return clipEmptyAction();
            for (const LeftOut& out : made->own.left_out)
                messages_->show(MessageBar::Kind::warning, text_of(out.reason));
            if (const auto saved = checkpoints_of(wish.run); !wish.run.empty() && !saved.empty()) {
                made->set.run = wish.run;
                made->set.checkpoint = saved.front();
            }
            opened(std::move(made->set));
            setLayoutShown(Layout::inspect);
        });
}

bool MainWindow::showsOwnClips() const { return selection_.set() && is_own(selection_.set()->info()); }

void MainWindow::removeOwnClips() {
    if (!showsOwnClips()) return;
    const auto file = selection_.set()->path();
    auto* box = new QMessageBox(
        QMessageBox::Question, tr("Remove own clips"),
        tr("Remove %1? The features made of the recordings are deleted; the recordings stay where they are.")
            .arg(text_of(selection_.set()->info().name)),
        QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto* yes = box->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    connect(yes, &QPushButton::clicked, this, [this, file] {
        sets_.close(sets_.find(file));
        std::error_code error;
        std::filesystem::remove(file, error);
        if (error)
            messages_->show(MessageBar::Kind::failure,
                            tr("%1: cannot be removed (%2).").arg(text_of(file), text_of(error.message())));
        rememberSets();
    });
    box->open();
}

}  // namespace mica
