// The report of the chosen run: drawn by a second instance of the program without a window, so that this one answers.
#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include "app/workbench/job_board.h"
#include "app/workbench/main_window.h"
#include "app/workbench/message_bar.h"
#include "app/workbench/report_document.h"
#include "app/workbench/words.h"
#include "datasets/types/error.h"

namespace mica {

namespace {

constexpr int kLook = 100, kPatience = 3000;  // milliseconds

// Lines "DONE TOTAL TEXT" (see report_without_window).
void tell(QByteArray& read, const Progress& progress) {
    for (qsizetype end = read.indexOf('\n'); end >= 0; end = read.indexOf('\n')) {
        const QByteArray line = read.left(end);
        read.remove(0, end + 1);
        const qsizetype first = line.indexOf(' '), second = line.indexOf(' ', first + 1);
        if (first > 0 && second > 0)
            progress(line.left(first).toLongLong(), line.mid(first + 1, second - first - 1).toLongLong(),
                     line.mid(second + 1).toStdString());
    }
}

void draw(const QString& program, const QStringList& options, const Progress& progress, const std::stop_token& stop) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    process.setProcessEnvironment(environment);
    process.start(program, options);
    if (!process.waitForStarted())
        throw Error("the program that draws the report could not be started: " + process.errorString().toStdString(),
                    program.toStdString());
    QByteArray read;
    while (process.state() != QProcess::NotRunning) {
        if (stop.stop_requested()) {
            process.terminate();
            if (!process.waitForFinished(kPatience)) process.kill();
            process.waitForFinished(kPatience);
            throw Cancelled();
        }
        process.waitForReadyRead(kLook);
        read += process.readAllStandardOutput();
        tell(read, progress);
    }
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0) return;
    QString said = QString::fromUtf8(process.readAllStandardError()).trimmed().section(QLatin1Char('\n'), -1);
    said.remove(QStringLiteral("mica-workbench: "));
    throw Error(said.isEmpty() ? "the report could not be drawn: the program that draws it ended" : said.toStdString(),
                "");
}

}  // namespace

void MainWindow::writeReport(const std::filesystem::path& run, const std::filesystem::path& file) {
    const QString program = QDir(QApplication::applicationDirPath()).filePath(QStringLiteral("mica-workbench"));
    QStringList options{QStringLiteral("--report=") + text_of(run), QStringLiteral("--to=") + text_of(file),
                        QStringLiteral("--progress")};
    if (const RunEntry* entry = runs_.find(run);
        entry && selection_.set() && why_not(entry->summary, *selection_.set()).empty())
        options << QStringLiteral("--data=") + text_of(selection_.set()->path());
    jobs_->run(
        tr("Report of %1").arg(text_of(run.filename())),
        [program, options](const Progress& progress, const std::stop_token& stop) {
            draw(program, options, progress, stop);
        },
        tr("written to %1").arg(text_of(file)),
        [this, file](JobOutcome outcome, const QString& message) {
            if (outcome == JobOutcome::failed) messages_->show(MessageBar::Kind::failure, message);
            if (outcome == JobOutcome::done)
                messages_->show(MessageBar::Kind::note, tr("The report is in %1.").arg(text_of(file)));
        });
}

void MainWindow::reportDialog() {
    const std::filesystem::path run = selection_.run();
    if (run.empty()) return;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Report of the run"), QDir(folder).filePath(text_of(run.filename()) + QStringLiteral(".html")),
        tr("HTML file (*.html);;PDF file (*.pdf)"));
    if (file.isEmpty()) return;
    if (!is_report_file(path_of(file)))
        return messages_->show(MessageBar::Kind::failure,
                               tr("A report is an HTML or a PDF file: end its name in .html or .pdf."));
    writeReport(run, path_of(file));
}

}  // namespace mica
