// Words, features, the video's letterbox and the transport: what pointing and keys reach.
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QVBoxLayout>

#include <cmath>

#include "strict.h"
#include "widgets/feature_lanes.h"
#include "widgets/frame_strip.h"
#include "widgets/transport_bar.h"
#include "widgets/video_view.h"
#include "widgets/wave_lane.h"
#include "widgets/word_lane.h"

using namespace mica;

namespace {

std::vector<Word> someWords() {
    return {{"place", {0.2, 0.5}, false}, {"blue", {0.5, 0.9}, true}, {"now", {1.4, 1.8}, false}};
}

}  // namespace

class TestLanes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { strict::begin(); }
    void cleanup() { strict::end(); }

    void wordsAreFoundByTime() {
        const auto words = someWords();
        QCOMPARE(wordAtTime(words, 0.5), 1);
        QCOMPARE(wordAtTime(words, 1.0), -1);
        QCOMPARE(nextWordTime(words, 0.5), 1.4);
        QVERIFY(std::isnan(nextWordTime(words, 1.4)));
        QCOMPARE(previousWordTime(words, 1.4), 0.5);
        QVERIFY(std::isnan(previousWordTime(words, 0.2)));
        // begins that are off by what nobody sees are no steps of their own
        const std::vector<Word> imprecise{{"so", {3e-6, 0.5}, false}, {"good", {0.7, 0.9}, false}};
        QCOMPARE(nextWordTime(imprecise, 0), 0.7);
        QCOMPARE(previousWordTime(imprecise, 0.700003), 3e-6);
        QVERIFY(wordLabel(words[1]) != QStringLiteral("blue"));
        QVERIFY(wordLabel(words[1]).contains(QStringLiteral("blue")));
    }

    void wordLaneTellsWhatIsPointedAt() {
        TimeView view;
        view.reset(2, 0.04);
        WordLane lane(&view);
        lane.resize(800, 32);
        lane.setWords(someWords());
        QSignalSpy hovered(&lane, &WordLane::wordHovered), clicked(&lane, &WordLane::wordClicked);
        const auto at = [&](double t) { return QPoint(qRound(lane.xOfTime(t)), 15); };
        strict::moveTo(&lane, at(0.7));
        strict::moveTo(&lane, at(0.75));
        strict::moveTo(&lane, at(1.1));
        QCOMPARE(hovered.count(), 2);
        QCOMPARE(hovered[0][0].toInt(), 1);
        QCOMPARE(hovered[1][0].toInt(), -1);
        view.setVisibleRange({1, 2});
        QTest::mouseClick(&lane, Qt::LeftButton, {}, at(1.6));
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(clicked[0][0].toInt(), 2);
        QVERIFY(std::abs(view.position() - 1.6) < 0.01);
        lane.setHighlighted(99);
        QCOMPARE(lane.highlighted(), -1);
        lane.grab();
        lane.setWords({});
        lane.grab();
    }

    void aMaskedWordLooksDifferent() {
        TimeView view;
        view.reset(1, 0.04);
        WordLane lane(&view);
        lane.resize(600, 32);
        lane.setWords({{"", {0.2, 0.8}, false}});
        const QImage plain = lane.grab().toImage();
        lane.setWords({{"", {0.2, 0.8}, true}});
        QVERIFY(plain != lane.grab().toImage());
    }

    void featuresScaleOverValidStepsOnly() {
        Stream stream;
        stream.steps = 4;
        stream.features = 2;
        stream.values = {1, 10, 2, 20, 900, 30, 3, NAN};
        stream.valid = {1, 1, 0, 1};
        QCOMPARE(featureRange(stream, 0).low, 1.0F);
        QCOMPARE(featureRange(stream, 0).high, 3.0F);
        QCOMPARE(featureRange(stream, 1).high, 20.0F);
        TimeView view;
        view.reset(1, 0.25);
        FeatureLanes lanes(&view, Modality::vision);
        lanes.resize(600, 80);
        lanes.setStream(stream, {QStringLiteral("AU12")});
        QCOMPARE(lanes.featureNames().first(), QStringLiteral("AU12"));
        lanes.setVisibleFeatures({1, 7, -1});
        QCOMPARE(lanes.visibleFeatures(), std::vector<int>{1});
        QSignalSpy stepped(&lanes, &FeatureLanes::stepHovered);
        strict::moveTo(&lanes, {lanes.xOfTime(0.6), 20});
        QCOMPARE(stepped.last()[0].toInt(), 2);  // times unknown: equal parts
        lanes.grab();
        stream.values.pop_back();  // sizes that disagree
        lanes.setStream(stream, {});
        QVERIFY(lanes.visibleFeatures().empty());
        lanes.grab();
    }

    void featuresWithoutNamesSaySo() {
        TimeView view;
        view.reset(2);
        FeatureLanes lanes(&view, Modality::vision);
        Stream stream;
        stream.steps = 2;
        stream.features = 3;
        stream.values = {1, 2, 3, 4, 5, 6};
        lanes.setStream(stream, {});
        QVERIFY(!lanes.hasNames());
        QCOMPARE(lanes.featureNames().at(2), QStringLiteral("feature 3"));
        QVERIFY(lanes.featureText(2).startsWith(QLatin1String("feature 3: the set names none")));
        lanes.setStream(stream, {QStringLiteral("AU12"), QString(), QStringLiteral("F0")});
        QVERIFY(lanes.hasNames());
        QCOMPARE(lanes.featureText(0), QStringLiteral("AU12"));
        QVERIFY(lanes.featureText(1).startsWith(QLatin1String("feature 2")));
    }

    void aFlaggedStepIsHatched() {
        TimeView view;
        view.reset(1, 0.1);
        FeatureLanes lanes(&view, Modality::audio);
        lanes.resize(600, 60);
        Stream stream;
        stream.steps = 10;
        stream.features = 1;
        stream.values.assign(10, 1.0F);
        lanes.setStream(stream, {});
        lanes.setVisibleFeatures({0});
        view.setPosition(1);
        const QImage all = lanes.grab().toImage();
        stream.valid.assign(10, 1);
        stream.valid[5] = 0;
        lanes.setStream(stream, {});
        const QImage flagged = lanes.grab().toImage();
        const auto differs = [&](double from, double to) {
            for (int x = qCeil(lanes.xOfTime(from)); x < lanes.xOfTime(to); ++x)
                for (int y = 0; y < 60; ++y)
                    if (all.pixel(x, y) != flagged.pixel(x, y)) return true;
            return false;
        };
        QVERIFY(differs(0.5, 0.6));
        QVERIFY(!differs(0.1, 0.39));
        QVERIFY(!differs(0.71, 0.9));
    }

    void soundIsPaintedWhereItIs() {
        TimeView view;
        view.reset(2, 0.04);
        view.setPosition(2);
        WaveLane lane(&view);
        lane.resize(800, 60);
        std::vector<float> samples(32000, 0.0F);
        for (std::size_t i = 16000; i < 32000; ++i) samples[i] = i % 2 ? 0.5F : -0.5F;
        lane.setSamples(samples, 16000);
        const QImage image = lane.grab().toImage();
        const auto loud = [&](double t) {
            return image.pixel(qRound(lane.xOfTime(t)), 12) != image.pixel(qRound(lane.xOfTime(0.2)), 12);
        };
        QVERIFY(!loud(0.5));
        QVERIFY(loud(1.5));
        lane.clear();
        QVERIFY(!lane.hasSound());
        lane.grab();
    }

    void picturesKeepTheirShape() {
        QCOMPARE(letterbox({360, 288}, {0, 0, 720, 1000}), QRectF(0, 212, 720, 576));
        QCOMPARE(letterbox({100, 100}, {10, 10, 400, 200}), QRectF(110, 10, 200, 200));
        QVERIFY(letterbox({0, 0}, {0, 0, 10, 10}).isEmpty());
        VideoView video;
        video.resize(400, 200);
        QImage red(100, 100, QImage::Format_RGB32);
        red.fill(Qt::red);
        video.setFrame(red, 0.5, 12);
        const QImage seen = video.grab().toImage();
        QCOMPARE(seen.pixelColor(200, 100), QColor(Qt::red));
        QVERIFY(seen.pixelColor(50, 60) != QColor(Qt::red));
        QSignalSpy clicked(&video, &VideoView::clicked);
        QTest::mouseClick(&video, Qt::LeftButton);
        QCOMPARE(clicked.count(), 1);
        video.setPlaceholder(QStringLiteral("no video"));
        QVERIFY(!video.hasFrame());
        video.grab();
    }

    void theStripLeadsToItsFrames() {
        FrameStrip strip;
        strip.resize(700, 120);
        QImage picture(60, 40, QImage::Format_RGB32);
        picture.fill(Qt::green);
        strip.setFrames(QStringLiteral("blue"), {{picture, QStringLiteral("0.5 s"), 0.4F, 0.5, 12},
                                                 {{}, QStringLiteral("word"), 0.1F, 0.9, 3}});
        QSignalSpy clicked(&strip, &FrameStrip::frameClicked);
        QTest::mouseClick(&strip, Qt::LeftButton, {}, strip.frameRect(1).center().toPoint());
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(clicked[0][0].toInt(), 3);
        QTest::keyClick(&strip, Qt::Key_Up);
        QTest::keyClick(&strip, Qt::Key_Return);
        QCOMPARE(clicked.last()[0].toInt(), 12);
        strip.grab();
        strip.clear();
        QTest::keyClick(&strip, Qt::Key_Return);
        strip.grab();
    }

    void keysMoveTheCursor() {
        TimeView view;
        view.reset(2, 0.04);
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        auto* bar = new TransportBar(&view);
        auto* search = new QLineEdit;
        auto* box = new QCheckBox;
        auto* lane = new WordLane(&view);
        lane->setFocusPolicy(Qt::StrongFocus);
        for (QWidget* w : std::initializer_list<QWidget*>{bar, search, box, lane}) column->addWidget(w);
        bar->setWords(someWords());
        bar->installOn(&window, &window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        lane->setFocus();
        QSignalSpy played(bar, &TransportBar::playToggled);
        const auto key = [&](Qt::Key k, Qt::KeyboardModifiers m = {}) {
            QTest::keyClick(QApplication::focusWidget(), k, m);
        };
        key(Qt::Key_Right);
        QCOMPARE(view.position(), 0.04);
        key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(view.position(), 0.2);
        key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(view.position(), 0.5);
        key(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(view.position(), 0.2);
        key(Qt::Key_Left);
        QCOMPARE(view.position(), 0.16);
        key(Qt::Key_End);
        QCOMPARE(view.position(), 2.0);
        key(Qt::Key_Home);
        QCOMPARE(view.position(), 0.0);
        key(Qt::Key_Plus);
        QVERIFY(view.visibleRange().duration() < 2);
        key(Qt::Key_Minus);
        QCOMPARE(view.visibleRange(), (Interval{0, 2}));
        key(Qt::Key_Space);
        QCOMPARE(played.count(), 1);
        QVERIFY(bar->isPlaying());
        bar->setPlaying(false);  // the player says so: nothing is sent back
        QCOMPARE(played.count(), 1);
        QCOMPARE(view.loop(), TimeView::Loop::selection);
        for (const auto mode : {TimeView::Loop::all, TimeView::Loop::off, TimeView::Loop::selection}) {
            key(Qt::Key_L);
            QCOMPARE(view.loop(), mode);
        }
        QCOMPARE(view.follow(), TimeView::Follow::page);
        for (const auto mode : {TimeView::Follow::centred, TimeView::Follow::off, TimeView::Follow::page}) {
            key(Qt::Key_F);
            QCOMPARE(view.follow(), mode);
        }
        QCOMPARE(bar->speed(), 1.0);
        key(Qt::Key_Comma);
        QCOMPARE(bar->speed(), 0.75);
        key(Qt::Key_Period);
        QCOMPARE(bar->speed(), 1.0);
        // the selection, by keys alone
        view.setPosition(0.6);
        key(Qt::Key_I);
        QCOMPARE(view.selection(), (Interval{0.6, 2}));
        view.setPosition(1.5);
        key(Qt::Key_O);
        QCOMPARE(view.selection(), (Interval{0.6, 1.5}));
        key(Qt::Key_T);
        QCOMPARE(view.selection(), (Interval{1.4, 1.8}));
        key(Qt::Key_Z);
        QVERIFY(view.visibleRange().begin > 1.3 && view.visibleRange().end < 1.9);
        const Interval before = view.visibleRange();
        key(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(view.visibleRange().begin < before.begin);
        key(Qt::Key_0);
        key(Qt::Key_X);
        QVERIFY(!view.hasSelection());
        view.setPosition(0);

        // fields and boxes keep the keys they need
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("a b"));
        key(Qt::Key_Left);
        QCOMPARE(search->text(), QStringLiteral("a b"));
        QCOMPARE(search->cursorPosition(), 2);
        QCOMPARE(view.position(), 0.0);
        box->setFocus();
        key(Qt::Key_Space);
        QVERIFY(box->isChecked());
        QCOMPARE(played.count(), 1);
    }

    void speedsAndPlayability() {
        TimeView view;
        TransportBar bar(&view);
        QSignalSpy speed(&bar, &TransportBar::speedChanged);
        QCOMPARE(bar.speed(), 1.0);
        bar.setSpeed(0.3);
        QCOMPARE(bar.speed(), 0.25);
        QCOMPARE(speed.count(), 1);
        bar.setPlayable(false, QStringLiteral("no media"));
        for (const QAction* action : bar.transportActions()) {
            QVERIFY(!action->objectName().isEmpty());
            QVERIFY(!action->toolTip().isEmpty());
            QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->objectName()));
        }
    }
};

QTEST_MAIN(TestLanes)
#include "test_lanes.moc"
