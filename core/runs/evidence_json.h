// What the analyses found, as JSON for `--json`. Layers and heads count from 0 as everywhere in files; numbers that are
// not finite are null.
#pragma once

#include <nlohmann/json.hpp>

#include "core/reports/evidence.h"

namespace mica {

[[nodiscard]] nlohmann::json json_of(const CorrAccEvidence& evidence);
[[nodiscard]] nlohmann::json json_of(const ADistanceEvidence& evidence);
[[nodiscard]] nlohmann::json json_of(const Projection& projection);
[[nodiscard]] nlohmann::json json_of(const DistanceEvidence& evidence);
[[nodiscard]] nlohmann::json json_of(const ContributionEvidence& evidence);
[[nodiscard]] nlohmann::json json_of(const FaithfulnessEvidence& evidence);

}  // namespace mica
