// Shades, pooling, outlines, truth and colours of the map, without a window.
#include <cmath>
#include <random>
#include <set>

#include "strict.h"
#include "widgets/color_scale.h"
#include "widgets/map_axis.h"
#include "widgets/map_geometry.h"
#include "widgets/map_raster.h"
#include "widgets/map_shades.h"
#include "widgets/map_truth.h"

using namespace mica;

namespace {

AttentionMap map2x3() {
    AttentionMap map;
    map.heads = 2;
    map.rows = 2;
    map.columns = 3;
    map.weight = {0.5F, 0.25F, 0.25F, 0.1F, 0.1F, 0.8F, 0.0F, 1.0F, 0.0F, 0.3F, 0.3F, 0.4F};
    return map;
}

}  // namespace

class TestMapValues : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { strict::begin(); }
    void cleanup() { strict::end(); }

    void linearShadesFollowTheWeights() {
        const Shades s = shadesOf(map2x3(), {0, MapScale::linear, MapNormalisation::whole});
        QCOMPARE(s.high, 0.8F);
        QCOMPARE(int(s.shade[5]), 255);
        QCOMPARE(int(s.shade[0]), 1 + int(std::lround(254 * 0.5 / 0.8)));
        const Shades row = shadesOf(map2x3(), {0, MapScale::linear, MapNormalisation::row});
        QCOMPARE(int(row.shade[0]), 255);
        QCOMPARE(int(row.shade[5]), 255);
        const Shades mean = shadesOf(map2x3(), {-1, MapScale::linear, MapNormalisation::whole});
        QCOMPARE(mean.weight[1], 0.625F);
    }

    void logarithmicShadesSpanTheirDecades() {
        AttentionMap map;
        map.heads = map.rows = 1;
        map.columns = 5;
        map.weight = {1.0F, 0.1F, 0.01F, 0.001F, 0.0F};
        const Shades s = shadesOf(map, {0, MapScale::logarithmic, MapNormalisation::whole});
        QCOMPARE(int(s.shade[0]), 255);
        QVERIFY(std::abs(int(s.shade[1]) - 170) <= 1);
        QVERIFY(std::abs(int(s.shade[2]) - 86) <= 1);
        QCOMPARE(int(s.shade[3]), 1);
        QCOMPARE(int(s.shade[4]), 1);
        QVERIFY(std::abs(s.low - 0.001F) < 1e-6F);
    }

    void hiddenCellsHaveNoShadeAndDoNotSetTheScale() {
        AttentionMap map = map2x3();
        map.hidden = {0, 0, 0, 0, 0, 1};
        const Shades s = shadesOf(map, {0, MapScale::linear, MapNormalisation::whole});
        QCOMPARE(int(s.shade[5]), 0);
        QCOMPARE(s.high, 0.5F);
        QCOMPARE(strongestSources(s, 1, 5).size(), std::size_t(2));
    }

    void mapsThatDoNotFitGiveNothing() {
        AttentionMap map = map2x3();
        map.weight.pop_back();
        QCOMPARE(shadesOf(map, {}).rows, 0);
        map = map2x3();
        map.hidden = {1};
        QCOMPARE(shadesOf(map, {}).rows, 0);
        QCOMPARE(shadesOf({}, {}).rows, 0);
    }

    void strongestAreOrdered() {
        const Shades s = shadesOf(map2x3(), {0, MapScale::linear, MapNormalisation::whole});
        const auto top = strongestSources(s, 0, 2);
        QCOMPARE(top.size(), std::size_t(2));
        QCOMPARE(top[0].column, 0);
        QCOMPARE(top[1].column, 1);  // of two equal ones the earlier
        QVERIFY(strongestSources(s, 7, 2).empty());
    }

    void everyCellIsInAPixelAndPixelsKnowTheirCell() {
        std::vector<Interval> spans;
        for (int i = 0; i < 1000; ++i) spans.push_back({i * 0.01, (i + 1) * 0.01});
        for (const int pixels : {37, 400, 999, 1000, 1001, 5000}) {
            const auto cells = cellsOfPixels(spans, {0, 10}, pixels);
            std::set<int> seen;
            for (const CellRange& r : cells)
                for (int i = r.first; i < r.last; ++i) seen.insert(i);
            QCOMPARE(seen.size(), spans.size());
        }
        const auto zoomed = cellsOfPixels(spans, {1.0, 1.1}, 100);  // ten cells, ten pixels each
        for (int p = 0; p < 100; ++p) QCOMPARE(zoomed[std::size_t(p)], (CellRange{100 + p / 10, 101 + p / 10}));
    }

    void gapsBetweenWordsStayGaps() {
        const auto cells = cellsOfPixels({{0, 1}, {2, 3}}, {0, 4}, 8);
        QCOMPARE(cells[0], (CellRange{0, 1}));
        QCOMPARE(cells[2].first, cells[2].last);
        QCOMPARE(cells[4], (CellRange{1, 2}));
        QCOMPARE(cells[7].first, cells[7].last);
    }

    // whatever the zoom, a lone strong cell is never lost, and no pixel shows more than its cells hold
    void poolingKeepsTheLargest() {
        std::mt19937_64 random(5);
        const int rows = 173, columns = 311;
        std::vector<std::uint8_t> values(std::size_t(rows) * columns);
        for (auto& v : values) v = std::uint8_t(1 + random() % 200);
        values[std::size_t(77) * columns + 200] = 255;
        std::vector<Interval> spans;
        for (int i = 0; i < columns; ++i) spans.push_back({i * 0.04, (i + 1) * 0.04});
        for (const int w : {20, 100, 311, 640})
            for (const int h : {10, 90, 173, 500}) {
                const auto xs = cellsOfPixels(spans, {0, columns * 0.04}, w);
                const auto ys = cellsOfPixels(rowSpans(rows), {0, double(rows)}, h);
                const auto pooled = pooledMaximum(values, columns, ys, xs, 0);
                QCOMPARE(pooled.size(), std::size_t(w) * std::size_t(h));
                QCOMPARE(int(*std::max_element(pooled.begin(), pooled.end())), 255);
                for (std::size_t i = 0; i < pooled.size(); i += 7) {
                    const CellRange y = ys[i / std::size_t(w)], x = xs[i % std::size_t(w)];
                    int most = 0;
                    for (int r = y.first; r < y.last; ++r)
                        for (int c = x.first; c < x.last; ++c)
                            most = std::max(most, int(values[std::size_t(r * columns + c)]));
                    QCOMPARE(int(pooled[i]), most);
                }
            }
    }

    void outlinesAreTheBorderOfTheOnes() {
        // 5 x 5 with a 3 x 3 block of ones: its border is all but the centre
        std::vector<std::uint8_t> raster(25, 0);
        for (int y = 1; y < 4; ++y)
            for (int x = 1; x < 4; ++x) raster[std::size_t(y * 5 + x)] = 1;
        const auto border = outline(raster, 5, 5, 1);
        for (int y = 0; y < 5; ++y)
            for (int x = 0; x < 5; ++x) {
                const bool ring = x >= 1 && x < 4 && y >= 1 && y < 4 && !(x == 2 && y == 2);
                QCOMPARE(int(border[std::size_t(y * 5 + x)]), ring ? 1 : 0);
            }
        // the raster's own edge is no border: what goes on beyond is not known
        const auto full = outline(std::vector<std::uint8_t>(100, 1), 10, 10, 2);
        QCOMPARE(std::count(full.begin(), full.end(), 1), std::ptrdiff_t(0));
    }

    void truthComesFromTimesOrLinks() {
        const std::vector<Interval> target{{0, 1}, {1, 2}}, source{{0, 0.5}, {0.5, 1}, {1, 1.5}};
        QCOMPARE(truthFromTimes(target, source), (std::vector<std::uint8_t>{1, 1, 0, 0, 0, 1}));
        Link link;
        link.span[index(Modality::text)] = {0, 1};
        link.span[index(Modality::vision)] = {1, 1.5};
        QCOMPARE(truthFromLinks({link}, {Modality::vision, Modality::text}, target, source),
                 (std::vector<std::uint8_t>{0, 0, 1, 0, 0, 0}));
        QCOMPARE(truthFromLinks({link}, {Modality::audio, Modality::text}, target, source),
                 std::vector<std::uint8_t>(6, 0));
    }

    void selectionsOfHeadsAreJoined() {
        AttentionMap map = map2x3();
        map.w = {1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0};
        QCOMPARE(selectionOf(map.w, map, 0), (std::vector<std::uint8_t>{1, 0, 0, 0, 0, 0}));
        QCOMPARE(selectionOf(map.w, map, -1), (std::vector<std::uint8_t>{1, 1, 0, 0, 0, 0}));
        QVERIFY(selectionOf(map.v, map, 0).empty());
    }

    void scalesAreEvenAndMonotone() {
        for (const MapColours colours : {MapColours::blue_yellow, MapColours::grey})
            for (const bool dark : {false, true}) {
                const ColourTable table = colourTable(colours, dark);
                double whole = 0;
                for (std::size_t i = 1; i < 256; ++i) whole += colourDistance(table[i - 1], table[i]);
                for (std::size_t i = 8; i < 256; i += 8) {
                    const double there = lightness(table[i]), before = lightness(table[i - 8]);
                    QVERIFY2(dark ? there > before : there < before, qPrintable(QString::number(i)));
                    double part = 0;  // over eight steps rounding to bytes evens out
                    for (std::size_t j = i - 7; j <= i; ++j) part += colourDistance(table[j - 1], table[j]);
                    QVERIFY2(part > 0.6 * whole * 8 / 255 && part < 1.5 * whole * 8 / 255,
                             qPrintable(QString::number(i)));
                }
                QVERIFY(std::abs(lightness(table[255]) - lightness(table[0])) > 70);
            }
        for (const bool dark : {false, true}) {
            const ColourTable table = divergingTable(dark);
            QVERIFY(colourDistance(table[0], table[255]) > 60);
            QVERIFY(std::abs(lightness(table[0]) - lightness(table[255])) < 3);
        }
    }

    void axesSayWhatTheyKnow() {
        Clip clip;
        clip.words = {{"place", {0.1, 0.4}, false}, {"blue", {0.4, 0.7}, true}};
        clip.streams[0].steps = 2;
        clip.streams[1].steps = 3;
        const MapAxis text = mapAxis(clip, Modality::text);
        QCOMPARE(text.times.size(), std::size_t(2));
        QVERIFY(stepText(text, 1).contains(QStringLiteral("blue")));
        QVERIFY(stepText(text, 1).contains(QStringLiteral("masked")));
        QCOMPARE(stepAtTime(text, 0.5), 1);
        QCOMPARE(stepAtTime(text, 0.9), -1);
        const MapAxis vision = mapAxis(clip, Modality::vision);
        QVERIFY(vision.times.empty());
        QVERIFY(stepText(vision, 2).contains(QStringLiteral("unknown")));
        for (Word& w : clip.words) w.time = {};
        QVERIFY(mapAxis(clip, Modality::text).times.empty());
    }

    void rowsAreClampedAndInverse() {
        QCOMPARE(clampedRows({-2, 3}, 10), (Interval{0, 5}));
        QCOMPARE(clampedRows({4.8, 5.0}, 10).duration(), 1.0);
        QCOMPARE(clampedRows({0, 100}, 10), (Interval{0, 10}));
        QCOMPARE(laneYOfRow({2, 6}, 10, 400, 3), 110.0);
        QCOMPARE(rowOfLaneY({2, 6}, 10, 400, 110), 3.0);
        QCOMPARE(columnAtTime(columnSpans({}, 4, 8), 5), 2);
    }
};

QTEST_MAIN(TestMapValues)
#include "test_map_values.moc"
