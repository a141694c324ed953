// Predictions beside truths, as numbers: errors, who is right by which convention, confusion matrices. Pure functions;
// the conventions are those of core/metrics (rounding half to even, Acc_2 without and with zeros).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/reports/predictions.h"
#include "datasets/types/clip.h"
#include "datasets/types/dataset.h"

namespace mica {

/// What counts as right. classes: the class itself; acc7, acc5: the rounded value within [-3, 3], [-2, 2];
/// sign_non0: [p > 0] = [y > 0] where y is not 0; sign_has0: [p >= 0] = [y >= 0].
enum class Measure { classes, acc7, acc5, sign_non0, sign_has0 };

/// uncounted: no label, or left out by the measure (y = 0 in sign_non0).
enum class Verdict : std::uint8_t { wrong, right, uncounted };

/// One clip and one value of its label. Not known: NaN.
struct Outcome {
    std::uint32_t clip = 0;  // position in the set
    Split split = Split::none;
    double truth = 0, prediction = 0;  // regression: values; classes: indices; all parts together: a bit for each
    double chosen = 0;      // regression learnt as classes: the value of the most probable; else as `prediction`
    double error = 0;       // regression: prediction - truth; classes: 1 - probability of the true class (parts: mean)
    double confidence = 0;  // classes: probability of what is predicted (parts together: the least); regression: NaN
};

/// Values that a label has: 1, the parts of a task, or the values of a regression with several.
[[nodiscard]] int part_count(const Task& task, const std::vector<ClipInfo>& clips);
/// part: which value of the label; -1: all parts of a task with parts together. Throws Error where a prediction has
/// another number of values than the task asks for.
[[nodiscard]] std::vector<Outcome> outcomes_of(const RunPredictions& predictions, const Task& task,
                                               const std::vector<ClipInfo>& clips, int part);

/// Those that suit a task, the one to begin with first.
[[nodiscard]] std::vector<Measure> measures_of(const Task& task);
[[nodiscard]] Verdict verdict(const Outcome& outcome, Measure measure);
/// Regression: y is not 0 and [p > 0] differs from [y > 0].
[[nodiscard]] bool sign_flipped(const Outcome& outcome);

/// Cells of one part by truth (rows) and prediction (columns).
struct Confusion {
    int size = 0;
    std::vector<std::uint64_t> count;  // size x size
    std::uint64_t uncounted = 0;
    [[nodiscard]] std::uint64_t at(int truth, int predicted) const {
        return count[static_cast<std::size_t>(truth) * static_cast<std::size_t>(size) +
                     static_cast<std::size_t>(predicted)];
    }
    [[nodiscard]] std::uint64_t row(int truth) const;
    [[nodiscard]] std::uint64_t column(int predicted) const;
    [[nodiscard]] std::uint64_t total() const;
    [[nodiscard]] std::uint64_t right() const;
};

/// Rows of the matrix: 7, 5, 2, or the classes.
[[nodiscard]] int bin_count(Measure measure, const Task& task);
/// Row of the truth and column of the prediction; -1: not counted.
struct Cell {
    int truth = -1, predicted = -1;
    bool operator==(const Cell&) const = default;
};
[[nodiscard]] Cell cell_of(const Outcome& outcome, Measure measure);
/// The outcomes of one part (not of all together).
[[nodiscard]] Confusion confusion_of(const std::vector<Outcome>& outcomes, Measure measure, const Task& task);

/// "acc7", "sign_non0": for tables and options.
[[nodiscard]] std::string_view name(Measure measure);
/// Row i in plain words: "blue", "-2", "y > 0".
[[nodiscard]] std::string bin_name(Measure measure, const Task& task, int i);

}  // namespace mica
