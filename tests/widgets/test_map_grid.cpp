// Small maps and the figure, by mouse and by key: which layer, head, word and moment they reach.
#include <QSignalSpy>

#include <cmath>

#include "strict.h"
#include "widgets/color_scale.h"
#include "widgets/figure_view.h"
#include "widgets/map_grid.h"
#include "widgets/palette.h"

using namespace mica;

namespace {

constexpr int kLayers = 3, kHeads = 4, kRows = 5, kColumns = 10;

// layer l, head h: all of each row's weight at column l * heads + h (mod columns)
std::vector<std::shared_ptr<const AttentionMap>> madeMaps() {
    std::vector<std::shared_ptr<const AttentionMap>> maps;
    for (int layer = 0; layer < kLayers; ++layer) {
        auto map = std::make_shared<AttentionMap>();
        map->pair = {Modality::vision, Modality::text};
        map->layer = layer;
        map->heads = kHeads;
        map->rows = kRows;
        map->columns = kColumns;
        for (int h = 0; h < kHeads; ++h)
            for (int r = 0; r < kRows; ++r)
                for (int c = 0; c < kColumns; ++c)
                    map->weight.push_back(c == (layer * kHeads + h) % kColumns ? 1.0F : 0.0F);
        maps.push_back(map);
    }
    return maps;
}

struct Fixture {
    TimeView view;
    MapGrid grid{&view};
    MapAxis source, target;
    Fixture() {
        view.reset(2, 0.2);
        view.setPosition(2);
        source.modality = Modality::vision;
        for (int i = 0; i < kColumns; ++i) source.times.push_back({i * 0.2, (i + 1) * 0.2});
        target.modality = Modality::text;
        for (int i = 0; i < kRows; ++i) target.labels.push_back(QStringLiteral("w%1").arg(i));
        grid.resize(700, 320);
    }
    bool show() {
        QSignalSpy drawn(&grid, &MapGrid::drawn);
        grid.setMaps(madeMaps(), source, target);
        return drawn.wait(5000);
    }
};

AttentionFigure madeFigure() {
    AttentionFigure figure;
    for (int i = 0; i < 4; ++i) figure.targets.push_back({i + 2, QStringLiteral("word%1").arg(i), {}, i == 1});
    for (int i = 0; i < 3; ++i) figure.sources.push_back({10 * i, 0.5 * i, QStringLiteral("%1 s").arg(0.5 * i), {}});
    figure.lines = {{0, 0, 0.2F, false}, {1, 2, 0.7F, true}};
    return figure;
}

}  // namespace

class TestMapGrid : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { strict::begin(); }
    void cleanup() { strict::end(); }

    void eachSmallMapIsItsOwnMatrix() {
        Fixture f;
        QVERIFY(f.show());
        const QRgb strong = colourTable(MapColours::blue_yellow, isDark(f.grid.palette()))[255];
        for (int layer = 0; layer < kLayers; ++layer)
            for (int head = 0; head < kHeads; ++head) {
                const QImage& image = f.grid.image(layer, head);
                QVERIFY(!image.isNull());
                const int column = (layer * kHeads + head) % kColumns;
                for (int c = 0; c < kColumns; ++c) {
                    const int x = static_cast<int>((c + 0.5) * image.width() / kColumns);
                    QCOMPARE(image.pixel(x, image.height() / 2) == strong, c == column);
                }
            }
    }
    void smallDifferencesAreOfTheirOwnLayerAndHead() {
        Fixture f;
        QVERIFY(f.show());
        auto less = madeMaps();
        auto other = std::make_shared<AttentionMap>(*less[1]);
        for (std::size_t i = 0; i < static_cast<std::size_t>(kRows * kColumns); ++i) other->weight[i] = 0.5F;
        less[1] = other;  // only head 1 of layer 2 differs
        QSignalSpy drawn(&f.grid, &MapGrid::drawn);
        f.grid.setMaps(madeMaps(), f.source, f.target, less);
        QVERIFY(f.grid.isDifference());
        QVERIFY(drawn.wait(5000));
        const ColourTable table = divergingTable(isDark(f.grid.palette()));
        const auto pixel = [&](int layer, int head, int column) {
            const QImage& image = f.grid.image(layer, head);
            return image.pixel((2 * column + 1) * image.width() / (2 * kColumns), image.height() / 2);
        };
        for (int c = 0; c < kColumns; ++c) QCOMPARE(pixel(0, 1, c), table[128]);
        QCOMPARE(pixel(1, 0, kHeads % kColumns), table[254]);  // 1 less 0.5: more in the first
        QCOMPARE(pixel(1, 0, 0), table[1]);                    // 0 less 0.5: less
        f.grid.grab();
        // maps of other steps are not subtracted
        less[2] = nullptr;
        f.grid.setMaps(madeMaps(), f.source, f.target, less);
        QCOMPARE(f.grid.layers(), 2);
    }
    void aClickChooses() {
        Fixture f;
        QVERIFY(f.show());
        QSignalSpy chosen(&f.grid, &MapGrid::chosen);
        QTest::mouseClick(&f.grid, Qt::LeftButton, Qt::NoModifier, f.grid.tile(2, 1).center().toPoint());
        QCOMPARE(chosen.takeFirst(), (QVariantList{2, 1}));
        QTest::mouseClick(&f.grid, Qt::LeftButton, Qt::NoModifier, f.grid.tile(0, -1).center().toPoint());
        QCOMPARE(chosen.takeFirst(), (QVariantList{0, -1}));
        QTest::mouseClick(&f.grid, Qt::LeftButton, Qt::NoModifier, QPoint(2, 2));  // the names choose nothing
        QVERIFY(chosen.isEmpty());
    }
    void keysChoose() {
        Fixture f;
        QVERIFY(f.show());
        f.grid.setChosen(0, 0);
        QSignalSpy chosen(&f.grid, &MapGrid::chosen);
        for (const auto key : {Qt::Key_Down, Qt::Key_Right, Qt::Key_Right, Qt::Key_Return})
            QTest::keyClick(&f.grid, key);
        QCOMPARE(chosen.takeFirst(), (QVariantList{1, 2}));
        for (int i = 0; i < 9; ++i) QTest::keyClick(&f.grid, Qt::Key_Right);  // stays at the mean
        QTest::keyClick(&f.grid, Qt::Key_Return);
        QCOMPARE(chosen.takeFirst(), (QVariantList{1, -1}));
    }
    void foreignSizesAreLeftOut() {
        Fixture f;
        auto maps = madeMaps();
        auto odd = std::make_shared<AttentionMap>(*maps[1]);
        odd->columns = 9;  // disagrees with its own weights
        maps[1] = odd;
        maps.push_back(nullptr);
        f.grid.setMaps(maps, f.source, f.target);
        QCOMPARE(f.grid.layers(), 2);
        f.grid.clear();
        QCOMPARE(f.grid.layers(), 0);
        QVERIFY(!f.grid.grab().isNull());
    }
    void figurePointsAtWordsAndMoments() {
        FigureView view;
        view.resize(800, 300);
        view.setFigures({madeFigure()});
        QVERIFY(!view.grab().isNull());
        QSignalSpy hovered(&view, &FigureView::targetHovered), clicked(&view, &FigureView::targetClicked),
            source(&view, &FigureView::sourceClicked);
        strict::moveTo(&view, view.targetBox(0, 2).center());
        QCOMPARE(hovered.takeFirst(), QVariantList{4});
        strict::moveTo(&view, QPointF(1, 1));
        QCOMPARE(hovered.takeFirst(), QVariantList{-1});
        QTest::mouseClick(&view, Qt::LeftButton, Qt::NoModifier, view.targetBox(0, 3).center().toPoint());
        QCOMPARE(clicked.takeFirst(), QVariantList{5});
        QTest::keyClick(&view, Qt::Key_Down);  // from the lit one, word 1
        QCOMPARE(clicked.takeFirst(), QVariantList{4});
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(clicked.takeFirst(), QVariantList{2});
        QTest::mouseClick(&view, Qt::LeftButton, Qt::NoModifier, view.sourceBox(0, 1).center().toPoint());
        QCOMPARE(source.takeFirst(), (QVariantList{10, 0.5}));
    }
    void figureDrawsItsLines() {
        FigureView view;
        view.resize(800, 300);
        AttentionFigure figure = madeFigure();
        view.setFigures({figure});
        const QImage with = view.grab().toImage();
        const QPointF from = view.targetBox(0, 1).center(), to = view.sourceBox(0, 2).center();
        figure.lines.clear();
        view.setFigures({figure});
        const QImage without = view.grab().toImage();
        // somewhere between word and picture the strong line is seen, and only with it
        const double top = view.targetBox(0, 1).bottom(), bottom = view.sourceBox(0, 2).top();
        const QPoint middle(static_cast<int>((from.x() + to.x()) / 2), static_cast<int>((top + bottom) / 2));
        bool seen = false;
        for (int x = middle.x() - 12; x <= middle.x() + 12; ++x)
            seen = seen || with.pixel(x, middle.y()) != without.pixel(x, middle.y());
        QVERIFY(seen);
    }
};

QTEST_MAIN(TestMapGrid)
#include "test_map_grid.moc"
