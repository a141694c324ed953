// "What if" on a set without times, as the files of public benchmarks are: steps are hidden on the map, intervals cannot.
#include "app/workbench/swap_dialog.h"
#include "tests/app/what_if_test.h"

using namespace mica;

class TestWhatIfUntimed : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::filesystem::path root_;
    std::unique_ptr<toy::WhatIfWindow> w_;

private Q_SLOTS:
    void initTestCase() {
        toy::use_own_settings(folder_);
        root_ = folder_.path().toStdString();
        const auto set = toy::remake(toy::make_set(root_ / "made", 30, 0), root_ / "set", [](std::size_t, Clip& clip) {
            for (Stream& stream : clip.streams) stream.times.clear();
            for (Word& word : clip.words) word.time = {};
            clip.links.clear();
            clip.info.duration = 0;
        });
        toy::train_small(set, root_ / "runs" / "untimed", {"positions=steps"});
        w_ = std::make_unique<toy::WhatIfWindow>(set, root_ / "runs", "untimed");
        QVERIFY(w_->open);
        QTRY_VERIFY(w_->ready());
        QVERIFY(QTest::qWaitForWindowActive(&w_->window));
    }
    void intervalsAreRefusedWithAReason() {
        w_->key(Qt::Key_M);
        QVERIFY2(w_->what_if()->note().contains(QLatin1String("no times")), qPrintable(w_->what_if()->note()));
        w_->key(Qt::Key_H);
        QVERIFY2(w_->what_if()->note().contains(QLatin1String("freeze")), qPrintable(w_->what_if()->note()));
        QVERIFY(!w_->what_if()->add(hideTime(Modality::vision, {0, 1})));
        QVERIFY2(w_->what_if()->note().contains(QLatin1String("not known")), qPrintable(w_->what_if()->note()));
        QVERIFY(w_->what_if()->changes().empty());
    }
    void aFrozenRowAndAStepOfTheMapAreHidden() {
        w_->deck()->map()->freezeRow(3);
        w_->key(Qt::Key_H);
        Intervention what;
        what.hidden[0] = {3};
        QVERIFY(w_->shows(what));
        w_->window.whatIfActions()->hideStep(Modality::vision, 8);
        what.hidden[1] = {8};
        QVERIFY(w_->shows(what));
        QVERIFY(w_->lanes()->words()->hidden().empty());  // nowhere on a time line
        w_->deck()->map()->thaw();
        w_->what_if()->clear();
        QVERIFY(w_->isUntouched());
    }
    void streamsAreLeftOutAndSwapped() {
        w_->key(Qt::Key_X, Qt::AltModifier);
        Intervention what;
        what.dropped[0] = true;
        QVERIFY(w_->shows(what));
        w_->what_if()->add(swapStream(Modality::audio, 4, w_->selection()->set()->clips()[4]));
        what.replaced[2] = 4;
        QVERIFY(w_->shows(what));
        w_->what_if()->clear();
        QVERIFY(w_->isUntouched());
    }
    void withoutARunThereIsNothingToAsk() {
        w_->selection()->setRun({}, {});
        w_->key(Qt::Key_X, Qt::AltModifier);
        QVERIFY2(w_->what_if()->note().contains(QLatin1String("choose a run")), qPrintable(w_->what_if()->note()));
        w_->key(Qt::Key_S, Qt::ShiftModifier);
        QVERIFY(!w_->window.findChild<SwapDialog*>());
    }
    void cleanupTestCase() {
        w_.reset();
        QVERIFY2(toy::warnings().isEmpty(), qPrintable(toy::warnings().join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(TestWhatIfUntimed)
#include "test_what_if_untimed.moc"
