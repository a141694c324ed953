// Models and their options as lines for a terminal.
#pragma once

#include <string>
#include <vector>

#include "core/training/options.h"

namespace mica::cli {

/// Grouped, an option a line: default, range, help.
void list_options(const std::vector<OptionInfo>& options);

/// "regression, classes", "word-aligned", ... : what a model needs and reports, in words.
[[nodiscard]] std::string tasks_of(const ModelInfo& model);
[[nodiscard]] std::string reports_of(const ModelInfo& model);

/// All that a model says of itself, with its presets and options. Throws Error: no such model.
void describe_model(const std::string& name);

}  // namespace mica::cli
