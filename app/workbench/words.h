// How errors, times and numbers become text for a person.
#pragma once

#include <QString>

#include <exception>
#include <filesystem>
#include <functional>
#include <string>

namespace mica {

/// One sentence for any exception; mica::Error brings its own, std::bad_alloc and others get one.
[[nodiscard]] QString words_of(const std::exception& e);
/// Does it for a command without a window, says on standard error what fails, and gives the exit code: 0 done, 1 failed,
/// 130 interrupted.
[[nodiscard]] int exit_code_of(const std::function<void()>& work);
/// "45 s", "2:10 min", "1:03 h"; empty where negative or not finite.
[[nodiscard]] QString time_words(double seconds);
[[nodiscard]] inline QString text_of(const std::string& s) { return QString::fromStdString(s); }
[[nodiscard]] inline QString text_of(std::string_view s) {
    return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size()));
}
[[nodiscard]] inline QString text_of(const std::filesystem::path& p) { return QString::fromStdString(p.string()); }
[[nodiscard]] inline std::filesystem::path path_of(const QString& s) { return {s.toStdString()}; }
}  // namespace mica
