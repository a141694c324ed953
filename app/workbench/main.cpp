// mica-workbench [SET.h5] [--runs FOLDER] [--theme light|dark|system] [--language en|de|zh_CN|system]
//                [--report RUN --to FILE.html|FILE.pdf [--data SET] [--clips N]] [--report RUN --data SET --to FOLDER]
//                [--bench-ui [--json]]
//                [--inspect RUN --clip ID --out FILE ...]
// What is read on a terminal or in a report is English.
#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>
#include <cstring>
#include <exception>
#include <stop_token>

#include "app/workbench/bench_ui.h"
#include "app/workbench/inspect_command.h"
#include "app/workbench/language.h"
#include "app/workbench/main_window.h"
#include "app/workbench/places.h"
#include "app/workbench/report.h"
#include "app/workbench/run_report.h"
#include "app/workbench/theme.h"
#include "app/workbench/words.h"
#include "core/training/stop_signals.h"
#include "core/training/threads.h"

namespace {

bool asked_for(int argc, char** argv, const char* option) {
    for (int i = 1; i < argc; ++i)
        if (std::strcmp(argv[i], option) == 0 ||
            (std::strncmp(argv[i], option, std::strlen(option)) == 0 && argv[i][std::strlen(option)] == '='))
            return true;
    return false;
}

int wrong_usage(const QString& text) {
    std::fprintf(stderr, "mica-workbench: %s\n", qPrintable(text));
    return 2;
}

int run(int argc, char** argv) {
    mica::let_idle_threads_sleep(argv);
    const bool bench = asked_for(argc, argv, "--bench-ui"), report = !bench && asked_for(argc, argv, "--report");
    const bool inspect = !bench && !report && asked_for(argc, argv, "--inspect");
    const bool words_only = bench || report || inspect || asked_for(argc, argv, "--help") ||
                            asked_for(argc, argv, "-h") || asked_for(argc, argv, "--version");
    const bool display = !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
                         !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
    if (!display && !words_only) {
        std::fprintf(
            stderr,
            "mica-workbench: there is no display; start it on a desktop, or use --report for figures without one.\n");
        return 1;
    }
    if (words_only && (!display || report || bench || (inspect && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const std::stop_source stop = inspect || report ? mica::stop_on_signals() : std::stop_source();
    // what Qt says of the machine is nothing that a person at a terminal asked for
    if (inspect || report) qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("mica"));
    QApplication::setApplicationName(QStringLiteral("mica-workbench"));
    QApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    using mica::path_of;
    using mica::text_of;
    mica::speak(mica::Language::english);  // until a window comes up
    if (inspect) return mica::inspect_without_window(QApplication::arguments(), stop.get_token());

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("MICA Workbench: crossmodal attention over video, speech and words"));
    parser.addPositionalArgument(QStringLiteral("SET.h5"),
                                 QStringLiteral("the set to open (the sample set where none is named)"),
                                 QStringLiteral("[SET.h5]"));
    const QCommandLineOption runs(QStringLiteral("runs"), QStringLiteral("folder of runs"), QStringLiteral("FOLDER"),
                                  text_of(mica::default_runs()));
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("light, dark or system"),
                                   QStringLiteral("NAME"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("en, de, zh_CN or system"),
                                      QStringLiteral("NAME"));
    const QCommandLineOption of(QStringLiteral("report"),
                                QStringLiteral("write the report of a run as one file (or figures and tables in a "
                                               "folder), without a window"),
                                QStringLiteral("RUN"));
    const QCommandLineOption data(QStringLiteral("data"),
                                  QStringLiteral("with --report: the set; that of the run, if not named"),
                                  QStringLiteral("SET.h5"));
    const QCommandLineOption to(QStringLiteral("to"),
                                QStringLiteral("with --report: the file to write (.html, .pdf), or a folder"),
                                QStringLiteral("FILE"));
    const QCommandLineOption clips(QStringLiteral("clips"),
                                   QStringLiteral("with --report: clips whose attention is shown"), QStringLiteral("N"),
                                   QStringLiteral("3"));
    const QCommandLineOption told(QStringLiteral("progress"), QStringLiteral("with --report: say what is being done"));
    const QCommandLineOption timed(
        QStringLiteral("bench-ui"),
        QStringLiteral("measure how quickly the window answers, without a window; 1 where a bound is missed"));
    const QCommandLineOption json(QStringLiteral("json"), QStringLiteral("with --bench-ui: figures as JSON"));
    const QCommandLineOption drawn(QStringLiteral("inspect"),
                                   QStringLiteral("draw a clip's attention without a window; see mica inspect --help"),
                                   QStringLiteral("RUN"));
    parser.addOptions({runs, theme, language, of, data, to, timed, json, drawn, clips, told});
    const auto help = parser.addHelpOption();
    const auto version = parser.addVersionOption();
    if (!parser.parse(QApplication::arguments())) return wrong_usage(parser.errorText());
    if (parser.isSet(help)) {
        std::fputs(qPrintable(parser.helpText()), stdout);
        return 0;
    }
    if (parser.isSet(version)) {
        std::printf("mica-workbench %s\n", qPrintable(QApplication::applicationVersion()));
        return 0;
    }
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1) return wrong_usage(QStringLiteral("one set at most can be named"));
    if (parser.isSet(theme) &&
        !QStringList{QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("system")}.contains(
            parser.value(theme)))
        return wrong_usage(QStringLiteral("--theme: light, dark or system, not %1").arg(parser.value(theme)));

    if (parser.isSet(language) && !mica::language_of(parser.value(language)))
        return wrong_usage(QStringLiteral("--language: en, de, zh_CN or system, not %1").arg(parser.value(language)));
    const auto wanted = mica::language_of(
        parser.isSet(language) ? parser.value(language) : QSettings().value(QStringLiteral("language")).toString());
    if (!bench && !report) mica::speak(wanted.value_or(mica::Language::system));

    if (bench) {
        const QTemporaryDir settings;  // those of the person at the desktop stay as they are
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
        return mica::bench_ui(files.isEmpty() ? mica::default_set() : path_of(files.front()),
                              path_of(parser.value(runs)), parser.isSet(json));
    }
    if (report) {
        const auto out = path_of(parser.value(to));
        const bool one_file = mica::is_report_file(out);
        if (!parser.isSet(to) || (!one_file && !parser.isSet(data)))
            return wrong_usage(
                QStringLiteral("--report needs --to FILE.html or FILE.pdf, or --data SET and --to FOLDER"));
        bool good = true;
        const uint shown = parser.value(clips).toUInt(&good);
        if (!good || shown > 100) return wrong_usage(QStringLiteral("--clips: 0 to 100"));
        mica::ThemeSetter setter;
        setter.set(parser.value(theme) == QLatin1String("dark") ? mica::Theme::dark : mica::Theme::light);
        if (one_file)
            return mica::report_without_window({path_of(parser.value(of)), path_of(parser.value(data)), out, shown},
                                               parser.isSet(told), stop.get_token());
        mica::write_report(path_of(parser.value(of)), path_of(parser.value(data)), out);
        std::printf("%s\n", qPrintable(parser.value(to)));
        return 0;
    }
    mica::ThemeSetter setter;
    setter.set(mica::theme_of(parser.isSet(theme) ? parser.value(theme)
                                                  : QSettings().value(QStringLiteral("theme")).toString()));
    mica::MainWindow window(path_of(parser.value(runs)), &setter);
    window.show();
    const auto named = files.isEmpty() ? std::filesystem::path() : path_of(files.front());
    if (!window.openRemembered(named)) window.openDefault(mica::default_set());
    return QApplication::exec();
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& e) {
        std::fprintf(stderr, "mica-workbench: %s\n", qPrintable(mica::words_of(e)));
        return 1;
    }
}
