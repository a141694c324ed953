// Table of blocks, list of clips, scatter, paired histogram, curves with spread, bars: what they say and where a click
// or key leads.
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

#include "strict.h"
#include "widgets/band_plot.h"
#include "widgets/block_table.h"
#include "widgets/effect_bars.h"
#include "widgets/pair_histogram.h"
#include "widgets/scatter_view.h"
#include "widgets/score_list.h"
#include "widgets/state_panel.h"

using namespace mica;

namespace {

constexpr Pair kVisionToText{Modality::vision, Modality::text}, kAudioToText{Modality::audio, Modality::text};

template <class Widget>
void show(Widget& widget, int width = 420, int height = 320) {
    widget.resize(width, height);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
}

std::vector<ScatterPoint> corners(int dimensions) {
    std::vector<ScatterPoint> points;
    for (const float x : {-1.F, 1.F})
        for (const float y : {-1.F, 1.F})
            points.push_back(
                {{x, y, dimensions == 3 ? x * y : 0}, x < 0 ? Modality::text : Modality::audio, x < 0, {}});
    return points;
}

}  // namespace

class TestEvidenceViews : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { strict::begin(); }
    void cleanup() { strict::end(); }
    void tableOfBlocks() {
        BlockTable table;
        QSignalSpy spy(&table, &BlockTable::chosen);
        std::vector<BlockValue> values;
        for (const Pair pair : {kVisionToText, kAudioToText})
            for (const int layer : {0, 1})
                for (const int head : {-1, 0, 1})
                    values.push_back(
                        {pair, layer, head, pair == kAudioToText && head == 1 ? std::nan("") : 0.25 * (head + 2), {}});
        table.setValues(values, 0, 1, 2);
        show(table);
        QCOMPARE(table.rowCount(), 4);
        QCOMPARE(table.columnCount(), 3);
        QCOMPARE(table.item(0, 1)->text(), QStringLiteral("0.50"));
        QCOMPARE(table.item(3, 2)->text(), QStringLiteral("n/a"));
        QVERIFY(table.item(0, 0)->background().color() != table.item(0, 2)->background().color());
        QVERIFY(spy.isEmpty());
        table.setCurrent(kVisionToText, 1, 0);
        QCOMPARE(table.currentRow(), 1);
        QVERIFY(spy.isEmpty());
        QTest::keyClick(&table, Qt::Key_Down);
        QCOMPARE(spy.size(), 1);
        QVERIFY(spy.back()[0].value<Pair>() == kAudioToText);
        QCOMPARE(spy.back()[1].toInt(), 0);
        QCOMPARE(spy.back()[2].toInt(), 0);
        QCOMPARE(table.cellOf(kVisionToText, 5, 0), (std::pair{-1, -1}));
        table.setValues({}, 0, 1, 2);
        QCOMPARE(table.rowCount(), 0);
    }
    void tableTellsChanceBesideItsValues() {
        BlockTable table;
        QSignalSpy spy(&table, &BlockTable::chosen);
        table.setValues({{kVisionToText, 0, -1, 0.4, {}, 0.25}, {kVisionToText, 0, 0, 0.3, {}, 0.25}}, 0, 1, 2);
        show(table);
        QCOMPARE(table.columnCount(), 3);
        QCOMPARE(table.horizontalHeaderItem(2)->text(), QStringLiteral("chance"));
        QCOMPARE(table.item(0, 2)->text(), QStringLiteral("0.25"));
        // it is read, not chosen: neither by mouse nor by key
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualItemRect(table.item(0, 2)).center());
        QVERIFY(spy.isEmpty());
        table.setCurrent(kVisionToText, 0, 0);
        QTest::keyClick(&table, Qt::Key_Right);
        QVERIFY(spy.isEmpty());
        QCOMPARE(table.cellOf(kVisionToText, 0, 0), (std::pair{0, 1}));
    }
    void listOfClipsSortsByNumber() {
        ScoreList list;
        QSignalSpy spy(&list, &ScoreList::clipChosen);
        list.setClips({{7, QStringLiteral("a"), {0.5, 10}},
                       {3, QStringLiteral("b"), {0.25, 9}},
                       {4, QStringLiteral("c"), {std::nan(""), 100}}},
                      {QStringLiteral("x"), QStringLiteral("y")}, {}, 0, Qt::AscendingOrder);
        show(list);
        QCOMPARE(list.order(), (QStringList{QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("c")}));
        list.setFocus();
        QVERIFY(spy.isEmpty());  // focus alone goes nowhere
        QTest::keyClick(&list, Qt::Key_Down);
        QVERIFY(!spy.isEmpty());
        QCOMPARE(spy.back()[0].toInt(), 3);
        list.sortByColumn(2, Qt::DescendingOrder);  // 100, 10, 9: not as text
        QCOMPARE(list.order(), (QStringList{QStringLiteral("c"), QStringLiteral("a"), QStringLiteral("b")}));
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(list.topLevelItem(1)).center());
        QVERIFY(!spy.isEmpty());
        QCOMPARE(spy.back()[0].toInt(), 7);
        QTest::keyClick(&list, Qt::Key_Down);
        QCOMPARE(spy.back()[0].toInt(), 3);
        const auto sent = spy.size();
        list.setCurrentClip(4);
        QCOMPARE(spy.size(), sent);
    }
    void scatterInTwoDimensions() {
        ScatterView view;
        show(view);
        view.setPoints(corners(2), 2, {QStringLiteral("60 %"), QStringLiteral("40 %")});
        QSignalSpy lit(&view, &ScatterView::pointLit), chosen(&view, &ScatterView::pointChosen);
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(view.pointAt(view.placeOf(i)), i);
            QTest::mouseClick(&view, Qt::LeftButton, {}, view.placeOf(i).toPoint());
            QCOMPARE(chosen.back()[0].toInt(), i);
        }
        QCOMPARE(view.pointAt(QRectF(view.rect()).center()), -1);
        // right is right, up is up
        QVERIFY(view.placeOf(2).x() > view.placeOf(0).x());
        QVERIFY(view.placeOf(1).y() < view.placeOf(0).y());
        // the wheel zooms about the pointer
        const QPointF at = view.placeOf(3);
        QWheelEvent wheel(at, view.mapToGlobal(at), {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(&view, &wheel);
        QVERIFY((view.placeOf(3) - at).manhattanLength() < 1);
        QTest::keyClick(&view, Qt::Key_Home);
        QVERIFY((view.placeOf(3) - at).manhattanLength() < 1);
        view.setLit(-1);
        QTest::keyClick(&view, Qt::Key_PageDown);
        QCOMPARE(view.lit(), 0);
        QTest::keyClick(&view, Qt::Key_PageUp);
        QCOMPARE(view.lit(), 3);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(chosen.back()[0].toInt(), 3);
        // a picture that forms keeps the view; another number of points shows all
        QTest::keyClick(&view, Qt::Key_Plus);
        const QPointF zoomed = view.placeOf(0);
        view.setPoints(corners(2), 2, {});
        QVERIFY((view.placeOf(0) - zoomed).manhattanLength() < 1);
        view.setPoints({}, 2, {});
        QCOMPARE(view.lit(), -1);
        view.grab();
    }
    void scatterTurns() {
        ScatterView view;
        show(view);
        view.setPoints(corners(3), 3, {});
        const auto before = view.turn();
        QTest::keyClick(&view, Qt::Key_Right);
        QVERIFY(view.turn()[0] > before[0]);
        for (int i = 0; i < 100; ++i) QTest::keyClick(&view, Qt::Key_Down);
        QVERIFY(view.turn()[1] <= M_PI / 2 + 1e-9);  // never upside down
        // seen from any side every point lies within the view
        for (int turn = 0; turn < 40; ++turn) {
            QTest::keyClick(&view, Qt::Key_Right);
            for (int i = 0; i < 4; ++i) QVERIFY(QRectF(view.rect()).contains(view.placeOf(i)));
        }
        view.grab();
    }
    void pairedHistogram() {
        PairHistogram view;
        show(view);
        std::vector<float> one, other;
        for (int i = 0; i < 1000; ++i)
            one.push_back(static_cast<float>(i % 100)), other.push_back(static_cast<float>(50 + i % 50));
        one.push_back(NAN);
        view.setValues(one, other, QStringLiteral("one"), QStringLiteral("other"), QStringLiteral("|q - k|"));
        QVERIFY(view.bins() >= 8);
        double sum[2] = {0, 0};
        for (int b = 0; b < view.bins(); ++b)
            for (int s = 0; s < 2; ++s) sum[s] += view.share(s, b);
        QVERIFY(std::abs(sum[0] - 1) < 1e-9 && std::abs(sum[1] - 1) < 1e-9);
        QCOMPARE(view.share(1, 0), 0.0);
        QVERIFY(view.share(1, view.bins() - 1) > view.share(0, view.bins() - 1));
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.lit(), view.bins() - 1);
        QVERIFY(view.binText(0).startsWith(QStringLiteral("0 to ")));
        view.grab();
        const std::vector<float> same(20, 3.F);
        view.setValues(same, same, {}, {}, {});
        view.grab();
        view.setValues({}, same, {}, {}, {});
        QCOMPARE(view.bins(), 0);
        view.grab();
    }
    void curvesWithSpread() {
        BandPlot view;
        show(view);
        view.grab();
        view.setSeries({0.1, 0.5, 0.9},
                       {{QStringLiteral("most"), {}, {1, 2, 3}, {0, 1, 2}, {2, 3, 4}},
                        {QStringLiteral("random"), {}, {1, 1, 1}, {}, {}}},
                       QStringLiteral("hidden"), QStringLiteral("change"));
        QCOMPARE(view.readOut(1), QStringLiteral("50 %: most 2.000 (1.000 to 3.000), random 1.000"));
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.lit(), 0);
        QTest::mouseMove(&view, QPoint(view.width() - 20, view.height() / 2));
        QTRY_COMPARE(view.lit(), 2);
        QVERIFY(view.readOut(7).isEmpty());
        view.grab();
    }
    void barsOfStreams() {
        EffectBars view;
        view.setValues({0.5, std::nan(""), -0.25}, QStringLiteral("change"));
        show(view, 300, view.sizeHint().height());
        QVERIFY(view.accessibleDescription().contains(QStringLiteral("Text 0.500")));
        QVERIFY(!view.accessibleDescription().contains(QStringLiteral("Vision")));
        view.grab();
        QVERIFY(std::abs(view.length(Modality::text) - 2 * view.length(Modality::audio)) < 0.5);
        QCOMPARE(view.length(Modality::vision), 0.0);
        // beside another with a value of 1 half of the room is taken
        view.setValues({0.5, std::nan(""), 0.25}, QStringLiteral("change"));
        const double alone = view.length(Modality::text);
        view.setValues({0.5, std::nan(""), 0.25}, QStringLiteral("change"), 1);
        QVERIFY(std::abs(view.length(Modality::text) - alone / 2) < 0.5);
    }
    void loadingCanBeStopped() {
        StatePanel panel;
        panel.setStoppable(true);
        QSignalSpy spy(&panel, &StatePanel::stopRequested);
        show(panel);
        panel.showLoading(QStringLiteral("clips"), 3, 10);
        auto* stop = panel.findChild<QWidget*>(QStringLiteral("loadingStop"));
        QVERIFY(stop && stop->isVisible());
        QTest::mouseClick(stop, Qt::LeftButton);
        QCOMPARE(spy.size(), 1);
    }
};

QTEST_MAIN(TestEvidenceViews)
#include "test_evidence_views.moc"
