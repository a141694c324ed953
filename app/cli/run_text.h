// Runs as tables and as JSON, for `mica run`.
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

#include "core/runs/catalogue.h"
#include "core/runs/database.h"

namespace mica::cli {

[[nodiscard]] nlohmann::ordered_json json_of(const CatalogueEntry& run);
[[nodiscard]] nlohmann::ordered_json json_of(const RunDatabase::Event& event);
[[nodiscard]] nlohmann::ordered_json json_of(const Differences& differences, const std::vector<CatalogueEntry>& runs);

/// One row a run: name, state, epochs, best epoch, the first validation and test metrics, seed, set, tags.
[[nodiscard]] std::string list_text(const std::vector<CatalogueEntry>& runs);
[[nodiscard]] std::string show_text(const CatalogueEntry& run, const std::vector<RunDatabase::Event>& events);
[[nodiscard]] std::string compare_text(const Differences& differences, const std::vector<CatalogueEntry>& runs);

/// Of the runs of an experiment: each one's place and figures, and their spread on validation and test.
[[nodiscard]] nlohmann::ordered_json json_of_seeds(const std::vector<CatalogueEntry>& runs);
[[nodiscard]] std::string seeds_text(const std::vector<CatalogueEntry>& runs);

}  // namespace mica::cli
