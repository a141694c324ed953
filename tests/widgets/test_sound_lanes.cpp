// The spectrogram's pixels and the lane of links: what is seen where, and what pointing reaches.
#include <QSignalSpy>

#include <cmath>

#include "strict.h"
#include "widgets/link_lane.h"
#include "widgets/palette.h"
#include "widgets/spectrogram_lane.h"
#include "widgets/word_lane.h"

using namespace mica;

namespace {

// 2 s of silence but for `hertz` from 1 s to 1.5 s; bins of 20 Hz up to 8 kHz
std::shared_ptr<Spectrogram> tone(double hertz) {
    auto s = std::make_shared<Spectrogram>();
    s->hop = 0.005;
    s->bin_hz = 20;
    s->bins = 401;
    s->loudest = 200;
    Spectrogram::Level level{401, std::vector<std::uint8_t>(401 * 401, 0)};
    for (std::size_t c = 200; c < 300; ++c)
        level.values[c * 401 + static_cast<std::size_t>(std::lround(hertz / 20))] = 200;
    s->levels.push_back(level);
    while (s->levels.back().columns > 1) {
        const auto& fine = s->levels.back();
        Spectrogram::Level next{(fine.columns + 1) / 2, {}};
        next.values.assign(next.columns * 401, 0);
        for (std::size_t c = 0; c < fine.columns; ++c)
            for (std::size_t b = 0; b < 401; ++b)
                next.values[c / 2 * 401 + b] = std::max(next.values[c / 2 * 401 + b], fine.values[c * 401 + b]);
        s->levels.push_back(next);
    }
    return s;
}

}  // namespace

class TestSoundLanes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { strict::begin(); }
    void cleanup() { strict::end(); }

    void frequenciesAndPartsAreInverse() {
        for (const auto scale : {FrequencyScale::linear, FrequencyScale::logarithmic, FrequencyScale::mel}) {
            QVERIFY(std::abs(hertzOfPart(scale, 1, 8000) - 8000) < 1e-6);
            for (double part = 0; part <= 1; part += 0.1)
                QVERIFY(std::abs(partOfHertz(scale, hertzOfPart(scale, part, 8000), 8000) - part) < 1e-9);
            const auto ticks = frequencyTicks(scale, 8000, 0.2);
            QVERIFY(!ticks.empty());
            for (std::size_t i = 1; i < ticks.size(); ++i)
                QVERIFY(partOfHertz(scale, ticks[i], 8000) - partOfHertz(scale, ticks[i - 1], 8000) >= 0.2);
        }
    }

    // at every zoom and size the tone is where it is, also where a pixel covers many columns and bins
    void aToneIsSeenWhereItIs() {
        const ColourTable table = colourTable(MapColours::grey, false);
        for (const auto scale : {FrequencyScale::linear, FrequencyScale::logarithmic, FrequencyScale::mel})
            for (const QSize size : {QSize(1000, 400), QSize(60, 30), QSize(7, 9)})
                for (const Interval range : {Interval{0, 2}, Interval{0.9, 1.2}}) {
                    const QImage image = spectrogramImage(*tone(1000), range, size, {scale, 60, {}}, table);
                    const auto row = static_cast<int>((1 - partOfHertz(scale, 1000, 8000)) * size.height());
                    const auto column = [&](double t) {
                        return static_cast<int>((t - range.begin) / range.duration() * size.width());
                    };
                    const auto strongest = [&](double t) {
                        int best = 255, at = -1;
                        for (int y = 0; y < size.height(); ++y)
                            if (const int v = qGray(image.pixel(column(t), y)); v < best) best = v, at = y;
                        return std::pair(best, at);
                    };
                    QCOMPARE(strongest(1.1).first, qGray(table.back()));
                    QVERIFY(std::abs(strongest(1.1).second - row) <= 1);
                    QCOMPARE(image.pixel(0, row), table.front());  // silence before it
                }
    }

    void theRangeDecidesWhatIsWeak() {
        auto s = tone(1000);
        for (auto& level : s->levels)
            for (auto& v : level.values) v = v == 200 ? 200 : 110;  // 45 dB below
        const ColourTable table = colourTable(MapColours::grey, false);
        const auto far = [&](double range) {
            return spectrogramImage(*s, {0, 2}, {200, 100}, {FrequencyScale::linear, range, {}}, table).pixel(10, 10);
        };
        QCOMPARE(far(40), table.front());
        QVERIFY(far(60) != table.front());
        QCOMPARE(spectrogramImage({}, {0, 2}, {10, 10}, {}, table).pixel(3, 3), table.front());
    }

    void theLaneTellsWhatIsPointedAt() {
        TimeView view;
        view.reset(2, 0.04);
        SpectrogramLane lane(&view);
        lane.resize(900, 200);
        lane.grab();  // nothing yet
        const int full = lane.sizeHint().height();
        lane.setMissing(QStringLiteral("This clip has no sound"));
        QVERIFY(lane.sizeHint().height() < full / 2);  // a reason takes one line
        lane.setEmptyText(QStringLiteral("Reading the sound..."));
        QCOMPARE(lane.sizeHint().height(), full);  // it may come: nothing jumps when it does
        lane.setMissing(QStringLiteral("This clip has no sound"));
        lane.setSpectrogram(tone(1000));
        QCOMPARE(lane.sizeHint().height(), full);
        lane.setLook({FrequencyScale::linear, 60, MapColours::grey});
        lane.grab();
        const double y = 200 * (1 - 1000.0 / 8000);
        QVERIFY2(lane.textAt({lane.xOfTime(1.25), y}).contains(QStringLiteral("1000 Hz: -20 dB")),
                 qPrintable(lane.textAt({lane.xOfTime(1.25), y})));
        QVERIFY(lane.textAt({lane.xOfTime(0.25), y}).contains(QStringLiteral("-120 dB")));
        QVERIFY(lane.textAt({2, y}).isEmpty());
        QTest::mouseClick(&lane, Qt::LeftButton, {}, QPoint(qRound(lane.xOfTime(0.5)), 50));
        QVERIFY(std::abs(view.position() - 0.5) < 0.01);
    }

    void linksTieWordsToPicturesAndSound() {
        TimeView view;
        view.reset(4, 0.04);
        LinkLane lane(&view);
        lane.resize(900, 60);
        const std::vector<Word> words{{"so", {0.5, 0.9}, false}, {"good", {1.0, 1.6}, false}};
        const Link good{{Interval{1.0, 1.6}, Interval{1.2, 1.9}, Interval{}}};
        QCOMPARE(wordOfLink(good, words), 1);
        QCOMPARE(wordOfLink({{Interval{}, Interval{0, 1}, Interval{}}}, words), -1);
        lane.grab();  // none: it says so
        const int before = lane.sizeHint().height();
        lane.setLinks({good}, words);
        QVERIFY(lane.sizeHint().height() > before);
        QVERIFY(lane.barRect(0, Modality::audio).isEmpty());
        const QRectF seen = lane.barRect(0, Modality::vision);
        QVERIFY(std::abs(lane.timeOfX(seen.left()) - 1.2) < 1e-6 && std::abs(lane.timeOfX(seen.right()) - 1.9) < 1e-6);
        const QImage image = lane.grab().toImage();
        QCOMPARE(image.pixelColor(seen.center().toPoint()), modalityColour(Modality::vision, lane.palette()));
        QSignalSpy hovered(&lane, &LinkLane::wordHovered);
        strict::moveTo(&lane, seen.center());
        QCOMPARE(hovered.last()[0].toInt(), 1);
        QCOMPARE(lane.litLink(), 0);
        QVERIFY(lane.linkText(0).contains(QStringLiteral("good")) &&
                lane.linkText(0).contains(QStringLiteral("1.900")));
        strict::moveTo(&lane, {lane.xOfTime(3), 30});
        QCOMPARE(hovered.last()[0].toInt(), -1);
        QTest::mouseClick(&lane, Qt::LeftButton, {}, seen.center().toPoint());
        QCOMPARE(view.position(), 1.2);
        strict::moveTo(&lane, {lane.xOfTime(3), 30});
        lane.setHighlightedWord(1);
        QCOMPARE(lane.litLink(), 0);
        lane.setHighlightedWord(0);  // a word without a link
        QCOMPARE(lane.litLink(), -1);
        lane.setLinks({}, words);
        lane.grab();
    }

    void aWordIsSelectedByDoubleClick() {
        TimeView view;
        view.reset(2, 0.04);
        WordLane lane(&view);
        lane.resize(800, 32);
        lane.setWords({{"place", {0.2, 0.5}, false}, {"blue", {0.5, 0.9}, false}});
        QTest::mouseDClick(&lane, Qt::LeftButton, {}, QPoint(qRound(lane.xOfTime(0.7)), 15));
        QCOMPARE(view.selection(), (Interval{0.5, 0.9}));
        QCOMPARE(view.position(), 0.5);
        QTest::mouseDClick(&lane, Qt::LeftButton, {}, QPoint(qRound(lane.xOfTime(1.5)), 15));
        QVERIFY(!view.hasSelection());
    }
};

QTEST_MAIN(TestSoundLanes)
#include "test_sound_lanes.moc"
