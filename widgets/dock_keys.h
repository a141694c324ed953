// Keys that hold while the keyboard is in a dock: Alt, Shift and one more. Alt alone belongs to the menus, and its
// letters in the other docks answer even where another dock covers them.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

class QWidget;

namespace mica {

struct DockKey {
    const char* key;  // "W", "PgUp"
    QString does;
    std::function<void()> work;
};

/// Returns rows for a page of keys: key, a tab, what it does.
QStringList addDockKeys(QWidget* dock, const std::vector<DockKey>& keys);

}  // namespace mica
