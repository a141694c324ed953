// The list of changes, what they do to a prediction, and what the lanes show as hidden.
#include <QSignalSpy>

#include <cmath>

#include "strict.h"
#include "widgets/change_list.h"
#include "widgets/prediction_change.h"
#include "widgets/word_lane.h"

using namespace mica;

class TestChanges : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { strict::begin(); }
    void cleanup() { strict::end(); }

    void rowsAreSwitchedByKeyAndMouse() {
        ChangeList list;
        list.resize(300, 200);
        list.setEmptyText(QStringLiteral("Nothing is changed."));
        list.show();
        list.grab();
        list.setRows(
            {{QStringLiteral("first"), {}, true}, {QStringLiteral("second"), QStringLiteral("no effect"), true}});
        QCOMPARE(list.currentRow(), 1);
        QCOMPARE(list.item(1)->text(), QStringLiteral("second (no effect)"));
        QSignalSpy switched(&list, &ChangeList::switched), removed(&list, &ChangeList::removeWanted);
        QTest::keyClick(&list, Qt::Key_Space);
        QTRY_COMPARE(switched.count(), 1);
        QCOMPARE(switched.front(), (QVariantList{1, false}));
        const QRect row = list.visualItemRect(list.item(0));
        QTest::mouseClick(list.viewport(), Qt::LeftButton, Qt::NoModifier, {row.left() + 8, row.center().y()});
        QTRY_COMPARE(switched.count(), 2);
        QCOMPARE(switched.back(), (QVariantList{0, false}));
        list.setCurrentRow(0);
        QTest::keyClick(&list, Qt::Key_Delete);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(removed.front(), (QVariantList{0}));
        // filling it anew says nothing, and the row stays
        list.setRows({{QStringLiteral("first"), {}, false}, {QStringLiteral("third"), {}, true}});
        QTest::qWait(1);
        QCOMPARE(switched.count(), 2);
        QCOMPARE(list.currentRow(), 0);
        list.setRows({});
        QTest::keyClick(&list, Qt::Key_Delete);
        QCOMPARE(removed.count(), 1);
    }

    void numbersSaySignAndChange() {
        const Task task{TaskKind::regression, "sentiment", -3, 3, {}};
        QString text = predictionChangeText({-0.5F}, {0.25F}, task);
        QVERIFY(text.contains(QLatin1String("+0.75")) && text.contains(QLatin1String("sign turns")));
        text = predictionChangeText({1.0F}, {0.5F}, task);
        QVERIFY(text.contains(QStringLiteral("\u22120.50")) && !text.contains(QLatin1String("sign")));
        QVERIFY(predictionChangeText({1.0F}, {1.0F}, task).contains(QLatin1String("No change")));
        QVERIFY(predictionChangeText({}, {1.0F}, task).isEmpty());
        QVERIFY(predictionChangeText({1.0F, 2.0F}, {1.0F}, task).isEmpty());
        QVERIFY(predictionChangeText({std::nanf("")}, {1.0F}, task).isEmpty());
    }
    void classesSayWhatBecomesOfThem() {
        Task task{TaskKind::classification, "colour", 0, 0, {"blue", "green", "red"}};
        QString text = predictionChangeText({0.7F, 0.2F, 0.1F}, {0.3F, 0.6F, 0.1F}, task);
        QVERIFY2(text.startsWith(QLatin1String("blue becomes green")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("blue \u22120.40")) && text.contains(QLatin1String("green +0.40")));
        QVERIFY(text.contains(QLatin1String("0.40 of 1")));
        text = predictionChangeText({0.7F, 0.2F, 0.1F}, {0.6F, 0.3F, 0.1F}, task);
        QVERIFY(text.startsWith(QLatin1String("Still blue")));
        task.parts = {"happy", "sad"};  // of two classes each, end to end
        task.classes = {"no", "yes"};
        text = predictionChangeText({0.9F, 0.1F, 0.2F, 0.8F}, {0.5F, 0.5F, 0.2F, 0.8F}, task);
        QVERIFY2(text.contains(QLatin1String("happy +0.40")), qPrintable(text));
        QVERIFY(!text.contains(QLatin1String("becomes")));
    }

    void hiddenSpansAreHatchedAndSaid() {
        TimeView time;
        time.reset(4);
        WordLane lane(&time);
        lane.resize(500, 40);
        lane.setWords({{"one", {0, 1}, false}, {"two", {2, 3}, false}});
        const QImage before = lane.grab().toImage();
        lane.setHidden({{{2, 3}, QStringLiteral("hidden")}});
        const QImage after = lane.grab().toImage();
        const auto differs = [&](double from, double to) {
            const double ratio = before.devicePixelRatio();
            for (int x = static_cast<int>(lane.xOfTime(from) * ratio); x < lane.xOfTime(to) * ratio; ++x)
                for (int y = 0; y < before.height(); ++y)
                    if (before.pixel(x, y) != after.pixel(x, y)) return true;
            return false;
        };
        QVERIFY(differs(2.1, 2.9));
        QVERIFY(!differs(0, 1.9) && !differs(3.1, 4));
        QVERIFY(lane.accessibleDescription().contains(QLatin1String("2.00 to 3.00 s: hidden")));
        lane.setHidden({});
        QCOMPARE(lane.grab().toImage(), before);
    }
};

QTEST_MAIN(TestChanges)
#include "test_changes.moc"
