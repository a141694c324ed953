// Closing while work goes on: asks, stops, waits without freezing, and then closes.
#include <QCloseEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

#include "app/workbench/clip_panel.h"
#include "app/workbench/job_board.h"
#include "app/workbench/main_window.h"
#include "app/workbench/message_bar.h"

namespace mica {

void MainWindow::closeEvent(QCloseEvent* event) {
    if (training_.running()) {
        event->ignore();
        if (!closing_) askBeforeClosing();
        return;
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
