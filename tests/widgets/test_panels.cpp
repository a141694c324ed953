// Panel states, jobs, predictions.
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include "strict.h"
#include "widgets/job_strip.h"
#include "widgets/palette.h"
#include "widgets/prediction_bar.h"
#include "widgets/state_panel.h"

using namespace mica;

class TestPanels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { strict::begin(); }
    void cleanup() { strict::end(); }

    void fourStates() {
        StatePanel panel;
        panel.resize(400, 300);
        auto* content = new QLabel(QStringLiteral("full"));
        panel.setContent(content);
        panel.show();
        QSignalSpy action(&panel, &StatePanel::actionRequested), retry(&panel, &StatePanel::retryRequested);
        panel.showEmpty(QStringLiteral("Open a set"), QStringLiteral("Open..."));
        QCOMPARE(panel.state(), StatePanel::State::empty);
        QTest::mouseClick(panel.findChild<QPushButton*>(QStringLiteral("emptyAction")), Qt::LeftButton);
        QCOMPARE(action.count(), 1);
        panel.showLoading(QStringLiteral("reading"), 5'000'000'000, 10'000'000'000);
        QCOMPARE(panel.findChild<QProgressBar*>()->value(), 500);
        panel.showLoading(QStringLiteral("reading"));
        QCOMPARE(panel.findChild<QProgressBar*>()->maximum(), 0);
        panel.showFailed(QStringLiteral("what"), QStringLiteral("why"), QStringLiteral("do"), QStringLiteral("Again"));
        QTest::mouseClick(panel.findChild<QPushButton*>(QStringLiteral("failedRetry")), Qt::LeftButton);
        QCOMPARE(retry.count(), 1);
        panel.grab();
        panel.showFull();
        QCOMPARE(panel.currentWidget(), content);
    }

    void buttonOnScreenIsTheOneThatAKeyPresses() {
        StatePanel panel;
        panel.setContent(new QLabel(QStringLiteral("full")));
        panel.setStoppable(true);
        panel.setKey(QStringLiteral("Alt+Shift+M"));
        panel.show();
        QVERIFY(!panel.button());
        panel.showEmpty(QStringLiteral("Nothing yet"), QStringLiteral("Measure"));
        QCOMPARE(panel.button()->text(), QStringLiteral("Measure"));
        QVERIFY(panel.button()->toolTip().endsWith(QLatin1String("(Alt+Shift+M)")));
        panel.showLoading(QStringLiteral("measuring"));
        QCOMPARE(panel.button()->objectName(), QStringLiteral("loadingStop"));
        panel.showFailed(QStringLiteral("what"), {}, {}, QStringLiteral("Again"));
        QCOMPARE(panel.button()->text(), QStringLiteral("Again"));
        panel.showFull();
        QVERIFY(!panel.button());
    }

    void aJobMovesNothing() {
        JobStrip strip;
        const int before = strip.sizeHint().height();
        (void)strip.addJob(QStringLiteral("train"), true, true);
        QCOMPARE(strip.sizeHint().height(), before);
    }

    void jobsRunAndEnd() {
        JobStrip strip;
        strip.resize(800, 100);
        QSignalSpy pause(&strip, &JobStrip::pauseRequested), stop(&strip, &JobStrip::stopRequested),
            result(&strip, &JobStrip::resultActivated);
        const int a = strip.addJob(QStringLiteral("train"), true, true),
                  b = strip.addJob(QStringLiteral("import"), false, true);
        QCOMPARE(strip.runningCount(), 2);
        strip.setProgress(a, 1, 4, QStringLiteral("epoch 1/4"), 130);
        auto* button = strip.findChildren<QToolButton*>(QStringLiteral("pauseJob")).first();
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(pause.last()[1].toBool(), true);
        strip.setPaused(a, true);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(pause.last()[1].toBool(), false);
        auto* stopping = strip.findChildren<QToolButton*>(QStringLiteral("stopJob")).last();
        QTest::mouseClick(stopping, Qt::LeftButton);
        QTest::mouseClick(stopping, Qt::LeftButton);  // once is enough
        QCOMPARE(stop.count(), 1);
        QCOMPARE(stop[0][0].toInt(), b);
        strip.finish(b, JobStrip::Outcome::cancelled, QStringLiteral("3 of 9 clips"));
        strip.finish(b, JobStrip::Outcome::failed, QStringLiteral("never"));
        strip.finish(a, JobStrip::Outcome::done, QStringLiteral("MAE 0.7"), true);
        QCOMPARE(strip.runningCount(), 0);
        QTest::mouseClick(strip.findChildren<QPushButton*>(QStringLiteral("jobResult")).first(), Qt::LeftButton);
        QCOMPARE(result.last()[0].toInt(), a);
        strip.grab();
        strip.remove(a);
        strip.remove(b);
        strip.remove(77);
        strip.setProgress(a, 1, 2, {});
        strip.grab();
    }

    void timesLeftAreWords() {
        QCOMPARE(timeLeftText(130), QStringLiteral("2:10 left"));
        QCOMPARE(timeLeftText(3900), QStringLiteral("1 h 05 min left"));
        QVERIFY(timeLeftText(-1).isEmpty());
        QVERIFY(timeLeftText(qQNaN()).isEmpty());
    }

    void predictionsAreSummed() {
        PredictionBar bar;
        bar.resize(400, bar.sizeHint().height());
        bar.grab();
        bar.setTruth({1.8F});
        bar.setPrediction({1.4F});
        for (const char* part : {"+1.80", "+1.40", "0.40"}) QVERIFY(bar.summary().contains(QLatin1String(part)));
        bar.setPrediction({900});  // beyond the axis
        bar.grab();
        Task task;
        task.kind = TaskKind::classification;
        task.classes = {"blue", "green"};
        bar.setTask(task);
        bar.setTruth({0});
        bar.setPrediction({0.3F, 0.7F});
        QVERIFY(bar.summary().contains(QStringLiteral("green (0.70)")));
        QVERIFY(bar.summary().contains(QStringLiteral("wrong")));
        bar.grab();
        bar.setPrediction({0.1F, 0.2F, 0.7F});  // more than there are names
        bar.setTruth({7});
        bar.grab();
        bar.clear();
        bar.grab();
    }

    void severalLabelsAreNamed() {
        PredictionBar bar;
        Task task;
        task.kind = TaskKind::classification;
        task.classes = {"no", "yes"};
        task.parts = {"neutral", "happy", "sad", "angry"};
        bar.setTask(task);
        bar.resize(400, bar.sizeHint().height());
        bar.setTruth({0, 1, 0, 1});
        QVERIFY(bar.summary().contains(QLatin1String("truth happy, angry")));
        bar.setPrediction({0.1F, 0.9F, 0.2F, 0.4F});  // of "yes" of each
        QVERIFY(bar.summary().contains(QLatin1String("prediction happy")));
        QVERIFY(bar.summary().contains(QLatin1String("3 of 4 right")));
        bar.grab();
        bar.setPrediction({0.9F, 0.1F, 0.1F, 0.9F, 0.8F, 0.2F, 0.3F, 0.7F});  // of each class of each part
        QVERIFY(bar.summary().contains(QLatin1String("prediction happy, angry")));
        QVERIFY(bar.summary().contains(QLatin1String("4 of 4 right")));
        bar.grab();
    }
    void coloursAreApartInBothThemes() {
        for (const bool dark : {false, true}) {
            QPalette palette;
            palette.setColor(QPalette::Window, dark ? QColor(40, 40, 40) : QColor(240, 240, 240));
            palette.setColor(QPalette::WindowText, dark ? Qt::white : Qt::black);
            QCOMPARE(isDark(palette), dark);
            QVERIFY(modalityColour(Modality::text, palette) != modalityColour(Modality::audio, palette));
            for (int i = 0; i < 35; ++i)
                for (int j = 0; j < i; ++j) {
                    const QPen a = seriesPen(i, palette), b = seriesPen(j, palette);
                    QVERIFY(a.color() != b.color() || a.dashPattern() != b.dashPattern());
                }
        }
    }
};

QTEST_MAIN(TestPanels)
#include "test_panels.moc"
