// The window's language: the desktop's, or the one that a person chose.
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace mica {

enum class Language { system, english, german, chinese };

/// "system", "en", "de" or "zh_CN", as in the settings and after --language; none for another name.
[[nodiscard]] std::optional<Language> language_of(const QString& name);
[[nodiscard]] QString name_of(Language language);
/// "English", "Deutsch", "中文": the same in every language; empty for `system`.
[[nodiscard]] QString own_name(Language language);
/// What `system` is where the desktop asks for these languages ("de-AT", "zh-Hans-CN"), the liked best first: the
/// first that the window speaks, else English. Traditional Chinese is not spoken.
[[nodiscard]] Language spoken_of(const QStringList& desktop);

/// Texts of windows that are made from now on: the window's own, and Qt's where the machine has Qt's translations.
/// Numbers look the same in every language and stay so for C libraries: a point before decimals, nothing between
/// thousands, as in the files that they come from.
void speak(Language language);

}  // namespace mica
