// A sweep's report as JSON: sweep.json, and `mica sweep show --json`.
#pragma once

#include <nlohmann/json.hpp>

#include "core/reports/sweep.h"

namespace mica {

[[nodiscard]] nlohmann::ordered_json json_of(const SweepReport& report);
/// Throws nlohmann::json::exception where something is missing or of another type.
[[nodiscard]] SweepReport sweep_of(const nlohmann::json& json);

}  // namespace mica
