// The dock of sweeps: lists and follows folders that are made here, stops single trials, starts and lets go of programs
// that stand for `mica sweep`, and never takes one that a person wants to keep.
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

#include <signal.h>

#include <fstream>

#include "app/workbench/job_board.h"
#include "app/workbench/sweep_dialog.h"
#include "app/workbench/sweep_panel.h"
#include "core/sweeps/read_sweep.h"
#include "core/sweeps/sweep_json.h"
#include "core/sweeps/sweep_lock.h"
#include "tests/app/window_test.h"
#include "tests/widgets/made_sweep.h"
#include "widgets/job_strip.h"
#include "widgets/state_panel.h"
#include "widgets/sweep_trials.h"
#include "widgets/sweep_view.h"

using namespace mica;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& file, const std::string& text) {
    fs::create_directories(file.parent_path());
    std::ofstream out(file.string() + ".new");
    out << text;
    out.close();
    fs::rename(file.string() + ".new", file);
}

/// A sweep's folder as the program leaves it.
void make_sweep(const fs::path& folder, const SweepReport& report) {
    write(folder / "sweep.toml", "# made\n");
    write(folder / "sweep.json", json_of(report).dump());
}

/// A program in place of mica: notes its id and arguments, then does `work`.
void stand_in(const fs::path& program, const std::string& work) {
    write(program, "#!/bin/sh\necho $$ > \"" + program.string() + ".pid\"\necho \"$*\" > \"" + program.string() +
                       ".args\"\n" + work + "\n");
    fs::permissions(program, fs::perms::owner_all);
    qputenv("MICA_PROGRAM", program.c_str());
}

int pid_of(const fs::path& program) {
    int pid = 0;
    std::ifstream(program.string() + ".pid") >> pid;
    return pid;
}

bool lives(int pid) {
    char state = 'Z';
    std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
    std::string text;
    std::getline(stat, text);
    if (const auto end = text.rfind(')'); end != std::string::npos && end + 2 < text.size()) state = text[end + 2];
    return pid > 0 && state != 'Z' && state != 'X';
}

struct Panel {
    Selection selection;
    JobStrip strip;
    JobBoard jobs{&strip};
    SweepPanel panel;
    explicit Panel(const fs::path& root) : panel(&selection, &jobs, root) {
        panel.resize(1000, 800);
        panel.QWidget::show();
    }
};

}  // namespace

class TestSweepPanel : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    QByteArray program_ = qgetenv("MICA_PROGRAM");

    fs::path root(const char* name) const {
        const fs::path path = fs::path(folder_.path().toStdString()) / name;
        fs::create_directories(path);
        return path;
    }

private Q_SLOTS:
    void initTestCase() {
        toy::use_own_settings(folder_);
        qputenv("XDG_CACHE_HOME", folder_.path().toUtf8());
    }
    void cleanup() {
        qputenv("MICA_PROGRAM", program_);
        QVERIFY2(toy::warnings().isEmpty(), qPrintable(toy::warnings().join(QLatin1Char('\n'))));
    }

    void emptyAsksForASweep() {
        Panel p(root("empty"));
        QTRY_COMPARE(p.panel.view()->states()->state(), StatePanel::State::empty);
        QPushButton* button = p.panel.view()->states()->button();
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        auto* dialog = p.panel.findChild<SweepDialog*>();
        QVERIFY(dialog);
        QVERIFY(!dialog->startButton()->isEnabled());  // no set is open
        dialog->reject();
    }

    void followsASweepAndStopsOneTrial() {
        const fs::path runs = root("follow"), folder = runs / "alpha";
        make_sweep(folder, made::sweep(12));
        make_sweep(runs / "group" / "older", made::sweep(3, true));
        fs::last_write_time(runs / "group" / "older" / "sweep.toml",
                            fs::file_time_type::clock::now() - std::chrono::hours(1));
        auto lock = std::make_unique<SweepLock>(folder);
        Panel p(runs);
        SweepView* view = p.panel.view();
        QTRY_VERIFY(view->list());
        QCOMPARE(p.panel.shown(), folder);
        QCOMPARE(p.panel.chooser()->count(), 2);
        QVERIFY(p.panel.chooser()->itemText(0).contains(QLatin1String("running")));
        QCOMPARE(p.panel.chooser()->itemText(1), QStringLiteral("group/older"));
        QCOMPARE(view->list()->size(), std::size_t{12});
        // a trial's run lies in its folder, wherever that was copied
        QSignalSpy run(&p.panel, &SweepPanel::runActivated);
        view->setCurrentTrial(11);
        view->trials()->openButton()->click();
        QCOMPARE(run.front().front().value<fs::path>(), trial_folder(folder, 11));
        // the one that runs is stopped by the file that the sweep looks for
        QVERIFY(view->trials()->stopButton()->isEnabled());
        view->trials()->stopButton()->click();
        QTRY_VERIFY(fs::exists(trial_stop_file(folder, 11)));
        // it goes on while a person looks
        write(folder / "sweep.json", json_of(made::sweep(13)).dump());
        QTRY_COMPARE(view->list()->size(), std::size_t{13});
        QCOMPARE(view->currentTrial(), 11);
        QVERIFY(!p.panel.resumeButton()->isEnabled() && p.panel.stopButton()->isEnabled());
        p.panel.stop();
        QTRY_VERIFY(fs::exists(sweep_stop_file(folder)));
        // killed: what ran reads as stopped, and it can be gone on with
        lock.reset();
        QTRY_VERIFY(p.panel.resumeButton()->isEnabled());
        QVERIFY(!p.panel.stopButton()->isEnabled());
        QCOMPARE(view->list()->report.trials.back().state, SweepTrial::State::stopped);
        // another one, which has ended
        p.panel.chooser()->setFocus();
        p.panel.show(runs / "group" / "older");
        QTRY_VERIFY(view->list() && view->list()->size() == 3);
        QVERIFY(!p.panel.resumeButton()->isEnabled());
        QVERIFY(view->findChild<QLabel*>(QStringLiteral("sweepTest"))->text().contains(QLatin1String("0.731")));
    }

    void damagedIsToldAndTriedAgain() {
        const fs::path runs = root("damaged"), folder = runs / "broken";
        make_sweep(folder, made::sweep(3));
        write(folder / "sweep.json", "{\"format\": \"mica-sweep-1\", \"trials\": [");
        Panel p(runs);
        QTRY_COMPARE(p.panel.view()->states()->state(), StatePanel::State::failed);
        QVERIFY(!p.panel.resumeButton()->isEnabled());
        make_sweep(folder, made::sweep(4));
        QTRY_COMPARE(p.panel.view()->states()->state(), StatePanel::State::full);
    }

    void dialogNamesWhatIsStarted() {
        const fs::path runs = root("dialog");
        fs::create_directories(runs / "alpha");
        SweepDialog dialog("/data/set.h5", runs);
        dialog.show();
        QSignalSpy filled(&dialog, &SweepDialog::filled);
        QVERIFY(filled.wait(10000));
        QVERIFY(dialog.files()->findText(QStringLiteral("ablation")) >= 0);
        QVERIFY(dialog.presets()->findText(QStringLiteral("sample")) > 0);
        dialog.files()->setCurrentIndex(dialog.files()->findText(QStringLiteral("alpha")));
        QCOMPARE(dialog.name()->text(), QStringLiteral("alpha-2"));  // not into a folder that is there
        QVERIFY(dialog.findChild<QLabel*>(QStringLiteral("sweepNote"))->text().contains(QLatin1String("alpha")));
        dialog.presets()->setCurrentText(QStringLiteral("sample"));
        dialog.trials()->setValue(7);
        QVERIFY(dialog.startButton()->isEnabled());
        QSignalSpy chosen(&dialog, &SweepDialog::chosen);
        dialog.startButton()->click();
        const auto wish = chosen.front().front().value<SweepWish>();
        QCOMPARE(wish.folder, runs / "alpha-2");
        QCOMPARE(wish.trials, 7);
        const QStringList all = sweep_arguments(wish, false);
        QCOMPARE(all.front(), QStringLiteral("sweep"));
        QVERIFY(all.join(QLatin1Char(' ')).endsWith(QLatin1String("--preset sample --trials 7")));
        QVERIFY(!sweep_arguments(wish, true).contains(QLatin1String("--out")));
        SweepWish again;
        again.folder = "/runs/alpha";
        QCOMPARE(sweep_arguments(again, false),
                 (QStringList{QStringLiteral("sweep"), QStringLiteral("--resume"), QStringLiteral("/runs/alpha")}));
    }

    void planIsWhatTheProgramSays() {
        const fs::path runs = root("plan");
        stand_in(runs / "mica", "echo 'alpha: 3 trials on toy'; echo 'about 2 min'");
        SweepDialog dialog("/data/set.h5", runs);
        dialog.addFile("/my/own.toml");
        dialog.planButton()->click();
        QTRY_VERIFY(dialog.planText()->toPlainText().contains(QLatin1String("about 2 min")));
        QVERIFY(dialog.planButton()->isEnabled());
    }

    void failureIsTheProgramsOwnSentence() {
        const fs::path runs = root("fails");
        stand_in(runs / "mica", "echo 'mica: own.toml: parameters: is missing. Add one' >&2; exit 1");
        Panel p(runs);
        QTRY_COMPARE(p.panel.view()->states()->state(), StatePanel::State::empty);
        SweepWish wish;
        wish.file = "/my/own.toml";
        wish.folder = runs / "own";
        p.panel.start(wish);
        QTRY_COMPARE(p.panel.view()->states()->state(), StatePanel::State::failed);
        QCOMPARE(p.panel.view()->states()->findChild<QLabel*>(QStringLiteral("failedWhy"))->text(),
                 QStringLiteral("own.toml: parameters: is missing. Add one."));
        QCOMPARE(p.panel.running(), 0);
    }

    void stopLetsItSave() {
        const fs::path runs = root("stops"), program = runs / "mica";
        stand_in(program, "trap 'echo saved > \"" + (runs / "saved").string() +
                              "\"; exit 130' TERM\nwhile :; do sleep 0.1; done");
        Panel p(runs);
        SweepWish wish;
        wish.folder = runs / "long";
        p.panel.start(wish);
        QCOMPARE(p.panel.running(), 1);
        QTRY_VERIFY(lives(pid_of(program)));
        p.jobs.stopAll();  // as the stop button of the strip does
        QVERIFY(!lives(pid_of(program)));
        QVERIFY(fs::exists(runs / "saved"));
        QTRY_COMPARE(p.panel.running(), 0);
    }

    void closingAsksAndObeys() {
        const fs::path runs = root("closing"), program = runs / "mica";
        stand_in(program, "trap 'exit 130' TERM\nwhile :; do sleep 0.1; done");
        for (const bool keep : {false, true}) {
            MainWindow window(runs);
            window.show();
            SweepWish wish;
            wish.folder = runs / "long";
            fs::remove(program.string() + ".pid");
            window.sweeps()->start(wish);
            QTRY_VERIFY(lives(pid_of(program)));
            window.close();
            QVERIFY(window.isVisible());
            auto* question = window.findChild<QMessageBox*>(QStringLiteral("closing sweeps"));
            QVERIFY(question);
            question->findChild<QPushButton*>(keep ? QStringLiteral("keep sweeps") : QStringLiteral("stop sweeps"))
                ->click();
            QTRY_VERIFY(!window.isVisible());
            const int pid = pid_of(program);
            if (keep) {
                QTest::qWait(600);
                QVERIFY(lives(pid));
                ::kill(pid, SIGTERM);
            }
            QTRY_VERIFY(!lives(pid));
        }
    }
};

QTEST_MAIN(TestSweepPanel)
#include "test_sweep_panel.moc"
