// The page of keys: made from the actions themselves, so that it lists what really works.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

class QMainWindow;
class QWidget;

namespace mica {

struct KeyRow {
    QString keys, does;
};
struct KeyGroup {
    QString title;
    std::vector<KeyRow> rows;
};

/// The actions with keys of each menu, then those of no menu, then what views do with keys and mouse themselves
/// (their `keyHelp` property, see describeKeys).
[[nodiscard]] std::vector<KeyGroup> keysOf(const QMainWindow* window);
/// What a view does with keys or the mouse that no action stands for: "key<TAB>what it does" each.
void describeKeys(QWidget* view, const QString& title, const QStringList& rows);
/// Opens the page beside the window, or raises the one that is open.
void showKeys(QMainWindow* window);

}  // namespace mica
