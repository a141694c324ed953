// Words of a text whose times nobody knows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mica {

/// The words between blanks, without the punctuation around them. Chinese and Japanese have no blanks: there each
/// character is a step of its own. Bytes that are not UTF-8 stay in their word.
[[nodiscard]] std::vector<std::string> untimed_words(std::string_view text);

/// True where untimed_words() would part the text by characters somewhere.
[[nodiscard]] bool has_ideographs(std::string_view text);

}  // namespace mica
