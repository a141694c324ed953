// Every warning that Qt prints fails the test that made it.
#pragma once

#include <QApplication>
#include <QMouseEvent>
#include <QTest>

namespace mica::strict {

inline QStringList& warnings() {
    static QStringList list;
    return list;
}

inline void note(QtMsgType type, const QMessageLogContext&, const QString& text) {
    if (type == QtDebugMsg || type == QtInfoMsg) return;
    // the offscreen platform says this of every window on every start
    if (text.contains(QLatin1String("propagateSizeHints")) || text.contains(QLatin1String("XDG_RUNTIME_DIR")) ||
        text.contains(QLatin1String("does not support raise")))
        return;
    warnings() << text;
}

/// Call from init() and cleanup().
inline void begin() {
    warnings().clear();
    qInstallMessageHandler(note);
}
inline void end() {
    qInstallMessageHandler(nullptr);
    QVERIFY2(warnings().isEmpty(), qPrintable(warnings().join(QLatin1Char('\n'))));
}

/// A move of the pointer, with the buttons that are held; the widget need not be on a screen.
inline void moveTo(QWidget* widget, QPointF at, Qt::MouseButtons held = Qt::NoButton,
                   Qt::KeyboardModifiers keys = Qt::NoModifier) {
    QMouseEvent event(QEvent::MouseMove, at, widget->mapToGlobal(at), Qt::NoButton, held, keys);
    QApplication::sendEvent(widget, &event);
}

}  // namespace mica::strict
