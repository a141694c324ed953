// What is not finite in a step, and where it began: the first tensor that went bad, and what its numbers look like.
#pragma once

#include <torch/torch.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "core/model/model.h"
#include "core/training/not_finite.h"
#include "core/training/optimiser.h"
#include "datasets/types/dataset.h"
#include "datasets/views/statistics.h"

namespace mica {

/// "3 of 96 values are not finite (1 not a number, 2 infinite), the others from -1 to 2, mean 0.1".
[[nodiscard]] std::string statistics_of(const torch::Tensor& values);

/// In the order of a forward pass: features, weights, then, of one more pass in the model's mode, each block's queries,
/// keys and attention, prediction and losses. To draw the same dropout, seed torch's generator before.
[[nodiscard]] std::optional<BadTensor> first_bad(Model& model, const Dataset& set, const Batch& batch,
                                                 const AlignmentSettings& live);
/// Of the gradients, in the order in which the backward pass reaches them: the last parameters first. Where all are
/// finite, the largest, whose square is not.
[[nodiscard]] std::optional<BadTensor> first_bad_gradient(const torch::nn::Module& model);
/// Of what a checkpoint keeps. Cheap where all is finite.
[[nodiscard]] std::optional<BadTensor> first_bad_state(const torch::nn::Module& model, const Optimiser& optimiser);
/// The same error with how to go on: the checkpoint of step `saved` is kept; rate: the learning rate that failed.
[[nodiscard]] NotFinite with_remedy(const NotFinite& e, const std::filesystem::path& run, std::int64_t saved,
                                    double rate);
/// One bad value would make its feature's mean, and with it every clip, bad. Throws NotFinite naming the clip.
void check_statistics(const FeatureStatistics& statistics, const Dataset& set, const std::array<bool, 3>& streams);
/// Of the training split, clip by clip, as the set holds them.
[[nodiscard]] std::optional<BadTensor> first_bad_clip(const Dataset& set, const std::array<bool, 3>& streams);

}  // namespace mica
