// Curves: points, smoothing, best values, and the panels of a run in training.
#include <QComboBox>
#include <QElapsedTimer>
#include <QSignalSpy>

#include <cmath>

#include "strict.h"
#include "widgets/curve_plot.h"
#include "widgets/training_curves.h"

using namespace mica;

class TestCurves : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { strict::begin(); }
    void cleanup() { strict::end(); }

    void smoothingStartsRightAndCanBeOff() {
        const std::vector<double> constant(20, 3.0);
        for (const double v : smoothed(constant, 0.9)) QVERIFY(std::abs(v - 3) < 1e-12);
        const std::vector<double> some{1, 5, 2, NAN, 4};
        QCOMPARE(smoothed(some, 0)[2], 2.0);
        const auto s = smoothed(some, 0.5);
        QCOMPARE(s[0], 1.0);
        QVERIFY(std::abs(s[1] - (0.25 * 1 + 0.5 * 5) / 0.75) < 1e-12);
        QVERIFY(std::isnan(s[3]));
        QVERIFY(std::isfinite(s[4]));
    }

    void pointsAreKeptAndRead() {
        CurvePlot plot(QStringLiteral("Loss"));
        plot.setAxisLabels(QStringLiteral("step"), QStringLiteral("loss"));
        const int a = plot.addSeries(QStringLiteral("total")), b = plot.series(QStringLiteral("L_p"));
        QCOMPARE(plot.series(QStringLiteral("total")), a);
        for (int i = 0; i < 100; ++i) {
            plot.append(a, i, 10.0 - 0.1 * i);
            plot.append(b, i, i == 40 ? -3 : 1);
        }
        plot.append(7, 1, 1);  // no such series
        plot.append(a, NAN, 1);
        QCOMPARE(plot.xs(a).size(), std::size_t(100));
        QCOMPARE(plot.best(b), 40);
        plot.setBest(b, true, true);
        QCOMPARE(plot.best(b), 0);
        QCOMPARE(plot.readOut(40.3), QStringLiteral("step 40: total 6, L_p -3"));
        plot.setSeriesVisible(b, false);
        QCOMPARE(plot.readOut(40.3), QStringLiteral("step 40: total 6"));
        plot.clearData();
        QVERIFY(plot.xs(a).empty());
        QVERIFY(plot.readOut(1).isEmpty());
        plot.clearSeries();
        QCOMPARE(plot.seriesCount(), 0);
    }

    void oneEpochIsSeen() {
        CurvePlot plot(QStringLiteral("A-distance"));
        plot.resize(500, 300);
        plot.show();
        const auto ink = [&plot] {
            QTest::qWait(60);
            const QImage image = plot.findChild<QWidget*>(QStringLiteral("plot"))->grab().toImage();
            int coloured = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x) coloured += QColor(image.pixel(x, y)).saturation() > 100;
            return coloured;
        };
        const int a = plot.addSeries(QStringLiteral("V>L"));
        QCOMPARE(ink(), 0);
        plot.setData(a, {3}, {0.5});  // no line, but a mark
        QVERIFY(ink() > 8);
    }

    void everyStatePaints() {
        CurvePlot plot(QStringLiteral("Loss"));
        plot.resize(500, 300);
        plot.show();
        plot.grab();
        const int a = plot.addSeries(QStringLiteral("total"));
        plot.append(a, 1, 5);
        QTest::qWait(60);
        plot.append(a, 2, NAN);
        plot.append(a, 3, 0);
        plot.setLogY(true);  // zero cannot be drawn: left out, no warning
        plot.setBest(a, true, false);
        plot.setSmoothing(0.8);
        QTest::qWait(60);
        QVERIFY(plot.logY());
        plot.setLogY(false);
        plot.setSmoothing(5);
        QCOMPARE(plot.smoothing(), 0.99);
        plot.setSmoothing(0);
        QTest::qWait(60);
        plot.grab();
    }

    void appendingIsCheapAndPaintingThrottled() {
        CurvePlot plot(QStringLiteral("Loss"));
        plot.resize(800, 400);
        plot.show();
        const int a = plot.addSeries(QStringLiteral("total"));
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 100000; ++i) plot.append(a, i, std::sin(i * 0.01));
        QVERIFY2(clock.elapsed() < 500, qPrintable(QString::number(clock.elapsed())));
        clock.restart();
        QTest::qWait(50);
        plot.grab();
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    }

    void aRunFillsItsPanels() {
        TrainingCurves curves;
        curves.resize(1000, 700);
        StepReport step;
        step.loss = {1.0, 0.7, 2.0, 4.0};
        step.alpha = 0.1;
        step.beta = 0.025;
        for (int i = 1; i <= 20; ++i) {
            step.step = i;
            curves.addStep(step);
        }
        QCOMPARE(curves.loss()->ys(curves.loss()->series(QStringLiteral("L_p"))).back(), 0.7);
        QCOMPARE(curves.loss()->ys(2).back(), 0.2);
        QCOMPARE(curves.loss()->ys(3).back(), 0.1);
        for (int e = 1; e <= 3; ++e) {
            EpochReport report;
            report.epoch = e;
            report.valid.total = 0.9;
            report.score = 1.0 / e;
            report.valid_metrics = {{"mae", 1.0 - 0.1 * e, false}, {"acc7", 0.1 * e, true}};
            report.a_distance = {
                {kPairs[0], 0, -1, 1.5}, {kPairs[0], 1, -1, 0.5}, {kPairs[0], 0, 0, 2.0}, {kPairs[2], 0, -1, 1.0}};
            LayerHealth health;
            health.pair = kPairs[0];
            health.entropy = 0.8;
            report.health = {health};
            curves.addEpoch(report);
        }
        QCOMPARE(curves.loss()->xs(4).back(), 20.0);
        QCOMPARE(curves.metrics()->ys(0).back(), 0.7);
        QCOMPARE(curves.metrics()->best(0), 2);
        auto* metric = curves.findChild<QComboBox*>(QStringLiteral("metric"));
        QVERIFY(metric);
        metric->setCurrentIndex(metric->findData(QStringLiteral("acc7")));
        QVERIFY(std::abs(curves.metrics()->ys(0).back() - 0.3) < 1e-9);
        QCOMPARE(curves.metrics()->best(0), 2);  // higher is better here
        QCOMPARE(curves.aDistance()->seriesCount(), 2);
        QCOMPARE(curves.aDistance()->ys(0).back(), 1.0);  // mean of the layers, all heads together
        auto* layer = curves.findChild<QComboBox*>(QStringLiteral("layer"));
        layer->setCurrentIndex(2);
        QCOMPARE(curves.aDistance()->seriesCount(), 1);
        QCOMPARE(curves.aDistance()->ys(0), (std::vector<double>{0.5, 0.5, 0.5}));
        curves.grab();
        curves.clear();
        QVERIFY(curves.loss()->xs(0).empty());
        QCOMPARE(curves.metrics()->seriesCount(), 0);
        curves.grab();
    }
};

QTEST_MAIN(TestCurves)
#include "test_curves.moc"
