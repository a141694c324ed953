// A person's own recording: dropped on the window, looked at with a run, and what is said where that cannot be.
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableWidget>
#include <QUrl>

#include <cmath>

#include "app/workbench/attention_panel.h"
#include "app/workbench/clip_panel.h"
#include "app/workbench/message_bar.h"
#include "app/workbench/recordings_dialog.h"
#include "core/training/options.h"
#include "tests/app/window_test.h"
#include "tests/own_run.h"
#include "widgets/attention_map.h"
#include "widgets/prediction_bar.h"

using namespace mica;
namespace fs = std::filesystem;

class TestOwnClips : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    fs::path root_;
    std::vector<Recording> recordings_;
    std::unique_ptr<MainWindow> window_;

    void learn(const fs::path& set, const char* name) {
        TrainingOptions options =
            make_options("", {"d=8", "heads=2", "layers=1", "memory_layers=1", "batch=4", "epochs=1", "normalise=none",
                              "gate_bias=per_channel", "a_distance_every=0"});
        options.threads = 1;
        (void)train(open_set(set), options, root_ / "runs" / name, {}, {}, {});
    }

    RecordingsDialog* drop(const std::vector<fs::path>& files) {
        QMimeData data;
        QList<QUrl> urls;
        for (const fs::path& file : files) urls << QUrl::fromLocalFile(QString::fromStdString(file.string()));
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window_.get(), &enter);
        QDropEvent event(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window_.get(), &event);
        return window_->findChild<RecordingsDialog*>();
    }

    static QPushButton* button(const QWidget* in, const QString& text) {
        for (auto* b : in->findChildren<QPushButton*>())
            if (b->text().remove(QLatin1Char('&')) == text) return b;
        return nullptr;
    }

    bool open(RecordingsDialog* dialog) {
        QSignalSpy opened(window_.get(), &MainWindow::setOpened);
        QTest::keyClick(dialog, Qt::Key_Return);
        return opened.wait(60000);
    }

    QString told() const { return window_->messages()->texts().join(QLatin1Char('\n')); }

private Q_SLOTS:
    void initTestCase() {
        toy::use_own_settings(folder_);
        root_ = folder_.path().toStdString();
        qputenv("XDG_DATA_HOME", folder_.path().toUtf8());
        recordings_ = recorded::make_recordings(root_ / "media", 6);
        learn(recorded::make_labelled(root_ / "set.h5", recordings_), "recorded");
        learn(toy::make_set(root_ / "other", 12, 0), "elsewhere");
    }
    void init() {
        QSettings().clear();
        window_ = std::make_unique<MainWindow>(root_ / "runs");
        window_->resize(1400, 900);
        window_->show();
        QTRY_COMPARE(window_->runs()->runs().size(), std::size_t{2});
    }
    void cleanup() { window_.reset(); }

    void aDroppedVideoShowsPredictionAndMap() {
        auto* dialog = drop({recordings_[1].media});
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->table()->item(0, 1)->text(), QStringLiteral("r1.align"));
        QCOMPARE(dialog->features()->currentText(), QStringLiteral("run recorded"));
        QVERIFY(open(dialog));
        const auto set = window_->selection()->set();
        QCOMPARE(set->info().name, std::string("Own clips: r1"));
        QVERIFY(set->path().string().starts_with((root_ / "mica" / "own").string()));
        QCOMPARE(window_->selection()->run(), root_ / "runs" / "recorded");
        auto* map = window_->clipPanel()->map();
        QTRY_VERIFY_WITH_TIMEOUT(map->hasMap(), 20000);
        auto* bar = window_->clipPanel()->findChild<PredictionBar*>();
        // the classes are the run's, and there is no truth
        QVERIFY2(bar->summary().startsWith(QLatin1String("no label   prediction ")), qPrintable(bar->summary()));
        QVERIFY(bar->summary().contains(QLatin1String("glad")) || bar->summary().contains(QLatin1String("sad")) ||
                bar->summary().contains(QLatin1String("calm")));
        QVERIFY(!bar->summary().contains(QLatin1String("wrong")));
        // nothing can be learnt from it
        for (QAction* a : window_->findChildren<QAction*>())
            if (a->text() == QLatin1String("&Train on this set")) QVERIFY(!a->isEnabled());
    }

    // The menu's key, the button by mouse, then from word to word by key.
    void openedByMenuAndReadByKey() {
        QTest::keyClick(window_.get(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        auto* dialog = window_->findChild<RecordingsDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(!button(dialog, QStringLiteral("Open"))->isEnabled());  // nothing to open yet
        dialog->addFiles({recordings_[2].media, recordings_[3].media});
        QTableWidget* table = dialog->table();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualItemRect(table->item(1, 0)).center());
        QVERIFY(button(dialog, QStringLiteral("Remove"))->isEnabled());
        QTest::mouseClick(button(dialog, QStringLiteral("Remove")), Qt::LeftButton);
        QCOMPARE(table->rowCount(), 1);
        QSignalSpy opened(window_.get(), &MainWindow::setOpened);
        QTest::mouseClick(button(dialog, QStringLiteral("Open")), Qt::LeftButton);
        QVERIFY(opened.wait(60000));
        const Clip clip = window_->selection()->set()->read(0);
        QVERIFY(!clip.words.empty());
        QTRY_VERIFY_WITH_TIMEOUT(window_->clipPanel()->map()->hasMap(), 20000);
        auto* time = window_->selection()->time();
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        window_->clipPanel()->map()->setFocus();
        QCOMPARE(time->position(), 0.0);
        for (const Word& word : clip.words) {
            if (word.time.begin <= time->position()) continue;
            QTest::keyClick(window_->clipPanel()->map(), Qt::Key_Right, Qt::ShiftModifier);
            QVERIFY2(std::abs(time->position() - word.time.begin) < 0.001, word.text.c_str());
        }
    }

    void otherRunsAreGreyedWithTheReason() {
        auto* dialog = drop({recordings_[1].media});
        QVERIFY(dialog);
        auto* model = qobject_cast<QStandardItemModel*>(dialog->features()->model());
        const int there = dialog->features()->findText(QStringLiteral("run elsewhere: cannot look at recordings"));
        QVERIFY(there >= 0);
        QVERIFY(!model->item(there)->isEnabled());
        QVERIFY(model->item(there)->toolTip().contains(QLatin1String("cannot be made here")));
        QVERIFY(open(dialog));
        QComboBox* runs = nullptr;
        for (auto* box : window_->attentionPanel()->findChildren<QComboBox*>())
            if (box->accessibleName() == QLatin1String("Run")) runs = box;
        QVERIFY(runs);
        const int at = runs->findText(QStringLiteral("elsewhere: not for these clips"));
        QVERIFY(at >= 0);
        QVERIFY(!qobject_cast<QStandardItemModel*>(runs->model())->item(at)->isEnabled());
        QVERIFY(runs->itemData(at, Qt::ToolTipRole).toString().contains(QLatin1String("cannot be made here")));
    }

    void withoutATranscriptTheTextIsSaidToBeMissing() {
        auto* dialog = drop({recordings_[2].media});
        QVERIFY(dialog);
        QTest::mouseClick(button(dialog, QStringLiteral("No transcript")), Qt::LeftButton);
        QVERIFY(open(dialog));
        auto* panel = window_->attentionPanel();
        const auto says = [panel](const QString& text) {
            for (auto* label : panel->findChildren<QLabel*>())
                if (label->text().contains(text)) return true;
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("There is no text: the model saw an empty stream.")), 20000);
        window_->selection()->setPair({Modality::vision, Modality::text});
        QVERIFY(!window_->clipPanel()->map()->hasMap());
        window_->selection()->setPair({Modality::audio, Modality::vision});
        QVERIFY(window_->clipPanel()->map()->hasMap());
    }

    void aTranscriptIsDroppedWithItsRecording() {
        made::write(root_ / "said.srt", "1\n00:00:00,100 --> 00:00:00,500\nhello\n");
        auto* dialog = drop({root_ / "said.srt", recordings_[3].media});
        QVERIFY(dialog);
        QCOMPARE(dialog->table()->rowCount(), 1);
        QCOMPARE(dialog->table()->item(0, 1)->text(), QStringLiteral("said.srt"));
        QVERIFY(open(dialog));
        QCOMPARE(window_->selection()->set()->clips()[0].transcript, std::string("hello"));
    }

    void whatCannotBeOpenedIsASentence() {
        made::write(root_ / "letter.mp4", "no film at all\n");
        auto* dialog = drop({root_ / "letter.mp4"});
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(told().contains(QLatin1String("letter.mp4")), 20000);
        QVERIFY(!window_->selection()->set());
        // beside one that can
        dialog = window_->askRecordings({root_ / "letter.mp4", recordings_[4].media});
        window_->messages()->clear();
        QVERIFY(open(dialog));
        QCOMPARE(window_->selection()->set()->size(), std::size_t{1});
        QVERIFY(told().contains(QLatin1String("letter.mp4")));
    }

    void ownClipsCanBeRemoved() {
        QVERIFY(open(drop({recordings_[5].media})));
        const fs::path file = window_->selection()->set()->path();
        QVERIFY(fs::exists(file));
        window_->removeOwnClips();
        auto* box = window_->findChild<QMessageBox*>();
        QVERIFY(box);
        QTest::mouseClick(button(box, QStringLiteral("Remove")), Qt::LeftButton);
        QVERIFY(!fs::exists(file));
        QVERIFY(fs::exists(recordings_[5].media));
        QVERIFY(!window_->selection()->set());
    }

    void cleanupTestCase() { QVERIFY2(toy::warnings().isEmpty(), qPrintable(toy::warnings().join(QLatin1Char('\n')))); }
};

QTEST_MAIN(TestOwnClips)
#include "test_own_clips.moc"
