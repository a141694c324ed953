#include "app/cli/text.h"

#include <algorithm>
#include <cmath>

namespace mica::cli {
namespace {

// Characters, not bytes: what a terminal gives a column to, near enough.
std::size_t width_of(const std::string& text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

}  // namespace

std::string table_of(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows)
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (widths.size() <= c) widths.push_back(0);
            widths[c] = std::max(widths[c], width_of(row[c]));
        }
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t c = 0; c < row.size(); ++c)
            line += row[c] + std::string(c + 1 < row.size() ? widths[c] - width_of(row[c]) + 2 : 0, ' ');
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

std::string duration_text(double seconds) {
    const auto s = static_cast<long>(std::llround(std::max(0.0, std::min(seconds, 1e9))));
    if (s < 60) return format("%ld s", s);
    if (s < 3600) return format("%ld min %02ld s", s / 60, s % 60);
    return format("%ld h %02ld min", s / 3600, s % 3600 / 60);
}

}  // namespace mica::cli
