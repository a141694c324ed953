// "Export this view...": by key and by context menu, each view as a picture, tables and maps as numbers, a film.
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QImage>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>

#include <algorithm>
#include <fstream>

#include "app/workbench/attention_panel.h"
#include "app/workbench/clip_panel.h"
#include "app/workbench/export_dialog.h"
#include "app/workbench/figure_panel.h"
#include "app/workbench/job_board.h"
#include "app/workbench/map_deck.h"
#include "app/workbench/message_bar.h"
#include "app/workbench/theme.h"
#include "app/workbench/view_export.h"
#include "core/training/options.h"
#include "core/training/trainer.h"
#include "datasets/store/h5_file.h"
#include "tests/app/window_test.h"
#include "widgets/clip_table.h"
#include "widgets/figure_view.h"
#include "widgets/map_grid.h"
#include "widgets/predictions_view.h"

using namespace mica;
namespace fs = std::filesystem;

class TestExport : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    fs::path root_, set_;
    std::unique_ptr<MainWindow> window_;

    ViewExport* exporter() { return window_->exporter(); }
    MapDeck* deck() { return window_->clipPanel()->maps(); }
    QString path(const char* name) const { return folder_.filePath(QLatin1String(name)); }
    int named(const QString& title) {
        for (const int i : exporter()->offered())
            if (exporter()->view(i).title() == title) return i;
        QStringList offered;
        for (const int i : exporter()->offered()) offered << exporter()->view(i).title();
        qCritical("%s is not among %s", qPrintable(title), qPrintable(offered.join(QLatin1String(", "))));
        return -1;
    }
    // What failed; empty: written.
    QString write(int view, const QString& file, bool every = false, double width = 180) {
        QSignalSpy written(exporter(), &ViewExport::written), failed(exporter(), &ViewExport::failed);
        exporter()->write({view, file.toStdString(), width, every});
        for (int i = 0; i < 3000 && written.isEmpty() && failed.isEmpty(); ++i) QTest::qWait(10);
        return failed.isEmpty() ? written.isEmpty() ? QStringLiteral("nothing came") : QString()
                                : failed.front().front().toString();
    }
    static QByteArray bytes(const QString& file) {
        std::ifstream in(file.toStdString(), std::ios::binary);
        const std::string all{std::istreambuf_iterator<char>(in), {}};
        return QByteArray::fromStdString(all);
    }
    // What stands in a picture, line breaks as blanks.
    static QString texts(const QString& svg) {
        return QString::fromUtf8(bytes(svg)).remove(QRegularExpression(QStringLiteral("<[^>]*>"))).simplified();
    }
    // Share of a picture's pixels that are lighter than dark.
    static double lightness(const QImage& image) {
        qint64 light = 0, all = 0;
        for (int y = 0; y < image.height(); y += 5)
            for (int x = 0; x < image.width(); x += 5, ++all) light += qGray(image.pixel(x, y)) > 150;
        return static_cast<double>(light) / static_cast<double>(std::max<qint64>(1, all));
    }

private Q_SLOTS:
    void initTestCase() {
        toy::use_own_settings(folder_);
        root_ = folder_.path().toStdString();
        set_ = toy::make_set(root_ / "set");
        for (const char* name : {"full", "plain"}) {
            TrainingOptions options = make_options(
                "", {"d=8", "heads=2", "layers=2", "memory_layers=1", "batch=6", "epochs=1", "mmd_rows=64"});
            options.threads = 1;
            (void)train(open_set(set_), options, root_ / "runs" / name, {}, {}, {});
        }
        window_ = std::make_unique<MainWindow>(root_ / "runs");
        QVERIFY(toy::open_and_wait(*window_, set_));
        auto* selection = window_->selection();
        QTRY_VERIFY(!selection->run().empty());
        selection->setRun(root_ / "runs" / "full", QStringLiteral("best"));
        selection->setPair({Modality::vision, Modality::text});
        selection->setLayer(1);
        selection->setClip(static_cast<int>(selection->set()->find("clip124")));
        QTRY_VERIFY_WITH_TIMEOUT(window_->clipPanel()->isComplete() && deck()->map()->hasMap(), 20000);
    }

    void theKeyAsksForTheViewWithTheFocus() {
        window_->activateWindow();
        const auto asked = [this](QWidget* focus) {
            focus->setFocus();
            QTest::keyClick(focus, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
            auto* dialog = window_->findChild<ExportDialog*>();
            const QString title = dialog ? dialog->viewChooser()->currentText() : QString();
            delete dialog;
            return title;
        };
        QCOMPARE(asked(deck()->map()), QStringLiteral("Attention map"));
        QCOMPARE(asked(window_->clipTable()->view()), QStringLiteral("Clips"));
    }

    void everyViewHasItsContextMenu() {
        for (const int i : exporter()->offered()) {
            const ExportView& view = exporter()->view(i);
            QCOMPARE(view.host->contextMenuPolicy(), Qt::ActionsContextMenu);
            QAction* found = nullptr;
            for (QAction* action : view.host->actions())
                if (action->text().contains(QLatin1String("xport this view"))) found = action;
            QVERIFY2(found, qPrintable(view.title()));
            found->trigger();
            auto* dialog = window_->findChild<ExportDialog*>();
            QVERIFY(dialog);
            QCOMPARE(dialog->viewChooser()->currentText(), view.title());
            QVERIFY(!dialog->formatChooser()->currentText().isEmpty());
            delete dialog;
        }
    }

    void theDialogWritesByKeys() {
        exporter()->ask(deck());
        auto* dialog = window_->findChild<ExportDialog*>();
        QVERIFY(dialog);
        auto* format = dialog->formatChooser();
        format->setCurrentIndex(format->findData(QStringLiteral(".svg")));
        QVERIFY(dialog->width()->isEnabled() && !dialog->mapsChooser()->isEnabled());
        dialog->file()->selectAll();
        QTest::keyClicks(dialog->file(), path("no/such/folder.svg"));
        QVERIFY(!dialog->startButton()->isEnabled());
        dialog->file()->selectAll();
        QTest::keyClicks(dialog->file(), path("typed.svg"));
        QVERIFY(dialog->startButton()->isEnabled());
        // another form keeps the name
        format->setCurrentIndex(format->findData(QStringLiteral(".h5")));
        QCOMPARE(dialog->file()->text(), path("typed.h5"));
        QVERIFY(!dialog->width()->isEnabled() && dialog->mapsChooser()->isEnabled());
        format->setCurrentIndex(format->findData(QStringLiteral(".svg")));
        QCOMPARE(dialog->file()->text(), path("typed.svg"));
        QSignalSpy written(exporter(), &ViewExport::written);
        QTest::keyClick(dialog->file(), Qt::Key_Return);
        QVERIFY(written.wait(10000));
        QCOMPARE(written.front().front().toString(), path("typed.svg"));
        const QString svg = texts(path("typed.svg"));
        for (const char* part : {"Set toy", "clip clip124", "full, epoch 1, layer 2", "really", "Vision"})
            QVERIFY2(svg.contains(QLatin1String(part)), part);
    }

    void everyViewIsAPicture() {
        window_->setLayoutShown(MainWindow::Layout::inspect);
        window_->showPredictions();
        QTest::qWait(50);
        for (const auto layout : {MainWindow::Layout::data, MainWindow::Layout::train, MainWindow::Layout::inspect}) {
            window_->setLayoutShown(layout);
            QTest::qWait(50);
            QVERIFY(!exporter()->offered().empty());
            for (const int i : exporter()->offered()) {
                const QString what = exporter()->view(i).title();
                for (const char* name : {"view.png", "view.pdf", "view.svg"})
                    QVERIFY2(write(i, path(name)).isEmpty(), qPrintable(what));
                const QImage image(path("view.png"));
                QVERIFY2(std::abs(image.width() - 180 / 25.4 * 300) < 3, qPrintable(what));
                QVERIFY2(lightness(image) > 0.4, qPrintable(what));
                QVERIFY(bytes(path("view.pdf")).startsWith("%PDF"));
                QVERIFY2(texts(path("view.svg")).contains(QLatin1String("Set toy")), qPrintable(what));
            }
        }
    }

    // Colours of the theme are the window's, not the paper's.
    void paperIsLightInADarkWindow() {
        ThemeSetter theme;
        theme.set(Theme::dark);
        QTest::qWait(50);
        window_->setLayoutShown(MainWindow::Layout::inspect);
        for (const auto view : {MapDeck::View::map, MapDeck::View::grid, MapDeck::View::figure}) {
            deck()->setView(view);
            QTest::qWait(50);
            const QColor before = deck()->map()->palette().color(QPalette::Window);
            QCOMPARE(write(exporter()->viewOf(deck()), path("dark.png")), QString());
            const QImage image(path("dark.png"));
            QCOMPARE(image.pixel(2, 2), qRgb(255, 255, 255));
            QVERIFY(lightness(image) > 0.5);
            QCOMPARE(deck()->map()->palette().color(QPalette::Window), before);
            QVERIFY(qGray(before.rgb()) < 100);
        }
        QCOMPARE(write(named(QStringLiteral("Time line")), path("dark.png")), QString());
        QVERIFY(lightness(QImage(path("dark.png"))) > 0.5);
        deck()->setView(MapDeck::View::map);
        theme.set(Theme::light);
    }

    // What is lit because the cursor stands there is not on paper; what a person has frozen is.
    void theCursorIsNotOnPaper() {
        auto* time = window_->selection()->time();
        const int view = exporter()->viewOf(deck());
        time->setPosition(0.1);
        QTest::qWait(500);  // the strongest frames below take their room
        QCOMPARE(write(view, path("one.png")), QString());
        time->setPosition(1.5);
        QTest::qWait(500);
        QCOMPARE(write(view, path("two.png")), QString());
        QCOMPARE(QImage(path("one.png")), QImage(path("two.png")));
        deck()->map()->freezeRow(2);
        QCOMPARE(write(view, path("two.png")), QString());
        QVERIFY(QImage(path("one.png")) != QImage(path("two.png")));
        deck()->map()->thaw();
    }

    void tablesAreWrittenWhole() {
        window_->setLayoutShown(MainWindow::Layout::data);
        QCOMPARE(write(named(QStringLiteral("Clips")), path("clips.csv")), QString());
        const QList<QByteArray> lines = bytes(path("clips.csv")).trimmed().split('\n');
        QCOMPARE(lines.size(), 31);
        QVERIFY(lines[1].contains("clip100"));
        QVERIFY(lines[0].split(',').size() > 3);
    }

    void mapsAreWrittenAsNumbers() {
        window_->setLayoutShown(MainWindow::Layout::inspect);
        const int view = exporter()->viewOf(deck());
        QCOMPARE(write(view, path("one.h5")), QString());
        {
            const h5::Source in(path("one.h5").toStdString());
            QCOMPARE(in.children("/", 99).size(), std::size_t{1});
            QVERIFY(in.read_all<float>("map1/weights", 3) == deck()->map()->map().weight);
        }
        QCOMPARE(write(view, path("all.h5"), true), QString());
        QCOMPARE(h5::Source(path("all.h5").toStdString()).children("/", 99).size(), std::size_t{12});
        window_->selection()->setCompared(Comparing::side,
                                          {{{root_ / "runs" / "plain", QStringLiteral("best"), -1}, 0}});
        QTRY_VERIFY(deck()->map(1)->hasMap());
        QCOMPARE(write(view, path("two.h5")), QString());
        const h5::Source in(path("two.h5").toStdString());
        QVERIFY(in.read_all<float>("map2/weights", 3) == deck()->map(1)->map().weight);
        QCOMPARE(std::get<std::int64_t>(*in.attribute("map2", "layer")), std::int64_t{1});
        window_->selection()->setCompared(Comparing::none, {});
    }

    void theFilmIsAJobThatCanBeStopped() {
        const int view = exporter()->viewOf(deck());
        const Interval range = window_->selection()->time()->visibleRange();
        QCOMPARE(write(view, path("film.mp4")), QString());
        QCOMPARE(window_->selection()->time()->visibleRange(), range);
        const MediaInfo info = probe_media(path("film.mp4").toStdString());
        QVERIFY(info.has_audio && info.has_video);
        QCOMPARE(info.frames, std::int64_t{toy::kFrames});
        exporter()->write({view, path("stopped.mp4").toStdString(), 180, false});
        QVERIFY(window_->jobs()->busy());
        QTest::qWait(100);
        window_->jobs()->stopAll();  // as at the end of the window: must not wait for itself
        QTRY_VERIFY(!window_->jobs()->busy());
        QVERIFY(!QFile::exists(path("stopped.mp4")));
    }

    void whatCannotBeWrittenIsTold() {
        const int view = exporter()->viewOf(deck());
        for (const char* name : {"none/x.pdf", "none/x.h5", "none/x.mp4", "x.gif"}) {
            const QString told = write(view, path(name));
            QVERIFY2(told.contains(QLatin1String("none")) || told.contains(QLatin1String("x.gif")), qPrintable(told));
            QVERIFY(window_->messages()->texts().join(QLatin1Char('\n')).contains(told));
        }
        window_->selection()->setRun({}, {});
        QTRY_VERIFY(!deck()->map()->hasMap());
        QVERIFY(write(view, path("x.h5")).contains(QLatin1String("there is no attention")));
        QVERIFY(write(view, path("x.mp4")).contains(QLatin1String("there is no attention")));
        QVERIFY(!QFile::exists(path("x.h5")) && !QFile::exists(path("x.mp4")));
    }

    void cleanupTestCase() {
        window_.reset();
        QVERIFY2(toy::warnings().isEmpty(), qPrintable(toy::warnings().join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(TestExport)
#include "test_export.moc"
