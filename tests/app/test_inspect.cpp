// A clip in the window: the right frame at a time, keys, words and rows tied to each other, broken files told.
#include <QComboBox>
#include <QFile>
#include <QMouseEvent>

#include <cmath>

#include "app/workbench/clip_panel.h"
#include "app/workbench/message_bar.h"
#include "app/workbench/time_lanes.h"
#include "app/workbench/runs_panel.h"
#include "tests/app/window_test.h"
#include "widgets/clip_table.h"
#include "widgets/frame_strip.h"
#include "widgets/state_panel.h"
#include "widgets/transport_bar.h"
#include "widgets/video_view.h"
#include "widgets/wave_lane.h"
#include "widgets/word_lane.h"

using namespace mica;

class TestInspect : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::filesystem::path set_;
    std::unique_ptr<MainWindow> window_;

    ClipPanel* panel() { return window_->clipPanel(); }
    TimeView* time() { return window_->selection()->time(); }
    static int shown_grey(const VideoView* video) {
        QImage image(video->size(), QImage::Format_RGB32);
        const_cast<VideoView*>(video)->render(&image);
        return qGray(image.pixel(image.width() / 2, image.height() / 2));
    }
    // a map of the clip on screen, as a training would send it
    std::shared_ptr<const AttentionSnapshot> snapshot() {
        auto s = std::make_shared<AttentionSnapshot>();
        s->clip = window_->selection()->clipId().toStdString();
        s->epoch = 1;
        AttentionMap map;
        map.pair = {Modality::vision, Modality::text};
        map.heads = 2;
        map.rows = 5;
        map.columns = 30;
        for (int h = 0; h < 2; ++h)
            for (int r = 0; r < 5; ++r)
                for (int c = 0; c < 30; ++c) map.weight.push_back(c == 6 * r + 2 ? 0.42f : 0.02f);
        s->maps.push_back(map);
        s->prediction = {1.5f};
        return s;
    }

private Q_SLOTS:
    void initTestCase() {
        toy::use_own_settings(folder_);
        set_ = toy::make_set(std::filesystem::path(folder_.path().toStdString()) / "set");
        window_ = std::make_unique<MainWindow>(std::filesystem::path(folder_.path().toStdString()) / "runs");
        QVERIFY(toy::open_and_wait(*window_, set_));
    }
    void firstClipIsChosenAndPlayable() {
        QCOMPARE(window_->clipTable()->chosen(), QStringLiteral("clip124"));
        QTRY_VERIFY(panel()->video()->hasFrame());
        QTRY_VERIFY(panel()->lanes()->wave()->hasSound());
        QVERIFY(std::abs(time()->duration() - 2) < 0.1);
        QCOMPARE(panel()->lanes()->words()->words().size(), std::size_t{5});
    }
    void frameOfEachTime() {
        for (const int frame : {0, 1, 7, 30, 49, 12}) {
            time()->setPosition(frame / toy::kFrameRate + 0.01);
            QTRY_COMPARE(panel()->video()->number(), frame);
            QTRY_VERIFY2(
                std::abs(shown_grey(panel()->video()) - toy::grey(frame)) <= 3,
                qPrintable(QStringLiteral("frame %1 shows grey %2").arg(frame).arg(shown_grey(panel()->video()))));
        }
    }
    void keysStepFramesAndWords() {
        panel()->setFocus();
        time()->setPosition(0);
        QTRY_COMPARE(panel()->video()->number(), 0);
        QTest::keyClick(panel()->lanes()->words(), Qt::Key_Right);
        QTRY_COMPARE(panel()->video()->number(), 1);
        QTest::keyClick(panel()->lanes()->words(), Qt::Key_Right);
        QTRY_COMPARE(panel()->video()->number(), 2);
        QTest::keyClick(panel()->lanes()->words(), Qt::Key_Left);
        QTRY_COMPARE(panel()->video()->number(), 1);
        QTest::keyClick(panel()->lanes()->words(), Qt::Key_Right, Qt::ShiftModifier);
        QTRY_COMPARE(time()->position(), 0.4);
        QTRY_COMPARE(panel()->video()->number(), 10);
    }
    void playsAndStopsByKey() {
        time()->setPosition(0.2);
        QTest::keyClick(panel()->lanes()->words(), Qt::Key_Space);
        QVERIFY(panel()->player()->isPlaying());
        QTRY_VERIFY(time()->position() > 0.6);
        QTest::keyClick(panel()->lanes()->words(), Qt::Key_Space);
        QVERIFY(!panel()->player()->isPlaying());
        const int expected = static_cast<int>(std::floor(time()->position() * toy::kFrameRate + 1e-6));
        QTRY_COMPARE(panel()->video()->number(), expected);
        time()->setPosition(1.8);
        panel()->player()->setPlaying(true);
        QTRY_VERIFY_WITH_TIMEOUT(!panel()->player()->isPlaying(), 3000);
        QVERIFY(std::abs(time()->position() - time()->duration()) < 1e-9);
    }
    void loopStaysInTheSelection() {
        time()->setSelection(0.4, 0.8);
        time()->setLoop(TimeView::Loop::selection);
        time()->setPosition(0.5);
        panel()->player()->setPlaying(true);
        bool wrapped = false;
        double before = 0.5;
        for (int i = 0; i < 60; ++i) {
            QTest::qWait(16);
            wrapped = wrapped || time()->position() < before - 0.1;
            before = time()->position();
            QVERIFY(before > 0.39 && before < 0.81);
        }
        QVERIFY(wrapped);
        panel()->player()->setPlaying(false);
        time()->setLoop(TimeView::Loop::off);
        time()->clearSelection();
    }
    void mapTiesWordFrameAndTime() {
        window_->attention()->trainingStarted("/no/run");
        window_->selection()->setRun("/no/run", QStringLiteral("live"));
        window_->attention()->addLive(snapshot());
        QVERIFY(panel()->map()->hasMap());
        time()->setPosition(0);
        AttentionMapView* map = panel()->map();
        // pointing at the cell of word 3 and its strongest frame
        const QPointF cell = map->cellRect(3, 20).center();
        QMouseEvent move(QEvent::MouseMove, cell, map->mapToGlobal(cell), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(map, &move);
        QCOMPARE(panel()->lanes()->words()->highlighted(), 3);
        const int frame = static_cast<int>((20.5 / 15) * toy::kFrameRate);
        QTRY_COMPARE(panel()->video()->number(), frame);
        QCOMPARE(time()->position(), 0.0);
        QCOMPARE(panel()->strip()->frames().front().column, 20);
        QTRY_VERIFY(!panel()->strip()->frames().front().image.isNull());
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(map, &leave);
        // pointing at a word lights its row
        const double x = panel()->lanes()->words()->xOfTime(0.6);
        const QPointF word(x, panel()->lanes()->words()->height() / 2.0);
        QMouseEvent over(QEvent::MouseMove, word, panel()->lanes()->words()->mapToGlobal(word), Qt::NoButton,
                         Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(panel()->lanes()->words(), &over);
        QCOMPARE(map->litRow(), 1);
        // a click goes to the cell's time
        QTest::mouseClick(map, Qt::LeftButton, Qt::NoModifier, map->cellRect(2, 14).center().toPoint());
        QVERIFY(std::abs(time()->position() - 14.0 / 15) < 1.0 / 15);
        map->thaw();
        window_->selection()->setRun({}, {});
        window_->attention()->trainingEnded();
        QVERIFY(!map->hasMap());
    }
    void clipWithoutMediaKeepsItsLanes() {
        QVERIFY(window_->clipTable()->choose(QStringLiteral("clip100")));
        QTRY_COMPARE(window_->selection()->clipId(), QStringLiteral("clip100"));
        QTRY_VERIFY(!panel()->video()->hasFrame());
        QTRY_COMPARE(panel()->states()->state(), StatePanel::State::full);
        QCOMPARE(panel()->lanes()->words()->words().size(), std::size_t{5});
    }
    void truncatedVideoIsTold() {
        const auto video = set_.parent_path() / "clip125.mp4";
        QFile file(QString::fromStdString(video.string()));
        QVERIFY(file.resize(file.size() / 3));
        window_->messages()->clear();
        QVERIFY(window_->clipTable()->choose(QStringLiteral("clip125")));
        QTRY_VERIFY(!window_->messages()->texts().isEmpty());
        QVERIFY2(window_->messages()->texts().join(QLatin1Char(' ')).contains(QLatin1String("clip125.mp4")),
                 qPrintable(window_->messages()->texts().join(QLatin1Char(' '))));
        QVERIFY(window_->clipTable()->choose(QStringLiteral("clip124")));
        QTRY_VERIFY(panel()->video()->hasFrame());
    }
    void foreignSetLeavesTheOpenOne() {
        const auto broken = std::filesystem::path(folder_.path().toStdString()) / "broken.h5";
        QFile file(QString::fromStdString(broken.string()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("this is no set");
        file.close();
        for (const auto& path : {broken, broken.parent_path() / "missing.h5"}) {
            window_->messages()->clear();
            window_->openSet(path);
            QTRY_VERIFY(!window_->messages()->texts().isEmpty());
            QVERIFY(window_->messages()->texts().front().contains(QString::fromStdString(path.filename().string())));
            QCOMPARE(window_->clipTable()->model()->rowCount(), 30);
        }
    }
    void layoutsChooseDocks() {
        for (const auto layout : {MainWindow::Layout::data, MainWindow::Layout::train, MainWindow::Layout::inspect,
                                  MainWindow::Layout::experiments}) {
            window_->setLayoutShown(layout);
            QCOMPARE(window_->layoutShown(), layout);
            QCOMPARE(window_->clipTable()->isVisible(),
                     layout == MainWindow::Layout::data || layout == MainWindow::Layout::inspect);
            QCOMPARE(window_->trainPanel()->isVisible(), layout == MainWindow::Layout::train);
            QCOMPARE(panel()->isVisible(), layout != MainWindow::Layout::experiments);
            QCOMPARE(window_->runsPanel()->isVisible(), layout == MainWindow::Layout::experiments);
        }
    }
    void cleanupTestCase() {
        window_.reset();
        QVERIFY2(toy::warnings().isEmpty(), qPrintable(toy::warnings().join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(TestInspect)
#include "test_inspect.moc"
