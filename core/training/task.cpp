#include "core/training/task.h"

#include <algorithm>
#include <cmath>

#include "core/training/settings.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

std::int64_t class_of(const TaskPlan& task, const ClipInfo& clip, std::size_t entry) {
    const double label = clip.label[entry];
    if (!task.class_values.empty()) {  // nearest value; std::nearbyint's ties as in the metrics
        const double clamped = std::clamp(std::nearbyint(label), task.class_values.front(), task.class_values.back());
        return static_cast<std::int64_t>(clamped - task.class_values.front());
    }
    const auto classes = task.loss == TaskLoss::emotions ? 2 : task.outputs;
    if (label != std::floor(label) || label < 0 || label >= static_cast<double>(classes))
        throw Error("label " + format_number(label) + " is no class index below " + std::to_string(classes), clip.id);
    return static_cast<std::int64_t>(label);
}

std::size_t entries(const TaskPlan& task) {
    switch (task.loss) {
        case TaskLoss::l1:
            return static_cast<std::size_t>(task.outputs);
        case TaskLoss::emotions:
            return static_cast<std::size_t>(task.outputs) / 2;
        case TaskLoss::cross_entropy:
            break;
    }
    return 1;
}

void check(const TaskPlan& task, const ClipInfo& clip) {
    if (clip.label.size() != entries(task))
        throw Error("has " + std::to_string(clip.label.size()) + " label values where the task needs " +
                        std::to_string(entries(task)),
                    clip.id);
}

}  // namespace

TaskPlan task_of(const Dataset& set, const std::string& choice) {
    std::int64_t values = 1;
    for (const ClipInfo& c : set.clips())
        if (c.split != Split::none) values = std::max(values, static_cast<std::int64_t>(c.label.size()));
    return task_of(set.info().task, values, choice, set.path().string());
}

TaskPlan task_of(const Task& task, std::int64_t label_values, const std::string& choice, const std::string& where) {
    TaskPlan plan;
    if (task.kind == TaskKind::classification) {
        if (choice == "l1")
            throw Error("task_loss = l1 needs a regression label; this set has classes", where,
                        "Use cross_entropy or auto");
        const std::size_t values = task.label_values();
        if (!task.parts.empty() && task.classes.size() != 2)
            throw Error("has " + std::to_string(values) + " labels a clip of " + std::to_string(task.classes.size()) +
                            " classes; several labels must be of two classes each",
                        where);
        plan.loss = task.parts.empty() ? TaskLoss::cross_entropy : TaskLoss::emotions;
        plan.outputs = static_cast<std::int64_t>(task.parts.empty() ? task.classes.size() : 2 * values);
        if (plan.outputs < 2) throw Error("has fewer than two classes", where);
        return plan;
    }
    if (choice == "cross_entropy") {
        plan.loss = TaskLoss::cross_entropy;
        for (double v = std::ceil(task.minimum); v <= std::floor(task.maximum) && plan.class_values.size() < 1000; ++v)
            plan.class_values.push_back(v);
        if (plan.class_values.size() < 2)
            throw Error("its label range holds fewer than two whole numbers", where, "Use task_loss = l1");
        plan.outputs = static_cast<std::int64_t>(plan.class_values.size());
        return plan;
    }
    plan.outputs = label_values;
    return plan;
}

torch::Tensor balanced_weights(const TaskPlan& task, const Dataset& set, const std::vector<std::size_t>& clips) {
    if (task.loss == TaskLoss::l1)
        throw Error("class_weights = balanced needs classes; this set is learnt as a regression", set.path().string(),
                    "Use class_weights = none, or task_loss = cross_entropy");
    const std::size_t labels = entries(task), classes = static_cast<std::size_t>(task.outputs) / labels;
    std::vector<double> count(labels * classes);
    for (const std::size_t i : clips) {
        check(task, set.clips()[i]);
        for (std::size_t e = 0; e < labels; ++e)
            ++count[e * classes + static_cast<std::size_t>(class_of(task, set.clips()[i], e))];
    }
    torch::Tensor weights = torch::ones({static_cast<std::int64_t>(count.size())});
    float* weight = weights.data_ptr<float>();
    for (std::size_t e = 0; e < labels; ++e) {
        const auto first = count.begin() + static_cast<std::ptrdiff_t>(e * classes);
        const auto present =
            classes - static_cast<std::size_t>(std::count(first, first + static_cast<std::ptrdiff_t>(classes), 0.0));
        for (std::size_t k = e * classes; k < (e + 1) * classes; ++k)
            if (count[k] > 0)
                weight[k] =
                    static_cast<float>(static_cast<double>(clips.size()) / (static_cast<double>(present) * count[k]));
    }
    return weights;
}

torch::Tensor loss_of(const TaskPlan& task, const torch::Tensor& prediction, const torch::Tensor& target) {
    if (!task.class_weights.defined()) return task_loss(prediction, target, task.loss);
    const bool several = task.loss == TaskLoss::emotions;
    const torch::Tensor rows = several ? prediction.reshape({-1, 2}) : prediction, classes = target.reshape({-1});
    const torch::Tensor place =
        several ? (target + 2 * torch::arange(target.size(1), target.options())).reshape({-1}) : classes;
    const torch::Tensor each = torch::cross_entropy_loss(rows, classes, {}, at::Reduction::None);
    return (each * task.class_weights.to(prediction.options()).index_select(0, place)).mean();
}

torch::Tensor targets_of(const TaskPlan& task, const std::vector<const ClipInfo*>& clips) {
    const auto rows = static_cast<std::int64_t>(clips.size()), columns = static_cast<std::int64_t>(entries(task));
    if (task.loss == TaskLoss::l1) {
        torch::Tensor target = torch::empty({rows, columns});
        float* to = target.data_ptr<float>();
        for (const ClipInfo* c : clips) {
            check(task, *c);
            to = std::copy(c->label.begin(), c->label.end(), to);
        }
        return target;
    }
    torch::Tensor target = torch::empty({rows, columns}, torch::kInt64);
    std::int64_t* to = target.data_ptr<std::int64_t>();
    for (const ClipInfo* c : clips) {
        check(task, *c);
        for (std::size_t e = 0; e < c->label.size(); ++e) *to++ = class_of(task, *c, e);
    }
    return task.loss == TaskLoss::cross_entropy ? target.squeeze(1) : target;
}

Metrics metrics_of(const TaskPlan& task, const torch::Tensor& prediction, const std::vector<const ClipInfo*>& clips) {
    const torch::Tensor p = prediction.to(torch::kFloat64).contiguous();
    const std::span<const double> values(p.data_ptr<double>(), static_cast<std::size_t>(p.numel()));
    if (task.loss == TaskLoss::l1 || !task.class_values.empty()) {
        std::vector<double> truth;
        for (const ClipInfo* c : clips) truth.insert(truth.end(), c->label.begin(), c->label.end());
        return task.class_values.empty() ? regression_metrics(values, truth)
                                         : ordinal_metrics(values, truth, task.class_values);
    }
    std::vector<std::int64_t> truth;
    for (const ClipInfo* c : clips)
        for (std::size_t e = 0; e < c->label.size(); ++e) truth.push_back(class_of(task, *c, e));
    if (task.loss == TaskLoss::emotions) return emotion_metrics(values, truth);
    return class_metrics(values, truth, static_cast<std::size_t>(task.outputs));
}

std::string main_metric(const TaskPlan& task) {
    if (task.loss == TaskLoss::l1) return "mae";
    return task.loss == TaskLoss::emotions ? "acc" : task.class_values.empty() ? "accuracy" : "acc7";
}

std::vector<float> readable_prediction(const TaskPlan& task, const torch::Tensor& row) {
    torch::Tensor shown = row.detach().to(torch::kFloat32).flatten();
    if (task.loss == TaskLoss::cross_entropy) shown = shown.softmax(0);
    if (task.loss == TaskLoss::emotions) shown = shown.view({-1, 2}).softmax(1).select(1, 1);
    shown = shown.contiguous();
    return {shown.data_ptr<float>(), shown.data_ptr<float>() + shown.numel()};
}

torch::Tensor objective(const torch::Tensor& task, const ModelOutput& out, const LiveSettings& live) {
    const torch::Tensor aligned = task + live.alpha * out.marginal + live.beta * out.element;
    return out.own.defined() ? aligned + out.own : aligned;
}

ModelSpec model_spec(const TrainingOptions& options, const Dataset& set, const TaskPlan& task) {
    return model_spec(options, set.info().streams, set.path().string(), task);
}

ModelSpec model_spec(const TrainingOptions& options, const std::array<StreamInfo, 3>& streams, const std::string& where,
                     const TaskPlan& task) {
    const ModelInfo& model = model_named(options.model).info;
    ModelSpec spec;
    spec.values = options.values;
    spec.streams = options.values.at("streams");
    const bool foreign = spec.streams.find_first_not_of(model.streams) != std::string::npos;
    if (foreign || (model.all_streams && spec.streams != model.streams))
        throw Error("looks at " + model.streams + (model.all_streams ? "" : " or fewer") + ", not at " + spec.streams,
                    "the model " + model.name, "Choose with --streams");
    const bool regression = task.loss == TaskLoss::l1;
    if (regression ? !model.regression : !model.classes)
        throw Error(regression ? "takes classes only" : "takes regression only", "the model " + model.name,
                    regression ? "Use task_loss = cross_entropy, which makes classes of labels" : "Use another model");
    for (Modality s : kModalities) {
        if (!spec.sees(s)) continue;
        const StreamInfo& info = streams[index(s)];
        if (info.features == 0)
            throw Error("has no " + std::string(name(s)) + " stream", where, "Choose others with --streams");
        spec.dims[index(s)] = static_cast<std::int64_t>(info.features);
        const auto steps = static_cast<std::int64_t>(info.longest);
        const auto most = static_cast<std::int64_t>(std::stod(options.values.at("max_" + std::string(name(s)))));
        spec.longest[index(s)] = most > 0 ? std::min(most, steps) : steps;
    }
    spec.outputs = task.outputs;
    spec.task = task.loss;
    spec.choose("kernels", spec.kernels);
    return spec;
}

}  // namespace mica
