// The shared cursor, zoom and selection, the geometry under it, and what mouse and wheel do to them in a lane.
#include <QSignalSpy>
#include <QWheelEvent>

#include <cmath>
#include <random>

#include "strict.h"
#include "widgets/ruler_lane.h"
#include "widgets/ruler_ticks.h"
#include "widgets/time_geometry.h"
#include "widgets/time_view.h"
#include "widgets/wave_envelope.h"
#include "widgets/wave_lane.h"

using namespace mica;

namespace {

void wheel(QWidget& lane, QPointF at, int notches, Qt::KeyboardModifiers keys = Qt::NoModifier) {
    QWheelEvent event(at, lane.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, keys, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&lane, &event);
}

}  // namespace

class TestTime : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { strict::begin(); }
    void cleanup() { strict::end(); }

    void pixelsAndTimesAreInverse() {
        const TimeScale scale{{1.5, 3.0}, 120, 600};
        QCOMPARE(laneXOfTime(scale, 1.5), 120.0);
        QCOMPARE(laneXOfTime(scale, 3.0), 720.0);
        for (double t = -1; t < 6; t += 0.17) QVERIFY(std::abs(timeOfLaneX(scale, laneXOfTime(scale, t)) - t) < 1e-9);
    }

    void rangesAreClampedWithoutDrifting() {
        QCOMPARE(clampedRange({-1, 1}, 10, 0.1), (Interval{0, 2}));
        QCOMPARE(clampedRange({9, 12}, 10, 0.1), (Interval{7, 10}));
        QCOMPARE(clampedRange({-5, 50}, 10, 0.1), (Interval{0, 10}));
        const Interval small = clampedRange({5, 5.001}, 10, 0.1);
        QVERIFY(std::abs(small.middle() - 5.0005) < 1e-9);
        QVERIFY(std::abs(small.duration() - 0.1) < 1e-9);
    }

    void settersClamp() {
        TimeView view;
        view.reset(4, 0.04);
        view.setPosition(9);
        QCOMPARE(view.position(), 4.0);
        view.setPosition(-1);
        QCOMPARE(view.position(), 0.0);
        view.setPosition(NAN);
        QCOMPARE(view.position(), 0.0);
        view.setSelection(5, -2);
        QCOMPARE(view.selection(), (Interval{0, 4}));
        view.setSelection(3, 1);
        QCOMPARE(view.selection(), (Interval{1, 3}));
        view.setDuration(2);
        QCOMPARE(view.selection(), (Interval{1, 2}));
        QCOMPARE(view.visibleRange(), (Interval{0, 2}));  // all was shown: all is shown
        view.setDuration(-3);
        QCOMPARE(view.duration(), 0.0);
        QVERIFY(!view.hasSelection());
        QVERIFY(view.visibleRange().duration() > 0);
    }

    void anyOperationsKeepTheRangeInside() {
        std::mt19937_64 random(3);
        TimeView view;
        view.reset(7.3, 0.04);
        const auto unit = [&] { return static_cast<double>(random() >> 11) / 9007199254740992.0; };
        for (int i = 0; i < 2000; ++i) {
            switch (random() % 4) {
                case 0:
                    view.zoomAbout(unit() * 9 - 1, std::exp(3 * unit() - 1.5));
                    break;
                case 1:
                    view.scrollBy(20 * unit() - 10);
                    break;
                case 2:
                    view.setPosition(10 * unit() - 1);
                    break;
                default:
                    view.setVisibleRange({9 * unit() - 1, 9 * unit() - 1});
            }
            const Interval r = view.visibleRange();
            QVERIFY(r.begin >= -1e-12 && r.end <= 7.3 + 1e-12);
            QVERIFY(r.duration() >= view.shortestRange() - 1e-12);
        }
    }

    void zoomKeepsTheAnchorInPlace() {
        TimeView view;
        view.reset(10, 0.04);
        view.zoomAbout(4, 2);
        QCOMPARE(view.visibleRange(), (Interval{2, 7}));
        const double share = (3.1 - view.visibleRange().begin) / view.visibleRange().duration();
        for (int i = 0; i < 40; ++i) {
            view.zoomAbout(3.1, 1.3);  // far past the closest zoom
            QVERIFY(std::abs((3.1 - view.visibleRange().begin) / view.visibleRange().duration() - share) < 1e-6);
        }
        QVERIFY(std::abs(view.visibleRange().duration() - view.shortestRange()) < 1e-9);
    }

    void framesStepOnTheirGrid() {
        TimeView view;
        view.reset(1, 0.04);
        for (int i = 1; i <= 24; ++i) {
            view.stepFrames(1);
            QCOMPARE(std::lround(view.position() / 0.04), i);
        }
        view.stepFrames(1);  // the last frame begins at 0.96
        QVERIFY(std::abs(view.position() - 0.96) < 1e-9);
        view.setPosition(0.50);  // inside of frame 12
        view.stepFrames(1);
        QVERIFY(std::abs(view.position() - 0.52) < 1e-9);
        view.setPosition(0.50);
        view.stepFrames(-1);
        QVERIFY(std::abs(view.position() - 0.48) < 1e-9);
    }

    void signalsComeOnlyOnChange() {
        TimeView view;
        view.reset(5, 0.04);
        QSignalSpy moved(&view, &TimeView::positionChanged), ranged(&view, &TimeView::rangeChanged),
            selected(&view, &TimeView::selectionChanged);
        view.setPosition(1);
        view.setPosition(1);
        view.setVisibleRange({1, 2});
        view.setVisibleRange({1, 2});
        view.setSelection(1, 2);
        view.setSelection(2, 1);
        QCOMPARE(moved.count(), 1);
        QCOMPARE(ranged.count(), 1);
        QCOMPARE(selected.count(), 1);
    }

    void followingKeepsTheCursorInSight() {
        TimeView view;
        view.reset(10, 0.04);
        view.setVisibleRange({0, 2});
        view.setPosition(5);
        QVERIFY(view.visibleRange().begin <= 5 && view.visibleRange().end >= 5);
        QVERIFY(std::abs(view.visibleRange().duration() - 2) < 1e-9);
        view.setFollow(TimeView::Follow::off);
        view.setPosition(9);
        QVERIFY(view.visibleRange().end < 9);
    }

    void pagesTurnAndTickersStayCentred() {
        TimeView view;
        view.reset(10, 0.04);
        view.setVisibleRange({1, 3});
        view.setPosition(2.9);
        QCOMPARE(view.visibleRange(), (Interval{1, 3}));
        view.setPosition(3.1);  // the next page, with a little of what was before
        QVERIFY(std::abs(view.visibleRange().begin - 3) < 1e-9 && std::abs(view.visibleRange().end - 5) < 1e-9);
        view.setFollow(TimeView::Follow::centred);
        for (const double t : {1.0, 2.5, 6.3, 9.0}) {
            view.setPosition(t);
            QVERIFY(std::abs(view.visibleRange().middle() - t) < 1e-9);
        }
        view.setPosition(9.9);  // nothing lies behind the clip's end
        QCOMPARE(view.visibleRange().end, 10.0);
        view.setHeld(true);  // a hand on the time line
        const Interval before = view.visibleRange();
        view.setPosition(2);
        QCOMPARE(view.visibleRange(), before);
        view.setHeld(false);
        QVERIFY(view.visibleRange().contains(2));
    }

    void whatRepeats() {
        TimeView view;
        view.reset(10, 0.04);
        QCOMPARE(view.loop(), TimeView::Loop::selection);
        QCOMPARE(view.loopRange().duration(), 0.0);
        view.setSelection(2, 3);
        QCOMPARE(view.loopRange(), (Interval{2, 3}));
        view.setLoop(TimeView::Loop::all);
        QCOMPARE(view.loopRange(), (Interval{0, 10}));
        view.setLoop(TimeView::Loop::off);
        QCOMPARE(view.loopRange().duration(), 0.0);
    }

    void stepsGoFromFrameToFrameHoweverTheyLie() {
        TimeView view;
        view.reset(2, 0.04);
        const std::vector<double> times{0.1, 0.2, 0.21, 0.9, 1.5};
        view.setFrameTimes(times);
        for (const double t : times) {
            view.stepFrames(1);
            QCOMPARE(view.position(), t);
        }
        view.stepFrames(1);
        QCOMPARE(view.position(), 1.5);
        view.setPosition(1.0);  // inside of the fourth
        view.stepFrames(-1);
        QCOMPARE(view.position(), 0.9);
        view.stepFrames(-1);
        QCOMPARE(view.position(), 0.21);
        view.setPosition(0);  // before the first
        view.stepFrames(-1);
        QCOMPARE(view.position(), 0.1);
        view.setPosition(0.5);
        view.stepFrames(2);
        QCOMPARE(view.position(), 1.5);
        view.reset(2, 0.04);  // another clip: the grid again
        view.stepFrames(1);
        QCOMPARE(view.position(), 0.04);
    }

    void ticksAreRound() {
        QCOMPARE(niceStep(0.3), 0.5);
        QCOMPARE(niceStep(1), 1.0);
        QCOMPARE(niceStep(1.01), 2.0);
        QCOMPARE(niceStep(60), 100.0);
        QVERIFY(std::abs(niceStep(0.011) - 0.02) < 1e-12);
        QCOMPARE(timeLabel(0.5, 0.5), QStringLiteral("0.5 s"));
        QCOMPARE(timeLabel(2, 1), QStringLiteral("2 s"));
        QCOMPARE(timeLabel(65.2, 0.1), QStringLiteral("1:05.2"));
        for (double length = 0.05; length < 500; length *= 1.7) {
            int major = 0;
            for (const Tick& tick : ticks({3, 3 + length}, length / 8)) {
                QVERIFY(tick.value >= 3 - 1e-9 && tick.value <= 3 + length + 1e-9);
                major += tick.major ? 1 : 0;
            }
            QVERIFY2(major >= 2 && major <= 9, qPrintable(QString::number(length)));
        }
    }

    void mouseMovesCursorAndSelects() {
        TimeView view;
        view.reset(4, 0.04);
        RulerLane lane(&view);
        lane.resize(700, 30);
        const auto at = [&](double t) { return QPoint(qRound(lane.xOfTime(t)), 10); };
        const double pixel = 1 / pixelsPerSecond(lane.timeScale());
        QTest::mousePress(&lane, Qt::LeftButton, {}, at(1));
        QVERIFY(std::abs(view.position() - 1) <= pixel);
        strict::moveTo(&lane, at(2));
        QVERIFY(std::abs(view.position() - 2) <= pixel);
        QTest::mouseRelease(&lane, Qt::LeftButton, {}, at(2));
        strict::moveTo(&lane, at(3));
        QVERIFY(std::abs(view.position() - 2) <= pixel);                     // released: pointing moves nothing
        QTest::mousePress(&lane, Qt::LeftButton, Qt::ShiftModifier, at(3));  // from the cursor
        QVERIFY(std::abs(view.selection().begin - 2) <= pixel && std::abs(view.selection().end - 3) <= pixel);
        strict::moveTo(&lane, at(1));
        QTest::mouseRelease(&lane, Qt::LeftButton, Qt::ShiftModifier, at(1));
        QVERIFY(std::abs(view.selection().begin - 1) <= pixel && std::abs(view.selection().end - 2) <= pixel);
        QVERIFY(std::abs(view.position() - 2) <= pixel);
        QTest::mouseDClick(&lane, Qt::LeftButton, {}, at(2));
        QVERIFY(!view.hasSelection());
        QTest::mousePress(&lane, Qt::LeftButton, {}, QPoint(5, 10));  // the header is no time
        QVERIFY(std::abs(view.position() - 2) <= pixel);
    }

    void dragsInALaneSelect() {
        TimeView view;
        view.reset(4, 0.04);
        WaveLane lane(&view);
        lane.resize(700, 40);
        const auto at = [&](double t) { return QPoint(qRound(lane.xOfTime(t)), 10); };
        const auto near = [&](double a, double b) { return std::abs(a - b) <= 1 / pixelsPerSecond(lane.timeScale()); };
        QTest::mousePress(&lane, Qt::LeftButton, {}, at(1));
        QVERIFY(near(view.position(), 1));
        strict::moveTo(&lane, at(1) + QPoint(2, 0), Qt::LeftButton);  // a hand that trembles selects nothing
        QVERIFY(!view.hasSelection());
        strict::moveTo(&lane, at(2.5), Qt::LeftButton);
        QVERIFY(near(view.position(), 2.5));  // its frame is on screen
        QVERIFY(near(view.selection().begin, 1) && near(view.selection().end, 2.5));
        strict::moveTo(&lane, at(0.5), Qt::LeftButton);
        QVERIFY(near(view.selection().begin, 0.5) && near(view.selection().end, 1));
        strict::moveTo(&lane, at(3), Qt::LeftButton);
        QTest::mouseRelease(&lane, Qt::LeftButton, {}, at(3));
        QVERIFY(near(view.selection().begin, 1) && near(view.selection().end, 3));
        QVERIFY(near(view.position(), 1));  // where playing begins
        QTest::mouseClick(&lane, Qt::LeftButton, Qt::ShiftModifier, at(3.5));
        QVERIFY(near(view.selection().begin, 1) && near(view.selection().end, 3.5));
        QTest::mouseClick(&lane, Qt::LeftButton, Qt::ShiftModifier, at(1.5));
        QVERIFY(near(view.selection().begin, 1.5) && near(view.selection().end, 3.5));
        QTest::mouseClick(&lane, Qt::LeftButton, {}, at(2));  // a click leaves it
        QVERIFY(view.hasSelection() && near(view.position(), 2));
        QTest::mouseDClick(&lane, Qt::LeftButton, {}, at(2));
        QVERIFY(!view.hasSelection());
        // past the edge the view scrolls along
        view.setVisibleRange({1, 2});
        QTest::mousePress(&lane, Qt::LeftButton, {}, at(1.5));
        strict::moveTo(&lane, QPointF(lane.width() + 60, 10), Qt::LeftButton);
        QVERIFY(view.visibleRange().begin > 1);
        QVERIFY(view.selection().end > 2);
        QTest::mouseRelease(&lane, Qt::LeftButton, {}, QPoint(lane.width() + 60, 10));
    }

    void wheelScrollsAndZoomsAboutThePointer() {
        TimeView view;
        view.reset(4, 0.04);
        RulerLane lane(&view);
        lane.resize(700, 30);
        const QPointF pointer(lane.xOfTime(3), 10);
        wheel(lane, pointer, 1, Qt::ControlModifier);
        QVERIFY(std::abs(view.visibleRange().duration() - 4 / 1.25) < 1e-9);
        QVERIFY(std::abs(lane.timeOfX(pointer.x()) - 3) < 1e-9);
        const double begin = view.visibleRange().begin;
        wheel(lane, pointer, 1);
        QVERIFY(view.visibleRange().begin < begin);
        wheel(lane, pointer, -1, Qt::ControlModifier);
        wheel(lane, pointer, -5, Qt::ControlModifier);
        QCOMPARE(view.visibleRange(), (Interval{0, 4}));
    }

    void envelopeIsExact() {
        std::mt19937_64 random(11);
        std::vector<float> samples(5003);
        for (float& s : samples)
            s = static_cast<float>(static_cast<double>(random() >> 11) / 9007199254740992.0) * 2 - 1;
        const WaveEnvelope envelope(samples);
        for (int i = 0; i < 500; ++i) {
            std::size_t a = random() % 5003, b = random() % 5100;
            if (b < a) std::swap(a, b);
            float low = 0, high = 0;
            for (std::size_t j = a; j < std::min<std::size_t>(b, 5003); ++j) {
                low = j == a ? samples[j] : std::min(low, samples[j]);
                high = j == a ? samples[j] : std::max(high, samples[j]);
            }
            QCOMPARE(envelope.over(a, b).low, low);
            QCOMPARE(envelope.over(a, b).high, high);
        }
        const WaveEnvelope broken({0.5F, NAN, INFINITY});
        QCOMPARE(broken.over(0, 3).high, 0.5F);
        QCOMPARE(WaveEnvelope().over(0, 10).high, 0.0F);
    }
};

QTEST_MAIN(TestTime)
#include "test_time.moc"
