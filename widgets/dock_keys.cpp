#include "widgets/dock_keys.h"

#include <QKeySequence>
#include <QShortcut>
#include <QWidget>

namespace mica {

QStringList addDockKeys(QWidget* dock, const std::vector<DockKey>& keys) {
    QStringList rows;
    for (const DockKey& key : keys) {
        const QKeySequence sequence(QStringLiteral("Alt+Shift+") + QLatin1String(key.key));
        auto* shortcut = new QShortcut(sequence, dock);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        QObject::connect(shortcut, &QShortcut::activated, dock, key.work);
        rows << sequence.toString(QKeySequence::NativeText) + QLatin1Char('\t') + key.does;
    }
    return rows;
}

}  // namespace mica
