// labels: slow
// The report of a run as one file, of finished and of stopped runs; and the paper's tables in the Experiments layout.
#include <QDockWidget>
#include <QFile>
#include <QXmlStreamReader>

#include "app/workbench/job_board.h"
#include "app/workbench/message_bar.h"
#include "app/workbench/paper_panel.h"
#include "app/workbench/run_report.h"
#include "core/training/options.h"
#include "core/training/trainer.h"
#include "datasets/types/error.h"
#include "tests/app/window_test.h"
#include "widgets/paper_table.h"
#include "widgets/state_panel.h"

using namespace mica;
namespace fs = std::filesystem;

namespace {

QByteArray bytes(const fs::path& file) {
    QFile in(QString::fromStdString(file.string()));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

/// What stands in well-formed XML, the ids of its sections, and where its links and pictures lead.
struct Parsed {
    QString text, error;
    QStringList sections, links, images;
};

Parsed parsed(const QByteArray& html) {
    Parsed p;
    QXmlStreamReader xml(html);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isCharacters()) p.text += xml.text();
        if (!xml.isStartElement()) continue;
        if (xml.name() == QLatin1String("h2")) p.sections << xml.attributes().value(QLatin1String("id")).toString();
        if (xml.attributes().hasAttribute(QLatin1String("href")))
            p.links << xml.attributes().value(QLatin1String("href")).toString();
        if (xml.attributes().hasAttribute(QLatin1String("src")))
            p.images << xml.attributes().value(QLatin1String("src")).toString();
    }
    if (xml.hasError()) p.error = QStringLiteral("line %1: %2").arg(xml.lineNumber()).arg(xml.errorString());
    return p;
}

}  // namespace

class TestRunReport : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    fs::path root_, set_, runs_;

    void learn(const char* name, const std::vector<std::string>& more, std::int64_t stop_at = 0) {
        std::vector<std::string> wish{"d=8",     "heads=2",  "layers=2",          "memory_layers=1",
                                      "batch=6", "epochs=2", "a_distance_every=1"};
        wish.insert(wish.end(), more.begin(), more.end());
        TrainingOptions options = make_options("", wish);
        options.threads = 1;
        std::stop_source stop;
        TrainingEvents events;
        events.step = [&](const StepReport& r) {
            if (r.step == stop_at) stop.request_stop();
        };
        (void)train(open_set(set_), options, runs_ / name, events, {}, stop.get_token());
    }
    Parsed report(const char* run, std::size_t clips = 1) {
        const fs::path file = root_ / (std::string(run) + ".html");
        write_run_report({runs_ / run, {}, file, clips}, no_progress, {});
        return parsed(bytes(file));
    }

private Q_SLOTS:
    void initTestCase() {
        toy::use_own_settings(folder_);
        root_ = folder_.path().toStdString();
        qputenv("XDG_CACHE_HOME", QFile::encodeName(folder_.filePath(QStringLiteral("cache"))));
        runs_ = root_ / "runs";
        set_ = toy::make_set(root_ / "set");
        learn("full", {});
        learn("backbone", {"mmd=false", "pea=false"});
        learn("stopped", {}, 1);
    }
    void cleanup() {
        QVERIFY2(toy::warnings().isEmpty(), qPrintable(toy::warnings().join(QLatin1Char('\n'))));
        toy::warnings().clear();
    }

    void isOneWellFormedFileWithEverySection() {
        const Parsed p = report("full");
        QVERIFY2(p.error.isEmpty(), qPrintable(p.error));
        QCOMPARE(p.sections,
                 (QStringList{QStringLiteral("summary"), QStringLiteral("configuration"), QStringLiteral("curves"),
                              QStringLiteral("metrics"), QStringLiteral("a-distance"), QStringLiteral("health"),
                              QStringLiteral("corr-acc"), QStringLiteral("events"), QStringLiteral("predictions"),
                              QStringLiteral("attention"), QStringLiteral("environment")}));
        for (const QString& link : p.links) QVERIFY2(link.startsWith(QLatin1Char('#')), qPrintable(link));
        QVERIFY(p.images.size() >= 7);  // steps, losses, metrics, A-distance, predictions, two maps
        for (const QString& image : p.images) {
            QVERIFY(image.startsWith(QLatin1String("data:image/png;base64,")));
            const QImage picture =
                QImage::fromData(QByteArray::fromBase64(image.mid(image.indexOf(QLatin1Char(',')) + 1).toLatin1()));
            QVERIFY(picture.width() > 200);
        }
        QVERIFY(p.text.contains(QStringLiteral("mica train --replay")));
        QVERIFY(p.text.contains(QStringLiteral("--set d=8")));
        QVERIFY(p.text.contains(QStringLiteral("MAE")));
        QVERIFY(p.text.contains(QStringLiteral("finish")));
    }

    void aStoppedRunTellsWhatItHas() {
        const Parsed p = report("stopped");
        QVERIFY2(p.error.isEmpty(), qPrintable(p.error));
        QCOMPARE(p.sections.size(), 11);
        QVERIFY(p.text.contains(QStringLiteral("none yet: no epoch has ended")));
        QVERIFY2(p.text.contains(QStringLiteral("No figures: ")), "why there is no attention");
        QVERIFY(!p.images.isEmpty());  // its steps
    }

    void aSetThatIsGoneIsSaid() {
        const fs::path away = root_ / "away";
        fs::rename(root_ / "set", away);
        const Parsed p = report("full");
        fs::rename(away, root_ / "set");
        QVERIFY2(p.error.isEmpty(), qPrintable(p.error));
        QVERIFY(p.text.contains(QStringLiteral("The set could not be used for this report")));
    }

    void textsOfOthersStayTexts() {
        ReportDocument page(QStringLiteral("a <b> & 'c'"));
        page.section(QStringLiteral("s"), QStringLiteral("<script>"));
        page.table({QStringLiteral("x"), QStringLiteral("y")}, {{QStringLiteral("\x01<img src='http://a/b'/>"), {}}});
        const Parsed p = parsed(page.html());
        QVERIFY2(p.error.isEmpty(), qPrintable(p.error));
        QVERIFY(p.images.isEmpty());
        QVERIFY(p.text.contains(QStringLiteral("<script>")));
    }

    void aPdfHasPages() {
        const fs::path file = root_ / "full.pdf";
        write_run_report({runs_ / "full", {}, file, 1}, no_progress, {});
        const QByteArray pdf = bytes(file);
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.contains("%%EOF"));
        QVERIFY(pdf.size() > 50000);
    }

    void refusesAndCancelsWithoutAFile() {
        QVERIFY_THROWS_EXCEPTION(Error, write_run_report({runs_ / "full", {}, root_ / "a.txt", 1}, no_progress, {}));
        QVERIFY_THROWS_EXCEPTION(Error,
                                 write_run_report({root_ / "none", {}, root_ / "none.html", 1}, no_progress, {}));
        QVERIFY_THROWS_EXCEPTION(Error,
                                 write_run_report({runs_ / "full", {}, root_ / "none" / "a.html", 1}, no_progress, {}));
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(Cancelled, write_run_report({runs_ / "full", {}, root_ / "cancelled.html", 1},
                                                             no_progress, stop.get_token()));
        QVERIFY(!fs::exists(root_ / "cancelled.html"));
    }

    void theWindowWritesOneInTheBackground() {
        if (!QFile::exists(QCoreApplication::applicationDirPath() + QStringLiteral("/mica-workbench")))
            QSKIP("mica-workbench is not built");
        MainWindow window(runs_);
        QVERIFY(toy::open_and_wait(window, set_));
        QTRY_VERIFY(window.runs()->find(runs_ / "full"));
        const fs::path file = root_ / "window.html";
        window.writeReport(runs_ / "full", file);
        QVERIFY(window.jobs()->busy());
        QTRY_VERIFY_WITH_TIMEOUT(!window.jobs()->busy(), 120000);
        QVERIFY2(fs::exists(file), qPrintable(window.messages()->texts().join(QLatin1Char(' '))));
        QVERIFY(parsed(bytes(file)).error.isEmpty());
        window.messages()->clear();
        window.writeReport(runs_ / "none", root_ / "none.html");
        QTRY_VERIFY_WITH_TIMEOUT(!window.jobs()->busy(), 60000);
        QVERIFY(!window.messages()->texts().isEmpty());
        window.writeReport(runs_ / "full", root_ / "stopped-job.html");
        window.jobs()->stopAll();
        QTRY_VERIFY_WITH_TIMEOUT(!window.jobs()->busy(), 60000);
    }

    void tablesOfThePaperInTheExperiments() {
        MainWindow window(runs_);
        QVERIFY(toy::open_and_wait(window, set_));
        window.setLayoutShown(MainWindow::Layout::experiments);
        PaperPanel* panel = window.paperPanel();
        auto* dock = window.findChild<QDockWidget*>(QStringLiteral("paper tables"));
        QVERIFY(dock);
        dock->show();
        dock->raise();
        QTRY_COMPARE_WITH_TIMEOUT(panel->states()->state(), StatePanel::State::full, 20000);
        panel->showTable(5);
        QTRY_COMPARE_WITH_TIMEOUT(panel->view()->table().number, 5, 20000);
        const PaperTable& table = panel->view()->table();
        QCOMPARE(table.rows[0].runs.size(), std::size_t{1});  // the backbone
        QCOMPARE(table.rows[2].runs.size(), std::size_t{1});
        QCOMPARE(table.rows[1].cells[0].missing, std::string("no run"));
        panel->setFolder(root_ / "nothing here");
        QTRY_COMPARE_WITH_TIMEOUT(panel->states()->state(), StatePanel::State::empty, 20000);
    }
};

QTEST_MAIN(TestRunReport)
#include "test_run_report.moc"
