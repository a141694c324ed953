// The list of clips: model, filter and view.
#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

#include <cmath>
#include <cstdio>

#include "strict.h"
#include "widgets/clip_table.h"
#include "widgets/range_field.h"

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

std::shared_ptr<const ClipList> listOf(std::vector<ClipInfo> clips, Task task = {}) {
    return make_clip_list(std::make_shared<const std::vector<ClipInfo>>(std::move(clips)), std::move(task));
}

// IEMOCAP's form: four yes/no labels a clip.
Task emotions() {
    Task task;
    task.kind = TaskKind::classification;
    task.name = "emotion";
    task.classes = {"no", "yes"};
    task.parts = {"neutral", "happy", "sad", "angry"};
    return task;
}

std::vector<int> fitting(const ClipList& list, const ClipCriteria& criteria) {
    return fitting_clips(list, sorted_clips(list, ClipColumn::count, false), criteria);
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
        model.setList(listOf(someClips(50)));
        ClipCriteria criteria;
        criteria.search = QStringLiteral("blue");
        criteria.split = Split::valid;
        model.setCriteria(criteria);
        QCOMPARE(model.rowCount(), 9);
        model.sort(static_cast<int>(ClipColumn::duration), Qt::DescendingOrder);
        model.setCriteria({});
        QCOMPARE(model.rowCount(), 50);
        model.sort(-1);
        QCOMPARE(model.position(0), 0);
        model.setList(nullptr);
        model.setList(listOf(someClips(3)));
        QCOMPARE(model.rowCount(), 3);
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

    void partsAreNamedWhereTheyAreYes() {
        QCOMPARE(labelText({0, 1, 1, 0}, emotions()), QStringLiteral("happy, sad"));
        QVERIFY(labelText({0, 0, 0, 0}, emotions()) != labelText({}, emotions()));
        auto clips = someClips(4);
        clips[0].label = {0, 1, 0, 0};
        clips[1].label = {0, 1, 0, 1};
        clips[2].label = {1, 0, 0, 0};
        clips[3].label = {};
        const auto list = listOf(clips, emotions());
        ClipCriteria happy;
        happy.label_class = 1;
        QCOMPARE(fitting(*list, happy), (std::vector<int>{0, 1}));
        ClipCriteria angry;
        angry.search = QStringLiteral("ANGRY");
        QCOMPARE(fitting(*list, angry), std::vector<int>{1});
    }

    void filtersNarrowTogether() {
        auto clips = someClips(60);
        clips[3].duration = 0;
        clips[4].label.clear();
        clips[9].group = "Speaker 7";
        const auto list = listOf(clips);
        ClipCriteria c;
        c.missing = Missing::vision;
        for (const int i : fitting(*list, c)) QCOMPARE(i % 4, 0);
        QCOMPARE(fitting(*list, c).size(), std::size_t{15});
        c.split = Split::test;
        for (const int i : fitting(*list, c)) QVERIFY(i % 4 == 0 && i % 3 == 2);
        c = {};
        c.label = {1, 2, true};  // below 2
        for (const int i : fitting(*list, c)) QCOMPARE(clips[static_cast<std::size_t>(i)].label[0], 1.0F);
        c.label.below = false;
        bool two = false;
        for (const int i : fitting(*list, c)) two = two || clips[static_cast<std::size_t>(i)].label[0] == 2.0F;
        QVERIFY(two);
        c = {};
        c.seconds = {std::nullopt, 100, false};  // an unknown length fits no range
        QCOMPARE(fitting(*list, c).size(), std::size_t{59});
        c = {};
        c.missing = Missing::label;
        QCOMPARE(fitting(*list, c), std::vector<int>{4});
        c = {};
        c.steps[1] = {1, std::nullopt, false};
        QCOMPARE(fitting(*list, c).size(), std::size_t{45});
        c = {};
        c.search = QStringLiteral("speaker clip");
        QCOMPARE(fitting(*list, c), std::vector<int>{9});
        c.only =
            std::make_shared<const std::vector<std::string>>(std::vector<std::string>{"clip_9", "clip_10", "nobody"});
        QCOMPARE(fitting(*list, c), std::vector<int>{9});
        c.search.clear();
        QCOMPARE(fitting(*list, c), (std::vector<int>{9, 10}));
    }

    void fieldsNarrowByTyping() {
        ClipTable table;
        table.resize(700, 600);
        table.show();
        table.setClips(someClips(60), {});
        QSignalSpy changed(&table, &ClipTable::criteriaChanged);
        table.setFiltersShown(true);
        auto* label = table.findChild<RangeField*>(QStringLiteral("filterLabel"));
        QVERIFY(label && label->isVisible());
        QTest::keyClicks(label->lowField(), QStringLiteral("2"));
        QCOMPARE(table.criteria().label.low, std::optional(2.0));
        QTest::keyClicks(label->highField(), QStringLiteral("<3"));
        QVERIFY(table.criteria().label.below);
        const int twos = table.visibleCount();
        QVERIFY(twos > 0 && twos < 60);
        QTest::keyClick(label->highField(), Qt::Key_Backspace);
        QTest::keyClicks(label->highField(), QStringLiteral("x"));  // no number: as if nothing were typed
        QVERIFY(!table.criteria().label.high);
        QVERIFY(table.visibleCount() >= twos);
        QVERIFY(changed.count() >= 3);
        QCOMPARE(table.findChild<QLabel*>(QStringLiteral("clipCount"))->text(),
                 QStringLiteral("%1 of 60 clips").arg(table.visibleCount()));
        table.findChild<QToolButton*>(QStringLiteral("clipReset"))->click();
        QCOMPARE(table.visibleCount(), 60);
        QVERIFY(label->lowField()->text().isEmpty());
        QCOMPARE(table.findChild<QLabel*>(QStringLiteral("clipCount"))->text(), QStringLiteral("60 clips"));
    }

    void keysOfTheSearch() {
        ClipTable table;
        table.resize(700, 600);
        table.show();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        table.setClips(someClips(60), {});
        QTest::keyClick(table.view(), Qt::Key_F, Qt::ControlModifier);
        auto* search = table.findChild<QLineEdit*>(QStringLiteral("clipSearch"));
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClicks(search, QStringLiteral("clip_59"));
        QCOMPARE(table.visibleCount(), 1);
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(table.visibleCount(), 60);
        QVERIFY(search->hasFocus());
        QTest::keyClick(search, Qt::Key_Escape);
        QTRY_VERIFY(table.view()->hasFocus());
        QTest::keyClicks(search, QStringLiteral("zzz"));
        QCOMPARE(table.visibleCount(), 0);
        QTest::keyClick(search, Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(table.visibleCount(), 60);
    }

    void chosenClipOutlivesFilters() {
        ClipTable table;
        table.setClips(someClips(30), {});
        QSignalSpy chosen(&table, &ClipTable::clipChosen);
        QVERIFY(table.choose(QStringLiteral("clip_4")));
        QCOMPARE(chosen.count(), 1);
        table.setSplit(1);  // clip_4 is of another split
        QCOMPARE(table.chosen(), QStringLiteral("clip_4"));
        QVERIFY(!table.view()->currentIndex().isValid());
        table.reset();
        QCOMPARE(table.model()->position(table.view()->currentIndex().row()), 4);
        QCOMPARE(chosen.count(), 1);
        table.setSplit(1);
        table.mark(5);  // as when a set is shown again: nothing is lifted, nothing is told
        QCOMPARE(table.visibleCount(), 10);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(table.chosen(), QStringLiteral("clip_5"));
    }

    void everyColumnSorts() {
        ClipTable table;
        auto clips = someClips(30);
        clips[7].label.clear();
        table.setClips(clips, {});
        for (int c = 0; c < static_cast<int>(ClipColumn::count); ++c) {
            table.view()->sortByColumn(c, Qt::AscendingOrder);
            QCOMPARE(table.visibleCount(), 30);
        }
        table.view()->sortByColumn(static_cast<int>(ClipColumn::duration), Qt::AscendingOrder);
        for (int r = 1; r < 30; ++r)
            QVERIFY(clips[static_cast<std::size_t>(table.model()->position(r - 1))].duration <=
                    clips[static_cast<std::size_t>(table.model()->position(r))].duration);
        table.view()->sortByColumn(static_cast<int>(ClipColumn::label), Qt::AscendingOrder);
        QCOMPARE(table.model()->position(29), 7);  // clips without a label come last
    }

    void choosingTellsTheSetsIndex() {
        ClipTable table;
        table.resize(700, 400);
        table.setClips(someClips(40), {});
        QSignalSpy chosen(&table, &ClipTable::clipChosen), activated(&table, &ClipTable::clipActivated);
        table.view()->sortByColumn(static_cast<int>(ClipColumn::id), Qt::DescendingOrder);
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

    void thousandsAreListed() {
        ClipTable table;
        table.resize(700, 400);
        QElapsedTimer clock;
        clock.start();
        table.setClips(someClips(23000), {});
        table.grab();
        table.setSearch(QStringLiteral("clip_999"));
        table.grab();
        std::printf("23,000 clips listed, searched and painted twice: %lld ms\n",
                    static_cast<long long>(clock.elapsed()));
        QCOMPARE(table.visibleCount(), 11);
    }
};

QTEST_MAIN(TestClipTable)
#include "test_clip_table.moc"
