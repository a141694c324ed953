// The mark of a key (&) in the texts of menus and fields.
#pragma once

#include <QRegularExpression>
#include <QString>

namespace mica {

/// The text as it is read: "Open" of "&Open", and of "打开(&O)", as Chinese marks keys, "打开".
[[nodiscard]] inline QString withoutKeyMark(QString text) {
    static const QRegularExpression behind(QStringLiteral("\\(&\\w\\)"));
    return text.remove(behind).remove(QLatin1Char('&'));
}

}  // namespace mica
