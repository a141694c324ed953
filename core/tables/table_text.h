// A table as text for papers and programs.
#pragma once

#include <string>
#include <string_view>

#include "core/reports/paper_table.h"

namespace mica {

/// Whether any row of that column, which is one of the table's, has a published figure.
[[nodiscard]] bool has_published(const PaperTable& table, const PaperColumn& column);
/// "41.2 ± 0.3" and "39.1" with the column's decimals; what is missing in words. Marks: * significant, R reference.
[[nodiscard]] std::string own_text(const PaperCell& cell, const PaperColumn& column);
[[nodiscard]] std::string published_text(const PaperCell& cell, const PaperColumn& column);
/// A note of a table as a sentence.
[[nodiscard]] std::string note_text(std::string note);
/// "MICA (d = 20) R": R marks the reference.
[[nodiscard]] std::string row_title(const PaperRow& row);
/// "permutation on 686 clips, 5 runs: +1.2, p = 0.01, corrected 0.03".
[[nodiscard]] std::string test_text(const PaperTest& test, const PaperColumn& column);

[[nodiscard]] std::string markdown_of(const PaperTable& table);
/// A `table` for \usepackage{booktabs}.
[[nodiscard]] std::string latex_of(const PaperTable& table);
/// One line for each system and figure.
[[nodiscard]] std::string csv_of(const PaperTable& table);
[[nodiscard]] std::string json_of(const PaperTable& table);

/// Any text inside of a LaTeX document: what the language reads is escaped.
[[nodiscard]] std::string latex_escaped(std::string_view text);

}  // namespace mica
