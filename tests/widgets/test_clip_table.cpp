// The list of clips: model, filter and view.
#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>

#include "strict.h"
#include "widgets/clip_table.h"

using namespace mica;

namespace {

std::vector<ClipInfo> someClips(int n) {
    std::vector<ClipInfo> clips;
    for (int i = 0; i < n; ++i) {
        ClipInfo c;
        c.id = "clip_" + std::to_string(i);
        c.split = static_cast<Split>(i % 3);
        c.duration = 1 + 0.5 * ((i * 7) % 11);
        c.steps = {5, static_cast<std::uint32_t>(i % 4 == 0 ? 0 : 75), 30};
        c.label = {static_cast<float>((i * 5) % 7) - 3};
        c.transcript = i % 2 ? "Bin blue at F two now" : "lay green by K nine please";
        clips.push_back(c);
    }
    return clips;
}

}  // namespace

class TestClipTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { strict::begin(); }
    void cleanup() { strict::end(); }

    void modelKeepsTheRules() {
        ClipModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ClipFilter filter;
        const QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSourceModel(&model);
        model.setClips(someClips(50), {});
        filter.setSearch(QStringLiteral("blue"));
        filter.setSplit(Split::valid);
        filter.sort(ClipModel::duration);
        filter.setSplit(std::nullopt);
        model.setClips({}, {});
        model.setClips(someClips(3), {});
    }

    void labelsAreInTheTasksWords() {
        Task colours;
        colours.kind = TaskKind::classification;
        colours.classes = {"blue", "green"};
        QCOMPARE(labelText({1}, colours), QStringLiteral("green"));
        QVERIFY(labelText({5}, colours).contains(QLatin1Char('5')));
        QCOMPARE(labelText({1.8F}, {}), QStringLiteral("+1.80"));
        QCOMPARE(labelText({-1}, {}), QStringLiteral("-1.00"));
        QCOMPARE(labelText({}, {}), labelText({NAN}, {}));
    }

    void searchAndSplitFilter() {
        ClipTable table;
        table.setClips(someClips(60), {});
        QCOMPARE(table.visibleCount(), 60);
        table.setSearch(QStringLiteral("BLUE now"));
        QCOMPARE(table.visibleCount(), 30);
        table.setSplit(2);  // validation
        QCOMPARE(table.visibleCount(), 10);
        table.setSearch(QStringLiteral("clip_7"));
        QCOMPARE(table.visibleCount(), 1);
        table.setSearch(QStringLiteral("nothing like it"));
        QCOMPARE(table.visibleCount(), 0);
        table.setSearch({});
        QCOMPARE(table.visibleCount(), 20);
    }

    void numbersSortAsNumbers() {
        ClipTable table;
        table.setClips(someClips(30), {});
        table.view()->sortByColumn(ClipModel::duration, Qt::AscendingOrder);
        const QAbstractItemModel* shown = table.view()->model();
        for (int r = 1; r < shown->rowCount(); ++r)
            QVERIFY(shown->index(r - 1, ClipModel::duration).data(ClipModel::SortRole).toDouble() <=
                    shown->index(r, ClipModel::duration).data(ClipModel::SortRole).toDouble());
    }

    void choosingTellsTheSetsIndex() {
        ClipTable table;
        table.resize(700, 400);
        table.setClips(someClips(40), {});
        QSignalSpy chosen(&table, &ClipTable::clipChosen), activated(&table, &ClipTable::clipActivated);
        table.view()->sortByColumn(ClipModel::id, Qt::DescendingOrder);
        QVERIFY(table.choose(QStringLiteral("clip_12")));
        QCOMPARE(chosen.last()[0].toInt(), 12);
        QCOMPARE(chosen.last()[1].toString(), QStringLiteral("clip_12"));
        QTest::keyClick(table.view(), Qt::Key_Down);
        QCOMPARE(chosen.last()[1].toString(), QStringLiteral("clip_11"));  // descending
        QTest::keyClick(table.view(), Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        table.choosePrevious();
        QCOMPARE(table.chosen(), QStringLiteral("clip_12"));
        table.setSearch(QStringLiteral("clip_3"));
        QVERIFY(table.choose(QStringLiteral("clip_20")));  // the filter that hides it is lifted
        QCOMPARE(table.chosen(), QStringLiteral("clip_20"));
        QVERIFY(!table.choose(QStringLiteral("nobody")));
    }

    void thousandsAreFast() {
        ClipTable table;
        table.resize(700, 400);
        QElapsedTimer clock;
        clock.start();
        table.setClips(someClips(23000), {});
        table.grab();
        table.setSearch(QStringLiteral("clip_999"));
        table.grab();
        QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(table.visibleCount(), 11);
    }
};

QTEST_MAIN(TestClipTable)
#include "test_clip_table.moc"
