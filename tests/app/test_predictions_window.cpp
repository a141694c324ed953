// The dock of predictions in the window: from the run to the table, from a picture to the clip, two runs and their tests.
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

#include <fstream>

#include "app/workbench/clip_panel.h"
#include "app/workbench/job_board.h"
#include "app/workbench/predictions_panel.h"
#include "core/training/trainer.h"
#include "tests/app/window_test.h"
#include "widgets/outcome_model.h"
#include "widgets/pair_table.h"
#include "widgets/prediction_pictures.h"
#include "widgets/predictions_view.h"
#include "widgets/state_panel.h"
#include "widgets/truth_scatter.h"

using namespace mica;

class TestPredictionsWindow : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::filesystem::path root_, set_;
    std::unique_ptr<MainWindow> window_;

    PredictionsPanel* panel() { return window_->predictions(); }
    PredictionsView* view() { return panel()->view(); }
    Selection* selection() { return window_->selection(); }
    static void press(Qt::Key key) {
        QTest::keyClick(QApplication::focusWidget(), key, Qt::AltModifier | Qt::ShiftModifier);
    }
    QString figures() {
        return view()
            ->findChild<QLabel*>(QStringLiteral("predictionFigures"))
            ->text()
            .replace(QChar(QChar::Nbsp), QLatin1Char(' '));
    }
    bool reaches(StatePanel::State state) {
        return QTest::qWaitFor([&] { return view()->states()->state() == state; }, 20000);
    }

private Q_SLOTS:
    void initTestCase() {
        toy::use_own_settings(folder_);
        root_ = folder_.path().toStdString();
        set_ = toy::make_set(root_ / "set");
        for (const auto& [name, seed] : {std::pair{"first", 1}, std::pair{"second", 2}}) {
            TrainingOptions options = make_options(
                "", {"d=8", "heads=2", "layers=1", "memory_layers=1", "batch=6", "epochs=1", "mmd_rows=64"});
            options.threads = 1;
            options.seed = static_cast<std::uint64_t>(seed);
            (void)train(open_set(set_), options, root_ / "runs" / name, {}, {}, {});
        }
        window_ = std::make_unique<MainWindow>(root_ / "runs");
        panel()->setCache(root_ / "cache");
        QVERIFY(toy::open_and_wait(*window_, set_));
        QTRY_VERIFY(!selection()->run().empty());
    }
    void keyBringsItToTheFront() {
        window_->setLayoutShown(MainWindow::Layout::inspect);
        QTest::keyClick(window_.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(view()->isVisible() && !view()->visibleRegion().isEmpty());
        QVERIFY(reaches(StatePanel::State::full));
        QCOMPARE(view()->model()->rowCount(), 6);  // the test split comes first
        QTest::mouseClick(view()->resetButton(), Qt::LeftButton);
        QCOMPARE(view()->model()->rowCount(), 12);  // validation and test, as the run kept them
        QVERIFY(view()->computeButton()->isVisible());
    }
    void clickGoesToTheClip() {
        QTableView* table = view()->table();
        table->scrollTo(view()->model()->index(3, 0));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::NoModifier,
                          table->visualRect(view()->model()->index(3, 0)).center());
        QCOMPARE(selection()->clip(), view()->model()->clip(3));
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(selection()->clip(), view()->model()->clip(4));
        selection()->setClip(view()->model()->clip(7));
        QCOMPARE(table->currentIndex().row(), 7);
        TruthScatter* scatter = view()->pictures()->scatter();
        const TruthPoint point = scatter->points()[5];
        QTest::mouseClick(
            scatter, Qt::LeftButton, Qt::NoModifier,
            scatter->placeOf(static_cast<double>(point.truth), static_cast<double>(point.prediction)).toPoint());
        QCOMPARE(selection()->clip(), point.clip);
    }
    void restIsComputedAndKept() {
        QTest::mouseClick(view()->computeButton(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(view()->model()->rowCount(), 30, 30000);
        QVERIFY(!view()->computeButton()->isVisible());
        int files = 0;
        for (const auto& file : std::filesystem::directory_iterator(root_ / "cache")) files += file.is_regular_file();
        QCOMPARE(files, 1);  // the training split; the others are in the run
        // a second window finds them at once
        MainWindow other(root_ / "runs");
        other.predictions()->setCache(root_ / "cache");
        QVERIFY(toy::open_and_wait(other, set_));
        other.showPredictions();
        QTRY_COMPARE_WITH_TIMEOUT(other.predictions()->view()->model()->rowCount(), 6, 20000);
        QCOMPARE(other.predictions()->view()->model()->list()->size(), std::size_t{30});
    }
    void twoRuns() {
        QComboBox* box = view()->compareBox();
        QTRY_COMPARE(box->count(), 2);
        QSignalSpy tests(panel(), &PredictionsPanel::testsShown);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        QVERIFY(tests.wait(20000));
        QVERIFY(view()->model()->list()->paired());
        // figures of each, and of how many clips where B has fewer
        QVERIFY2(figures().startsWith(QLatin1String("A: MAE ")), qPrintable(figures()));
        QVERIFY2(figures().contains(QLatin1String("\nB (12 clips): MAE ")), qPrintable(figures()));
        const auto c = tests.back().front().value<Comparison>();
        QCOMPARE(c.right.n(), std::size_t{12});  // B has not predicted the training split yet
        QCOMPARE(c.unpaired, std::size_t{18});
        QTest::mouseClick(view()->pictures()->pairs()->button(PairCell::none), Qt::LeftButton);
        QCOMPARE(view()->model()->rowCount(), static_cast<int>(c.right.none));
        QTest::mouseClick(view()->pictures()->pairs()->button(PairCell::none), Qt::LeftButton);
        QVERIFY(view()->pictures()->pairs()->words().contains(QLatin1String("McNemar")));
        panel()->compareWith({});
        QTRY_VERIFY(!view()->model()->list()->paired());
        QVERIFY2(figures().startsWith(QLatin1String("MAE ")), qPrintable(figures()));
    }
    // From the menu's key to the table without a mouse, where nothing was kept.
    void computedByKey() {
        selection()->setRun(root_ / "runs" / "first", QStringLiteral("last"));
        QVERIFY(reaches(StatePanel::State::empty));
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        window_->clipPanel()->setFocus();
        QTest::keyClick(window_.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(view()->states()->button()->hasFocus());
        press(Qt::Key_K);
        QVERIFY(reaches(StatePanel::State::full));
        QTRY_VERIFY(!window_->jobs()->busy());
        QVERIFY(view()->isAncestorOf(QApplication::focusWidget()));
        press(Qt::Key_T);
        QVERIFY(view()->table()->hasFocus());
        QTest::keyClick(view()->table(), Qt::Key_Down);
        QCOMPARE(selection()->clip(), view()->model()->clip(view()->table()->currentIndex().row()));
    }
    void cancelledAndDamaged() {
        selection()->setRun(root_ / "runs" / "second", QStringLiteral("last"));
        QVERIFY(reaches(StatePanel::State::empty));  // only the best epoch is kept
        QVERIFY(view()->states()->button());
        QTest::mouseClick(view()->states()->button(), Qt::LeftButton);
        QCOMPARE(view()->states()->state(), StatePanel::State::loading);
        QVERIFY(view()->states()->button());
        QTest::mouseClick(view()->states()->button(), Qt::LeftButton);
        QTRY_VERIFY(!window_->jobs()->busy());
        QTRY_VERIFY(view()->states()->state() != StatePanel::State::loading);
        std::ofstream(root_ / "runs/second/checkpoints/last.safetensors", std::ios::binary) << "nothing of the kind";
        panel()->compute();
        QVERIFY(reaches(StatePanel::State::failed));
        selection()->setRun({}, {});
        QVERIFY(reaches(StatePanel::State::empty));
    }
    void cleanupTestCase() {
        window_.reset();
        QVERIFY2(toy::warnings().isEmpty(), qPrintable(toy::warnings().join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(TestPredictionsWindow)
#include "test_predictions_window.moc"
