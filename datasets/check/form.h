// Which form a file has: told from what it holds, then from its name.
#pragma once

#include <filesystem>
#include <string>

namespace mica::check {

enum class Form { set, sequence, pickle, matlab, textgrid, align, srt, vtt, words_json, table, openface, glove };

/// Looks at the first 64 KiB only. Throws Error: missing, a folder, empty, unreadable, of no supported form (naming
/// those that are).
[[nodiscard]] Form form_of(const std::filesystem::path& file);

}  // namespace mica::check
