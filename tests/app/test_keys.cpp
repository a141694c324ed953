// Keys of the window: one meaning each, and every control of the map has one that does what the control does.
#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QSlider>
#include <QSpinBox>

#include <cmath>

#include "app/workbench/attention_panel.h"
#include "app/workbench/clip_panel.h"
#include "app/workbench/compare_box.h"
#include "app/workbench/key_page.h"
#include "app/workbench/map_deck.h"
#include "app/workbench/time_lanes.h"
#include "core/training/trainer.h"
#include "tests/app/mnemonics.h"
#include "tests/app/window_test.h"
#include "widgets/attention_map.h"
#include "widgets/frame_strip.h"
#include "widgets/map_grid.h"
#include "widgets/ruler_lane.h"
#include "widgets/transport_bar.h"
#include "widgets/video_view.h"

using namespace mica;

class TestKeys : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::filesystem::path root_;
    std::unique_ptr<MainWindow> window_;

    Selection* selection() { return window_->selection(); }
    MapDeck* deck() { return window_->clipPanel()->maps(); }
    AttentionMapView* map() { return deck()->map(); }
    AttentionPanel* panel() { return window_->attentionPanel(); }
    TimeView* time() { return selection()->time(); }
    void key(Qt::Key k, Qt::KeyboardModifiers m = {}) {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : window_.get(), k, m);
    }

private Q_SLOTS:
    void initTestCase() {
        toy::use_own_settings(folder_);
        root_ = folder_.path().toStdString();
        const auto set = toy::make_set(root_ / "set");
        TrainingOptions options = make_options("", {"d=8", "heads=2", "layers=2", "memory_layers=1", "batch=6",
                                                    "epochs=2", "mmd_rows=64", "watch=clip124"});
        options.threads = 1;
        (void)train(open_set(set), options, root_ / "runs" / "one", {}, {}, {});
        window_ = std::make_unique<MainWindow>(root_ / "runs");
        QVERIFY(toy::open_and_wait(*window_, set));
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        QTRY_VERIFY(!selection()->run().empty());
        selection()->setPair({Modality::vision, Modality::text});
        QTRY_VERIFY(map()->hasMap());
        QTRY_VERIFY(!panel()->compare()->keptEpochs().empty());
    }
    void noMnemonicStandsForTwo() {
        for (const auto layout : {MainWindow::Layout::data, MainWindow::Layout::train, MainWindow::Layout::inspect,
                                  MainWindow::Layout::experiments}) {
            window_->setLayoutShown(layout);
            QCoreApplication::processEvents();
            const QStringList shared = toy::shared_mnemonics(*window_);
            QVERIFY2(shared.isEmpty(), qPrintable(QStringLiteral("layout %1: ").arg(static_cast<int>(layout)) +
                                                  shared.join(QStringLiteral("; "))));
        }
    }
    void everyControlOfTheMapTellsItsKey() {
        window_->setLayoutShown(MainWindow::Layout::inspect);
        const CompareBox* box = panel()->compare();
        for (const QWidget* w : std::initializer_list<QWidget*>{
                 panel()->viewChooser(), panel()->pairChooser(), panel()->layerChooser(), panel()->headChooser(),
                 panel()->scaleChooser(), panel()->normalisationChooser(), panel()->truthChooser(), panel()->massBox(),
                 panel()->selectedBox(), panel()->propagatedBox(), box->howChooser(), box->epochSlider()})
            QVERIFY2(w->toolTip().endsWith(QLatin1Char(')')) &&
                         !w->accessibleName().isEmpty() | !w->property("text").toString().isEmpty(),
                     qPrintable(w->toolTip()));
    }
    void lettersTurnTheMap() {
        window_->clipPanel()->lanes()->ruler()->setFocus();
        key(Qt::Key_Y);
        QCOMPARE(selection()->layer(), 1);
        QCOMPARE(map()->map().layer, 1);
        key(Qt::Key_Y, Qt::ShiftModifier);
        QCOMPARE(map()->map().layer, 0);
        key(Qt::Key_H);
        QCOMPARE(map()->head(), 0);
        key(Qt::Key_H, Qt::ShiftModifier);
        QCOMPARE(map()->head(), -1);
        const Pair before = selection()->pair();
        key(Qt::Key_P);
        QVERIFY(!(selection()->pair() == before));
        QTRY_COMPARE(map()->map().pair, selection()->pair());
        key(Qt::Key_P, Qt::ShiftModifier);
        QCOMPARE(selection()->pair(), before);
        key(Qt::Key_G);
        QCOMPARE(map()->scale(), MapScale::logarithmic);
        key(Qt::Key_G);
        QCOMPARE(map()->scale(), MapScale::linear);
        key(Qt::Key_N);
        QCOMPARE(map()->normalisation(), MapNormalisation::whole);
        key(Qt::Key_N);
        QCOMPARE(map()->normalisation(), MapNormalisation::row);
        for (int i = 0; i < 3; ++i) key(Qt::Key_M);
        QCOMPARE(map()->keptMass(), 0.7);
        key(Qt::Key_M, Qt::ShiftModifier);
        QCOMPARE(map()->keptMass(), 0.8);
        for (int i = 0; i < 9; ++i) key(Qt::Key_M);
        QCOMPARE(map()->keptMass(), 0.01);
        for (int i = 0; i < 10; ++i) key(Qt::Key_M, Qt::ShiftModifier);
        QCOMPARE(map()->keptMass(), 1.0);
        key(Qt::Key_W);
        QVERIFY(deck()->look().show_w && panel()->selectedBox()->isChecked());
        key(Qt::Key_V);
        QVERIFY(deck()->look().show_v);
        key(Qt::Key_R);
        QCOMPARE(deck()->look().truth, MapTruth::times);
        QVERIFY(
            map()->cellText(1, 7).contains(QLatin1String("truly belong together")));  // word 2 from 0.4, step at 0.47
        QVERIFY(!map()->cellText(1, 20).contains(QLatin1String("truly belong together")));
        key(Qt::Key_W);
        key(Qt::Key_V);
        key(Qt::Key_R);
        key(Qt::Key_R);
        QCOMPARE(deck()->look(), MapLook{});
    }
    void lettersChangeTheView() {
        window_->clipPanel()->lanes()->ruler()->setFocus();
        key(Qt::Key_8);
        QTRY_VERIFY(deck()->grid()->isVisible() && !map()->isVisible());
        key(Qt::Key_9);
        QCOMPARE(deck()->view(), MapDeck::View::figure);
        key(Qt::Key_7);
        QTRY_VERIFY(map()->isVisible());
        key(Qt::Key_C);
        QCOMPARE(selection()->comparing(), Comparing::side);
        QTRY_VERIFY(deck()->map(1)->isVisible() && deck()->map(1)->hasMap());
        key(Qt::Key_C);
        QCOMPARE(selection()->comparing(), Comparing::difference);
        QTRY_VERIFY(map()->isDifference());
        key(Qt::Key_C);
        QCOMPARE(selection()->comparing(), Comparing::none);
        QTRY_VERIFY(map()->hasMap() && !map()->isDifference());
    }
    // the view with the keys is hidden: the next one has them, not the field that happens to come next
    void keysStayWithTheMaps() {
        map()->setFocus();
        key(Qt::Key_9);
        QCOMPARE(deck()->view(), MapDeck::View::figure);
        QVERIFY(deck()->isAncestorOf(QApplication::focusWidget()));
        key(Qt::Key_8);
        QCOMPARE(QApplication::focusWidget(), deck()->grid());
        key(Qt::Key_Right);
        key(Qt::Key_Return);  // shows the chosen one large
        QCOMPARE(deck()->view(), MapDeck::View::map);
        QCOMPARE(QApplication::focusWidget(), map());
        selection()->setHead(-1);
        selection()->setLayer(0);
    }
    // the slider leads: what stands above it must not name another epoch, nor pass off the best one's figures
    void keptEpochsAreNamedWhereverOneLooks() {
        window_->clipPanel()->lanes()->ruler()->setFocus();
        key(Qt::Key_E, Qt::ShiftModifier);
        const int kept = selection()->keptEpoch();
        QCOMPARE(kept, panel()->compare()->keptEpochs().back());
        QVERIFY(panel()->checkpointChooser()->currentText().contains(QStringLiteral("after epoch %1").arg(kept)));
        QVERIFY(panel()->figures().contains(QLatin1String("not with the one shown")));
        key(Qt::Key_E);
        QCOMPARE(selection()->keptEpoch(), -1);
        QVERIFY(panel()->checkpointChooser()->currentText().contains(QLatin1String("best")));
        QVERIFY(!panel()->figures().contains(QLatin1String("not with the one shown")));
    }
    // rows by Up and Down, columns by the cursor; the value stands above the strongest moments
    void keysReachACell() {
        map()->setFocus();
        key(Qt::Key_Home);
        key(Qt::Key_Down);
        const int row = map()->litRow();
        QVERIFY(map()->isFrozen() && row >= 0);
        for (int i = 0; i < 12; ++i) key(Qt::Key_Right);  // frames of 1/25 s, steps of 1/15 s
        const int column = map()->columnAt(time()->position());
        QCOMPARE(column, 7);
        const float weight = map()->shades().weight[static_cast<std::size_t>(row * map()->map().columns + column)];
        const QString note = window_->clipPanel()->strip()->note();
        QVERIFY2(note.contains(QString::number(static_cast<double>(weight), 'f', 4)), qPrintable(note));
        QVERIFY2(note.contains(QLatin1String("video step 8")), qPrintable(note));
        QTRY_COMPARE(window_->clipPanel()->video()->number(), 12);
        key(Qt::Key_Escape);
        QVERIFY(!map()->isFrozen());
    }
    void aStrongMomentLeadsToItsFrame() {
        FrameStrip* strip = window_->clipPanel()->strip();
        map()->freezeRow(2);
        QCOMPARE(strip->frames().size(), std::size_t{5});
        const auto frame_of = [&](std::size_t i) {
            return static_cast<int>(std::floor(strip->frames()[i].time * toy::kFrameRate + 1e-6));
        };
        QTest::mouseClick(strip, Qt::LeftButton, {}, strip->frameRect(1).center().toPoint());
        QVERIFY(std::abs(time()->position() - strip->frames()[1].time) < 1e-9);
        QTRY_COMPARE(window_->clipPanel()->video()->number(), frame_of(1));
        strip->setFocus();
        QTest::keyClick(strip, Qt::Key_Down);
        QTest::keyClick(strip, Qt::Key_Return);
        QTRY_COMPARE(window_->clipPanel()->video()->number(), frame_of(2));
        map()->thaw();
    }
    void smallMapsShowTheDifference() {
        window_->clipPanel()->lanes()->ruler()->setFocus();
        key(Qt::Key_C);
        key(Qt::Key_C);
        key(Qt::Key_8);
        QTRY_VERIFY(deck()->grid()->isDifference() && deck()->grid()->layers() == 2);
        key(Qt::Key_7);
        key(Qt::Key_C);
        QCOMPARE(selection()->comparing(), Comparing::none);
    }
    void thePageOfKeysHasTheMap() {
        QStringList all;
        for (const KeyGroup& group : keysOf(window_.get()))
            for (const KeyRow& row : group.rows)
                if (group.title == QLatin1String("Map")) all << row.keys;
        for (const char* k : {"7", "8", "9", "H", "Shift+H", "Y", "P", "G", "N", "M", "W", "V", "R", "C", "B", "E"})
            QVERIFY2(all.contains(QLatin1String(k)), k);
    }
    void docksStayWhereTheyWerePut() {
        window_->setLayoutShown(MainWindow::Layout::inspect);
        auto* attention = window_->findChild<QDockWidget*>(QStringLiteral("attention"));
        window_->addDockWidget(Qt::LeftDockWidgetArea, attention);
        window_->findChild<QDockWidget*>(QStringLiteral("evidence"))->hide();
        window_->setLayoutShown(MainWindow::Layout::data);
        window_->setLayoutShown(MainWindow::Layout::inspect);
        QCOMPARE(window_->dockWidgetArea(attention), Qt::LeftDockWidgetArea);
        window_->close();
        MainWindow again(root_ / "runs");
        again.show();
        again.setLayoutShown(MainWindow::Layout::inspect);
        attention = again.findChild<QDockWidget*>(QStringLiteral("attention"));
        QCOMPARE(again.dockWidgetArea(attention), Qt::LeftDockWidgetArea);
        QVERIFY(attention->isVisible());
        QVERIFY(!again.findChild<QDockWidget*>(QStringLiteral("evidence"))->isVisible());
    }
    void cleanupTestCase() {
        window_.reset();
        QVERIFY2(toy::warnings().isEmpty(), qPrintable(toy::warnings().join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(TestKeys)
#include "test_keys.moc"
