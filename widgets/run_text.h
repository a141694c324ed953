// Runs in words and signs: titles of columns, cells, states.
#pragma once

#include <QIcon>
#include <QPalette>
#include <QString>

#include <vector>

#include "widgets/run_rows.h"

namespace mica {

/// Two lines where a metric's split stands above its name.
[[nodiscard]] QString columnTitle(const RunColumn& column);
/// The same in one line, for lists of columns and files.
[[nodiscard]] QString columnName(const RunColumn& column);
/// higher: whether more of a metric is better.
[[nodiscard]] QString columnTip(const RunColumn& column, bool higher);
/// As a person reads it; empty where the run has none.
[[nodiscard]] QString cellText(const RunRow& row, const RunColumn& column);
/// Of all runs of a group: mean and deviation of numbers, what all have in common, else empty.
[[nodiscard]] QString groupText(const std::vector<RunRowPtr>& rows, const RunColumn& column);
[[nodiscard]] QString groupTip(const std::vector<RunRowPtr>& rows, const RunColumn& column);

[[nodiscard]] QString stateTitle(const std::string& state);
/// What the state means and what can be done.
[[nodiscard]] QString stateTip(const CatalogueEntry& run);
/// Signs differ in form as well as in colour.
[[nodiscard]] QIcon stateIcon(const std::string& state, const QPalette& palette);

/// A line a run with these columns, in full precision, after one that names them by their id.
[[nodiscard]] std::string runsCsv(const std::vector<RunRowPtr>& runs, const std::vector<RunColumn>& columns);

/// "a, b" and back: words without commas, each once.
[[nodiscard]] QString tagsText(const std::set<std::string>& tags);
[[nodiscard]] std::set<std::string> tagsOf(const QString& text);

}  // namespace mica
