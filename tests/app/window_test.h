// What the tests of the window share: settings and runs in a folder of their own, and no warning from Qt.
#pragma once

#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "app/workbench/main_window.h"
#include "app/workbench/settings_form.h"
#include "app/workbench/train_panel.h"
#include "tests/app/toy_set.h"

namespace toy {

inline QStringList& warnings() {
    static QStringList all;
    return all;
}

inline void note_warning(QtMsgType type, const QMessageLogContext&, const QString& text) {
    if (type == QtDebugMsg || type == QtInfoMsg) return;
    // said by Qt about the machine, not about the program
    if (text.contains(QLatin1String("XDG_RUNTIME_DIR")) || text.contains(QLatin1String("propagateSizeHints")) ||
        text.contains(QLatin1String("PulseAudio")) || text.startsWith(QLatin1String("This plugin does not support")))
        return;
    warnings() << text;
}

/// One folder per test program; call in initTestCase.
inline void use_own_settings(const QTemporaryDir& folder) {
    QCoreApplication::setOrganizationName(QStringLiteral("mica-test"));
    QCoreApplication::setApplicationName(QStringLiteral("mica-test"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    qInstallMessageHandler(note_warning);
}

/// The window with the set open and its first clip shown.
inline bool open_and_wait(mica::MainWindow& window, const std::filesystem::path& set) {
    QSignalSpy opened(&window, &mica::MainWindow::setOpened);
    window.resize(1400, 900);
    window.show();
    window.openSet(set);
    return opened.wait(10000);
}

/// Settings under which a training of the toy set takes little time.
inline void make_small(mica::TrainPanel* panel, int epochs) {
    for (const auto& [key, value] :
         std::initializer_list<std::pair<const char*, QString>>{{"d", QStringLiteral("8")},
                                                                {"heads", QStringLiteral("2")},
                                                                {"layers", QStringLiteral("1")},
                                                                {"memory_layers", QStringLiteral("1")},
                                                                {"batch", QStringLiteral("6")},
                                                                {"epochs", QString::number(epochs)},
                                                                {"a_distance_every", QStringLiteral("1")}})
        panel->form()->setValue(key, value);
}

}  // namespace toy
