// The bench of the window: its figures, its bounds, and that it ends with what it found.
#include "app/workbench/bench_ui.h"
#include "datasets/types/error.h"
#include "tests/app/window_test.h"

using namespace mica;

class TestBenchUi : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

private Q_SLOTS:
    void initTestCase() { toy::use_own_settings(folder_); }
    void figuresAreByNearestRank() {
        BenchRow row{QStringLiteral("made"), {}, 40, {}};
        QCOMPARE(row.percentile(0.5), 0.0);
        QVERIFY(!row.meets());  // nothing was measured
        for (int i = 100; i >= 1; --i) row.times.push_back(i);
        QCOMPARE(row.percentile(0.5), 50.0);
        QCOMPARE(row.percentile(0.99), 99.0);
        QVERIFY(!row.meets());
        row.bound = 99;
        QVERIFY(row.meets());
        row.note = QStringLiteral("2 wrong frames");
        QVERIFY(!row.meets());
    }
    void mapsArePannedAndZoomed() {
        const auto rows = bench_map(40);
        QCOMPARE(rows.size(), std::size_t{3});
        for (const BenchRow& row : rows) QVERIFY(row.times.size() >= 100 && row.percentile(0.5) > 0);
    }
    void curvesAreDrawn() {
        const auto rows = bench_curves(5000);
        QCOMPARE(rows.size(), std::size_t{4});
        for (const BenchRow& row : rows) QVERIFY(row.times.size() >= 100 && row.percentile(0.5) > 0);
    }
    void clicksAreMeasuredOnClipsWithMedia() {
        const auto folder = std::filesystem::path(folder_.path().toStdString());
        const auto set = toy::make_set(folder / "set", 30, 4);
        const BenchRow row = bench_clicks(set, folder / "runs");
        QVERIFY2(row.note.isEmpty(), qPrintable(row.note));
        QVERIFY(row.times.size() >= 3);
        const auto silent = toy::make_set(folder / "without", 10, 0);
        QVERIFY_EXCEPTION_THROWN(bench_clicks(silent, folder / "runs"), Error);
    }
    void changesAreMeasured() {
        const BenchRow row = bench_changes(std::filesystem::path(folder_.path().toStdString()), "sample");
        QVERIFY2(row.note.isEmpty(), qPrintable(row.note));
        QCOMPARE(row.times.size(), std::size_t{60});
        QVERIFY(row.percentile(0.5) > 0 && row.bound == 200);
    }
    void cleanupTestCase() { QVERIFY2(toy::warnings().isEmpty(), qPrintable(toy::warnings().join(QLatin1Char('\n')))); }
};

QTEST_MAIN(TestBenchUi)
#include "test_bench_ui.moc"
