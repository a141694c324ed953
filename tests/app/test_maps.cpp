// Maps in the window by mouse, wheel and key: views, mass, comparison, the slider through epochs, presets, the figure.
#include <QComboBox>
#include <QFile>
#include <QMouseEvent>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

#include "app/workbench/attention_panel.h"
#include "app/workbench/clip_panel.h"
#include "app/workbench/compare_box.h"
#include "app/workbench/figure_panel.h"
#include "app/workbench/map_deck.h"
#include "app/workbench/print_page.h"
#include "app/workbench/time_lanes.h"
#include "core/training/trainer.h"
#include "datasets/types/error.h"
#include "tests/app/window_test.h"
#include "widgets/clip_table.h"
#include "widgets/figure_view.h"
#include "widgets/frame_strip.h"
#include "widgets/map_grid.h"
#include "widgets/video_view.h"
#include "widgets/wave_lane.h"
#include "widgets/word_lane.h"

using namespace mica;

class TestMaps : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::filesystem::path set_, root_;
    std::unique_ptr<MainWindow> window_;

    Selection* selection() { return window_->selection(); }
    MapDeck* deck() { return window_->clipPanel()->maps(); }
    CompareBox* box() { return window_->attentionPanel()->compare(); }
    static void pick(QComboBox* box, const QVariant& data) {
        const int at = box->findData(data);
        QVERIFY2(at >= 0, qPrintable(data.toString()));
        box->setCurrentIndex(at);
        Q_EMIT box->activated(at);
    }
    static void hover(QWidget* widget, const QPointF& at) {
        QMouseEvent move(QEvent::MouseMove, at, widget->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(widget, &move);
    }
    static void leave(QWidget* widget) {
        QEvent event(QEvent::Leave);
        QCoreApplication::sendEvent(widget, &event);
    }
    void run(const char* name, const std::vector<std::string>& more) {
        std::vector<std::string> set{"d=8",     "heads=2",  "layers=2",    "memory_layers=1",
                                     "batch=6", "epochs=2", "mmd_rows=64", "watch=clip124"};
        set.insert(set.end(), more.begin(), more.end());
        TrainingOptions options = make_options("", set);
        options.threads = 1;
        (void)train(open_set(set_), options, root_ / "runs" / name, {}, {}, {});
    }
    void off() {
        pick(box()->howChooser(), static_cast<int>(Comparing::none));
        deck()->setView(MapDeck::View::map);
        QTRY_VERIFY(deck()->map()->hasMap());
        deck()->map()->thaw();
        deck()->map()->setVisibleRows({0, 5});
    }

private Q_SLOTS:
    void initTestCase() {
        toy::use_own_settings(folder_);
        root_ = folder_.path().toStdString();
        set_ = toy::make_set(root_ / "set");
        run("full", {});
        run("plain", {"mmd=false", "pea=false"});
        window_ = std::make_unique<MainWindow>(root_ / "runs");
        QVERIFY(toy::open_and_wait(*window_, set_));
        QTRY_VERIFY(!selection()->run().empty());
        selection()->setPair({Modality::vision, Modality::text});
        selection()->setRun(root_ / "runs" / "full", QStringLiteral("last"));
        QTRY_VERIFY(deck()->map()->hasMap());
    }
    void controlsAndMapAgreeFromTheStart() {
        const auto* panel = window_->attentionPanel();
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(deck()->map(i)->normalisation(), MapNormalisation::row);
            QCOMPARE(static_cast<int>(deck()->map(i)->scale()), panel->scaleChooser()->currentData().toInt());
        }
        panel->scaleChooser()->setCurrentIndex(1);
        for (int i = 0; i < 3; ++i) QCOMPARE(deck()->map(i)->scale(), MapScale::logarithmic);
        panel->scaleChooser()->setCurrentIndex(0);
    }
    void massIsSharedBySliderAndBox() {
        auto* panel = window_->attentionPanel();
        AttentionMapView* map = deck()->map();
        QCOMPARE(map->keptMass(), 1.0);
        panel->massBox()->setValue(40);
        QCOMPARE(panel->massSlider()->value(), 40);
        QCOMPARE(map->keptMass(), 0.4);
        QVERIFY(map->cellText(0, 0).contains(QLatin1String("40 %")));
        panel->massSlider()->setFocus();
        QTest::keyClick(panel->massSlider(), Qt::Key_Right);
        QCOMPARE(panel->massBox()->value(), 41);
        QCOMPARE(map->keptMass(), 0.41);
        panel->massSlider()->setValue(100);
    }
    void smallMapsLeadToLayerAndHead() {
        pick(window_->attentionPanel()->viewChooser(), static_cast<int>(MapDeck::View::grid));
        QTRY_VERIFY(deck()->grid()->isVisible() && !deck()->map()->isVisible());
        QCOMPARE(deck()->grid()->layers(), 2);
        QCOMPARE(deck()->grid()->heads(), 2);
        QTRY_VERIFY(!deck()->grid()->image(1, 1).isNull());
        QTest::mouseClick(deck()->grid(), Qt::LeftButton, Qt::NoModifier,
                          deck()->grid()->tile(1, 1).center().toPoint());
        QCOMPARE(selection()->layer(), 1);
        QCOMPARE(selection()->head(), 1);
        QTRY_VERIFY(deck()->map()->isVisible() && !deck()->grid()->isVisible());
        QCOMPARE(deck()->map()->head(), 1);
        QCOMPARE(deck()->map()->map().layer, 1);
        QCOMPARE(window_->attentionPanel()->viewChooser()->currentIndex(), 0);
        selection()->setHead(-1);
        selection()->setLayer(0);
    }
    void sideBySideIsLinked() {
        pick(box()->howChooser(), static_cast<int>(Comparing::side));
        pick(box()->layerChooser(), 1);
        AttentionMapView *first = deck()->map(0), *second = deck()->map(1);
        QTRY_VERIFY(second->hasMap() && second->isVisible());
        QCOMPARE(first->map().layer, 0);
        QCOMPARE(second->map().layer, 1);
        QVERIFY(deck()->caption(1).contains(QLatin1String("layer 2")));
        // the pointer in one lights the cell in the other, word and frame
        hover(second, second->cellRect(3, 20).center());
        QCOMPARE(first->litRow(), 3);
        QCOMPARE(first->litColumn(), 20);
        QCOMPARE(window_->clipPanel()->lanes()->words()->highlighted(), 3);
        QTRY_COMPARE(window_->clipPanel()->video()->number(), static_cast<int>((20.5 / 15) * toy::kFrameRate));
        leave(second);
        QCOMPARE(first->litColumn(), -1);
        // rows zoom together
        const QPointF at = first->cellRect(2, 4).center();
        QWheelEvent wheel(at, first->mapToGlobal(at), {}, {0, 240}, Qt::NoButton,
                          Qt::ControlModifier | Qt::ShiftModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(first, &wheel);
        QVERIFY(first->visibleRows().duration() < 5);
        QCOMPARE(second->visibleRows(), first->visibleRows());
        first->setVisibleRows({0, 5});
        // a click freezes in both
        QTest::mouseClick(first, Qt::LeftButton, Qt::NoModifier, first->cellRect(1, 7).center().toPoint());
        QVERIFY(first->isFrozen() && second->isFrozen());
        QCOMPARE(second->litRow(), 1);
        QTest::keyClick(second, Qt::Key_Escape);
        QVERIFY(!first->isFrozen() && !second->isFrozen());
        QVERIFY(std::abs(selection()->time()->position() - 7.0 / 15) < 1.0 / 15);
        // one scale: the darkest shade is the larger of both maps
        const MapLook before = deck()->look();
        MapLook whole = before;
        whole.normalisation = MapNormalisation::whole;
        deck()->setLook(whole);
        QCOMPARE(first->shades().high, second->shades().high);
        const auto largest = [](const AttentionMapView* map) {
            return *std::max_element(map->shades().weight.begin(), map->shades().weight.end());
        };
        QCOMPARE(first->shades().high, std::max(largest(first), largest(second)));
        deck()->setLook(before);
        off();
        QVERIFY(!second->isVisible());
    }
    void differenceIsFirstLessSecond() {
        pick(box()->howChooser(), static_cast<int>(Comparing::difference));
        // beside itself there is nothing to see: the other run is offered first
        QTRY_VERIFY(selection()->compared().front().state.run == root_ / "runs" / "plain");
        pick(box()->runChooser(), QString::fromStdString((root_ / "runs" / "full").string()));
        pick(box()->stateChooser(), QStringLiteral("last"));
        QTRY_VERIFY(deck()->map()->isDifference());
        QTRY_VERIFY(deck()->map()->shades().weight.front() == 0.0F);
        for (const float w : deck()->map()->shades().weight) QCOMPARE(w, 0.0F);  // with itself: nothing
        pick(box()->runChooser(), QString::fromStdString((root_ / "runs" / "plain").string()));
        QTRY_VERIFY(selection()->compared().front().state.run == root_ / "runs" / "plain");
        const auto sum_of_sizes = [&] {
            double sum = 0;
            for (const float w : deck()->map()->shades().weight) sum += static_cast<double>(std::abs(w));
            return sum;
        };
        QTRY_VERIFY(sum_of_sizes() > 1e-6);
        QVERIFY(deck()->map()->shades().low < 0);
        off();
        QVERIFY(!deck()->map()->isDifference());
    }
    void sliderGoesThroughTheEpochs() {
        QSlider* slider = box()->epochSlider();
        QTRY_COMPARE(box()->keptEpochs(), (std::vector<int>{0, 1, 2}));
        QTRY_COMPARE(slider->value(), 3);  // the saved model
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Home);
        QCOMPARE(selection()->keptEpoch(), 0);
        QTRY_COMPARE(window_->attention()->snapshot()->epoch, 0);
        const AttentionMap untrained = deck()->map()->map();
        QTest::keyClick(slider, Qt::Key_Right);
        QTRY_COMPARE(window_->attention()->snapshot()->epoch, 1);
        QVERIFY(deck()->map()->map().weight != untrained.weight);
        // an epoch against another, side by side
        pick(box()->howChooser(), static_cast<int>(Comparing::side));
        pick(box()->stateChooser(), QStringLiteral("kept-2"));
        QTRY_VERIFY(deck()->map(1)->hasMap());
        QVERIFY(deck()->caption(0).contains(QLatin1String("epoch 1")));
        QTRY_VERIFY(deck()->caption(1).contains(QLatin1String("epoch 2")));
        off();
        QTest::keyClick(slider, Qt::Key_End);
        QCOMPARE(selection()->keptEpoch(), -1);
        // a clip that was not watched says so
        QVERIFY(window_->clipTable()->choose(QStringLiteral("clip125")));
        QTRY_VERIFY(!slider->isEnabled());
        QVERIFY(window_->clipTable()->choose(QStringLiteral("clip124")));
        QTRY_VERIFY(slider->isEnabled());
        QTRY_VERIFY(deck()->map()->hasMap());
    }
    void presetComparesAndSaysWhatIsMissing() {
        QTest::mouseClick(box()->presetButton(), Qt::LeftButton);
        QCOMPARE(selection()->run(), root_ / "runs" / "full");
        QCOMPARE(selection()->comparing(), Comparing::side);
        QCOMPARE(selection()->compared().size(), std::size_t{1});
        QCOMPARE(selection()->compared().front().state.run, root_ / "runs" / "plain");
        QVERIFY2(box()->note().contains(QLatin1String("MulT")), qPrintable(box()->note()));
        QVERIFY(!box()->note().contains(QLatin1String("backbone")));
        QTRY_VERIFY(deck()->map(1)->hasMap());
        // the figure shows both, with the same word lit
        deck()->setView(MapDeck::View::figure);
        FigureView* view = deck()->figure()->view();
        QTRY_COMPARE(view->figures().size(), std::size_t{2});
        QTest::mouseClick(view, Qt::LeftButton, Qt::NoModifier, view->targetBox(1, 4).center().toPoint());
        QVERIFY(view->figures()[0].targets[4].lit && view->figures()[1].targets[4].lit);
        off();
    }
    void keysReachTheControls() {
        window_->activateWindow();
        QTRY_VERIFY(window_->isActiveWindow());
        const auto alt = [&](Qt::Key key, const QWidget* reached) {
            QTest::keyClick(window_.get(), key, Qt::AltModifier);
            QCOMPARE(QApplication::focusWidget(), reached);
        };
        alt(Qt::Key_S, window_->attentionPanel()->viewChooser());
        alt(Qt::Key_U, window_->attentionPanel()->runChooser());
        alt(Qt::Key_K, window_->attentionPanel()->massBox());
        alt(Qt::Key_E, box()->epochSlider());
        alt(Qt::Key_O, box()->howChooser());
        pick(box()->howChooser(), static_cast<int>(Comparing::side));
        alt(Qt::Key_R, box()->runChooser());
        alt(Qt::Key_P, box()->stateChooser());
        alt(Qt::Key_Y, box()->layerChooser());
        off();
    }
    void soundLightsAndIsLit() {
        selection()->setPair({Modality::audio, Modality::text});
        QTRY_VERIFY(deck()->map()->hasMap() && deck()->map()->sourceAxis().modality == Modality::audio);
        WaveLane* wave = window_->clipPanel()->lanes()->wave();
        hover(wave, QPointF(wave->xOfTime(1.02), wave->height() / 2.0));
        QCOMPARE(deck()->map()->litColumn(), 12);  // 12.5 steps a second
        leave(wave);
        QCOMPARE(deck()->map()->litColumn(), -1);
        hover(deck()->map(), deck()->map()->cellRect(2, 5).center());
        QVERIFY(std::abs(wave->highlighted().begin - 0.4) < 1e-9);
        leave(deck()->map());
        QVERIFY(wave->highlighted().duration() <= 0);
        selection()->setPair({Modality::vision, Modality::text});
        QTRY_VERIFY(deck()->map()->hasMap());
    }
    void figureShowsWordsAndFrames() {
        window_->attentionPanel()->viewChooser()->setCurrentIndex(2);
        FigureView* view = deck()->figure()->view();
        QTRY_VERIFY(view->isVisible());
        QVERIFY(!window_->clipPanel()->strip()->isVisible());
        QCOMPARE(view->figures().size(), std::size_t{1});
        QCOMPARE(view->figures().front().targets.size(), std::size_t{5});
        QCOMPARE(view->figures().front().targets[2].text, QStringLiteral("really"));
        QTRY_VERIFY(!view->figures().front().sources.front().image.isNull());
        QTest::mouseClick(view, Qt::LeftButton, Qt::NoModifier, view->targetBox(0, 3).center().toPoint());
        QCOMPARE(deck()->map()->litRow(), 3);
        QCOMPARE(window_->clipPanel()->lanes()->words()->highlighted(), 3);
        QVERIFY(view->figures().front().targets[3].lit);
        const auto source = view->figures().front().sources.front();
        QTest::mouseClick(view, Qt::LeftButton, Qt::NoModifier, view->sourceBox(0, 0).center().toPoint());
        QCOMPARE(selection()->time()->position(), source.time);
    }
    void figureSaysWhyThereIsNone() {
        selection()->setLayer(7);
        QTRY_COMPARE(selection()->layer(), 1);  // the dock goes to the last layer there is
        selection()->setRun({}, {});
        QTRY_VERIFY(deck()->figure()->view()->figures().empty());
        QVERIFY(!deck()->figure()->view()->emptyText().isEmpty());
        selection()->setRun(root_ / "runs" / "full", QStringLiteral("last"));
        QTRY_VERIFY(!deck()->figure()->view()->figures().empty());
    }
    void figureIsWritten() {
        const auto starts = [&](const char* name, const QByteArray& with) {
            const QString file = folder_.filePath(QLatin1String(name));
            deck()->figure()->write(file);
            QFile in(file);
            return in.open(QIODevice::ReadOnly) && in.readAll().left(300).contains(with);
        };
        QVERIFY(starts("figure.png", "PNG"));
        QVERIFY(starts("figure.pdf", "%PDF"));
        QVERIFY(starts("figure.svg", "<svg"));
        const QImage image(folder_.filePath(QStringLiteral("figure.png")));
        QVERIFY(image.width() > 2000);
        QVERIFY_THROWS_EXCEPTION(Error, deck()->figure()->write(folder_.filePath(QStringLiteral("figure.gif"))));
        QVERIFY_THROWS_EXCEPTION(Error, deck()->figure()->write(QStringLiteral("/no/such/folder/figure.png")));
        QVERIFY_THROWS_EXCEPTION(Error, (void)page_of(std::vector<AttentionFigure>{}, 180));
        off();
    }
    void cleanupTestCase() {
        window_.reset();
        QVERIFY2(toy::warnings().isEmpty(), qPrintable(toy::warnings().join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(TestMaps)
#include "test_maps.moc"
