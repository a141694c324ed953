#include "datasets/import/table.h"

#include <algorithm>
#include <fstream>
#include <set>

#include "datasets/features/word_vectors.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

constexpr std::size_t kMostRows = 1'000'000;
constexpr std::uintmax_t kLargest = 64u << 20;

std::string trimmed(const std::string& text) {
    const std::size_t from = text.find_first_not_of(" \t\r");
    return from == std::string::npos ? "" : text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
}

}  // namespace

std::size_t Table::column(const std::vector<std::string_view>& names) const {
    for (const auto name : names)
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (lower_case(columns[i]) == name) return i;
    return columns.size();
}

Table parse_table(std::string_view text, char separator, const std::string& file) {
    Table table;
    Table::Row row;
    std::size_t line = 1;
    std::string field;
    bool was_quoted = false, any = false;
    const auto end_field = [&] {
        row.fields.push_back(was_quoted ? field : trimmed(field));
        field.clear();
        was_quoted = false;
    };
    const auto end_row = [&] {
        if (!any && row.fields.empty() && trimmed(field).empty()) {
            field.clear();
            return;  // an empty line
        }
        end_field();
        any = false;
        if (table.columns.empty()) {
            std::set<std::string> seen;
            for (const auto& c : row.fields)
                if (!c.empty() && !seen.insert(lower_case(c)).second)
                    throw Error("two columns are called \"" + c + "\"", file);
            table.columns = std::move(row.fields);
        } else {
            if (row.fields.size() != table.columns.size())
                throw Error("line " + std::to_string(row.line) + " has " + std::to_string(row.fields.size()) +
                                " fields where the header has " + std::to_string(table.columns.size()),
                            file);
            if (table.rows.size() >= kMostRows) throw Error("holds more than a million rows", file);
            table.rows.push_back(std::move(row));
        }
        row = {};
    };
    row.line = 1;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"' && trimmed(field).empty() && !was_quoted) {
            const std::size_t from = line;
            field.clear();
            for (++i;; ++i) {
                if (i >= text.size())
                    throw Error("line " + std::to_string(from) + ": a quoted field does not end", file);
                if (text[i] == '\n') ++line;
                if (text[i] == '"') {
                    if (i + 1 < text.size() && text[i + 1] == '"')
                        ++i;
                    else
                        break;
                }
                field.push_back(text[i]);
            }
            was_quoted = any = true;
        } else if (c == separator) {
            end_field();
            any = true;
        } else if (c == '\n') {
            ++line;
            end_row();
            row.line = line;
        } else if (!was_quoted) {
            field.push_back(c);
        } else if (c != ' ' && c != '\t' && c != '\r') {
            throw Error("line " + std::to_string(line) + ": text follows a quoted field", file);
        }
    }
    end_row();
    if (table.columns.empty()) throw Error("the table is empty", file);
    return table;
}

Table read_table(const std::filesystem::path& path) {
    const std::string file = path.string();
    std::error_code ec;
    if (!std::filesystem::is_regular_file(path, ec)) throw Error("there is no such table", file);
    if (std::filesystem::file_size(path, ec) > kLargest)
        throw Error("is larger than 64 MB, too large for a table of labels", file);
    std::ifstream in(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in) throw Error("cannot be read", file);
    if (text.find('\0') != std::string::npos) throw Error("is no text file", file);
    if (text.rfind("\xef\xbb\xbf", 0) == 0) text.erase(0, 3);
    const std::string header = text.substr(0, text.find('\n'));
    const std::string extension = lower_case(path.extension().string());
    char separator = ',';
    if (extension == ".tsv" || extension == ".tab" || header.find('\t') != std::string::npos)
        separator = '\t';
    else if (header.find(',') == std::string::npos && header.find(';') != std::string::npos)
        separator = ';';
    return parse_table(text, separator, file);
}

}  // namespace mica
