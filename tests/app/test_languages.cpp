// labels: slow
// The window in each of its languages, at the size of a screen and at twice its scale: every text is translated, none is
// cut off, keys of a menu differ; and numbers are read alike in all of them.
#include <QComboBox>
#include <QDockWidget>
#include <QFontDatabase>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QTranslator>

#include <clocale>
#include <cstdio>
#include <set>

#include "app/workbench/attention_panel.h"
#include "app/workbench/check_panel.h"
#include "app/workbench/clip_panel.h"
#include "app/workbench/compare_box.h"
#include "app/workbench/evidence_view.h"
#include "app/workbench/export_dialog.h"
#include "app/workbench/import_summary.h"
#include "app/workbench/job_board.h"
#include "app/workbench/language.h"
#include "app/workbench/predictions_panel.h"
#include "app/workbench/recordings_dialog.h"
#include "app/workbench/swap_dialog.h"
#include "app/workbench/what_if.h"
#include "app/workbench/what_if_actions.h"
#include "core/training/settings.h"
#include "core/training/trainer.h"
#include "tests/app/clipped.h"
#include "tests/app/mnemonics.h"
#include "tests/app/window_test.h"
#include "widgets/clip_table.h"
#include "widgets/prediction_pictures.h"
#include "widgets/predictions_view.h"
#include "widgets/state_panel.h"

using namespace mica;

namespace {

// Is asked before the language's own translator, and notes what that one does not know.
class Untranslated : public QTranslator {
public:
    explicit Untranslated(Language language) {
        (void)known_.load(QStringLiteral("mica_") + name_of(language), QStringLiteral(":/translations"));
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* text, const char* comment, int n) const override {
        if (QByteArray(context).startsWith("mica::") && known_.translate(context, text, comment, n).isEmpty())
            found_ << QStringLiteral("%1: %2").arg(QLatin1String(context), QLatin1String(text));
        return {};
    }
    [[nodiscard]] QStringList found() const {
        QStringList all = found_;
        all.removeDuplicates();
        return all;
    }

private:
    QTranslator known_;
    mutable QStringList found_;
};

QString letter(const QString& text) {
    const auto at = QString(text).remove(QStringLiteral("&&")).indexOf(QLatin1Char('&'));
    return at < 0 ? QString() : QString(text).remove(QStringLiteral("&&")).mid(at + 1, 1).toUpper();
}

}  // namespace

class TestLanguages : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::filesystem::path root_, set_;
    QStringList cut_, shared_;

    void look(const QWidget* at, const QString& stage) {
        QTest::qWait(60);  // layouts settle
        if (const auto* window = qobject_cast<const QMainWindow*>(at))
            for (const QString& each : toy::shared_mnemonics(*window))
                if (shared_.filter(each).isEmpty()) shared_ << stage + QStringLiteral(": ") + each;
        for (const QString& each : toy::clipped(at))
            if (cut_.filter(each).isEmpty())
                cut_ << stage + QStringLiteral(": ") + each;  // told where it is seen first
    }
    void lookAtEvidence(MainWindow& window) {
        window.showEvidence();
        EvidenceView* view = window.evidence();
        for (int kind = 0; kind < 6; ++kind) {
            view->setKind(static_cast<EvidenceView::Kind>(kind));
            StatePanel* states = view->panel(static_cast<EvidenceView::Kind>(kind))->states();
            look(&window, QStringLiteral("evidence %1, empty").arg(kind));
            QTest::mouseClick(states->findChild<QPushButton*>(QStringLiteral("emptyAction")), Qt::LeftButton);
            QVERIFY(QTest::qWaitFor(
                [&] { return states->state() == StatePanel::State::full && !window.jobs()->busy(); }, 60000));
            look(&window, QStringLiteral("evidence %1").arg(kind));
        }
    }
    void lookAtPredictions(MainWindow& window) {
        window.showPredictions();
        PredictionsView* view = window.predictions()->view();
        QVERIFY(QTest::qWaitFor([&] { return view->states()->state() == StatePanel::State::full; }, 20000));
        QVERIFY(view->compareBox()->count() > 1);
        view->compareBox()->setCurrentIndex(1);
        QTest::qWait(1000);
        for (int tab = 0; tab < view->pictures()->count(); ++tab) {
            view->pictures()->setCurrentIndex(tab);
            look(&window, QStringLiteral("predictions, picture %1").arg(tab));
        }
    }
    void lookAtMaps(MainWindow& window) {
        window.findChild<QDockWidget*>(QStringLiteral("attention"))->raise();
        for (int view = 0; view < window.attentionPanel()->viewChooser()->count(); ++view) {
            window.attentionPanel()->viewChooser()->setCurrentIndex(view);
            look(&window, QStringLiteral("attention, view %1").arg(view));
        }
        window.attentionPanel()->viewChooser()->setCurrentIndex(0);
        for (const int how : {1, 2, 0}) {
            window.attentionPanel()->compare()->howChooser()->setCurrentIndex(how);
            look(&window, QStringLiteral("comparing %1").arg(how));
        }
    }
    void lookAtWhatIf(MainWindow& window) {
        QTRY_VERIFY(window.whatIf()->seen());
        WhatIfActions* actions = window.whatIfActions();
        for (QAction* action : {actions->silence()[1], actions->drop(Modality::text)}) {
            action->trigger();
            QTest::qWait(200);
            look(&window, QStringLiteral("what if: ") + action->text());
        }
        actions->swap()->trigger();
        auto* swap = window.findChild<SwapDialog*>();
        QVERIFY(swap);
        look(swap, QStringLiteral("swap"));
        swap->close();
        actions->clear()->trigger();
        look(&window, QStringLiteral("what if, nothing changed"));
    }
    void lookAtDialogs(MainWindow& window) {
        ImportDialog* import = window.askImport();
        for (int kind = 0; kind < import->kindChooser()->count(); ++kind) {
            import->kindChooser()->setCurrentIndex(kind);
            look(import, QStringLiteral("import %1").arg(kind));
        }
        import->close();
        RecordingsDialog* recordings = window.askRecordings();
        recordings->addFiles({set_.parent_path() / "clip124.mp4"});
        look(recordings, QStringLiteral("recordings"));
        recordings->close();
        window.exportView();
        auto* exported = window.findChild<ExportDialog*>();
        QVERIFY(exported);
        for (int format = 0; format < exported->formatChooser()->count(); ++format) {
            exported->formatChooser()->setCurrentIndex(format);
            look(exported, QStringLiteral("export %1").arg(format));
        }
        exported->close();
        ImportSummary summary;
        summary.file = set_;
        summary.clips = 1;
        summary.splits = {1, 0, 0};
        summary.frames = 100;
        summary.notes = {"a note"};
        summary.left_out = {{"clip7", "it has no words"}};
        ImportSummaryWindow shown(summary, &window);
        shown.show();
        look(&shown, QStringLiteral("summary"));
        for (QAction* action : window.menuBar()->actions().last()->menu()->actions()) action->trigger();  // keys, about
        for (const auto& name : {QStringLiteral("keyPage"), QString()}) {
            QWidget* page = name.isEmpty() ? window.findChild<QMessageBox*>() : window.findChild<QWidget*>(name);
            QVERIFY(page);
            look(page, name.isEmpty() ? QStringLiteral("about") : name);
            page->close();
        }
    }
    static void differ(const QList<QAction*>& actions, const QString& of, QStringList& found) {
        std::set<QString> letters;
        for (const QAction* action : actions) {
            if (action->menu()) differ(action->menu()->actions(), action->text(), found);
            const QString key = letter(action->text());
            if (!key.isEmpty() && !letters.insert(key).second)
                found << QStringLiteral("%1: two entries with %2, one of them '%3'").arg(of, key, action->text());
        }
    }
    // "(Alt+S)" in the tip of a field is the letter of its label, or of the button itself
    static void tipsAgree(const MainWindow& window, QStringList& found) {
        static const QRegularExpression named(QStringLiteral("Alt\\+(\\w)\\)|Alt\\+(\\w)）"));
        for (const QLabel* label : window.findChildren<QLabel*>()) {
            if (!label->buddy() || letter(label->text()).isEmpty()) continue;
            const auto match = named.match(label->buddy()->toolTip());
            if (match.hasMatch() && (match.captured(1) + match.captured(2)) != letter(label->text()))
                found << QStringLiteral("'%1' and its tip '%2'").arg(label->text(), label->buddy()->toolTip());
        }
        for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
            const auto match = named.match(button->toolTip());
            if (match.hasMatch() && !letter(button->text()).isEmpty() &&
                (match.captured(1) + match.captured(2)) != letter(button->text()))
                found << QStringLiteral("'%1' and its tip '%2'").arg(button->text(), button->toolTip());
        }
    }

private Q_SLOTS:
    void initTestCase() {
        toy::use_own_settings(folder_);
        root_ = folder_.path().toStdString();
        set_ = toy::make_set(root_ / "set");
        for (const auto& [name, seed] : {std::pair{"first", 1}, std::pair{"second", 2}}) {
            TrainingOptions options = make_options("", {"d=8", "heads=2", "layers=1", "memory_layers=1", "batch=6",
                                                        "epochs=2", "keep_every=1", "mmd_rows=64"});
            options.threads = 1;
            options.seed = static_cast<std::uint64_t>(seed);
            (void)train(open_set(set_), options, root_ / "runs" / name, {}, {}, {});
        }
    }
    void cleanup() { speak(Language::english); }
    void everyTextIsThereAndFits_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("room");
        // twice the scale leaves half the room: 1600 x 1000 pixels are 800 x 500 of the window's, less the desktop's
        for (const char* language : {"en", "de", "zh_CN"}) {
            QTest::addRow("%s", language) << QString::fromLatin1(language) << QSize(1600, 1000);
            QTest::addRow("%s at 200 %%", language) << QString::fromLatin1(language) << QSize(740, 430);
        }
    }
    void everyTextIsThereAndFits() {
        QFETCH(QString, language);
        QFETCH(QSize, room);
        const Language spoken = language_of(language).value();
        if (spoken == Language::chinese && QFontDatabase::families(QFontDatabase::SimplifiedChinese).isEmpty())
            QSKIP("no font here has Chinese letters (fonts-noto-cjk, fonts-droid-fallback)");
        speak(spoken);
        Untranslated untranslated(spoken);
        if (spoken != Language::english) QCoreApplication::installTranslator(&untranslated);
        cut_.clear();
        shared_.clear();
        {
            MainWindow window(root_ / "runs");
            look(&window, QStringLiteral("no set"));
            QVERIFY(toy::open_and_wait(window, set_));
            window.resize(room);
            QTRY_VERIFY(!window.selection()->run().empty());
            window.setLayoutShown(MainWindow::Layout::data);
            window.check(set_);
            QTRY_VERIFY(!window.jobs()->busy());
            window.clipTable()->browseActions()[1]->trigger();
            look(&window, QStringLiteral("data"));
            window.setLayoutShown(MainWindow::Layout::train);
            look(&window, QStringLiteral("train"));
            window.setLayoutShown(MainWindow::Layout::inspect);
            look(&window, QStringLiteral("inspect"));
            lookAtMaps(window);
            lookAtEvidence(window);
            lookAtPredictions(window);
            lookAtWhatIf(window);
            lookAtDialogs(window);
            QStringList alike;
            differ(window.menuBar()->actions(), QStringLiteral("menu bar"), alike);
            QVERIFY2(alike.isEmpty(), qPrintable(alike.join(QLatin1Char('\n'))));
            tipsAgree(window, alike);
            QVERIFY2(alike.isEmpty(), qPrintable(alike.join(QLatin1Char('\n'))));
        }
        QCoreApplication::removeTranslator(&untranslated);
        QVERIFY2(untranslated.found().isEmpty(), qPrintable(untranslated.found().join(QLatin1Char('\n'))));
        QVERIFY2(shared_.isEmpty(), qPrintable(shared_.join(QLatin1Char('\n'))));
        for (const QString& each : cut_)
            std::fprintf(stderr, "cut off: %s\n", qPrintable(each));  // a message is cut itself
        QVERIFY2(cut_.isEmpty(), qPrintable(QString::number(cut_.size()) + QStringLiteral(" texts are cut off")));
    }
    void countsAreInflected() {
        for (const auto& [language, one, many] :
             {std::tuple{Language::english, "1 clip", "2 clips"}, std::tuple{Language::german, "1 Clip", "2 Clips"},
              std::tuple{Language::chinese, "1 个片段", "2 个片段"}}) {
            speak(language);
            QCOMPARE(ClipTable::tr("%n clips", nullptr, 1), QString::fromUtf8(one));
            QCOMPARE(ClipTable::tr("%n clips", nullptr, 2), QString::fromUtf8(many));
        }
    }
    // their English stands in a room without Qt; the translators' files have a copy
    void optionsAreExplained() {
        for (const Language language : {Language::german, Language::chinese}) {
            QTranslator known;
            QVERIFY(known.load(QStringLiteral("mica_") + name_of(language), QStringLiteral(":/translations")));
            for (const OptionInfo& option : option_table())
                QVERIFY2(!known.translate("mica::Option", option.help.c_str()).isEmpty(), option.help.c_str());
        }
    }
    void languageFollowsTheDesktopsWishes() {
        QCOMPARE(spoken_of({QStringLiteral("de-AT"), QStringLiteral("en-US")}), Language::german);
        QCOMPARE(spoken_of({QStringLiteral("fr-FR"), QStringLiteral("de")}), Language::german);
        QCOMPARE(spoken_of({QStringLiteral("zh-CN")}), Language::chinese);
        QCOMPARE(spoken_of({QStringLiteral("zh-Hans-SG"), QStringLiteral("en")}), Language::chinese);
        QCOMPARE(spoken_of({QStringLiteral("zh-TW"), QStringLiteral("en-GB"), QStringLiteral("de")}),
                 Language::english);
        QCOMPARE(spoken_of({QStringLiteral("en-US"), QStringLiteral("de-DE")}), Language::english);
        QCOMPARE(spoken_of({QStringLiteral("fr-FR")}), Language::english);
        QCOMPARE(spoken_of({}), Language::english);
        for (const Language each : {Language::system, Language::english, Language::german, Language::chinese})
            QCOMPARE(language_of(name_of(each)), std::optional(each));
        QVERIFY(!language_of(QStringLiteral("tlh")));
    }
    // on a German desktop QLocale and the C library would both want a comma
    void numbersKeepTheirPoint() {
        QLocale::setDefault(QLocale(QLocale::German));
        QProcess::execute(QStringLiteral("localedef"),
                          {QStringLiteral("-i"), QStringLiteral("de_DE"), QStringLiteral("-f"), QStringLiteral("UTF-8"),
                           folder_.filePath(QStringLiteral("de_DE.UTF-8"))});
        qputenv("LOCPATH", folder_.path().toUtf8());
        if (std::setlocale(LC_NUMERIC, "de_DE.UTF-8"))
            QVERIFY(std::stod("0.125") != 0.125);
        else
            qInfo("no German locale of the C library here (package locales): only Qt's was tried");
        speak(Language::german);
        QCOMPARE(QLocale().toString(1234.5), QStringLiteral("1234.5"));
        QCOMPARE(QLocale().toString(23000), QStringLiteral("23000"));
        QCOMPARE(std::stod("0.125"), 0.125);
        QCOMPARE(train_settings(make_options("sample", {"alpha=0.125"})).live.alpha, 0.125);
        MainWindow window(root_ / "runs");
        QVERIFY(toy::open_and_wait(window, set_));
        SettingsForm* form = window.trainPanel()->form();
        form->setValue("alpha", QStringLiteral("0.125"));
        QCOMPARE(form->value("alpha"), QStringLiteral("0.125"));
    }
    void cleanupTestCase() { QVERIFY2(toy::warnings().isEmpty(), qPrintable(toy::warnings().join(QLatin1Char('\n')))); }
};

QTEST_MAIN(TestLanguages)
#include "test_languages.moc"
