// How labels and lengths are spread: counts, bars, and the way from a bar to its clips.
#include <QComboBox>
#include <QSignalSpy>

#include <cmath>
#include <numeric>

#include "strict.h"
#include "widgets/distributions.h"
#include "widgets/histogram_view.h"
#include "widgets/state_panel.h"

using namespace mica;

namespace {

std::shared_ptr<const ClipList> listOf(std::vector<ClipInfo> clips, Task task = {}) {
    return make_clip_list(std::make_shared<const std::vector<ClipInfo>>(std::move(clips)), std::move(task));
}

// Labels in fifths as MOSI's, which do not lie on binary fractions.
std::vector<ClipInfo> someClips(int n) {
    std::vector<ClipInfo> clips;
    for (int i = 0; i < n; ++i) {
        ClipInfo c;
        c.id = "c" + std::to_string(i);
        c.split = static_cast<Split>(i % 3);
        c.label = {static_cast<float>(-3 + 0.2 * (i % 31))};
        c.duration = 0.5 + 0.01 * i;
        c.steps = {static_cast<std::uint32_t>(1 + i % 50), 0, static_cast<std::uint32_t>(i % 7)};
        clips.push_back(c);
    }
    return clips;
}

std::uint64_t counted(const Histogram& h) {
    std::uint64_t n = std::accumulate(h.without.begin(), h.without.end(), std::uint64_t{0});
    for (const HistogramBin& b : h.bins) n += std::accumulate(b.count.begin(), b.count.end(), std::uint64_t{0});
    return n;
}

int fitting(const ClipList& list, const ClipCriteria& c) {
    return static_cast<int>(fitting_clips(list, sorted_clips(list, ClipColumn::count, false), c).size());
}

}  // namespace

class TestHistogram : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { strict::begin(); }
    void cleanup() { strict::end(); }

    void everyClipIsCountedOnceAndFoundByItsBin() {
        auto clips = someClips(310);
        clips[5].label = {NAN};
        clips[6].label.clear();
        clips[7].duration = 0;
        const auto list = listOf(clips);
        for (const Histogram& h : {label_histogram(*list), length_histogram(*list, LengthOf::seconds),
                                   length_histogram(*list, LengthOf::text), length_histogram(*list, LengthOf::vision),
                                   length_histogram(*list, LengthOf::audio), label_histogram(*list, 7)}) {
            QCOMPARE(counted(h), std::uint64_t{310});
            QVERIFY(h.bins.size() <= 24);
        }
        const Histogram labels = label_histogram(*list);
        for (const HistogramBin& bin : labels.bins)
            for (const Split s : {Split::train, Split::valid, Split::test}) {
                ClipCriteria c;
                c.label = bin.range;
                c.split = s;
                QCOMPARE(fitting(*list, c), static_cast<int>(bin.count[static_cast<std::size_t>(s)]));
            }
        QVERIFY(length_histogram(*list, LengthOf::vision).bins.empty());  // no clip has pictures
    }

    void classesAndParts() {
        Task colours;
        colours.kind = TaskKind::classification;
        colours.classes = {"blue", "green"};
        auto clips = someClips(6);
        for (std::size_t i = 0; i < 6; ++i) clips[i].label = {static_cast<float>(i % 3)};  // class 2 has no name
        const Histogram h = label_histogram(*listOf(clips, colours));
        QCOMPARE(h.bins.size(), std::size_t{2});
        QCOMPARE(counted(h), std::uint64_t{6});
        colours.classes = {"no", "yes"};
        colours.parts = {"happy", "sad", "angry"};
        clips.resize(2);
        clips[0].label = {1, 1, 0};
        clips[1].label = {0, 0, 0};
        const Histogram parts = label_histogram(*listOf(clips, colours));
        QCOMPARE(parts.bins[0].count[0] + parts.bins[1].count[0], std::uint64_t{2});
        QCOMPARE(parts.bins[2].count[0], std::uint64_t{0});
        QVERIFY(parts.overlapping);
    }

    void oneValueAndNoValue() {
        auto clips = someClips(3);
        for (ClipInfo& c : clips) c.label = {1.5F};
        QCOMPARE(label_histogram(*listOf(clips)).bins.size(), std::size_t{1});
        QVERIFY(label_histogram(*listOf({})).bins.empty());
    }

    void splitsDifferInColourAndPattern() {
        const QPalette palette;
        for (const Split a : {Split::train, Split::valid, Split::test, Split::none})
            for (const Split b : {Split::train, Split::valid, Split::test, Split::none})
                if (a != b) {
                    QVERIFY(splitColour(a, palette) != splitColour(b, palette));
                    QVERIFY(splitBrush(a, palette).style() != splitBrush(b, palette).style());
                }
    }

    void mouseAndKeysChooseBins() {
        HistogramView view;
        view.resize(900, 240);
        view.show();
        view.setHistogram(label_histogram(*listOf(someClips(310))));
        view.grab();
        QSignalSpy chosen(&view, &HistogramView::binChosen);
        const QRectF bar = view.barRect(2, Split::valid);
        QVERIFY(!bar.isNull());
        QTest::mouseClick(&view, Qt::LeftButton, {}, bar.center().toPoint());
        QCOMPARE(chosen.last()[0].toInt(), 2);
        QCOMPARE(chosen.last()[1].toInt(), static_cast<int>(Split::valid));
        // beside the bars of the same bin
        QTest::mouseClick(&view, Qt::LeftButton, {},
                          QPoint(qFloor(view.barRect(2, Split::train).left()) - 1, qRound(bar.center().y())));
        QCOMPARE(chosen.last()[1].toInt(), -1);
        QTest::keyClick(&view, Qt::Key_Home);
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(chosen.last()[0].toInt(), 1);
        QVERIFY(view.binText(1).contains(splitTitle(Split::test)));
        view.setShares(true);
        view.grab();
        view.setHistogram({});
        view.grab();
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(chosen.count(), 3);
    }

    void panelLeadsFromABarToItsClips() {
        Distributions panel;
        panel.resize(420, 700);
        panel.show();
        QCOMPARE(panel.states()->state(), StatePanel::State::empty);
        const auto list = listOf(someClips(310));
        panel.setList(list);
        QCOMPARE(panel.states()->state(), StatePanel::State::full);
        ClipCriteria got;
        connect(&panel, &Distributions::chosen, [&got](const ClipCriteria& c) { got = c; });
        const auto click = [](HistogramView* view, int bin, Split split) {
            QTest::mouseClick(view, Qt::LeftButton, {}, view->barRect(bin, split).center().toPoint());
        };
        click(panel.labels(), 3, Split::test);
        QCOMPARE(fitting(*list, got), static_cast<int>(panel.labels()->histogram().bins[3].count[2]));
        QVERIFY(got.seconds.empty());
        panel.lengthChooser()->setCurrentIndex(1);
        click(panel.lengths(), 0, Split::train);
        QCOMPARE(fitting(*list, got), static_cast<int>(panel.lengths()->histogram().bins[0].count[0]));
        QVERIFY(got.label.empty());
        auto clips = someClips(5);
        for (ClipInfo& c : clips) c.duration = 0;
        panel.lengthChooser()->setCurrentIndex(0);
        panel.setList(listOf(clips));  // no times: lengths in steps
        QVERIFY(!panel.lengths()->histogram().bins.empty());
        panel.setList(nullptr);
        QCOMPARE(panel.states()->state(), StatePanel::State::empty);
    }
};

QTEST_MAIN(TestHistogram)
#include "test_histogram.moc"
