// labels: slow
// Training in the window: start, pause, stop, resume, live curves and attention, and closing while it runs.
#include <QAbstractButton>
#include <QCloseEvent>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSlider>
#include <QTimer>

#include <algorithm>
#include <cstdio>

#include "app/workbench/branch_dialog.h"
#include "app/workbench/clip_panel.h"
#include "app/workbench/compare_picker.h"
#include "app/workbench/live_panel.h"
#include "app/workbench/message_bar.h"
#include "app/workbench/report.h"
#include "core/runs/database.h"
#include "core/runs/run_lock.h"
#include "core/training/settings.h"
#include "core/training/session.h"
#include "tests/app/window_test.h"
#include "widgets/curve_plot.h"
#include "widgets/training_curves.h"

using namespace mica;

class TestTrainingWindow : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::filesystem::path set_, runs_;
    std::unique_ptr<MainWindow> window_;

    static std::size_t points(const CurvePlot* plot) {
        std::size_t n = 0;
        for (int s = 0; s < plot->seriesCount(); ++s) n += plot->xs(s).size();
        return n;
    }

private Q_SLOTS:
    void initTestCase() {
        toy::use_own_settings(folder_);
        const std::filesystem::path root = folder_.path().toStdString();
        set_ = toy::make_set(root / "set");
        runs_ = root / "runs";
    }
    void init() {
        window_ = std::make_unique<MainWindow>(runs_);
        QVERIFY(toy::open_and_wait(*window_, set_));
    }
    void cleanup() { window_.reset(); }

    void trainsWithCurvesAndLiveAttention() {
        toy::make_small(window_->trainPanel(), 4);
        QSignalSpy epochs(window_->training(), &TrainingJob::epochDone),
            ended(window_->training(), &TrainingJob::ended);
        // how long the event loop was ever away while the training ran
        qint64 longest = 0;
        QElapsedTimer since;
        QTimer beat;
        beat.setTimerType(Qt::PreciseTimer);
        connect(&beat, &QTimer::timeout, [&] {
            if (since.isValid()) longest = std::max(longest, since.elapsed());
            since.start();
        });
        beat.start(16);
        window_->trainPanel()->startButton()->click();
        QVERIFY(window_->training()->running());
        QVERIFY(!window_->trainPanel()->startButton()->isEnabled());
        QCOMPARE(window_->layoutShown(), MainWindow::Layout::train);
        QTRY_VERIFY_WITH_TIMEOUT(epochs.count() >= 1, 60000);
        QTRY_VERIFY(window_->clipPanel()->map()->hasMap());
        QTRY_VERIFY_WITH_TIMEOUT(ended.count() == 1, 120000);
        beat.stop();
        std::printf("longest beat of a 16 ms timer while training: %lld ms\n", static_cast<long long>(longest));
        QCOMPARE(ended.front().front().value<JobOutcome>(), JobOutcome::done);
        QCOMPARE(epochs.count(), 4);
        QVERIFY(points(window_->curves()->loss()) >= 12);
        QVERIFY(points(window_->curves()->metrics()) >= 4);
        QVERIFY(points(window_->curves()->aDistance()) >= 4 * 6);
        QCOMPARE(window_->selection()->checkpoint(), QStringLiteral("best"));
        QTRY_VERIFY(window_->attention()->snapshot());
        QTRY_VERIFY(window_->clipPanel()->map()->hasMap());
        QTRY_COMPARE(window_->runs()->runs().size(), std::size_t{1});
        QTRY_COMPARE(window_->runs()->runs().front().summary.state, std::string("finished"));
        QVERIFY2(window_->messages()->texts().isEmpty(),
                 qPrintable(window_->messages()->texts().join(QLatin1Char(' '))));
    }
    void reportHasFiguresAndTables() {
        const auto runs = find_runs(runs_);
        QVERIFY(!runs.empty());
        const auto to = runs_.parent_path() / "report";
        write_report(runs.front(), set_, to);
        for (const char* name : {"index.html", "losses.png", "metrics.png", "a_distance.png", "predictions.png",
                                 "attention-clip124-V.png", "attention-clip124-A.png", "metrics.csv", "metrics.md",
                                 "corr_acc.csv", "a_distance.csv", "predictions.csv"}) {
            QVERIFY2(std::filesystem::exists(to / name), name);
            QVERIFY2(std::filesystem::file_size(to / name) > 40, name);
        }
        const QImage map(QString::fromStdString((to / "attention-clip124-V.png").string()));
        QSet<QRgb> colours;
        for (int y = 0; y < map.height(); y += 3)
            for (int x = 0; x < map.width(); x += 3) colours.insert(map.pixel(x, y));
        QVERIFY2(colours.size() > 20, "the attention figure is empty");
    }
    void pausesAndStopsAndResumes() {
        toy::make_small(window_->trainPanel(), 400);
        QSignalSpy steps(window_->training(), &TrainingJob::stepsDone), ended(window_->training(), &TrainingJob::ended);
        window_->trainPanel()->start();
        QTRY_VERIFY_WITH_TIMEOUT(steps.count() >= 3, 60000);
        window_->training()->setPaused(true);
        QTest::qWait(1500);  // the running step and epoch end
        const auto before = points(window_->curves()->loss());
        QTest::qWait(500);
        QCOMPARE(points(window_->curves()->loss()), before);
        window_->training()->setPaused(false);
        QTRY_VERIFY_WITH_TIMEOUT(points(window_->curves()->loss()) > before, 60000);
        window_->trainPanel()->stopButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(ended.count() == 1, 60000);
        QCOMPARE(ended.front().front().value<JobOutcome>(), JobOutcome::cancelled);
        const auto run = window_->training()->run();
        const int done = read_run(run).epochs_done;
        QTRY_VERIFY(window_->runs()->find(run));
        QTRY_COMPARE(window_->runs()->find(run)->summary.state, std::string("stopped"));
        window_->trainPanel()->resume(run);
        QVERIFY(window_->training()->running());
        QSignalSpy epochs(window_->training(), &TrainingJob::epochDone);
        QTRY_VERIFY_WITH_TIMEOUT(epochs.count() >= 1, 60000);
        QCOMPARE(epochs.front().front().value<EpochReport>().epoch, done + 1);
        window_->training()->stop();
        QTRY_VERIFY_WITH_TIMEOUT(ended.count() == 2, 60000);
    }
    void trainingGoesOnWithItsOwnSet() {
        const auto other = toy::make_set(std::filesystem::path(folder_.path().toStdString()) / "other", 12, 0);
        toy::make_small(window_->trainPanel(), 400);
        QSignalSpy epochs(window_->training(), &TrainingJob::epochDone);
        window_->trainPanel()->start();
        QTRY_VERIFY_WITH_TIMEOUT(epochs.count() >= 1, 60000);
        const QString watched = window_->selection()->clipId();
        const auto set = window_->training()->set();
        QVERIFY(toy::open_and_wait(*window_, other));
        QCOMPARE(window_->selection()->set()->size(), std::size_t{12});
        QVERIFY(window_->selection()->checkpoint() != QLatin1String("live"));
        QVERIFY(window_->training()->running());
        QCOMPARE(window_->training()->set(), set);
        const auto before = epochs.count();
        QTRY_VERIFY_WITH_TIMEOUT(epochs.count() > before, 60000);
        // back: the training is shown as it was left
        window_->openSet(set_);
        QCOMPARE(window_->selection()->set(), set);
        QCOMPARE(window_->selection()->run(), window_->training()->run());
        QCOMPARE(window_->selection()->checkpoint(), QStringLiteral("live"));
        QCOMPARE(window_->selection()->clipId(), watched);
        // away again: a training that ends meanwhile leaves its saved state
        window_->openSet(other);
        window_->training()->stop();
        QTRY_VERIFY_WITH_TIMEOUT(!window_->training()->running(), 60000);
        window_->openSet(set_);
        QCOMPARE(window_->selection()->run(), window_->training()->run());
        QVERIFY(window_->selection()->checkpoint() != QLatin1String("live"));
    }
    void slidersActOnTheRunningTraining() {
        toy::make_small(window_->trainPanel(), 400);
        QSignalSpy steps(window_->training(), &TrainingJob::stepsDone), ended(window_->training(), &TrainingJob::ended),
            told(window_->training(), &TrainingJob::eventTold);
        LivePanel* live = window_->trainPanel()->live();
        QVERIFY(live->isHidden());
        window_->trainPanel()->start();
        QTRY_VERIFY_WITH_TIMEOUT(steps.count() >= 2, 60000);
        QVERIFY(!live->isHidden());
        QVERIFY(live->slider("alpha") && live->slider("learning_rate") && live->slider("text_dropout"));
        QVERIFY(!live->slider("heads"));
        const double before = window_->training()->live().alpha;
        QCOMPARE(live->number("alpha")->text().toDouble(), before);
        live->slider("alpha")->setValue(live->slider("alpha")->value() + 200);
        live->number("dropout")->setText(QStringLiteral("0.4"));
        QTest::keyClick(live->number("dropout"), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(window_->training()->live().dropouts.block == 0.4, 60000);
        QVERIFY(window_->training()->live().alpha > before);
        QString text;  // one event for both, and a mark on the curves
        for (const auto& call : told)
            if (const auto e = call.front().value<RunEvent>(); e.kind == QLatin1String("live")) text = e.text;
        QVERIFY2(text.startsWith(QStringLiteral("alpha ")) && text.endsWith(QStringLiteral("dropout 0.4")),
                 qPrintable(text));
        QCOMPARE(window_->curves()->loss()->marks().size(), std::size_t{1});
        QVERIFY(window_->curves()->loss()->marks()[0].text.contains(text));
        steps.clear();
        QTRY_VERIFY_WITH_TIMEOUT(
            !steps.isEmpty() &&
                steps.back().front().value<std::vector<StepReport>>().back().alpha == window_->training()->live().alpha,
            60000);
        window_->training()->stop();
        QTRY_VERIFY_WITH_TIMEOUT(ended.count() == 1, 60000);
        QVERIFY(live->isHidden());
    }
    void goesOnFromAnEpochOfAnotherRun() {
        toy::make_small(window_->trainPanel(), 3);
        window_->trainPanel()->form()->setValue("keep_every", QStringLiteral("1"));
        QSignalSpy ended(window_->training(), &TrainingJob::ended);
        window_->trainPanel()->start();
        QTRY_VERIFY_WITH_TIMEOUT(ended.count() == 1, 120000);
        const auto first = window_->training()->run();
        QTRY_VERIFY(window_->runs()->find(first));
        QTRY_COMPARE(window_->runs()->find(first)->summary.state, std::string("finished"));
        BranchDialog* dialog = window_->askBranch();
        QVERIFY(dialog);
        const int at = dialog->epochChooser()->findData(QStringLiteral("epoch-2"));
        QVERIFY(at >= 0);
        dialog->epochChooser()->setCurrentIndex(at);
        QCOMPARE(dialog->runChooser()->currentData().toString(), QString::fromStdString(first.string()));
        dialog->findChild<QDialogButtonBox*>()->accepted();
        QTRY_VERIFY(!window_->findChild<BranchDialog*>());
        TrainPanel* panel = window_->trainPanel();
        QCOMPARE(panel->form()->value("d"), QStringLiteral("8"));
        QVERIFY(panel->form()->changes().empty());
        QVERIFY2(panel->sentence()->text().contains(QStringLiteral("epoch 2")), qPrintable(panel->sentence()->text()));
        panel->form()->setValue("epochs", QStringLiteral("5"));
        panel->form()->setValue("learning_rate", QStringLiteral("0.0005"));
        QCOMPARE(panel->form()->changes().size(), std::size_t{2});
        QSignalSpy epochs(window_->training(), &TrainingJob::epochDone);
        panel->startButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(ended.count() == 2, 120000);
        QCOMPARE(ended.back().front().value<JobOutcome>(), JobOutcome::done);
        QVERIFY(window_->training()->run() != first);
        QCOMPARE(epochs.count(), 3);  // 3, 4 and 5
        QCOMPARE(epochs.front().front().value<EpochReport>().epoch, 3);
        // the curves begin where the other run began
        QTRY_COMPARE(window_->curves()->loss()->xs(0).front(), 1.0);
        QTRY_COMPARE(window_->curves()->run().epochs().size(), std::size_t{5});
        QTRY_VERIFY(!window_->curves()->run().test().empty());
        // beside it the run that it came from
        window_->comparePicker()->choose({{QStringLiteral("first"), {first}}});
        QTRY_VERIFY(window_->curves()->loss()->seriesCount() == 2 && !window_->curves()->loss()->xs(1).empty());
        QCOMPARE(window_->curves()->loss()->seriesName(1), QStringLiteral("first"));
        QVERIFY2(window_->messages()->texts().isEmpty(),
                 qPrintable(window_->messages()->texts().join(QLatin1Char(' '))));
        panel->leaveBranch();
        QVERIFY(panel->presetChooser()->isEnabled());
        panel->repeat(first);
        QTRY_VERIFY_WITH_TIMEOUT(ended.count() == 3, 120000);
        const RunSummary one = read_run(first), again = read_run(window_->training()->run());
        QCOMPARE(again.history.back().valid.task, one.history.back().valid.task);  // the same bits
    }
    void seedsAreAnExperiment() {
        toy::make_small(window_->trainPanel(), 2);
        window_->trainPanel()->seeds()->setText(QStringLiteral("3..a"));
        QVERIFY(!window_->trainPanel()->startButton()->isEnabled());
        window_->trainPanel()->seeds()->setText(QStringLiteral("1..2"));
        window_->trainPanel()->runName()->setText(QStringLiteral("two"));
        QSignalSpy all(window_->trainPanel()->series(), &SeedSeries::ended);
        window_->trainPanel()->start();
        QTRY_VERIFY_WITH_TIMEOUT(all.count() == 1, 240000);
        const QString said = all.front().front().toString();
        QVERIFY2(said.contains(QStringLiteral("2 seeds")) && said.contains(QStringLiteral("\u00b1")), qPrintable(said));
        for (const char* run : {"seed-1", "seed-2"})
            QCOMPARE(read_run(runs_ / "two" / run).state, std::string("finished"));
        // both as one curve with a band, beside the last one
        QTRY_VERIFY(window_->curves()->loss()->seriesCount() == 2 && !window_->curves()->loss()->xs(1).empty());
        QTRY_VERIFY(window_->curves()->loss()->readOut(1).contains(QStringLiteral(" to ")));
    }
    void numbersThatGoBadAreNamedAndTheWayOnOffered() {
        toy::make_small(window_->trainPanel(), 50);
        QSignalSpy ended(window_->training(), &TrainingJob::ended),
            epochs(window_->training(), &TrainingJob::epochDone);
        window_->trainPanel()->start();
        QTRY_VERIFY_WITH_TIMEOUT(epochs.count() >= 1, 60000);
        LiveSettings wild = window_->training()->live();
        wild.learning_rate = 1e30;  // what no network survives
        window_->training()->change(wild);
        QTRY_VERIFY_WITH_TIMEOUT(ended.count() == 1, 60000);
        QCOMPARE(ended.front().front().value<JobOutcome>(), JobOutcome::failed);
        const auto run = window_->training()->run();
        QVERIFY(window_->training()->notFinite() && window_->training()->notFinite()->may_go_on());
        QTRY_COMPARE(window_->messages()->texts().size(), qsizetype{1});
        const QString said = window_->messages()->texts().front();
        for (const char* part : {"clip", "first bad tensor", "values", "The checkpoint of step "})
            QVERIFY2(said.contains(QLatin1String(part)), qPrintable(said));
        if (!said.contains(QStringLiteral("the model's output")))  // else the validation met it, not a step
            for (const char* part : {"at step ", "batch ", "epoch "})
                QVERIFY2(said.contains(QLatin1String(part)), qPrintable(said));
        QTRY_VERIFY(window_->runs()->find(run));
        QPushButton* go = nullptr;
        for (auto* button : window_->messages()->findChildren<QPushButton*>())
            if (button->text().contains(QStringLiteral("learning rate 5"))) go = button;
        QVERIFY(go);
        QSignalSpy told(window_->training(), &TrainingJob::liveChanged);
        go->click();
        QVERIFY(window_->training()->running());
        QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty() && told.back().front().value<LiveSettings>().learning_rate == 5,
                                 60000);
        window_->training()->stop();
        QTRY_VERIFY_WITH_TIMEOUT(ended.count() == 2, 60000);
    }
    void runsOfOthersAreFollowed() {
        const auto run = runs_ / "two" / "seed-1";
        window_->setLayoutShown(MainWindow::Layout::train);
        window_->comparePicker()->choose({{QStringLiteral("theirs"), {run}}});
        const auto shown = [&] {
            CurvePlot* loss = window_->curves()->loss();
            return loss->seriesCount() == 2 ? loss->xs(1) : std::vector<double>();
        };
        QTRY_VERIFY(!shown().empty());
        const double last = shown().back();
        // as another process would: it holds the run and writes
        const auto lock = RunLock::take(run);
        QVERIFY(lock);
        RunDatabase database(run / "run.db", RunDatabase::Mode::write);
        StepReport step;
        step.step = static_cast<std::int64_t>(last) + 1;
        step.epoch = 3;
        step.loss.total = 7;
        database.add_step(step);
        database.add_event(step.step, "live", "alpha 0.25");
        QTRY_VERIFY_WITH_TIMEOUT(shown().back() == last + 1, 30000);
        QCOMPARE(window_->curves()->loss()->ys(1).back(), 7.0);
        // the run in front may have come further, so its marks may lie behind this one
        const auto& marks = window_->curves()->loss()->marks();
        QVERIFY(std::any_of(marks.begin(), marks.end(), [&](const auto& mark) {
            return mark.x == last + 1 && mark.text.contains(QStringLiteral("alpha 0.25"));
        }));
        step.step += 1;
        database.add_step(step);
        database.flush();
        QTRY_VERIFY_WITH_TIMEOUT(shown().back() == last + 2, 5000);  // by now it is known to be trained
        // back to a checkpoint: what was told after it does not hold
        database.forget_after(static_cast<std::int64_t>(last), 2);
        QTRY_VERIFY_WITH_TIMEOUT(shown().back() == last, 5000);
    }
    void theFormFollowsTheModel() {
        TrainPanel* panel = window_->trainPanel();
        panel->form()->setValue("epochs", QStringLiteral("7"));
        QVERIFY(!panel->form()->value("tau").isEmpty());
        const int mult = panel->modelChooser()->findData(QStringLiteral("mult"));
        QVERIFY(mult >= 0);
        panel->modelChooser()->setCurrentIndex(mult);
        QCOMPARE(panel->form()->value("epochs"), QStringLiteral("7"));  // what a person changed stays
        for (const OptionInfo& option : option_table("mult"))
            if (!option.initial.empty()) QVERIFY2(!panel->form()->value(option.key).isEmpty(), option.key.c_str());
        QVERIFY(panel->presetChooser()->findData(QStringLiteral("mosi")) >= 0);
        panel->form()->resetAll();
        QVERIFY(panel->form()->changes().empty());
        panel->modelChooser()->setCurrentIndex(panel->modelChooser()->findData(QStringLiteral("mica")));
        QVERIFY(!panel->form()->value("tau").isEmpty());
    }
    void closingAsksStopsAndSaves() {
        toy::make_small(window_->trainPanel(), 400);
        QSignalSpy epochs(window_->training(), &TrainingJob::epochDone);
        window_->trainPanel()->start();
        QTRY_VERIFY_WITH_TIMEOUT(epochs.count() >= 1, 60000);
        window_->close();
        QVERIFY(window_->isVisible());
        auto* question = window_->findChild<QMessageBox*>(QStringLiteral("closing"));
        QVERIFY(question);
        // cancel: everything goes on
        question->button(QMessageBox::Cancel)->click();
        QTRY_VERIFY(!window_->findChild<QMessageBox*>(QStringLiteral("closing")));
        QVERIFY(window_->isVisible() && window_->training()->running());
        window_->close();
        question = window_->findChild<QMessageBox*>(QStringLiteral("closing"));
        QVERIFY(question);
        question->findChild<QAbstractButton*>(QStringLiteral("stop and save"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(!window_->isVisible(), 60000);
        QVERIFY(!window_->training()->running());
        const RunSummary run = read_run(window_->training()->run());
        QCOMPARE(run.state, std::string("stopped"));
        QVERIFY(run.epochs_done >= 1);
        ModelSession session(window_->training()->run(), "last", window_->selection()->set());
        QVERIFY(!session.attend(0).maps.empty());
    }
    void wrongSettingIsTold() {
        window_->trainPanel()->form()->setValue("heads", QStringLiteral("7"));
        window_->trainPanel()->form()->setValue("d", QStringLiteral("40"));
        QSignalSpy ended(window_->training(), &TrainingJob::ended);
        window_->trainPanel()->start();
        QTRY_VERIFY_WITH_TIMEOUT(!window_->messages()->texts().isEmpty(), 20000);
        QTRY_VERIFY(!window_->training()->running());
        QVERIFY(window_->isVisible());
    }
    void cleanupTestCase() { QVERIFY2(toy::warnings().isEmpty(), qPrintable(toy::warnings().join(QLatin1Char('\n')))); }
};

QTEST_MAIN(TestTrainingWindow)
#include "test_training_window.moc"
