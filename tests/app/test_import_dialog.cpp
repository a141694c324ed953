// The import dialog as a person fills it in: kinds, what is missing, guesses, and an import from click to open set.
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTextBrowser>
#include <QUrl>

#include <cstdlib>
#include <fstream>

#include "app/workbench/import_dialog.h"
#include "app/workbench/import_summary.h"
#include "app/workbench/job_board.h"
#include "app/workbench/message_bar.h"
#include "tests/app/window_test.h"

using namespace mica;
namespace fs = std::filesystem;

class TestImportDialog : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    fs::path root_, clips_;

    // Two recordings of toy::write_video with their words and a table of labels.
    void write_clips(bool second = true) {
        fs::create_directories(clips_);
        std::ofstream(root_ / "labels.csv") << "id,label,split\none,1.5,train\ntwo,-2,test\n";
        for (const char* name : {"one", "two"}) {
            if (!second && std::string(name) == "two") continue;
            toy::write_video(clips_ / (std::string(name) + ".mp4"));
            std::ofstream(clips_ / (std::string(name) + ".json"))
                << R"({"words":[{"word":"it","start":0.1,"end":0.5},{"word":"was","start":0.6,"end":1.0}]})";
        }
    }
    static QLineEdit* line(ImportDialog& dialog, const char* key) {
        return qobject_cast<QLineEdit*>(dialog.field(key));
    }

private Q_SLOTS:
    void initTestCase() {
        toy::use_own_settings(folder_);
        root_ = folder_.path().toStdString();
        clips_ = root_ / "clips";
        write_clips();
        QSettings().setValue(QStringLiteral("import/folder"), folder_.path());
    }

    void everyKindSaysWhatItNeeds() {
        ImportDialog dialog;
        dialog.show();
        QVERIFY(dialog.kindChooser()->count() >= 2);
        for (int i = 0; i < dialog.kindChooser()->count(); ++i) {
            dialog.kindChooser()->setCurrentIndex(i);
            const ImportKind& kind = import_kinds()[static_cast<std::size_t>(i)];
            QVERIFY(!kind.title.isEmpty() && !kind.about.isEmpty() && kind.fits && kind.work);
            for (const ImportField& field : kind.fields) {
                QWidget* edit = dialog.field(field.key);
                QVERIFY2(edit, field.key.c_str());
                QVERIFY2(!edit->toolTip().isEmpty(), field.key.c_str());
            }
            QVERIFY(!dialog.startButton()->isEnabled());
            QVERIFY(!dialog.sentence()->text().isEmpty());
        }
    }

    void typingFillsAndGuesses() {
        ImportDialog dialog;
        dialog.show();
        dialog.kindChooser()->setCurrentIndex(dialog.kindChooser()->findData(QStringLiteral("clips")));
        QTest::keyClicks(line(dialog, "source"), QStringLiteral("/no/such/folder"));
        QVERIFY(dialog.sentence()->text().contains(QLatin1String("/no/such/folder")));
        QVERIFY(!dialog.startButton()->isEnabled());
        line(dialog, "source")->clear();
        QTest::keyClicks(line(dialog, "source"), QString::fromStdString(clips_.string()));
        QCOMPARE(line(dialog, "labels")->text(), QString::fromStdString((root_ / "labels.csv").string()));
        QCOMPARE(dialog.target()->text(), QString::fromStdString((root_ / "clips.h5").string()));
        QVERIFY(dialog.startButton()->isEnabled());
        // what a person typed stays
        QTest::keyClicks(dialog.target(), QStringLiteral("x"));
        line(dialog, "source")->setText(QString::fromStdString(root_.string()));
        QVERIFY(dialog.target()->text().endsWith(QLatin1Char('x')));
        // a file where a folder is wanted
        line(dialog, "source")->setText(QString::fromStdString((root_ / "labels.csv").string()));
        QVERIFY(!dialog.startButton()->isEnabled());
        // the source stays when another kind is tried
        dialog.kindChooser()->setCurrentIndex(dialog.kindChooser()->findData(QStringLiteral("grid")));
        QVERIFY(line(dialog, "source")->text().endsWith(QLatin1String("labels.csv")));
        // what a list chose for one kind is no path of another
        dialog.kindChooser()->setCurrentIndex(dialog.kindChooser()->findData(QStringLiteral("iemocap")));
        dialog.kindChooser()->setCurrentIndex(dialog.kindChooser()->findData(QStringLiteral("mmsa")));
        QVERIFY(line(dialog, "labels")->text() != QLatin1String("four"));
    }

    void kindsAreGuessedFromWhatIsDropped() {
        const ImportKind* kind = import_kind_for(clips_);
        QVERIFY(kind);
        QCOMPARE(kind->key, std::string("clips"));
        const fs::path grid = root_ / "grid" / "s1";
        fs::create_directories(grid);
        std::ofstream(grid / "bbaf2n.mpg") << "x";
        QCOMPARE(import_kind_for(root_ / "grid")->key, std::string("grid"));
        QCOMPARE(import_kind_for(root_ / "unaligned_50.pkl")->key, std::string("pickle"));
        QCOMPARE(import_kind_for(root_ / "CMU_MOSI_COVAREP.csd")->key, std::string("csd"));
        fs::create_directories(root_ / "iemocap" / "Session3");
        QCOMPARE(import_kind_for(root_ / "iemocap")->key, std::string("iemocap"));
        fs::create_directories(root_ / "sims" / "Raw");
        std::ofstream(root_ / "sims" / "label.csv") << "video_id,clip_id,text,label,mode\n";
        QCOMPARE(import_kind_for(root_ / "sims")->key, std::string("mmsa"));
        QVERIFY(!import_kind_for(root_ / "labels.csv"));
        QVERIFY(!import_kind_for(root_ / "nothing"));
    }

    void droppedFolderIsImportedAndOpened() {
        MainWindow window(root_ / "runs");
        window.resize(1200, 800);
        window.show();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QString::fromStdString(clips_.string()))});
        QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &drop);
        auto* dialog = window.findChild<ImportDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->wish().kind, std::string("clips"));
        QVERIFY(dialog->startButton()->isEnabled());
        QSignalSpy opened(&window, &MainWindow::setOpened);
        QTest::mouseClick(dialog->startButton(), Qt::LeftButton);
        QVERIFY(opened.wait(60000));
        QCOMPARE(window.selection()->set()->size(), std::size_t{2});
        QCOMPARE(window.selection()->set()->path(), root_ / "clips.h5");
        const QString told = window.messages()->texts().join(QLatin1Char('\n'));
        QVERIFY2(told.contains(QLatin1String("clips.h5: 2 clips (1 train, 1 test)")), qPrintable(told));
        // the details
        for (QPushButton* button : window.messages()->findChildren<QPushButton*>())
            if (button->text().startsWith(QLatin1String("Details"))) button->click();
        auto* details = window.findChild<ImportSummaryWindow*>();
        QVERIFY(details && details->isVisible() && !details->isModal());
        QVERIFY(details->findChild<QTextBrowser*>()->toPlainText().contains(QLatin1String("fingerprint")));
    }

    void stoppedImportGoesOn() {
        MainWindow window(root_ / "runs");
        window.show();
        window.import({"clips",
                       {{"source", QString::fromStdString(clips_.string())},
                        {"labels", QString::fromStdString((root_ / "labels.csv").string())}},
                       root_ / "stopped.h5"});
        window.jobs()->stopAll();
        QTRY_VERIFY_WITH_TIMEOUT(!window.messages()->texts().isEmpty(), 30000);
        QVERIFY2(window.messages()->texts().front().contains(QLatin1String("stopped")),
                 qPrintable(window.messages()->texts().front()));
        QVERIFY(!fs::exists(root_ / "stopped.h5"));
        QSignalSpy opened(&window, &MainWindow::setOpened);
        auto* go_on = window.messages()->findChild<QPushButton*>();
        QVERIFY(go_on);
        QTest::mouseClick(go_on, Qt::LeftButton);
        QVERIFY(opened.wait(60000));
        QCOMPARE(window.selection()->set()->size(), std::size_t{2});
    }

    void failedImportIsToldAndCanBeChanged() {
        MainWindow window(root_ / "runs");
        window.show();
        fs::create_directories(root_ / "empty");
        window.import({"clips",
                       {{"source", QString::fromStdString((root_ / "empty").string())},
                        {"labels", QString::fromStdString((root_ / "labels.csv").string())}},
                       root_ / "never.h5"});
        QTRY_VERIFY_WITH_TIMEOUT(!window.messages()->texts().isEmpty(), 30000);
        QVERIFY(!fs::exists(root_ / "never.h5"));
        auto* change = window.messages()->findChild<QPushButton*>();
        QVERIFY(change);
        change->click();
        auto* dialog = window.findChild<ImportDialog*>();
        QVERIFY(dialog);
        QCOMPARE(dialog->wish().to, root_ / "never.h5");
        QCOMPARE(line(*dialog, "source")->text(), QString::fromStdString((root_ / "empty").string()));
    }

    void mosiFromComputationalSequences() {
        const char* data = std::getenv("MICA_TEST_DATA");
        if (!data) QSKIP("MICA_TEST_DATA names no folder of real data");
        MainWindow window(root_ / "runs");
        window.show();
        ImportDialog* dialog = window.askImport({fs::path(data) / "mosi"});
        QCOMPARE(dialog->wish().kind, std::string("csd"));
        dialog->target()->setText(QString::fromStdString((root_ / "mosi.h5").string()));
        QVERIFY2(dialog->startButton()->isEnabled(), qPrintable(dialog->sentence()->text()));
        QSignalSpy opened(&window, &MainWindow::setOpened);
        QTest::mouseClick(dialog->startButton(), Qt::LeftButton);
        QVERIFY(opened.wait(120000));
        QCOMPARE(window.selection()->set()->size(), std::size_t{2199});
        QCOMPARE(window.selection()->set()->split(Split::train).size(), std::size_t{1284});
    }

    void cleanupTestCase() { QVERIFY2(toy::warnings().isEmpty(), qPrintable(toy::warnings().join(QLatin1Char('\n')))); }
};

QTEST_MAIN(TestImportDialog)
#include "test_import_dialog.moc"
