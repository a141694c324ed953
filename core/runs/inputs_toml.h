// The section [inputs] of run.toml.
#pragma once

#include <toml++/toml.h>

#include <optional>

#include "core/runs/run_inputs.h"

namespace mica {

[[nodiscard]] toml::table inputs_table(const RunInputs& inputs);
/// From the whole of run.toml; nothing where it has no such section. Throws Error naming what is missing in it.
[[nodiscard]] std::optional<RunInputs> read_inputs(const toml::table& run);

}  // namespace mica
