// Reports as JSON, for run.db and for `--json`. Numbers that are not finite become null and come back as NaN.
#pragma once

#include <nlohmann/json.hpp>

#include "core/reports/reports.h"

namespace mica {

[[nodiscard]] nlohmann::json json_of(const Metrics& metrics);  // name -> value
[[nodiscard]] nlohmann::json json_of(const std::vector<CorrAcc>& values);
[[nodiscard]] nlohmann::json json_of(const std::vector<ADistance>& values);
[[nodiscard]] nlohmann::json json_of(const std::vector<LayerHealth>& values);
[[nodiscard]] nlohmann::json json_of(const EpochReport& report);

/// Throw nlohmann::json::exception where something is missing or of another type.
void read_json(const nlohmann::json& j, Metrics& metrics);
void read_json(const nlohmann::json& j, std::vector<CorrAcc>& values);
void read_json(const nlohmann::json& j, std::vector<ADistance>& values);
void read_json(const nlohmann::json& j, EpochReport& report);

}  // namespace mica
