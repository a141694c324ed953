// What a map is painted from: the cells that hold a row's mass, differences, codes, small maps, and the figure.
#include <cmath>
#include <random>

#include "strict.h"
#include "widgets/attention_figure.h"
#include "widgets/map_codes.h"
#include "widgets/map_difference.h"
#include "widgets/map_grid_geometry.h"
#include "widgets/map_mass.h"
#include "widgets/map_picture.h"
#include "widgets/map_thumbnail.h"

using namespace mica;

namespace {

AttentionMap made(int heads, int rows, int columns, std::vector<float> weight) {
    AttentionMap map;
    map.heads = heads;
    map.rows = rows;
    map.columns = columns;
    map.weight = std::move(weight);
    return map;
}

// rows of softmax-like weights
AttentionMap drawn(unsigned seed, int rows, int columns) {
    std::mt19937 engine(seed);
    std::vector<float> weight;
    for (int r = 0; r < rows; ++r) {
        std::vector<float> row;
        float sum = 0;
        for (int c = 0; c < columns; ++c) {
            row.push_back(std::exp(static_cast<float>(engine() % 1000) / 200.0F));
            sum += row.back();
        }
        for (const float w : row) weight.push_back(w / sum);
    }
    return made(1, rows, columns, weight);
}

MapWish wishOf(AttentionMap map) {
    MapWish wish;
    wish.map = std::make_shared<const AttentionMap>(std::move(map));
    return wish;
}

}  // namespace

class TestMapPictures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { strict::begin(); }
    void cleanup() { strict::end(); }

    void theFewestCellsHoldTheMass() {
        const Shades s = shadesOf(made(1, 2, 4, {0.5F, 0.1F, 0.3F, 0.1F, 0.25F, 0.25F, 0.25F, 0.25F}), {0});
        using Cells = std::vector<std::uint8_t>;
        QCOMPARE(cellsHoldingMass(s, 0.5), (Cells{1, 0, 0, 0, 1, 1, 0, 0}));
        QCOMPARE(cellsHoldingMass(s, 0.8), (Cells{1, 0, 1, 0, 1, 1, 1, 1}));
        QCOMPARE(cellsHoldingMass(s, 0.81), (Cells{1, 1, 1, 0, 1, 1, 1, 1}));
        QCOMPARE(cellsHoldingMass(s, 1), (Cells{1, 1, 1, 1, 1, 1, 1, 1}));
    }

    void hiddenCellsHoldNothing() {
        AttentionMap map = made(1, 1, 3, {0.6F, 0.3F, 0.1F});
        map.hidden = {1, 0, 0};
        const std::vector<std::uint8_t> kept = cellsHoldingMass(shadesOf(map, {0}), 0.7);
        QCOMPARE(kept, (std::vector<std::uint8_t>{0, 1, 0}));  // 0.3 of 0.4
    }

    void keptCellsHoldTheShareAndNoneIsSpare() {
        for (unsigned seed = 0; seed < 30; ++seed) {
            const Shades s = shadesOf(drawn(seed, 5, 40), {0});
            for (const double share : {0.1, 0.5, 0.9, 0.99}) {
                const auto kept = cellsHoldingMass(s, share);
                for (std::size_t r = 0; r < 5; ++r) {
                    double sum = 0, held = 0, least = 1;
                    for (std::size_t i = r * 40; i < (r + 1) * 40; ++i) {
                        const auto w = static_cast<double>(s.weight[i]);
                        sum += w;
                        if (kept[i]) held += w, least = std::min(least, w);
                    }
                    QVERIFY(held >= share * sum - 1e-6);
                    QVERIFY(held - least < share * sum);
                }
            }
        }
    }

    void differencesKeepSignAndSize() {
        const AttentionMap a = made(1, 1, 4, {0.7F, 0.1F, 0.1F, 0.1F}), b = made(1, 1, 4, {0.1F, 0.5F, 0.1F, 0.3F});
        const Shades d = differenceOf(a, b, {0, MapScale::linear, MapNormalisation::whole});
        QVERIFY(std::abs(d.weight[0] - 0.6F) < 1e-6F);
        QVERIFY(std::abs(d.weight[1] + 0.4F) < 1e-6F);
        QCOMPARE(differenceSize(d.shade[0]), 126);
        QVERIFY(!differenceIsNegative(d.shade[0]));
        QCOMPARE(differenceSize(d.shade[1]), 84);
        QVERIFY(differenceIsNegative(d.shade[1]));
        QCOMPARE(differenceSize(d.shade[2]), 0);
        QVERIFY(d.shade[2] != 0);
        QVERIFY(std::abs(d.high - 0.6F) < 1e-6F && std::abs(d.low + 0.6F) < 1e-6F);
        // turned round: the same sizes, the other signs
        const Shades e = differenceOf(b, a, {0, MapScale::linear, MapNormalisation::whole});
        for (std::size_t i = 0; i < 4; ++i) QCOMPARE(differenceSize(e.shade[i]), differenceSize(d.shade[i]));
        QVERIFY(differenceIsNegative(e.shade[0]) && !differenceIsNegative(e.shade[1]));
        QCOMPARE(strongestSources(d, 0, 2)[1].column, 1);  // the large loss, before the small ones
        QCOMPARE(differenceOf(a, made(1, 1, 3, {1, 0, 0}), {0}).rows, 0);
    }

    void coloursOfDifferencesTellTheSign() {
        for (const bool dark : {false, true}) {
            const ColourTable table = codeTable(MapKind::difference, false, MapColours::grey, dark, Qt::white);
            const auto code = [](int size, bool negative) { return std::size_t(1 + 2 * size + (negative ? 1 : 0)); };
            QVERIFY(qBlue(table[code(126, true)]) > qRed(table[code(126, true)]));
            QVERIFY(qRed(table[code(126, false)]) > qBlue(table[code(126, false)]));
            QVERIFY(colourDistance(table[code(0, true)], table[code(0, false)]) < 3);
            QVERIFY(colourDistance(table[code(126, false)], table[code(40, false)]) > 10);
        }
    }

    void fadedCellsNeverHideKeptOnes() {
        for (const MapKind kind : {MapKind::weights, MapKind::difference}) {
            Shades s;
            s.rows = 1;
            s.columns = 254;
            for (int i = 1; i < 255; ++i) s.shade.push_back(static_cast<std::uint8_t>(i));
            s.weight.assign(254, 1.0F);
            const auto kept = codesOf(s, std::vector<std::uint8_t>(254, 1), kind);
            const auto faded = codesOf(s, std::vector<std::uint8_t>(254, 0), kind);
            QVERIFY(*std::min_element(kept.begin(), kept.end()) > *std::max_element(faded.begin(), faded.end()));
            QVERIFY(*std::min_element(faded.begin(), faded.end()) >= 1);  // 0 is for hidden cells
            QVERIFY(std::is_sorted(faded.begin(), faded.end()) || kind == MapKind::difference);
            // a kept cell looks nearly as it would without the threshold
            const ColourTable with = codeTable(kind, true, MapColours::blue_yellow, false, Qt::white),
                              without = codeTable(kind, false, MapColours::blue_yellow, false, Qt::white);
            for (std::size_t i = 0; i < 254; ++i)
                QVERIFY2(colourDistance(with[kept[i]], without[s.shade[i]]) < 3, qPrintable(QString::number(i)));
            QCOMPARE(codesOf(s, {}, kind), s.shade);
        }
    }

    void mapsBesideEachOtherShareTheScale() {
        MapWish weak = wishOf(made(1, 2, 2, {0.2F, 0.1F, 0.3F, 0.3F}));
        QCOMPARE(int(pictureOf(weak).code[2]), 255);
        weak.beside = {wishOf(made(1, 2, 2, {0.4F, 0.6F, 0.5F, 0.5F})).map};
        const MapPicture shared = pictureOf(weak);
        QCOMPARE(shared.shades.high, 0.6F);
        QCOMPARE(int(shared.code[2]), 128);
        weak.shading.normalisation = MapNormalisation::row;
        const MapPicture rows = pictureOf(weak);
        QCOMPARE(int(rows.code[0]), 1 + int(std::lround(254 / 3.0)));
        QCOMPARE(int(rows.code[2]), 1 + int(std::lround(254 * 0.6)));
    }

    void thumbnailsLoseNoStrongCell() {
        AttentionMap map = made(1, 500, 500, std::vector<float>(250000, 0.0F));
        map.weight[123 * 500 + 456] = 1;
        ThumbnailStyle style;
        style.pixels = {50, 40};
        style.visible = {0, 10};
        for (int c = 0; c < 500; ++c) style.columns.push_back({c * 0.02, (c + 1) * 0.02});
        style.ground = style.gap = Qt::white;
        const QImage image = thumbnailOf(wishOf(map), style);
        const QRgb strong = colourTable(MapColours::blue_yellow, false)[255];
        QCOMPARE(image.pixel(45, 9), strong);
        int seen = 0;
        for (int y = 0; y < 40; ++y)
            for (int x = 0; x < 50; ++x) seen += image.pixel(x, y) == strong ? 1 : 0;
        QCOMPARE(seen, 1);
    }

    void smallMapsAreFoundWhereTheyLie() {
        const MapGridGeometry g{{700, 300}, {60, 20}, 4, 8};
        for (int layer = 0; layer < 4; ++layer)
            for (int column = 0; column < 9; ++column) {
                const QRectF box = g.tile(layer, column);
                QVERIFY(box.width() > 20 && box.height() > 20);
                QCOMPARE(g.at(box.center()), (MapGridGeometry::Place{layer, column}));
            }
        QCOMPARE(g.at({30, 100}), MapGridGeometry::Place{});
        QVERIFY(g.tile(4, 0).isEmpty() && g.tile(0, 9).isEmpty());
        QCOMPARE((MapGridGeometry{{700, 300}, {60, 20}, 0, 0}.at({300, 100})), MapGridGeometry::Place{});
    }

    void figuresJoinWordsToTheirStrongestFrames() {
        const Shades s = shadesOf(made(1, 3, 5,
                                       {0.1F, 0.6F, 0.1F, 0.1F, 0.1F,  //
                                        0.0F, 0.1F, 0.2F, 0.3F, 0.4F,  //
                                        0.5F, 0.3F, 0.1F, 0.1F, 0.0F}),
                                  {0});
        MapAxis source, target;
        source.modality = Modality::vision;
        for (int i = 0; i < 5; ++i) source.times.push_back({i * 0.5, (i + 1) * 0.5});
        target.labels = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
        target.masked = {0, 1, 0};
        FigureWish wish;
        wish.row = 1;
        wish.strongest = 1;
        const AttentionFigure all = figureOf(s, source, target, wish);
        QCOMPARE(all.targets.size(), std::size_t(3));
        QVERIFY(all.targets[1].lit && !all.targets[0].lit);
        QCOMPARE(all.targets[1].text, QStringLiteral("\u25A2 b"));
        QCOMPARE(all.sources.size(), std::size_t(3));  // frames 0, 1 and 4, by time
        QCOMPARE(all.sources[2].step, 4);
        QCOMPARE(all.sources[2].time, 2.25);
        QCOMPARE(all.lines.back().weight, 0.6F);  // the strongest lies above
        QCOMPARE(all.lines.front().target, 1);
        QCOMPARE(all.lines.front().source, 2);
        wish.only_row = true;
        wish.strongest = 2;
        const AttentionFigure one = figureOf(s, source, target, wish);
        QCOMPARE(one.lines.size(), std::size_t(2));
        QCOMPARE(one.sources.front().step, 3);
        // room for two frames only: those of the lit word stay
        wish.only_row = false;
        wish.most_sources = 2;
        const AttentionFigure narrow = figureOf(s, source, target, wish);
        QCOMPARE(narrow.sources.front().step, 3);
        QCOMPARE(narrow.sources.back().step, 4);
        for (const auto& line : narrow.lines) QVERIFY(line.source >= 0 && line.source < 2);
    }
};

QTEST_MAIN(TestMapPictures)
#include "test_map_pictures.moc"
