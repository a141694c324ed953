// Several sets at once, the browser, the distributions and the check, as a person goes through them.
#include <QComboBox>
#include <QDockWidget>
#include <QFile>
#include <QPushButton>
#include <QTreeWidget>

#include "app/workbench/check_panel.h"
#include "app/workbench/clip_panel.h"
#include "app/workbench/message_bar.h"
#include "tests/app/window_test.h"
#include "widgets/check_view.h"
#include "widgets/clip_table.h"
#include "widgets/distributions.h"
#include "widgets/histogram_view.h"
#include "widgets/state_panel.h"

using namespace mica;
namespace fs = std::filesystem;

class TestSets : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    fs::path root_, first_, second_;
    std::unique_ptr<MainWindow> window_;

private Q_SLOTS:
    void initTestCase() {
        toy::use_own_settings(folder_);
        root_ = folder_.path().toStdString();
        first_ = toy::make_set(root_ / "first", 30, 0);
        second_ = toy::make_set(root_ / "second", 20, 0);
    }
    void init() {
        QSettings().clear();
        window_ = std::make_unique<MainWindow>(root_ / "runs");
        QVERIFY(toy::open_and_wait(*window_, first_));
    }
    void cleanup() { window_.reset(); }

    void switchingKeepsEachSetAsItWasLeft() {
        ClipTable* clips = window_->clipTable();
        QVERIFY(clips->choose(QStringLiteral("clip103")));
        clips->setSearch(QStringLiteral("clip10"));
        QCOMPARE(clips->visibleCount(), 10);
        QVERIFY(toy::open_and_wait(*window_, second_));
        QCOMPARE(window_->setChooser()->count(), 2);
        QCOMPARE(clips->visibleCount(), 20);
        QVERIFY(clips->choose(QStringLiteral("clip115")));
        QTest::keyClick(window_.get(), Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(window_->selection()->set()->path(), first_);
        QCOMPARE(window_->selection()->clipId(), QStringLiteral("clip103"));
        QCOMPARE(clips->chosen(), QStringLiteral("clip103"));
        QCOMPARE(clips->criteria().search, QStringLiteral("clip10"));
        QCOMPARE(clips->visibleCount(), 10);
        QTest::keyClick(window_.get(), Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(window_->selection()->clipId(), QStringLiteral("clip115"));
        QCOMPARE(clips->visibleCount(), 20);
        QTRY_COMPARE(window_->clipPanel()->states()->state(), StatePanel::State::full);
    }

    void openedTwiceIsGoneTo() {
        QVERIFY(toy::open_and_wait(*window_, second_));
        const auto set = window_->sets()->all().front().set;
        QSignalSpy opened(window_.get(), &MainWindow::setOpened);
        window_->openSet(first_.parent_path() / ".." / "first" / "toy.h5");
        QCOMPARE(opened.count(), 1);  // at once
        QCOMPARE(window_->sets()->all().size(), std::size_t{2});
        QCOMPARE(window_->selection()->set(), set);
        // a file that was made anew is read anew
        const fs::path other = toy::make_set(root_ / "other", 10, 0);
        QVERIFY(toy::open_and_wait(*window_, other));
        QCOMPARE(window_->selection()->set()->size(), std::size_t{10});
        QTest::qWait(20);
        toy::make_set(root_ / "other", 15, 0);
        QVERIFY(toy::open_and_wait(*window_, other));
        QCOMPARE(window_->selection()->set()->size(), std::size_t{15});
        QCOMPARE(window_->sets()->all().size(), std::size_t{3});
    }

    void closingGoesToTheNextAndAtLastToNone() {
        QVERIFY(toy::open_and_wait(*window_, second_));
        QTest::keyClick(window_.get(), Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(window_->selection()->set()->path(), first_);
        QTest::keyClick(window_.get(), Qt::Key_W, Qt::ControlModifier);
        QVERIFY(!window_->selection()->set());
        QCOMPARE(window_->clipTable()->visibleCount(), 0);
        QCOMPARE(window_->clipPanel()->states()->state(), StatePanel::State::empty);
        QCOMPARE(window_->distributions()->states()->state(), StatePanel::State::empty);
        QVERIFY(!window_->setChooser()->isEnabled());
        QVERIFY(toy::open_and_wait(*window_, first_));
        QCOMPARE(window_->clipTable()->visibleCount(), 30);
    }

    void rememberedAtTheNextStart() {
        const fs::path gone = toy::make_set(root_ / "gone", 5, 0);
        QVERIFY(toy::open_and_wait(*window_, gone));
        QVERIFY(toy::open_and_wait(*window_, second_));
        window_->sets()->activate(0);
        window_.reset();
        fs::remove_all(root_ / "gone");
        window_ = std::make_unique<MainWindow>(root_ / "runs");
        window_->show();
        QSignalSpy opened(window_.get(), &MainWindow::setOpened);
        QVERIFY(window_->openRemembered({}));
        QVERIFY(opened.wait(10000));
        QCOMPARE(window_->sets()->all().size(), std::size_t{2});
        QCOMPARE(window_->selection()->set()->path(), first_);
        QCOMPARE(window_->messages()->texts().size(), 1);  // told once ...
        QVERIFY(window_->messages()->texts().front().contains(QLatin1String("gone")));
        window_ = std::make_unique<MainWindow>(root_ / "runs");
        window_->show();
        QSignalSpy again(window_.get(), &MainWindow::setOpened);
        QVERIFY(window_->openRemembered(second_));  // ... and then forgotten
        QVERIFY(again.wait(10000));
        QVERIFY(window_->messages()->texts().isEmpty());
        QCOMPARE(window_->selection()->set()->path(), second_);
    }

    void barLeadsToItsClips() {
        window_->setLayoutShown(MainWindow::Layout::data);
        HistogramView* labels = window_->distributions()->labels();
        QTRY_VERIFY(labels->isVisible());
        for (int b = 0; b < static_cast<int>(labels->histogram().bins.size()); ++b) {
            const QRectF bar = labels->barRect(b, Split::train);
            if (bar.isNull()) continue;
            QTest::mouseClick(labels, Qt::LeftButton, {}, bar.center().toPoint());
            QCOMPARE(window_->clipTable()->visibleCount(),
                     static_cast<int>(labels->histogram().bins[static_cast<std::size_t>(b)].count[0]));
            QCOMPARE(window_->clipTable()->criteria().split, std::optional(Split::train));
        }
        QTest::keyClick(window_.get(), Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(window_->clipTable()->visibleCount(), 30);
    }

    void checkLeadsToClips() {
        QTest::keyClick(window_.get(), Qt::Key_K, Qt::ControlModifier);
        CheckView* view = window_->checkPanel()->view();
        QTRY_COMPARE_WITH_TIMEOUT(view->states()->state(), StatePanel::State::full, 20000);
        QTRY_VERIFY(view->isVisible());
        QVERIFY(view->report());
        QCOMPARE(view->report()->splits[0], std::uint64_t{18});
        // every clip says the same words and no video is there: something is found, and names clips
        for (int i = 0; i < view->findings()->topLevelItemCount(); ++i) {
            const Finding& finding = view->report()->findings[static_cast<std::size_t>(i)];
            if (finding.clips.empty()) continue;
            view->findings()->setCurrentItem(view->findings()->topLevelItem(i));
            view->onlyButton()->click();
            QCOMPARE(window_->clipTable()->visibleCount(), static_cast<int>(finding.clips.size()));
            Q_EMIT view->clipActivated(QString::fromStdString(finding.clips.back()));
            QCOMPARE(window_->selection()->clipId(), QString::fromStdString(finding.clips.back()));
            window_->clipTable()->reset();
        }
        // another set has not been checked; the report of the first is there when it is gone to again
        QVERIFY(toy::open_and_wait(*window_, second_));
        QCOMPARE(view->states()->state(), StatePanel::State::empty);
        window_->sets()->activate(0);
        QCOMPARE(view->states()->state(), StatePanel::State::full);
    }

    void fileThatIsNoneFailsInWords() {
        const fs::path broken = root_ / "broken.h5";
        QFile file(QString::fromStdString(broken.string()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no such thing");
        file.close();
        window_->check(broken);
        CheckView* view = window_->checkPanel()->view();
        QTRY_VERIFY_WITH_TIMEOUT(
            view->states()->state() == StatePanel::State::failed || view->states()->state() == StatePanel::State::full,
            20000);
    }

    void cleanupTestCase() {
        window_.reset();
        QVERIFY2(toy::warnings().isEmpty(), qPrintable(toy::warnings().join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(TestSets)
#include "test_sets.moc"
