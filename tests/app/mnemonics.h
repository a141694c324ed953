// Alt and a letter: where two parts of a layout share one it only moves the focus, or opens the wrong one.
#pragma once

#include <QAbstractButton>
#include <QGroupBox>
#include <QKeySequence>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>

#include <map>

namespace toy {

/// A line for each letter that two texts on screen share.
inline QStringList shared_mnemonics(const QMainWindow& window) {
    QStringList found;
    std::map<QString, QString> owner;
    const auto claim = [&](const QString& text) {
        const QString key = QKeySequence::mnemonic(text).toString();
        if (key.isEmpty()) return;
        const auto [place, first] = owner.emplace(key, text);
        if (!first && place->second != text) found << QStringLiteral("%1: %2 and %3").arg(key, place->second, text);
    };
    for (const QAction* menu : window.menuBar()->actions()) claim(menu->text());
    for (const QWidget* w : window.findChildren<QWidget*>()) {
        if (!w->isVisible() || w->window() != &window) continue;
        if (const auto* label = qobject_cast<const QLabel*>(w); label && label->buddy()) claim(label->text());
        if (const auto* button = qobject_cast<const QAbstractButton*>(w)) claim(button->text());
        if (const auto* box = qobject_cast<const QGroupBox*>(w)) claim(box->title());
    }
    return found;
}

}  // namespace toy
