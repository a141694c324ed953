// A run on clips that it was not trained on: what is known of its inputs, what the model did not see of a clip, and
// whether the attention over it fits into memory.
#pragma once

#include <array>
#include <memory>
#include <string>

#include "core/model/model.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_inputs.h"
#include "core/training/settings.h"
#include "datasets/types/dataset.h"
#include "datasets/views/view_options.h"

namespace mica {

struct ForeignClips {
    RunInputs inputs;
    std::shared_ptr<const Task> task;  // the run's
    std::array<bool, 3> streams{};     // that the model looks at
    std::array<int, 3> longest{};      // steps that the model is shown; 0: all

    /// Throws Error: the run's inputs are not known, or are not made as the set's are.
    ForeignClips(const RunConfiguration& run, const std::string& name, const Dataset& set);

    /// Data settings for looking at such clips: empty streams, no labels, no more steps than gates have places.
    void adapt(DataSettings& data, const ModelShape& shape);
    /// Throws Error naming how long a recording may be where the weights would take more than 2 GB.
    void check_size(const ClipInfo& clip, const ModelShape& shape) const;
    /// What the model did not see of a clip, sentences for a person; empty: nothing.
    [[nodiscard]] std::string missing(const ClipInfo& clip) const;
};

/// The run's view without its filter: which of its own clips a run kept says nothing about others. Throws Error where it
/// normalises by training clips, which others do not have.
[[nodiscard]] ViewOptions view_for_others(const RunConfiguration& run);

}  // namespace mica
