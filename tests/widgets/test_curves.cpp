// Curves: points, smoothing, best values, and the panels of a run in training.
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QSignalSpy>

#include <algorithm>
#include <cmath>
#include <random>

#include "strict.h"
#include "widgets/curve_plot.h"
#include "widgets/curve_spread.h"
#include "widgets/min_max_pyramid.h"
#include "widgets/training_curves.h"

using namespace mica;

class TestCurves : public QObject {
    Q_OBJECT

    // What the pyramid must say, by looking at every value.
    static LowHigh plainly(const std::vector<double>& values, std::size_t first, std::size_t last) {
        LowHigh found;
        for (std::size_t i = first; i < std::min(last, values.size()); ++i) found.add(values[i]);
        return found;
    }
    static StepReport stepOf(int step, int per_epoch, double loss) {
        StepReport r;
        r.step = step;
        r.epoch = (step - 1) / per_epoch + 1;
        r.step_in_epoch = (step - 1) % per_epoch + 1;
        r.steps_per_epoch = per_epoch;
        r.loss = {loss, loss, 0, 0};
        r.seconds = 1;
        return r;
    }
    static EpochReport epochOf(int epoch, double mae) {
        EpochReport r;
        r.epoch = epoch;
        r.valid_metrics = {{"mae", mae, false}};
        return r;
    }
    static bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }
    static std::vector<double> noise(std::size_t n, std::mt19937& random) {
        std::vector<double> values(n);
        for (double& v : values) v = random() % 50 == 0 ? NAN : static_cast<double>(random() % 1000) / 1000;
        return values;
    }

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

    void pyramidSaysWhatTheValuesSay() {
        std::mt19937 random(3);
        for (const std::size_t n : {0, 1, 15, 16, 17, 255, 256, 257, 5000, 70001}) {
            const std::vector<double> values = noise(n, random);
            MinMaxPyramid pyramid;
            for (const double v : values) pyramid.add(v);
            QCOMPARE(pyramid.size(), n);
            for (int i = 0; i < 300; ++i) {
                const std::size_t a = random() % (n + 1), b = random() % (n + 3);
                const LowHigh said = pyramid.over(a, b), is = plainly(values, a, b);
                QVERIFY2(same(said.low, is.low) && same(said.high, is.high),
                         qPrintable(QStringLiteral("%1 values, from %2 to %3").arg(n).arg(a).arg(b)));
            }
        }
    }

    void noSpikeIsLost() {
        std::mt19937 random(5);
        for (const std::size_t n : {40, 3000, 200000}) {
            std::vector<double> x(n), y = noise(n, random);
            double at = 0;
            for (double& v : x) v = at += static_cast<double>(random() % 3);  // some lie on one place
            const std::size_t spike = random() % n, pit = random() % n;
            y[spike] = 1e6;
            y[pit] = -1e6;
            MinMaxPyramid pyramid;
            for (const double v : y) pyramid.add(v);
            for (int i = 0; i < 60; ++i) {
                const double from = static_cast<double>(random() % 1000) / 1000 * x.back();
                const double to = from + (1 + static_cast<double>(random() % 1000)) / 1000 * x.back();
                std::vector<double> edges;
                for (int c = 0; c <= 300; ++c) edges.push_back(from + (to - from) * c / 300);
                const std::vector<CurvePoint> drawn = reduced(x, pyramid, edges);
                QVERIFY(drawn.size() <= 4 * 300 + 4);
                QVERIFY(std::is_sorted(drawn.begin(), drawn.end(), [](auto& a, auto& b) { return a.x < b.x; }));
                // every column holds exactly the lowest and highest of its points
                std::size_t first = 0, d = 0;
                for (std::size_t c = 0; c + 1 < edges.size(); ++c) {
                    while (first < n && x[first] < edges[c]) ++first;
                    std::size_t last = first;
                    while (last < n && x[last] < edges[c + 1]) ++last;
                    LowHigh seen;
                    while (d < drawn.size() && drawn[d].x < edges[c]) ++d;
                    for (; d < drawn.size() && drawn[d].x < edges[c + 1]; ++d) seen.add(drawn[d].y);
                    const LowHigh is = plainly(y, first, last);
                    QVERIFY(same(seen.low, is.low) && same(seen.high, is.high));
                    first = last;
                }
            }
        }
    }

    void aMillionPointsAreDrawnWithTheirSpikes() {
        CurvePlot plot(QStringLiteral("Loss"));
        plot.resize(800, 400);
        plot.show();
        const int a = plot.addSeries(QStringLiteral("total"));
        std::vector<double> x(1000000), y(x.size());
        for (std::size_t i = 0; i < x.size(); ++i) {
            x[i] = static_cast<double>(i + 1);
            y[i] = 1 + 0.1 * std::sin(static_cast<double>(i));
        }
        y[777777] = 50;
        y[123456] = 1e-4;
        plot.setData(a, x, y);
        const auto holds = [&](double value) {
            QTest::qWait(80);
            for (const auto& [at, v] : plot.drawn(a))
                if (v == value) return true;
            return false;
        };
        for (const bool log_x : {false, true})
            for (const bool log_y : {false, true}) {
                plot.setLogX(log_x);
                plot.setLogY(log_y);
                QTRY_VERIFY(holds(50));
                QTRY_VERIFY(holds(1e-4));
                QTRY_VERIFY(plot.drawn(a).size() < 4000);
            }
        plot.setXRange(777000, 778000);
        QTRY_VERIFY(holds(50));
        plot.setXRange(1000, 2000);
        QTRY_VERIFY(!holds(50));
    }

    void logarithmicAxesLeaveOutWhatTheyCannotShow() {
        CurvePlot plot(QStringLiteral("Loss"));
        plot.resize(500, 300);
        plot.show();
        const int a = plot.addSeries(QStringLiteral("total"));
        plot.setData(a, {0, 1, 10, 100}, {-1, 0, 5, 7});
        plot.setLogX(true);
        plot.setLogY(true);
        QTest::qWait(60);
        for (const auto& [x, y] : plot.drawn(a)) QVERIFY(std::isnan(y) || y >= 5);
        QCOMPARE(plot.best(a), 0);  // of what was measured
        QTest::qWait(60);
        plot.grab();
    }

    void curvesOfSeedsHaveMeanAndBand() {
        // the second ends early, the third has a gap
        const CurveSpread s = spread_of({{{1, 2, 3, 4}, {1, 2, 3, 4}}, {{1, 3}, {3, 5}}, {{1, 2, 3}, {5, NAN, 7}}});
        QCOMPARE(s.x, (std::vector<double>{1, 2, 3, 4}));
        QCOMPARE(s.mean, (std::vector<double>{3, 3, 5, 4}));  // at 2: of 2 and of 4, half way from 3 to 5
        QCOMPARE(s.low, (std::vector<double>{1, 2, 3, 4}));
        QCOMPARE(s.high, (std::vector<double>{5, 4, 7, 4}));
        QVERIFY(spread_of({}).x.empty());
        CurvePlot plot(QStringLiteral("MAE"));
        plot.resize(500, 300);
        plot.show();
        const int a = plot.addSeries(QStringLiteral("five seeds"));
        plot.setBand(a, s.x, s.mean, s.low, s.high);
        QCOMPARE(plot.readOut(2), QStringLiteral("x 2: five seeds 3 (2 to 4)"));
        QTest::qWait(60);
        plot.grab();
    }

    void lateComersAreSortedIn() {
        CurvePlot plot(QStringLiteral("Loss"));
        const int a = plot.addSeries(QStringLiteral("total"));
        for (const double x : {1.0, 3.0, 2.0, 5.0, 4.0}) plot.append(a, x, 10 * x);
        QCOMPARE(plot.xs(a), (std::vector<double>{1, 2, 3, 4, 5}));
        QCOMPARE(plot.ys(a), (std::vector<double>{10, 20, 30, 40, 50}));
        QCOMPARE(plot.best(a), 0);
        plot.setData(a, {2, 1, NAN}, {5, 6, 7});
        QCOMPARE(plot.ys(a), (std::vector<double>{6, 5}));
    }

    void keysMoveZoomAndFindMarks() {
        CurvePlot plot(QStringLiteral("Loss"));
        plot.resize(500, 300);
        plot.show();
        const int a = plot.addSeries(QStringLiteral("total"));
        for (int i = 1; i <= 100; ++i) plot.append(a, i, i);
        plot.setMarks({{60, CurveMark::Kind::change, QStringLiteral("alpha 0.5")},
                       {20, CurveMark::Kind::warning, QStringLiteral("something")}});
        QTest::qWait(60);
        QSignalSpy moved(&plot, &CurvePlot::xMoved), all(&plot, &CurvePlot::allShown),
            hovered(&plot, &CurvePlot::xHovered);
        const auto range = [&] { return std::pair{moved.back().at(0).toDouble(), moved.back().at(1).toDouble()}; };
        QTest::keyClick(&plot, Qt::Key_Plus);
        const auto zoomed = range();
        QVERIFY(zoomed.first > 1 && zoomed.second < 100);
        QTest::keyClick(&plot, Qt::Key_Right);
        QVERIFY(range().first > zoomed.first && range().second > zoomed.second);
        QTest::keyClick(&plot, Qt::Key_Left);
        QVERIFY(std::abs(range().first - zoomed.first) < 1e-9);
        QTest::keyClick(&plot, Qt::Key_Minus);
        QTest::keyClick(&plot, Qt::Key_L);
        QVERIFY(plot.logY() && !plot.logX());
        QTest::keyClick(&plot, Qt::Key_L, Qt::ShiftModifier);
        QVERIFY(plot.logX());
        QTest::keyClick(&plot, Qt::Key_Home);
        QCOMPARE(all.count(), 1);
        QTest::qWait(60);
        plot.setLogX(false);
        QTest::keyClick(&plot, Qt::Key_Home);
        QTest::qWait(60);
        const auto* said = plot.findChild<QLabel*>(QStringLiteral("readOut"));
        QTest::keyClick(&plot, Qt::Key_M);
        QCOMPARE(said->text(), QStringLiteral("something"));
        QTest::keyClick(&plot, Qt::Key_M);
        QCOMPARE(said->text(), QStringLiteral("alpha 0.5"));
        QCOMPARE(hovered.back().at(0).toDouble(), 60.0);
        QTest::keyClick(&plot, Qt::Key_M);  // there is none further on
        QCOMPARE(hovered.back().at(0).toDouble(), 60.0);
        QTest::keyClick(&plot, Qt::Key_M, Qt::ShiftModifier);
        QCOMPARE(said->text(), QStringLiteral("something"));
        plot.grab();
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
        layer->setCurrentIndex(layer->findData(1));
        QCOMPARE(curves.aDistance()->seriesCount(), 1);
        QCOMPARE(curves.aDistance()->ys(0), (std::vector<double>{0.5, 0.5, 0.5}));
        layer->setCurrentIndex(layer->findData(-2));  // each layer: means of the pairs
        QCOMPARE(curves.aDistance()->seriesCount(), 2);
        QCOMPARE(curves.aDistance()->ys(0).back(), 1.25);
        curves.grab();
        curves.clear();
        QVERIFY(curves.loss()->xs(0).empty());
        QCOMPARE(curves.metrics()->seriesCount(), 0);
        curves.grab();
    }

    void stepsEpochsAndTimeAreOneAxis() {
        TrainingCurves curves;
        for (int i = 1; i <= 6; ++i) {
            StepReport step = stepOf(i, 3, 1.0 / i);
            step.seconds = 2;
            if (i % 3 == 1) step.gradient_parts = {{"proj1", 0.5}, {"VL", 0.1 * i}};
            curves.addStep(step);
            if (i % 3) continue;
            EpochReport report = epochOf(i / 3, 1.0);
            report.step_seconds = 6;
            report.seconds = 10;
            report.train_metrics = {{"mae", 0.5, false}};
            curves.addEpoch(report);
            if (i == 3) curves.addEvent({3, QStringLiteral("live"), QStringLiteral("alpha 0.5")});
        }
        curves.addEvent({0, QStringLiteral("start"), {}});
        QCOMPARE(curves.loss()->xs(0), (std::vector<double>{1, 2, 3, 4, 5, 6}));
        QCOMPARE(curves.metrics()->xs(0), (std::vector<double>{3, 6}));
        QCOMPARE(curves.metrics()->seriesCount(), 2);  // validation and training
        QCOMPARE(curves.gradients()->seriesCount(), 3);
        QCOMPARE(curves.gradients()->xs(1), (std::vector<double>{1, 4}));
        QCOMPARE(curves.learningRate()->ys(0).size(), std::size_t(6));
        QCOMPARE(curves.loss()->marks().size(), std::size_t(1));
        QVERIFY(curves.loss()->marks()[0].text.contains(QStringLiteral("alpha 0.5")));
        QCOMPARE(curves.loss()->marks()[0].x, 3.0);
        curves.setAxis(CurveAxis::epoch);
        QCOMPARE(curves.loss()->xs(0)[3], 1 + 1.0 / 3);
        QCOMPARE(curves.loss()->marks()[0].x, 1.0);
        QCOMPARE(curves.metrics()->xs(0), (std::vector<double>{1, 2}));
        curves.setAxis(CurveAxis::time);
        QCOMPARE(curves.loss()->xs(0), (std::vector<double>{2, 4, 6, 12, 14, 16}));  // four seconds of validation
        QCOMPARE(curves.metrics()->xs(0), (std::vector<double>{10, 20}));
        curves.grab();
    }

    void aRunFromItsFolderHasTheSameEpochs() {
        RunCurves run;
        for (int i = 1; i <= 7; ++i) {
            StepReport step = stepOf(i, 3, 1);
            step.steps_per_epoch = step.step_in_epoch = 0;  // run.db does not keep them
            run.addStep(step);
            if (i == 2) QVERIFY(std::isnan(run.stepX(1, CurveAxis::epoch)));  // nobody knows yet
            if (i % 3 == 0) run.addEpoch(epochOf(i / 3, 1));
        }
        run.addStep(stepOf(7, 3, 1));  // told twice
        QCOMPARE(run.steps(), std::size_t(7));
        QCOMPARE(run.stepX(1, CurveAxis::epoch), 2.0 / 3);
        QCOMPARE(run.stepX(6, CurveAxis::epoch), 2 + 1.0 / 3);
        QCOMPARE(run.eventX(0, CurveAxis::step), 0.0);
        QCOMPARE(run.eventX(100, CurveAxis::step), 7.0);
    }

    void runsBesideItHaveOneCurveEach() {
        TrainingCurves curves;
        curves.resize(1000, 700);
        curves.setRunName(QStringLiteral("mine"));
        const auto made = [](const QString& name, double loss) {
            auto run = std::make_shared<RunCurves>();
            run->name = name;
            for (int i = 1; i <= 4; ++i) run->addStep(stepOf(i, 4, loss));
            run->addEpoch(epochOf(1, loss));
            run->addEvent({2, QStringLiteral("warning"), QStringLiteral("beware")});
            return run;
        };
        for (int i = 1; i <= 8; ++i) curves.addStep(stepOf(i, 4, 1));
        curves.setCompared({{QStringLiteral("other"), {made(QStringLiteral("other"), 2)}},
                            {QStringLiteral("seeds"), {made(QStringLiteral("s1"), 3), made(QStringLiteral("s2"), 5)}}});
        QCOMPARE(curves.loss()->seriesCount(), 3);
        QCOMPARE(curves.loss()->seriesName(0), QStringLiteral("mine"));
        QCOMPARE(curves.loss()->seriesName(2), QStringLiteral("seeds"));
        QCOMPARE(curves.loss()->ys(2), std::vector<double>(4, 4.0));
        QCOMPARE(curves.loss()->readOut(1), QStringLiteral("step 1: mine 1, other 2, seeds 4 (3 to 5)"));
        QCOMPARE(curves.metrics()->ys(1), std::vector<double>{2});  // the one in front has no epoch yet
        QCOMPARE(curves.loss()->marks().size(), std::size_t(3));
        QVERIFY(curves.loss()->marks()[0].text.startsWith(QStringLiteral("other")));
        curves.addStep(stepOf(9, 4, 1));
        QCOMPARE(curves.loss()->xs(0).back(), 9.0);
        auto* which = curves.loss()->findChild<QComboBox*>(QStringLiteral("curve"));
        which->setCurrentIndex(which->findData(QStringLiteral("L_p")));
        QCOMPARE(curves.loss()->seriesCount(), 3);
        curves.show();
        QTest::qWait(60);
        curves.grab();
        curves.setCompared({});
        QCOMPARE(curves.loss()->seriesCount(), 1);  // the chosen curve stays chosen
        which->setCurrentIndex(0);
        QCOMPARE(curves.loss()->seriesCount(), 5);
    }

    void attentionThatMeansNothingIsSaid() {
        TrainingCurves curves;
        const auto report = [](int epoch, double l_e, double entropy, double norm) {
            EpochReport r = epochOf(epoch, 1);
            r.train.element = l_e;
            LayerHealth h;
            h.pair = kPairs[0];
            h.layer = 1;
            h.entropy = entropy;
            h.query_norm = norm;
            h.key_norm = 2;
            r.health = {h};
            return r;
        };
        curves.addEpoch(report(1, 0.8, 0.97, 2));
        QVERIFY(curves.alarm().isEmpty());
        curves.addEpoch(report(2, 0.75, 0.999, 0.1));  // L_e is as it was: nobody is misled
        QVERIFY(curves.alarm().isEmpty());
        curves.addEpoch(report(3, 0.2, 0.9, 2));
        QVERIFY(curves.alarm().isEmpty());
        curves.addEpoch(report(4, 0.1, 0.999, 2));
        QVERIFY(curves.alarm().contains(QStringLiteral("V>L in layer 2 is uniform (entropy 0.999)")));
        curves.addEpoch(report(5, 0.1, 0.9, 0.2));
        QVERIFY(curves.alarm().contains(QStringLiteral("|q| of V>L in layer 2 fell from 2 to 0.2")));
        curves.clear();
        QVERIFY(curves.alarm().isEmpty());
    }
};

QTEST_MAIN(TestCurves)
#include "test_curves.moc"
