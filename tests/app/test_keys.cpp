// Keys of the window: one meaning each, and every control of the map has one that does what the control does.
#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QMenuBar>
#include <QSlider>
#include <QSpinBox>

#include <map>

#include "app/workbench/attention_panel.h"
#include "app/workbench/clip_panel.h"
#include "app/workbench/compare_box.h"
#include "app/workbench/key_page.h"
#include "app/workbench/map_deck.h"
#include "app/workbench/time_lanes.h"
#include "core/training/trainer.h"
#include "tests/app/window_test.h"
#include "widgets/attention_map.h"
#include "widgets/frame_strip.h"
#include "widgets/map_grid.h"
#include "widgets/ruler_lane.h"
#include "widgets/transport_bar.h"

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
    // Alt and a letter: where two parts of a layout share one it only moves the focus, or opens the wrong one
    void noMnemonicStandsForTwo() {
        for (const auto layout : {MainWindow::Layout::data, MainWindow::Layout::train, MainWindow::Layout::inspect}) {
            window_->setLayoutShown(layout);
            QCoreApplication::processEvents();
            std::map<QString, QString> owner;
            const auto claim = [&](const QString& text) {
                const QString key = QKeySequence::mnemonic(text).toString();
                if (key.isEmpty()) return;
                const auto [place, first] = owner.emplace(key, text);
                QVERIFY2(first || place->second == text,
                         qPrintable(QStringLiteral("layout %1, %2: %3 and %4")
                                        .arg(static_cast<int>(layout))
                                        .arg(key, place->second, text)));
            };
            for (const QAction* menu : window_->menuBar()->actions()) claim(menu->text());
            for (const QWidget* w : window_->findChildren<QWidget*>()) {
                if (!w->isVisible()) continue;
                if (const auto* label = qobject_cast<const QLabel*>(w); label && label->buddy()) claim(label->text());
                if (const auto* button = qobject_cast<const QAbstractButton*>(w)) claim(button->text());
                if (const auto* box = qobject_cast<const QGroupBox*>(w)) claim(box->title());
            }
        }
    }
    void everyControlOfTheMapTellsItsKey() {
        window_->setLayoutShown(MainWindow::Layout::inspect);
        const CompareBox* box = panel()->compare();
        for (const QWidget* w : std::initializer_list<QWidget*>{
                 panel()->viewChooser(), panel()->pairChooser(), panel()->layerChooser(), panel()->headChooser(),
                 panel()->scaleChooser(), panel()->normalisationChooser(), panel()->truthChooser(), panel()->massBox(),
                 panel()->selectedBox(), panel()->propagatedBox(), box->howChooser(), box->epochSlider()})
            QVERIFY2(w->toolTip().endsWith(QLatin1Char(')')) && !w->accessibleName().isEmpty() |
                         !w->property("text").toString().isEmpty(),
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
        QVERIFY(map()->cellText(1, 7).contains(QLatin1String("truly belong together")));  // word 2 from 0.4, step at 0.47
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
    void thePageOfKeysHasTheMap() {
        QStringList all;
        for (const KeyGroup& group : keysOf(window_.get()))
            for (const KeyRow& row : group.rows)
                if (group.title == QLatin1String("Map")) all << row.keys;
        for (const char* k : {"7", "8", "9", "H", "Shift+H", "Y", "P", "G", "N", "M", "W", "V", "R", "C", "B", "E"})
            QVERIFY2(all.contains(QLatin1String(k)), k);
    }
    void cleanupTestCase() {
        window_.reset();
        QVERIFY2(toy::warnings().isEmpty(), qPrintable(toy::warnings().join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(TestKeys)
#include "test_keys.moc"
