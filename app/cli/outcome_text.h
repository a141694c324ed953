// What `mica predict` and `mica compare` share: which clips and which measure are asked for, and how they are written.
#pragma once

#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/statistics/outcomes.h"
#include "datasets/types/dataset.h"

namespace mica::cli {

struct OutcomeArguments {
    std::string data, split = "test", checkpoint = "best", measure, part;
    bool json = false;
};

void add_outcome_options(CLI::App& command, OutcomeArguments& arguments);

/// The set of --data, else that of the run. Throws Error.
[[nodiscard]] std::shared_ptr<const Dataset> set_of(const OutcomeArguments& a, const std::filesystem::path& run);
/// None: all clips.
[[nodiscard]] std::optional<Split> split_of(const OutcomeArguments& a);
/// The first that suits the task where none is named. Throws Error where it does not suit.
[[nodiscard]] Measure measure_of(const OutcomeArguments& a, const Task& task);
/// A part's name or number (1-based); -1: all together. Throws Error.
[[nodiscard]] int part_of(const OutcomeArguments& a, const Dataset& set);

/// "-2", "blue", "happy+sad" of a label or a prediction.
[[nodiscard]] std::string value_text(double value, const Task& task, int part);
[[nodiscard]] const char* verdict_text(Verdict verdict);

}  // namespace mica::cli
