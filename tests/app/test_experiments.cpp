// The Experiments layout with real runs: tags, archive, undo, trash, comparison, runs of other programs, lost sets.
#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTreeView>

#include <fstream>

#include "app/workbench/message_bar.h"
#include "app/workbench/run_list.h"
#include "app/workbench/runs_panel.h"
#include "core/runs/catalogue.h"
#include "core/runs/run_notes.h"
#include "core/training/trainer.h"
#include "tests/app/window_test.h"
#include "widgets/run_comparison.h"
#include "widgets/run_table.h"
#include "widgets/run_text.h"
#include "widgets/state_panel.h"

using namespace mica;
namespace fs = std::filesystem;
using Do = RunTable::Do;

class TestExperiments : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    fs::path root_, set_, runs_;
    std::unique_ptr<MainWindow> window_;

    RunsPanel* panel() { return window_->runsPanel(); }
    RunTable* table() { return panel()->table(); }
    RunModel* model() { return table()->model(); }
    RunNotes notes(const char* run) { return read_notes(runs_ / run); }
    RunNotes shown(const char* run) {
        const RunRowPtr row = model()->find(runs_ / run);
        return row ? row->run.notes : RunNotes{};
    }
    void choose(std::initializer_list<const char*> names) {
        std::vector<fs::path> all;
        for (const char* name : names) all.push_back(runs_ / name);
        table()->choose(all);
        table()->view()->setFocus();
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(table()->view(), static_cast<Qt::Key>(key), modifiers);
    }
    void trainOne(const char* name, std::uint64_t seed, std::vector<std::string> more = {}) {
        std::vector<std::string> set{"d=8",     "heads=2",  "layers=1",   "memory_layers=1",
                                     "batch=6", "epochs=1", "mmd_rows=64"};
        set.insert(set.end(), more.begin(), more.end());
        TrainingOptions options = make_options("", set);
        options.threads = 1;
        options.seed = seed;
        (void)train(open_set(set_), options, runs_ / name, {}, {}, {});
    }

private Q_SLOTS:
    void initTestCase() {
        toy::use_own_settings(folder_);
        root_ = folder_.path().toStdString();
        runs_ = root_ / "runs";
        set_ = toy::make_set(root_ / "set");
        trainOne("exp/seed-1", 1);
        trainOne("exp/seed-2", 2);
        trainOne("other", 3, {"alpha=0.3"});
        window_ = std::make_unique<MainWindow>(runs_);
        QVERIFY(toy::open_and_wait(*window_, set_));
        QTRY_COMPARE(model()->count(), 3);
    }
    void init() {
        window_->setLayoutShown(MainWindow::Layout::experiments);
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    }

    void keyGoesThereAndRunsAreListed() {
        window_->setLayoutShown(MainWindow::Layout::inspect);
        QTest::keyClick(window_.get(), Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(window_->layoutShown(), MainWindow::Layout::experiments);
        QVERIFY(table()->isVisible() && window_->comparison()->isVisible());
        QCOMPARE(model()->rowCount(), 3);
        QCOMPARE(window_->runs()->runs().size(), std::size_t{3});
        for (int r = 0; r < 3; ++r) QVERIFY(!model()->run(model()->index(r, 0))->run.valid.empty());
    }

    void notesAreWrittenAndTakenBack() {
        choose({"other"});
        press(Qt::Key_F2);
        auto* line = table()->findChild<QLineEdit*>(QStringLiteral("runEditor"));
        QVERIFY(line);
        line->setText(QStringLiteral("paper, baseline"));
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(notes("other").tags, (std::set<std::string>{"baseline", "paper"}));
        QTRY_COMPARE(shown("other").tags, (std::set<std::string>{"baseline", "paper"}));
        choose({"other"});
        press(Qt::Key_Z, Qt::AltModifier | Qt::ShiftModifier);
        QTRY_VERIFY(notes("other").tags.empty());
        QTRY_VERIFY(shown("other").tags.empty());
        press(Qt::Key_Y, Qt::AltModifier | Qt::ShiftModifier);
        QTRY_COMPARE(notes("other").tags.size(), std::size_t{2});
    }

    void archivedRunsLeaveTheListAndComeBack() {
        choose({"exp/seed-1", "exp/seed-2"});
        QCOMPARE(table()->chosen().size(), std::size_t{2});
        press(Qt::Key_A, Qt::AltModifier | Qt::ShiftModifier);
        QTRY_COMPARE(model()->rowCount(), 1);
        QTRY_VERIFY(notes("exp/seed-1").archived && notes("exp/seed-2").archived);
        table()->action(Do::archived)->trigger();
        QTRY_COMPARE(model()->rowCount(), 3);
        table()->action(Do::archived)->trigger();
        press(Qt::Key_Z, Qt::AltModifier | Qt::ShiftModifier);
        QTRY_COMPARE(model()->rowCount(), 3);
        QTRY_VERIFY(!notes("exp/seed-1").archived && !notes("exp/seed-2").archived);
    }

    void deletedRunsAreInTheTrashAndComeBack() {
        window_->messages()->clear();
        window_->selection()->setRun(runs_ / "other", QStringLiteral("best"));
        choose({"other"});
        press(Qt::Key_Delete);
        QTRY_COMPARE(model()->rowCount(), 2);
        QVERIFY(!fs::exists(runs_ / "other") && fs::exists(runs_ / ".trash/other/run.toml"));
        QVERIFY(window_->selection()->run() != runs_ / "other");
        QTRY_COMPARE(window_->runs()->runs().size(), std::size_t{2});
        auto* undo = window_->messages()->findChild<QPushButton*>();
        QVERIFY(undo && undo->text() == QLatin1String("Undo"));
        undo->click();
        QTRY_COMPARE(model()->rowCount(), 3);
        QVERIFY(fs::exists(runs_ / "other/run.toml"));
        QCOMPARE(shown("other").tags.size(), std::size_t{2});   // as it was
        press(Qt::Key_Z, Qt::AltModifier | Qt::ShiftModifier);  // takes the bringing back back
        QTRY_COMPARE(model()->rowCount(), 2);
        press(Qt::Key_Y, Qt::AltModifier | Qt::ShiftModifier);
        QTRY_COMPARE(model()->rowCount(), 3);
    }

    void chosenRunsLieSideBySide() {
        QCOMPARE(window_->comparison()->states()->state(), StatePanel::State::empty);
        choose({"exp/seed-1", "other"});
        QCOMPARE(window_->comparison()->states()->state(), StatePanel::State::full);
        const QTableWidget* t = window_->comparison()->table();
        QCOMPARE(t->columnCount(), 2);
        QStringList heads;
        for (int r = 0; r < t->rowCount(); ++r) heads << t->verticalHeaderItem(r)->text();
        QVERIFY2(heads.contains(QLatin1String("alpha")) && heads.contains(QLatin1String("seed")),
                 qPrintable(heads.join(u' ')));
        QVERIFY2(!heads.contains(QLatin1String("batch")), "both runs have the same");
        QVERIFY(heads.contains(QLatin1String("Validation: MAE")) && heads.contains(QLatin1String("Test: MAE")));
        choose({"other"});
        QCOMPARE(window_->comparison()->states()->state(), StatePanel::State::empty);
    }

    void experimentsFoldToMeanAndDeviation() {
        table()->setGrouping(RunGrouping::experiment);
        QCOMPARE(model()->rowCount(), 2);
        QModelIndex group;
        for (int r = 0; r < 2; ++r)
            if (model()->groupName(model()->index(r, 0)) == QLatin1String("exp")) group = model()->index(r, 0);
        QVERIFY(group.isValid());
        QCOMPARE(model()->rowCount(group), 2);
        bool spread = false;
        for (int c = 0; c < model()->columnCount(); ++c)
            spread = spread || group.siblingAtColumn(c).data().toString().contains(QChar(0xB1));
        QVERIFY(spread);
        QVERIFY(!table()->view()->isExpanded(group));
        table()->setGrouping(RunGrouping::none);
    }

    // Another program trains, notes and deletes: nobody touches the window.
    void runsOfOtherProgramsAppearByThemselves() {
        fs::create_directories(root_ / "elsewhere");
        trainOne("../elsewhere/new", 4);
        QElapsedTimer time;
        time.start();
        fs::rename(root_ / "elsewhere/new", runs_ / "exp/seed-9");  // below a folder that nobody watches
        QTRY_COMPARE_WITH_TIMEOUT(model()->count(), 4, 10000);
        qInfo("appeared after %lld ms", static_cast<long long>(time.elapsed()));
        write_notes(runs_ / "exp/seed-9", {{"theirs"}, "from a shell", false});
        QTRY_COMPARE_WITH_TIMEOUT(shown("exp/seed-9").note, std::string("from a shell"), 10000);
        std::ofstream(runs_ / "exp/seed-9/run.toml") << "broken";
        QTRY_COMPARE_WITH_TIMEOUT(model()->find(runs_ / "exp/seed-9")->run.state, std::string("damaged"), 10000);
        QCOMPARE(window_->runs()->runs().size(), std::size_t{3});
        fs::remove_all(runs_ / "exp/seed-9");
        QTRY_COMPARE_WITH_TIMEOUT(model()->count(), 3, 10000);
    }

    // What cannot be written is told, and the table shows what is in the file.
    void aFailureIsToldAndTakenBackOnScreen() {
        window_->messages()->clear();
        RunNotes bad;
        bad.tags = {"no, tag"};
        panel()->edits()->setNotes({{runs_ / "other", bad}}, QStringLiteral("bad tag"));
        QVERIFY(shown("other").tags == bad.tags);  // at once
        QTRY_VERIFY(!window_->messages()->texts().isEmpty());
        QVERIFY2(window_->messages()->texts().front().contains(QLatin1String("no, tag")),
                 qPrintable(window_->messages()->texts().front()));
        QTRY_COMPARE(shown("other").tags.size(), std::size_t{2});
        window_->messages()->clear();
    }

    void opensInInspect() {
        choose({"exp/seed-2"});
        press(Qt::Key_Return);
        QCOMPARE(window_->layoutShown(), MainWindow::Layout::inspect);
        QCOMPARE(window_->selection()->run(), runs_ / "exp/seed-2");
    }

    // Carried to another machine: the set is asked for, another one is refused, the right one opens it.
    void aRunWithoutItsSetAsksForIt() {
        const fs::path away = root_ / "away.h5", wrong = toy::make_set(root_ / "wrong", 12);
        window_->sets()->close(window_->sets()->current());
        fs::rename(set_, away);
        window_->messages()->clear();
        choose({"exp/seed-1"});
        press(Qt::Key_Return);
        QCOMPARE(window_->messages()->texts().size(), 1);
        const QString text = window_->messages()->texts().front();
        for (const QString& part : {QStringLiteral("seed-1"), QStringLiteral("toy"), QStringLiteral("fingerprint"),
                                    QString::fromStdString(set_.string())})
            QVERIFY2(text.contains(part), qPrintable(text));
        window_->openSetOf(runs_ / "exp/seed-1", wrong);
        QTRY_COMPARE(window_->messages()->texts().size(), 2);
        QVERIFY2(window_->messages()->texts().back().contains(QLatin1String("another set")),
                 qPrintable(window_->messages()->texts().back()));
        window_->openSetOf(runs_ / "exp/seed-1", away);
        QTRY_COMPARE(window_->selection()->run(), runs_ / "exp/seed-1");
        QCOMPARE(window_->layoutShown(), MainWindow::Layout::inspect);
    }

    void rowsGoIntoAFile() {
        QSignalSpy written(panel(), &RunsPanel::written);
        panel()->writeCsv(root_ / "runs.csv");
        QVERIFY(written.wait(5000));
        std::ifstream file(root_ / "runs.csv");
        std::string line;
        int lines = 0;
        while (std::getline(file, line)) ++lines;
        QVERIFY(lines >= 2);
        panel()->writeCsv(root_ / "no such folder/runs.csv");
        QTRY_VERIFY(window_->messages()->texts().join(u' ').contains(QLatin1String("no such folder")));
    }

    void columnsAndGroupsAreRemembered() {
        table()->setColumns({{RunColumn::Kind::seed, {}}, {RunColumn::Kind::setting, "alpha"}});
        table()->setGrouping(RunGrouping::model);
        Q_EMIT table()->lookChanged();
        MainWindow again(runs_);
        const RunModel* other = again.runsPanel()->table()->model();
        QCOMPARE(other->grouping(), RunGrouping::model);
        QCOMPARE(other->columns(), model()->columns());
    }

    void cleanupTestCase() {
        window_.reset();
        QVERIFY2(toy::warnings().isEmpty(), qPrintable(toy::warnings().join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(TestExperiments)
#include "test_experiments.moc"
