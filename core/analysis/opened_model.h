// What a ModelSession holds: the model of a checkpoint and how clips come to it. For the analyses.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/foreign_clips.h"
#include "core/model/model.h"
#include "core/runs/checkpoint.h"
#include "core/training/batches.h"

namespace mica {

struct OpenedModel {
    std::filesystem::path folder;
    std::string run, checkpoint;
    std::shared_ptr<Model> model;  // in evaluation mode
    std::unique_ptr<BatchMaker> batches;
    TrainingState training;
    std::size_t batch = 1;                // clips that validation puts together
    std::optional<ForeignClips> foreign;  // where the run was not trained on the given set
    std::string base_fingerprint;         // of the given set
    std::vector<std::size_t> indices;     // of the given set's clips in the view; empty: there is none
    std::vector<std::size_t> given;       // of the view's clips in the given set; empty: there is none

    /// The set as the model sees it: the given one, or the view over it.
    [[nodiscard]] const Dataset& set() const { return batches->clips().set(); }
    /// Position in the given set of clip i of set().
    [[nodiscard]] std::size_t given_index(std::size_t i) const { return given.empty() ? i : given[i]; }
    /// Mean of every feature over the training split, as the model is given it; measured when first asked for. By
    /// modality. Throws Error where the set has no training split.
    [[nodiscard]] const std::array<std::vector<float>, 3>& mean();

private:
    std::array<std::vector<float>, 3> mean_;
    bool measured_ = false;
};

}  // namespace mica
