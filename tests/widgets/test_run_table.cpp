// The runs table: model, sorting, groups, search, and what a person does in it.
#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTreeView>

#include <cmath>
#include <random>

#include "strict.h"
#include "widgets/run_comparison.h"
#include "widgets/run_table.h"
#include "widgets/run_text.h"
#include "widgets/state_panel.h"

using namespace mica;
using Kind = RunColumn::Kind;

namespace {

const std::filesystem::path kRoot = "/runs";

CatalogueEntry entry(const std::string& name, double mae, const std::string& state = "finished") {
    CatalogueEntry e;
    e.path = kRoot / name;
    e.name = e.path.filename().string();
    e.created = "2026-11-25T03:31:08Z";
    e.model = "mica";
    e.preset = "sample";
    e.set_name = "MOSI";
    e.state = state;
    e.seed = 3;
    e.epochs_done = 12;
    e.epochs = 20;
    e.best_epoch = 9;
    if (std::isfinite(mae)) {
        e.valid = {{"mae", mae, false}, {"corr", 1 - mae, true}};
        e.test = {{"mae", mae + 0.1, false}, {"corr", 0.9 - mae, true}};
    }
    e.configuration = {{"alpha", "0.1"}, {"batch", "16"}};
    return e;
}

RunRowPtr row(const CatalogueEntry& e) { return make_run_row(e, kRoot); }

QStringList names(const RunModel& model, const QModelIndex& parent = {}) {
    QStringList all;
    for (int r = 0; r < model.rowCount(parent); ++r) all << model.index(r, 0, parent).data().toString();
    return all;
}

const RunColumn kMae{Kind::valid, "mae"};

}  // namespace

class TestRunTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { strict::begin(); }
    void cleanup() { strict::end(); }

    void columnsAreRememberedByTheirId() {
        for (const RunColumn& c : {RunColumn{Kind::name, {}}, kMae, {Kind::test, "acc:2"}, {Kind::setting, "alpha"}})
            QCOMPARE(RunColumn::of(c.id()), std::optional(c));
        for (const char* id : {"", "names", "valid", "valid:", "name:x", "setting"})
            QVERIFY2(!RunColumn::of(QLatin1String(id)), id);
    }

    void numbersAreSortedAsNumbersAndMissingOnesComeLast() {
        RunModel model;
        model.setColumns({{Kind::name, {}}, kMae, {Kind::setting, "batch"}});
        auto ten = entry("ten", 10), two = entry("two", 2), none = entry("none", NAN);
        ten.configuration["batch"] = "8";
        none.configuration.erase("batch");
        model.apply({row(ten), row(none), row(two)}, {});
        model.sort(1, Qt::AscendingOrder);
        QCOMPARE(names(model), (QStringList{"two", "ten", "none"}));
        model.sort(1, Qt::DescendingOrder);
        QCOMPARE(names(model), (QStringList{"ten", "two", "none"}));
        model.sort(2, Qt::AscendingOrder);
        QCOMPARE(names(model), (QStringList{"ten", "two", "none"}));
        model.sort(2, Qt::DescendingOrder);
        QCOMPARE(names(model), (QStringList{"two", "ten", "none"}));
    }

    void numbersInNamesAreNumbers() {
        const auto less = [](const char* a, const char* b) { return before({{}, a}, {{}, b}); };
        QVERIFY(less("seed-2", "seed-10") && !less("seed-10", "seed-2"));
        QVERIFY(less("Alpha", "beta") && less("a", "ab") && !less("a", "a"));
        QVERIFY(less("r01", "r1") != less("r1", "r01"));  // alike, yet in one order
        QVERIFY(less("99999999999999999999998", "99999999999999999999999"));
    }

    void searchLooksEverywhereAndArchivedRunsStayAway() {
        auto a = entry("exp/seed-1", 1), b = entry("plain", 2, "killed"), c = entry("old", 3);
        b.notes = {{"Baseline"}, "worse than\nhoped", false};
        c.notes.archived = true;
        const std::vector<RunRowPtr> all{row(a), row(b), row(c)};
        const auto shown = [&](const QString& search, const char* state = "", bool archived = false) {
            return arranged(all, {search, state, archived}, RunGrouping::none, {})[0].rows;
        };
        QCOMPARE(shown({}), (std::vector<int>{0, 1}));
        QCOMPARE(shown({}, "", true), (std::vector<int>{0, 1, 2}));
        QCOMPARE(shown(QStringLiteral("EXP mosi")), std::vector<int>{0});
        QCOMPARE(shown(QStringLiteral("base hoped")), std::vector<int>{1});
        QCOMPARE(shown({}, "killed"), std::vector<int>{1});
        QVERIFY(shown(QStringLiteral("old")).empty());
    }

    void groupsShowMeanAndDeviation() {
        RunModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setColumns({{Kind::name, {}}, {Kind::model, {}}, {Kind::seed, {}}, kMae});
        auto s1 = entry("exp/seed-1", 1), s2 = entry("exp/seed-2", 2), s3 = entry("exp/seed-3", 6);
        auto s4 = entry("exp/seed-4", NAN);
        s1.seed = 1;
        s4.model = s3.model = s2.model = s1.model;
        model.apply({row(s1), row(s2), row(s3), row(s4), row(entry("alone", 0.5)), row(entry("b/x", 2))}, {});
        model.setGrouping(RunGrouping::experiment);
        model.sort(3, Qt::AscendingOrder);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(names(model)[0], QStringLiteral("b (1 runs)"));  // 2 before the mean of 1, 2 and 6; in none: last
        QCOMPARE(names(model)[1], QStringLiteral("exp (4 runs)"));
        const QModelIndex exp = model.index(1, 0);
        QCOMPARE(names(model, exp), (QStringList{"seed-1", "seed-2", "seed-3", "seed-4"}));
        QCOMPARE(exp.siblingAtColumn(3).data().toString(), QStringLiteral("3 ± 2.6"));  // sqrt(14 / 2)
        QVERIFY(exp.siblingAtColumn(3).data(Qt::ToolTipRole).toString().contains(QLatin1String("3 runs")));
        QCOMPARE(exp.siblingAtColumn(1).data().toString(), QStringLiteral("mica"));
        QCOMPARE(exp.siblingAtColumn(2).data().toString(), QString());  // seeds differ
        QCOMPARE(model.runsOf(exp).size(), std::size_t{4});
        model.sort(3, Qt::DescendingOrder);
        QCOMPARE(names(model)[0], QStringLiteral("exp (4 runs)"));
        QCOMPARE(names(model, model.index(0, 0)), (QStringList{"seed-3", "seed-2", "seed-1", "seed-4"}));
    }

    void aRunIsInTheGroupOfEachOfItsTags() {
        RunModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setColumns({{Kind::name, {}}, {Kind::tags, {}}});
        auto a = entry("a", 1), b = entry("b", 2);
        a.notes.tags = {"paper", "try"};
        model.apply({row(a), row(b)}, {});
        model.setGrouping(RunGrouping::tag);
        model.sort(0);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.shownCount(), 2);
        b.notes.tags = {"try"};
        model.apply({row(b)}, {});  // its group is gone, another has it
        QCOMPARE(names(model), (QStringList{"paper (1 runs)", "try (2 runs)"}));
    }

    // Whatever comes, changes and goes, in whatever order and groups: the rows are those of a model made anew, and what
    // others hold on to stays the run that it was.
    void newsOfSingleRunsGiveTheSameRowsAsABeginning() {
        std::mt19937 random(7);
        RunModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setColumns({{Kind::name, {}}, kMae, {Kind::tags, {}}});
        std::map<std::string, CatalogueEntry> truth;
        const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
        for (int round = 0; round < 120; ++round) {
            std::vector<RunRowPtr> changed;
            std::vector<std::filesystem::path> gone;
            for (int k = pick(4); k >= 0; --k) {
                auto e = entry("e" + std::to_string(pick(3)) + "/r" + std::to_string(pick(40)), pick(9));
                if (pick(3) == 0) e.notes.tags = {"t" + std::to_string(pick(2))};
                e.notes.archived = pick(6) == 0;
                truth[e.path.string()] = e;
                changed.push_back(row(e));
            }
            if (pick(3) == 0 && !truth.empty()) {
                const auto at = std::next(truth.begin(), pick(static_cast<int>(truth.size())));
                if (std::none_of(changed.begin(), changed.end(),
                                 [&](const RunRowPtr& r) { return r->run.path == at->second.path; })) {
                    gone.push_back(at->second.path);
                    truth.erase(at);
                }
            }
            std::vector<std::pair<QPersistentModelIndex, std::string>> held;
            const auto hold = [&](const QModelIndex& parent) {
                for (int r = 0; r < model.rowCount(parent); ++r)
                    if (const RunRowPtr run = model.run(model.index(r, 0, parent)))
                        held.emplace_back(model.index(r, 0, parent), run->run.path.string());
            };
            hold({});
            for (int g = 0; g < model.rowCount(); ++g) hold(model.index(g, 0));
            model.apply(changed, gone);
            for (const auto& [index, path] : held)
                if (index.isValid()) QCOMPARE(model.run(index)->run.path.string(), path);
            if (round % 10 == 3) model.setGrouping(static_cast<RunGrouping>(pick(5)));
            if (round % 4 == 1) model.sort(pick(3), pick(2) ? Qt::AscendingOrder : Qt::DescendingOrder);
            if (round % 7 == 5) model.setCriteria({pick(2) ? QStringLiteral("r1") : QString(), {}, pick(2) == 0});
            QCOMPARE(model.count(), static_cast<int>(truth.size()));
            std::vector<RunRowPtr> all = model.all();
            const auto wanted = arranged(all, model.criteria(), model.grouping(), model.order());
            const bool flat = model.grouping() == RunGrouping::none;
            QCOMPARE(model.rowCount(), static_cast<int>(flat ? wanted[0].rows.size() : wanted.size()));
            for (std::size_t g = 0; g < wanted.size(); ++g) {
                const QModelIndex parent = flat ? QModelIndex() : model.index(static_cast<int>(g), 0);
                if (!flat) QCOMPARE(model.groupName(parent).toStdString(), wanted[g].key);
                QCOMPARE(model.rowCount(parent), static_cast<int>(wanted[g].rows.size()));
                for (std::size_t r = 0; r < wanted[g].rows.size(); ++r) {
                    const auto& want = all[static_cast<std::size_t>(wanted[g].rows[r])]->run;
                    const auto got = model.run(model.index(static_cast<int>(r), 0, parent));
                    QVERIFY(got);
                    QCOMPARE(got->run.path, want.path);
                    QCOMPARE(got->run.notes, truth[want.path.string()].notes);
                }
            }
        }
    }

    void choiceAndFoldsSurviveNews() {
        RunTable table;
        table.resize(900, 400);
        std::vector<RunRowPtr> many;
        for (int i = 0; i < 300; ++i)
            many.push_back(row(entry("e" + std::to_string(i % 10) + "/r" + std::to_string(i), i)));
        table.apply(many, {});
        table.setGrouping(RunGrouping::experiment);
        table.view()->expand(table.model()->index(2, 0));
        const QString open = table.model()->groupName(table.model()->index(2, 0));
        table.choose({kRoot / "e3/r13", kRoot / "e3/r23"});
        QSignalSpy chosen(&table, &RunTable::chosenChanged);
        RunCriteria some;
        some.search = QStringLiteral("3");
        table.setCriteria(some);  // many rows go: the model begins anew
        table.setCriteria({});
        QCOMPARE(table.chosen().size(), std::size_t{2});
        QCOMPARE(chosen.count(), 0);
        bool still = false;
        for (int r = 0; r < table.model()->rowCount(); ++r)
            if (const auto i = table.model()->index(r, 0); table.model()->groupName(i) == open)
                still = table.view()->isExpanded(i);
        QVERIFY(still);
        table.apply({}, {kRoot / "e3/r13"});
        QCOMPARE(table.chosen().size(), std::size_t{1});
        QCOMPARE(chosen.count(), 1);
    }

    void tagsAreWrittenInPlaceForAllChosenRuns() {
        RunTable table;
        table.resize(1200, 400);
        table.show();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        auto a = entry("a", 1), b = entry("b", 2);
        a.notes.tags = {"keep", "drop"};
        b.notes.tags = {"own", "drop"};
        table.apply({row(a), row(b)}, {});
        table.choose({a.path, b.path});
        QSignalSpy wished(&table, &RunTable::notesRequested), opened(&table, &RunTable::openRequested);
        table.view()->setFocus();
        QTest::keyClick(table.view(), Qt::Key_F2);
        auto* line = table.findChild<QLineEdit*>(QStringLiteral("runEditor"));
        QVERIFY(line);
        QCOMPARE(line->text(), QStringLiteral("drop, keep"));
        line->setText(QStringLiteral("keep,  new tag , new tag,"));
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(wished.count(), 1);
        QCOMPARE(opened.count(), 0);  // Enter was for the field
        const auto notes = wished[0][0].value<std::vector<std::pair<QString, RunNotes>>>();
        QCOMPARE(notes.size(), std::size_t{2});
        QCOMPARE(notes[0].second.tags, (std::set<std::string>{"keep", "new tag"}));
        QCOMPARE(notes[1].second.tags, (std::set<std::string>{"own", "new tag"}));
    }

    void aNoteKeepsItsLines() {
        RunTable table;
        table.resize(1200, 400);
        table.show();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        auto a = entry("a", 1);
        a.notes.note = "first\nsecond";
        table.apply({row(a)}, {});
        table.choose({a.path});
        table.view()->setFocus();
        QSignalSpy wished(&table, &RunTable::notesRequested);
        QTest::keyClick(table.view(), Qt::Key_F2, Qt::ShiftModifier);
        auto* line = table.findChild<QLineEdit*>(QStringLiteral("runEditor"));
        QVERIFY(line);
        line->end(false);
        QTest::keyClicks(line, QStringLiteral("!"));
        auto news = a;
        news.epochs_done = 13;
        table.apply({row(news)}, {});  // the run goes on while its note is written
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(wished.count(), 1);
        QCOMPARE((wished[0][0].value<std::vector<std::pair<QString, RunNotes>>>())[0].second.note,
                 std::string("first\nsecond!"));
    }

    void keysOfTheTable() {
        RunTable table;
        table.resize(1200, 400);
        table.show();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        table.apply({row(entry("a", 1)), row(entry("b", 2))}, {});
        table.choose({kRoot / "a"});
        table.view()->setFocus();
        QSignalSpy open(&table, &RunTable::openRequested), trash(&table, &RunTable::trashRequested),
            notes(&table, &RunTable::notesRequested), undo(&table, &RunTable::undoRequested);
        QTest::keyClick(table.view(), Qt::Key_Return);
        QCOMPARE(open.count(), 1);
        QCOMPARE(open[0][0].toString(), QStringLiteral("/runs/a"));
        QTest::keyClick(table.view(), Qt::Key_Z, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(undo.count(), 0);  // nothing to undo
        table.setUndo(QStringLiteral("tags"), {});
        QTest::keyClick(table.view(), Qt::Key_Z, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(undo.count(), 1);
        QTest::keyClick(table.view(), Qt::Key_A, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(notes.count(), 1);
        QVERIFY((notes[0][0].value<std::vector<std::pair<QString, RunNotes>>>())[0].second.archived);
        QTest::keyClick(table.view(), Qt::Key_Delete);
        QCOMPARE(trash.count(), 1);
        QCOMPARE(trash[0][0].toStringList(), QStringList{QStringLiteral("/runs/a")});
        QTest::keyClick(table.view(), Qt::Key_C, Qt::ControlModifier);
        const QString copied = QApplication::clipboard()->text();
        QVERIFY2(copied.contains(QLatin1String("a\t")) && !copied.contains(QLatin1String("\nb\t")), qPrintable(copied));
        QTest::keyClick(table.view(), Qt::Key_F, Qt::ControlModifier | Qt::AltModifier);
        auto* search = table.findChild<QLineEdit*>(QStringLiteral("runSearch"));
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, QStringLiteral("zzz"));
        QCOMPARE(table.states()->state(), StatePanel::State::empty);
        table.states()->button()->click();
        QCOMPARE(table.model()->rowCount(), 2);
        for (const QAction* action : table.actions())
            QVERIFY(!action->toolTip().isEmpty() && !action->shortcut().isEmpty());
    }

    void rowsAsCsvInFullPrecision() {
        RunTable table;
        auto a = entry("odd, \"name\"", 1.0 / 3);
        table.apply({row(a), row(entry("b", NAN))}, {});
        table.setColumns({{Kind::name, {}}, kMae, {Kind::setting, "alpha"}});
        const auto csv = [&table] { return QString::fromStdString(runsCsv(table.meant(), table.model()->columns())); };
        QCOMPARE(csv().section(QLatin1Char('\n'), 0, 0), QStringLiteral("path,name,valid:mae,setting:alpha"));
        QVERIFY(csv().contains(QLatin1String("\"odd, \"\"name\"\"\",0.3333333333333333,0.1")));
        table.choose({kRoot / "b"});
        QCOMPARE(csv(), QStringLiteral("path,name,valid:mae,setting:alpha\n/runs/b,b,,0.1\n"));
    }

    void panelsSayWhatToDo() {
        RunTable table;
        QCOMPARE(table.states()->state(), StatePanel::State::loading);
        table.apply({}, {});
        QCOMPARE(table.states()->state(), StatePanel::State::empty);
        QVERIFY(!table.states()->findChild<QPushButton*>(QStringLiteral("emptyAction"))->text().isEmpty());
        QSignalSpy train(&table, &RunTable::trainRequested);
        table.states()->findChild<QPushButton*>(QStringLiteral("emptyAction"))->click();
        QCOMPARE(train.count(), 1);
        QSignalSpy again(&table, &RunTable::retryRequested);
        table.setUnreadable(QStringLiteral("/runs"), QStringLiteral("Permission denied"));
        QCOMPARE(table.states()->state(), StatePanel::State::failed);
        table.states()->findChild<QPushButton*>(QStringLiteral("failedRetry"))->click();
        QCOMPARE(again.count(), 1);
        table.setUnreadable(QStringLiteral("/runs"), {});
        auto bad = entry("bad", NAN, "damaged");
        bad.trouble = "run.toml is no TOML";
        table.apply({row(bad)}, {});
        QCOMPARE(table.states()->state(), StatePanel::State::full);
        QCOMPARE(table.model()->index(0, 1).data(Qt::ToolTipRole).toString(), QStringLiteral("run.toml is no TOML"));
    }

    void theBetterFigureIsMarkedOnValidationOnly() {
        RunComparison comparison;
        QCOMPARE(comparison.states()->state(), StatePanel::State::empty);
        const std::vector<RunRowPtr> runs{row(entry("a", 0.2)), row(entry("b", 0.1)), row(entry("c", NAN))};
        Differences d;
        d.configuration = {{"alpha", {"0.1", "0.2", ""}}};
        d.valid = {{"mae", {"0.2", "0.1", ""}}, {"corr", {"0.8", "0.9", ""}}};
        d.test = {{"mae", {"0.3", "0.2", ""}}};
        comparison.setRuns(runs, d, 4);
        const QTableWidget* t = comparison.table();
        const auto line = [&](const QString& head) {
            for (int r = 0; r < t->rowCount(); ++r)
                if (t->verticalHeaderItem(r)->text() == head) {
                    QStringList cells;
                    for (int c = 0; c < t->columnCount(); ++c) cells << t->item(r, c)->text();
                    return cells;
                }
            return QStringList();
        };
        QCOMPARE(line(QStringLiteral("alpha")), (QStringList{"0.1", "0.2", "none"}));
        QCOMPARE(line(QStringLiteral("Validation: MAE")), (QStringList{"0.2", "0.1 (best)", "none"}));
        QCOMPARE(line(QStringLiteral("Validation: Corr")), (QStringList{"0.8", "0.9 (best)", "none"}));
        QCOMPARE(line(QStringLiteral("Test: MAE")), (QStringList{"0.3", "0.2", "none"}));
    }

    void statesDifferInFormToo() {
        std::vector<QImage> signs;
        QPalette grey;
        for (const char* state : {"running", "finished", "stopped", "killed", "damaged"}) {
            const QImage sign = stateIcon(state, grey).pixmap(32, 32).toImage().convertToFormat(QImage::Format_Alpha8);
            for (const QImage& other : signs) QVERIFY2(sign != other, state);
            signs.push_back(sign);
        }
    }
};

QTEST_MAIN(TestRunTable)
#include "test_run_table.moc"
