// Every model of the bench at a size for tests, with batches that it takes.
#pragma once

#include <algorithm>
#include <string>

#include "core/model/declaration.h"

namespace mica::cases {

inline constexpr std::array<std::int64_t, 3> kDims{5, 4, 3};
inline constexpr std::int64_t kLongest = 9;

/// Defaults of the model, small and without dropout; `more` wins.
inline ModelSpec spec_of(const ModelDeclaration& model, TaskLoss task = TaskLoss::l1,
                         const std::map<std::string, std::string>& more = {}) {
    ModelSpec spec;
    spec.streams = model.info.streams;
    spec.dims = kDims;
    spec.longest = {kLongest, kLongest, kLongest};
    spec.task = task;
    spec.outputs = task == TaskLoss::l1 ? 1 : task == TaskLoss::emotions ? 4 : 3;
    spec.kernels = has_fused_kernels() ? Kernels::fused : Kernels::plain;
    for (const OptionInfo& o : model.info.options) {
        std::string& value = spec.values[o.key] = o.initial;
        if (o.key.find("dropout") != std::string::npos) value = "0";
        if (o.kind == "int" && std::stod(value) > 12) value = "8";
        if (o.key == "d") value = "12";
        if (o.key == "heads") value = "3";
        if (o.key == "layers") value = "2";
        if (o.key == "gate_bias") value = "per_channel";
        if (o.key == "mmd_rows") value = "64";
        if (o.key == "lambda_mmd") value = "1";
    }
    for (const auto& [key, value] : more) spec.values.at(key) = value;
    return spec;
}

/// Two clips of the same features however long the padding; word-aligned ones have as many steps in every stream.
inline Batch batch_of(const ModelDeclaration& model, TaskLoss task, std::int64_t longer = 0, bool aligned = true) {
    const bool same = model.info.aligned && aligned;
    const std::array<std::array<std::int64_t, 3>, 2> lengths =
        same ? std::array<std::array<std::int64_t, 3>, 2>{{{5, 5, 5}, {3, 3, 3}}}
             : std::array<std::array<std::int64_t, 3>, 2>{{{4, 6, 5}, {2, 4, 6}}};
    Batch b;
    for (std::size_t m = 0; m < 3; ++m) {
        if (model.info.streams.find("LVA"[m]) == std::string::npos) continue;
        const std::int64_t steps = std::max(lengths[0][m], lengths[1][m]) + longer;
        b.values[m] = torch::zeros({2, steps, kDims[m]});
        b.masks[m] = torch::zeros({2, steps}, torch::kBool);
        b.times[m] = torch::zeros({2, steps}, torch::kDouble);
        for (std::size_t n = 0; n < 2; ++n) {
            torch::manual_seed(10 * n + m);
            const auto row = static_cast<std::int64_t>(n), length = lengths[n][m];
            b.values[m][row].narrow(0, 0, length).copy_(torch::randn({8, kDims[m]}).narrow(0, 0, length));
            b.masks[m][row].narrow(0, 0, length).fill_(true);
            b.times[m][row]
                .narrow(0, 0, length)
                .copy_((torch::arange(length, torch::kDouble) + .5) / static_cast<double>(length));
        }
    }
    if (task == TaskLoss::l1) b.target = torch::tensor({1.5F, -1.F}).view({2, 1});
    if (task == TaskLoss::cross_entropy) b.target = torch::tensor({2, 0}, torch::kLong);
    if (task == TaskLoss::emotions) b.target = torch::tensor({0, 1, 1, 0}, torch::kLong).view({2, 2});
    b.clips = {0, 1};
    return b;
}

inline bool takes(const ModelDeclaration& model, TaskLoss task) {
    return task == TaskLoss::l1 ? model.info.regression : model.info.classes;
}

}  // namespace mica::cases
