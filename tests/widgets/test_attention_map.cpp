// The attention map in a window: pixels of known matrices, and what mouse, wheel and keys reach.
#include <QSignalSpy>
#include <QWheelEvent>

#include <cmath>

#include "strict.h"
#include "widgets/attention_map.h"
#include "widgets/color_scale.h"
#include "widgets/map_marks.h"
#include "widgets/palette.h"
#include "widgets/word_lane.h"

using namespace mica;

namespace {

// four words over two seconds, eight frames of a quarter second; word r looks at frames 2r and 2r + 1
struct Fixture {
    TimeView view;
    AttentionMapView map{&view};
    MapAxis source, target;
    AttentionMap values;

    Fixture() {
        view.reset(2, 0.25);
        source.modality = Modality::vision;
        for (int i = 0; i < 8; ++i) source.times.push_back({i * 0.25, (i + 1) * 0.25});
        target.modality = Modality::text;
        target.labels = {QStringLiteral("it"), QStringLiteral("was"), QStringLiteral("really"), QStringLiteral("good")};
        target.masked = {0, 0, 1, 0};
        for (int i = 0; i < 4; ++i) target.times.push_back({i * 0.5, (i + 1) * 0.5});
        values.pair = {Modality::vision, Modality::text};
        values.heads = 1;
        values.rows = 4;
        values.columns = 8;
        for (int r = 0; r < 4; ++r)
            for (int c = 0; c < 8; ++c) values.weight.push_back(c == 2 * r ? 0.6F : c == 2 * r + 1 ? 0.4F : 0.0F);
        map.resize(900, 400);
        map.setStrongestCount(2);
    }
    bool show() { return map.setMap(values, source, target); }
    QPoint middle(int row, int column) const { return map.cellRect(row, column).center().toPoint(); }
};

}  // namespace

class TestAttentionMap : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<std::vector<StrongSource>>("std::vector<mica::StrongSource>"); }
    void init() { strict::begin(); }
    void cleanup() { strict::end(); }

    void pixelsAreTheMatrix() {
        Fixture f;
        f.map.setStrongestCount(0);
        f.view.setPosition(2);  // the cursor out of the way
        QVERIFY(f.show());
        const QImage image = f.map.grab().toImage();
        const ColourTable table = colourTable(MapColours::blue_yellow, isDark(f.map.palette()));
        for (int r = 0; r < 3; ++r)
            for (int c = 0; c < 8; ++c) {
                // off the middle, so that no number in the cell is hit
                const QRectF cell = f.map.cellRect(r, c);
                const QColor seen = image.pixelColor((cell.topLeft() + QPointF(8, 8)).toPoint());
                const int shade = f.map.shades().shade[std::size_t(r * 8 + c)];
                QCOMPARE(seen.rgb(), table[std::size_t(shade)]);
            }
    }

    void aLoneStrongCellIsSeenInTheOverview() {
        Fixture f;
        const int n = 3000;
        AttentionMap big;
        big.pair = {Modality::audio, Modality::vision};
        big.heads = 1;
        big.rows = big.columns = n;
        big.weight.assign(std::size_t(n) * n, 0.0F);
        big.weight[std::size_t(1234) * n + 2345] = 1;
        MapAxis a, v;
        a.modality = Modality::audio;
        v.modality = Modality::vision;
        f.view.reset(30, 0.01);
        f.view.setPosition(30);
        for (int i = 0; i < n; ++i) a.times.push_back({i * 0.01, (i + 1) * 0.01});
        f.map.setStrongestCount(0);
        QVERIFY(f.map.setMap(big, a, v));
        QVERIFY(f.map.isDrawing());  // too large for the interface thread
        QTRY_VERIFY(f.map.hasMap());
        const QRgb strong = colourTable(MapColours::blue_yellow, isDark(f.map.palette()))[255];
        const QImage image = f.map.grab().toImage();
        const QPoint at = f.map.cellRect(1234, 2345).center().toPoint();
        bool found = false;
        for (int y = at.y() - 1; y <= at.y() + 1; ++y)
            for (int x = at.x() - 1; x <= at.x() + 1; ++x) found = found || image.pixel(x, y) == strong;
        QVERIFY(found);
    }

    void pointingReachesTheCell_data() {
        QTest::addColumn<double>("begin");
        QTest::addColumn<double>("end");
        QTest::addColumn<double>("top");
        QTest::addColumn<double>("bottom");
        QTest::newRow("whole") << 0.0 << 2.0 << 0.0 << 4.0;
        QTest::newRow("zoomed in time") << 0.9 << 1.4 << 0.0 << 4.0;
        QTest::newRow("zoomed in rows") << 0.0 << 2.0 << 1.5 << 3.5;
        QTest::newRow("both") << 0.6 << 1.2 << 1.0 << 2.5;
    }
    void pointingReachesTheCell() {
        QFETCH(double, begin);
        QFETCH(double, end);
        QFETCH(double, top);
        QFETCH(double, bottom);
        Fixture f;
        QVERIFY(f.show());
        f.view.setVisibleRange({begin, end});
        f.map.setVisibleRows({top, bottom});
        int reached = 0;
        for (int r = 0; r < 4; ++r)
            for (int c = 0; c < 8; ++c) {
                const QRectF cell = f.map.cellRect(r, c).intersected(f.map.plotArea());
                if (cell.width() < 4 || cell.height() < 4) continue;
                QSignalSpy hovered(&f.map, &AttentionMapView::cellHovered);
                strict::moveTo(&f.map, QPoint(2, 2));
                strict::moveTo(&f.map, cell.center().toPoint());
                QVERIFY(!hovered.isEmpty());
                QCOMPARE(hovered.last()[0].toInt(), r);
                QCOMPARE(hovered.last()[1].toInt(), c);
                QCOMPARE(hovered.last()[2].toDouble(), f.source.times[std::size_t(c)].middle());
                ++reached;
            }
        QVERIFY(reached >= 4);
    }

    void clickSetsTheTimeAndFreezes() {
        Fixture f;
        QVERIFY(f.show());
        QSignalSpy clicked(&f.map, &AttentionMapView::cellClicked);
        QTest::mouseClick(&f.map, Qt::LeftButton, {}, f.middle(1, 5));
        QCOMPARE(clicked.count(), 1);
        QVERIFY(f.source.times[5].contains(f.view.position()));
        QVERIFY(f.map.isFrozen());
        strict::moveTo(&f.map, f.middle(3, 0));
        QCOMPARE(f.map.litRow(), 1);  // frozen
        QTest::mouseClick(&f.map, Qt::LeftButton, {}, f.middle(1, 5));
        QVERIFY(!f.map.isFrozen());
        QTest::mouseClick(&f.map, Qt::LeftButton, {}, f.middle(2, 2));
        QTest::keyClick(&f.map, Qt::Key_Escape);
        QVERIFY(!f.map.isFrozen());
    }

    void theLitRowIsFoundEveryWay() {
        Fixture f;
        QVERIFY(f.show());
        f.view.setPosition(1.6);  // in the word "good"
        QCOMPARE(f.map.litRow(), 3);
        f.map.setHighlightedRow(1);
        QCOMPARE(f.map.litRow(), 1);
        f.map.setHighlightedRow(-1);
        QCOMPARE(f.map.litRow(), 3);
        QTest::keyClick(&f.map, Qt::Key_Up);
        QCOMPARE(f.map.litRow(), 2);
        QVERIFY(f.map.isFrozen());
        QTest::keyClick(&f.map, Qt::Key_Down);
        QTest::keyClick(&f.map, Qt::Key_Down);
        QCOMPARE(f.map.litRow(), 3);
    }

    void strongestSourcesAreTold() {
        Fixture f;
        QVERIFY(f.show());
        std::vector<StrongSource> told;
        int row = -2;
        connect(&f.map, &AttentionMapView::strongestChanged, this, [&](int r, const std::vector<StrongSource>& s) {
            row = r;
            told = s;
        });
        f.map.setHighlightedRow(2);
        QCOMPARE(row, 2);
        QCOMPARE(told.size(), std::size_t(2));
        QCOMPARE(told[0].column, 4);
        QCOMPARE(told[1].column, 5);
        QCOMPARE(told[0].weight, 0.6F);
        // new weights for the same clip (after an epoch): told again, the row stays
        f.map.freezeRow(2);
        f.map.setHighlightedRow(-1);
        for (float& w : f.values.weight) w = 0.125F;
        f.values.weight[16 + 7] = 0.5F;
        QVERIFY(f.show());
        QCOMPARE(row, 2);
        QCOMPARE(told[0].column, 7);
    }

    void wordsLightRows() {
        Fixture f;
        QVERIFY(f.show());
        WordLane lane(&f.view);
        lane.resize(900, 30);
        std::vector<Word> words;
        for (std::size_t i = 0; i < 4; ++i)
            words.push_back({f.target.labels[i].toStdString(), f.target.times[i], i == 2});
        lane.setWords(words);
        connect(&lane, &WordLane::wordHovered, &f.map, &AttentionMapView::setHighlightedRow);
        connect(&f.map, &AttentionMapView::rowLit, &lane, &WordLane::setHighlighted);
        strict::moveTo(&lane, QPoint(qRound(lane.xOfTime(0.75)), 12));
        QCOMPARE(f.map.litRow(), 1);
        strict::moveTo(&lane, QPoint(3, 12));
        strict::moveTo(&f.map, f.middle(2, 6));
        QCOMPARE(lane.highlighted(), 2);
    }

    void wheelZoomsRowsAboutThePointer() {
        Fixture f;
        QVERIFY(f.show());
        const QPointF at = f.middle(2, 3);
        const double before =
            f.map.visibleRows().begin + f.map.visibleRows().duration() * at.y() / f.map.plotArea().height();
        QWheelEvent event(at, f.map.mapToGlobal(at), {}, {0, 120}, Qt::NoButton,
                          Qt::ControlModifier | Qt::ShiftModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&f.map, &event);
        QVERIFY(std::abs(f.map.visibleRows().duration() - 4 / 1.25) < 1e-9);
        const double after =
            f.map.visibleRows().begin + f.map.visibleRows().duration() * at.y() / f.map.plotArea().height();
        QVERIFY(std::abs(before - after) < 1e-9);
        QCOMPARE(f.view.visibleRange(), (Interval{0, 2}));
    }

    void unknownTimesAreSaidAndNeverInvented() {
        Fixture f;
        f.source.times.clear();
        QVERIFY(f.show());
        f.view.setPosition(0.1);
        QSignalSpy hovered(&f.map, &AttentionMapView::cellHovered);
        strict::moveTo(&f.map, f.middle(3, 6));
        QCOMPARE(hovered.last()[1].toInt(), 6);
        QVERIFY(std::isnan(hovered.last()[2].toDouble()));
        QVERIFY(f.map.cellText(3, 6).contains(QStringLiteral("unknown")));
        QTest::mouseClick(&f.map, Qt::LeftButton, {}, f.middle(3, 6));
        QCOMPARE(f.view.position(), 1.5);  // the word's own begin, not the column's place
    }

    void textAsSourceStandsOnItsWordsSpans() {
        Fixture f;
        AttentionMap turned = f.values;
        turned.pair = {Modality::text, Modality::vision};
        turned.rows = 8;
        turned.columns = 4;
        QVERIFY(f.map.setMap(turned, f.target, f.source));
        f.view.setPosition(0.8);
        QCOMPARE(f.map.litRow(), 3);  // frame 3
        const QRectF cell = f.map.cellRect(0, 2);
        QCOMPARE(f.map.timeOfX(cell.left()), 1.0);
        QCOMPARE(f.map.timeOfX(cell.right()), 1.5);
    }

    void cellsSayWhatTheyJoin() {
        Fixture f;
        f.values.hidden.assign(32, 0);
        f.values.hidden[7] = 1;
        QVERIFY(f.show());
        const QString text = f.map.cellText(2, 4);
        for (const char* part : {"really", "masked", "0.6000", "video step 5", "1.00", "1.25"})
            QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
        QVERIFY(f.map.cellText(0, 7).contains(QStringLiteral("may not see")));
    }

    void mapsOfAnotherClipAreRefused() {
        Fixture f;
        f.source.times.pop_back();
        QVERIFY(!f.show());
        QVERIFY(!f.map.hasMap());
        f.map.grab();
        Fixture g;
        g.values.weight.resize(5);
        QVERIFY(!g.show());
        g.map.setHead(3);
        QTest::mouseClick(&g.map, Qt::LeftButton, {}, QPoint(400, 100));
        QTest::keyClick(&g.map, Qt::Key_Down);
        g.map.grab();
    }

    // W is a line, V dashes over it: where both go the same way both are seen
    void outlinesAreSeenThroughEachOther() {
        Fixture f;
        f.values.w = f.values.v = std::vector<std::uint8_t>(32, 0);
        for (const std::size_t cell : {10, 11, 18, 19}) f.values.w[cell] = f.values.v[cell] = 1;
        QVERIFY(f.show());
        f.view.setPosition(2);
        f.map.setShowSelected(true);
        f.map.setShowPropagated(true);
        const QImage image = f.map.grab().toImage();
        int selected = 0, propagated = 0;
        const int y = qRound(f.map.cellRect(1, 2).top());
        for (int x = qRound(f.map.cellRect(1, 2).left()); x < qRound(f.map.cellRect(1, 3).right()); ++x) {
            selected += image.pixel(x, y) == selectedColour(f.map.palette()).rgb();
            propagated += image.pixel(x, y) == propagatedColour(f.map.palette()).rgb();
        }
        QVERIFY2(selected > 20 && propagated > 20, qPrintable(QStringLiteral("%1 %2").arg(selected).arg(propagated)));
    }

    void theLegendKeepsAllItsKeys() {
        Fixture f;
        f.values.w = f.values.v = std::vector<std::uint8_t>(32, 1);
        f.values.hidden.assign(32, 0);
        f.values.hidden[31] = 1;
        QVERIFY(f.show());
        f.view.setPosition(2);
        f.map.setShowSelected(true);
        f.map.setShowPropagated(true);
        f.map.setTruth(AttentionMapView::Truth::times);
        f.map.setKeptMass(0.5);
        for (const int width : {1400, 800, 640}) {
            f.map.resize(width, 300);
            const QImage image = f.map.grab().toImage();
            for (const QColor& colour :
                 {selectedColour(f.map.palette()), propagatedColour(f.map.palette()), truthColour(f.map.palette())}) {
                int seen = 0;
                for (int y = qRound(f.map.plotArea().bottom()) + 4; y < image.height(); ++y)
                    for (int x = qRound(f.map.plotArea().left()); x < image.width(); ++x)
                        seen += colourDistance(image.pixel(x, y), colour.rgb()) < 12;
                QVERIFY2(seen > 10, qPrintable(QStringLiteral("%1 %2").arg(width).arg(colour.name())));
            }
        }
        const double with = f.map.plotArea().height();
        f.map.setLegendShown(false);
        QCOMPARE(f.map.plotArea().height(), with + f.map.legendRoom());
    }

    // colours are not needed to tell more from less
    void aDifferenceTellsItsSignByShape() {
        Fixture f;
        f.map.setStrongestCount(0);
        f.view.setPosition(2);
        auto less = std::make_shared<AttentionMap>(f.values);
        for (float& w : less->weight) w = 0.1F;
        MapContent content{std::make_shared<const AttentionMap>(f.values), f.source, f.target};
        content.less = less;
        f.map.resize(320, 100);  // cells of some ten pixels hold no number
        f.map.setLegendShown(false);
        QVERIFY(f.map.setContent(content));
        f.map.setNormalisation(MapNormalisation::whole);
        const QImage image = f.map.grab().toImage();
        const auto bars = [&](int row, int column) {  // ink to the right of the middle, and above it
            const QPointF middle = f.map.cellRect(row, column).center();
            const QRgb ground = image.pixel(QPoint(qRound(middle.x()) + 4, qRound(middle.y()) - 4));
            const auto ink = [&](double dx, double dy) {
                int most = 0;
                for (int j = -1; j <= 0; ++j)
                    most =
                        std::max(most, qRound(colourDistance(
                                           image.pixel(QPoint(static_cast<int>(middle.x() + dx + (dx == 0 ? j : 0)),
                                                              static_cast<int>(middle.y() + dy + (dy == 0 ? j : 0)))),
                                           ground)));
                return most > 15;
            };
            return std::pair(ink(2, 0), ink(0, -2));
        };
        QCOMPARE(bars(0, 0), std::pair(true, true));    // +0.5: a plus
        QCOMPARE(bars(1, 3), std::pair(true, true));    // +0.3
        QCOMPARE(bars(0, 6), std::pair(false, false));  // -0.1 of 0.5: too little for a sign
        for (float& w : less->weight) w = 0.4F;
        QVERIFY(f.map.setContent(content));
        const QImage again = f.map.grab().toImage();
        QVERIFY(again != image);
        const QString more = f.map.cellText(0, 0), fewer = f.map.cellText(0, 6);
        QVERIFY2(more.contains(QLatin1String("0.2000 more")), qPrintable(more));
        QVERIFY2(fewer.contains(QLatin1String("0.4000 less")), qPrintable(fewer));
    }

    void theSelectionIsSeenInTheMapToo() {
        Fixture f;
        QVERIFY(f.show());
        f.view.setPosition(2);
        const auto accents = [&](double t) {
            const QImage image = f.map.grab().toImage();
            int seen = 0;
            for (int y = 2; y < qRound(f.map.plotArea().bottom()) - 2; ++y)
                for (int dx = -1; dx <= 1; ++dx)
                    seen += colourDistance(image.pixel(qRound(f.map.xOfTime(t)) + dx, y),
                                           accentColour(f.map.palette()).rgb()) < 25;
            return seen;
        };
        const int before = accents(0.8);
        f.view.setSelection(0.8, 1.3);
        QVERIFY(accents(0.8) > before + 30 && accents(1.3) > 30);
    }

    void everySettingPaints() {
        Fixture f;
        f.values.hidden.assign(32, 0);
        f.values.hidden[31] = 1;
        f.values.w = f.values.v = std::vector<std::uint8_t>(32, 1);
        QVERIFY(f.show());
        for (const auto truth :
             {AttentionMapView::Truth::none, AttentionMapView::Truth::times, AttentionMapView::Truth::links})
            for (const bool on : {false, true}) {
                f.map.setTruth(truth);
                f.map.setShowSelected(on);
                f.map.setShowPropagated(on);
                f.map.setScale(on ? MapScale::logarithmic : MapScale::linear);
                f.map.setNormalisation(on ? MapNormalisation::row : MapNormalisation::whole);
                f.map.setColours(on ? MapColours::grey : MapColours::blue_yellow);
                f.map.setHead(on ? 0 : -1);
                QVERIFY(!f.map.grab().isNull());
            }
    }
};

QTEST_MAIN(TestAttentionMap)
#include "test_attention_map.moc"
