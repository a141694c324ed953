// How far our values are from expected ones; the pieces of golden.h.
#pragma once

#include <torch/torch.h>

#include <string>
#include <vector>

#include "core/runs/golden.h"
#include "datasets/store/h5_values.h"

namespace mica {

/// An array of a golden file as a tensor of doubles. Throws Error (naming `file`) where it is missing.
[[nodiscard]] torch::Tensor golden_tensor(const H5Values& values, const std::string& name,
                                          const std::filesystem::path& file);

/// Compares numbers of any type; shapes that differ, or NaN on one side only, are infinitely far apart.
/// `reference`: what a deviation is divided by; below 0, the largest |theirs|. With nothing to divide by
/// (all zero), the absolute deviation counts.
[[nodiscard]] Deviation compare(const std::string& name, const torch::Tensor& ours, const torch::Tensor& theirs,
                                double tolerance, double reference = -1);

/// A model file ("MICA"; "MulT") and a metrics file.
[[nodiscard]] GoldenReport check_mica(const H5Values& values, const std::filesystem::path& file,
                                      const GoldenOptions& options);
[[nodiscard]] GoldenReport check_mult(const H5Values& values, const std::filesystem::path& file,
                                      const GoldenOptions& options);
[[nodiscard]] GoldenReport check_metrics(const H5Values& values, const std::filesystem::path& file,
                                         const GoldenOptions& options);

}  // namespace mica
