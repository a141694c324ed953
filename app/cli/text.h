// What several commands write: formatted pieces, columns, durations.
#pragma once

#include <array>
#include <cstdio>
#include <string>
#include <vector>

namespace mica::cli {

/// As printf, up to 511 bytes.
std::string format(const char* pattern, auto... values) {
    std::array<char, 512> text{};
    std::snprintf(text.data(), text.size(), pattern, values...);
    return text.data();
}

/// Rows of cells under each other, two spaces between, each column as wide as its longest cell (in characters).
[[nodiscard]] std::string table_of(const std::vector<std::vector<std::string>>& rows);

/// "12 s", "3 min 05 s", "2 h 07 min".
[[nodiscard]] std::string duration_text(double seconds);

}  // namespace mica::cli
