// What a set's labels ask of a model: loss, outputs, targets, metrics.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/metrics/metrics.h"
#include "core/model/declaration.h"
#include "core/training/options.h"
#include "core/training/settings.h"
#include "datasets/types/dataset.h"

namespace mica {

struct TaskPlan {
    TaskLoss loss = TaskLoss::l1;
    std::int64_t outputs = 1;
    std::vector<double> class_values;  // cross_entropy on a regression set: the value of each class
    torch::Tensor class_weights;       // of every class (emotions: of both classes of every label); undefined: all 1
};

/// `choice`: the option task_loss. Throws Error: l1 on classes, labels that fit no loss.
[[nodiscard]] TaskPlan task_of(const Dataset& set, const std::string& choice);

/// The same of a task alone. label_values: numbers that a regression gives. where: for errors.
[[nodiscard]] TaskPlan task_of(const Task& task, std::int64_t label_values, const std::string& choice,
                               const std::string& where);

/// Weights by which every class counts alike: clips / (classes x clips of the class), over the classes that these clips
/// have; 1 for the others. Of every label apart, where there are several. Throws Error: the task has no classes.
[[nodiscard]] torch::Tensor balanced_weights(const TaskPlan& task, const Dataset& set,
                                             const std::vector<std::size_t>& clips);

/// L_p with the task's class weights: the mean over clips (and labels) of weight times cross-entropy.
[[nodiscard]] torch::Tensor loss_of(const TaskPlan& task, const torch::Tensor& prediction, const torch::Tensor& target);

/// Target tensor of some labels (see Batch::target). Throws Error naming the clip.
[[nodiscard]] torch::Tensor targets_of(const TaskPlan& task, const std::vector<const ClipInfo*>& clips);

/// Metrics of predictions (N x outputs) by the formulas of core/metrics.
[[nodiscard]] Metrics metrics_of(const TaskPlan& task, const torch::Tensor& prediction,
                                 const std::vector<const ClipInfo*>& clips);

/// The metric that `select_by = metric` looks at.
[[nodiscard]] std::string main_metric(const TaskPlan& task);

/// What a person reads: values for regression, probabilities for classes.
[[nodiscard]] std::vector<float> readable_prediction(const TaskPlan& task, const torch::Tensor& row);

/// L = L_p + alpha L_m + beta L_e + what the model adds itself. task: L_p.
[[nodiscard]] torch::Tensor objective(const torch::Tensor& task, const ModelOutput& out, const LiveSettings& live);

/// What the model of a run is made for, on a set. Throws Error: no such model, a wanted stream is missing, a task that
/// the model cannot do.
[[nodiscard]] ModelSpec model_spec(const TrainingOptions& options, const Dataset& set, const TaskPlan& task);
/// The same for streams alone.
[[nodiscard]] ModelSpec model_spec(const TrainingOptions& options, const std::array<StreamInfo, 3>& streams,
                                   const std::string& where, const TaskPlan& task);

}  // namespace mica
