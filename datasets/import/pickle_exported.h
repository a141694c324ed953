// What `mica export` put beside the arrays of a MulT or MMSA pickle, so that the import gives the same set.
#pragma once

#include <string_view>

#include "datasets/export/columns.h"
#include "datasets/pickle/pickle.h"

namespace mica {

/// The key of an exported file that holds the set's columns, and the column that says on which side zeros stand.
inline constexpr std::string_view kExportedKey = "mica", kPaddingColumn = "padding_left";

/// Throws Error: a column is no plain array of bytes, counts or numbers.
[[nodiscard]] Columns exported_columns(const pickle::Pickle& p, pickle::Value dict);

}  // namespace mica
