// "What if" by key and mouse: what the model was given, what stands on screen beside the untouched, and what a person is
// told where a change cannot be made.
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTableView>

#include <map>

#include "app/workbench/compare_box.h"
#include "app/workbench/swap_dialog.h"
#include "tests/app/what_if_test.h"
#include "widgets/spectrogram_lane.h"

using namespace mica;

class TestWhatIf : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::filesystem::path root_;
    std::unique_ptr<toy::WhatIfWindow> w_;

    WhatIf* what_if() { return w_->what_if(); }
    QString note() { return what_if()->note(); }
    static Interval time_of(std::size_t word) {
        return {0.4 * static_cast<double>(word), 0.4 * (static_cast<double>(word) + 1)};
    }
    void choose(const char* action) {  // an entry of the menu
        auto* found = w_->window.findChild<QAction*>(QLatin1String(action));
        QVERIFY2(found, action);
        found->trigger();
    }
    // The entries of the menu at a place of a lane.
    QMenu* menuAt(QWidget* widget, const QPoint& at, QContextMenuEvent::Reason reason = QContextMenuEvent::Mouse) {
        QContextMenuEvent event(reason, at, widget->mapToGlobal(at));
        QCoreApplication::sendEvent(widget, &event);
        return qobject_cast<QMenu*>(QApplication::activePopupWidget());
    }
    static QAction* entry(QMenu* menu, const QString& part) {
        for (QAction* action : menu->actions())
            if (action->text().contains(part)) return action;
        return nullptr;
    }
    void clear() {
        what_if()->clear();
        QVERIFY(w_->isUntouched());
    }

private Q_SLOTS:
    void cleanup() {  // whatever a test left behind
        if (!w_) return;
        w_->selection()->time()->clearSelection();
        what_if()->clear();
    }
    void initTestCase() {
        toy::use_own_settings(folder_);
        root_ = folder_.path().toStdString();
        const auto set = toy::remake(toy::make_set(root_ / "made"), root_ / "set", [&](std::size_t i, Clip& clip) {
            if (!clip.info.media.empty()) toy::write_video(root_ / "set" / clip.info.media);
            if (i != 29) return;
            clip.info.split = Split::none;  // no sound: the model cannot be given it
            clip.streams[2] = {};
            clip.streams[2].features = 5;
        });
        toy::train_small(set, root_ / "runs" / "full");
        toy::train_small(set, root_ / "runs" / "shallow", {"layers=1", "heads=1"});
        toy::train_small(set, root_ / "runs" / "text", {"streams=L"});
        w_ = std::make_unique<toy::WhatIfWindow>(set, root_ / "runs", "full");
        QVERIFY(w_->open);
        QTRY_VERIFY(w_->ready());
        QVERIFY(QTest::qWaitForWindowActive(&w_->window));
    }
    void aWordIsHiddenByKey() {
        w_->selection()->time()->setPosition(time_of(2).middle());
        w_->key(Qt::Key_H);
        Intervention what;
        what.hidden[0] = {2};
        QVERIFY(w_->shows(what));
        QVERIFY(w_->panel()->isVisible());
        QCOMPARE(w_->panel()->list()->count(), 1);
        QVERIFY(w_->panel()->list()->item(0)->text().contains(QLatin1String("really")));
        // beside the untouched, on the same scale
        QVERIFY(w_->deck()->map(1)->isVisible());
        QVERIFY(w_->deck()->caption(1).contains(QLatin1String("changed")));
        QCOMPARE(w_->deck()->map()->map().weight, w_->asked({}).maps.front().weight);
        // what is written of it is not taken for the run's own
        QVERIFY(w_->deck()->inspected().runs.at(0).change.empty());
        QVERIFY(!w_->deck()->inspected().runs.at(1).change.empty());
        QCOMPARE(w_->deck()->map(1)->targetAxis().masked.at(2), std::uint8_t{1});
        QCOMPARE(w_->deck()->map()->targetAxis().masked.at(2), std::uint8_t{0});
        // hatched on the lane of the words, and only there
        QCOMPARE(w_->lanes()->words()->hidden().size(), std::size_t{1});
        QCOMPARE(w_->lanes()->words()->hidden().front().time, time_of(2));
        QVERIFY(w_->lanes()->wave()->hidden().empty());
        // once is enough
        w_->key(Qt::Key_H);
        QCOMPARE(what_if()->changes().size(), std::size_t{1});
        QVERIFY(note().contains(QLatin1String("already")));
        clear();
        QVERIFY(w_->lanes()->words()->hidden().empty());
    }
    void aFrozenRowGoesBeforeTheCursor() {
        AttentionMapView* map = w_->deck()->map();
        QTest::mouseClick(map, Qt::LeftButton, Qt::NoModifier, map->cellRect(4, 3).center().toPoint());
        QVERIFY(map->isFrozen());
        choose("hideWord");
        Intervention what;
        what.hidden[0] = {4};
        QVERIFY(w_->shows(what));
        map->thaw();
        clear();
    }
    void intervalsOfEachStream() {
        w_->selection()->time()->setSelection(0.5, 0.75);
        w_->key(Qt::Key_M);
        Intervention what;
        what.hidden[2] = {6, 7, 8, 9};  // steps of 0.08 s that share a moment with it
        QVERIFY(w_->shows(what));
        QCOMPARE(w_->lanes()->wave()->hidden().size(), std::size_t{1});
        QVERIFY(std::abs(w_->lanes()->spectrogram()->hidden().front().time.begin - 0.48) < 1e-9);
        QVERIFY(std::abs(w_->lanes()->spectrogram()->hidden().front().time.end - 0.8) < 1e-9);
        w_->key(Qt::Key_V, Qt::ShiftModifier);
        what.hidden[1] = {7, 8, 9, 10, 11};
        QVERIFY(w_->shows(what));
        w_->key(Qt::Key_X, Qt::ShiftModifier);
        what.hidden[0] = {1};
        QVERIFY(w_->shows(what));
        // a part of what is hidden
        w_->selection()->time()->setSelection(0.55, 0.6);
        w_->key(Qt::Key_M);
        QVERIFY2(note().contains(QLatin1String("already")), qPrintable(note()));
        QCOMPARE(what_if()->changes().size(), std::size_t{3});
        clear();
    }
    void withoutASelectionNothingIsMuted() {
        w_->selection()->time()->clearSelection();
        w_->key(Qt::Key_M);
        QVERIFY(note().contains(QLatin1String("Nothing is selected")));
        QVERIFY(w_->panel()->note()->text().contains(note()));
        QVERIFY(what_if()->changes().empty());
    }
    void rowsAreSwitchedAndRemoved() {
        w_->selection()->time()->setPosition(time_of(0).middle());
        w_->key(Qt::Key_H);
        w_->key(Qt::Key_M, Qt::AltModifier);
        Intervention both;
        both.hidden[0] = {0};
        both.dropped[2] = true;
        QVERIFY(w_->shows(both));
        QCOMPARE(w_->lanes()->wave()->hidden().front().time.end, w_->selection()->time()->duration());
        ChangeList* list = w_->panel()->list();
        QCOMPARE(list->count(), 2);
        list->setFocus();
        list->setCurrentRow(0);
        QTest::keyClick(list, Qt::Key_Space);
        Intervention one;
        one.dropped[2] = true;
        QVERIFY(w_->shows(one));
        QCOMPARE(list->item(0)->checkState(), Qt::Unchecked);
        // by mouse
        const QRect row = list->visualItemRect(list->item(0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier, {row.left() + 8, row.center().y()});
        QVERIFY(w_->shows(both));
        QTest::keyClick(list, Qt::Key_Delete);
        QVERIFY(w_->shows(one));
        QCOMPARE(list->count(), 1);
        QTest::keyClick(list, Qt::Key_Space);  // all are off
        QVERIFY(w_->isUntouched());
        QVERIFY(w_->panel()->difference()->text().contains(QLatin1String("switched off")));
        w_->window.clipPanel()->setFocus();
        clear();
    }
    void stepsAreTakenBack() {
        for (const std::size_t word : {std::size_t{1}, std::size_t{3}}) {
            w_->selection()->time()->setPosition(time_of(word).middle());
            w_->key(Qt::Key_H);
        }
        Intervention both, one;
        both.hidden[0] = {1, 3};
        one.hidden[0] = {1};
        QVERIFY(w_->shows(both));
        w_->key(Qt::Key_Z);
        QVERIFY(w_->shows(one));
        w_->key(Qt::Key_Z, Qt::ShiftModifier);
        QVERIFY(w_->shows(both));
        w_->key(Qt::Key_Backspace);
        QVERIFY(w_->isUntouched());
        w_->key(Qt::Key_Z);
        QVERIFY(w_->shows(both));
        clear();
    }
    void partsOfTheModelAreSilenced() {
        w_->selection()->setHead(-1);
        w_->key(Qt::Key_D);
        QVERIFY(note().contains(QLatin1String("mean of all heads")));
        w_->selection()->setHead(1);
        w_->key(Qt::Key_D);
        const Pair pair{Modality::vision, Modality::text};
        Intervention what;
        what.silenced = {{pair, 0, 1}};
        QVERIFY(w_->shows(what));
        w_->key(Qt::Key_Z);
        w_->key(Qt::Key_D, Qt::ShiftModifier);
        what.silenced = {{pair, 0, -1}};
        QVERIFY(w_->shows(what));
        w_->key(Qt::Key_D, Qt::AltModifier);
        what.silenced.push_back({pair, -1, -1});
        QVERIFY(w_->shows(what));
        w_->selection()->setHead(-1);
        clear();
    }
    void aStreamIsSwapped() {
        w_->key(Qt::Key_S, Qt::ShiftModifier);
        auto* dialog = w_->window.findChild<SwapDialog*>();
        QVERIFY(dialog);
        const QPushButton* ok = dialog->buttons()->button(QDialogButtonBox::Ok);
        QVERIFY(!ok->isEnabled());
        QTest::keyClicks(dialog->search(), QStringLiteral("clip129"));
        QVERIFY(dialog->note()->text().contains(QLatin1String("no sound")));
        QVERIFY(!ok->isEnabled());
        dialog->search()->clear();
        QTest::keyClicks(dialog->search(), w_->selection()->clipId());
        QVERIFY(dialog->note()->text().contains(QLatin1String("itself")));
        dialog->search()->clear();
        QTest::keyClicks(dialog->search(), QStringLiteral("clip107"));
        QCOMPARE(dialog->table()->model()->rowCount(), 1);
        QVERIFY(ok->isEnabled());
        QTest::keyClick(dialog->search(), Qt::Key_Return);
        Intervention what;
        what.replaced[2] = 7;
        QVERIFY(w_->shows(what));
        QVERIFY(w_->lanes()->wave()->hidden().front().text.contains(QLatin1String("clip107")));
        // what was hidden of the sound is not of this one
        w_->selection()->time()->setSelection(0.1, 0.4);
        w_->key(Qt::Key_M);
        QVERIFY2(w_->panel()->list()->count() == 2, qPrintable(note()));
        QVERIFY(w_->panel()->list()->item(1)->text().contains(QLatin1String("no effect")));
        QVERIFY(w_->shows(what));
        what_if()->setOn(0, false);
        Intervention muted;
        muted.hidden[2] = {1, 2, 3, 4};
        QVERIFY(w_->shows(muted));
        w_->selection()->time()->clearSelection();
        clear();
    }
    void menusAtThePointer() {
        WordLane* words = w_->lanes()->words();
        const QPoint word(static_cast<int>(words->xOfTime(time_of(3).middle())), words->height() / 2);
        QMenu* menu = menuAt(words, word);
        QVERIFY(menu);
        QAction* hide = entry(menu, QStringLiteral("so"));
        QVERIFY(hide);
        hide->trigger();
        menu->close();
        Intervention what;
        what.hidden[0] = {3};
        QVERIFY(w_->shows(what));
        // by key it is the word at the cursor
        w_->selection()->time()->setPosition(time_of(4).middle());
        menu = menuAt(words, {2, 2}, QContextMenuEvent::Keyboard);
        QVERIFY(menu && entry(menu, QStringLiteral("good")));
        menu->close();
        clear();
        AttentionMapView* map = w_->deck()->map();
        menu = menuAt(map, map->cellRect(1, 12).center().toPoint());
        QVERIFY(menu);
        QVERIFY(entry(menu, QStringLiteral("was")));
        QVERIFY(entry(menu, QStringLiteral("xport this view")));  // of the maps, whatever is in them
        entry(menu, QStringLiteral("video step 13"))->trigger();
        menu->close();
        Intervention column;
        column.hidden[1] = {12};
        QVERIFY(w_->shows(column));
        menu = menuAt(w_->lanes()->wave(), {200, 5});
        QVERIFY(menu && entry(menu, QStringLiteral("sound")) && !entry(menu, QStringLiteral("video")));
        menu->close();
        clear();
    }
    void theDifferenceIsShown() {
        w_->selection()->time()->setPosition(time_of(2).middle());
        w_->key(Qt::Key_H);
        QTRY_VERIFY(w_->deck()->map(1)->isVisible());
        QComboBox* shown = w_->panel()->shownChooser();
        shown->setCurrentIndex(shown->findData(static_cast<int>(Comparing::difference)));
        Q_EMIT shown->activated(shown->currentIndex());
        QTRY_VERIFY(w_->deck()->map()->isDifference());
        Intervention what;
        what.hidden[0] = {2};
        const float before = w_->asked({}).maps.front().at(0, 0, 0), after = w_->asked(what).maps.front().at(0, 0, 0);
        w_->selection()->setHead(0);
        QTRY_COMPARE(w_->deck()->map()->shades().weight.front(), before - after);
        w_->selection()->setHead(-1);
        // chosen elsewhere, said here
        QComboBox* how = w_->window.attentionPanel()->compare()->howChooser();
        QCOMPARE(how->currentData().toInt(), static_cast<int>(Comparing::difference));
        how->setCurrentIndex(how->findData(static_cast<int>(Comparing::none)));
        Q_EMIT how->activated(how->currentIndex());
        QCOMPARE(shown->currentData().toInt(), static_cast<int>(Comparing::none));
        QVERIFY(!w_->deck()->map()->isDifference());
        shown->setCurrentIndex(shown->findData(static_cast<int>(Comparing::side)));
        Q_EMIT shown->activated(shown->currentIndex());
        QVERIFY(w_->shows(what));
        clear();
    }
    void whatWasComparedComesBack() {
        w_->selection()->setCompared(Comparing::side, {{{root_ / "runs" / "shallow", QStringLiteral("last"), -1}, -1}});
        w_->key(Qt::Key_V, Qt::AltModifier);
        QTRY_VERIFY(what_if()->snapshot());
        QVERIFY(w_->selection()->compared().front().changed);
        what_if()->clear();
        QVERIFY(!w_->selection()->compared().front().changed);
        QCOMPARE(w_->selection()->comparing(), Comparing::side);
        w_->selection()->setCompared(Comparing::none, {});
    }
    void nothingIsLeftOfAStream() {
        w_->selection()->time()->setSelection(0, 2);
        w_->key(Qt::Key_X, Qt::ShiftModifier);
        QTRY_VERIFY(what_if()->snapshot());
        QVERIFY(w_->panel()->note()->text().contains(QLatin1String("Every step is hidden of: text")));
        Intervention all;
        all.hidden[0] = {0, 1, 2, 3, 4};
        QVERIFY(w_->shows(all));
        w_->key(Qt::Key_M);
        w_->key(Qt::Key_V, Qt::AltModifier);
        QVERIFY(w_->panel()->note()->text().contains(QLatin1String("nothing of this clip")));
        QTRY_VERIFY(what_if()->state() != SnapshotSource::State::loading);
        w_->selection()->time()->clearSelection();
        clear();
    }
    void anotherRunKeepsWhatItCan() {
        w_->selection()->setLayer(1);
        w_->key(Qt::Key_D, Qt::ShiftModifier);
        w_->selection()->time()->setPosition(time_of(1).middle());
        w_->key(Qt::Key_H);
        QTRY_VERIFY(what_if()->snapshot());
        w_->selection()->setRun(root_ / "runs" / "shallow", QStringLiteral("last"));
        QTRY_COMPARE(what_if()->changes().size(), std::size_t{1});
        QVERIFY(note().contains(QLatin1String("layer 2")));
        w_->name = "shallow";
        Intervention what;
        what.hidden[0] = {1};
        QVERIFY(w_->shows(what));
        w_->selection()->setRun(root_ / "runs" / "full", QStringLiteral("last"));
        w_->name = "full";
        w_->selection()->setLayer(0);
        QTRY_COMPARE(what_if()->untouched()->run, std::string("full"));
        clear();
    }
    void anotherClipKeepsWhatItCan() {
        const int before = w_->selection()->clip();
        w_->selection()->time()->setPosition(time_of(1).middle());
        w_->key(Qt::Key_H);
        w_->key(Qt::Key_M, Qt::AltModifier);
        QTRY_VERIFY(what_if()->snapshot());
        w_->selection()->setClip(before + 1);
        QCOMPARE(what_if()->changes().size(), std::size_t{1});
        QVERIFY(note().contains(QLatin1String("was")) && note().startsWith(QLatin1String("Dropped")));
        QVERIFY(!what_if()->canUndo());
        Intervention what;
        what.dropped[2] = true;
        QTRY_VERIFY(w_->ready());
        QVERIFY(w_->shows(what));
        w_->selection()->setClip(before);
        QTRY_VERIFY(w_->ready());
        clear();
    }
    void aModelOfOneStreamHasAPredictionOnly() {
        w_->selection()->setRun(root_ / "runs" / "text", QStringLiteral("last"));
        w_->name = "text";
        QTRY_COMPARE(what_if()->untouched()->run, std::string("text"));
        w_->selection()->time()->setPosition(time_of(2).middle());
        w_->key(Qt::Key_H);
        Intervention what;
        what.hidden[0] = {2};
        QTRY_VERIFY(what_if()->snapshot());
        QCOMPARE(what_if()->snapshot()->prediction, w_->asked(what).prediction);
        QVERIFY(w_->asked(what).prediction != w_->asked({}).prediction);
        what_if()->clear();
        w_->selection()->time()->setSelection(0.1, 0.4);
        w_->key(Qt::Key_M);
        QTRY_COMPARE(what_if()->state(), SnapshotSource::State::failed);
        QVERIFY2(what_if()->text().contains(QLatin1String("no such stream")), qPrintable(what_if()->text()));
        what_if()->clear();
        w_->selection()->time()->clearSelection();
        w_->selection()->setRun(root_ / "runs" / "full", QStringLiteral("last"));
        w_->name = "full";
        QTRY_COMPARE(what_if()->untouched()->run, std::string("full"));
    }
    void keptAttentionHasNoModel() {
        w_->selection()->setKeptEpoch(0);
        QTRY_COMPARE(w_->window.attention()->snapshot()->epoch, 0);
        w_->key(Qt::Key_M, Qt::AltModifier);
        QTRY_COMPARE(what_if()->state(), SnapshotSource::State::failed);
        QVERIFY(w_->panel()->difference()->text().contains(QLatin1String("saved epoch")));
        w_->selection()->setKeptEpoch(-1);
        Intervention what;
        what.dropped[2] = true;
        QVERIFY(w_->shows(what));
        clear();
    }
    void keysAreItsOwn() {
        std::map<QString, int> keys;
        for (const QAction* action : w_->window.findChildren<QAction*>())
            for (const QKeySequence& key : action->shortcuts()) ++keys[key.toString()];
        int seen = 0;
        std::map<QChar, int> letters;
        const auto letter = [](const QString& text) { return text.at(text.indexOf(QLatin1Char('&')) + 1).toLower(); };
        for (const QAction* top : w_->window.menuBar()->actions()) {
            QVERIFY2(++letters[letter(top->text())] == 1, qPrintable(top->text()));
            if (top->text() != QLatin1String("Wh&at if")) continue;
            std::map<QChar, int> inside;
            for (const QAction* action : top->menu()->actions()) {
                if (action->isSeparator()) continue;
                ++seen;
                QCOMPARE(keys[action->shortcut().toString()], 1);
                QVERIFY(!action->toolTip().isEmpty());
                QVERIFY2(++inside[letter(action->text())] == 1, qPrintable(action->text()));
            }
        }
        QCOMPARE(seen, 14);
    }
    void cleanupTestCase() {
        w_.reset();
        QVERIFY2(toy::warnings().isEmpty(), qPrintable(toy::warnings().join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(TestWhatIf)
#include "test_what_if.moc"
