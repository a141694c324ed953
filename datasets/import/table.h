// Tables of labels: CSV or TSV with a header line and quoted fields.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace mica {

struct Table {
    struct Row {
        std::vector<std::string> fields;  // one per column, trimmed
        std::size_t line = 0;             // in the file, from 1
    };
    std::vector<std::string> columns;  // as written
    std::vector<Row> rows;

    /// The first column called one of the names (any case), or columns.size().
    [[nodiscard]] std::size_t column(const std::vector<std::string_view>& names) const;
};

/// RFC 4180: fields parted by the separator, quoted ones may hold it, line ends and doubled quotes. Empty
/// lines are passed over. Throws Error naming the line: a quote that does not end, a row of another length,
/// two columns of one name, more than a million rows.
[[nodiscard]] Table parse_table(std::string_view text, char separator, const std::string& file);

/// A .tsv or .tab file is split at tabs; any other at tabs where its header has one, else at commas, else at
/// semicolons. At most 64 MB.
[[nodiscard]] Table read_table(const std::filesystem::path& file);

}  // namespace mica
