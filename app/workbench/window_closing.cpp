// Closing while work goes on: asks, stops, waits without freezing, and then closes.
#include <QCloseEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

#include "app/workbench/clip_panel.h"
#include "app/workbench/job_board.h"
#include "app/workbench/main_window.h"
#include "app/workbench/message_bar.h"
#include "app/workbench/sweep_panel.h"

namespace mica {

void MainWindow::closeEvent(QCloseEvent* event) {
    if (training_.running()) {
        event->ignore();
        if (!closing_) askBeforeClosing();
        return;
    }
    if (sweeps_->running() > 0) {
        event->ignore();
        return askAboutSweeps();
    }
    keepLayout();
    QSettings().setValue(QStringLiteral("geometry"), saveGeometry());
    clip_panel_->player()->setPlaying(false);
    jobs_->stopAll();
    event->accept();
}

void MainWindow::askBeforeClosing() {
    if (findChild<QMessageBox*>(QStringLiteral("closing"))) return;
    auto* question =
        new QMessageBox(QMessageBox::Question, tr("A training is running"),
                        tr("A training is running. What shall happen with it?"), QMessageBox::NoButton, this);
    question->setObjectName(QStringLiteral("closing"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("A stopped run is saved and can be resumed later with the same result."));
    auto* stop = question->addButton(tr("&Stop and save"), QMessageBox::AcceptRole);
    auto* keep = question->addButton(tr("&Keep training, close at its end"), QMessageBox::DestructiveRole);
    auto* cancel = question->addButton(QMessageBox::Cancel);
    stop->setObjectName(QStringLiteral("stop and save"));
    keep->setObjectName(QStringLiteral("keep training"));
    question->setDefaultButton(stop);
    question->setEscapeButton(cancel);
    connect(question, &QMessageBox::buttonClicked, this, [this, stop, keep](QAbstractButton* button) {
        if (button == stop)
            closeAfterTraining(true);
        else if (button == keep)
            closeAfterTraining(false);
    });
    question->open();
}

// A sweep is a program of its own: it can go on without the window, but only if a person says so.
void MainWindow::askAboutSweeps() {
    if (findChild<QMessageBox*>(QStringLiteral("closing sweeps"))) return;
    auto* question =
        new QMessageBox(QMessageBox::Question, tr("A sweep is running"),
                        tr("%n sweeps are running. What shall happen with them?", nullptr, sweeps_->running()),
                        QMessageBox::NoButton, this);
    question->setObjectName(QStringLiteral("closing sweeps"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(
        tr("A stopped sweep is saved and can be gone on with. One that goes on is shown again by the next window."));
    auto* stop = question->addButton(tr("&Stop and save"), QMessageBox::AcceptRole);
    auto* keep = question->addButton(tr("&Let it go on"), QMessageBox::DestructiveRole);
    auto* cancel = question->addButton(QMessageBox::Cancel);
    stop->setObjectName(QStringLiteral("stop sweeps"));
    keep->setObjectName(QStringLiteral("keep sweeps"));
    question->setDefaultButton(stop);
    question->setEscapeButton(cancel);
    connect(question, &QMessageBox::buttonClicked, this, [this, stop, keep](QAbstractButton* button) {
        if (button != stop && button != keep) return;
        sweeps_->letGo(button == keep);
        jobs_->stopAll();  // their jobs end at once
        QMetaObject::invokeMethod(this, &MainWindow::close, Qt::QueuedConnection);
    });
    question->open();
}

void MainWindow::closeAfterTraining(bool stop) {
    if (!training_.running()) {  // it ended while the question stood
        close();
        return;
    }
    closing_ = stop;
    messages_->show(MessageBar::Kind::note,
                    stop ? tr("Stopping after the running step and saving; the window closes then.")
                         : tr("The window closes when the training has ended."));
    connect(
        &training_, &TrainingJob::ended, this,
        [this](JobOutcome outcome) {
            closing_ = false;
            // what went wrong must be seen before the window goes
            if (outcome != JobOutcome::failed) close();
        },
        Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    if (stop) training_.stop();
}

}  // namespace mica
