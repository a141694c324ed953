// Cells of tables of labels, read the same way by every importer.
#pragma once

#include <optional>
#include <string>

#include "datasets/types/clip.h"

namespace mica {

/// The whole cell as a number (also "+1.5", nan and inf), or nothing.
[[nodiscard]] std::optional<double> number_cell(const std::string& text);

/// train, training; valid, val, dev, validation; test; none and the empty cell. Throws Error naming `where` for others.
[[nodiscard]] Split split_cell(const std::string& text, const std::string& where);

}  // namespace mica
