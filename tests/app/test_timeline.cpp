// The time line by mouse, wheel and key: the frame, word or time it reaches, told by the number burnt into the frame.
#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QMouseEvent>
#include <QTableView>
#include <QTreeWidget>
#include <QWheelEvent>

#include <cmath>
#include <map>
#include <random>

#include "app/workbench/clip_panel.h"
#include "app/workbench/frame_memory.h"
#include "app/workbench/frame_store.h"
#include "app/workbench/key_page.h"
#include "app/workbench/player.h"
#include "app/workbench/time_lanes.h"
#include "datasets/media/numbered_video.h"
#include "tests/app/window_test.h"
#include "widgets/attention_map.h"
#include "widgets/clip_table.h"
#include "widgets/link_lane.h"
#include "widgets/ruler_lane.h"
#include "widgets/spectrogram_lane.h"
#include "widgets/transport_bar.h"
#include "widgets/video_view.h"
#include "widgets/wave_lane.h"
#include "widgets/word_lane.h"

using namespace mica;

namespace {

// Sound that is heard `late` seconds after it was asked for, by a clock that runs `rate` times as fast as ours.
class OddSound : public SoundOut {
public:
    OddSound(double late, double rate) : late_(late), rate_(rate) {}
    bool play(double from, double speed) override {
        from_ = from;
        speed_ = speed;
        clock_.start();
        playing_ = true;
        return true;
    }
    void stop() override { playing_ = false; }
    double position() const override {
        if (!playing_) return -1;
        const double since = static_cast<double>(clock_.nsecsElapsed()) * 1e-9 - late_;
        return since < 0 ? -1 : from_ + since * rate_ * speed_;
    }

private:
    double late_, rate_, from_ = 0, speed_ = 1;
    bool playing_ = false;
    QElapsedTimer clock_;
};

}  // namespace

class TestTimeline : public QObject {
    Q_OBJECT
    static constexpr int kFrames = 100;
    QTemporaryDir folder_;
    std::filesystem::path set_, video_;
    std::unique_ptr<MainWindow> window_;

    ClipPanel* panel() { return window_->clipPanel(); }
    TimeView* time() { return window_->selection()->time(); }
    // the number that stands in the picture as it is on screen
    int seen() {
        const QImage shot = panel()->video()->grab().toImage();
        const QRectF picture = letterbox(QSizeF(1280, 720), panel()->video()->rect());
        return burnt_number([&](double x, double y) {
            return qGray(shot.pixel(static_cast<int>(picture.left() + x * picture.width()),
                                    static_cast<int>(picture.top() + y * picture.height())));
        });
    }
    int expected() { return std::min(kFrames - 1, static_cast<int>(std::floor(time()->position() * 25 + 1e-6))); }
    static QPoint at(TimeLane* lane, double t) { return {qRound(lane->xOfTime(t)), lane->height() / 2}; }
    static void move(QWidget* widget, QPointF to) {
        QMouseEvent event(QEvent::MouseMove, to, widget->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(widget, &event);
    }
    static void wheel(QWidget* widget, QPointF to, int notches, Qt::KeyboardModifiers keys = {}) {
        QWheelEvent event(to, widget->mapToGlobal(to), {}, {0, 120 * notches}, Qt::NoButton, keys, Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(widget, &event);
    }
    void key(Qt::Key k, Qt::KeyboardModifiers m = {}) {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : window_.get(), k, m);
    }
    void reset() {
        panel()->player()->setPlaying(false);
        time()->setLoop(TimeView::Loop::selection);
        time()->setFollow(TimeView::Follow::page);
        time()->clearSelection();
        time()->showAll();
        time()->setPosition(0);
    }

private Q_SLOTS:
    void initTestCase() {
        toy::use_own_settings(folder_);
        set_ = toy::make_set(std::filesystem::path(folder_.path().toStdString()) / "set", 30, 1);
        video_ = set_.parent_path() / "clip124.mp4";
        NumberedVideo made;  // 720p, one key frame, three frames between
        made.frames = kFrames;
        write_numbered_video(video_, made);
        window_ = std::make_unique<MainWindow>(std::filesystem::path(folder_.path().toStdString()) / "runs");
        QVERIFY(toy::open_and_wait(*window_, set_));
        QCOMPARE(window_->selection()->clipId(), QStringLiteral("clip124"));
        QTRY_VERIFY(panel()->isComplete());
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        QTRY_VERIFY(time()->duration() > 3.9);
    }
    void init() { reset(); }

    void everySeekShowsItsFrame() {
        std::mt19937 random(1);
        for (int i = 0; i < 40; ++i) {
            const int frame = static_cast<int>(random() % kFrames);
            time()->setPosition((frame + (i % 2 ? 0.0 : 0.9)) / 25);
            QTRY_COMPARE(panel()->video()->number(), frame);
            QCOMPARE(seen(), frame);
        }
    }
    void aClickInAnyLaneShowsItsFrame() {
        for (TimeLane* lane : std::initializer_list<TimeLane*>{panel()->lanes()->ruler(), panel()->lanes()->wave(),
                                                               panel()->lanes()->spectrogram()})
            for (const double t : {0.5, 3.3, 1.7}) {
                QTest::mouseClick(lane, Qt::LeftButton, {}, at(lane, t));
                QVERIFY(std::abs(time()->position() - t) < 0.02);
                QTRY_COMPARE(seen(), expected());
            }
        // a word and a link lead to their begins
        QTest::mouseClick(panel()->lanes()->words(), Qt::LeftButton, {}, at(panel()->lanes()->words(), 0.9));
        QCOMPARE(time()->position(), 0.8);
        QTRY_COMPARE(seen(), 20);
        const QRectF bar = panel()->lanes()->links()->barRect(3, Modality::vision);
        QTest::mouseClick(panel()->lanes()->links(), Qt::LeftButton, {}, bar.center().toPoint());
        QVERIFY(std::abs(time()->position() - 1.2) < 1e-6);
        QTRY_COMPARE(seen(), 30);
        QCOMPARE(panel()->lanes()->words()->highlighted(), 3);
    }
    void scrubbingShowsFramesAndNeverQueues() {
        QSignalSpy frames(panel()->player()->frames(), &FrameSource::frameReady);
        RulerLane* ruler = panel()->lanes()->ruler();
        QTest::mousePress(ruler, Qt::LeftButton, {}, at(ruler, 0.1));
        for (int i = 0; i <= 1000; ++i) move(ruler, at(ruler, 0.1 + i * 0.0035));  // faster than anyone decodes
        QVERIFY(!time()->hasSelection());                                          // the ruler scrubs
        const int last = expected();
        QTRY_COMPARE(seen(), last);
        QVERIFY2(frames.count() < 90, qPrintable(QString::number(frames.count())));
        // slowly: each frame comes while the button is held
        for (int i = 1; i <= 8; ++i) {
            move(ruler, at(ruler, 0.4 * i));
            QTRY_COMPARE(seen(), expected());
        }
        QTest::mouseRelease(ruler, Qt::LeftButton, {}, at(ruler, 3.2));
    }
    void aDragSelectsAndRepeats() {
        WaveLane* wave = panel()->lanes()->wave();
        QTest::mousePress(wave, Qt::LeftButton, {}, at(wave, 1.0));
        move(wave, at(wave, 1.2));
        move(wave, at(wave, 1.4));
        QTRY_COMPARE(seen(), expected());
        QVERIFY(expected() >= 34);  // the frame at the moving end
        QTest::mouseRelease(wave, Qt::LeftButton, {}, at(wave, 1.4));
        QVERIFY(std::abs(time()->selection().begin - 1) < 0.02 && std::abs(time()->selection().end - 1.4) < 0.02);
        QVERIFY(std::abs(time()->position() - 1) < 0.02);
        QTest::mouseClick(panel()->lanes()->words(), Qt::LeftButton, Qt::ShiftModifier,
                          at(panel()->lanes()->words(), 1.5));
        QVERIFY(std::abs(time()->selection().end - 1.5) < 0.02);
        const Interval selection = time()->selection();
        key(Qt::Key_Space);
        QVERIFY(panel()->player()->isPlaying());
        bool wrapped = false;
        double before = time()->position();
        for (int i = 0; i < 200 && !wrapped; ++i) {
            QTest::qWait(10);
            wrapped = time()->position() < before - 0.2;
            before = time()->position();
            QVERIFY(before > selection.begin - 0.02 && before < selection.end + 0.02);
        }
        QVERIFY(wrapped);
        key(Qt::Key_Space);
        QVERIFY(!panel()->player()->isPlaying());
        QTRY_COMPARE(seen(), expected());
        key(Qt::Key_X);
        QVERIFY(!time()->hasSelection());
    }
    void keysReachFramesAndWordsFromWhereverOneIs() {
        auto* list = window_->clipTable()->findChild<QTableView*>();
        QVERIFY(list);
        for (QWidget* from : std::initializer_list<QWidget*>{panel()->lanes()->ruler(), panel()->map(), list}) {
            from->setFocus();
            QCOMPARE(QApplication::focusWidget(), from);
            time()->setPosition(0);
            for (int i = 1; i <= 3; ++i) {
                key(Qt::Key_Right);
                QTRY_COMPARE(seen(), i);
            }
            key(Qt::Key_Left);
            QTRY_COMPARE(seen(), 2);
            key(Qt::Key_Right, Qt::ShiftModifier);
            QCOMPARE(time()->position(), 0.4);
            QTRY_COMPARE(seen(), 10);
            key(Qt::Key_Right, Qt::ShiftModifier);
            QTRY_COMPARE(seen(), 20);
            key(Qt::Key_Left, Qt::ShiftModifier);
            QTRY_COMPARE(seen(), 10);
            key(Qt::Key_Space);
            QVERIFY(panel()->player()->isPlaying());
            key(Qt::Key_Space);
            QVERIFY(!panel()->player()->isPlaying());
        }
        // Home and End are the list's while it has the focus, and the clip's elsewhere
        panel()->lanes()->ruler()->setFocus();
        key(Qt::Key_End);
        QTRY_COMPARE(seen(), kFrames - 1);
        key(Qt::Key_Home);
        QTRY_COMPARE(seen(), 0);
        QCOMPARE(window_->selection()->clipId(), QStringLiteral("clip124"));
    }
    void fieldsKeepTheirKeys() {
        auto* search = window_->clipTable()->findChild<QLineEdit*>();
        QVERIFY(search);
        search->setFocus();
        time()->setPosition(1);
        for (const Qt::Key k : {Qt::Key_S, Qt::Key_Space, Qt::Key_3, Qt::Key_4, Qt::Key_Minus, Qt::Key_Left}) key(k);
        QVERIFY2(search->text().startsWith(QLatin1Char('s')) && search->text().size() == 5, qPrintable(search->text()));
        QCOMPARE(time()->position(), 1.0);
        QVERIFY(!panel()->player()->isPlaying());
        QVERIFY(panel()->lanes()->wave()->isVisible() && panel()->lanes()->spectrogram()->isVisible());
        search->clear();
        QTest::mouseClick(panel()->lanes()->wave(), Qt::LeftButton, {},
                          at(panel()->lanes()->wave(), 2));  // takes the keys there
        QCOMPARE(QApplication::focusWidget(), panel()->lanes()->wave());
        key(Qt::Key_Space);
        QVERIFY(panel()->player()->isPlaying());
    }
    void wheelAndKeysZoomAndScroll() {
        SpectrogramLane* lane = panel()->lanes()->spectrogram();
        lane->setFocus();
        const double whole = time()->duration();
        const QPointF pointer = at(lane, 3);
        wheel(lane, pointer, 4, Qt::ControlModifier);
        QVERIFY(time()->visibleRange().duration() < whole / 2);
        QVERIFY(std::abs(lane->timeOfX(pointer.x()) - 3) < 0.01);
        const double begin = time()->visibleRange().begin;
        wheel(lane, pointer, 1);
        QVERIFY(time()->visibleRange().begin < begin);
        key(Qt::Key_0);
        QCOMPARE(time()->visibleRange(), (Interval{0, whole}));
        time()->setPosition(1.2);
        const double x = lane->xOfTime(1.2);
        key(Qt::Key_Plus);
        key(Qt::Key_Plus);
        QVERIFY(std::abs(lane->xOfTime(1.2) - x) < 1);  // about the cursor
        QVERIFY(time()->visibleRange().duration() < whole / 2);
        const Interval zoomed = time()->visibleRange();
        key(Qt::Key_Right, Qt::AltModifier);
        QVERIFY(time()->visibleRange().begin > zoomed.begin);
        for (int i = 0; i < 3; ++i) key(Qt::Key_Minus);
        QCOMPARE(time()->visibleRange(), (Interval{0, whole}));
        // the selection in the middle of the view
        time()->setSelection(1, 2);
        key(Qt::Key_Z);
        QVERIFY(time()->visibleRange().begin > 0.8 && time()->visibleRange().end < 2.2);
    }
    void theViewFollowsThePlayedCursor() {
        panel()->lanes()->ruler()->setFocus();
        time()->setVisibleRange({0, 0.5});
        key(Qt::Key_Space);
        QTRY_VERIFY(time()->visibleRange().begin > 0.4);  // the page was turned
        key(Qt::Key_F);
        QCOMPARE(time()->follow(), TimeView::Follow::centred);
        QTRY_VERIFY(time()->position() > 1.2);
        QVERIFY(std::abs(time()->visibleRange().middle() - time()->position()) < 0.01);
        key(Qt::Key_F);
        const Interval still = time()->visibleRange();
        QTRY_VERIFY(time()->position() > still.end + 0.1);
        QCOMPARE(time()->visibleRange(), still);
    }
    void lanesAreShownAndHiddenByKey() {
        panel()->lanes()->ruler()->setFocus();
        QVERIFY(panel()->lanes()->spectrogram()->hasSound());
        key(Qt::Key_4);
        QVERIFY(!panel()->lanes()->spectrogram()->isVisible());
        key(Qt::Key_3);
        QVERIFY(!panel()->lanes()->wave()->isVisible());
        key(Qt::Key_4);
        key(Qt::Key_3);
        QVERIFY(panel()->lanes()->spectrogram()->isVisible() && panel()->lanes()->wave()->isVisible());
    }
    // whatever clock the sound keeps, the cursor keeps to what is heard, and the picture to the cursor
    void pictureAndCursorKeepToTheSound() {
        for (const auto& [late, rate] : {std::pair{0.0, 1.0}, {0.12, 1.0}, {0.05, 1.03}, {0.05, 0.97}}) {
            TimeView view;
            view.reset(4, 0.04);
            auto odd = std::make_unique<OddSound>(late, rate);
            const OddSound* sound = odd.get();
            Player player(&view, std::move(odd));
            qint64 number = -1;
            connect(player.frames(), &FrameSource::frameReady, &view,
                    [&number](const QImage&, double, qint64 n) { number = n; });
            player.open(video_, frame_times(video_));
            QTRY_COMPARE(number, 0);
            player.setPlaying(true);
            QTest::qWait(700);
            double worst = 0;
            for (int i = 0; i < 40; ++i) {
                QTest::qWait(17);
                worst = std::max(worst, std::abs(view.position() - sound->position()));
            }
            player.setPlaying(false);
            // a tick of the cursor and a little: a loaded machine may miss some
            QVERIFY2(worst < 0.08, qPrintable(QString::number(worst)));
            const int frame = static_cast<int>(std::floor(view.position() * 25 + 1e-6));
            QTRY_COMPARE(number, frame);
        }
    }
    void framesAheadAreTheRightOnes() {
        VideoReader reader(video_);
        const auto number_at = [&](const FrameStore& store, double t) {
            const auto frame = store.find(t);
            return frame ? burnt_number(reader.small_picture(*frame, 640, 360)) : -1;
        };
        FrameStore all(video_, std::size_t{1} << 30);
        while (all.fill(2)) {
        }
        QCOMPARE(all.size(), std::size_t{kFrames});
        for (int f = 0; f < kFrames; f += 7) {
            QCOMPARE(number_at(all, f / 25.0), f);
            QCOMPARE(number_at(all, (f + 0.99) / 25), f);
        }
        QCOMPARE(number_at(all, 1000), kFrames - 1);
        // room for twenty frames: a stretch around the cursor, wherever it goes
        const std::size_t room = 20 * (all.bytes() / kFrames);
        FrameStore some(video_, room);
        for (const double cursor : {2.0, 2.3, 0.1, 3.9, 1.0}) {
            for (int i = 0; i < 200 && some.fill(cursor); ++i) QVERIFY(some.bytes() <= room);
            QCOMPARE(number_at(some, cursor), static_cast<int>(std::floor(cursor * 25 + 1e-6)));
            QVERIFY(some.size() <= 20);
        }
        QCOMPARE(number_at(some, 3.5), -1);  // far from the cursor: not held
        // a third of what fits lies before the cursor, the rest behind it
        while (some.fill(2.02)) {
        }
        QCOMPARE(number_at(some, 2.02 - 5 / 25.0), 45);
        QCOMPARE(number_at(some, 2.02 + 11 / 25.0), 61);
        // the cursor's own frame is there first, then those behind it, and at last those before
        FrameStore order(video_, std::size_t{1} << 30);
        QVERIFY(order.fill(2.5));
        QCOMPARE(number_at(order, 2.5), 62);
        for (int i = 0; i < 20; ++i) QVERIFY(order.fill(2.5));
        QCOMPARE(number_at(order, 2.5 + 19 / 25.0), 81);
        QCOMPARE(number_at(order, 2.4), -1);
        while (order.fill(2.5)) {
        }
        QCOMPARE(order.size(), std::size_t{kFrames});
        QCOMPARE(number_at(order, 0), 0);
    }
    void framesTakeAShareOfTheMemoryThereIs() {
        constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;
        QCOMPARE(frame_memory(24 * 1024 * kMiB), std::size_t{1536 * kMiB});
        QCOMPARE(frame_memory(4 * 1024 * kMiB), std::size_t{384 * kMiB});
        QCOMPARE(frame_memory(512 * 1024 * kMiB), std::size_t{2048 * kMiB});
        QCOMPARE(frame_memory(800 * kMiB), std::size_t{200 * kMiB});
        const std::filesystem::path root = std::filesystem::path(folder_.path().toStdString()) / "root";
        const auto write = [&root](const std::filesystem::path& file, const char* text) {
            std::filesystem::create_directories((root / file).parent_path());
            QFile out(QString::fromStdString((root / file).string()));
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(text);
        };
        const std::uint64_t machine = memory_limit(root);
        write("proc/self/cgroup", "0::/work/inner\n");
        write("sys/fs/cgroup/work/inner/memory.max", "max\n");
        QCOMPARE(memory_limit(root), machine);
        write("sys/fs/cgroup/work/memory.max", "67108864\n");  // of the group around it
        QCOMPARE(memory_limit(root), std::uint64_t{67108864});
        write("proc/self/cgroup", "7:memory:/box\n3:cpu:/box\n");
        QCOMPARE(memory_limit(root), machine);
        write("sys/fs/cgroup/memory/box/memory.limit_in_bytes", "33554432\n");
        QCOMPARE(memory_limit(root), std::uint64_t{33554432});
    }
    void thePageOfKeysListsThemAll() {
        QStringList listed;
        std::map<QString, QString> meaning;
        for (const KeyGroup& group : keysOf(window_.get()))
            for (const KeyRow& row : group.rows) {
                QVERIFY(!row.keys.isEmpty() && !row.does.isEmpty());
                listed << row.does;
            }
        for (const QAction* action : panel()->transport()->transportActions())
            QVERIFY2(listed.contains(QString(action->text()).remove(QLatin1Char('&'))), qPrintable(action->text()));
        // no key stands for two things: neither would work
        std::map<QString, const QAction*> owner;
        for (const QAction* action : window_->findChildren<QAction*>())
            for (const QKeySequence& k : action->shortcuts()) {
                if (k.isEmpty()) continue;
                const auto [place, first] = owner.emplace(k.toString(), action);
                QVERIFY2(first || place->second == action,
                         qPrintable(k.toString() + QLatin1Char(' ') + action->text() + place->second->text()));
            }
        panel()->lanes()->ruler()->setFocus();
        key(Qt::Key_F1);
        auto* page = window_->findChild<QDialog*>(QStringLiteral("keyPage"));
        QVERIFY(page && page->isVisible());
        auto* tree = page->findChild<QTreeWidget*>();
        page->findChild<QLineEdit*>()->setText(QStringLiteral("next word"));
        int shown = 0;
        for (int g = 0; g < tree->topLevelItemCount(); ++g)
            for (int i = 0; i < tree->topLevelItem(g)->childCount(); ++i)
                shown += !tree->topLevelItem(g)->isHidden() && !tree->topLevelItem(g)->child(i)->isHidden();
        QCOMPARE(shown, 1);
        page->close();
    }
    void cleanupTestCase() {
        window_.reset();
        QVERIFY2(toy::warnings().isEmpty(), qPrintable(toy::warnings().join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(TestTimeline)
#include "test_timeline.moc"
