// Figures of merit of predictions, by the formulas of the field: MAE, Corr, Acc_7/5/2, weighted F1, accuracy.
// Plain numbers in and out. What is not defined on the data (Corr of a constant, figures of nothing) is NaN.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/reports/reports.h"

namespace mica {

/// Predictions and truths of N samples, one value each. Keys: mae (lower is better), corr, acc7, acc5,
/// acc2_non0, f1_non0, f1_non0_mult, acc2_has0, f1_has0. Throws Error where the sizes differ.
/// non0: samples with truth != 0, sign of p > 0; has0: all samples, p >= 0. f1_non0_mult weights classes by
/// their predicted support, as the public MulT code does.
[[nodiscard]] Metrics regression_metrics(std::span<const double> prediction, std::span<const double> truth);

/// Logits N x classes, row major, and class indices. Keys: accuracy, f1 (weighted by true support), f1_macro,
/// cross_entropy (lower is better), baseline (accuracy of the commonest class in `truth`).
/// Throws Error: sizes differ, an index out of range, fewer than one class.
[[nodiscard]] Metrics class_metrics(std::span<const double> logits, std::span<const std::int64_t> truth,
                                    std::size_t classes);

/// Sentiment trained as classes: `values` are the classes' values (-3..3). class_metrics and then
/// regression_metrics with p the expected value, but acc7 from the argmax. `truth` are the real labels; their
/// class is the nearest value.
[[nodiscard]] Metrics ordinal_metrics(std::span<const double> logits, std::span<const double> truth,
                                      std::span<const double> values);

/// IEMOCAP: logits N x 4 x 2 in the order neutral, happy, sad, angry, truth N x 4 of 0 and 1. Keys, for each
/// emotion e: acc_e, f1_e, baseline_e; then acc and f1, the means over the four.
[[nodiscard]] Metrics emotion_metrics(std::span<const double> logits, std::span<const std::int64_t> truth);

/// Names of the metrics above as a table's heading ("Acc_7", "F1 (non0)").
[[nodiscard]] std::string metric_title(std::string_view name);

/// Value of a metric; NaN where it is not among them.
[[nodiscard]] double value_of(const Metrics& metrics, std::string_view name);

}  // namespace mica
