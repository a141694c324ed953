#include "app/workbench/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <array>
#include <clocale>
#include <vector>

static void load_resources() { Q_INIT_RESOURCE(translations); }  // of a static library; not inside a namespace

namespace mica {

namespace {

struct Known {
    Language language;
    const char* name;
    const char* own;
};

constexpr std::array kKnown{Known{Language::system, "system", ""}, Known{Language::english, "en", "English"},
                            Known{Language::german, "de", "Deutsch"},
                            Known{Language::chinese, "zh_CN", "\u4e2d\u6587"}};

const Known& known(Language language) { return kKnown[static_cast<std::size_t>(language)]; }

void install(const QString& file, const QString& folder) {
    static std::vector<QTranslator*> installed;  // the application owns them
    if (file.isEmpty()) {
        for (QTranslator* each : installed) delete each;
        installed.clear();
        return;
    }
    auto* translator = new QTranslator(QCoreApplication::instance());
    if (!translator->load(file, folder)) {
        delete translator;
        return;
    }
    QCoreApplication::installTranslator(translator);
    installed.push_back(translator);
}

}  // namespace

std::optional<Language> language_of(const QString& name) {
    for (const Known& each : kKnown)
        if (name == QLatin1String(each.name)) return each.language;
    return std::nullopt;
}

QString name_of(Language language) { return QLatin1String(known(language).name); }

QString own_name(Language language) { return QString::fromUtf8(known(language).own); }

Language spoken_of(const QStringList& desktop) {
    for (const QString& each : desktop) {
        const QLocale locale(each);
        if (locale.language() == QLocale::English) return Language::english;
        if (locale.language() == QLocale::German) return Language::german;
        if (locale.language() == QLocale::Chinese && locale.script() == QLocale::SimplifiedHanScript)
            return Language::chinese;
    }
    return Language::english;
}

void speak(Language language) {
    load_resources();
    if (language == Language::system) language = spoken_of(QLocale::system().uiLanguages());
    install({}, {});
    // what was installed last is asked first
    install(QStringLiteral("qtbase_") + name_of(language), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("mica_") + name_of(language), QStringLiteral(":/translations"));
    QLocale::setDefault(QLocale::c());
    std::setlocale(LC_NUMERIC, "C");
}

}  // namespace mica
