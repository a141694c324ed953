// What a run measured, for other programs; and its model without what only training needs.
#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>

namespace mica {

/// configuration, meta results, epochs, steps, events and predictions of a run, as one JSON object. Numbers that are not
/// finite are null. Throws Error: no run, damaged.
[[nodiscard]] nlohmann::ordered_json run_as_json(const std::filesystem::path& run);

/// steps.csv, epochs.csv, events.csv and predictions.csv in `folder`, which is made. Numbers read back as the same; what
/// is not finite is empty. Throws Error, also where one of these files is there already.
void run_as_csv(const std::filesystem::path& run, const std::filesystem::path& folder);

/// A bundle: a run folder with run.toml (configuration, task, feature recipes; of the set its name and fingerprint alone)
/// and checkpoints/best.safetensors (weights and standardisation, from the checkpoint `which`), and nothing else.
/// Whatever opens a run opens it. Throws Error: no run, no such checkpoint, the folder is not empty, or nothing is known
/// of how its features were made.
void export_bundle(const std::filesystem::path& run, const std::string& which, const std::filesystem::path& folder);

}  // namespace mica
