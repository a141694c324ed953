// labels: slow
// Training in the window: start, pause, stop, resume, live curves and attention, and closing while it runs.
#include <QAbstractButton>
#include <QCloseEvent>
#include <QElapsedTimer>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

#include <cstdio>

#include "app/workbench/clip_panel.h"
#include "app/workbench/message_bar.h"
#include "app/workbench/report.h"
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
