// What went into a run's model and came out of it, as far as clips of other sets need to know: the task, and how each
// stream's features were made.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "datasets/features/recipe.h"
#include "datasets/types/dataset.h"

namespace mica {

struct RunConfiguration;

struct RunInputs {
    Task task;
    std::int64_t label_values = 1;  // regression: numbers that the model gives
    /// As the model saw them, through the run's view; features 0: it does not look at that stream. The recipe is that of
    /// the set file, in the spelling of FeatureRecipe::text.
    std::array<StreamInfo, 3> streams;
};

/// Of what is trained on (a set, or a view of one) by a model of those streams (letters of LVA).
[[nodiscard]] RunInputs inputs_of(const Dataset& set, const std::string& letters);

/// Of a run: as it noted them, or, where it is older than that, from its set file while that is there and unchanged.
[[nodiscard]] std::optional<RunInputs> inputs_of(const RunConfiguration& run);

/// The sentence of why_not() where nothing is known of a run's inputs; set: its set file.
[[nodiscard]] std::string unknown_inputs(const std::string& set);

/// Recipes of the streams that the model looks at.
[[nodiscard]] FeatureRecipes recipes_of(const RunInputs& inputs);

/// Why a model of these inputs cannot look at clips of that set: one sentence for a person. Empty where it can.
[[nodiscard]] std::string why_not(const RunInputs& inputs, const Dataset& set);

/// Why its features cannot be made from recordings here, one sentence; empty where they can.
[[nodiscard]] std::string why_not_made(const RunInputs& inputs);

}  // namespace mica
