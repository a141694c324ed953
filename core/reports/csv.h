// One cell of a table as text for other programs (RFC 4180).
#pragma once

#include <string>
#include <string_view>

namespace mica {

/// As it is, or between quotes where it holds a comma, a quote or an end of line.
[[nodiscard]] inline std::string csv_field(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string all = "\"";
    for (const char c : text) {
        if (c == '"') all += '"';
        all += c;
    }
    return all + "\"";
}

}  // namespace mica
